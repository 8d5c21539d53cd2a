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
