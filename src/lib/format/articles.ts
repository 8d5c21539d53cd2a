const number = '\\d+[a-z]?';
const roman = '(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})';
const below = `(?:-ayat-${number})?(?:-huruf-[a-z]{1,2})?(?:-angka-\\d+)?`;
const article = `pasal-(?:${number}|${roman})${below}`;
const upToNine = 'satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan';
const ordinal = `(?:pertama|kesepuluh|kesebelas|ke(?:${upToNine})(?:-belas|-puluh(?:-(?:${upToNine}))?)?)`;

/**
 * What of an instrument a link may name: articles, and those that an amending act writes into another; the dictums of
 * decrees and instructions, which have no articles; chapters, annexes, and the elucidation of any article.
 */
const form = new RegExp(
	`^(?:${[
		`(?:penjelasan-)?${article}(?:-${article})?`,
		'penjelasan(?:-umum)?',
		`diktum-${ordinal}(?:-huruf-[a-z]{1,2})?(?:-angka-\\d+)?`,
		`bab-(?:${roman}|\\d+)`,
		'lampiran(?:-[a-z\\d]+)*'
	].join('|')})$`
);

/** One of each form, as an author writes them behind `reg:…`. */
export const articleForms = [
	'#pasal-4-ayat-2-huruf-a',
	'#pasal-i-angka-12',
	'#bab-iv',
	'#diktum-kesatu',
	'#penjelasan-pasal-5',
	'#lampiran-ii'
] as const;

/** Whether `pasal-4-ayat-2` and the like name a part of an instrument. */
export function isArticle(text: string): boolean {
	return form.test(text);
}

const numbered = new RegExp(`\\b(pasal|bab|lampiran)-(${number}|${roman})\\b`, 'g');
const dictum = new RegExp(`^diktum-(${ordinal})`);

/** `pasal-4-ayat-2` → `Pasal 4 ayat (2)`. What is not of that form stays as it is. */
export function formatArticle(text: string): string {
	if (!isArticle(text)) return text;
	return text
		.replace(
			numbered,
			(_, part: string, value: string) => `${capital(part)} ${value.toUpperCase()}`
		)
		.replace(dictum, (_, value: string) => `Diktum ${value.toUpperCase()}`)
		.replace(/ayat-(\w+)/g, 'ayat ($1)')
		.replace(/^(?:penjelasan|lampiran)/, capital)
		.replaceAll('-', ' ');
}

function capital(word: string): string {
	return word[0]!.toUpperCase() + word.slice(1);
}
