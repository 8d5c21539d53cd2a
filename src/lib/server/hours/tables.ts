import { sql } from 'drizzle-orm';
import {
	type AnyPgColumn,
	check,
	customType,
	date,
	foreignKey,
	index,
	integer,
	numeric,
	pgTable,
	primaryKey,
	text,
	timestamp,
	unique,
	uuid
} from 'drizzle-orm/pg-core';

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

/** JP, with two decimals: modules have halves and tenths. */
const jp = () => numeric({ precision: 6, scale: 2, mode: 'number' });

/** What a training was, in the words of its certificate; the same for what is submitted and what is recorded. */
const training = () => ({
	title: text().notNull(),
	organiser: text().notNull(),
	/** A code of `forms.ts`. */
	form: text().notNull()
});

/**
 * A file that proves a training. It belongs to its person and hangs on no submission until one names it, so that a
 * refused form need not be sent with its file again. The file's own name is not kept: it often carries a NIP.
 */
export const hourEvidence = pgTable(
	'hour_evidence',
	{
		id: uuid().primaryKey().defaultRandom(),
		personId: uuid().notNull(),
		mediaType: text({ enum: ['application/pdf', 'image/jpeg', 'image/png'] }).notNull(),
		size: integer().notNull(),
		bytes: bytea().notNull(),
		uploadedAt: timestamp({ withTimezone: true }).notNull()
	},
	(t) => [
		unique('hour_evidence_person_unique').on(t.personId, t.id),
		check(
			'hour_evidence_type_known',
			sql`${t.mediaType} in ('application/pdf', 'image/jpeg', 'image/png')`
		),
		check(
			'hour_evidence_size_true',
			sql`${t.size} = octet_length(${t.bytes}) and ${t.size} between 1 and 5242880`
		)
	]
);

/** A training from elsewhere that its learner asks to have recorded; stamped with agency and unit as they were then. */
export const hourSubmissions = pgTable(
	'hour_submissions',
	{
		/** Made by the form that sent it: the same form sent twice is one submission. */
		id: uuid().primaryKey(),
		personId: uuid().notNull(),
		agencyId: uuid().notNull(),
		unitId: uuid(),
		submittedAt: timestamp({ withTimezone: true }).notNull()
	},
	(t) => [
		unique('hour_submissions_person_unique').on(t.personId, t.id),
		index('hour_submissions_place_index').on(t.agencyId, t.unitId)
	]
);

/** What a submission said each time it was sent: first, and again after it was returned. */
export const hourVersions = pgTable(
	'hour_versions',
	{
		/** Of submission and file alike, so that nobody sends with a file of somebody else. */
		personId: uuid().notNull(),
		submissionId: uuid().notNull(),
		/** From 1; the last one counts. */
		number: integer().notNull(),
		...training(),
		jp: jp().notNull(),
		startedOn: date().notNull(),
		endedOn: date().notNull(),
		certificate: text().notNull(),
		evidenceId: uuid().notNull(),
		sentAt: timestamp({ withTimezone: true }).notNull()
	},
	(t) => [
		primaryKey({ name: 'hour_versions_pk', columns: [t.submissionId, t.number] }),
		foreignKey({
			name: 'hour_versions_submission_fk',
			columns: [t.personId, t.submissionId],
			foreignColumns: [hourSubmissions.personId, hourSubmissions.id]
		}),
		foreignKey({
			name: 'hour_versions_evidence_fk',
			columns: [t.personId, t.evidenceId],
			foreignColumns: [hourEvidence.personId, hourEvidence.id]
		}),
		index('hour_versions_evidence_index').on(t.evidenceId),
		check('hour_versions_number_positive', sql`${t.number} > 0`),
		check('hour_versions_jp_positive', sql`${t.jp} > 0`),
		check('hour_versions_period_ordered', sql`${t.endedOn} >= ${t.startedOn}`)
	]
);

/** An officer's answer to a version: one each. */
export const hourDecisions = pgTable(
	'hour_decisions',
	{
		submissionId: uuid().notNull(),
		number: integer().notNull(),
		outcome: text({ enum: ['approved', 'returned'] }).notNull(),
		/** What is to be mended; when approved, why it counts although there were signs that it is recorded already. */
		reason: text(),
		decidedBy: uuid().notNull(),
		decidedAt: timestamp({ withTimezone: true }).notNull()
	},
	(t) => [
		primaryKey({ name: 'hour_decisions_pk', columns: [t.submissionId, t.number] }),
		foreignKey({
			name: 'hour_decisions_version_fk',
			columns: [t.submissionId, t.number],
			foreignColumns: [hourVersions.submissionId, hourVersions.number]
		}),
		check('hour_decisions_outcome_known', sql`${t.outcome} in ('approved', 'returned')`),
		check('hour_decisions_reason', sql`${t.outcome} = 'approved' or ${t.reason} is not null`)
	]
);

