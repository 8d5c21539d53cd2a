import { sql } from 'drizzle-orm';
import {
	check,
	date,
	index,
	jsonb,
	numeric,
	pgTable,
	primaryKey,
	text,
	timestamp,
	uuid
} from 'drizzle-orm/pg-core';

/** A module that a learner completed in a release, once and for good. Stamped with agency and unit as they were then. */
export const moduleCompletions = pgTable(
	'module_completions',
	{
		personId: uuid().notNull(),
		releaseId: text().notNull(),
		moduleId: text().notNull(),
		courseId: text().notNull(),
		completedAt: timestamp({ withTimezone: true }).notNull(),
		agencyId: uuid(),
		unitId: uuid()
	},
	(t) => [
		primaryKey({
			name: 'module_completions_pk',
			columns: [t.personId, t.releaseId, t.moduleId]
		}),
		index('module_completions_agency_index').on(t.agencyId, t.unitId)
	]
);

/** A course that a learner completed in a release, once and for good, with what was reached then. */
export const courseCompletions = pgTable(
	'course_completions',
	{
		personId: uuid().notNull(),
		releaseId: text().notNull(),
		courseId: text().notNull(),
		completedAt: timestamp({ withTimezone: true }).notNull(),
		/** Of the test at the end, 0–100; null where the course has none. Read through `completion_score` alone. */
		score: numeric({ precision: 5, scale: 2, mode: 'number' }),
		agencyId: uuid(),
		unitId: uuid()
	},
	(t) => [
		primaryKey({ name: 'course_completions_pk', columns: [t.personId, t.releaseId] }),
		index('course_completions_agency_index').on(t.agencyId, t.unitId),
		check('course_completions_score_range', sql`${t.score} between 0 and 100`)
	]
);

/** That a learner has sent the evaluation survey of a release; what was said stands apart and names nobody. */
export const surveyCompletions = pgTable(
	'survey_completions',
	{
		personId: uuid().notNull(),
		releaseId: text().notNull(),
		/** Without a time: it must not lead from a person to an answer. */
		sentOn: date().notNull(),
		agencyId: uuid(),
		unitId: uuid()
	},
	(t) => [primaryKey({ name: 'survey_completions_pk', columns: [t.personId, t.releaseId] })]
);

/** What somebody said of a course: by whom is not kept. */
export const surveyAnswers = pgTable(
	'survey_answers',
	{
		id: uuid().primaryKey(),
		releaseId: text().notNull(),
		sentOn: date().notNull(),
		/** 1 (strongly disagree) to 5 (strongly agree), by the statement's id. */
		ratings: jsonb().$type<Record<string, number>>().notNull(),
		helpful: text().notNull(),
		missing: text().notNull()
	},
	(t) => [
		index('survey_answers_release_index').on(t.releaseId),
		check('survey_answers_helpful_length', sql`char_length(${t.helpful}) <= 2000`),
		check('survey_answers_missing_length', sql`char_length(${t.missing}) <= 2000`)
	]
);
