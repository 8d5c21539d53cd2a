import { and, asc, eq } from 'drizzle-orm';
import { demand, type Actor } from '../access/policy.ts';
import { record } from '../audit/entries.ts';
import type { Database } from '../db/connect.ts';
import type { Subject } from '../identity/people.ts';
import { Refusal } from '../refusal.ts';
import type { Contract } from './periods.ts';
import { contracts } from './tables.ts';

/** Work agreements of a person whom the reader may see, from the oldest. */
export function listContracts(db: Database, personId: string): Promise<Contract[]> {
	return db
		.select({ startsOn: contracts.startsOn, endsOn: contracts.endsOn })
		.from(contracts)
		.where(eq(contracts.personId, personId))
		.orderBy(asc(contracts.startsOn));
}

/**
 * Writes down a work agreement of somebody else. The same again changes nothing. Refusals: `contract-days-order`;
 * `contract-known` where one from that day has another end; one's own (`hours-own`).
 */
export async function recordContract(
	db: Database,
	officer: Actor,
	{ personId, places }: Subject,
	{ startsOn, endsOn }: Contract
): Promise<void> {
	demandOther(officer, personId);
	demand(officer, 'hours:confirm', places);
	if (endsOn && endsOn < startsOn) throw new Refusal('invalid', 'contract-days-order');
	const recorded = { recordedBy: officer.personId, recordedAt: new Date() };
	const added = await db
		.insert(contracts)
		.values({ personId, startsOn, endsOn, ...recorded })
		.onConflictDoNothing()
		.returning({ startsOn: contracts.startsOn });
	if (added.length > 0) {
		const detail = { startsOn };
		return record(db, officer.personId, { act: 'contract-recorded', subjectId: personId, detail });
	}
	const known = await listContracts(db, personId);
	if (!known.some((one) => one.startsOn === startsOn && one.endsOn === endsOn))
		throw new Refusal('conflict', 'contract-known');
}

/** Strikes out an agreement that was written down by mistake; the trail keeps that it was there. */
export async function strikeContract(
	db: Database,
	officer: Actor,
	{ personId, places }: Subject,
	startsOn: string
): Promise<void> {
	demandOther(officer, personId);
	demand(officer, 'hours:confirm', places);
	const struck = await db
		.delete(contracts)
		.where(and(eq(contracts.personId, personId), eq(contracts.startsOn, startsOn)))
		.returning({ startsOn: contracts.startsOn });
	if (struck.length === 0) return;
	const detail = { startsOn };
	await record(db, officer.personId, { act: 'contract-struck', subjectId: personId, detail });
}

function demandOther(officer: Actor, personId: string): void {
	if (officer.personId === personId) throw new Refusal('forbidden', 'hours-own');
}
