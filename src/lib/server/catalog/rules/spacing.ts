import { decodeText } from '../text.ts';
import { encodingRemarks, spacingEdits, type Edit } from '../tidy.ts';
import { advice, type Hit, type Rule, type Subject } from './rule.ts';

/** One finding a file: what `check --fix` would tidy in it. */
function untidyFiles({ files, pages }: Subject): Hit[] {
	const read = new Set(pages.map(({ file }) => file));
	return files.flatMap(({ path, bytes }) => {
		const file = path.normalize('NFC');
		const decoded = /\.(?:md|ya?ml)$/i.test(file) ? decodeText(bytes) : null;
		if (!decoded?.ok) return [];
		const found = [
			...encodingRemarks(bytes, decoded.text),
			...(read.has(file) ? spacingEdits(decoded.text) : [])
		];
		const [first] = found;
		if (!first) return [];
		const { line, column } = first;
		return [{ file, line, column, message: `Rapikan ${listed(found)}: jalankan check --fix.` }];
	});
}

function listed(found: readonly Pick<Edit, 'what'>[]): string {
	return [...Map.groupBy(found, ({ what }) => what)]
		.map(([what, { length }]) => (length > 1 ? `${what} (${length} kali)` : what))
		.join(', ');
}

/** How a text is written down. */
export const spacing: Record<string, Rule> = {
	spacing: advice({
		finds:
			'Spasi yang tidak berarti: di ujung baris, tab di awal baris, tanpa baris kosong di sekitar blok; juga akhir baris CRLF, BOM, dan huruf NFD.',
		remedy: 'Jalankan check --fix.',
		why: 'Pada berkas yang rapi, perbandingan dua edisi hanya menampilkan perubahan isi.',
		fixable: true,
		run: untidyFiles
	})
};
