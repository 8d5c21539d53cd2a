import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	customType,
	date,
	index,
	pgTable,
	primaryKey,
	text,
	timestamp,
	unique,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';

const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/** A person: an id that facts refer to. What names them stands in the tables below, which erasure can empty. */
export const people = pgTable(
	'people',
	{
		id: uuid().primaryKey().defaultRandom(),
		employeeKind: text({
			enum: ['pns', 'cpns', 'pppk', 'pppk-paruh-waktu', 'non-asn']
		}).notNull(),
		language: text({ enum: ['id', 'en'] }),
		createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
		/** Set when the account may no longer sign in. */
		closedAt: timestamp({ withTimezone: true })
	},
	(t) => [
		check(
			'people_employee_kind_known',
			sql`${t.employeeKind} in ('pns', 'cpns', 'pppk', 'pppk-paruh-waktu', 'non-asn')`
		),
		check('people_language_known', sql`${t.language} in ('id', 'en')`)
	]
);

/** The person's name with titles (gelar): one name field, never split into first and last. */
export const personNames = pgTable(
	'person_names',
	{
		personId: uuid()
			.primaryKey()
			.references(() => people.id),
		name: text().notNull(),
		titleBefore: text().notNull().default(''),
		titleAfter: text().notNull().default('')
	},
	(t) => [check('person_names_name_filled', sql`btrim(${t.name}) <> ''`)]
);

/** NIP and NI PPPK over time: numbers change (PPPK to PNS), so a person has a history of them. */
export const personNumbers = pgTable(
	'person_numbers',
	{
		personId: uuid()
			.notNull()
			.references(() => people.id),
		number: text().notNull(),
		kind: text({ enum: ['nip', 'ni-pppk'] }).notNull(),
		fromOn: date(),
		/** Null while the number is in use. */
		untilOn: date()
	},
	(t) => [
		primaryKey({ name: 'person_numbers_pk', columns: [t.personId, t.number] }),
		uniqueIndex('person_numbers_current_unique')
			.on(t.number)
			.where(sql`until_on is null`),
		check('person_numbers_form', sql`${t.number} ~ '^[0-9]{18}$'`),
		check('person_numbers_kind_known', sql`${t.kind} in ('nip', 'ni-pppk')`)
	]
);

/** Official e-mail address, stored in lower case. */
export const personContacts = pgTable(
	'person_contacts',
	{
		personId: uuid()
			.primaryKey()
			.references(() => people.id),
		email: text().notNull()
	},
	(t) => [
		unique('person_contacts_email_unique').on(t.email),
		check('person_contacts_email_lower', sql`${t.email} = lower(${t.email})`)
	]
);

/** The password as an argon2id hash in PHC form. */
export const credentials = pgTable('credentials', {
	personId: uuid()
		.primaryKey()
		.references(() => people.id),
	passwordHash: text().notNull(),
	changedAt: timestamp({ withTimezone: true }).notNull().defaultNow()
});

/** Open sessions; only the SHA-256 of the session id is stored, so that reading the table signs nobody in. */
export const sessions = pgTable(
	'sessions',
	{
		digest: bytea().primaryKey(),
		personId: uuid()
			.notNull()
			.references(() => people.id),
		createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
		expiresAt: timestamp({ withTimezone: true }).notNull(),
		/** “Ini perangkat bersama”: ends on closing the browser or after 30 idle minutes. */
		shared: boolean().notNull().default(false),
		/** Browser and system in words, e.g. “Chrome di Android”; never the raw header. */
		device: text().notNull().default(''),
		/** What the browser shows in the list of sessions instead of the digest. */
		label: uuid().notNull().defaultRandom()
	},
	(t) => [
		unique('sessions_label_unique').on(t.label),
		index('sessions_person_index').on(t.personId),
		index('sessions_expiry_index').on(t.expiresAt)
	]
);

/** Failed sign-ins and recovery requests, for throttling. `key` is a keyed hash of an identifier or an address. */
export const signInFailures = pgTable(
	'sign_in_failures',
	{
		id: uuid().primaryKey().defaultRandom(),
		key: bytea().notNull(),
		kind: text({ enum: ['account', 'address', 'recovery-account', 'recovery-address'] }).notNull(),
		at: timestamp({ withTimezone: true }).notNull().defaultNow()
	},
	(t) => [
		index('sign_in_failures_key_index').on(t.key, t.at),
		index('sign_in_failures_at_index').on(t.at),
		check(
			'sign_in_failures_kind_known',
			sql`${t.kind} in ('account', 'address', 'recovery-account', 'recovery-address')`
		)
	]
);

/** One-time ways back in: a link by e-mail or a code issued by an officer. Only hashes are stored. */
export const recoveries = pgTable(
	'recoveries',
	{
		id: uuid().primaryKey().defaultRandom(),
		personId: uuid()
			.notNull()
			.references(() => people.id),
		kind: text({ enum: ['link', 'code'] }).notNull(),
		secretHash: bytea().notNull(),
		/** The officer who issued a code; null for a link. */
		issuedBy: uuid().references(() => people.id),
		issuedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
		expiresAt: timestamp({ withTimezone: true }).notNull(),
		usedAt: timestamp({ withTimezone: true })
	},
	(t) => [
		index('recoveries_person_index').on(t.personId),
		unique('recoveries_secret_unique').on(t.secretHash),
		check('recoveries_kind_known', sql`${t.kind} in ('link', 'code')`),
		check('recoveries_issuer_named', sql`(${t.kind} = 'code') = (${t.issuedBy} is not null)`)
	]
);

/** Which edition of the privacy notice a person has read, and when. */
export const privacyAcknowledgements = pgTable(
	'privacy_acknowledgements',
	{
		personId: uuid()
			.notNull()
			.references(() => people.id),
		edition: text().notNull(),
		at: timestamp({ withTimezone: true }).notNull().defaultNow()
	},
	(t) => [primaryKey({ name: 'privacy_acknowledgements_pk', columns: [t.personId, t.edition] })]
);
