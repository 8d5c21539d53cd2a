import { describe, expect } from 'vitest';
import { aCourse, aLesson, exampleTexts, registry } from '../../../../tests/support/courses.ts';
import { test } from '../../../../tests/support/database.ts';
import type { Database } from '../db/connect.ts';
import { publish } from './publish.ts';
import { findCourse, findLesson, ownIntroduction } from './releases.ts';

async function released(db: Database) {
	await publish(db, {
		...{ courseId: 'data-1', publisher: null, home: 'folder' as const, registry, at: new Date() },
		files: aCourse({
			'01-dasar/module.md': `${exampleTexts['01-dasar/module.md']!}\n## Bekal\n\nSatu contoh.\n`,
			'01-dasar/01-gejala-silo.md': aLesson().replace(
				'minutes: 45',
				'minutes: 45\nlegal: [uu-1-2020]'
			)
		})
	});
	return (await findCourse(db, 'data-1'))!;
}

describe('what a release shows', () => {
	test('a module brings its own text, below its title, or higher on a page of its own', async ({
		db
	}) => {
		const [module] = (await released(db)).modules;
		expect(module!.introduction).toContain('Modul pertama, tentang data induk.');
		expect(module!.introduction).toMatch(/<h4 id="dasar--[^"]+">Bekal<\/h4>/);
		expect(ownIntroduction(module!.introduction)).toMatch(/<h2 id="dasar--[^"]+">Bekal<\/h2>/);
	});

	test('a lesson names the instruments it rests on, with their state today', async ({ db }) => {
		const { releaseId } = await released(db);
		const lesson = await findLesson(db, releaseId, 'gejala-silo');
		expect(lesson!.legal).toMatchObject([
			{ id: 'uu-1-2020', short: 'UU-1-2020', status: 'berlaku' }
		]);
	});
});
