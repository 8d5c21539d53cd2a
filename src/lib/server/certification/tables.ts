import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	customType,
	date,
	foreignKey,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	timestamp,
	unique,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';

const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/** Keys that certificates are signed with. A retired key signs nothing any more; what it signed stays good. */
export const signingKeys = pgTable(
	'signing_keys',
	{
		id: uuid().primaryKey(),
		/** Multikey, `z6Mk…`. */
		publicKey: text().notNull(),
		createdAt: timestamp({ withTimezone: true }).notNull(),
		retiredAt: timestamp({ withTimezone: true }),
		/** Why another took its place, in words anybody may read; null where nobody said, or it was revoked. */
		retiredBecause: text()
	},
	(t) => [
		unique('signing_keys_public_unique').on(t.publicKey),
		// However many processes make the first key at once: one signs.
		uniqueIndex('signing_keys_active_unique')
			.on(sql`(retired_at is null)`)
			.where(sql`retired_at is null`),
		check('signing_keys_public_form', sql`${t.publicKey} ~ '^z6Mk[1-9A-HJ-NP-Za-km-z]{44}$'`),
		check('signing_keys_order', sql`${t.retiredAt} >= ${t.createdAt}`),
		check(
			'signing_keys_reason',
			sql`${t.retiredBecause} is null or (${t.retiredAt} is not null and char_length(btrim(${t.retiredBecause})) between 1 and 500)`
		)
	]
);

/** The private half of a key, wrapped by a secret that is not in the database. Gone once the key is retired. */
export const signingKeySecrets = pgTable('signing_key_secrets', {
	keyId: uuid()
		.primaryKey()
		.references(() => signingKeys.id),
	wrapped: bytea().notNull()
});

/** A key that somebody else may have used since a moment: what it signed is worth only what the register says of it. */
export const signingKeyRevocations = pgTable(
	'signing_key_revocations',
	{
		keyId: uuid()
			.primaryKey()
			.references(() => signingKeys.id),
		since: timestamp({ withTimezone: true }).notNull(),
		/** In words anybody may read. */
		reason: text().notNull(),
		revokedAt: timestamp({ withTimezone: true }).notNull()
	},
	(t) => [
		check('signing_key_revocations_order', sql`${t.since} <= ${t.revokedAt}`),
		check(
			'signing_key_revocations_reason_length',
			sql`char_length(btrim(${t.reason})) between 1 and 500`
		)
	]
);

/** Who issues, as it is named for ever in what was issued: fixed when an organiser's first certificate is. */
export const certificateIssuers = pgTable(
	'certificate_issuers',
	{
		/** Code of the organiser. */
		code: text().primaryKey(),
		name: text().notNull(),
		/** An address of this installation as it then was, e.g. `https://belajar.contoh.go.id/penerbit/KEM`. */
		identity: text().notNull(),
		fixedAt: timestamp({ withTimezone: true }).notNull()
	},
	(t) => [unique('certificate_issuers_identity_unique').on(t.identity)]
);

/**
 * Series of numbers. None: the first. A restored backup opens another, so that no number is given twice; the one opened
 * last counts.
 */
export const certificateSeries = pgTable(
	'certificate_series',
	{
		/** Drawn by lot above 1: two databases restored from one file differ as well. */
		series: integer().primaryKey(),
		openedAt: timestamp({ withTimezone: true }).notNull(),
		/** When the backup was made; null for series opened before that was kept. */
		snapshotAt: timestamp({ withTimezone: true }),
		/** When an administrator had done again what the restore had undone. */
		reviewedAt: timestamp({ withTimezone: true })
	},
	(t) => [check('certificate_series_later', sql`${t.series} > 1`)]
);

/** The last number given, per organiser, year and series. */
export const certificateCounts = pgTable(
	'certificate_counts',
	{
		organiser: text().notNull(),
		year: integer().notNull(),
		series: integer().notNull(),
		last: integer().notNull()
	},
	(t) => [primaryKey({ name: 'certificate_counts_pk', columns: [t.organiser, t.year, t.series] })]
);

