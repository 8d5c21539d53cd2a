import { listKeys, openSigningKey, rotateKey } from '#lib/server/certification/keys.ts';
import { APPLICATION_ROLE, connect, type Pool } from '#lib/server/db/connect.ts';
import { SYSTEM, withScope } from '#lib/server/db/scope.ts';
import { Trouble } from '#lib/server/db/trouble.ts';
import { Refusal } from '#lib/server/refusal.ts';
import type { Database } from './database.ts';
import { demandMigrated, demandSecretOf } from './ready.ts';

/** `keys list` and `keys rotate`: the keys that certificates are signed with. */
export async function runKeys(database: Database, action: string | undefined): Promise<void> {
	if (action !== 'list' && action !== 'rotate')
		throw new Trouble('Sebutkan tindakannya: npm run admin -- keys list, atau keys rotate');
	const secret = demandSecretOf(database);
	await demandMigrated(database.appUrl);
	const db = connect(database.appUrl, { role: APPLICATION_ROLE, max: 1 });
	try {
		if (action === 'rotate') await rotate(db, secret);
		await list(db);
	} finally {
		await db.$client.end({ timeout: 1 });
	}
}

/** Whether the key that signs can be opened with the secret at hand; for `doctor`. */
export async function examineKeys(database: Database): Promise<string> {
	const db = connect(database.appUrl, { role: APPLICATION_ROLE, max: 1 });
	try {
		const keys = await withScope(db, SYSTEM, listKeys);
		if (keys.length === 0) return 'belum ada; dibuat saat sertifikat pertama diterbitkan';
		await unlock(db, demandSecretOf(database));
		const retired = keys.filter(({ retiredAt }) => retiredAt).length;
		return `kunci penanda tangan dapat dibuka${retired > 0 ? `; ${retired} kunci lama tetap memverifikasi` : ''}`;
	} finally {
		await db.$client.end({ timeout: 1 });
	}
}

async function rotate(db: Pool, secret: string): Promise<void> {
	const { publicKey } = await withScope(db, SYSTEM, (tx) => rotateKey(tx, secret)).catch(explain);
	console.log(`Kunci baru menandatangani mulai sekarang: ${publicKey}`);
	console.log('Sertifikat yang sudah terbit tidak berubah dan tetap dapat diverifikasi.');
}

async function list(db: Pool): Promise<void> {
	const keys = await withScope(db, SYSTEM, listKeys);
	if (keys.length === 0)
		console.log('Belum ada kunci. Kunci dibuat saat sertifikat pertama diterbitkan.');
	for (const { publicKey, createdAt, retiredAt } of keys)
		console.log(
			`${publicKey}  ${day(createdAt)} – ${retiredAt ? day(retiredAt) : 'sekarang, menandatangani'}`
		);
}

async function unlock(db: Pool, secret: string): Promise<void> {
	await withScope(db, SYSTEM, (tx) => openSigningKey(tx, secret)).catch(explain);
}

const day = (at: Date) => at.toISOString().slice(0, 10);

/** What the room refuses, as whoever runs the system can act on it. */
function explain(error: unknown): never {
	if (error instanceof Refusal && error.code === 'key-secret-short')
		throw new Trouble(
			`KEY_SECRET terlalu pendek: sedikitnya ${error.params.least} karakter. Buat dengan: openssl rand -base64 33`
		);
	if (error instanceof Refusal && error.code === 'key-secret-wrong')
		throw new Trouble(
			'KEY_SECRET bukan rahasia yang membungkus kunci penanda tangan. Pasang kembali yang dipakai saat kunci dibuat. Bila hilang, buat kunci baru: npm run admin -- keys rotate'
		);
	throw error;
}
