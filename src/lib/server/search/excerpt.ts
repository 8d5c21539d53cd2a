import { wordsIn } from './words.ts';

/** A stretch of text; `marked` when it is what was searched for. Plain text: whoever shows it escapes it. */
export interface Stretch {
	text: string;
	marked: boolean;
}

interface Hit {
	word: string;
	at: number;
	end: number;
}

const BEFORE = 40;

/** The whole text, with the words that were searched for marked. */
export function markWords(text: string, words: ReadonlySet<string>): Stretch[] {
	return stretches(text, hitsIn(text, words), 0, text.length);
}

/**
 * The part of a text that shows most of what was searched for, about `length` characters, or two parts when no single
 * one has all of it; the text's beginning when it has nothing of it. Passages (lines) are parted by a middle dot, and
 * an ellipsis stands where the text goes on.
 */
export function excerptOf(text: string, words: ReadonlySet<string>, length = 220): Stretch[] {
	const hits = hitsIn(text, words);
	const parts = partsOf(text, hits, length);
	const shown = parts.flatMap(([from, end]) => [
		...(from > 0 ? [{ text: '… ', marked: false }] : []),
		...stretches(text, hits, from, end),
		...(end < text.length ? [{ text: ' ', marked: false }] : [])
	]);
	if (parts.at(-1)![1] < text.length) shown.push({ text: '…', marked: false });
	return merged(shown).map((stretch) => ({
		...stretch,
		text: stretch.text.replace(/\s*\n\s*/g, ' · ')
	}));
}

type Part = readonly [from: number, end: number];

function partsOf(text: string, hits: readonly Hit[], length: number): Part[] {
	if (text.length <= length) return [[0, text.length]];
	const whole = partAround(text, hits, length);
	const missing = hits.filter(({ word }) => !wordsWithin(hits, whole).has(word));
	if (missing.length === 0) return [whole];
	const half = partAround(text, hits, length / 2);
	const other = partAround(
		text,
		hits.filter(({ word }) => !wordsWithin(hits, half).has(word)),
		length / 2
	);
	const [first, second] = half[0] < other[0] ? [half, other] : [other, half];
	return first[1] < second[0] ? [first, second] : [[first[0], second[1]]];
}

function partAround(text: string, hits: readonly Hit[], length: number): Part {
	const from = startOf(text, bestWindow(hits, length - BEFORE));
	return [from, endOf(text, from, length)];
}

function wordsWithin(hits: readonly Hit[], [from, end]: Part): Set<string> {
	return new Set(hits.filter((hit) => hit.at >= from && hit.end <= end).map(({ word }) => word));
}

function hitsIn(text: string, words: ReadonlySet<string>): Hit[] {
	return words.size === 0 ? [] : [...wordsIn(text)].filter(({ word }) => words.has(word));
}

/** Where the window begins that holds most different words, then most words; the first of equals. */
function bestWindow(hits: readonly Hit[], length: number): number {
	let best = { at: 0, score: 0 };
	for (const [index, { at }] of hits.entries()) {
		const inside = new Set<string>();
		let count = 0;
		for (let next = index; next < hits.length && hits[next]!.end <= at + length; next++) {
			inside.add(hits[next]!.word);
			count += 1;
		}
		const score = inside.size * 100 + Math.min(count, 99);
		if (score > best.score) best = { at, score };
	}
	return best.at;
}

/** A little before the window: at the beginning of its sentence or passage when that is near, else between two words. */
function startOf(text: string, at: number): number {
	const earliest = Math.max(0, at - BEFORE);
	const before = text.slice(earliest, at);
	const sentence = before.search(/(?:(?<=[.!?]\s)|(?<=\n))(?!.*(?:[.!?]\s|\n))/s);
	if (sentence >= 0) return earliest + sentence;
	if (earliest === 0) return 0;
	const gap = before.search(/\s/);
	return gap < 0 ? at : earliest + gap + 1;
}

function endOf(text: string, from: number, length: number): number {
	if (text.length <= from + length) return text.length;
	const gap = text.slice(from, from + length).search(/\s\S*$/);
	return gap > 0 ? from + gap : from + length;
}

function stretches(text: string, hits: readonly Hit[], from: number, end: number): Stretch[] {
	const parts: Stretch[] = [];
	let done = from;
	for (const hit of hits) {
		if (hit.at < from || hit.end > end) continue;
		parts.push({ text: text.slice(done, hit.at), marked: false });
		parts.push({ text: text.slice(hit.at, hit.end), marked: true });
		done = hit.end;
	}
	parts.push({ text: text.slice(done, end), marked: false });
	return parts.filter((part) => part.text !== '');
}

function merged(parts: readonly Stretch[]): Stretch[] {
	const whole: Stretch[] = [];
	for (const part of parts) {
		const last = whole.at(-1);
		if (last && last.marked === part.marked) last.text += part.text;
		else whole.push({ ...part });
	}
	return whole;
}
