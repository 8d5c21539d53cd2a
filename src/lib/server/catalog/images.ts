/** Media types a course may carry, by file ending. */
const mediaTypes: Record<string, string> = {
	svg: 'image/svg+xml',
	png: 'image/png',
	jpg: 'image/jpeg',
	jpeg: 'image/jpeg',
	pdf: 'application/pdf',
	mp4: 'video/mp4',
	webm: 'video/webm',
	vtt: 'text/vtt'
};

/** The media type of a file name, or null when a course may not carry such a file. */
export function mediaTypeOf(name: string): string | null {
	return mediaTypes[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? null;
}

/** Width and height in CSS pixels as the file itself states them, or null when it does not. */
export function imageSize(
	mediaType: string,
	bytes: Uint8Array
): { width: number; height: number } | null {
	if (mediaType === 'image/png') return pngSize(bytes);
	if (mediaType === 'image/jpeg') return jpegSize(bytes);
	if (mediaType === 'image/svg+xml')
		return svgSize(Buffer.from(bytes.subarray(0, 16_384)).toString('utf8'));
	return null;
}

function pngSize(bytes: Uint8Array): { width: number; height: number } | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(12) !== 0x49484452)
		return null;
	return positive(view.getUint32(16), view.getUint32(20));
}

function jpegSize(bytes: Uint8Array): { width: number; height: number } | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return null;
	for (let at = 2; at + 9 < bytes.length;) {
		if (bytes[at] !== 0xff) return null;
		const marker = bytes[at + 1]!;
		// Start-of-frame markers, without the three of that range that mean something else.
		if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
			return positive(view.getUint16(at + 7), view.getUint16(at + 5));
		}
		at += 2 + view.getUint16(at + 2);
	}
	return null;
}

function svgSize(text: string): { width: number; height: number } | null {
	const tag = /<svg\b[^>]*>/.exec(text)?.[0];
	if (!tag) return null;
	const length = (name: string) =>
		Number(new RegExp(`\\s${name}\\s*=\\s*["'](\\d+(?:\\.\\d+)?)(?:px)?["']`).exec(tag)?.[1]);
	const stated = positive(length('width'), length('height'));
	if (stated) return stated;
	const box = /\sviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*["']/.exec(
		tag
	);
	return box ? positive(Number(box[1]), Number(box[2])) : null;
}

function positive(width: number, height: number): { width: number; height: number } | null {
	return width > 0 && height > 0 ? { width: Math.round(width), height: Math.round(height) } : null;
}

// Elements that run or embed, with or without a prefix; handlers, also set by an animation; addresses that are not a
// place in the picture itself; HTML inside. No two neighbours of a pattern match the same characters, so each is linear.
const active = new RegExp(
	[
		/<\s*(?:[\w-]+:)?(script|foreignObject|iframe|embed|object|handler)\b/,
		/[\s"'/](on[a-z]+)\s*=\s*["']/,
		/\battributeName\s*=\s*["']\s*((?:[\w-]+:)?href|on[a-z]+)/,
		/(javascript:)/,
		/<!(ENTITY)/,
		// The standard's own, as Graphviz and Illustrator write it, says nothing and is loaded by no browser.
		/<!(DOCTYPE)(?!\s+svg(?:\s+PUBLIC\s+["']-\/\/W3C\/\/DTD SVG [\w. ]{1,20}\/\/EN["']\s+["']https?:\/\/www\.w3\.org\/[\w./-]{1,60}["'])?\s*>)/,
		/(?:href|src)\s*=\s*["']\s*((?!#)[^"'\s]{1,40})/,
		/url\(\s*(?:["']\s*)?((?!#)[^)"'\s]{1,40})/,
		/(@import|image-set\()/,
		/(1999\/xhtml)/,
		/encoding\s*=\s*["']((?!utf-8["'])[^"']{1,20})/
	]
		.map(({ source }) => source)
		.join('|'),
	'i'
);

/** What in an SVG (read as UTF-8) could run or load something, or null when it is a plain picture. */
export function activeContent(svg: string): string | null {
	// In another encoding it would say something else than what is read here.
	if (/\uFFFD/.test(svg) || svg.includes('\0')) return 'pengodean selain UTF-8';
	const found = active.exec(svg);
	return found ? (found.slice(1).find((part) => part !== undefined) ?? found[0]) : null;
}
