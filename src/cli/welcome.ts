import type { Server } from 'node:net';
import { resolve } from 'node:path';
import { type Database, dataDir, isTrial } from './database.ts';

const ACCOUNTS = [
	['peserta@contoh.go.id', 'Peserta'],
	['atasan@contoh.go.id', 'Atasan langsung'],
	['pengelola@contoh.go.id', 'Pengelola bangkom'],
	['kontributor@contoh.ac.id', 'Kontributor'],
	['penelaah@contoh.go.id', 'Penelaah'],
	['penyelenggara@contoh.go.id', 'Penyelenggara'],
	['admin@contoh.go.id', 'Admin']
] as const;

const LOOPBACK = /^(localhost|127\.|::1$)/;

/** The address a person can open: the public origin, or where the server listens. */
export function listeningOn(
	server: Server,
	{ origin, host }: { origin: URL | null; host: string }
): string {
	if (origin) return origin.origin;
	const address = server.address();
	const port = address !== null && typeof address === 'object' ? address.port : 0;
	const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
	return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/** What a person reads when the system is up. */
export function welcome(address: string, database: Database): string {
	const lines = ['', `Widyapraja siap di ${address}`, ''];
	if (isTrial(database)) {
		lines.push('  Akun contoh, kata sandi widyapraja-contoh:');
		for (const [email, role] of ACCOUNTS) lines.push(`    ${email.padEnd(28)}${role}`);
		if (!LOOPBACK.test(process.env.HOST || '127.0.0.1'))
			lines.push(
				'  Siapa pun di jaringan ini dapat memakainya. Tanpa akun contoh: DEMO=0 npm start'
			);
		lines.push('');
	}
	if (database.embedded) {
		const elsewhere = !database.embedded.home.startsWith(resolve(dataDir()));
		lines.push(`  Data: ${resolve(dataDir())}${elsewhere ? ` dan ${database.embedded.home}` : ''}`);
	} else lines.push('  Data: PostgreSQL pada DATABASE_URL');
	lines.push('  Hentikan dengan Ctrl-C.', '');
	return lines.join('\n');
}
