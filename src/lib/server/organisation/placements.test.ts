import { expect, test } from 'vitest';
import { postOn } from './placements.ts';

const posts = [
	{ in: 'to come', fromOn: '2027-01-01', untilOn: null },
	{ in: 'now', fromOn: '2026-03-01', untilOn: '2026-12-31' },
	{ in: 'before', fromOn: '2024-01-01', untilOn: '2026-01-31' }
];

test.each([
	['2026-12-31', 'now'],
	['2027-01-01', 'to come'],
	['2026-03-01', 'now'],
	['2026-02-15', undefined],
	['2026-01-31', 'before'],
	['2023-12-31', undefined]
])('on %s the post is that of %s', (day, expected) => {
	expect(postOn(posts, day)?.in).toBe(expected);
});
