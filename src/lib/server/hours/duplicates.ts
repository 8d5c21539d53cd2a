/** A training as far as it can be the same as another. Days are `YYYY-MM-DD`. */
export interface Comparable {
	title: string;
	/** Null where only the last day is known, as of a module. */
	startedOn: string | null;
	endedOn: string;
	/** Null or empty where there is none. */
	certificate: string | null;
}

/** Why two trainings may be one. */
export type Resemblance = 'certificate' | 'title-and-days';

/** A module is earned on its last day; it is taken to have been learned in the month before. */
const LEARNING_DAYS = 31;
/** From this share of common words on (Dice), two titles count as alike. */
const ALIKE = 0.6;
/** Words that every other training has. */
const COMMON = new Set(['pelatihan', 'dan', 'di', 'untuk', 'bagi', 'tentang', 'tahun', 'dalam']);

/** Whether two trainings may be the same one: the same certificate number, or alike titles on overlapping days. */
export function resemblanceOf(one: Comparable, other: Comparable): Resemblance | null {
	const number = plainNumber(one.certificate);
	if (number && number === plainNumber(other.certificate)) return 'certificate';
	const overlap = firstDay(one) <= other.endedOn && firstDay(other) <= one.endedOn;
	return overlap && likeness(one.title, other.title) >= ALIKE ? 'title-and-days' : null;
}

function firstDay({ startedOn, endedOn }: Comparable): string {
	if (startedOn) return startedOn;
	const day = Date.parse(`${endedOn}T00:00:00Z`) - LEARNING_DAYS * 86_400_000;
	return new Date(day).toISOString().slice(0, 10);
}

/** Numbers are copied with other spaces, dots and cases. */
function plainNumber(number: string | null): string {
	return (number ?? '').toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function likeness(one: string, other: string): number {
	const [a, b] = [wordsOf(one), wordsOf(other)];
	const common = [...a].filter((word) => b.has(word)).length;
	return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}

function wordsOf(title: string): Set<string> {
	const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
	const telling = words.filter((word) => !COMMON.has(word));
	return new Set(telling.length > 0 ? telling : words);
}
