/**
 * A table as CSV that Excel opens here: UTF-8 with a byte order mark, semicolons, CRLF. `head` names the columns. What
 * a spreadsheet would take for a formula is made text; numbers stay numbers.
 */
export function csvOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const lines = [head, ...rows].map((cells) => cells.map(cellOf).join(';'));
	return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** A day `YYYY-MM-DD` as dd-mm-yyyy, as SIASN writes them. */
export const dayCell = (day: string) => day.split('-').reverse().join('-');

/** A number with a decimal comma, without separators; nothing for null. */
export const numberCell = (value: number | null) =>
	value === null ? '' : String(value).replace('.', ',');

/** Also full-width signs: spreadsheets in some languages read them as the plain ones. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

function cellOf(text: string): string {
	const number = /^-?\d+(?:,\d+)?$/.test(text);
	const safe = !number && FORMULA.test(text) ? `'${text}` : text;
	return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
