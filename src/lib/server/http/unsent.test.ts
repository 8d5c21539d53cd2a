import { expect, test } from 'vitest';
import { typedIn } from './unsent.ts';

const essay = 'Antrean di loket kami panjang karena data dicatat tiga kali.';

function posted(fields: Record<string, string>, headers: Record<string, string> = {}) {
	const body = new URLSearchParams(fields);
	return { request: new Request('http://localhost/', { method: 'POST', body, headers }) };
}

test.each<[string, Parameters<typeof posted>, string[]]>([
	['an essay', [{ 'teks.a': essay, soal: 'a' }], [essay]],
	['ids and short answers', [{ percobaan: crypto.randomUUID(), 'teks.a': 'tiga kali' }], []],
	['passwords', [{ password: essay, repeat: essay, current: essay }], []],
	['what a script sent, which keeps it', [{ teks: essay }, { 'sec-fetch-dest': 'empty' }], []]
])('%s', async (_what, [fields, headers], kept) => {
	expect(await typedIn(posted(fields, headers))).toEqual(kept);
});

test('the form can still be read', async () => {
	const event = posted({ teks: essay });
	await typedIn(event);
	expect((await event.request.formData()).get('teks')).toBe(essay);
});

test('what is no form is left to its page', async () => {
	const headers = { 'content-type': 'multipart/form-data; boundary=a' };
	const request = new Request('http://localhost/', { method: 'POST', body: 'b', headers });
	expect(await typedIn({ request })).toEqual([]);
});
