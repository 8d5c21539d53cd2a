import type { QuestionKind } from '#lib/server/catalog/course.ts';

/*
 * Questions whose rationales hold everything the format knows, each construct with a word of its own, so that a test
 * can ask where the word arrives.
 */

/** Everything a rationale may be made of; `note` is what stands at the end of the file for it. */
const constructs: ((word: string) => { text: string; note?: string })[] = [
	(word) => ({ text: `Sebab ${word}.` }),
	(word) => ({ text: `**Tebal ${word}** dan \`kode-${word}\`.` }),
	(word) => ({ text: `\`\`\`sql\nselect ${word}\n\`\`\`` }),
	(word) => ({ text: `1. Langkah ${word}\n2. Langkah lain` }),
	(word) => ({ text: `| Kolom | Isi |\n| --- | --- |\n| ${word} | Satu |` }),
	(word) => ({ text: `> Kutipan ${word}` }),
	(word) => ({ text: `![Kotak ${word}.](assets/silo.svg "Takarir ${word}")` }),
	(word) => ({ text: `[Situs ${word}](https://${word}.contoh.go.id/)` }),
	(word) => ({ text: `Ini [[data rahasia|${word}]].` }),
	(word) => ({ text: `Lihat [Pasal 9 ${word}](reg:uu-1-2027#pasal-9).` }),
	(word) => ({ text: `:::note{title="Judul ${word}"}\nIsi ${word}.\n:::` }),
	(word) => ({ text: `:::reveal{summary="Ringkas ${word}"}\nIsi ${word}.\n:::` }),
	(word) => ({ text: `Ada catatan.[^${word}]`, note: `[^${word}]: Catatan ${word}.` }),
	(word) => ({ text: `Ada catatan.[^${word}]\n\n[^${word}]: Di tempatnya ${word}.` }),
	(word) => ({
		text: `Ada catatan.[^${word}]`,
		note: `[^${word}]: Catatan [[data rahasia|${word}]] dan [Pasal 9 ${word}](reg:uu-1-2027#pasal-9).`
	})
];

/** How many constructs there are to tell with. */
export const constructCount = constructs.length;

/** A question, what stands at the end of its file, and its words by where they are told. */
export interface ToldQuestion {
	id: string;
	text: string;
	notes: string[];
	/** Words of each option's rationale, in the order of the options. */
	options: string[][];
	/** Words of what is said of the whole question. */
	whole: string[];
	/** Words of the rubric. */
	rubric: string[];
}

/** A question of a kind that tells with the constructs of these numbers, at every place where something is told. */
export function aToldQuestion(
	id: string,
	kind: QuestionKind,
	chosen: readonly number[] = constructs.map((_, at) => at)
): ToldQuestion {
	const notes: string[] = [];
	let count = 0;
	const told = () => {
		const place = ++count;
		const words = chosen.map((_, at) => `zz${id.replaceAll('-', '')}z${place}z${at}zz`);
		const texts = words.map((word, at) => {
			const { text, note } = constructs[chosen[at]! % constructs.length]!(word);
			if (note) notes.push(note);
			return text;
		});
		return { words, quote: `> ${texts.join('\n\n').replaceAll('\n', '\n> ')}` };
	};
	const options: string[][] = [];
	const option = (mark: string, text: string) => {
		const { words, quote } = told();
		options.push(words);
		return `- [${mark}] ${text}\n  ${quote.replaceAll('\n', '\n  ')}\n`;
	};
	const asked = {
		single: () => option('x', 'Satu kali') + option(' ', 'Tiga kali'),
		multiple: () =>
			option('x', 'Satu kali') + option('x', 'Sekali saja') + option(' ', 'Tiga kali'),
		'true-false': () => option('x', 'Benar') + option(' ', 'Salah'),
		situational: () =>
			option('2', 'Mencari pemilik') + option('1', 'Menyalin') + option('0', 'Menambah formulir'),
		numeric: () => '= 1,5 ± 0,1 jam\n',
		short: () => `= zz${id.replaceAll('-', '')}jawabanzz | dua\n`,
		match: () =>
			'| Peran | Tugas |\n| --- | --- |\n| Wali | Memeriksa |\n| Produsen | Mencatat |\n',
		order: () => '1. Sepakati\n2. Samakan\n3. Buka\n',
		essay: () =>
			`:::rubric\n| Kriteria | Bobot | Baik | Kurang |\n| --- | --- | --- | --- |\n| Isi zz${id.replaceAll('-', '')}rubrikzz | 100 | [[data rahasia]] | [Pasal 9](reg:uu-1-2027#pasal-9) |\n:::\n`
	}[kind]();
	const whole = told();
	return {
		id,
		text: `::::question{#${id} objective=m1-1 level=C2 kind=${kind}}\nBagaimana ${id} dicatat?\n\n${asked}\n${whole.quote}\n::::\n`,
		notes,
		options,
		whole: whole.words,
		rubric: kind === 'essay' ? [`zz${id.replaceAll('-', '')}rubrikzz`] : []
	};
}

/** Every word that must not be known before an answer. */
export function secretsOf({ id, options, whole, rubric }: ToldQuestion): string[] {
	return [...options.flat(), ...whole, ...rubric, `zz${id.replaceAll('-', '')}jawabanzz`];
}
