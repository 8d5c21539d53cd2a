import type { Language } from './dates.ts';

const LOCALE = { id: 'id-ID', en: 'en-GB' } as const;

/** Making a format costs a hundred times what using one does. */
const formats = new Map<string, Intl.NumberFormat>();

/** `1.234,5` in Indonesian; at most `decimals` digits after the comma. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
	return formatIn(language, 0, decimals).format(value);
}

/** A score of 0–100 with its two decimals: `82,50`. */
export function formatScore(score: number, language: Language): string {
	return formatIn(language, 2, 2).format(score);
}

/** A share as a whole percentage: `72%`, `−5%`. */
export function formatPercent(share: number, language: Language): string {
	return `${formatNumber(Math.round(share * 100), language)}%`;
}

function formatIn(language: Language, least: number, most: number): Intl.NumberFormat {
	const name = `${language} ${least} ${most}`;
	const known = formats.get(name);
	if (known) return known;
	const format = new Intl.NumberFormat(LOCALE[language], {
		minimumFractionDigits: least,
		maximumFractionDigits: most
	});
	formats.set(name, format);
	return format;
}

/** A size in bytes as `2,4 MB` or `18 KB` (1 KB = 1,000 bytes, as networks count). */
export function formatBytes(bytes: number, language: Language): string {
	if (bytes < 1000) return `${formatNumber(bytes, language)} B`;
	if (bytes < 1_000_000) return `${formatNumber(bytes / 1000, language)} KB`;
	if (bytes < 1_000_000_000) return `${formatNumber(bytes / 1_000_000, language, 1)} MB`;
	return `${formatNumber(bytes / 1_000_000_000, language, 1)} GB`;
}
