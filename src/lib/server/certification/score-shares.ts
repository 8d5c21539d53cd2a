import { and, desc, eq, sql } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { Refusal } from '../refusal.ts';
import type { Holder } from './awards.ts';
import { awards, scoreShares } from './tables.ts';

/**
 * The holder lets everybody see the band of the result, or no longer does. The same again changes nothing. Refuses
 * `award-unknown`. In the holder's scope.
 */
export async function shareScore(
	db: Database,
	{ personId }: Pick<Holder, 'personId'>,
	code: string,
	shared: boolean,
	now = new Date()
): Promise<void> {
	await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`shares:${code}`}, 0))`);
	const own = and(eq(awards.code, code), eq(awards.personId, personId));
	if ((await db.$count(awards, own)) === 0) throw new Refusal('not-found', 'award-unknown');
	const [last] = await db
		.select()
		.from(scoreShares)
		.where(eq(scoreShares.code, code))
		.orderBy(desc(scoreShares.ordinal))
		.limit(1);
	if ((last?.shared ?? false) === shared) return;
	const ordinal = (last?.ordinal ?? 0) + 1;
	await db.insert(scoreShares).values({ code, ordinal, personId, shared, at: now });
}

/** Codes of the certificates whose result the holder lets everybody see. In the holder's scope. */
export async function listSharedScores(
	db: Database,
	{ personId }: Pick<Holder, 'personId'>
): Promise<Set<string>> {
	const newest = await db
		.selectDistinctOn([scoreShares.code], { code: scoreShares.code, shared: scoreShares.shared })
		.from(scoreShares)
		.where(eq(scoreShares.personId, personId))
		.orderBy(scoreShares.code, desc(scoreShares.ordinal));
	return new Set(newest.flatMap(({ code, shared }) => (shared ? [code] : [])));
}
