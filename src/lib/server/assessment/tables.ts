import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	foreignKey,
	index,
	integer,
	jsonb,
	numeric,
	pgTable,
	primaryKey,
	text,
	timestamp,
	unique,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { questions, releases } from '../catalog/tables.ts';

/** One question of a paper; `order` are the ids of what is chosen from, as this paper lists them. */
export interface PaperItem {
	questionId: string;
	order: string[];
}

/** What an attempt is judged by; frozen with it. */
export interface Criteria {
	/** 0–100; null where no mark must be reached. */
	passMark: number | null;
	/** How many attempts there are; null where nobody counts. */
	attempts: number | null;
	/** Hours between sending one attempt and beginning the next. */
	waitHours: number;
}

/** What one question of an attempt earned; `points` of 1, null while it waits for a person. */
export interface ItemResult {
	questionId: string;
	objective: string | null;
	points: number | null;
	/** The release by whose key it was judged; lacking where that is the attempt's own. */
	keyOf?: string;
}

/**
 * One sitting of a quiz or test: the paper that was drawn and the criteria it is judged by, frozen when it began.
 * Stamped with agency and unit as they were then.
 */
export const attempts = pgTable(
	'attempts',
	{
		personId: uuid().notNull(),
		/** Made by the form that began it: the same form sent twice is one attempt. */
		id: uuid().notNull(),
		releaseId: text().notNull(),
		courseId: text().notNull(),
		/** `tes-awal`, `tes-akhir`, or the id of the quiz's module. */
		testId: text().notNull(),
		/** Counts the attempts of this person at this test in this release, from 1. */
		number: integer().notNull(),
		paper: jsonb().$type<PaperItem[]>().notNull(),
		criteria: jsonb().$type<Criteria>().notNull(),
		startedAt: timestamp({ withTimezone: true }).notNull(),
		submittedAt: timestamp({ withTimezone: true }),
		agencyId: uuid(),
		unitId: uuid()
	},
	(t) => [
		primaryKey({ name: 'attempts_pk', columns: [t.personId, t.id] }),
		unique('attempts_number_unique').on(t.personId, t.releaseId, t.testId, t.number),
		uniqueIndex('attempts_open_unique')
			.on(t.personId, t.releaseId, t.testId)
			.where(sql`${t.submittedAt} is null`),
		index('attempts_test_index').on(t.releaseId, t.testId),
		check('attempts_number_positive', sql`${t.number} > 0`),
		check('attempts_paper_filled', sql`jsonb_array_length(${t.paper}) > 0`),
		check('attempts_order', sql`${t.submittedAt} >= ${t.startedAt}`)
	]
);

/** The answer last given to a question of a paper: ids alone. Closed once the attempt was sent. */
export const attemptAnswers = pgTable(
	'attempt_answers',
	{
		personId: uuid().notNull(),
		attemptId: uuid().notNull(),
		questionId: text().notNull(),
		/** Option ids; of pairs `left:right`, of steps `step:position`. Empty where the answer is typed. */
		choice: text().array().notNull(),
		savedAt: timestamp({ withTimezone: true }).notNull()
	},
	(t) => [
		primaryKey({
			name: 'attempt_answers_pk',
			columns: [t.personId, t.attemptId, t.questionId]
		}),
		foreignKey({
			name: 'attempt_answers_attempt_fk',
			columns: [t.personId, t.attemptId],
			foreignColumns: [attempts.personId, attempts.id]
		})
	]
);

/** What a person typed in a test: apart from the answers, so that it can be erased without touching them. */
export const attemptTexts = pgTable(
	'attempt_texts',
	{
		personId: uuid().notNull(),
		attemptId: uuid().notNull(),
		questionId: text().notNull(),
		text: text().notNull()
	},
	(t) => [
		primaryKey({ name: 'attempt_texts_pk', columns: [t.personId, t.attemptId, t.questionId] }),
		foreignKey({
			name: 'attempt_texts_answer_fk',
			columns: [t.personId, t.attemptId, t.questionId],
			foreignColumns: [attemptAnswers.personId, attemptAnswers.attemptId, attemptAnswers.questionId]
		}),
		check('attempt_texts_length', sql`char_length(${t.text}) between 1 and 20000`)
	]
);

