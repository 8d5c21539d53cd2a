import type { Remark } from './document.ts';

// Zero-width, bidirectional control and tag characters: invisible, so a reader and a machine see different texts.
const hidden =
	/[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/u;
const control = /[^\P{Cc}\t\n]|\uFFFD/u;

/** The first invisible and the first broken character of a text: what is wrong, and at which offset. */
export function hiddenCharactersIn(text: string): { message: string; offset: number }[] {
	const found: { message: string; offset: number }[] = [];
	const at = text.search(hidden);
	if (at >= 0) {
		const code = text.codePointAt(at)!.toString(16).toUpperCase().padStart(4, '0');
		const message = `Ada karakter tak terlihat (U+${code}). Ketik ulang bagian ini tanpa menyalin dari dokumen lain.`;
		found.push({ message, offset: at });
	}
	const broken = text.search(control);
	if (broken >= 0) {
		const message = 'Ada karakter kendali atau karakter rusak. Ketik ulang bagian ini.';
		found.push({ message, offset: broken });
	}
	return found;
}

/** The same of every line, where the first of them stands in `firstLine` of its file. */
export function hiddenCharacters(lines: readonly string[], firstLine: number): Remark[] {
	return lines.flatMap((text, row) =>
		hiddenCharactersIn(text).map(({ message, offset }) => ({
			rule: 'hidden-character',
			message,
			line: firstLine + row,
			column: offset + 1
		}))
	);
}
