import { formatNumber } from '../../../format/numbers.ts';
import { guessedTests, MOST_GUESSED } from '../guessing.ts';
import { error, type Hit, type Rule, type Subject } from './rule.ts';

const percent = (share: number) => `${formatNumber(share * 100, 'id', share < 0.1 ? 1 : 0)} %`;

function guessable({ course }: Subject): Hit[] {
	return guessedTests(course)
		.filter(({ test, bound }) => test.kind === 'posttest' && bound >= MOST_GUESSED)
		.map(({ test, bound }) => ({
			file: course.file,
			...course.frontMatter.placeOf(['pass', 'posttest']),
			message: `${test.fields.title} dapat dilulusi dengan menebak: peluangnya sampai ${percent(bound)} dalam semua percobaan, paling banyak ${percent(MOST_GUESSED)}. Tambahkan butir, perbesar bank, naikkan Nilai Batas Lulus, atau batasi attempts.`
		}));
}

/** Rules of what a certificate proves. */
export const guessing: Record<string, Rule> = {
	'guessable-test': error({
		finds: `Tes Akhir yang dapat dilulusi dengan menebak, dengan peluang ${percent(MOST_GUESSED)} atau lebih dalam semua percobaan.`,
		remedy:
			'Tambahkan butir atau pilihan, perbesar bank agar percobaan berikutnya memuat butir lain, naikkan Nilai Batas Lulus, atau batasi attempts.',
		why: 'Sertifikat yang dapat ditebak tidak membuktikan apa pun, dan kami tidak mengawasi orang dengan kamera.',
		suppressible: true,
		whole: true,
		run: guessable
	})
};
