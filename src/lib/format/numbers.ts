import type { Language } from './dates.ts';

const LOCALE = { id: 'id-ID', en: 'en-GB' } as const;

/** Making a format costs a hundred times what using one does. */
const formats = new Map<string, Intl.NumberFormat>();

/** `1.234,5` in Indonesian, below zero `−6`; at most `decimals` digits after the comma. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
	return formatIn(language, 0, decimals).format(value).replace('-', '−');
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

const UNITS = [
	'nol',
	'satu',
	'dua',
	'tiga',
	'empat',
	'lima',
	'enam',
	'tujuh',
	'delapan',
	'sembilan'
];

/** A number from 0 to 999,999 in Indonesian words, its decimals digit by digit: `sepuluh`, `dua koma lima`. */
export function inWords(value: number): string {
	const [whole = '0', decimals] = formatIn('en', 0, 2).format(value).replaceAll(',', '').split('.');
	if (decimals === undefined) return wholeInWords(Number(whole));
	const digits = [...decimals].map((digit) => UNITS[Number(digit)]);
	return `${wholeInWords(Number(whole))} koma ${digits.join(' ')}`;
}

function wholeInWords(value: number): string {
	if (value < 10) return UNITS[value]!;
	if (value < 20)
		return value === 10 ? 'sepuluh' : value === 11 ? 'sebelas' : `${UNITS[value - 10]!} belas`;
	if (value < 100) return counted(value, 10, 'puluh', null);
	if (value < 1000) return counted(value, 100, 'ratus', 'seratus');
	return counted(value, 1000, 'ribu', 'seribu');
}

function counted(value: number, of: number, name: string, one: string | null): string {
	const count = Math.floor(value / of);
	const front = count === 1 && one ? one : `${wholeInWords(count)} ${name}`;
	return value % of === 0 ? front : `${front} ${wholeInWords(value % of)}`;
}
