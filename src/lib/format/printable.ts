/** Directions, joiners and other marks that are seen by nobody and turn what is read. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\u200E\u200F\u061C]/gu;
// eslint-disable-next-line no-control-regex -- they are what is looked for
const SPACES = /[^\S\u00A0]|[\u0000-\u001F\u007F-\u009F]/gu;

/**
 * Text as paper can show it: one line, composed, without anything unseen. Lone halves of a character become U+FFFD.
 * Spaces that do not break (U+00A0) stay. What is certified is said in this form wherever it is said.
 */
export function printable(text: string): string {
	return text
		.toWellFormed()
		.normalize('NFC')
		.replace(SPACES, ' ')
		.replace(UNSEEN, '')
		.replace(/ +/g, ' ')
		.trim();
}

/** A value of plain data with all its texts printable. */
export function printableTexts<Data>(data: Data): Data {
	const made = (value: unknown): unknown => {
		if (typeof value === 'string') return printable(value);
		if (Array.isArray(value)) return value.map(made);
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, made(held)]));
	};
	return made(data) as Data;
}
