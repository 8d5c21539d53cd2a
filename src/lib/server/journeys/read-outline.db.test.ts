import { describe, expect } from 'vitest';
import { test } from '../../../../tests/support/database.ts';
import { anEssaySent, aUsedUpQuiz, usedUpQuiz } from '../../../../tests/support/marking.ts';
import { readMyCourses, readOutline } from './read-outline.ts';
import { askForChance } from './sit-test.ts';

describe('a quiz that was begun', () => {
	test('waits while it is marked, and is no step meanwhile', async ({ db }) => {
		const { learner } = await anEssaySent(db);
		const outline = (await readOutline(db, learner, 'uraian-1'))!;
		expect(outline).toMatchObject({
			nextTest: null,
			waits: [{ id: 'dasar', state: 'marking', until: null }]
		});
		expect(await readMyCourses(db, learner)).toMatchObject([{ waits: [{ state: 'marking' }] }]);
	});

	test('without attempts left says so, and when a request for another is answered', async ({
		db
	}) => {
		const learner = await aUsedUpQuiz(db);
		const waits = async (now?: Date) =>
			(await readOutline(db, learner, usedUpQuiz.course, now))!.waits;
		expect(await waits()).toMatchObject([{ state: 'used-up', until: null }]);
		await askForChance(db, learner, usedUpQuiz, 'Koneksi terputus di tengah kuis.');
		const [{ until } = { until: null }] = await waits();
		expect(until!.getTime()).toBeGreaterThan(Date.now());
		expect(await waits(until!)).toEqual([]);
	});
});
