import type { TitledName } from '../../format/names.ts';
import { can, demand, type Actor } from '../access/policy.ts';
import { record } from '../audit/entries.ts';
import type { Database } from '../db/connect.ts';
import type { HourEntry } from '../hours/ledger.ts';
import type { Period } from '../hours/periods.ts';
import { readHourYears, reversedKeys } from '../hours/years.ts';
import { findPerson, listNames, type Person } from '../identity/people.ts';
import { listOwnUnits } from '../organisation/agencies.ts';
import { isPostedHere, listPosts, postOn, type Post } from '../organisation/placements.ts';
import { unitsAbove } from '../organisation/unit-tree.ts';
import { Refusal } from '../refusal.ts';

/** An entry as an officer reads it. */
export interface OfficerEntry extends HourEntry {
	/** Who recorded it, if the officer may see them. */
	recorder: TitledName | null;
	/** Stamped with the officer's places. */
	ours: boolean;
	/** Whether it was taken back. */
	reversed: boolean;
	/** Whether the officer may take it back or mend it. */
	mendable: boolean;
}

/** Somebody's ledger as an officer reads it. */
export interface OfficerLedger {
	/** Null: posted elsewhere by now; then only what is stamped with the officer's places is here, and no year. */
	person: Person | null;
	post: Post | null;
	entries: OfficerEntry[];
	/** The years the entries count in, newest first; empty where there is no person. */
	periods: Period[];
}

/**
 * Opens somebody else's ledger, which the person can see was opened: all confirmed JP of who is posted within the
 * officer's places, and what was stamped there of who has moved on. Refuses (`not-found`, `person-unknown`) everybody
 * else, alike with whom there is not. `today` is a day in Asia/Jakarta.
 */
export async function viewLedger(
	db: Database,
	officer: Actor,
	personId: string,
	today: string
): Promise<OfficerLedger> {
	demand(officer, 'hours:confirm');
	const [{ entries, periods }, here, units] = await Promise.all([
		readHourYears(db, personId, today),
		isPostedHere(db, personId),
		listOwnUnits(db)
	]);
	if (personId === officer.personId || (!here && entries.length === 0))
		throw new Refusal('not-found', 'person-unknown');
	await record(db, officer.personId, { act: 'ledger-viewed', subjectId: personId });
	const [person, posts, recorders] = await Promise.all([
		here ? findPerson(db, personId) : null,
		listPosts(db, personId),
		listNames(db, [...new Set(entries.flatMap(({ recordedBy }) => recordedBy ?? []))])
	]);
	const byId = new Map(units.map((unit) => [unit.id, unit]));
	const reversed = reversedKeys(entries);
	const isOurs = ({ agencyId, unitId }: HourEntry) =>
		agencyId !== null &&
		can(officer, 'hours:confirm', { agencyId, unitIds: unitsAbove(byId, unitId) });
	return {
		person,
		post: postOn(posts, today),
		entries: entries.map((entry) => {
			const [ours, gone] = [isOurs(entry), reversed.has(entry.key)];
			return {
				...entry,
				recorder: recorders.get(entry.recordedBy ?? '') ?? null,
				ours,
				reversed: gone,
				mendable: ours && !gone && entry.kind !== 'reversal'
			};
		}),
		periods: here ? periods : []
	};
}

/** One entry of it that can be mended; else `not-found` (`hours-entry-unknown`). */
export async function viewMendable(
	db: Database,
	officer: Actor,
	{ personId, key }: { personId: string; key: string },
	today: string
): Promise<{ person: Person | null; entry: OfficerEntry }> {
	const { person, entries } = await viewLedger(db, officer, personId, today);
	const entry = entries.find((one) => one.key === key);
	if (!entry?.mendable) throw new Refusal('not-found', 'hours-entry-unknown');
	return { person, entry };
}
