import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { TitledName } from '../../format/names.ts';
import { demand, type Actor, type Place } from '../access/policy.ts';
import { record } from '../audit/entries.ts';
import type { Database } from '../db/connect.ts';
import { isId } from '../db/ids.ts';
import { Refusal } from '../refusal.ts';
import { numberDigits, maskNumber, type NumberKind } from './numbers.ts';
import { hashPassword, type KnownOfPerson } from './passwords.ts';
import { credentials, people, personContacts, personNames, personNumbers } from './tables.ts';

export type EmployeeKind = (typeof people.$inferSelect)['employeeKind'];

export interface NewPerson extends Partial<TitledName> {
	name: string;
	employeeKind: EmployeeKind;
	email?: string;
	number?: { number: string; kind: NumberKind };
	/** In clear; stored as a hash. Whether it is good enough is the caller's question (`passwordProblem`). */
	password?: string;
}

/** A person's record as those see it who may see the person. The number is masked. */
export interface Person extends TitledName {
	id: string;
	employeeKind: EmployeeKind;
	language: 'id' | 'en' | null;
	email: string | null;
	maskedNumber: string | null;
	numberKind: NumberKind | null;
	createdAt: Date;
	closedAt: Date | null;
}

/** Whom an act concerns, and where they now have posts (organisation/placements). */
export interface Subject {
	personId: string;
	places: readonly Place[];
}

/** The account an identifier means: an e-mail address in lower case, or a number's digits. */
export function normaliseIdentifier(typed: string): string {
	const trimmed = typed
		.normalize('NFKC')
		.replace(/\p{Cc}/gu, '')
		.trim();
	return trimmed.includes('@') ? trimmed.toLowerCase() : numberDigits(trimmed);
}

/** Adds a person and returns the id. E-mail address or number held already: `conflict`. In `system` scope. */
export async function createPerson(
	db: Database,
	actorId: string | null,
	person: NewPerson
): Promise<string> {
	const personId = crypto.randomUUID();
	const { name, titleBefore = '', titleAfter = '', employeeKind, email, number, password } = person;
	if (email && (await isEmailTaken(db, email))) throw new Refusal('conflict', 'email-taken');
	if (number && (await isNumberTaken(db, number.number))) {
		throw new Refusal('conflict', 'number-taken');
	}
	await db.insert(people).values({ id: personId, employeeKind });
	await db.insert(personNames).values({ personId, name, titleBefore, titleAfter });
	if (email) await db.insert(personContacts).values({ personId, email: email.toLowerCase() });
	if (number) await db.insert(personNumbers).values({ personId, ...number });
	if (password) {
		const passwordHash = await hashPassword(password);
		await db.insert(credentials).values({ personId, passwordHash });
	}
	await record(db, actorId, { act: 'account-created', subjectId: personId });
	return personId;
}

/** Whether an account, open or closed, has this e-mail address. In `system` scope. */
export async function isEmailTaken(db: Database, email: string): Promise<boolean> {
	return (await db.$count(personContacts, eq(personContacts.email, email.toLowerCase()))) > 0;
}

/** A person's record; `not-found` (`person-unknown`) for whom the reader may not see, and for whom does not exist, alike. */
export async function findPerson(db: Database, personId: string): Promise<Person> {
	const [row] = isId(personId) ? await selectPeople(db).where(eq(people.id, personId)) : [];
	if (!row) throw new Refusal('not-found', 'person-unknown');
	const { number, ...person } = row;
	return { ...person, maskedNumber: number && maskNumber(number) };
}

/** Whom letters reach, of some people: open accounts with an address. In `system` scope. */
export async function listAddressees(
	db: Database,
	personIds: readonly string[]
): Promise<(TitledName & { id: string; email: string; language: 'id' | 'en' | null })[]> {
	const found = await selectPeople(db).where(
		and(
			inArray(people.id, [...personIds]),
			isNull(people.closedAt),
			isNotNull(personContacts.email)
		)
	);
	return found.map(({ id, name, titleBefore, titleAfter, email, language }) => ({
		...{ id, name, titleBefore, titleAfter, language },
		email: email!
	}));
}

/** Names by person, of those whom the reader may see. */
export async function listNames(
	db: Database,
	personIds: readonly string[]
): Promise<Map<string, TitledName>> {
	if (personIds.length === 0) return new Map();
	const rows = await db
		.select()
		.from(personNames)
		.where(inArray(personNames.personId, [...personIds]));
	return new Map(rows.map(({ personId, ...name }) => [personId, name]));
}

