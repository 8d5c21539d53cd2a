import { slug } from '../markdown/slug.ts';
import type { GlossaryTerm } from './course.ts';

interface GlossaryFault {
	line: number;
	message: string;
}

/**
 * Reads a glossary: a term on its own line, its definition on the next, beginning with ": ";
 * further indented lines belong to the definition. Headings, blank lines and comments, of several lines too, are skipped.
 */
export function readGlossary(
	text: string,
	firstLine: number
): { terms: GlossaryTerm[]; faults: GlossaryFault[] } {
	const terms: GlossaryTerm[] = [];
	const faults: GlossaryFault[] = [];
	const waiting: { term: string; line: number }[] = [];
	let current: GlossaryTerm | null = null;
	const unexplained = () => {
		for (const { term, line } of waiting.splice(0)) {
			faults.push({
				line,
				message: `Istilah "${term.slice(0, 60)}" belum dijelaskan. Tulis baris berikutnya sebagai ": penjelasan".`
			});
		}
	};
	const lines = text.split('\n');
	let comment: number | null = null;
	lines.forEach((raw, index) => {
		const line = firstLine + index;
		if (comment !== null || raw.startsWith('<!--')) {
			comment = raw.includes('-->') ? null : (comment ?? line);
			current = null;
			return;
		}
		const definition = /^:[ \t]+(\S.*)$/.exec(raw);
		if (definition) {
			if (waiting.length === 0)
				faults.push({
					line,
					message: 'Penjelasan ini tidak punya istilah. Tulis istilahnya pada baris sebelumnya.'
				});
			for (const { term, line: at } of waiting.splice(0)) {
				current = { id: slug(term), term, definition: definition[1]!.trim(), line: at, column: 1 };
				if (current.id === '')
					faults.push({ line: at, message: `Istilah "${term}" tidak memuat huruf atau angka.` });
				else terms.push(current);
			}
		} else if (current && waiting.length === 0 && /^[ \t]+\S/.test(raw)) {
			current.definition += ` ${raw.trim()}`;
		} else if (raw.trim() === '' || raw.startsWith('#')) {
			if (raw.trim() !== '') current = null;
		} else {
			if (waiting.length > 0 && lines[index - 1]?.trim() === '') unexplained();
			current = null;
			waiting.push({ term: raw.trim(), line });
		}
	});
	unexplained();
	if (comment !== null)
		faults.push({
			line: comment,
			message: 'Komentar ini tidak ditutup; semua sesudahnya tidak terbaca. Tutup dengan "-->".'
		});
	return { terms, faults };
}
