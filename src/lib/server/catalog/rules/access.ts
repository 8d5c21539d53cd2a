import { activeContent } from '../images.ts';
import { error, type Hit, type Rule, type Subject } from './rule.ts';

/** Words that name no destination, however many of them stand together. */
const emptyWords = new Set([
	...['klik', 'tekan', 'ketuk', 'lihat', 'baca', 'buka', 'unduh', 'cek', 'simak', 'kunjungi'],
	...['silakan', 'di', 'pada', 'ke', 'lewat', 'melalui', 'sini', 'ini', 'berikut', 'yang'],
	...['tautan', 'link', 'laman', 'halaman', 'situs', 'selengkapnya', 'lebih', 'lanjut'],
	...['click', 'read', 'see', 'here', 'this', 'more']
]);

function namesNothing(text: string): boolean {
	const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
	return words.every((word) => emptyWords.has(word));
}

const uselessAlt =
	/^(?:gambar|foto|image|img|ilustrasi|diagram|grafik|logo)\s*\d*$|\.(?:png|jpe?g|svg|gif)$/i;

function altTexts({ pages }: Subject): Hit[] {
	return pages.flatMap(({ file, document }) =>
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

function imageSizes({ pages, contextOf }: Subject): Hit[] {
	return pages.flatMap((page) => {
		const { file, document } = page;
		const context = contextOf(page);
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

function emptyLinkTexts({ pages }: Subject): Hit[] {
	return pages.flatMap(({ file, document }) =>
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
			return namesNothing(text)
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

function tablesWithoutHeader({ pages }: Subject): Hit[] {
	return pages.flatMap(({ file, document }) =>
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

/** Most bytes of images in one lesson; with its text it then stays under 250 KB (look.md). */
export const imageBudget = 190_000;

function overImageBudget({ lessons, contextOf }: Subject): Hit[] {
	return lessons.flatMap((lesson) => {
		const context = contextOf(lesson);
		const seen = new Set<string>();
		let sum = 0;
		for (const { path, line, column } of lesson.document.images) {
			const image = context.file(path, null);
			if (!image?.stored || seen.has(image.href)) continue;
			seen.add(image.href);
			sum += image.stored.bytes;
			if (sum <= imageBudget) continue;
			const message = `Sampai gambar ini, gambar pada materi berjumlah ${Math.ceil(sum / 1000)} KB; paling besar ${imageBudget / 1000} KB. Perkecil gambarnya atau pindahkan ke materi lain.`;
			return [{ file: lesson.file, line, column, message }];
		}
		return [];
	});
}

/** What a video must state before anyone taps it. */
function bareVideos({ pages }: Subject): Hit[] {
	return pages.flatMap(({ file, document }) => {
		const withText = document.tokens.flatMap(({ type, info }, at) =>
			type === 'directive_open' && info === 'video'
				? [document.tokens[at + 1]?.type !== 'directive_close']
				: []
		);
		const videos = document.directives.filter(({ name }) => name === 'video');
		return videos.flatMap(({ values, line, column }, at) => {
			const missing = [
				...(values['transcript'] || withText[at]
					? []
					: ['transkrip (transcript=… atau di dalam blok)']),
				...(values['poster'] ? [] : ['gambar sampul (poster=…)']),
				...(values['size'] ? [] : ['ukuran (size=…)'])
			];
			if (missing.length === 0) return [];
			return [{ file, line, column, message: `Video ini belum punya ${missing.join(', ')}.` }];
		});
	});
}

function activeImages({ course }: Subject): Hit[] {
	return course.assets.flatMap(({ path, mediaType, bytes }) => {
		if (mediaType !== 'image/svg+xml') return [];
		const found = activeContent(Buffer.from(bytes).toString('utf8'));
		if (found === null) return [];
		const remedy = /^(?:ENTITY|DOCTYPE)$/i.test(found)
			? 'Hapus bagian <!DOCTYPE …> dari awal berkasnya'
			: 'Ekspor ulang sebagai SVG biasa, tanpa skrip dan tanpa muatan dari luar';
		const message = `Gambar ini memuat "${found.slice(0, 40)}". ${remedy}, atau simpan sebagai PNG.`;
		return [{ file: path, line: 1, column: 1, message }];
	});
}

/** Rules of access. */
export const access: Record<string, Rule> = {
	'alt-text': error({
		finds: 'Gambar tanpa teks pengganti, atau dengan teks yang tidak menerangkan isinya.',
		remedy: 'Tulis isi gambarnya: ![isi gambar](…).',
		why: 'Pembaca layar membacakan teks ini sebagai ganti gambar (WCAG 2.2, 1.1.1).',
		suppressible: true,
		run: altTexts
	}),
	'image-size': error({
		finds: 'Gambar yang ukurannya tidak terbaca dari berkasnya.',
		remedy: 'Beri width dan height, atau viewBox, pada berkas gambar.',
		why: 'Tanpa ukuran, teks meloncat saat gambar selesai dimuat.',
		suppressible: true,
		run: imageSizes
	}),
	'image-budget': error({
		finds: `Materi yang gambarnya lebih dari ${imageBudget / 1000} KB.`,
		remedy: 'Perkecil gambarnya atau pindahkan ke materi lain.',
		why: 'Materi dengan gambarnya dibatasi 250 KB agar terbuka di jaringan kabupaten.',
		suppressible: true,
		run: overImageBudget
	}),
	'link-text': error({
		finds: 'Teks tautan seperti "klik di sini", atau tautan tanpa teks.',
		remedy: 'Tulis ke mana tautan itu menuju.',
		why: 'Pembaca layar dapat membacakan daftar tautan tanpa kalimatnya (WCAG 2.2, 2.4.4).',
		suppressible: true,
		run: emptyLinkTexts
	}),
	'table-header': error({
		finds: 'Tabel dengan kolom tanpa judul.',
		remedy: 'Beri judul pada setiap kolom.',
		why: 'Pembaca layar menyebut judul kolom sebelum isi sel (WCAG 2.2, 1.3.1).',
		suppressible: true,
		fixable: true,
		run: tablesWithoutHeader
	}),
	'video-details': error({
		finds: 'Video tanpa transkrip, gambar sampul, atau ukuran.',
		remedy: 'Lengkapi transcript, poster, dan size pada :::video.',
		why: 'Peserta perlu tahu biaya datanya dan dapat memilih membaca (WCAG 2.2, 1.2.1–1.2.3).',
		suppressible: true,
		run: bareVideos
	}),
	'active-image': error({
		finds: 'SVG yang memuat skrip atau memuat sesuatu dari luar.',
		remedy: 'Ekspor ulang sebagai SVG biasa, atau simpan sebagai PNG.',
		why: 'Gambar semacam itu dapat menjalankan sesuatu di perangkat peserta.',
		run: activeImages
	})
};
