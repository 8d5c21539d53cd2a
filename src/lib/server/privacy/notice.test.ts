import { describe, expect, test } from 'vitest';
import { messagesIn } from '#lib/messages/catalogue.ts';
import { DATA_MAP, type PersonalTable } from './data-map.ts';

/** How the notice names each basis of UU 27/2022 art. 20. */
const BASES: Record<PersonalTable['basis'], { id: RegExp; en: RegExp }> = {
	'legal-obligation': { id: /kewajiban hukum/, en: /legal obligations/ },
	'public-interest': { id: /pelayanan publik/, en: /public duties/ },
	contract: { id: /perjanjian/, en: /contract/ },
	consent: { id: /persetujuan/, en: /consent/ }
};

const personal = Object.values(DATA_MAP).filter((table) => table.personal);
const used = new Set(personal.map(({ basis }) => basis));

describe.each([
	{ language: 'id', title: 'Dasar hukum', notes: /^Catatan dan tanda/ },
	{ language: 'en', title: 'Legal basis', notes: /^Notes and bookmarks/ }
] as const)('the privacy notice ($language)', ({ language, title, notes }) => {
	const sections = messagesIn(language).account.privacy.sections('Instansi Contoh', []);
	const textOf = ({ paragraphs, list = [] }: (typeof sections)[number]) => [...paragraphs, ...list];

	test('names the bases that the record of processing gives, and no other', () => {
		const stated = textOf(sections.find((section) => section.title === title)!).join('\n');
		for (const [basis, words] of Object.entries(BASES) as [
			PersonalTable['basis'],
			(typeof BASES)['consent']
		][])
			expect([basis, words[language].test(stated)]).toEqual([basis, used.has(basis)]);
	});

	test('says of notes and bookmarks what they are for, on what basis, and how long they are kept', () => {
		const about = sections.filter((section) => textOf(section).some((text) => notes.test(text)));
		expect(about).toHaveLength(3);
	});
});