/**
 * A certificate earned, with its number: given in the transaction that completed the course. It stays, with its
 * number, whatever becomes of it. Stamped with agency and unit as they were then.
 */
export const awards = pgTable(
	'awards',
	{
		/** Random; the address of the certificate's public page. */
		code: text().primaryKey(),
		personId: uuid().notNull(),
		courseId: text().notNull(),
		/** The award of the same person and course that this one follows, once that one no longer counts. */
		follows: text(),
		organiser: text().notNull(),
		year: integer().notNull(),
		series: integer().notNull(),
		ordinal: integer().notNull(),
		number: text().notNull(),
		/** What it certifies (`AwardFacts`); what names the holder stands apart. */
		facts: jsonb().notNull(),
		awardedAt: timestamp({ withTimezone: true }).notNull(),
		agencyId: uuid(),
		unitId: uuid()
	},
	(t) => [
		// One chain per person and course: one first award, and after each at most one.
		unique('awards_once').on(t.personId, t.courseId, t.follows).nullsNotDistinct(),
		unique('awards_place_unique').on(t.organiser, t.year, t.series, t.ordinal),
		unique('awards_number_unique').on(t.number),
		foreignKey({ name: 'awards_follows_fk', columns: [t.follows], foreignColumns: [t.code] }),
		index('awards_organiser_index').on(t.organiser, t.awardedAt),
		check('awards_code_form', sql`${t.code} ~ '^[0-9A-HJKMNP-TV-Z]{26}$'`),
		check('awards_ordinal_positive', sql`${t.ordinal} > 0`)
	]
);

/** Whom an award names: as recorded when it was earned. The number and post are for paper only. */
export const awardHolders = pgTable('award_holders', {
	code: text()
		.primaryKey()
		.references(() => awards.code),
	personId: uuid().notNull(),
	name: text().notNull(),
	titleBefore: text().notNull(),
	titleAfter: text().notNull(),
	number: text(),
	post: text(),
	unit: text(),
	agency: text()
});

/** The holder says how name and titles are to be written; only then is a certificate issued. */
export const awardConfirmations = pgTable(
	'award_confirmations',
	{
		code: text()
			.primaryKey()
			.references(() => awards.code),
		personId: uuid().notNull(),
		name: text().notNull(),
		titleBefore: text().notNull(),
		titleAfter: text().notNull(),
		confirmedAt: timestamp({ withTimezone: true }).notNull()
	},
	(t) => [
		index('award_confirmations_at_index').on(t.confirmedAt),
		check('award_confirmations_name_filled', sql`btrim(${t.name}) <> ''`)
	]
);

/** A certificate as it was issued: these bytes, once and for ever. */
export const certificates = pgTable(
	'certificates',
	{
		code: text()
			.primaryKey()
			.references(() => awards.code),
		personId: uuid().notNull(),
		issuedAt: timestamp({ withTimezone: true }).notNull(),
		keyId: uuid()
			.notNull()
			.references(() => signingKeys.id),
		/** The signed credential, character by character. */
		credential: text().notNull(),
		pdf: bytea().notNull(),
		/** Which bit of which published list tells of its revocation. */
		statusList: text().notNull(),
		statusIndex: integer().notNull()
	},
	(t) => [
		unique('certificates_status_unique').on(t.statusList, t.statusIndex),
		index('certificates_person_index').on(t.personId),
		check('certificates_status_range', sql`${t.statusIndex} between 0 and 131071`)
	]
);

