import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	foreignKey,
	index,
	integer,
	pgTable,
	primaryKey,
	text,
	timestamp,
	uuid
} from 'drizzle-orm/pg-core';

/** Who learns which release since when. Stamped with agency and unit as they were then. */
export const enrolments = pgTable(
	'enrolments',
	{
		personId: uuid().notNull(),
		releaseId: text().notNull(),
		courseId: text().notNull(),
		enrolledAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
		agencyId: uuid(),
		unitId: uuid()
	},
	(t) => [
		primaryKey({ name: 'enrolments_pk', columns: [t.personId, t.releaseId] }),
		index('enrolments_course_index').on(t.personId, t.courseId),
		index('enrolments_agency_index').on(t.agencyId, t.unitId)
	]
);

/**
 * The truth of learning: append-only, keyed by person and the client's own event id, ids only.
 * `claimedAt` is the device's time clamped between enrolment and receipt.
 */
export const learningEvents = pgTable(
	'learning_events',
	{
		personId: uuid().notNull(),
		id: uuid().notNull(),
		kind: text({
			enum: ['lesson-opened', 'check-answered', 'lesson-declared', 'place-reached']
		}).notNull(),
		releaseId: text().notNull(),
		lessonId: text().notNull(),
		questionId: text(),
		/** Option ids chosen. */
		choice: text().array(),
		/** As judged on receipt, by the key of the event's release. */
		correct: boolean(),
		/** Id of the heading or question the reader had reached. */
		place: text(),
		claimedAt: timestamp({ withTimezone: true }).notNull(),
		receivedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
		agencyId: uuid(),
		unitId: uuid()
	},
	(t) => [
		primaryKey({ name: 'learning_events_pk', columns: [t.personId, t.id] }),
		index('learning_events_lesson_index').on(t.personId, t.releaseId, t.lessonId),
		check(
			'learning_events_kind_known',
			sql`${t.kind} in ('lesson-opened', 'check-answered', 'lesson-declared', 'place-reached')`
		),
		check(
			'learning_events_answer_whole',
			sql`(${t.kind} = 'check-answered') = (${t.questionId} is not null and ${t.choice} is not null and ${t.correct} is not null)`
		),
		check(
			'learning_events_place_named',
			sql`(${t.kind} = 'place-reached') = (${t.place} is not null)`
		),
		check('learning_events_clock_clamped', sql`${t.claimedAt} <= ${t.receivedAt}`)
	]
);

/** What a person typed as an answer: apart from the events, so that it can be erased without touching them. */
export const typedAnswers = pgTable(
	'typed_answers',
	{
		personId: uuid().notNull(),
		eventId: uuid().notNull(),
		answer: text().notNull()
	},
	(t) => [
		primaryKey({ name: 'typed_answers_pk', columns: [t.personId, t.eventId] }),
		foreignKey({
			name: 'typed_answers_event_fk',
			columns: [t.personId, t.eventId],
			foreignColumns: [learningEvents.personId, learningEvents.id]
		}),
		check('typed_answers_short', sql`char_length(${t.answer}) between 1 and 200`)
	]
);

/** Where a learner stands in a lesson; derived from events, rebuilt by `rebuildStates`. */
export const lessonStates = pgTable(
	'lesson_states',
	{
		personId: uuid().notNull(),
		releaseId: text().notNull(),
		lessonId: text().notNull(),
		/** When something was last done in the lesson, by the learner's clock. */
		lastAt: timestamp({ withTimezone: true }).notNull(),
		place: text(),
		completedAt: timestamp({ withTimezone: true }),
		agencyId: uuid(),
		unitId: uuid()
	},
	(t) => [
		primaryKey({ name: 'lesson_states_pk', columns: [t.personId, t.releaseId, t.lessonId] }),
		index('lesson_states_agency_index').on(t.agencyId, t.unitId)
	]
);

/** The last answer to a check and whether it was ever right; derived from events. */
export const checkStates = pgTable(
	'check_states',
	{
		personId: uuid().notNull(),
		releaseId: text().notNull(),
		lessonId: text().notNull(),
		questionId: text().notNull(),
		tries: integer().notNull(),
		lastChoice: text().array().notNull(),
		/** The last answer, where it was typed: its words stand in `typed_answers`, or were erased there. */
		typedEvent: uuid(),
		lastCorrect: boolean().notNull(),
		lastAt: timestamp({ withTimezone: true }).notNull(),
		firstCorrectAt: timestamp({ withTimezone: true })
	},
	(t) => [
		primaryKey({
			name: 'check_states_pk',
			columns: [t.personId, t.releaseId, t.questionId]
		}),
		index('check_states_lesson_index').on(t.personId, t.releaseId, t.lessonId),
		check('check_states_tries_positive', sql`${t.tries} > 0`)
	]
);

/**
 * What learners write for themselves beside a lesson, tied to course, lesson and perhaps a section, so that it stays
 * when a newer edition comes. Read by nobody else (migration 0013).
 */
export const notes = pgTable(
	'notes',
	{
		personId: uuid().notNull(),
		/** Made by the form that was sent: the same form sent twice is one note. */
		id: uuid().notNull(),
		courseId: text().notNull(),
		lessonId: text().notNull(),
		/** The edition it was written in, which knows the titles of lesson and section for good. */
		releaseId: text().notNull(),
		/** Id of a heading; null for the lesson as a whole. */
		place: text(),
		/** Plain text. */
		text: text().notNull(),
		/** Counts the changes: a change names the version it was made from. */
		version: integer().notNull().default(1),
		writtenAt: timestamp({ withTimezone: true }).notNull(),
		changedAt: timestamp({ withTimezone: true }).notNull()
	},
	(t) => [
		primaryKey({ name: 'notes_pk', columns: [t.personId, t.id] }),
		index('notes_lesson_index').on(t.personId, t.courseId, t.lessonId),
		check('notes_text_length', sql`char_length(${t.text}) between 1 and 4000`),
		check('notes_version_positive', sql`${t.version} > 0`)
	]
);

/** Places that learners marked in order to find them again. Read by nobody else. */
export const bookmarks = pgTable(
	'bookmarks',
	{
		personId: uuid().notNull(),
		courseId: text().notNull(),
		lessonId: text().notNull(),
		/** Id of a heading; empty for the lesson as a whole. */
		place: text().notNull(),
		/** The edition it was marked in. */
		releaseId: text().notNull(),
		markedAt: timestamp({ withTimezone: true }).notNull()
	},
	(t) => [
		primaryKey({
			name: 'bookmarks_pk',
			columns: [t.personId, t.courseId, t.lessonId, t.place]
		})
	]
);
