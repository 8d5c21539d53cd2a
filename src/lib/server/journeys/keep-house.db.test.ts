import { expect } from 'vitest';
import { aCourse, registry } from '../../../../tests/support/courses.ts';
import { test } from '../../../../tests/support/database.ts';
import { publish } from '../catalog/publish.ts';
import { publishRegistries } from '../catalog/registry.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { listUnindexed } from '../search/indexing.ts';
import { keepHouse } from './keep-house.ts';

test('what search does not know is indexed as soon as the house is kept', async ({ pool }) => {
	const waiting = () => withScope(pool, SYSTEM, listUnindexed);
	const act = { publisher: null, at: new Date() };
	await withScope(pool, SYSTEM, async (db) => {
		await publishRegistries(db, registry, act);
		const files = aCourse();
		await publish(db, { courseId: 'data-1', home: 'folder', files, registry, ...act });
	});
	expect(await waiting()).toEqual(['data-1']);
	const failures: unknown[] = [];
	const stop = keepHouse(
		pool,
		() => Promise.resolve(),
		(error) => failures.push(error)
	);
	while ((await waiting()).length > 0 && failures.length === 0);
	await stop();
	expect(failures).toEqual([]);
});

test('what is given besides is done again and again, and waited for at the end', async ({
	pool
}) => {
	let [begun, ended] = [0, 0];
	const work = async (stop: AbortSignal) => {
		begun += 1;
		if (begun === 1) throw new Error('the first round fails');
		if (begun === 3) await new Promise((done) => stop.addEventListener('abort', done));
		ended += 1;
	};
	const failures: unknown[] = [];
	const stop = keepHouse(
		pool,
		() => Promise.resolve(),
		(error) => failures.push(error),
		[{ every: 0, work }]
	);
	while (begun < 3) await new Promise(setImmediate);
	await stop();
	expect([begun, ended]).toEqual([3, 2]);
	expect(failures).toMatchObject([{ message: 'the first round fails' }]);
});