/** What could not be issued when it was tried, until it is. Waits longer each time, and behind what was not tried yet. */
export const issuingFailures = pgTable(
	'issuing_failures',
	{
		code: text()
			.primaryKey()
			.references(() => awards.code),
		failures: integer().notNull(),
		failedAt: timestamp({ withTimezone: true }).notNull(),
		/** Code or kind of the last error; its words are in the log alone, since they may name somebody. */
		why: text().notNull(),
		retryAt: timestamp({ withTimezone: true }).notNull()
	},
	(t) => [check('issuing_failures_positive', sql`${t.failures} > 0`)]
);

/** Why a certificate, or an award before it was issued, no longer counts. It stays readable as it was. */
export const certificateRevocations = pgTable(
	'certificate_revocations',
	{
		code: text()
			.primaryKey()
			.references(() => awards.code),
		cause: text({
			enum: ['mistaken', 'fraudulent', 'requested', 'replaced', 'void']
		}).notNull(),
		/** In words anybody may read. */
		reason: text().notNull(),
		/** The award that takes its place. */
		replacedBy: text().references(() => awards.code),
		/** Null where the system did so after a restore. */
		revokedBy: uuid(),
		revokedAt: timestamp({ withTimezone: true }).notNull()
	},
	(t) => [
		unique('certificate_revocations_replacement_unique').on(t.replacedBy),
		check(
			'certificate_revocations_cause_known',
			sql`${t.cause} in ('mistaken', 'fraudulent', 'requested', 'replaced', 'void')`
		),
		check(
			'certificate_revocations_replacement',
			sql`(${t.cause} = 'replaced') = (${t.replacedBy} is not null)`
		),
		check(
			'certificate_revocations_reason_length',
			sql`char_length(btrim(${t.reason})) between 1 and 500`
		)
	]
);

/**
 * That a revocation was wrong, as an objection showed: what was revoked stays so, and an award that follows it takes its
 * place.
 */
export const certificateRestorations = pgTable(
	'certificate_restorations',
	{
		/** The revoked one. */
		code: text()
			.primaryKey()
			.references(() => awards.code),
		/** The award given in its place. */
		restoredAs: text()
			.notNull()
			.references(() => awards.code),
		reason: text().notNull(),
		restoredBy: uuid().notNull(),
		restoredAt: timestamp({ withTimezone: true }).notNull()
	},
	(t) => [
		unique('certificate_restorations_award_unique').on(t.restoredAs),
		check(
			'certificate_restorations_reason_length',
			sql`char_length(btrim(${t.reason})) between 1 and 500`
		)
	]
);

/**
 * Who signs an organiser's certificates by office, and where they are issued: from a day on, for what is awarded then. Of
 * one day the latest word counts. Without any: the head of the organiser, and no place.
 */
export const certificateSignatories = pgTable(
	'certificate_signatories',
	{
		id: uuid().primaryKey(),
		/** Code of the organiser. */
		organiser: text().notNull(),
		post: text().notNull(),
		name: text(),
		/** Town, e.g. `Semarang`. */
		place: text(),
		/** In Asia/Jakarta. */
		fromOn: date().notNull(),
		setBy: uuid().notNull(),
		setAt: timestamp({ withTimezone: true }).notNull()
	},
	(t) => [
		index('certificate_signatories_organiser_index').on(t.organiser, t.fromOn),
		check(
			'certificate_signatories_filled',
			sql`btrim(${t.post}) <> '' and btrim(${t.name}) <> '' and btrim(${t.place}) <> ''`
		)
	]
);

/** What a holder lets everybody see of the result, and takes back: the newest row counts. */
export const scoreShares = pgTable(
	'score_shares',
	{
		code: text()
			.notNull()
			.references(() => awards.code),
		/** From 1. */
		ordinal: integer().notNull(),
		personId: uuid().notNull(),
		shared: boolean().notNull(),
		at: timestamp({ withTimezone: true }).notNull()
	},
	(t) => [
		primaryKey({ name: 'score_shares_pk', columns: [t.code, t.ordinal] }),
		check('score_shares_ordinal_positive', sql`${t.ordinal} > 0`)
	]
);
