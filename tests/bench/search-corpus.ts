import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '#lib/server/db/connect.ts';
import { wordsOf } from '#lib/server/search/words.ts';
import {
	courses,
	glossaryTerms,
	lessons,
	releases,
	type StoredOutline
} from '#lib/server/catalog/tables.ts';

/** Courses of invented lessons: the same for the same numbers. */
export interface Corpus {
	courseIds: string[];
	/** A word, often one that is used much. */
	word(): string;
	/** A number below `most`. */
	below(most: number): number;
	/** Two neighbouring words of some lesson. */
	phrase(): string;
}

const LESSON_WORDS = 600;
const TERMS = 20;
/** Of the words of a lesson, how many in ten are its course's own. */
const OWN_IN_TEN = 3;
const PREFIXES = ['', 'me', 'di', 'ber', 'ter', 'pe', 'ke', 'se', 'per'];
const SUFFIXES = ['', 'an', 'kan', 'i', 'nya'];

/** Writes releases straight into their tables: what publishing costs is measured elsewhere. */
export async function writeCorpus(
	db: Database,
	{ courseCount, lessonCount }: { courseCount: number; lessonCount: number }
): Promise<Corpus> {
	const below = chance(20_261_123);
	const vocabulary = inventWords(below, 25_000);
	const word = () => vocabulary[zipf(below, vocabulary.length)]!;
	const courseIds: string[] = [];
	const texts: string[] = [];
	for (let nth = 1; nth <= courseCount; nth++) {
		const own = Array.from({ length: 300 }, () => vocabulary[below(vocabulary.length)]!);
		const say = (count: number, ownInTen = OWN_IN_TEN) =>
			Array.from({ length: count }, () =>
				below(10) < ownInTen ? own[zipf(below, own.length)]! : word()
			).join(' ');
		const courseId = `pelatihan-${nth}`;
		const releaseId = String(nth).padStart(64, '0');
		courseIds.push(courseId);
		await db.insert(courses).values({ id: courseId, home: 'folder' });
		await db.insert(releases).values({
			...{ id: releaseId, courseId, number: '2026.1', ordinal: 1, notes: '-' },
			publishedAt: new Date(0),
			outline: outlineFor(nth, say, lessonCount),
			references: { courseId, lessons: {}, assets: {}, terms: [] }
		});
		const written = Array.from({ length: lessonCount }, (_, at) => ({
			...{
				releaseId,
				id: `materi-${at + 1}`,
				moduleId: 'satu',
				position: at + 1,
				path: `${at}.md`
			},
			...{ title: say(5, 6), minutes: 20, size: 1, headings: say(20, 6) },
			plainText: Array.from({ length: 12 }, () => `${say(LESSON_WORDS / 12)}.`).join('\n')
		}));
		texts.push(...written.map(({ plainText }) => plainText));
		await db.insert(lessons).values(written);
		await db.insert(glossaryTerms).values(
			Array.from({ length: TERMS }, (_, at) => ({
				...{ releaseId, id: `istilah-${at}`, term: say(2, 8), definition: say(20) }
			}))
		);
	}
	const phrase = () => {
		const text = texts[below(texts.length)]!.split('\n')[below(12)]!.split(' ');
		const at = below(text.length - 1);
		return `"${text.slice(at, at + 2).join(' ')}"`;
	};
	return { courseIds, word, below, phrase };
}

function outlineFor(
	nth: number,
	say: (count: number) => string,
	lessonCount: number
): StoredOutline {
	return {
		...{
			title: say(5),
			code: `UJI-${nth}`,
			edition: '2026.1',
			summary: say(30),
			audience: say(10)
		},
		...{ language: 'id', jp: 1 + (nth % 25), minutes: 45, authors: [], reviewers: [], owner: null },
		...{
			topics: [`Topik ${nth % 9}`, `Topik ${nth % 7}`],
			providers: [`Penyelenggara ${nth % 12}`]
		},
		...{ licence: 'CC-BY-SA-4.0', competencies: [{ id: `kompetensi-${nth % 15}`, level: 1 }] },
		...{ prerequisites: [], path: 'course.md' },
		modules: Array.from({ length: 10 }, (_, module) => ({
			...{ id: `modul-${module}`, title: say(4), jp: 2, minutes: 90, path: `${module}/module.md` },
			objectives: Array.from({ length: 3 }, (_, at) => ({
				...{ id: `m${module}-${at}`, text: say(12), level: 'C2' }
			})),
			lessons: Array.from({ length: lessonCount / 10 }, (_, at) => ({
				...{ id: `materi-${module}-${at}`, title: say(5), minutes: 20, checks: 0, bytes: 1 },
				objectives: []
			}))
		}))
	};
}

/** The words of our courses, the most used first, then invented ones with the affixes of the language. */
function inventWords(below: (most: number) => number, count: number): string[] {
	const counts = new Map<string, number>();
	for (const name of readdirSync('courses/spbe-101', { recursive: true, encoding: 'utf8' }))
		if (name.endsWith('.md'))
			for (const word of wordsOf(readFileSync(join('courses/spbe-101', name), 'utf8')))
				counts.set(word, (counts.get(word) ?? 0) + 1);
	const words = new Set([...counts].sort(([, a], [, b]) => b - a).map(([word]) => word));
	const syllable = () => 'bcdgjklmnprstw'[below(14)]! + 'aiueo'[below(5)]! + (below(3) ? '' : 'n');
	while (words.size < count) {
		const root = syllable() + syllable() + (below(2) ? syllable() : '');
		for (let form = below(6); form >= 0; form--)
			words.add(PREFIXES[below(PREFIXES.length)]! + root + SUFFIXES[below(SUFFIXES.length)]!);
	}
	return [...words].slice(0, count);
}

/** A rank drawn by Zipf's law: the first is drawn about twice as often as the second. */
function zipf(below: (most: number) => number, count: number): number {
	const share = below(1_000_000) / 1_000_000;
	return Math.min(count - 1, Math.floor(Math.exp(share * Math.log(count + 1)) - 1));
}

/** Numbers that look random and are always the same (mulberry32). */
function chance(seed: number): (most: number) => number {
	let state = seed;
	return (most) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * most);
	};
}
