import { join } from 'node:path';
/** An operating problem: its message is one line, in Indonesian, for whoever runs the system, and names the remedy. */
export class Trouble extends Error {
	override name = 'Trouble';
}

/** Turns what the file system refused at `path` into words; anything else is passed on as it is. */
export function fileTrouble(error: unknown, path: string): unknown {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	switch (code) {
		case 'EACCES':
		case 'EPERM':
			return new Trouble(
				`${path} tidak dapat dibaca atau ditulis. Periksa pemilik dan izinnya, atau setel DATA_DIR ke direktori lain.`
			);
		case 'EROFS':
			return new Trouble(
				`${path} berada pada media yang hanya dapat dibaca. Setel DATA_DIR ke tempat lain.`
			);
		case 'ENOSPC':
		case 'EDQUOT':
			return new Trouble(`Ruang disk untuk ${path} habis. Kosongkan sebagian, lalu ulangi.`);
		case 'ENOTDIR':
		case 'EEXIST':
			return new Trouble(`${path} bukan direktori. Setel DATA_DIR ke sebuah direktori.`);
		default:
			return error;
	}
}

/** What PostgreSQL said when it would not start, in our words and with the remedy. */
export function serverTrouble(said: string, directory: string): Trouble {
	if (/No space left on device|Disk quota exceeded/.test(said))
		return new Trouble(`Ruang disk untuk ${directory} habis. Kosongkan sebagian, lalu ulangi.`);
	if (/database files are incompatible/.test(said))
		return new Trouble(
			`Basis data di ${directory} dibuat oleh versi PostgreSQL lain. Pulihkan dari cadangan: npm run admin -- restore FILE.`
		);
	const last =
		said
			.trim()
			.split('\n')
			.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? said.trim().split('\n').at(-1);
	return new Trouble(
		`PostgreSQL tidak dapat dimulai: ${last?.replace(/^.*?(FATAL|PANIC):\s*/, '') ?? ''} (catatan: ${join(directory, 'postgres.log')})`
	);
}

/**
 * What PostgreSQL said when it would not create the extension that search needs, in our words and with the remedy;
 * anything else is passed on as it is.
 */
export function extensionTrouble(error: unknown): unknown {
	const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
	if (!(cause instanceof Error) || !('code' in cause)) return error;
	const asked = [error, cause].some(
		(told) =>
			told instanceof Object &&
			'query' in told &&
			/create extension pg_trgm/.test(String(told.query))
	);
	if (!asked || !['42501', '0A000', '58P01'].includes(String(cause.code))) return error;
	return new Trouble(
		'Pencarian memerlukan ekstensi PostgreSQL pg_trgm, dan pengguna ini tidak dapat memasangnya. Minta administrator basis data memasang paket contrib bila belum ada dan menjalankan di basis data ini: CREATE EXTENSION pg_trgm; lalu ulangi.'
	);
}
