import { expect, test } from 'vitest';
import { rangeOf } from './range.ts';

test.each([
	['bytes=0-', { first: 0, last: 99 }],
	['bytes=0-9', { first: 0, last: 9 }],
	['bytes=90-500', { first: 90, last: 99 }],
	['bytes=-10', { first: 90, last: 99 }],
	['bytes=-500', { first: 0, last: 99 }],
	['bytes=100-', null],
	['bytes=9-3', null],
	['bytes=0-1,5-6', null],
	['bytes=-', null],
	['items=0-1', null],
	[null, null]
])('of a hundred bytes %j asks for %j', (header, range) => {
	expect(rangeOf(header, 100)).toEqual(range);
});
