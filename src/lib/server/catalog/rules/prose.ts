import { sentences } from '../sentences.ts';
import { lessonsOf, readingPages } from './structure.ts';
import type { Hit, Rule, Subject } from './rule.ts';

const fewestWords = 400;
const mostWords = 1200;
const longestSentence = 30;

function lessonLength(subject: Subject): Hit[] {
	return lessonsOf(subject).flatMap(({ file, words, bodyLine }) =>
		words > 0 && (words < fewestWords || words > mostWords)
			? [
					{
						file,
						line: bodyLine,
						column: 1,
						message: `Materi ini ${words} kata; usahakan ${fewestWords}–${mostWords.toLocaleString('id-ID')} kata.`
					}
				]
			: []
	);
}

function longSentences(subject: Subject): Hit[] {
	return readingPages(subject).flatMap(({ file, document }) =>
		document.passages
			.filter(({ kind }) => kind === 'paragraph')
			.flatMap(({ text, line, column }) =>
				sentences(text).flatMap((sentence) => {
					const count = sentence.split(' ').length;
					return count > longestSentence
						? [
								{
									file,
									line,
									column,
									message: `Kalimat "${sentence.slice(0, 40)}…" memuat ${count} kata; paling banyak ${longestSentence}. Bagi menjadi dua.`
								}
							]
						: [];
				})
			)
	);
}

function withoutWorkplace(subject: Subject): Hit[] {
	return lessonsOf(subject).flatMap(({ file, document, bodyLine }) =>
		document.directives.some(({ name }) => name === 'workplace')
			? []
			: [
					{
						file,
						line: bodyLine,
						column: 1,
						message:
							'Materi ini belum punya "Langkah di tempat kerja". Tambahkan blok :::workplace.'
					}
				]
	);
}

const advice = (remedy: string, run?: Rule['run']): Rule => ({
	severity: 'warning',
	remedy,
	suppressible: true,
	...(run && { run })
});

/** Rules of prose: advice. */
export const prose: Record<string, Rule> = {
	'hidden-character': advice('Ketik ulang bagian itu.'),
	'lesson-length': advice('Ringkas, lengkapi, atau bagi materinya.', lessonLength),
	'sentence-length': advice('Bagi kalimatnya.', longSentences),
	'missing-workplace': advice('Tambahkan blok :::workplace.', withoutWorkplace)
};