/** The number a person uses now, whole: for papers of their own, never for a page. Null where there is none. */
export async function findNumberInUse(db: Database, personId: string): Promise<string | null> {
	const [row] = await db
		.select({ number: personNumbers.number })
		.from(personNumbers)
		.where(and(eq(personNumbers.personId, personId), isNull(personNumbers.untilOn)));
	return row?.number ?? null;
}

/** Opens another person's record for an officer, which the audit trail remembers: people can see who looked. */
export async function viewPerson(
	db: Database,
	officer: Actor,
	{ personId, places }: Subject
): Promise<Person> {
	demand(officer, 'person:find', places);
	const person = await findPerson(db, personId);
	if (personId !== officer.personId) {
		await record(db, officer.personId, { act: 'person-viewed', subjectId: personId });
	}
	return person;
}

/** The number in clear: one's own, or for an officer with a trace in the audit trail. Null when there is none. */
export async function revealNumber(
	db: Database,
	reader: Actor,
	{ personId, places }: Subject
): Promise<string | null> {
	const own = personId === reader.personId;
	if (!own) demand(reader, 'person:reveal-number', places);
	const [row] = await selectPeople(db).where(eq(people.id, personId));
	if (!row) throw new Refusal('not-found', 'person-unknown');
	if (!own)
		await record(db, reader.personId, { act: 'person-number-revealed', subjectId: personId });
	return row.number;
}

/** Longest name, and longest titles on one side of it (characters). */
const LONGEST = { name: 150, titles: 100 } as const;

/**
 * Corrects how a person's name and titles are on record: by an officer of where the person works, never by oneself, and with
 * an entry in the audit trail. What was issued stays as it is. The same again changes nothing. Refuses `ability-missing`, `own-name`, `name-missing` and
 * `name-long`.
 */
export async function correctName(
	db: Database,
	officer: Actor,
	{ personId, places }: Subject,
	written: TitledName
): Promise<void> {
	demand(officer, 'person:correct-name', places);
	if (personId === officer.personId) throw new Refusal('forbidden', 'own-name');
	const tidy = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
	const name = tidy(written.name);
	const titles = { titleBefore: tidy(written.titleBefore), titleAfter: tidy(written.titleAfter) };
	if (name === '') throw new Refusal('invalid', 'name-missing');
	const { titleBefore, titleAfter } = titles;
	if (
		name.length > LONGEST.name ||
		Math.max(titleBefore.length, titleAfter.length) > LONGEST.titles
	)
		throw new Refusal('invalid', 'name-long', { name: LONGEST.name, titles: LONGEST.titles });
	await db.execute(sql`select correct_name(${personId}, ${name}, ${titleBefore}, ${titleAfter})`);
}

/** The open account an identifier belongs to (already normalised), or null. In `system` scope. */
export async function findByIdentifier(
	db: Database,
	identifier: string
): Promise<{ id: string; email: string | null; number: string | null; name: string } | null> {
	const [row] = await selectPeople(db).where(
		and(
			isNull(people.closedAt),
			sql`(${personContacts.email} = ${identifier} or ${personNumbers.number} = ${identifier})`
		)
	);
	return row ?? null;
}

/** What may not be part of a person's password. */
export async function findKnownOf(db: Database, personId: string): Promise<KnownOfPerson> {
	const [row] = await selectPeople(db).where(eq(people.id, personId));
	return { name: row?.name ?? '', email: row?.email ?? null, number: row?.number ?? null };
}

/** Sets the language of the interface, one's own. */
export async function chooseLanguage(
	db: Database,
	personId: string,
	language: 'id' | 'en'
): Promise<void> {
	await db.update(people).set({ language }).where(eq(people.id, personId));
}

async function isNumberTaken(db: Database, number: string): Promise<boolean> {
	const inUse = and(eq(personNumbers.number, number), isNull(personNumbers.untilOn));
	return (await db.$count(personNumbers, inUse)) > 0;
}

function selectPeople(db: Database) {
	return db
		.select({
			id: people.id,
			employeeKind: people.employeeKind,
			language: people.language,
			createdAt: people.createdAt,
			closedAt: people.closedAt,
			name: sql<string>`coalesce(${personNames.name}, '')`,
			titleBefore: sql<string>`coalesce(${personNames.titleBefore}, '')`,
			titleAfter: sql<string>`coalesce(${personNames.titleAfter}, '')`,
			email: personContacts.email,
			number: personNumbers.number,
			numberKind: personNumbers.kind
		})
		.from(people)
		.leftJoin(personNames, eq(personNames.personId, people.id))
		.leftJoin(personContacts, eq(personContacts.personId, people.id))
		.leftJoin(
			personNumbers,
			and(eq(personNumbers.personId, people.id), isNull(personNumbers.untilOn))
		);
}
