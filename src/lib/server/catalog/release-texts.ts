import { and, eq, inArray } from 'drizzle-orm';
import * as v from 'valibot';
import type { Database } from '../db/connect.ts';
import { courseFields, lessonFields } from './fields.ts';
import { splitFrontMatter } from './front-matter.ts';
import { kept } from './kept.ts';
import type { AnswerKey } from './keys.ts';
import { htmlOf, renderLesson, type RenderedLesson } from './lesson-page.ts';
import {
	files,
	glossaryTerms,
	lessons,
	questionKeys,
	questions,
	releaseFiles,
	releases,
	type References,
	type StoredOutline
} from './tables.ts';
import { readYaml } from './yaml-fields.ts';

// A release never changes, so what was made of it may be kept as long as the process, and with it the renderer, lives.

export interface ReleaseTexts {
	stored: StoredOutline;
	courseId: string;
	notes: string;
	publishedAt: Date;
	references: References;
	/** HTML by path of course.md and of each module.md. */
	introductions: Map<string, string>;
	/** How its quizzes and tests are judged, as course.md states it. */
	rules: TestRules;
}

/** What a course states of its tests; what it does not state is not asked. */
export interface TestRules {
	/** Marks to be reached, 0–100. */
	pass: {
		quiz?: number | undefined;
		posttest?: number | undefined;
		assignment?: number | undefined;
	};
	attempts: number | null;
	/** Between two attempts. */
	waitHours: number;
	/** Whether the evaluation survey is part of the course, and whether completing it asks for it. */
	survey: 'wajib' | 'sukarela' | null;
	/** Months for which a certificate is valid; null: it does not expire. */
	validity: number | null;
}

export interface ReleaseLesson {
	moduleId: string;
	title: string;
	minutes: number;
	/** Ids of the instruments it rests on. */
	legal: string[];
	rendered: RenderedLesson;
}

export interface StoredKey extends AnswerKey {
	lessonId: string | null;
}

/** All that is wanted of a lesson's front matter; what else an old release says there is let be. */
const legalField = v.object({ legal: lessonFields.entries.legal });

const { pass, attempts, waitHours, survey, validity } = courseFields.entries;
const ruleFields = v.object({ pass, attempts, waitHours, survey, validity });

const keptReleases = kept<ReleaseTexts>(200);
const keptGlossaries = kept<Map<string, { id: string; term: string; definition: string }>>(200);
const keptLessons = kept<ReleaseLesson>(1000);
const keptKeys = kept<StoredKey>(20_000);

/** Structure and introductions of a release; null when it is unknown. */
export async function readRelease(db: Database, releaseId: string): Promise<ReleaseTexts | null> {
	const known = keptReleases.get(releaseId);
	if (known) return known;
	const [release] = await db.select().from(releases).where(eq(releases.id, releaseId));
	if (!release) return null;
	const { outline: stored, courseId, notes, publishedAt, references } = release;
	const paths = [stored.path, ...stored.modules.map(({ path }) => path)];
	const [sources, glossary] = await Promise.all([
		readSources(db, releaseId, paths),
		readGlossary(db, releaseId)
	]);
	const explained = `/katalog/${courseId}/glosarium`;
	const introductions = new Map(
		[...sources].map(([path, { body }]) => {
			const { segments } = renderLesson(body, path, references, glossary, explained);
			return [path, htmlOf(segments.filter(({ kind }) => kind === 'html'))];
		})
	);
	return keptReleases.set(releaseId, {
		stored,
		courseId,
		notes,
		publishedAt,
		references,
		introductions,
		rules: rulesIn(sources.get(stored.path)?.yaml ?? '')
	});
}

function rulesIn(yaml: string): TestRules {
	return rulesOf(readYaml(yaml, ruleFields, 2).value ?? {});
}

/** The rules of tests that course.md states, with what holds where it states none. */
export function rulesOf(stated: v.InferOutput<typeof ruleFields>): TestRules {
	return {
		pass: stated.pass ?? {},
		attempts: stated.attempts ?? null,
		waitHours: stated.waitHours ?? 0,
		survey: stated.survey ?? null,
		validity: stated.validity ?? null
	};
}

/** A lesson of a release, rendered; null when the release lacks it. */
export async function readLesson(
	db: Database,
	releaseId: string,
	lessonId: string
): Promise<ReleaseLesson | null> {
	const name = `${releaseId}/${lessonId}`;
	const known = keptLessons.get(name);
	if (known) return known;
	const [found] = await db
		.select({
			moduleId: lessons.moduleId,
			title: lessons.title,
			minutes: lessons.minutes,
			path: lessons.path,
			references: releases.references
		})
		.from(lessons)
		.innerJoin(releases, eq(releases.id, lessons.releaseId))
		.where(and(eq(lessons.releaseId, releaseId), eq(lessons.id, lessonId)));
	if (!found) return null;
	const { moduleId, title, minutes, path, references } = found;
	const [sources, glossary] = await Promise.all([
		readSources(db, releaseId, [path]),
		readGlossary(db, releaseId)
	]);
	const { yaml, body } = sources.get(path) ?? { yaml: '', body: '' };
	const rendered = renderLesson(body, path, references, glossary);
	const legal = readYaml(yaml, legalField, 2).value?.legal ?? [];
	return keptLessons.set(name, { moduleId, title, minutes, legal, rendered });
}

/** Keys of some questions of a release; those it lacks are left out. */
export async function readKeys(
	db: Database,
	releaseId: string,
	questionIds: readonly string[]
): Promise<Map<string, StoredKey>> {
	const keys = new Map<string, StoredKey>();
	const missing: string[] = [];
	for (const id of questionIds) {
		const known = keptKeys.get(`${releaseId}/${id}`);
		if (known) keys.set(id, known);
		else missing.push(id);
	}
	if (missing.length === 0) return keys;
	const rows = await db
		.select({
			id: questionKeys.questionId,
			correct: questionKeys.correct,
			detail: questionKeys.detail,
			lessonId: questions.lessonId
		})
		.from(questionKeys)
		.innerJoin(
			questions,
			and(
				eq(questions.releaseId, questionKeys.releaseId),
				eq(questions.id, questionKeys.questionId)
			)
		)
		.where(and(eq(questionKeys.releaseId, releaseId), inArray(questionKeys.questionId, missing)));
	for (const { id, ...key } of rows) keys.set(id, keptKeys.set(`${releaseId}/${id}`, key));
	return keys;
}

/** Front matter and bodies of some files of a release, by path. */
export async function readSources(
	db: Database,
	releaseId: string,
	paths: string[]
): Promise<Map<string, { yaml: string; body: string }>> {
	const rows = await db
		.select({ path: releaseFiles.path, bytes: files.bytes })
		.from(releaseFiles)
		.innerJoin(files, eq(files.sha256, releaseFiles.sha256))
		.where(and(eq(releaseFiles.releaseId, releaseId), inArray(releaseFiles.path, paths)));
	return new Map(
		rows.map(({ path, bytes }) => [
			path,
			splitFrontMatter(Buffer.from(bytes).toString('utf8')) ?? { yaml: '', body: '' }
		])
	);
}

/** The glossary of a release, by id of the term. */
export async function readGlossary(
	db: Database,
	releaseId: string
): Promise<ReadonlyMap<string, { id: string; term: string; definition: string }>> {
	const known = keptGlossaries.get(releaseId);
	if (known) return known;
	const rows = await db.select().from(glossaryTerms).where(eq(glossaryTerms.releaseId, releaseId));
	return keptGlossaries.set(releaseId, new Map(rows.map((row) => [row.id, row])));
}
