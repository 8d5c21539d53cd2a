import { describe, expect, test } from 'vitest';
import { readBookmark, readNote, readNoteChange, readNoteId } from './note-form.ts';
import { readQuery } from './query.ts';

const id = '0b6f9f3a-6f0e-4b8e-9d0f-0a5a4b8a1c11';

function aForm(fields: Record<string, string>): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	return form;
}

const malformed = expect.objectContaining({ code: 'event-malformed' });

describe('the form of a note', () => {
	test('is read with its lines, and an empty place as none', () => {
		expect(readNote(aForm({ id, place: '', text: ' a\r\nb ' }))).toEqual({
			id,
			place: null,
			text: 'a\nb'
		});
		const change = aForm({ id, place: 'bagian-a', text: 'a', version: '12' });
		expect(readNoteChange(change)).toEqual({ id, place: 'bagian-a', text: 'a', version: 12 });
		expect(readNoteId(change)).toBe(id);
	});

	test.each([
		{ place: '', text: 'a', version: '1' },
		{ id: 'x', place: '', text: 'a', version: '1' },
		{ id, text: 'a', version: '1' },
		{ id, place: '"><script>', text: 'a', version: '1' },
		{ id, place: '', text: 'a', version: '0' },
		{ id, place: '', text: 'a', version: '1e3' }
	])('is refused as %j', (fields) => {
		expect(() => readNoteChange(aForm(fields as Record<string, string>))).toThrow(malformed);
	});
});

test.each([
	[{ mark: 'bagian-a' }, { place: 'bagian-a', marked: true }],
	[{ mark: '' }, { place: '', marked: true }],
	[{ unmark: 'bagian-a' }, { place: 'bagian-a', marked: false }]
])('the button %j is read', (fields, bookmark) => {
	expect(readBookmark(aForm(fields as Record<string, string>))).toEqual(bookmark);
});

test.each([{}, { mark: 'a b' }, { unmark: '<' }])('the button %j is refused', (fields) => {
	expect(() => readBookmark(aForm(fields as Record<string, string>))).toThrow(malformed);
});

test.each([
	['', ''],
	['?q=', ''],
	['?q=%20silo%20', 'silo'],
	['?q=a%0Ab%00', 'a b'],
	[`?q=${'x'.repeat(300)}`, 'x'.repeat(100)]
])('the address %j asks for %j', (search, query) => {
	expect(readQuery(new URL(`http://x.id/${search}`))).toBe(query);
});
