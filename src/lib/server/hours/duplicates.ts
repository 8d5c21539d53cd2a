/** A training as far as it can be the same as another. Days are `YYYY-MM-DD`. */
export interface Comparable {
	title: string;
	organiser: string;
	/** Null where only the last day is known, as of a module. */
	startedOn: string | null;
	endedOn: string;
	/** Null or empty where there is none. */
	certificate: string | null;
}

/** A course of ours that somebody has JP or a certificate of. */
export interface OwnCourse extends Omit<Comparable, 'certificate'> {
	/** Of its certificates. */
	numbers: readonly string[];
}

/** Signs that two trainings are one, the most telling first. */
export const RESEMBLANCES = [
	'own-certificate',
	'certificate',
	'evidence',
	'own-course',
	'title-and-days'
] as const;
export type Resemblance = (typeof RESEMBLANCES)[number];

/** A module is earned on its last day; it is taken to have been learned in the month before. */
const LEARNING_DAYS = 31;
/** From this share of common words on (Dice), two titles count as alike. */
const ALIKE = 0.6;
/** Words that every other training has. */
const COMMON = new Set(['pelatihan', 'dan', 'di', 'untuk', 'bagi', 'tentang', 'tahun', 'dalam']);

/** Whether two trainings may be the same one: the same certificate number, or alike titles on overlapping days. */
export function resemblanceOf(one: Comparable, other: Comparable): Resemblance | null {
	if (isSameNumber(one.certificate, other.certificate)) return 'certificate';
	return overlap(one, other) && likeness(one.title, other.title) >= ALIKE ? 'title-and-days' : null;
}

/**
 * Whether a training is one of our own courses: by the number of its certificate; or by its name, in the days it was
 * learned or from the same organiser. People add words to a course's name, so it is enough that it holds them all.
 */
export function ownCourseIn(training: Comparable, course: OwnCourse): Resemblance | null {
	if (course.numbers.some((number) => isSameNumber(training.certificate, number)))
		return 'own-certificate';
	const named =
		likeness(training.title, course.title) >= ALIKE || holds(training.title, course.title);
	const near = overlap(training, course) || likeness(training.organiser, course.organiser) >= ALIKE;
	return named && near ? 'own-course' : null;
}

/** Whether two numbers of certificates are one: they are copied with other spaces, dots and cases. */
function isSameNumber(one: string | null, other: string | null): boolean {
	const plain = plainNumber(one);
	return plain !== '' && plain === plainNumber(other);
}

type Days = Pick<Comparable, 'startedOn' | 'endedOn'>;

function overlap(one: Days, other: Days): boolean {
	return firstDay(one) <= other.endedOn && firstDay(other) <= one.endedOn;
}

function firstDay({ startedOn, endedOn }: Days): string {
	if (startedOn) return startedOn;
	const day = Date.parse(`${endedOn}T00:00:00Z`) - LEARNING_DAYS * 86_400_000;
	return new Date(day).toISOString().slice(0, 10);
}

function plainNumber(number: string | null): string {
	return (number ?? '').toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function likeness(one: string, other: string): number {
	const [a, b] = [wordsOf(one), wordsOf(other)];
	const common = [...a].filter((word) => b.has(word)).length;
	return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}

/** One word is in too many names to tell anything. */
function holds(longer: string, shorter: string): boolean {
	const [all, some] = [wordsOf(longer), wordsOf(shorter)];
	return some.size > 1 && some.isSubsetOf(all);
}

function wordsOf(title: string): Set<string> {
	const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
	const telling = words.filter((word) => !COMMON.has(word));
	return new Set(telling.length > 0 ? telling : words);
}
