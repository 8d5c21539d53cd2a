import type { Page } from '../course.ts';
import { commonAbbreviations } from './officialese.ts';
import type { OwnWords } from './own-words.ts';
import type { Hit, Subject } from './rule.ts';

const abbreviation = /(?<![\w/.-])[A-Z]{2,8}(?![\w/])/g;

/** "golongan III", "Bab XL": a count, not an abbreviation. Large ones only behind what is counted, for "CC" is none. */
const numeral =
	/\b(?:(?:bab|bagian|golongan|jilid|kelas|lampiran|pasal|tahap|tingkat) [IVXLCDM]+|(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3}))\b/gi;

const abbreviationsIn = (text: string): string[] =>
	text.replace(numeral, '…').match(abbreviation) ?? [];

/** The first use in reading order of each abbreviation that is not explained there, further up, or in the glossary. */
export function unexplainedAbbreviations({ course, pages, ownWordsOf }: Subject): Hit[] {
	const known = new Set(commonAbbreviations);
	for (const { term, definition } of course.glossary) {
		for (const name of abbreviationsIn(term)) known.add(name);
		for (const name of captures(definition, /(?:[Dd]isingkat|\() ?([A-Z]{2,8})(?!\w)/g))
			known.add(name);
	}
	const hits: (Hit & { word: string })[] = [];
	for (const page of pages) {
		const uses = usesOn(ownWordsOf(page)).filter(({ found }) => !known.has(found));
		if (uses.length === 0) continue;
		const explained = explanationsOn(page);
		for (const { found, line, placeOf } of uses) {
			if (known.has(found)) continue;
			known.add(found);
			if ((explained.get(found) ?? Infinity) <= line) continue;
			const message = `"${found}" belum dijelaskan saat pertama dipakai. Tulis kepanjangannya di sini, misalnya "kepanjangan (${found})", atau tambahkan di glossary.md.`;
			hits.push({ word: found.toLowerCase(), file: page.file, ...placeOf(found), message });
		}
		for (const found of explained.keys()) known.add(found);
	}
	const ordinary = writtenSmall(pages, new Set(hits.map(({ word }) => word)));
	return hits.flatMap(({ word, ...hit }) => (ordinary.has(word) ? [] : [hit]));
}

interface Use {
	found: string;
	/** By this line it must have been explained; what a heading or a table names, the text below may explain. */
	line: number;
	placeOf: OwnWords['placeOf'];
}

function usesOn(words: readonly OwnWords[]): Use[] {
	const uses: Use[] = [];
	let below: number | null = null;
	for (const { text, kind, line, placeOf } of words.toReversed()) {
		if (kind === 'paragraph') below = line;
		for (const found of abbreviationsIn(text).toReversed())
			uses.push({ found, line: below ?? line, placeOf });
	}
	return uses.reverse();
}

/** Those of some words that also stand in small letters: in capitals they are emphasis, not abbreviations. */
function writtenSmall(pages: readonly Page<unknown>[], words: ReadonlySet<string>): Set<string> {
	const found = new Set<string>();
	if (words.size === 0) return found;
	for (const { document } of pages)
		for (const { text } of document.passages)
			for (const word of text.match(/(?<![\w/.-])[a-z]{2,8}(?!\w)/g) ?? [])
				if (words.has(word)) found.add(word);
	return found;
}

const explaining = [
	/\p{L}\s+\((?:disingkat |selanjutnya |dulu |kini )?([A-Z]{2,8})[),;]/gu,
	/(?<![\p{L}\p{N}])([A-Z]{2,8}) \(\p{L}[^()\s]{0,40} \p{L}[^()]{0,160}\)/gu,
	/(?<![\p{L}\p{N}])([A-Z]{2,8})["”]?,? (?:ialah|adalah|yaitu|yakni|berarti|singkatan dari|kependekan dari)(?![\p{L}])/gu
];

/** "kepanjangan (ABC)", "ABC (Kepanjangan Kata)", "ABC ialah …": abbreviations a page spells out, with the first line. */
function explanationsOn({ document }: Page<unknown>): Map<string, number> {
	const found = new Map<string, number>();
	for (const { text, line } of document.passages)
		for (const pattern of explaining)
			for (const name of captures(text, pattern))
				found.set(name, Math.min(line, found.get(name) ?? line));
	return found;
}

function captures(text: string, pattern: RegExp): string[] {
	return [...text.matchAll(pattern)].map(([, name]) => name!);
}
