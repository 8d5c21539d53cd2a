import { and, asc, eq, ilike, isNull, or, sql } from 'drizzle-orm';
import { demand, type Actor } from '../access/policy.ts';
import { record } from '../audit/entries.ts';
import type { Database } from '../db/connect.ts';
import { maskNumber, numberDigits } from '../identity/numbers.ts';
import { people, personContacts, personNames, personNumbers } from '../identity/tables.ts';
import { agencies, currentPlacements, units } from '../organisation/tables.ts';

/** The longest list of people found. */
export const MOST_PEOPLE = 50;
/** The shortest text that is searched for. */
export const LEAST_QUERY = 3;

/** One person in the list an officer searches. */
export interface FoundPerson {
	id: string;
	name: string;
	titleBefore: string;
	titleAfter: string;
	email: string | null;
	maskedNumber: string | null;
	agency: string | null;
	unit: string | null;
	closedAt: Date | null;
}

/**
 * People whom the officer may see and whose name or e-mail address contains the text, or whose number is or ends with
 * it; by name, at most fifty. Too short a text finds nobody. The audit trail keeps who was listed, never what was typed.
 */
export async function findPeople(
	db: Database,
	officer: Actor,
	query: string
): Promise<FoundPerson[]> {
	demand(officer, 'person:find');
	const text = query.replace(/\p{Cc}/gu, '').trim();
	if ([...text].length < LEAST_QUERY) return [];
	const containing = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
	const digits = numberDigits(text);
	const rows = await db
		.selectDistinctOn([personNames.name, people.id], {
			id: people.id,
			name: personNames.name,
			titleBefore: personNames.titleBefore,
			titleAfter: personNames.titleAfter,
			email: personContacts.email,
			number: personNumbers.number,
			agency: agencies.name,
			unit: units.name,
			closedAt: people.closedAt
		})
		.from(people)
		.innerJoin(personNames, eq(personNames.personId, people.id))
		.leftJoin(personContacts, eq(personContacts.personId, people.id))
		.leftJoin(
			personNumbers,
			and(eq(personNumbers.personId, people.id), isNull(personNumbers.untilOn))
		)
		.leftJoin(currentPlacements, eq(currentPlacements.personId, people.id))
		.leftJoin(agencies, eq(agencies.id, currentPlacements.agencyId))
		.leftJoin(units, eq(units.id, currentPlacements.unitId))
		.where(
			or(
				ilike(personNames.name, containing),
				ilike(personContacts.email, containing),
				/^\d+$/.test(digits)
					? sql`right(${personNumbers.number}, ${digits.length}) = ${digits}`
					: undefined
			)
		)
		.orderBy(asc(personNames.name), people.id, asc(currentPlacements.recordedAt))
		.limit(MOST_PEOPLE);
	await record(db, officer.personId, {
		act: 'people-searched',
		detail: { count: rows.length, people: rows.map(({ id }) => id) }
	});
	return rows.map(({ number, ...person }) => ({
		...person,
		maskedNumber: number && maskNumber(number)
	}));
}