/** A judgement of an attempt, never changed: a later one, by a person or a mended key, stands beside it and counts. */
export const gradings = pgTable(
	'gradings',
	{
		personId: uuid().notNull(),
		attemptId: uuid().notNull(),
		/** Order of judgement, from 1. */
		ordinal: integer().notNull(),
		cause: text({ enum: ['sent', 'marked', 'key-mended', 'undone'] }).notNull(),
		gradedAt: timestamp({ withTimezone: true }).notNull(),
		items: jsonb().$type<ItemResult[]>().notNull(),
		/** 0–100; null while a question waits for a person. */
		score: numeric({ precision: 5, scale: 2, mode: 'number' }),
		passed: boolean(),
		/** The decision about keys that it carries out. */
		correctionId: uuid().references(() => corrections.id)
	},
	(t) => [
		primaryKey({ name: 'gradings_pk', columns: [t.personId, t.attemptId, t.ordinal] }),
		foreignKey({
			name: 'gradings_attempt_fk',
			columns: [t.personId, t.attemptId],
			foreignColumns: [attempts.personId, attempts.id]
		}),
		uniqueIndex('gradings_correction_unique')
			.on(t.correctionId, t.personId, t.attemptId)
			.where(sql`${t.correctionId} is not null`),
		check('gradings_cause_known', sql`${t.cause} in ('sent', 'marked', 'key-mended', 'undone')`),
		check('gradings_score_range', sql`${t.score} between 0 and 100`),
		check('gradings_pass_scored', sql`${t.passed} is null or ${t.score} is not null`)
	]
);

/** A decision to judge by mended keys what was judged by wrong ones, or to take such a decision back. Never changed. */
export const corrections = pgTable(
	'corrections',
	{
		id: uuid().primaryKey().defaultRandom(),
		courseId: text().notNull(),
		/** Order of decision within the course, from 1. */
		ordinal: integer().notNull(),
		kind: text({ enum: ['mend', 'undo'] }).notNull(),
		/** The decision that is taken back; at most once. */
		undoes: uuid(),
		/** The newest release whose keys were wrong, and the one that has the right ones. */
		fromRelease: text()
			.notNull()
			.references(() => releases.id),
		toRelease: text()
			.notNull()
			.references(() => releases.id),
		questionIds: text().array().notNull(),
		/** In words that those concerned may read. */
		reason: text().notNull(),
		/** The person (identity.people); null when somebody decided by command. */
		decidedBy: uuid(),
		decidedAt: timestamp({ withTimezone: true }).notNull()
	},
	(t) => [
		foreignKey({ name: 'corrections_undoes_fk', columns: [t.undoes], foreignColumns: [t.id] }),
		unique('corrections_ordinal_unique').on(t.courseId, t.ordinal),
		unique('corrections_undone_once').on(t.undoes),
		check('corrections_kind_known', sql`${t.kind} in ('mend', 'undo')`),
		check('corrections_undo_named', sql`(${t.kind} = 'undo') = (${t.undoes} is not null)`),
		check('corrections_questions_filled', sql`cardinality(${t.questionIds}) > 0`),
		check('corrections_reason_length', sql`char_length(${t.reason}) between 10 and 1000`)
	]
);

/** Which questions of which earlier releases a decision judges by its key: those that mean the same there. */
export const correctionKeys = pgTable(
	'correction_keys',
	{
		correctionId: uuid()
			.notNull()
			.references(() => corrections.id),
		releaseId: text().notNull(),
		questionId: text().notNull()
	},
	(t) => [
		primaryKey({
			name: 'correction_keys_pk',
			columns: [t.correctionId, t.releaseId, t.questionId]
		}),
		foreignKey({
			name: 'correction_keys_question_fk',
			columns: [t.releaseId, t.questionId],
			foreignColumns: [questions.releaseId, questions.id]
		})
	]
);

/** That every attempt a decision concerns has been judged again; without it, this goes on at the next round. */
export const correctionSettlements = pgTable('correction_settlements', {
	correctionId: uuid()
		.primaryKey()
		.references(() => corrections.id),
	settledAt: timestamp({ withTimezone: true }).notNull(),
	/** How many attempts were judged again. */
	attempts: integer().notNull()
});
