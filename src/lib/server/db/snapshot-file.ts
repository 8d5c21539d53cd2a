import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable, pipeline as compose } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Trouble } from './trouble.ts';

// A snapshot is gzip around: one line of JSON (the header); per table one line of JSON, then blocks of COPY text,
// each after a line with its length, then a line with rows and sha256; at last a line that says the file is whole.

/** What a snapshot says of itself before its tables. */
export type Header = {
	format: 'widyapraja-snapshot';
	version: 1;
	madeAt: string;
	server: string;
	migrations: { hash: string; when: number }[];
	sequences: { name: string; lastValue: string | null }[];
	tables: number;
};
/** One table: `columns` are quoted names in the order of the data, `order` makes a repeated read comparable. */
export type Table = { name: string; columns: string[]; order: string };
/** What a table's data must come to. */
export type Sum = { rows: number; sha256: string };
/** A table with its data as COPY text. */
type Content = { table: Table; data: AsyncIterable<Buffer> };

const BLOCK = 65_536;
const WHOLE = 'lengkap';

/**
 * Writes a snapshot to `file`, complete or not at all, readable by its owner alone; returns the number of rows.
 * @throws Trouble when the file exists and `replace` is not set
 */
export async function writeSnapshot(
	file: string,
	header: Header,
	tables: AsyncIterable<Content>,
	{ replace }: { replace: boolean }
): Promise<number> {
	if (existsSync(file) && !replace)
		throw new Trouble(
			`${file} sudah ada dan tidak ditimpa. Pilih nama lain, atau tambahkan --force.`
		);
	const part = `${file}.part`;
	let rows = 0;
	try {
		rmSync(part, { force: true });
		await pipeline(
			Readable.from(frames(header, tables, (sum) => (rows += sum.rows))),
			createGzip(),
			createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true })
		);
		renameSync(part, file);
		return rows;
	} catch (error) {
		const told = writeTrouble(error, file);
		// Where the folder itself is the trouble there is no part to remove.
		if (existsSync(part)) rmSync(part);
		throw told;
	}
}

/** Turns what kept `file` from being written into words; anything else is passed on as it is. */
export function writeTrouble(error: unknown, file: string): unknown {
	const folder = dirname(file);
	switch (error instanceof Error && 'code' in error ? error.code : undefined) {
		case 'ENOENT':
			return new Trouble(
				`Cadangan tidak dapat ditulis: folder ${folder} tidak ada. Buat dahulu, atau pilih tempat lain.`
			);
		case 'ENOTDIR':
			return new Trouble(
				`Cadangan tidak dapat ditulis: ${folder} bukan folder. Pilih tempat lain.`
			);
		case 'EISDIR':
			return new Trouble(
				`Cadangan tidak dapat ditulis: ${file} adalah folder. Tambahkan nama berkasnya.`
			);
		case 'EACCES':
		case 'EPERM':
		case 'EROFS':
			return new Trouble(
				`Cadangan tidak dapat ditulis ke folder ${folder}. Periksa pemilik dan izinnya, atau pilih tempat lain.`
			);
		case 'ENOSPC':
		case 'EDQUOT':
			return new Trouble(
				`Ruang disk untuk folder ${folder} habis. Kosongkan sebagian, atau pilih tempat lain.`
			);
		default:
			return error;
	}
}

async function* frames(
	header: Header,
	tables: AsyncIterable<Content>,
	written: (sum: Sum) => void
): AsyncGenerator<Buffer> {
	yield line(header);
	for await (const { table, data } of tables) {
		yield line(table);
		const sum = summing();
		for await (const block of blocksOf(data)) {
			sum.add(block);
			yield line({ bytes: block.length });
			yield block;
		}
		const total = sum.total();
		written(total);
		yield line(total);
	}
	yield line(WHOLE);
}

/**
 * Reads a snapshot: `visit` gets its header and its tables one after the other, and the sum of each once it is read.
 * @throws Trouble when the file is damaged or cut short; at the latest after `visit`, so undo what it did
 */
