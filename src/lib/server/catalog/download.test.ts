import { describe, expect, test } from 'vitest';
import { aCourse } from '../../../../tests/support/courses.ts';
import { downloadOf } from './download.ts';
import { renderLesson } from './lesson-page.ts';
import { parseCourse } from './parse.ts';
import { referencesOf } from './references.ts';

const noise = Uint8Array.from({ length: 40_000 }, (_, at) => (at * 2654435761) >>> 13);
const png = Buffer.concat([
	Buffer.from('89504e470d0a1a0a0000000d49484452000001000000010008060000', 'hex'),
	noise
]);
const { course } = parseCourse('data-1', aCourse({ '01-dasar/assets/foto.png': png }));

function downloadFor(body: string) {
	const file = '01-dasar/01-gejala-silo.md';
	return downloadOf(renderLesson(body, file, referencesOf(course!), new Map()), course!.assets);
}

const words = 'Data yang sama cukup dicatat satu kali. ';
const photo = '![Rapat.](assets/foto.png)\n\n';

describe('what travels with a lesson', () => {
	test('is its text as it is compressed', () => {
		const short = downloadFor(words);
		const long = downloadFor(words.repeat(500));
		expect(short.pictures).toBe(0);
		expect(long.bytes).toBeGreaterThan(short.bytes);
		expect(long.bytes - short.bytes).toBeLessThan(1000);
	});

	test('counts each picture once, photographs whole and drawings compressed', () => {
		const plain = downloadFor(words);
		const once = downloadFor(photo);
		expect(once.pictures).toBe(1);
		expect(once.bytes - plain.bytes).toBeGreaterThan(png.length - 100);
		expect(downloadFor(photo.repeat(3)).bytes - once.bytes).toBeLessThan(200);
		expect(downloadFor('![Kotak.](assets/silo.svg)').bytes - plain.bytes).toBeLessThan(400);
	});
});
