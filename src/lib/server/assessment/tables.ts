import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	customType,
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

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

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
	/** Minutes; null or, in attempts from before there were limits, absent where there is none. */
	timeLimit?: number | null;
}

/** What an essay is marked by, as the release has it; frozen with each mark. */
export interface Rubric {
	/** Names of the levels, as the columns stand. */
	levels: string[];
	/** From the weakest to the best, or the other way round; lacking in rubrics from before it was kept. */
	order?: 'naik' | 'turun';
	/** `levels`: what each level looks like. A weight is null where all weigh the same. */
	criteria: { name: string; weight: number | null; levels: string[] }[];
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
		savedAt: timestamp({ withTimezone: true }).notNull(),
		/** When it was given, which may be long before; null where that is when it was saved. */
		givenAt: timestamp({ withTimezone: true })
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

/**
 * The project of a course as its learner hands it in: a draft until then, never changed from then on. What is sent back
 * is followed by another version. Stamped with agency and unit as they were when it was handed in.
 */
export const handIns = pgTable(
	'hand_ins',
	{
		personId: uuid().notNull(),
		courseId: text().notNull(),
		/** Order of the versions, from 1. */
		number: integer().notNull(),
		/** The release whose brief and rubric it follows. */
		releaseId: text().notNull(),
		/** Null where nothing is written, and once it was erased. */
		text: text(),
		/** Counts the changes of the draft: tells what a form showed from what came since. */
		revision: integer().notNull(),
		changedAt: timestamp({ withTimezone: true }).notNull(),
		/** Null: a draft. */
		handedInAt: timestamp({ withTimezone: true }),
		agencyId: uuid(),
		unitId: uuid()
	},
	(t) => [
		primaryKey({ name: 'hand_ins_pk', columns: [t.personId, t.courseId, t.number] }),
		uniqueIndex('hand_ins_draft_unique')
			.on(t.personId, t.courseId)
			.where(sql`${t.handedInAt} is null`),
		check('hand_ins_number_positive', sql`${t.number} > 0`),
		check('hand_ins_text_length', sql`char_length(${t.text}) between 1 and 50000`)
	]
);

/** A file of a project, by its content: the same bytes of the same person are one row, in however many versions. */
export const projectFiles = pgTable(
	'project_files',
	{
		personId: uuid().notNull(),
		sha256: text().notNull(),
		mediaType: text({ enum: ['application/pdf', 'image/jpeg', 'image/png'] }).notNull(),
		size: integer().notNull(),
		/** Null once erased. The file's own name is not kept: it often names somebody. */
		bytes: bytea(),
		uploadedAt: timestamp({ withTimezone: true }).notNull()
	},
	(t) => [
		primaryKey({ name: 'project_files_pk', columns: [t.personId, t.sha256] }),
		check(
			'project_files_type_known',
			sql`${t.mediaType} in ('application/pdf', 'image/jpeg', 'image/png')`
		),
		check(
			'project_files_size_true',
			sql`${t.size} = octet_length(${t.bytes}) and ${t.size} between 1 and 5242880`
		),
		check('project_files_hash_true', sql`${t.sha256} = encode(sha256(${t.bytes}), 'hex')`)
	]
);

/** Which files belong to a version of a project. */
export const handInFiles = pgTable(
	'hand_in_files',
	{
		personId: uuid().notNull(),
		courseId: text().notNull(),
		number: integer().notNull(),
		sha256: text().notNull(),
		/** Order, as they were added. */
		position: integer().notNull()
	},
	(t) => [
		primaryKey({
			name: 'hand_in_files_pk',
			columns: [t.personId, t.courseId, t.number, t.sha256]
		}),
		foreignKey({
			name: 'hand_in_files_version_fk',
			columns: [t.personId, t.courseId, t.number],
			foreignColumns: [handIns.personId, handIns.courseId, handIns.number]
		}),
		foreignKey({
			name: 'hand_in_files_file_fk',
			columns: [t.personId, t.sha256],
			foreignColumns: [projectFiles.personId, projectFiles.sha256]
		}),
		index('hand_in_files_file_index').on(t.personId, t.sha256)
	]
);

/**
 * What people mark: an essay of an attempt that was sent in, or a version of a project that was handed in. What it awaits
 * and what it earned is derived from its marks.
 */
export const works = pgTable(
	'works',
	{
		/** All that a marker learns of who wrote it: nothing. */
		id: uuid().primaryKey().defaultRandom(),
		personId: uuid().notNull(),
		/** Of an essay, with question and test; null where it is a project. */
		attemptId: uuid(),
		questionId: text(),
		releaseId: text().notNull(),
		courseId: text().notNull(),
		testId: text(),
		/** Of a project: the number of its version. */
		handIn: integer(),
		/** 0–100; null where none must be reached. Frozen when it was sent. */
		passMark: numeric({ precision: 5, scale: 2, mode: 'number' }),
		sentAt: timestamp({ withTimezone: true }).notNull(),
		/** Which reading it waits for; null once it is settled. */
		awaits: text({ enum: ['first', 'second', 'third'] }).default('first'),
		/** Which reading it was settled without and may still get. */
		lacks: text({ enum: ['second', 'third'] }),
		/** 0–100, from the marks that count; null until it is settled. */
		score: numeric({ precision: 5, scale: 2, mode: 'number' })
	},
	(t) => [
		unique('works_answer_unique').on(t.personId, t.attemptId, t.questionId),
		foreignKey({
			name: 'works_attempt_fk',
			columns: [t.personId, t.attemptId],
			foreignColumns: [attempts.personId, attempts.id]
		}),
		unique('works_hand_in_unique').on(t.personId, t.courseId, t.handIn),
		foreignKey({
			name: 'works_hand_in_fk',
			columns: [t.personId, t.courseId, t.handIn],
			foreignColumns: [handIns.personId, handIns.courseId, handIns.number]
		}),
		check(
			'works_essay_or_project',
			sql`num_nonnulls(${t.attemptId}, ${t.questionId}, ${t.testId}) = case when ${t.handIn} is null then 3 else 0 end`
		),
		index('works_waiting_index')
			.on(t.courseId, t.sentAt)
			.where(sql`${t.awaits} is not null`),
		check('works_awaits_known', sql`${t.awaits} in ('first', 'second', 'third')`),
		check(
			'works_lacks_settled',
			sql`${t.lacks} is null or ${t.lacks} in ('second', 'third') and ${t.awaits} is null`
		),
		check('works_score_range', sql`${t.score} between 0 and 100`),
		check('works_settled_scored', sql`(${t.awaits} is null) = (${t.score} is not null)`)
	]
);

/** One reading of a work by one marker, with the rubric it followed; only its words are ever emptied, on erasure. */
export const marks = pgTable(
	'marks',
	{
		/** Made by the form: the same form sent twice is one mark. */
		id: uuid().primaryKey(),
		workId: uuid()
			.notNull()
			.references(() => works.id),
		/** The person (identity.people) who marked. */
		markerId: uuid().notNull(),
		markedAt: timestamp({ withTimezone: true }).notNull(),
		rubric: jsonb().$type<Rubric>().notNull(),
		/** Which level each criterion reached, as an index into the rubric's levels. */
		levels: integer().array().notNull(),
		/** 0–100. */
		score: numeric({ precision: 5, scale: 2, mode: 'number' }).notNull(),
		/** To the learner. */
		comment: text(),
		/** The mark it takes the place of. */
		replaces: uuid(),
		/** Why. */
		reason: text()
	},
	(t) => [
		uniqueIndex('marks_first_unique')
			.on(t.workId, t.markerId)
			.where(sql`${t.replaces} is null`),
		unique('marks_replaces_unique').on(t.replaces),
		foreignKey({ name: 'marks_replaces_fk', columns: [t.replaces], foreignColumns: [t.id] }),
		check('marks_score_range', sql`${t.score} between 0 and 100`),
		check('marks_comment_length', sql`char_length(${t.comment}) between 1 and 5000`),
		check('marks_reason_length', sql`char_length(${t.reason}) between 1 and 2000`)
	]
);

/** That a work was settled on the readings there were, because nobody was there for the one it awaited. Never changed. */
export const workSettlements = pgTable(
	'work_settlements',
	{
		workId: uuid()
			.primaryKey()
			.references(() => works.id),
		settledAt: timestamp({ withTimezone: true }).notNull(),
		/** Since when nobody was there. */
		unreadSince: timestamp({ withTimezone: true }).notNull(),
		awaited: text({ enum: ['second', 'third'] }).notNull(),
		/** How many readings there were. */
		readings: integer().notNull()
	},
	(t) => [
		check('work_settlements_awaited_known', sql`${t.awaited} in ('second', 'third')`),
		check(
			'work_settlements_readings',
			sql`${t.readings} = case ${t.awaited} when 'second' then 1 else 2 end`
		)
	]
);

/** A project sent back to be mended, once a version, by one who reads it; only the words are ever emptied, on erasure. */
export const workReturns = pgTable(
	'work_returns',
	{
		workId: uuid()
			.primaryKey()
			.references(() => works.id),
		/** The person (identity.people) who sent it back. */
		markerId: uuid().notNull(),
		returnedAt: timestamp({ withTimezone: true }).notNull(),
		/** To the learner: what is to be mended. */
		words: text()
	},
	(t) => [check('work_returns_words_length', sql`char_length(${t.words}) between 1 and 5000`)]
);

/** That a marker reads a work, so that nobody else writes the same reading meanwhile. */
export const workReservations = pgTable(
	'work_reservations',
	{
		id: uuid().primaryKey().defaultRandom(),
		workId: uuid()
			.notNull()
			.references(() => works.id),
		/** The person (identity.people) who reads. */
		markerId: uuid().notNull(),
		reservedAt: timestamp({ withTimezone: true }).notNull(),
		/** When it lapses by itself. */
		heldUntil: timestamp({ withTimezone: true }).notNull(),
		/** When it was given up, or the work marked. */
		endedAt: timestamp({ withTimezone: true })
	},
	(t) => [
		index('work_reservations_open_index')
			.on(t.workId)
			.where(sql`${t.endedAt} is null`),
		check(
			'work_reservations_short',
			sql`${t.heldUntil} > ${t.reservedAt} and ${t.heldUntil} <= ${t.reservedAt} + interval '2 hours'`
		)
	]
);

/** A learner whose attempts are used up asks for one more. Only the reason is ever emptied, on erasure. */
export const chanceRequests = pgTable(
	'chance_requests',
	{
		id: uuid().primaryKey().defaultRandom(),
		personId: uuid().notNull(),
		releaseId: text().notNull(),
		courseId: text().notNull(),
		testId: text().notNull(),
		/** Counts the requests of this person for this test in this release, from 1. */
		number: integer().notNull(),
		requestedAt: timestamp({ withTimezone: true }).notNull(),
		reason: text(),
		agencyId: uuid(),
		unitId: uuid()
	},
	(t) => [
		unique('chance_requests_number_unique').on(t.personId, t.releaseId, t.testId, t.number),
		index('chance_requests_course_index').on(t.courseId, t.requestedAt),
		check('chance_requests_number_positive', sql`${t.number} > 0`),
		check('chance_requests_reason_length', sql`char_length(${t.reason}) between 1 and 2000`)
	]
);

/** What became of a request. */
export const chanceDecisions = pgTable(
	'chance_decisions',
	{
		requestId: uuid()
			.primaryKey()
			.references(() => chanceRequests.id),
		granted: boolean().notNull(),
		/** Null: nobody answered in time, and the chance was used. */
		decidedBy: uuid(),
		decidedAt: timestamp({ withTimezone: true }).notNull(),
		/** To the learner. */
		reason: text()
	},
	(t) => [
		check('chance_decisions_silence_grants', sql`${t.decidedBy} is not null or ${t.granted}`),
		check('chance_decisions_reason_length', sql`char_length(${t.reason}) between 1 and 2000`)
	]
);

/** How long an open attempt with a time limit was worked on: the page's signs of life, summed up as they come. */
export const attemptClocks = pgTable(
	'attempt_clocks',
	{
		personId: uuid().notNull(),
		attemptId: uuid().notNull(),
		spentMs: integer().notNull(),
		beatAt: timestamp({ withTimezone: true }).notNull()
	},
	(t) => [
		primaryKey({ name: 'attempt_clocks_pk', columns: [t.personId, t.attemptId] }),
		foreignKey({
			name: 'attempt_clocks_attempt_fk',
			columns: [t.personId, t.attemptId],
			foreignColumns: [attempts.personId, attempts.id]
		}),
		check('attempt_clocks_spent_positive', sql`${t.spentMs} >= 0`)
	]
);

/** More time for one person in the tests of one course (WCAG 2.2.1). */
export const timeExtensions = pgTable(
	'time_extensions',
	{
		id: uuid().primaryKey().defaultRandom(),
		personId: uuid().notNull(),
		courseId: text().notNull(),
		/** What the limit is multiplied with. */
		factor: numeric({ precision: 3, scale: 2, mode: 'number' }).notNull(),
		reason: text({ enum: ['disability', 'health', 'equipment', 'other'] }).notNull(),
		grantedBy: uuid().notNull(),
		grantedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
		endedBy: uuid(),
		endedAt: timestamp({ withTimezone: true })
	},
	(t) => [
		uniqueIndex('time_extensions_open_unique')
			.on(t.personId, t.courseId)
			.where(sql`${t.endedAt} is null`),
		index('time_extensions_course_index').on(t.courseId),
		check('time_extensions_factor_range', sql`${t.factor} > 1 and ${t.factor} <= 5`),
		check(
			'time_extensions_reason_known',
			sql`${t.reason} in ('disability', 'health', 'equipment', 'other')`
		),
		check('time_extensions_end_whole', sql`(${t.endedAt} is null) = (${t.endedBy} is null)`)
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
