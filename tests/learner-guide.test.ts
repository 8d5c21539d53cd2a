import { describe, expect, test } from 'vitest';
import { messagesIn } from '#lib/messages/catalogue.ts';
import { readLibrary } from '#lib/server/catalog/library.ts';

// The learner's guide promises that what stands in bold is written exactly as on the screen.

const { courses } = await readLibrary(['courses/panduan-peserta']);
const pages = courses[0]!.files
	.filter(({ path }) => path.endsWith('.md'))
	.map(({ path, bytes }) => [path, Buffer.from(bytes).toString('utf8')] as const);

/** Every text of the interface that has no values in it. */
function wordsIn(messages: unknown): string[] {
	if (typeof messages === 'string') return [messages];
	return typeof messages === 'object' && messages !== null
		? Object.values(messages).flatMap(wordsIn)
		: [];
}

const onScreen = new Set([...wordsIn(messagesIn('id')), 'Aa']);

/** In bold for another reason: who is meant, or what a rule comes down to. */
const emphasised = new Set([
	'tebal',
	'Atasan langsung',
	'[[Pengelola bangkom]]',
	'[[admin instansi]]',
	'Admin platform',
	'Penyelenggara pelatihan',
	'Instansi lain',
	'Pemegang kode sertifikat',
	'Anda memastikan nama dan gelar',
	'Isinya tidak berubah',
	'Kekeliruan diperbaiki dengan pengganti.',
	'Pencabutan selalu bertanggal dan beralasan.'
]);

describe.each(pages)("the learner's guide, %s", (_path, text) => {
	const bold = [...text.matchAll(/\*\*(.+?)\*\*/g)].map(([, words]) => words!);

	test('writes in bold what is on the screen', () => {
		const unknown = bold
			.filter((words) => !emphasised.has(words))
			.map((words) => words.replace(/^\[\[(.+)\]\]$/, '$1'))
			.filter((words) => !onScreen.has(words));
		expect(unknown).toEqual([]);
	});

	test('leads by buttons, not by addresses to be typed', () => {
		const typed = [...text.matchAll(/`(\/[^`]*)`/g)].map(([, address]) => address!);
		expect(typed).toEqual([]);
	});
});

test("the learner's guide emphasises nothing that it no longer says", () => {
	const all = pages.map(([, text]) => text).join('\n');
	expect([...emphasised].filter((words) => !all.includes(`**${words}**`))).toEqual([]);
});
