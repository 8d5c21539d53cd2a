import { expect, test } from 'vitest';
import { documentTypeOf } from './document-type.ts';

test.each([
	['%PDF-1.7\n', 'application/pdf'],
	['\u00ff\u00d8\u00ff\u00e0', 'image/jpeg'],
	['\u0089PNG\r\n\u001a\n', 'image/png'],
	['PK\u0003\u0004', null],
	['<html>%PDF-', null],
	['%PD', null],
	['', null]
])('a file that begins with %j is %s, whatever its name', (beginning, type) => {
	expect(documentTypeOf(Buffer.from(beginning, 'latin1'))).toBe(type);
});
