import { expect, test } from 'vitest';
import { csvOf, dayCell, numberCell } from './csv.ts';

test.each([
	['=1+1', "'=1+1"],
	['  =1+1', "'  =1+1"],
	['+62 812', "'+62 812"],
	['-x', "'-x"],
	['@SUM(A1)', "'@SUM(A1)"],
	['＝1+1', "'＝1+1"],
	['\t=1', "'\t=1"],
	['-7,5', '-7,5'],
	['a;b', '"a;b"'],
	['a"b', '"a""b"'],
	['\r\n=1', `"'\r\n=1"`],
	['Dr. A-B', 'Dr. A-B']
])('%j is written %j', (text, cell) => {
	expect(csvOf(['kepala'], [[text]])).toBe(`\uFEFFkepala\r\n${cell}\r\n`);
});

test('days and numbers are written as they are here', () => {
	expect([dayCell('2026-05-04'), numberCell(7.5), numberCell(null)]).toEqual([
		...['04-05-2026', '7,5', '']
	]);
});
