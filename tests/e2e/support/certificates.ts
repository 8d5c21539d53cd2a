import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { award, confirmAward, type Earned } from '#lib/server/certification/awards.ts';
import { listWaiting, readIssued } from '#lib/server/certification/certificates.ts';
import { certificatePdf } from '#lib/server/certification/paper.ts';
import { SYSTEM, withScope } from '#lib/server/db/scope.ts';
import { issueCertificates } from '#lib/server/journeys/issue-certificates.ts';
import { exampleFacts } from '../../support/certificates.ts';
import type { Account } from './people.ts';
import { expect, type House } from './story.ts';

const { number: _, code: __, ...example } = exampleFacts;

/** Titles that the holders of these stories confirm. */
const TITLES = { titleBefore: 'Dr.', titleAfter: 'S.Sos.' };

/** A certificate of this person that waits for name and titles. */
export function anAward(
	house: House,
	{ id, name, number }: Account,
	change: Partial<Earned> = {}
): Promise<{ code: string; number: string }> {
	const holder = { personId: id, agencyId: null, unitId: null };
	const earned: Earned = {
		...example,
		holder: { name, titleBefore: '', titleAfter: '' },
		employment: { ...example.employment, number },
		...change
	};
	return withScope(house.pool, { as: 'person', personId: id }, (db) => award(db, holder, earned));
}

/** An issued certificate of this person, with its files. */
export async function aCertificate(
	house: House,
	origin: string,
	account: Account,
	change: Partial<Earned> = {}
) {
	const { code, number } = await anAward(house, account, change);
	const own = { as: 'person', personId: account.id } as const;
	await withScope(house.pool, own, (db) =>
		confirmAward(db, own, code, { name: account.name, ...TITLES })
	);
	await issueAll(house, origin);
	const issued = await withScope(house.pool, own, (db) => readIssued(db, code));
	const { credential, pdf } = issued!;
	return { code, number, credential, pdf };
}

/** Issues whatever waits, beside the application's own job; what that one has in hand is waited for. */
export async function issueAll(house: House, origin: string): Promise<void> {
	const secret = readFileSync(join(process.env.E2E_DATA ?? '', 'key-secret'), 'utf8').trim();
	const failed = (error: unknown) => {
		throw error;
	};
	const left = async () => {
		await issueCertificates(house.pool, { secret, origin, makePdf: certificatePdf }, failed);
		return withScope(house.pool, SYSTEM, (db) => listWaiting(db, 50));
	};
	await expect.poll(left).toEqual([]);
}
