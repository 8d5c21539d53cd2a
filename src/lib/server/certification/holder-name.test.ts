import { expect, test } from 'vitest';
import { processorTime } from '../../../../tests/support/processor-time.ts';
import { namesHolder } from './holder-name.ts';

const sudarmi = { name: 'Ni Wayan Sudarmi', titleBefore: 'Dr.', titleAfter: 'S.Sos., M.A.P.' };
const suharno = { name: 'Suharno', titleBefore: '', titleAfter: '' };
const numan = { name: 'I. Gede Nu’man', titleBefore: 'Ir. H.', titleAfter: 'Ph.D' };

test.each([
	['as it stands', sudarmi, 'Ni Wayan Sudarmi'],
	['with all its titles', sudarmi, 'Dr. Ni Wayan Sudarmi, S.Sos., M.A.P.'],
	['with titles nobody confirmed', sudarmi, 'Prof. Dr. Ni Wayan Sudarmi, M.Kom.'],
	['with titles written without points and commas', sudarmi, 'DR NI WAYAN SUDARMI SSOS'],
	['in other letters and spaces', sudarmi, '  ni  wayan sudARMI '],
	['run together', sudarmi, 'NiWayan Sudarmi'],
	['of one word', suharno, 'suharno'],
	['of one word with a title', suharno, 'Drs. Suharno'],
	['with a point of its own', numan, 'I Gede Nu’man'],
	['with a point of its own and titles', numan, 'Ir. H. I. Gede Nu’man, Ph.D'],
	['with another apostrophe', numan, "I. Gede Nu'man"],
	['in decomposed letters', { ...suharno, name: 'José' }, 'Jose\u0301']
])('a name %s is the holder’s', (_, holder, typed) => {
	expect(namesHolder(holder, typed)).toBe(true);
});

test.each([
	['nothing', sudarmi, ''],
	['a part of the name', sudarmi, 'Wayan Sudarmi'],
	['a name with a word more', sudarmi, 'Ni Wayan Sudarmi Putri'],
	['one letter less', sudarmi, 'Ni Wayan Sudarm'],
	['a title alone', sudarmi, 'Dr.'],
	['titles after a comma', sudarmi, ', Ni Wayan Sudarmi'],
	['the words in another order', sudarmi, 'Sudarmi Ni Wayan'],
	['nothing, for a holder without letters', { ...suharno, name: '' }, ''],
	['very many words', sudarmi, 'a. '.repeat(5000)]
])('%s is not', (_, holder, typed) => {
	expect(namesHolder(holder, typed)).toBe(false);
});

test('a name without end is judged soon', () => {
	const words = [...Array.from({ length: 39 }, () => `a.${'b'.repeat(7_000)}`), 'c'].join(' ');
	const spent = processorTime(() => expect(namesHolder(sudarmi, words)).toBe(false));
	expect(spent).toBeLessThan(100);
});
