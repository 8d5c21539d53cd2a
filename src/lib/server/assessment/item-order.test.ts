import { expect, test } from 'vitest';
import { sortItems, type Sort } from './item-order.ts';

const item = (
	path: string,
	line: number,
	people: number,
	figures: [number, number | null] | null
) => ({
	...{ path, line, people },
	figures: figures && { difficulty: figures[0], discrimination: figures[1] }
});
const items = [
	item('bank/b.md', 2, 40, [0.9, null]),
	item('bank/b.md', 1, 10, null),
	item('bank/a.md', 9, 60, [0.4, 0.3]),
	item('bank/a.md', 3, 60, [0.6, -0.2])
];

test.each<[Sort, string[]]>([
	['berkas', ['a3', 'a9', 'b1', 'b2']],
	['orang', ['a3', 'a9', 'b2', 'b1']],
	['kesukaran', ['a9', 'a3', 'b2', 'b1']],
	['daya', ['a3', 'a9', 'b1', 'b2']]
])('by %s', (sort, expected) => {
	const order = sortItems(items, sort).map(({ path, line }) => `${path.slice(5, 6)}${line}`);
	expect(order).toEqual(expected);
});