/** A submission taken back by its learner before it was decided. */
export const hourWithdrawals = pgTable('hour_withdrawals', {
	submissionId: uuid()
		.primaryKey()
		.references(() => hourSubmissions.id),
	withdrawnAt: timestamp({ withTimezone: true }).notNull()
});

/**
 * The ledger of JP (Riwayat JP): one row per module earned, training confirmed, or row taken back; never changed. A
 * mended row is a reversal and a new row. Stamped with agency and unit; the sum of `jp` is the truth.
 */
export const hourEntries = pgTable(
	'hour_entries',
	{
		personId: uuid().notNull(),
		/** What it was earned with, e.g. `modul:spbe-101:m1`: the same thing earned twice is one row. */
		key: text().notNull(),
		kind: text({ enum: ['module', 'external', 'project', 'reversal'] }).notNull(),
		courseId: text(),
		releaseId: text(),
		moduleId: text(),
		submissionId: uuid().references(() => hourSubmissions.id),
		/** The key of the row this one takes back. */
		reverses: text(),
		/** Why it was taken back. */
		reason: text(),
		...training(),
		/** Negative in a reversal. */
		jp: jp().notNull(),
		startedOn: date(),
		/** The day that decides the year, in Asia/Jakarta; a reversal has the day of what it takes back. */
		earnedOn: date().notNull(),
		/** Number of the certificate. */
		certificate: text(),
		/** Null when the platform did. */
		recordedBy: uuid(),
		recordedAt: timestamp({ withTimezone: true }).notNull(),
		agencyId: uuid(),
		unitId: uuid()
	},
	(t) => [
		primaryKey({ name: 'hour_entries_pk', columns: [t.personId, t.key] }),
		unique('hour_entries_reversed_once').on(t.personId, t.reverses),
		foreignKey({
			name: 'hour_entries_reverses_fk',
			columns: [t.personId, t.reverses],
			foreignColumns: [t.personId, t.key] as [AnyPgColumn, AnyPgColumn]
		}),
		index('hour_entries_place_index').on(t.agencyId, t.unitId),
		index('hour_entries_year_index').on(t.personId, t.earnedOn),
		check(
			'hour_entries_kind_known',
			sql`${t.kind} in ('module', 'external', 'project', 'reversal')`
		),
		check(
			'hour_entries_sign',
			sql`case ${t.kind} when 'reversal' then ${t.jp} < 0 else ${t.jp} > 0 end`
		),
		check(
			'hour_entries_reversal_whole',
			sql`(${t.kind} = 'reversal') = (${t.reverses} is not null) and (${t.reverses} is null) = (${t.reason} is null)`
		),
		check(
			'hour_entries_module_named',
			sql`${t.kind} <> 'module' or num_nonnulls(${t.courseId}, ${t.releaseId}, ${t.moduleId}) = 3`
		),
		check(
			'hour_entries_period_ordered',
			sql`${t.startedOn} is null or ${t.startedOn} <= ${t.earnedOn}`
		)
	]
);

/** Rules that the platform's administrator set beside the statutory ones (`rules.ts`); of one day the latest counts. */
export const hourRules = pgTable(
	'hour_rules',
	{
		id: uuid().primaryKey().defaultRandom(),
		employeeKind: text({
			enum: ['pns', 'cpns', 'pppk', 'pppk-paruh-waktu', 'non-asn']
		}).notNull(),
		/** JP that must be reached; null for no lower bound. */
		minimum: jp(),
		/** JP that should not be exceeded; null for no upper bound. */
		maximum: jp(),
		basis: text({ enum: ['calendar-year', 'contract-year'] }).notNull(),
		/** Holds from this day until the next rule of this kind begins. */
		fromOn: date().notNull(),
		/** The decree or regulation it rests on. */
		source: text().notNull(),
		setBy: uuid().notNull(),
		setAt: timestamp({ withTimezone: true }).notNull()
	},
	(t) => [
		index('hour_rules_kind_index').on(t.employeeKind, t.fromOn),
		check(
			'hour_rules_kind_known',
			sql`${t.employeeKind} in ('pns', 'cpns', 'pppk', 'pppk-paruh-waktu', 'non-asn')`
		),
		check('hour_rules_basis_known', sql`${t.basis} in ('calendar-year', 'contract-year')`),
		check(
			'hour_rules_bounds',
			sql`${t.minimum} > 0 and ${t.maximum} > 0 and ${t.minimum} <= ${t.maximum}`
		)
	]
);

/** Work agreements of PPPK (perjanjian kerja): their years are the years that JP are counted in. */
export const contracts = pgTable(
	'contracts',
	{
		personId: uuid().notNull(),
		startsOn: date().notNull(),
		/** Last day; null where it is not known. */
		endsOn: date(),
		recordedBy: uuid(),
		recordedAt: timestamp({ withTimezone: true }).notNull()
	},
	(t) => [
		primaryKey({ name: 'contracts_pk', columns: [t.personId, t.startsOn] }),
		check('contracts_period_ordered', sql`${t.endsOn} is null or ${t.endsOn} >= ${t.startsOn}`)
	]
);
