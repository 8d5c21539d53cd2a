import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { faceOf } from './faces.ts';

const folder = 'src/lib/server/paper/fonts';
const require = createRequire(import.meta.url);
const published = dirname(require.resolve('@fontsource/plus-jakarta-sans/package.json'));

test('the fonts are those that were published, with their licence', () => {
	const fonts = readdirSync(folder).filter((name) => name.endsWith('.woff'));
	expect(fonts).toHaveLength(6);
	for (const name of fonts) {
		const [own, theirs] = [join(folder, name), join(published, 'files', name)];
		expect(readFileSync(own).equals(readFileSync(theirs)), name).toBe(true);
	}
	expect(readFileSync(join(folder, 'OFL.txt'), 'utf8')).toContain('SIL Open Font License');
});

test.each([400, 600, 700] as const)(
	'weight %d has the letters of Indonesian and of transliterations',
	(weight) => {
		const letters = (text: string) => [...text].map((letter) => letter.codePointAt(0)!);
		const latin = faceOf(weight, 'latin').has;
		const extended = faceOf(weight, 'latin-ext').has;
		expect(letters('AZaz09.,;:()/&–—‘’“”…•éèêëñ').filter((code) => !latin.has(code))).toEqual([]);
		expect(letters('āīūḥṣḍṭẓšġḫḏṯṇṛśěŋ').filter((code) => !extended.has(code))).toEqual([]);
	}
);
