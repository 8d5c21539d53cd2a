import type { Option, Question } from '../course.ts';
import { combinedOptions, unmarkedNegatives } from './clue-words.ts';
import { assessed, type Hit, type Rule, type Subject } from './rule.ts';

/*
 * Clues by which a right answer is found without knowing it. The guidelines are those of Haladyna, Downing and
 * Rodriguez, "A Review of Multiple-Choice Item-Writing Guidelines" (Applied Measurement in Education 15, 2002), here
 * by their number: 17 negatives, 20 place of the key, 22 independent choices, 24 equal length, 26 "all of the above".
 * They name no thresholds; ours are stated with each rule.
 */

const source = 'Haladyna, Downing & Rodriguez 2002, pedoman';

/** A question with one right option among at least two, as the rules below see it. */
interface Single {
	question: Question;
	options: readonly Option[];
	/** Index of the right option. */
	key: number;
}

function singles({ course }: Subject): Single[] {
	return course.questions.flatMap((question) => {
		const { answer } = question;
		if (answer.kind !== 'single' || answer.options.length < 2) return [];
		const key = answer.options.findIndex(({ correct }) => correct);
		return key === -1 ? [] : [{ question, options: answer.options, key }];
	});
}

const at = ({ file, line, column }: Question) => ({ file, line, column });

/** A key this many times as long as the longest distractor stands out, … */
const longerBy = 1.5;
/** … if it is also this many characters longer: "Ya, selalu" beside "Tidak" does not. */
const longerAtLeast = 25;

function lengthOf({ options, key }: Single): { key: number; others: number } {
	const others = options.reduce(
		(most, { text }, index) => (index === key ? most : Math.max(most, text.length)),
		0
	);
	return { key: options[key]!.text.length, others };
}

/** The right answer of one item stands out by its length, or is the longest more often than chance in many. */
function lengthClues(subject: Subject): Hit[] {
	const all = singles(subject);
	const items = all.flatMap((single): Hit[] => {
		const { key, others } = lengthOf(single);
		if (key < others * longerBy || key - others < longerAtLeast) return [];
		return [
			{
				...at(single.question),
				message: `Jawaban benar soal "${single.question.id}" jauh lebih panjang (${key} karakter; pengecoh terpanjang ${others}). Ringkas, atau lengkapi pengecohnya.`
			}
		];
	});
	const groups = groupsOf(all.filter(({ options }) => options.length >= 3)).flatMap(
		({ where, members }): Hit[] => {
			const longest = members.filter((single) => {
				const { key, others } = lengthOf(single);
				return key > others;
			}).length;
			const chance =
				members.reduce((sum, { options }) => sum + 1 / options.length, 0) / members.length;
			if (!unlikely(members.length, longest, chance)) return [];
			return [
				{
					...at(members[0]!.question),
					message: `Pada ${longest} dari ${members.length} soal ${where}, jawaban benar adalah pilihan terpanjang. Ringkas sebagian, atau panjangkan pengecohnya.`
				}
			];
		}
	);
	return [...items, ...groups];
}

/** The right answer stands in the same place more often than chance. */
function positionClues(subject: Subject): Hit[] {
	return [...Map.groupBy(singles(subject), ({ options }) => options.length)].flatMap(
		([count, sameCount]) =>
			groupsOf(sameCount).flatMap(({ where, members }): Hit[] => {
				const places = Array.from(
					{ length: count },
					(_, place) => members.filter(({ key }) => key === place).length
				);
				const most = Math.max(...places);
				// The fullest of `count` places was looked for, so its chance counts that many times (Bonferroni).
				if (!unlikely(members.length, most, 1 / count, count)) return [];
				return [
					{
						...at(members[0]!.question),
						message: `Pada ${most} dari ${members.length} soal ${where}, jawaban benar ada di pilihan ke-${places.indexOf(most) + 1}. Pindahkan sebagian.`
					}
				];
			})
	);
}

/** Items a person meets together: those of one file, and all checks or all graded items of the course. */
function groupsOf(all: readonly Single[]): { where: string; members: Single[] }[] {
	const files = [...Map.groupBy(all, ({ question }) => question.file).values()].map((members) => ({
		where: 'di berkas ini',
		members
	}));
	const kinds = [
		...Map.groupBy(all, ({ question }) => question.place.kind === 'lesson').entries()
	].map(([checks, members]) => ({
		where: checks ? 'cek pemahaman pelatihan ini' : 'kuis dan bank pelatihan ini',
		members
	}));
	const told = new Set<Question>();
	// A course of one file would otherwise be told of twice.
	return [...files, ...kinds].filter(({ members }) => {
		const first = members[0]!.question;
		if (files.length === 1 && told.has(first)) return false;
		told.add(first);
		return true;
	});
}

/** Chance results this rare are told of: one in a hundred sets of items written without any habit. */
const rare = 0.01;

/** Whether `count` or more of `trials` would come about by chance less than once in a hundred (binomial, exact). */
export function unlikely(trials: number, count: number, chance: number, looks = 1): boolean {
	if (count <= trials * chance) return false;
	// Logarithms, because a bank of a thousand items makes the single terms too small for a number.
	let log = trials * Math.log1p(-chance);
	let sum = 0;
	for (let hits = 0; hits <= trials; hits++) {
		if (hits >= count) sum += Math.exp(log);
		log += Math.log((trials - hits) / (hits + 1)) + Math.log(chance) - Math.log1p(-chance);
	}
	return sum * looks < rare;
}

/** Rules against clues. */
export const clues: Record<string, Rule> = {
	'length-clue': assessed({
		finds: `Jawaban benar yang dikenali dari panjangnya: ${longerBy.toLocaleString('id-ID')} kali pengecoh terpanjang pada satu soal, atau terlalu sering menjadi yang terpanjang pada banyak soal (uji binomial, p < 0,01).`,
		remedy: 'Samakan panjang pilihan.',
		why: `Peserta dapat menebak tanpa tahu (${source} 24).`,
		suppressible: true,
		run: lengthClues
	}),
	'position-clue': assessed({
		finds: 'Jawaban benar yang terlalu sering berada di urutan yang sama (uji binomial, p < 0,01).',
		remedy: 'Pindahkan sebagian jawaban benar ke urutan lain.',
		why: `Peserta dapat menebak tanpa tahu (${source} 20).`,
		suppressible: true,
		run: positionClues
	}),
	'combined-option': assessed({
		finds: 'Pilihan seperti "semua benar", "semua salah", atau "A dan B benar".',
		remedy: 'Tulis pilihan yang berdiri sendiri.',
		why: `Mengenali satu pilihan sudah cukup untuk menebak sisanya (${source} 22, 25, dan 26).`,
		suppressible: true,
		run: combinedOptions
	}),
	'unmarked-negative': assessed({
		finds:
			'Soal yang meminta kebalikannya dengan "bukan", "tidak", "kecuali", atau "selain" yang tidak ditonjolkan.',
		remedy: 'Tebalkan kata itu, atau tanyakan yang benar.',
		why: `Kata itu mudah terlewat, sehingga yang diukur adalah ketelitian membaca (${source} 17).`,
		suppressible: true,
		run: unmarkedNegatives
	})
};
