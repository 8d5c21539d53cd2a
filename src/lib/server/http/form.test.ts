import { expect, test } from 'vitest';
import { carriesForm, isUnreadableForm, readLine, readLines, readText } from './form.ts';

test.each([
	['Siti\0 Aminah', 'Siti Aminah'],
	['a\r\nb\u0085', 'ab'],
	['x'.repeat(300), 'x'.repeat(300)],
	[new File(['x'], 'x.txt'), ''],
	[null, '']
])('the field %j is read as text', (value, text) => {
	const form = new FormData();
	if (value !== null) form.set('name', value);
	expect(readText(form, 'name')).toBe(text);
});

test('what is longer than a field takes is refused in words, never cut', () => {
	const form = new FormData();
	form.set('name', 'x'.repeat(301));
	expect(() => readText(form, 'name')).toThrow(
		expect.objectContaining({ reason: 'invalid', code: 'text-long', params: { most: 300 } })
	);
	expect(readText(form, 'name', 301)).toHaveLength(301);
	expect(readLine(form, 'name')).toHaveLength(301);
});

test.each([
	['satu\r\ndua\rtiga\n\tempat', 'satu\ndua\ntiga\n\tempat'],
	['a\0b\u0007c\u0085d', 'abcd'],
	['  ꦲ 🌾  ', '  ꦲ 🌾  '],
	['x'.repeat(9000), 'x'.repeat(9000)],
	[new File(['x'], 'x.txt'), ''],
	[null, '']
])('of the field %j every line is read', (value, text) => {
	const form = new FormData();
	if (value !== null) form.set('text', value);
	expect(readLines(form, 'text')).toBe(text);
});

const sent = (body: string, type: string) =>
	new Request('http://localhost/', { method: 'POST', body, headers: { 'content-type': type } });

test.each([
	['a=1', 'application/x-www-form-urlencoded', true],
	['a=1', 'application/x-www-form-urlencoded;charset=UTF-8', true],
	['', 'multipart/form-data; boundary=x', true],
	['{}', 'application/json', false],
	['a=1', 'text/plain', false],
	['', '', false]
])('%j sent as “%s” is a form: %s', (body, type, form) => {
	expect(carriesForm(sent(body, type))).toBe(form);
});

test.each(['multipart/form-data; boundary=x', 'multipart/form-data'])(
	'nonsense sent as “%s” is told from a fault of ours',
	async (type) => {
		const error: unknown = await sent('nonsense', type)
			.formData()
			.catch((thrown: unknown) => thrown);
		expect(isUnreadableForm(error)).toBe(true);
		expect(isUnreadableForm(new TypeError('x is undefined'))).toBe(false);
	}
);
