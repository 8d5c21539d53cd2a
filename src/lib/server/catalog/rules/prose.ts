import { sentences } from '../sentences.ts';
import { unexplainedAbbreviations } from './abbreviations.ts';
import { chatty, officialese, officialOnlyAs } from './officialese.ts';
import { advice, type Hit, type Rule, type Subject } from './rule.ts';

/** Words a lesson should have. */
export const lessonWords = { fewest: 400, most: 1200 };
/** Words of the longest sentence that is not remarked on. */
export const longestSentence = 30;

function lessonLength({ lessons }: Subject): Hit[] {
	return lessons.flatMap(({ file, words, bodyLine }) =>
		words > 0 && (words < lessonWords.fewest || words > lessonWords.most)
			? [
					{
						file,
						line: bodyLine,
						column: 1,
						message: `Materi ini ${words} kata; usahakan ${lessonWords.fewest}–${lessonWords.most.toLocaleString('id-ID')} kata.`
					}
				]
			: []
	);
}

/** Words of a text whose spaces are single. */
const wordsIn = (text: string) => text.split(' ').length;

function longSentences({ pages }: Subject): Hit[] {
	return pages.flatMap(({ file, document }) =>
		document.passages
			.filter(({ kind, text }) => kind === 'paragraph' && wordsIn(text) > longestSentence)
			.flatMap(({ text, line, column }) =>
				sentences(text).flatMap((sentence) => {
					const count = wordsIn(sentence);
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

function withoutWorkplace({ lessons }: Subject): Hit[] {
	return lessons.flatMap(({ file, document, bodyLine }) =>
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

/**
 * Whole words of a list, the longest first, so that "dalam rangka untuk" is not told as "dalam rangka". Without the
 * Unicode flag, which makes the search several times slower; the words looked for are plain ASCII.
 */
function anyOf(phrases: readonly string[], onlyAs: Readonly<Record<string, string>> = {}): RegExp {
	const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
	const patterns = longestFirst.map((phrase) => onlyAs[phrase] ?? phrase);
	return new RegExp(`(?<![\\w-])(?:${patterns.join('|')})(?![\\w-])`, 'gi');
}

/** Each phrase that a passage of the author's own words holds, at its first place there. */
function spoken(
	{ pages, ownWordsOf }: Subject,
	pattern: RegExp,
	message: (found: string) => string
): Hit[] {
	return pages.flatMap((page) =>
		ownWordsOf(page).flatMap(({ text, placeOf }) => {
			// Once a passage is enough to find the others.
			const met = new Set(text.match(pattern));
			return [...met].map((found) => ({
				file: page.file,
				...placeOf(found),
				message: message(found)
			}));
		})
	);
}

const officialWords = anyOf(Object.keys(officialese), officialOnlyAs);
const chattyWords = anyOf(chatty);

function officialPhrases(subject: Subject): Hit[] {
	return spoken(subject, officialWords, (found) => {
		const plain = officialese[found.toLowerCase()];
		return plain
			? `"${found}" adalah bahasa surat dinas. Tulis ${plain.startsWith('"') ? plain : `"${plain}"`}.`
			: `"${found}" tidak menambah arti. Hapus saja.`;
	});
}

function chattyPhrases(subject: Subject): Hit[] {
	return spoken(
		subject,
		chattyWords,
		(found) => `"${found}" terlalu akrab untuk rekan kerja. Sapa dengan "Anda" dan kalimat biasa.`
	);
}

/** Rules of prose: advice. */
export const prose: Record<string, Rule> = {
	'hidden-character': advice({
		finds: 'Karakter tak terlihat, karakter kendali, atau karakter rusak.',
		remedy: 'Ketik ulang bagian itu tanpa menyalin dari dokumen lain.',
		why: 'Peserta dan mesin membaca teks yang berbeda.'
	}),
	'lesson-length': advice({
		finds: `Materi di luar ${lessonWords.fewest}–${lessonWords.most.toLocaleString('id-ID')} kata.`,
		remedy: 'Ringkas, lengkapi, atau bagi materinya.',
		why: 'Satu materi selesai dibaca dalam satu kali duduk di ponsel.',
		run: lessonLength
	}),
	'sentence-length': advice({
		finds: `Kalimat lebih dari ${longestSentence} kata.`,
		remedy: 'Bagi kalimatnya menjadi dua.',
		why: 'Kalimat panjang harus dibaca dua kali di layar kecil.',
		run: longSentences
	}),
	abbreviation: advice({
		finds: 'Singkatan yang belum dijelaskan saat pertama dipakai.',
		remedy: 'Tulis kepanjangannya, atau tambahkan istilahnya di glossary.md.',
		why: 'Peserta dari instansi lain belum tentu mengenal singkatan itu.',
		whole: true,
		run: unexplainedAbbreviations
	}),
	register: advice({
		finds: 'Kata obrolan seperti "kamu" atau "yuk".',
		remedy: 'Sapa peserta dengan "Anda".',
		why: 'Peserta adalah rekan kerja, banyak di antaranya berusia di atas lima puluh.',
		run: chattyPhrases
	}),
	officialese: advice({
		finds: 'Bahasa surat dinas, misalnya "dalam rangka".',
		remedy: 'Pakai kata yang lebih pendek dengan arti yang sama.',
		why: 'Kata biasa lebih cepat dipahami (KBBI VI; EYD V; Buku Praktis Bahasa Indonesia).',
		run: officialPhrases
	}),
	'missing-workplace': advice({
		finds: 'Materi tanpa "Langkah di tempat kerja".',
		remedy: 'Tambahkan blok :::workplace.',
		why: 'Pelatihan berhasil bila ada yang berubah di tempat kerja.',
		run: withoutWorkplace
	})
};
