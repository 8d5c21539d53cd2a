import { formatMoment, isoDay } from '#lib/format/dates.ts';
import { certificateRefusals } from '#lib/messages/id/certificate-refusals.ts';
import { listKeys, openSigningKey, revokeKey, rotateKey } from '#lib/server/certification/keys.ts';
import { APPLICATION_ROLE, connect, type Pool } from '#lib/server/db/connect.ts';
import { SYSTEM, withScope } from '#lib/server/db/scope.ts';
import { Trouble } from '#lib/server/db/trouble.ts';
import { Refusal } from '#lib/server/refusal.ts';
import type { Database } from './database.ts';
import { demandMigrated, demandSecretOf } from './ready.ts';

/** What `keys revoke` is told: which key, since when it is not to be trusted (default: now), and why. */
export interface Withdrawal {
	publicKey: string | undefined;
	since: string | undefined;
	reason: string | undefined;
}

/** `keys list`, `keys rotate` and `keys revoke`: the keys that certificates are signed with. */
export async function runKeys(
	database: Database,
	action: string | undefined,
	withdrawal: Withdrawal
): Promise<void> {
	if (action !== 'list' && action !== 'rotate' && action !== 'revoke')
		throw new Trouble(
			'Sebutkan tindakannya: npm run admin -- keys list, keys rotate, atau keys revoke KUNCI --since WAKTU --reason ALASAN'
		);
	const secret = demandSecretOf(database);
	await demandMigrated(database.appUrl);
	const db = connect(database.appUrl, { role: APPLICATION_ROLE, max: 1 });
	try {
		if (action === 'rotate') await rotate(db, secret);
		if (action === 'revoke') await withdraw(db, withdrawal);
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

async function withdraw(db: Pool, { publicKey, since, reason }: Withdrawal): Promise<void> {
	if (!publicKey || !reason)
		throw new Trouble(
			'Sebutkan kunci dan alasannya: npm run admin -- keys revoke z6Mk… --since 2026-11-22T08:00+07:00 --reason "Cadangan hilang"'
		);
	const now = new Date();
	const from = since === undefined ? now : new Date(since);
	if (Number.isNaN(from.getTime()))
		throw new Trouble(`Waktu "${since}" tidak terbaca. Tulis misalnya 2026-11-22T08:00+07:00.`);
	await withScope(db, SYSTEM, (tx) => revokeKey(tx, publicKey, { since: from, reason }, now)).catch(
		explain
	);
	console.log(
		'Kunci dinyatakan bocor. Pemeriksa sertifikat diberi tahu; penerbitan berikutnya memakai kunci baru. Sertifikat yang tercatat di sini tetap berlaku menurut daftar ini.'
	);
}

async function list(db: Pool): Promise<void> {
	const keys = await withScope(db, SYSTEM, listKeys);
	if (keys.length === 0)
		console.log('Belum ada kunci. Kunci dibuat saat sertifikat pertama diterbitkan.');
	for (const { publicKey, createdAt, retiredAt, revocation } of keys)
		console.log(
			`${publicKey}  ${isoDay(createdAt)} – ${retiredAt ? isoDay(retiredAt) : 'sekarang, menandatangani'}${revocation ? `, dinyatakan bocor sejak ${formatMoment(revocation.since, 'id')}: ${revocation.reason}` : ''}`
		);
}

async function unlock(db: Pool, secret: string): Promise<void> {
	await withScope(db, SYSTEM, (tx) => openSigningKey(tx, secret)).catch(explain);
}

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
	const words = error instanceof Refusal ? certificateRefusals[error.code] : undefined;
	if (error instanceof Refusal && words) throw new Trouble(words(error.params));
	throw error;
}
