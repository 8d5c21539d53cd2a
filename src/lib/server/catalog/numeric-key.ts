import type { NumericKey } from './course.ts';

/** A tolerance follows: such a line means a number, whatever else stands in it. */
const toleranceSign = /±|\+\/?-\s*\d/;

/** `Rp1.000.000 ± Rp500`, `75% ± 1%`, `2,585 ± 0,005 jam`; digits may be grouped by points or single spaces. */
const keyForm =
	/^(?:(Rp)\.?\s?)?([+−-]?(?:\d{1,3}(?:\s\d{3})+(?!\d)|[\d.]*\d)(?:,\d+)?)\s?(%)?(?:\s*(?:±|\+\/?-)\s*(?:Rp\.?\s?)?((?:\d{1,3}(?:\s\d{3})+(?!\d)|[\d.]*\d)(?:,\d+)?)\s?(%)?)?(?:(?:\s+|(?<=%))(\S.*))?$/i;

/** What no unit holds, since it is shown to learners: another answer, another number, a sum. */
const noUnit = /[|×±]|(?<!\p{L})\d/u;

/** `2,585 ± 0,005 jam`; a point separates thousands, a comma decimals, as Indonesian writes numbers. */
export function numericKey(text: string): NumericKey {
	const unread: NumericKey = { value: null, tolerance: null, unit: null };
	const written = splitNumeric(text);
	if (!written) return unread;
	const value = readNumber(written.value);
	const tolerance = written.tolerance === null ? null : readNumber(written.tolerance);
	if (value === null || (written.tolerance !== null && tolerance === null)) return unread;
	return { value, tolerance, unit: written.unit };
}

/** Whether lines `= …` say a number, be it readable or not; others say words. */
export function saysNumber(keys: readonly string[]): boolean {
	if (keys.some((key) => toleranceSign.test(key))) return true;
	return keys.length === 1 && numericKey(keys[0]!).value !== null;
}

/** The parts of a numeric key as they are written, percent and Rp in the unit; null when it is not one number. */
export function splitNumeric(
	text: string
): { value: string; tolerance: string | null; unit: string | null } | null {
	const match = keyForm.exec(narrow(text).trim());
	if (!match) return null;
	const [, currency, value = '', percent, tolerance = null, ofTolerance, rest] = match;
	const sign = currency ?? percent ?? ofTolerance;
	const unit = [sign, rest?.trim()].filter((part) => part !== undefined).join(' ') || null;
	if (unit !== null && noUnit.test(unit)) return null;
	return { value, tolerance, unit };
}

/**
 * A number as Indonesian writes it: `1.234,5` and `2,5`. A single point that cannot separate thousands, as in `2.5`
 * and `0.125`, is read as a decimal one, for keyboards without a comma; null when it is no number.
 */
export function readNumber(text: string): number | null {
	const plain = narrow(text).replace(/\s/g, '').replace(/^\+/, '').replace('−', '-');
	const grouped = /^-?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/.test(plain);
	const written = grouped ? plain.replaceAll('.', '') : plain;
	const standard = written.replace(',', '.');
	return /^-?\d{1,15}(?:\.\d{1,10})?$/.test(standard) ? Number(standard) : null;
}

/** Fullwidth forms as their plain ones; unlike NFKC it leaves "m²" alone. */
function narrow(text: string): string {
	return text.replace(/[\uFF01-\uFF5E]/g, (wide) =>
		String.fromCharCode(wide.charCodeAt(0) - 0xfee0)
	);
}
