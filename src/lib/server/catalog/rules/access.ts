import { activeContent } from '../images.ts';
import { contextFor, referencesOf } from '../references.ts';
import { readingPages } from './structure.ts';
import type { Hit, Rule, Subject } from './rule.ts';

const emptyWords =
	/^(?:klik(?: di)? sini|di sini|sini|klik|tautan(?: ini)?|link(?: ini)?|baca selengkapnya|selengkapnya|here|click here)$/i;
const uselessAlt =
	/^(?:gambar|foto|image|img|ilustrasi|diagram|grafik|logo)\s*\d*$|\.(?:png|jpe?g|svg|gif)$/i;

function altTexts(subject: Subject): Hit[] {
	return readingPages(subject).flatMap(({ file, document }) =>
		document.images.flatMap(({ alt, line, column }) => {
			if (alt === '')
				return [
					{
						file,
						line,
						column,
						message: 'Gambar ini belum punya teks pengganti. Tulis isi gambarnya: ![isi gambar](…).'
					}
				];
			if (uselessAlt.test(alt))
				return [
					{
						file,
						line,
						column,
						message: `Teks pengganti "${alt}" tidak menerangkan gambar. Tulis apa yang terlihat dan artinya.`
					}
				];
			return [];
		})
	);
}

function imageSizes(subject: Subject): Hit[] {
	const references = referencesOf(subject.course);
	return readingPages(subject).flatMap(({ file, document }) => {
		const context = contextFor(references, file, new Set());
		return document.images.flatMap(({ path, line, column }) => {
			const image = context.image(path);
			return image && image.width === null
				? [
						{
							file,
							line,
							column,
							message: `Ukuran gambar "${path}" tidak terbaca. Beri width dan height, atau viewBox, pada berkasnya.`
						}
					]
				: [];
		});
	});
}

function emptyLinkTexts(subject: Subject): Hit[] {
	return readingPages(subject).flatMap(({ file, document }) =>
		document.links.flatMap(({ text, line, column }) => {
			if (text === '')
				return [
					{
						file,
						line,
						column,
						message: 'Tautan ini tidak punya teks. Tulis ke mana tautan itu menuju.'
					}
				];
			return emptyWords.test(text)
				? [
						{
							file,
							line,
							column,
							message: `Teks tautan "${text}" tidak menyebut tujuannya. Tulis ke mana tautan itu menuju.`
						}
					]
				: [];
		})
	);
}

function tablesWithoutHeader(subject: Subject): Hit[] {
	return readingPages(subject).flatMap(({ file, document }) =>
		document.tables.flatMap(({ headers, line, column }) =>
			headers.some((header, index) => header === '' && index > 0) ||
			headers.every((header) => header === '')
				? [
						{
							file,
							line,
							column,
							message: 'Tabel ini punya kolom tanpa judul. Isi baris pertamanya.'
						}
					]
				: []
		)
	);
}

function activeImages({ course }: Subject): Hit[] {
	return course.assets.flatMap(({ path, mediaType, bytes }) => {
		if (mediaType !== 'image/svg+xml') return [];
		const found = activeContent(Buffer.from(bytes).toString('utf8'));
		return found === null
			? []
			: [
					{
						file: path,
						line: 1,
						column: 1,
						message: `Gambar ini memuat "${found.slice(0, 40)}". Simpan ulang sebagai gambar biasa tanpa skrip dan tanpa muatan dari luar.`
					}
				];
	});
}

const needed = (remedy: string, run: NonNullable<Rule['run']>, suppressible = true): Rule => ({
	severity: 'error',
	remedy,
	suppressible,
	run
});

/** Rules of access. */
export const access: Record<string, Rule> = {
	'alt-text': needed('Tulis isi gambarnya.', altTexts),
	'image-size': needed('Beri ukuran pada berkas gambar.', imageSizes),
	'link-text': needed('Tulis tujuan tautannya.', emptyLinkTexts),
	'table-header': needed('Beri judul pada setiap kolom.', tablesWithoutHeader),
	'active-image': needed('Simpan sebagai gambar biasa.', activeImages, false)
};
