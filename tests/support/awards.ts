import { award, confirmAward, type Earned } from '#lib/server/certification/awards.ts';
import type { Database, Pool } from '#lib/server/db/connect.ts';
import { SYSTEM, withScope } from '#lib/server/db/scope.ts';
import { exampleFacts } from './certificates.ts';
import { aPerson } from './people.ts';

const { number: _, code: __, ...example } = exampleFacts;

/** Somebody who earned a certificate and, unless told otherwise, confirmed it; committed. */
export async function anAward(pool: Pool, change: Partial<Earned> = {}, confirmed = true) {
	const personId = await withScope(pool, SYSTEM, (db) =>
		aPerson(db, { name: example.holder.name })
	);
	const holder = { personId, agencyId: null, unitId: null };
	const asHolder = <T>(story: (db: Database) => Promise<T>) =>
		withScope(pool, { as: 'person', personId }, story);
	const { code } = await asHolder((db) => award(db, holder, { ...example, ...change }));
	if (confirmed) await asHolder((db) => confirmAward(db, holder, code, example.holder));
	return { code, personId, holder, asHolder };
}
