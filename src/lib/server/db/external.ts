import postgres from 'postgres';
import { Trouble } from './trouble.ts';

const OLDEST = 15;

/**
 * Connects once to an external database and returns its version (for example "15.18").
 * @throws Trouble, with a line of its own for each cause and never the password, when it cannot be used
 */
export async function inspectExternal(url: string, variable: string): Promise<string> {
	const parsed = parse(url, variable);
	const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
	try {
		const [row] = await sql<
			{ version: string }[]
		>`select current_setting('server_version') as version`;
		const version = row?.version.split(' ')[0] ?? '0';
		if (Number.parseInt(version, 10) < OLDEST)
			throw new Trouble(
				`${variable}: PostgreSQL ${version} terlalu lama; diperlukan versi ${OLDEST} atau lebih baru.`
			);
		return version;
	} catch (error) {
		throw connectionTrouble(error, parsed, variable);
	} finally {
		await sql.end({ timeout: 1 });
	}
}

function parse(url: string, variable: string): URL {
	const parsed = URL.parse(url);
	if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol))
		throw new Trouble(
			`${variable} bukan alamat PostgreSQL. Bentuknya: postgres://pengguna:sandi@server:5432/nama_basis_data`
		);
	return parsed;
}

function connectionTrouble(error: unknown, url: URL, variable: string): unknown {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	const server = url.host || 'localhost';
	const user = decodeURIComponent(url.username);
	switch (code) {
		case 'ECONNREFUSED':
			return new Trouble(
				`${variable}: tidak ada PostgreSQL yang menjawab di ${server}. Periksa server dan portnya.`
			);
		case 'ENOTFOUND':
		case 'EAI_AGAIN':
			return new Trouble(
				`${variable}: nama server ${url.hostname} tidak dikenal. Periksa ejaannya.`
			);
		case 'CONNECT_TIMEOUT':
		case 'ETIMEDOUT':
		case 'EHOSTUNREACH':
		case 'ENETUNREACH':
			return new Trouble(
				`${variable}: ${server} tidak dapat dihubungi dalam 5 detik. Periksa jaringan dan firewall.`
			);
		case '28P01':
			return new Trouble(`${variable}: kata sandi untuk pengguna ${user} ditolak oleh ${server}.`);
		case '28000':
			return new Trouble(
				`${variable}: pengguna ${user} tidak diizinkan masuk ke ${server}. Periksa nama pengguna dan pg_hba.conf.`
			);
		case '3D000':
			return new Trouble(
				`${variable}: basis data ${url.pathname.slice(1)} tidak ada di ${server}. Buat dahulu dengan: createdb.`
			);
		case '53300':
			return new Trouble(
				`${variable}: ${server} sudah penuh sambungan. Coba lagi nanti atau naikkan max_connections.`
			);
		default:
			return error;
	}
}
