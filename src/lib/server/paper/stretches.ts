import { faceOf, type Script, type Weight } from './faces.ts';

/** A stretch of text in one face. */
export interface Stretch {
	/** What is drawn: a character's code where it is boxed. */
	text: string;
	script: Script;
	/** What the text says, where that is not what is drawn; it is what is copied, searched and read aloud. */
	says: string | null;
	/** How a character is shown that the typeface does not have: its letter with a bar, or its code in a box. */
	drawn: 'plain' | 'bar-below' | 'bar-above' | 'box';
}

/** Letters and signs the typeface lacks and has a twin of, as hands write them. */
const TWINS: Readonly<Record<string, string>> = {
	ʼ: '’',
	ʾ: '’',
	ʹ: '’',
	ˈ: '’',
	ʻ: '‘',
	ʿ: '‘',
	ʽ: '‘',
	'‐': '-',
	'‑': '-',
	'‒': '–',
	'―': '—',
	'‛': '‘',
	'‟': '“',
	'≈': '~',
	'▪': '•',
	'●': '•',
	ﬁ: 'fi',
	ﬂ: 'fl'
};

const BELOW =
	/[\u0316-\u0319\u031C-\u0320\u0323-\u0326\u0329-\u0333\u0339-\u033C\u0347-\u0349\u034D\u034E\u0353-\u0356]/u;

/** Printable text cut where the face changes. No character is dropped: see `Stretch`. */
export function stretchesOf(text: string, weight: Weight): Stretch[] {
	const has = (script: Script, part: string) =>
		[...part].every((character) => faceOf(weight, script).has.has(character.codePointAt(0)!));
	const scriptOf = (part: string): Script | null =>
		has('latin', part) ? 'latin' : has('latin-ext', part) ? 'latin-ext' : null;
	const stretches: Stretch[] = [];
	for (const character of graphemes(text)) {
		const script = scriptOf(character);
		if (script) {
			const last = stretches.at(-1);
			if (last?.says === null && last.script === script) last.text += character;
			else stretches.push({ text: character, script, says: null, drawn: 'plain' });
			continue;
		}
		stretches.push(substitute(character, scriptOf));
	}
	return stretches;
}

function substitute(character: string, scriptOf: (part: string) => Script | null): Stretch {
	const parts = character.normalize('NFD');
	const twin = TWINS[character] ?? parts;
	const script = scriptOf(twin);
	if (script) return { text: twin, script, says: character, drawn: 'plain' };
	const [letter = '', ...marks] = [...parts];
	const letterScript = scriptOf(letter);
	if (letterScript && marks.length > 0 && marks.every((mark) => /\p{M}/u.test(mark))) {
		const drawn = BELOW.test(marks.join('')) ? 'bar-below' : 'bar-above';
		return { text: letter, script: letterScript, says: character, drawn };
	}
	const codes = [...character].map((part) => part.codePointAt(0)!.toString(16).toUpperCase());
	return { text: codes[0]!.padStart(4, '0'), script: 'latin', says: character, drawn: 'box' };
}

const segmenter = new Intl.Segmenter('id', { granularity: 'grapheme' });

/** What a reader takes for one character; a plain letter is itself, which is quick to see. */
export function graphemes(text: string): string[] {
	// eslint-disable-next-line no-control-regex -- all of ASCII
	if (/^[\u0000-\u007F]*$/.test(text)) return [...text];
	return [...segmenter.segment(text)].map(({ segment }) => segment);
}
