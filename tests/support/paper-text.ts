import { inflateSync } from 'node:zlib';

/** What a paper of ours says and shows, read back without any program: for tests on machines that have none. */
export interface PaperText {
	/** For each page what is read, a line for each element, and between `‹ ›` what is decoration. */
	pages: string[];
	/** Names of structure elements, as often as they occur. */
	elements: string[];
	catalogue: string;
	metadata: string;
	info: string;
}

interface Stored {
	dictionary: string;
	stream: Buffer | null;
}

/** Reads a PDF as pdfkit writes it: one object after another, none compressed into others. */
export function readPaper(pdf: Uint8Array): PaperText {
	const bytes = Buffer.from(pdf);
	const objects = objectsOf(bytes);
	const all = [...objects.values()];
	const trailer = bytes.toString('latin1', bytes.lastIndexOf('trailer'));
	const at = (reference: string | undefined) => objects.get(Number(reference))!;
	const catalogue = at(/Root (\d+) 0 R/.exec(trailer)?.[1]).dictionary;
	const tree = at(/\/Pages (\d+) 0 R/.exec(catalogue)?.[1]).dictionary;
	const kids = [.../Kids \[([^\]]*)\]/.exec(tree)![1]!.matchAll(/(\d+) 0 R/g)];
	const info = [
		...at(/Info (\d+) 0 R/.exec(trailer)?.[1]).dictionary.matchAll(/\/(\w+) (\d+) 0 R/g)
	];
	return {
		pages: kids.map(([, page]) => textOfPage(at(page).dictionary, at)),
		elements: all.flatMap(
			({ dictionary }) => /^<<\s*\/S \/(\w+)\s[^]*\/P \d+ 0 R/.exec(dictionary)?.[1] ?? []
		),
		catalogue,
		metadata: at(/\/Metadata (\d+) 0 R/.exec(catalogue)?.[1]).stream!.toString('utf8'),
		info: info.map(([, name, value]) => `${name}: ${said(at(value).dictionary)}`).join('\n')
	};
}

function objectsOf(bytes: Buffer): Map<number, Stored> {
	const text = bytes.toString('latin1');
	const objects = new Map<number, Stored>();
	let from = 0;
	for (;;) {
		const start = /(\d+) 0 obj\n/.exec(text.slice(from, from + 200));
		if (!start) return objects;
		const body = from + start.index + start[0].length;
		const streamAt = text.indexOf('\nstream\n', body);
		const endAt = text.indexOf('\nendobj\n', body);
		const has = streamAt >= 0 && streamAt < endAt;
		const dictionary = text.slice(body, has ? streamAt : endAt);
		let stream: Buffer | null = null;
		let end = endAt;
		if (has) {
			const length = Number(/\/Length (\d+)/.exec(dictionary)![1]);
			const raw = bytes.subarray(streamAt + 8, streamAt + 8 + length);
			stream = dictionary.includes('/FlateDecode') ? inflateSync(raw) : raw;
			end = text.indexOf('\nendobj\n', streamAt + 8 + length);
		}
		objects.set(Number(start[1]), { dictionary, stream });
		from = end + '\nendobj\n'.length;
	}
}

function textOfPage(page: string, at: (reference: string | undefined) => Stored): string {
	const resources = at(/Resources (\d+) 0 R/.exec(page)?.[1]).dictionary;
	const fonts = new Map(
		[...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, font]) => {
			const map = /ToUnicode (\d+) 0 R/.exec(at(font).dictionary)?.[1];
			return [name!, charactersOf(at(map).stream!.toString('latin1'))];
		})
	);
	const content = at(/Contents (\d+) 0 R/.exec(page)?.[1]).stream!.toString('latin1');
	let text = '';
	let font: string[] = [];
	const marks: string[] = [];
	const parts = content.matchAll(
		/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ|\/(\w+) <<([^]*?)>> BDC|(?<!\w)EMC(?!\w)/g
	);
	for (const [whole, face, shown, tag, properties = ''] of parts) {
		if (face) font = fonts.get(face)!;
		else if (shown !== undefined) {
			if (marks.includes('said')) continue;
			for (const [, hex] of shown.matchAll(/<([0-9a-f]+)>/g)) {
				for (const glyph of hex!.match(/.{4}/g)!) text += font[parseInt(glyph, 16)]!;
			}
		} else if (tag) {
			const words = /ActualText <feff([0-9a-f]*)>/.exec(properties)?.[1];
			if (words !== undefined) text += Buffer.from(words, 'hex').swap16().toString('utf16le');
			else text += tag === 'Artifact' ? '‹' : '';
			marks.push(words === undefined ? tag : 'said');
		} else if (whole === 'EMC') {
			const ended = marks.pop();
			if (ended !== 'said') text += ended === 'Artifact' ? '›' : '\n';
		}
	}
	return text.replaceAll('‹›', '').replaceAll('\u00A0', ' ');
}

/** Characters by glyph, of a map as pdfkit writes it. */
function charactersOf(map: string): string[] {
	const characters: string[] = [];
	for (const [, from, list] of map.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/g)) {
		[...list!.matchAll(/<([0-9a-f ]*)>/g)].forEach(([, codes], index) => {
			const units = codes!.split(' ').map((code) => parseInt(code, 16));
			characters[parseInt(from!, 16) + index] = String.fromCharCode(...units);
		});
	}
	return characters;
}

/** A PDF string as it is written, in words. */
function said(written: string): string {
	const bytes = written.slice(1, -1).replace(/\\(.)/g, '$1');
	if (!bytes.startsWith('\xFE\xFF')) return bytes;
	return Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le');
}
