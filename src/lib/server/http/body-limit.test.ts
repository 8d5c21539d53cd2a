import { expect, test } from 'vitest';
import { isTooLarge } from './body-limit.ts';

const check = '/(public)/cek-sertifikat';
const asked = (id: string, search: string, length: string | null) => ({
	route: { id },
	url: new URL(`https://belajar.contoh.go.id/x${search}`),
	request: new Request('https://belajar.contoh.go.id/x', {
		method: 'POST',
		headers: length === null ? {} : { 'content-length': length }
	})
});

test.each([
	['a document to be checked', check, '?/document', '5100000', false],
	['more than any document', check, '?/document', '5300000', true],
	['a document that does not say how large it is', check, '?/document', null, true],
	['a number and a name as large as a document', check, '?/number', '600000', true],
	['a code as large as a document', check, '?/code', '600000', true],
	['an action that is told another way', check, '?x&/document', '600000', true],
	['evidence of training', '/(learner)/capaian/catat', '?/record', '15000000', false],
	['a form without a file', '/(learner)/profil', '', '600000', true],
	['a small form', '/(learner)/profil', '', '600', false]
])('of %s the page takes what it needs', (_, id, search, length, refused) => {
	expect(isTooLarge(asked(id, search, length) as never)).toBe(refused);
});
