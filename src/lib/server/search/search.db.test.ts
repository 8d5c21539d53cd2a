import { sql } from 'drizzle-orm';
import { describe, expect, inject } from 'vitest';
import { test } from '../../../../tests/support/database.ts';
import { find, lesson, publishCourse, targets } from '../../../../tests/support/searching.ts';
import { connect } from '../db/connect.ts';
import { PUBLIC, withScope } from '../db/scope.ts';
import { extensionTrouble } from '../db/trouble.ts';
import { readSearch } from './address.ts';
import { browseCatalogue } from './browse.ts';
import { search } from './search.ts';

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
