import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { create, type Font } from 'fontkit';
import { unpackWoff } from './sfnt.ts';

/** Regular, semibold, bold. */
export type Weight = 400 | 600 | 700;

/** The characters a file holds: the alphabet of Indonesian, and what transliterations and other languages add. */
export type Script = 'latin' | 'latin-ext';

/** One file of the typeface. */
export interface Face {
	name: string;
	font: Font;
	has: ReadonlySet<number>;
}

/**
 * Plus Jakarta Sans (SIL OFL 1.1, fonts/OFL.txt). From the repository's root, as migrations are found: the built
 * application stands elsewhere than this file. WOFF, since of a WOFF2 fontkit cannot embed the used glyphs alone.
 */
const FOLDER = 'src/lib/server/paper/fonts';

const faces: Record<Script, Map<Weight, Face>> = { latin: new Map(), 'latin-ext': new Map() };

/** A file of the typeface, read once: reading costs more than setting a page. */
export function faceOf(weight: Weight, script: Script): Face {
	const known = faces[script].get(weight);
	if (known) return known;
	const name = `plus-jakarta-sans-${script}-${weight}-normal`;
	const font = create(unpackWoff(readFileSync(resolve(FOLDER, `${name}.woff`))));
	const characters = font.characterSet
		.filter((code) => code >= 0x20 && code < 0xfff0)
		.toSorted((a, b) => a - b);
	// A glyph keeps the character it was first asked for, and the PDF tells that one to who copies its text.
	for (const code of characters) font.glyphForCodePoint(code);
	const face = { name, font, has: new Set(characters) };
	faces[script].set(weight, face);
	return face;
}
