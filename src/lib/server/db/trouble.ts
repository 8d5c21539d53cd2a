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
