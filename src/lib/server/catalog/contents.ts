import type { Asset, Finding, SourceFile } from './course.ts';
import { canonicalBytes, sha256 } from './hash.ts';
import { imageSize, mediaTypeOf } from './images.ts';
import { decodeText } from './text.ts';

/** Limits of one course (bytes, files, folders within folders); what lies beyond is not read. */
export const limits = {
	text: 2_000_000,
	lesson: 200_000,
	asset: 1_000_000,
	clip: 5_000_000,
	files: 2_000,
	course: 200_000_000,
	depth: 8
};

/** Whether a file of this name is read as text of the course. */
export function isText(name: string): boolean {
	return /\.(?:md|ya?ml)$/i.test(name);
}

/** The most bytes a file of this name may have. */
export function mostBytes(name: string): number {
	if (isText(name)) return limits.text;
	return mediaTypeOf(name)?.startsWith('video/') ? limits.clip : limits.asset;
}

/** The readable files of a course: texts by path, and what they show. */
export interface Contents {
	texts: Map<string, string>;
	assets: Asset[];
	findings: Finding[];
}

/** Decodes every file within the limits and reports the others by name. */
export function readContents(files: readonly SourceFile[]): Contents {
	const findings: Finding[] = [];
	const texts = new Map<string, string>();
	const assets: Asset[] = [];
	// In one order wherever they come from: what is published of them must not depend on how a disk lists its files.
	const sorted = files
		.map(({ path, bytes }) => ({ path: path.normalize('NFC'), bytes }))
		.sort((a, b) => (a.path < b.path ? -1 : 1));
	findings.push(...clashesAmong(sorted.slice(0, limits.files).map(({ path }) => path)));
	for (const file of sorted.slice(0, limits.files)) {
		if (isText(file.path)) {
			const text = readText(file, findings);
			if (text !== null) texts.set(file.path, text);
		} else {
			const asset = readAsset(file, findings);
			if (asset) assets.push(asset);
		}
	}
	if (files.length > limits.files) {
		findings.push(
			fault(
				'course.md',
				'file-size',
				`Pelatihan memuat ${files.length} berkas; paling banyak ${limits.files}. Bagi menjadi beberapa pelatihan.`
			)
		);
	}
	if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > limits.course)
		findings.push(courseTooLarge());
	return { texts, assets, findings };
}

/** What is said of a course that has more bytes than one may have. */
export function courseTooLarge(): Finding {
	return fault(
		'course.md',
		'file-size',
		`Pelatihan lebih dari ${megabytes(limits.course)} MB seluruhnya. Perkecil klip dan gambarnya, atau bagi menjadi beberapa pelatihan.`
	);
}

/** Names that are one and the same on some machines: alike but for capitals, or once their letters are composed. */
function clashesAmong(paths: readonly string[]): Finding[] {
	const spelled = new Map<string, string>();
	const clashing = new Map<string, string>();
	for (const path of paths) {
		if (spelled.get(path.toLowerCase()) === path) clashing.set(path, path);
		const parts = path.split('/');
		for (let depth = 1; depth <= parts.length; depth++) {
			const name = parts.slice(0, depth).join('/');
			const other = spelled.get(name.toLowerCase());
			spelled.set(name.toLowerCase(), other ?? name);
			if (other === undefined || other === name) continue;
			if (!clashing.has(name)) clashing.set(name, other);
			break;
		}
	}
	return [...clashing].map(([name, other]) =>
		fault(
			paths.find((path) => path === name || path.startsWith(`${name}/`))!,
			'file-name',
			`Nama "${name}" dan "${other}" menjadi satu nama di sebagian komputer (beda huruf besar-kecil atau susunan hurufnya saja). Ganti salah satunya.`
		)
	);
}

/** A finding at a line of a file. */
export function fault(file: string, rule: string, message: string, line = 1, column = 1): Finding {
	return { file, rule, message, line, column };
}

function readText(file: SourceFile, findings: Finding[]): string | null {
	if (file.bytes.length > limits.text) {
		findings.push(
			fault(
				file.path,
				'file-size',
				`Berkas lebih dari ${megabytes(limits.text)} MB. Bagi isinya menjadi beberapa materi.`
			)
		);
		return null;
	}
	const decoded = decodeText(file.bytes);
	if (decoded.ok) return decoded.text;
	findings.push(
		fault(
			file.path,
			'file-encoding',
			`Berkas bukan UTF-8 (bita ke-${decoded.offset}). Simpan ulang sebagai UTF-8.`,
			decoded.line
		)
	);
	return null;
}

function megabytes(bytes: number): string {
	return (bytes / 1_000_000).toLocaleString('id-ID', { maximumFractionDigits: 1 });
}

function strangeType(name: string): string {
	const meant = /^(.+\.(?:md|ya?ml))\.txt$/i.exec(name)?.[1];
	if (meant === undefined)
		return 'Jenis berkas ini tidak dapat dimuat. Pakai SVG, PNG, JPEG, PDF, MP4, WebM, atau VTT.';
	return `Nama ini berakhir ${meant.slice(meant.lastIndexOf('.'))}.txt. Ganti menjadi ${meant}.`;
}

function readAsset(file: SourceFile, findings: Finding[]): Asset | null {
	const name = file.path.slice(file.path.lastIndexOf('/') + 1);
	const mediaType = mediaTypeOf(name);
	if (!mediaType) {
		findings.push(fault(file.path, 'asset-type', strangeType(name)));
		return null;
	}
	const most = mostBytes(name);
	if (file.bytes.length > most) {
		findings.push(
			fault(file.path, 'file-size', `Berkas lebih dari ${megabytes(most)} MB. Perkecil berkasnya.`)
		);
		return null;
	}
	const bytes = canonicalBytes(file);
	const size = imageSize(mediaType, bytes);
	return {
		path: file.path,
		name,
		mediaType,
		bytes,
		sha256: sha256(bytes),
		width: size?.width ?? null,
		height: size?.height ?? null
	};
}
