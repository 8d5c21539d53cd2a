import fc from 'fast-check';
import { expect, test } from 'vitest';
import { doublesTerm } from './doubled-terms.ts';

test.each([
	['in the outermost object', '{"name":"Agus","x":1,"name":"Budi"}'],
	['further down', '{"a":[{"b":{"name":1,"name":1}}]}'],
	['spelt otherwise', '{"name":"Agus","n\\u0061me":"Budi"}'],
	['with spaces between', '{ "name" : "Agus" ,\n "name"\t: "Budi" }'],
	['after one that holds much', '{"a":{"b":[1,{"a":2}]},"a":3}']
])('a term that stands twice %s is found', (_, json) => {
	expect(doublesTerm(json)).toBe(true);
});

test.each([
	['in two objects', '[{"name":1},{"name":2}]'],
	['one within the other', '{"name":{"name":{"name":1}}}'],
	['as a text', '{"name":"name","x":"\\"name\\":1,\\"name\\":2"}'],
	['in other letters', '{"name":1,"Name":2}']
])('a term that stands %s stands once', (_, json) => {
	expect(doublesTerm(json)).toBe(false);
});

test('nothing that was written as JSON from a value says a term twice', () => {
	fc.assert(
		fc.property(fc.jsonValue(), (value) => {
			for (const space of [0, 2])
				expect(doublesTerm(JSON.stringify(value, null, space))).toBe(false);
		})
	);
});
