import type { Token } from 'markdown-it';
import { sentences } from '../sentences.ts';
import type { Hit, Subject } from './rule.ts';

const others = '(?:jawaban|pilihan|opsi|pernyataan)(?:nya)?';
const judged = '(?:benar|betul|tepat|salah|keliru|sesuai)(?:nya)?';
const all = '(?:semua(?:nya)?|seluruh(?:nya)?|keduanya|tidak (?:ada|satu pun)|bukan salah satu)';
const joining = '(?:yang|dari|di|hal|itu|tersebut|ini|adalah|atas|antara)';

/**
 * "Semua benar", "Benar semua", "Semua opsi di atas", "Tidak ada jawaban yang benar". Without a judgement, "di atas" or
 * a word for the options it is an answer like any other: "Tidak ada.", "Semua", "Keduanya".
 */
const allOrNone = new RegExp(
	`^(?=.*\\b(?:${others}|${judged}|di atas)\\b)(?:${others} )?(?:${judged} ${all}|${all}(?: (?:${joining}|${others}|${judged}))*)[.!]?$`,
	'i'
);
const lettered =
	/^(?:(?:jawaban|pilihan|opsi|pernyataan)\s+)?[a-e1-5](?:\s*,\s*[a-e1-5])*\s*,?\s+(?:dan|atau|serta)\s+[a-e1-5](?:\s+(?:saja|benar|betul|salah|tepat))*[.!]?$/i;

/** Options that speak of the other options. */
export function combinedOptions({ course }: Subject): Hit[] {
	return course.questions.flatMap(({ file, answer }) => {
		const remedy =
			answer.kind === 'single'
				? 'Tulis pilihan yang berdiri sendiri, atau tandai setiap pilihan yang benar.'
				: 'Tulis pilihan yang berdiri sendiri.';
		return ('options' in answer ? answer.options : []).flatMap(({ text, line, column }) => {
			if (!allOrNone.test(text) && !lettered.test(text)) return [];
			const message = `Pilihan "${text.slice(0, 60)}" dapat ditebak dari pilihan lain. ${remedy}`;
			return [{ file, line, column, message }];
		});
	});
}

const these = '(?:berikut(?: ini)?|(?:di )?bawah ini)';
const no = '(bukan|tidak|jangan)';

/**
 * Negatives that turn around what is asked for. Each stands at the head of its question or of a sentence to complete:
 * "warga yang tidak membawa KTP" further on is part of the case, and turns nothing around.
 */
const negatives = [
	'(kecuali)',
	'(selain)(?= yang mana|\\s*[?:.…]*$)',
	`(?:apa|siapa|mana)(?:kah)?(?: (?!yang)\\p{L}+)?(?: ${these})? yang ${no}`,
	`(?:^pernyataan|${these}) yang ${no}`,
	`(?:^|${these} )(bukan|tidak) (?:termasuk|merupakan|tergolong)`,
	`^(?:\\p{L}+ )?(?:${these} )?yang ${no}(?!\\p{L}).*(?:adalah|ialah|yaitu|yakni)[\\s.:…]*$`
].map((pattern) => new RegExp(`(?<!\\p{L})${pattern}(?!\\p{L})`, 'giu'));

/** Questions that ask for the opposite in a word that is easily missed. */
export function unmarkedNegatives({ course }: Subject): Hit[] {
	return course.questions.flatMap(({ id, file, line, column, prompt, answer }) => {
		if (answer.kind === 'true-false') return [];
		const asked = askingSentence(prompt.text);
		const marked = emphasised(prompt.tokens);
		const missed = negatives
			.flatMap((negative) => [...asked.matchAll(negative)].map(([, word]) => word!))
			.find((word) => word !== word.toUpperCase() && !marked.has(word.toLowerCase()));
		if (missed === undefined) return [];
		const message = `Soal "${id}" meminta kebalikannya dengan kata "${missed}" yang mudah terlewat. Tulis **${missed.toLowerCase()}**, atau tanyakan yang benar.`;
		return [{ file, line, column, message }];
	});
}

/** The sentence that asks: the last with a question mark, else the last. */
function askingSentence(prompt: string): string {
	const all = sentences(prompt);
	return all.findLast((sentence) => sentence.includes('?')) ?? all.at(-1) ?? '';
}

/** Words set in bold or italics, in lower case. */
function emphasised(tokens: readonly Token[]): Set<string> {
	const found = new Set<string>();
	for (const { children } of tokens) {
		let depth = 0;
		for (const child of children ?? []) {
			if (child.type === 'strong_open' || child.type === 'em_open') depth++;
			else if (child.type === 'strong_close' || child.type === 'em_close') depth--;
			else if (depth > 0 && child.type === 'text')
				for (const word of child.content.toLowerCase().split(/\s+/)) found.add(word);
		}
	}
	return found;
}
