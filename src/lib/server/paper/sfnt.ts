import { inflateSync } from 'node:zlib';

/**
 * A WOFF font's tables unpacked (W3C WOFF 1.0, §4–5): the OpenType font it was made of. fontkit inflates a packed
 * table anew for every glyph it takes from it, which costs most of a page's time.
 */
export function unpackWoff(woff: Buffer): Buffer {
	const count = woff.readUInt16BE(12);
	const head = Buffer.alloc(12 + count * 16);
	woff.copy(head, 0, 4, 8);
	head.writeUInt16BE(count, 4);
	// Search hints of binary search over the directory (OpenType, table directory).
	const power = 2 ** Math.floor(Math.log2(count));
	head.writeUInt16BE(power * 16, 6);
	head.writeUInt16BE(Math.log2(power), 8);
	head.writeUInt16BE((count - power) * 16, 10);

	const tables: Buffer[] = [];
	let offset = head.length;
	for (let index = 0; index < count; index++) {
		const entry = 44 + index * 20;
		const from = woff.readUInt32BE(entry + 4);
		const packed = woff.readUInt32BE(entry + 8);
		const length = woff.readUInt32BE(entry + 12);
		const stored = woff.subarray(from, from + packed);
		const table = packed < length ? inflateSync(stored) : stored;
		const place = 12 + index * 16;
		woff.copy(head, place, entry, entry + 4);
		woff.copy(head, place + 4, entry + 16, entry + 20);
		head.writeUInt32BE(offset, place + 8);
		head.writeUInt32BE(length, place + 12);
		const filling = Buffer.alloc((4 - (length % 4)) % 4);
		tables.push(table, filling);
		offset += length + filling.length;
	}
	return Buffer.concat([head, ...tables]);
}