export async function readSnapshot(
	file: string,
	visit: (header: Header, tables: AsyncIterable<Content & { sum: () => Sum }>) => Promise<void>
): Promise<void> {
	if (!existsSync(file)) throw new Trouble(`Cadangan ${file} tidak ada.`);
	const source = compose(createReadStream(file), createGunzip(), () => {});
	const input = new Input(source);
	try {
		const header = (await input.json()) as Header;
		if (header.format !== 'widyapraja-snapshot' || header.version !== 1) throw damaged(file);
		await visit(header, tablesOf(input, header, file));
		if ((await input.json()) !== WHOLE) throw damaged(file);
	} catch (error) {
		throw isDamage(error) ? damaged(file) : error;
	} finally {
		source.destroy();
	}
}

async function* tablesOf(input: Input, header: Header, file: string) {
	for (let index = 0; index < header.tables; index++) {
		const table = (await input.json()) as Table;
		let sum: Sum | undefined;
		const data = async function* () {
			const seen = summing();
			for (;;) {
				const frame = (await input.json()) as { bytes: number } | Sum;
				if (!('bytes' in frame)) {
					const total = seen.total();
					if (total.rows !== frame.rows || total.sha256 !== frame.sha256) throw damaged(file);
					sum = frame;
					return;
				}
				const block = await input.take(frame.bytes);
				seen.add(block);
				yield block;
			}
		};
		yield {
			table,
			data: data(),
			sum: () => {
				if (!sum) throw new Error('the data was not read to its end');
				return sum;
			}
		};
	}
}

/** Adds up rows and digest of COPY text, in which a line break always ends a row. */
export function summing(): { add(block: Buffer): void; total(): Sum } {
	const hash = createHash('sha256');
	let rows = 0;
	return {
		add(block) {
			hash.update(block);
			for (let at = block.indexOf(10); at !== -1; at = block.indexOf(10, at + 1)) rows++;
		},
		total: () => ({ rows, sha256: hash.digest('hex') })
	};
}

/** PostgreSQL sends row by row; a block holds many. */
async function* blocksOf(data: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
	let waiting: Buffer[] = [];
	let size = 0;
	for await (const piece of data) {
		waiting.push(piece);
		size += piece.length;
		if (size < BLOCK) continue;
		yield Buffer.concat(waiting);
		waiting = [];
		size = 0;
	}
	if (size > 0) yield Buffer.concat(waiting);
}

function isDamage(error: unknown): boolean {
	if (error instanceof Cut || error instanceof SyntaxError) return true;
	return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

/** The file ended where more was due. */
class Cut extends Error {}

/** Reads lines of JSON and blocks of known length from one stream. */
class Input {
	#pieces: AsyncIterator<Buffer>;
	#rest = Buffer.alloc(0);

	constructor(source: AsyncIterable<Buffer>) {
		this.#pieces = source[Symbol.asyncIterator]();
	}

	async json(): Promise<unknown> {
		let end = this.#rest.indexOf(10);
		while (end === -1) {
			await this.#more();
			end = this.#rest.indexOf(10);
		}
		return JSON.parse((await this.take(end + 1)).toString());
	}

	async take(bytes: number): Promise<Buffer> {
		while (this.#rest.length < bytes) await this.#more();
		const taken = this.#rest.subarray(0, bytes);
		this.#rest = this.#rest.subarray(bytes);
		return taken;
	}

	async #more(): Promise<void> {
		const { value, done } = await this.#pieces.next();
		if (done) throw new Cut();
		this.#rest = Buffer.concat([this.#rest, value]);
	}
}

function line(value: unknown): Buffer {
	return Buffer.from(`${JSON.stringify(value)}\n`);
}

function damaged(file: string): Trouble {
	return new Trouble(
		`Cadangan ${file} rusak atau terpotong; tidak ada yang dipulihkan. Pakai cadangan lain.`
	);
}
