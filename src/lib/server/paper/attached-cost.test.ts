import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { processorTime } from '../../../../tests/support/processor-time.ts';
import { LARGEST_ATTACHMENT, LARGEST_PAPER, readAttachment } from './attached.ts';
import { inflate } from './inflate.ts';

const NAME = 'a.json';
/** Milliseconds of processor that looking through any paper may take. */
const MOST = 300;

/** As many of these as a paper holds. */
function full(part: string | ((nth: number) => string), most = LARGEST_PAPER - 5_000): string {
	const parts: string[] = [];
	for (let nth = 0, length = 0; ; nth++) {
		const next = typeof part === 'string' ? part : part(nth);
		if ((length += next.length) > most) return parts.join('');
		parts.push(next);
	}
}

const deflated = (data: string | Buffer) =>
	deflateSync(typeof data === 'string' ? Buffer.from(data, 'latin1') : data).toString('latin1');
const stream = (number: number, dictionary: string, data: string) =>
	`${number} 0 obj<<${dictionary}/Length ${data.length}>>stream\n${data}\nendstream\nendobj\n`;
const packed = (heads: string, values: string) =>
	stream(2, `/Type/ObjStm/Filter/FlateDecode/First ${heads.length}`, deflated(heads + values));
const headsOf = (count: number) =>
	Array.from({ length: count }, (_, nth) => `${nth + 10} 0 `).join('');
const record = `<</EF<</F 1 0 R>>/F(${NAME})>>`;
const large = stream(1, '/Filter/FlateDecode', deflated(Buffer.alloc(LARGEST_ATTACHMENT - 1)));
const tooLarge = stream(1, '/Filter/FlateDecode', deflated(Buffer.alloc(LARGEST_ATTACHMENT + 1)));

test.each<[string, () => string]>([
	[
		'300,000 packed records of one large file',
		() => large + packed(headsOf(300_000), record.repeat(300_000))
	],
	['as many records as fit', () => large + full((nth) => `${nth + 2} 0 obj${record}\n`)],
	[
		'records of a file that is too large',
		() => full((nth) => `${nth + 2} 0 obj${record}\n`) + tooLarge
	],
	[
		'three hundred objects that unpack to too much',
		() => {
			const bomb = deflated(Buffer.alloc(16_500_000));
			return full((nth) => stream(nth + 1, '/Type/ObjStm/First 3/Filter/FlateDecode', bomb));
		}
	],
	['four million packed dictionaries', () => packed('5 0 ', `[${'<<>>'.repeat(3_900_000)}]`)],
	[
		'packed dictionaries in a megabyte',
		() => packed('5 0 ', `[${'<<>>'.repeat(240_000)}]`).repeat(8)
	],
	['numbers of packed objects without end', () => packed('1 '.repeat(490_000), '')],
	[
		'very many objects that unpack to nothing',
		() => {
			const nothing = deflated('');
			return full((nth) => stream(nth + 1, '/Type/ObjStm/Filter/FlateDecode', nothing));
		}
	],
	['entries', () => `1 0 obj<<${full((nth) => `/${nth.toString(36)} 0`)}>>`],
	['numbers', () => `1 0 obj[${full('1 ')}]`],
	['references', () => `1 0 obj[${full('1 0 R ')}]`],
	['words', () => `1 0 obj[${full('a ')}]`],
	['objects', () => full((nth) => `${nth} 0 obj 0\n`)],
	['streams', () => full((nth) => `${nth} 0 obj<<>>stream\nendstream\n`)],
	['a long hexadecimal string', () => `1 0 obj<${full('4')}>`],
	['short hexadecimal strings', () => `1 0 obj[${full('<41>')}]`],
	['a string of brackets', () => `1 0 obj(${full('()')})`],
	['a string of escapes', () => `1 0 obj(${full('\\1')})`],
	['a name of escapes', () => `1 0 obj/${full('#41')}`],
	['comments', () => `1 0 obj ${full('%\n')}`],
	['what is nearly an object', () => full('1234567890    12345    obx ')],
	['words that end an object', () => full('obj ')],
	['words that nearly end a stream', () => `1 0 obj<<>>stream\n${full('endstrea')}`],
	['names in UTF-16', () => full((nth) => `${nth} 0 obj<</EF 1/F<FEFF0041>>>\n`)]
])(
	'a paper full of %s is looked through, or given up, soon',
	(_, make) => {
		const paper = Buffer.from(`%PDF-1.7\n${make()}`, 'latin1');
		expect(paper.byteLength).toBeLessThanOrEqual(LARGEST_PAPER);
		const spent = processorTime(() => {
			expect(typeof readAttachment(paper, NAME, inflate)).toMatch(/string|object/);
		});
		expect(spent).toBeLessThan(MOST);
	},
	30_000
);

test('a paper that holds too much says so', () => {
	const numbers = Buffer.from(`%PDF-1.7\n1 0 obj[${full('1 ')}]`);
	expect(readAttachment(numbers, NAME, inflate)).toBe('beyond-measure');
});
