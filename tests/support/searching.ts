import { expect } from 'vitest';
import { publishRegistries } from '#lib/server/catalog/registry.ts';
import type { Database } from '#lib/server/db/connect.ts';
import { PUBLIC, SYSTEM } from '#lib/server/db/scope.ts';
import { publishCourse as publishAndIndex } from '#lib/server/journeys/publish-course.ts';
import { readSearch } from '#lib/server/search/address.ts';
import { search } from '#lib/server/search/search.ts';
import { aCourse, aLesson, exampleTexts, registry } from './courses.ts';
import { actAs } from './database.ts';
import { aPublication, bySystem } from './publications.ts';

/** A lesson with a title and a text of its own; `check` names its question. */
export const lesson = (title: string, body: string) =>
	aLesson(body, { title, check: title.toLowerCase().replace(/[^a-z]+/g, '-') });

interface CourseTexts {
	edition?: string;
	topics?: string;
	provider?: string;
	competency?: string | null;
	lessons?: Record<string, string>;
	glossary?: string;
}

/** Publishes and indexes a course with these texts. */
export async function publishCourse(
	db: Database,
	courseId: string,
	{
		edition = '2026.1',
		topics = '',
		provider = 'Contoh',
		competency = null,
		...texts
	}: CourseTexts = {}
): Promise<void> {
	const { lessons = {}, glossary = exampleTexts['glossary.md']! } = texts;
	await publishRegistries(db, registry, bySystem);
	const count = 1 + Object.keys(lessons).length;
	const result = await publishAndIndex(db, {
		...aPublication(),
		courseId,
		files: aCourse({
			'course.md': exampleTexts['course.md']!.replace('2026.1', edition)
				.replace('jp: 1', `jp: ${count}`)
				.replace(
					'providers: [Contoh]',
					`providers: [${provider}]\ntopics: [${topics}]${competency ? `\ncompetencies:\n  - id: ${competency}\n    level: 1` : ''}`
				),
			'01-dasar/module.md': exampleTexts['01-dasar/module.md']!.replace('jp: 1', `jp: ${count}`),
			'glossary.md': glossary,
			...Object.fromEntries(
				Object.entries(lessons).map(([name, text]) => [`01-dasar/${name}.md`, text])
			)
		})
	});
	expect(result.problems.filter(({ severity }) => severity !== 'warning')).toEqual([]);
	expect(result.outcome).toBe('published');
}

/** What the public finds under the query of an address. */
export async function find(db: Database, address: string) {
	await actAs(db, PUBLIC);
	const result = await search(db, readSearch(new URLSearchParams(address)));
	await actAs(db, SYSTEM);
	return result;
}

/** The ids of what was found, best first. */
export const targets = ({ found }: Awaited<ReturnType<typeof find>>) =>
	found.map(({ target }) => target);
