import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { aQuestion } from '../../../../tests/support/courses.ts';
import { test } from '../../../../tests/support/database.ts';
import { aPublication } from '../../../../tests/support/publications.ts';
import { find, lesson, publishCourse, targets } from '../../../../tests/support/searching.ts';
import type { Database } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { publishCourse as publishAndIndex } from '../journeys/publish-course.ts';
import { indexCourse, listUnindexed } from './indexing.ts';

describe('the index', () => {
	test('knows the newest release alone, and none of the words of older ones', async ({ db }) => {
		await publishCourse(db, 'data-1', {
			lessons: { '02-lama': lesson('Materi lama', 'Katakuna hanya di sini.') }
		});
		await publishCourse(db, 'data-2', {
			lessons: { '02-lain': lesson('Materi lain', 'Katabersama ada juga di sini.') }
		});
		await publishCourse(db, 'data-1', {
			edition: '2026.2',
			lessons: { '02-lama': lesson('Materi lama', 'Katabaru dan katabersama hanya di sini.') }
		});
		expect(await find(db, 'q=katakuna&persis=1')).toMatchObject({ total: 0 });
		expect(targets(await find(db, 'q=katabaru'))).toEqual(['lama']);
		const words = await db.execute(
			sql`select word, entries, titles from search_words where word like 'kata%' or word in ('lain', 'lama') order by word`
		);
		expect([...words]).toMatchObject([
			{ word: 'katabaru', entries: 1, titles: 0 },
			{ word: 'katabersama', entries: 2, titles: 0 },
			{ word: 'lain', titles: 1 },
			{ word: 'lama', titles: 1 }
		]);
		const counted = () => db.execute(sql`select * from search_words order by word`);
		const before = [...(await counted())];
		await db.execute(sql`update search_courses set form = 0`);
		await db.execute(sql`insert into search_words values ('counted-otherwise', 'counted', 3, 1)`);
		for (const courseId of await listUnindexed(db)) await indexCourse(db, courseId);
		expect([...(await counted())]).toEqual(before);
	});

	test('is made for a release that was published before there was one', async ({ db }) => {
		await publishCourse(db, 'data-1');
		await db.execute(sql`delete from search_courses`);
		await db.execute(sql`delete from search_words`);
		expect(await listUnindexed(db)).toContain('data-1');
		const again = await publishAndIndex(db, {
			...aPublication(),
			files: await filesOf(db, 'data-1')
		});
		expect(again.outcome).toBe('unchanged');
		expect(targets(await find(db, 'q=gejala'))).toContain('gejala-silo');
		expect(await listUnindexed(db)).not.toContain('data-1');
		expect(await indexCourse(db, 'data-1')).toBe(false);
	});

	test('in an older form is found until each course has its new one', async ({ db }) => {
		await publishCourse(db, 'data-1');
		await publishCourse(db, 'data-2');
		expect(await listUnindexed(db)).toEqual([]);
		await db.execute(sql`update search_courses set form = 0`);
		const foundIn = async () =>
			new Set((await find(db, 'q=gejala')).found.map(({ courseId }) => courseId));
		for (const courseId of ['data-1', 'data-2']) {
			expect(await foundIn()).toEqual(new Set(['data-1', 'data-2']));
			expect(await listUnindexed(db)).toContain(courseId);
			expect(await indexCourse(db, courseId)).toBe(true);
		}
		expect(await foundIn()).toEqual(new Set(['data-1', 'data-2']));
		expect(await listUnindexed(db)).toEqual([]);
	});

	test('holds nothing of a question: case, prompt, options, keys, rationales', async ({ db }) => {
		const choice = aQuestion(
			'rahasia-satu',
			'- [x] Kuncirahasia\n  > Alasanrahasia.\n- [ ] Pengecohrahasia\n  > Salahrahasia.\n'
		).replace('Berapa kali', 'Pertanyaanrahasia berapa kali');
		const typed = [
			':::question{#rahasia-dua objective=m1-1 level=C2 kind=short}\nTanyarahasia apa?\n\n= jawabanrahasia | sinonimrahasia\n\n> Bahasanrahasia.\n:::',
			':::question{#rahasia-tiga objective=m1-1 level=C2 kind=numeric}\nHitungrahasia berapa?\n\n= 7777,5 ± 0,5\n\n> Angkarahasia.\n:::',
			':::question{#rahasia-empat objective=m1-1 level=C2 kind=order}\nUrutkanrahasia.\n\n1. Langkahrahasia\n2. Tahaprahasia\n3. Akhirrahasia\n\n> Urutanrahasia.\n:::',
			':::question{#rahasia-lima objective=m1-1 level=C2 kind=match}\nPasangkanrahasia.\n\n| Kiri | Kanan |\n| --- | --- |\n| Kirirahasia | Kananrahasia |\n| Duarahasia | Tigarahasia |\n\n> Pasanganrahasia.\n:::'
		].join('\n\n');
		const scenario = `:::scenario{#kasus-rahasia title="Judulrahasia"}\nKasusrahasia di loket.\n\n${choice}:::\n`;
		await publishCourse(db, 'data-1', {
			lessons: { '02-tanya': `${lesson('Tanya', 'Teks biasa.')}\n${scenario}\n${typed}\n` }
		});
		const [stored] = await db.execute<{ questions: number; held: boolean }>(sql`
			select (select count(*)::int from questions where id like 'rahasia-%') as questions, exists (
				select from search_entries e where e::text ~* 'rahasia|7777'
				union all select from search_words w where w.word ~ 'rahasia|7777'
				union all select from lessons l where l.plain_text ~* 'rahasia|7777' or l.headings ~* 'rahasia'
			) as held`);
		expect(stored).toEqual({ questions: 5, held: false });
		for (const word of ['kuncirahasia', 'alasanrahasia', 'jawabanrahasia', 'kasusrahasia'])
			expect(await find(db, `q=${word}&persis=1`)).toMatchObject({ total: 0 });
	});
});

test('housekeeping that waited for a publication indexes what was published', async ({ pool }) => {
	await withScope(pool, SYSTEM, (db) => publishCourse(db, 'data-1'));
	await withScope(pool, SYSTEM, (db) => db.execute(sql`update search_courses set form = 0`));
	const { housekeeping } = await withScope(pool, SYSTEM, async (db) => {
		await publishCourse(db, 'data-1', { edition: '2026.2' });
		const waiting = withScope(pool, SYSTEM, (other) => indexCourse(other, 'data-1'));
		await untilSomebodyWaits(db);
		return { housekeeping: waiting };
	});
	expect(await housekeeping).toBe(false);
	const indexed = await withScope(pool, SYSTEM, (db) =>
		db.execute(sql`
			select number from search_courses join releases on releases.id = search_courses.release_id`)
	);
	expect([...indexed]).toEqual([{ number: '2026.2' }]);
});

/** Asks again and again, never long, until another transaction stands before a lock of this database. */
async function untilSomebodyWaits(db: Database): Promise<void> {
	for (;;) {
		const waiting = await db.execute(sql`
			select from pg_locks where locktype = 'advisory' and not granted
				and database = (select oid from pg_database where datname = current_database())`);
		if (waiting.length > 0) return;
	}
}

async function filesOf(db: Database, courseId: string) {
	const rows = await db.execute<{ path: string; bytes: Buffer }>(sql`
		select path, bytes from release_files join files using (sha256)
		join releases on releases.id = release_id where course_id = ${courseId}`);
	return rows.map(({ path, bytes }) => ({ path, bytes: new Uint8Array(bytes) }));
}
