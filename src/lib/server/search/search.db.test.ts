import { sql } from 'drizzle-orm';
import { describe, expect, inject } from 'vitest';
import {
	aCourse,
	aLesson,
	aQuestion,
	exampleTexts,
	registry
} from '../../../../tests/support/courses.ts';
import { actAs, test } from '../../../../tests/support/database.ts';
import { connect, type Database } from '../db/connect.ts';
import { PUBLIC, SYSTEM, withScope } from '../db/scope.ts';
import { extensionTrouble } from '../db/trouble.ts';
import { browseCatalogue } from './browse.ts';
import { publishRegistries } from '../catalog/registry.ts';
import { publishCourse as publishAndIndex } from '../journeys/publish-course.ts';
import { readSearch } from './address.ts';
import { indexCourse, listUnindexed } from './indexing.ts';
import { search } from './search.ts';

/** A lesson with a title and a text of its own; `check` names its question. */
const lesson = (title: string, body: string) =>
	aLesson(body, { title, check: title.toLowerCase().replace(/[^a-z]+/g, '-') });

interface CourseTexts {
	edition?: string;
	topics?: string;
	provider?: string;
	competency?: string | null;
	lessons?: Record<string, string>;
	glossary?: string;
}

async function publishCourse(
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
	await publishRegistries(db, registry, { publisher: null, at: new Date('2026-11-21') });
	const count = 1 + Object.keys(lessons).length;
	const result = await publishAndIndex(db, {
		...{ courseId, publisher: null, home: 'folder', registry, at: new Date('2026-11-21') },
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

async function find(db: Database, address: string) {
	await actAs(db, PUBLIC);
	const result = await search(db, readSearch(new URLSearchParams(address)));
	await actAs(db, SYSTEM);
	return result;
}

const targets = ({ found }: Awaited<ReturnType<typeof find>>) => found.map(({ target }) => target);

describe('a search finds', () => {
	const lessons = {
		'02-hukum': lesson(
			'Dasar hukum',
			'Undang-Undang tentang Pelindungan Data Pribadi mengikat semua.'
		),
		'03-lama': lesson('Naskah lama', 'Dahulu orang menulis perlindungan dengan huruf er.'),
		'04-peta': lesson('Membaca ArsitekturSPBE dan peta', 'Gambar besar dari banyak bagian.'),
		'05-layanan': lesson('Mutu layanan', 'Menjaga keberlangsungan pelayanan publik setiap hari.'),
		'06-satu': lesson('Kebijakan satu data', 'Indonesia memakai satu data sejak 2019, versi 6e7x.')
	};

	test.for([
		['perlindungan', 'hukum', 'the word of the law for the word of the dictionary'],
		['pelindungan', 'lama', 'and the other way about'],
		['melindungi', 'hukum', 'another form of the same stem'],
		['spbe', 'peta', 'a word inside a word of a title'],
		['keberlangsugan', 'layanan', 'a letter left out'],
		['keberlangssungan', 'layanan', 'a letter too many'],
		['keberlangsumgan', 'layanan', 'a letter for another'],
		['keberlagnsungan', 'layanan', 'two letters swapped'],
		['xeberlangsungan', 'layanan', 'a wrong first letter'],
		['kebijkaan', 'satu', 'two letters swapped in nine'],
		['"satu data"', 'satu', 'a phrase'],
		['bagaimana melindungi data yang pribadi', 'hukum', 'a question in plain words'],
		['PELAYANAN!', 'layanan', 'whatever the case'],
		['6e7x', 'satu', 'what PostgreSQL would take for a number and a rest'],
		['"versi 6e7x"', 'satu', 'also in a phrase']
	] as const)('%s → %s: %s', async ([query, target], { db }) => {
		await publishCourse(db, 'data-1', { lessons });
		const result = await find(db, `q=${encodeURIComponent(query)}&jenis=materi`);
		expect(targets(result)).toContain(target);
	});

	test.for([
		['substitution', (word: string, at: number) => word.slice(0, at) + 'q' + word.slice(at + 1)],
		['omission', (word: string, at: number) => word.slice(0, at) + word.slice(at + 1)],
		['insertion', (word: string, at: number) => word.slice(0, at) + 'q' + word.slice(at)],
		[
			'swap',
			(word: string, at: number) =>
				word.slice(0, at) + (word[at + 1] ?? '') + word[at]! + word.slice(at + 2)
		]
	] as const)('every %s in words of eight letters and more', async ([, err], { db }) => {
		const words = ['jaringan', 'anggaran', 'kebijakan', 'koordinasi', 'interoperabilitas'];
		await publishCourse(db, 'data-1', {
			lessons: { '02-kata': lesson('Kata', `${words.join(', ')}.`) }
		});
		for (const word of words)
			for (let at = 0; at < word.length; at++) {
				const result = await find(db, `q=${err(word, at)}&jenis=materi`);
				expect(targets(result), `${err(word, at)} for ${word}`).toContain('kata');
			}
	});

	test('courses by their front matter and terms by their definition', async ({ db }) => {
		await publishCourse(db, 'data-1', { topics: 'Tata Kelola Data' });
		expect(targets(await find(db, 'q=tata+kelola'))).toEqual(['data-1']);
		const { found } = await find(db, 'q=rujukan+bersama');
		expect(found).toMatchObject([
			{ kind: 'term', target: 'data-induk', courseId: 'data-1', courseTitle: 'Data terpadu' }
		]);
		expect(found[0]!.excerpt.filter(({ marked }) => marked).map(({ text }) => text)).toEqual([
			'rujukan',
			'bersama'
		]);
	});

	test('nothing, and offers what may have been meant', async ({ db }) => {
		await publishCourse(db, 'data-1', { lessons });
		const taken = await find(db, 'q=keberlangsugan');
		expect(taken).toMatchObject({ corrected: 'keberlangsungan', meant: null, total: 1 });
		const literal = await find(db, 'q=keberlangsugan&persis=1');
		expect(literal).toMatchObject({ corrected: null, meant: 'keberlangsungan', total: 0 });
		expect(await find(db, 'q=zzzzqqqq')).toMatchObject({ total: 0, corrected: null, found: [] });
	});

	test('what has some of the words when nothing has all, and says so', async ({ db }) => {
		await publishCourse(db, 'data-1', { lessons });
		const result = await find(db, 'q=arsitekturspbe+keberlangsungan&jenis=materi');
		expect(result.partly).toBe(true);
		expect(targets(result).sort()).toEqual(['layanan', 'peta']);
	});
});

describe('a search ranks', () => {
	test('titles before headings before text', async ({ db }) => {
		await publishCourse(db, 'data-1', {
			lessons: {
				'02-teks': lesson('Satu', 'Di sini interoperabilitas dibahas, interoperabilitas lagi.'),
				'03-judul': lesson('Interoperabilitas', 'Teks tentang hal lain.'),
				'04-kepala': lesson('Dua', '## Tentang interoperabilitas\n\nTeks tentang hal lain.')
			}
		});
		expect(targets(await find(db, 'q=interoperabilitas&jenis=materi'))).toEqual([
			'judul',
			'kepala',
			'teks'
		]);
	});

	test('the word as typed before its other forms and before near words', async ({ db }) => {
		await publishCourse(db, 'data-1', {
			lessons: {
				'02-bentuk': lesson('Satu', 'Pegawai berkoordinasi setiap pekan.'),
				'03-persis': lesson('Dua', 'Tanpa koordinasi tidak ada hasil.')
			}
		});
		expect(targets(await find(db, 'q=koordinasi&jenis=materi'))).toEqual(['persis', 'bentuk']);
	});

	test('a phrase only where its words stand together', async ({ db }) => {
		await publishCourse(db, 'data-1', {
			lessons: {
				'02-jauh': lesson('Rencana', 'Induk itu tua, rencana itu baru.'),
				'03-dekat': lesson('Dua', 'Ada rencana yang induk juga rencana induk.')
			}
		});
		expect(await find(db, 'q="rencana+induk"')).toMatchObject({
			total: 1,
			partly: false,
			found: [{ target: 'dekat' }]
		});
		expect(targets(await find(db, 'q="rencana+yang+induk"&jenis=materi'))).toEqual(['dekat']);
		const either = await find(db, 'q="rencana+induk"+"yang+juga"&jenis=materi');
		expect(either).toMatchObject({ partly: true, total: 1, found: [{ target: 'dekat' }] });
	});

	test('words that stand together before words apart', async ({ db }) => {
		await publishCourse(db, 'data-1', {
			lessons: {
				'02-jauh': lesson(
					'Satu',
					`Rencana dibuat. ${'Kata lain lagi. '.repeat(20)} Induk itu tua.`
				),
				'03-dekat': lesson('Dua', `Rencana induk dibuat. ${'Kata lain lagi. '.repeat(20)}`)
			}
		});
		expect(targets(await find(db, 'q=rencana+induk&jenis=materi'))).toEqual(['dekat', 'jauh']);
	});
});

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
			...{ courseId: 'data-1', publisher: null, home: 'folder', registry, at: new Date() },
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

describe('facets', () => {
	test('narrow a search and the catalogue, with counts', async ({ db }) => {
		await publishCourse(db, 'data-1', { topics: 'Data, Hukum', provider: 'LAN' });
		await publishCourse(db, 'data-2', {
			topics: 'Data',
			provider: 'Universitas Contoh',
			competency: 'kerja-sama',
			lessons: Object.fromEntries(
				[2, 3, 4, 5, 6].map((nth) => [
					`0${nth}-m${nth}`,
					lesson(`Materi m${'x'.repeat(nth)}`, 'Silo.')
				])
			)
		});
		const all = await find(db, 'q=data');
		expect(all.facets.topik).toMatchObject([
			{ value: 'data', name: 'Data', count: all.total },
			{ value: 'hukum', name: 'Hukum' }
		]);
		const one = await find(db, 'q=data&topik=hukum&jenis=pelatihan');
		expect(one).toMatchObject({ total: 1, found: [{ courseId: 'data-1' }] });
		expect(one.facets.jenis.map(({ value, chosen }) => [value, chosen])).toEqual([
			['pelatihan', true],
			['materi', false],
			['istilah', false]
		]);
		expect((await find(db, 'q=data&jp=6-10&kompetensi=kerja-sama')).found[0]!.courseId).toBe(
			'data-2'
		);
		expect(all.facets.kompetensi).toMatchObject([{ value: 'kerja-sama', name: 'Kerja Sama' }]);
		expect(await find(db, 'q=data&topik=tidak-ada')).toMatchObject({ total: 0, found: [] });

		const browse = (address: string) =>
			browseCatalogue(db, readSearch(new URLSearchParams(address)));
		expect((await browse('')).offers.map(({ courseId }) => courseId)).toEqual(
			expect.arrayContaining(['data-1', 'data-2'])
		);
		const mine = await browse('penyelenggara=universitas-contoh');
		expect(mine.offers.map(({ courseId }) => courseId)).toEqual(['data-2']);
		expect(mine.facets.penyelenggara).toEqual(
			expect.arrayContaining([expect.objectContaining({ value: 'lan', count: 1, chosen: false })])
		);
		expect((await browse('q=terpadu&topik=hukum')).offers).toMatchObject([{ courseId: 'data-1' }]);
	});

	test('and pages stay within what there is', async ({ db }) => {
		const glossary = Array.from({ length: 45 }, (_, nth) => `silo ${nth}\n: Istilah uji.\n`);
		await publishCourse(db, 'data-1', {
			glossary: `data induk\n: Data rujukan.\n\n${glossary.join('\n')}`
		});
		const seen: string[] = [];
		for (const page of [1, 2, 3])
			seen.push(...targets(await find(db, `q=silo&jenis=istilah&hal=${page}`)));
		expect(new Set(seen).size).toBe(45);
		expect(await find(db, 'q=silo&jenis=istilah&hal=99')).toMatchObject({
			page: 3,
			pages: 3,
			found: { length: 5 }
		});
	});
});

describe('whatever is typed', () => {
	test.for([
		'',
		'a',
		'x'.repeat(10_000),
		'kata '.repeat(2_000),
		'???!!!',
		`'"\`;--`,
		'"',
		'""',
		'"data',
		'\0',
		'data\0base',
		'%',
		'_',
		'\\',
		"data' | 'silo",
		'!data & (silo <-> *) :A',
		'data:*',
		'👩‍💻 data',
		'\u202edata\u2066',
		'\ud800data',
		'ﷺ',
		"'); drop table releases; --",
		'<script>alert(1)</script>',
		'１２３ ＤＡＴＡ'
	])('%j is answered calmly', async (query, { db }) => {
		await publishCourse(db, 'data-1');
		const { found, total } = await find(
			db,
			new URLSearchParams({ q: query.toWellFormed() }).toString()
		);
		expect(found.length).toBeLessThanOrEqual(20);
		expect(total).toBeGreaterThanOrEqual(found.length);
		expect(await find(db, `q=${encodeURIComponent(query.toWellFormed())}%ZZ%E0`)).toBeDefined();
	});
});

test('a search that takes too long is broken off and says so', async ({ pool, ownerPool }) => {
	const request = readSearch(new URLSearchParams('q=data'));
	await ownerPool.transaction(async (holding) => {
		await holding.execute(sql`lock table search_entries in access exclusive mode`);
		await expect(withScope(pool, PUBLIC, (db) => search(db, request, 50))).rejects.toMatchObject({
			reason: 'conflict',
			code: 'search-too-slow'
		});
	});
	expect(await withScope(pool, PUBLIC, (db) => search(db, request))).toMatchObject({ page: 1 });
});

test('without the right to create the extension the administrator learns what to ask for', async ({}) => {
	const db = connect(inject('appUrl').replace(/[^/]*$/, 'postgres'), { max: 1 });
	const refused = await db
		.execute(sql`do $$ begin create extension pg_trgm; end $$`)
		.catch((error: unknown) => extensionTrouble(error));
	await db.$client.end();
	expect(refused).toMatchObject({
		name: 'Trouble',
		message: expect.stringContaining('CREATE EXTENSION pg_trgm')
	});
});

async function filesOf(db: Database, courseId: string) {
	const rows = await db.execute<{ path: string; bytes: Buffer }>(sql`
		select path, bytes from release_files join files using (sha256)
		join releases on releases.id = release_id where course_id = ${courseId}`);
	return rows.map(({ path, bytes }) => ({ path, bytes: new Uint8Array(bytes) }));
}
