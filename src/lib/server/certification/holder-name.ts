import type { TitledName } from '../../format/names.ts';

/** More words than any name with its titles has, and more characters. */
const MOST_WORDS = 40;
const LONGEST = 500;

/**
 * Whether somebody typed the holder's name: titles, capitals, spaces and points may differ or be left out. What stands
 * behind a comma is a title, and so is what carries a point or stands among the certificate's own titles.
 */
export function namesHolder(holder: TitledName, typed: string): boolean {
	const wanted = lettersOf(holder.name);
	const [front = ''] = typed.slice(0, LONGEST).normalize('NFKC').split(',');
	const words = front.trim().split(/\s+/).slice(0, MOST_WORDS);
	const titles = new Set(
		`${holder.titleBefore} ${holder.titleAfter}`.split(/[\s,]+/).map(lettersOf)
	);
	const isTitle = (word: string) => word.includes('.') || titles.has(lettersOf(word));
	const firstName = words.findIndex((word) => !isTitle(word));
	const lastName = words.findLastIndex((word) => !isTitle(word));
	for (let from = 0; from <= Math.max(firstName, 0); from++)
		for (let to = words.length; to > Math.max(lastName, from); to--)
			if (lettersOf(words.slice(from, to).join('')) === wanted) return wanted !== '';
	return false;
}

function lettersOf(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
