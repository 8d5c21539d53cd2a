import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { APPLICATION_ROLE, connect } from '#lib/server/db/connect.ts';
import {
	findLooseLogin,
	migrate,
	pendingMigrations,
	verifySeparation
} from '#lib/server/db/migrate.ts';
import { Trouble } from '#lib/server/db/trouble.ts';
import { Refusal } from '#lib/server/refusal.ts';
import { type Database, dataDir, isTrial, openEmbedded, openExternal } from './database.ts';
import type { Undo } from './lifecycle.ts';
import { prepareTrial } from './trial.ts';

/**
 * The database, ready to be served from: reachable, migrated, with a role that row-level security binds, and the
 * application's environment set to it. The embedded one migrates itself and gets its courses and trial people;
 * an external one is only looked at.
 * @throws Trouble naming what is missing and the command that mends it
 */
export async function openReady(undo: Undo): Promise<Database> {
	const database = (await openExternal()) ?? (await openOwn(undo));
	if (database.external) {
		await demandMigrated(database.appUrl);
		demandKeySecret();
	} else {
		await migrate(database.ownerUrl);
		process.env.KEY_SECRET ||= keySecret();
	}
	await demandSeparation(database.appUrl);
	process.env.DATABASE_URL = database.appUrl;
	process.env.DATA_DIR = dataDir();
	process.env.TRIAL = isTrial(database) ? '1' : '0';
	if (!database.external) await prepareTrial(database.appUrl, { people: isTrial(database) });
	return database;
}

async function openOwn(undo: Undo): Promise<Database> {
	const database = await openEmbedded((line) => console.log(line));
	undo(database.close);
	if (database.embedded.found) console.log(database.embedded.found);
	void database.embedded.lost.then(() => {
		process.emit(
			'uncaughtException',
			new Trouble(
				`PostgreSQL berhenti di luar kehendak aplikasi (catatan: ${join(dataDir(), 'postgres.log')}). Jalankan lagi: npm start`
			)
		);
	});
	return database;
}

/** Refuses to work on a database that lacks migrations of this version. */
export async function demandMigrated(url: string): Promise<void> {
	const pending = await pendingMigrations(url);
	if (pending.length > 0)
		throw new Trouble(
			`Basis data belum mutakhir: ${pending.length} migrasi menunggu (${pending.join(', ')}). Jalankan: npm run admin -- migrate`
		);
}

/** Not refused: a small installation may have one login; but only its promise to work as another role binds it. */
export function looseLoginWarning(login: string): string {
	return `pengguna ${login} di DATABASE_URL memiliki tabel atau melewati pemisahan antarinstansi. Buat pengguna tersendiri untuk aplikasi di DATABASE_URL, pindahkan pemilik ke DATABASE_OWNER_URL, lalu: npm run admin -- migrate`;
}

/** Row-level security must bind the role we work as. */
async function demandSeparation(url: string): Promise<void> {
	const db = connect(url, { role: APPLICATION_ROLE, max: 1 });
	try {
		await verifySeparation(db);
		const loose = await findLooseLogin(db);
		if (loose) console.error(`Peringatan: ${looseLoginWarning(loose)}`);
	} catch (error) {
		const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
		const denied =
			cause instanceof Error && 'code' in cause && ['42501', '22023'].includes(String(cause.code));
		if (denied || error instanceof Refusal)
			throw new Trouble(
				`DATABASE_URL: penggunanya tidak dapat bekerja sebagai ${APPLICATION_ROLE}, peran yang terikat pemisahan antarinstansi. Jalankan sebagai pemilik basis data: npm run admin -- migrate`
			);
		throw error;
	} finally {
		await db.$client.end({ timeout: 1 });
	}
}

function demandKeySecret(): void {
	if ((process.env.KEY_SECRET ?? '').length < 32)
		throw new Trouble(
			'KEY_SECRET harus diisi (sedikitnya 32 karakter) bila memakai DATABASE_URL. Buat dengan: openssl rand -base64 33'
		);
}

/** What wraps signing keys of this database: KEY_SECRET, or the trial's own. Refuses an external one without it. */
export function demandSecretOf({ external }: Pick<Database, 'external'>): string {
	if (external) demandKeySecret();
	return process.env.KEY_SECRET || keySecret();
}

/** The trial's secret stays in the data directory, readable by its owner alone. */
function keySecret(): string {
	const file = join(dataDir(), 'key-secret');
	if (!existsSync(file))
		writeFileSync(file, randomBytes(33).toString('base64url'), { mode: 0o600 });
	return readFileSync(file, 'utf8').trim();
}
