import { userInfo } from 'node:os';
import { formatMoment, isoDay } from '#lib/format/dates.ts';
import { certificateRefusals } from '#lib/messages/id/certificate-refusals.ts';
import {
	listKeyActs,
	listKeys,
	openSigningKey,
	revokeKey,
	rotateKey,
	type Asker,
	type KeyAct
} from '#lib/server/certification/keys.ts';
import {
	APPLICATION_ROLE,
	connect,
	type Database as Transaction,
	type Pool
} from '#lib/server/db/connect.ts';
import { SYSTEM, withScope } from '#lib/server/db/scope.ts';
import { findAdministrator } from '#lib/server/identity/administrators.ts';
import { Trouble } from '#lib/server/db/trouble.ts';
import { Refusal } from '#lib/server/refusal.ts';
import type { Database } from './database.ts';
import { demandMigrated, demandSecretOf } from './ready.ts';

/** What `keys rotate` and `keys revoke` are told. */
export interface KeyOrder {
	/** Of `revoke`: which key. */
	publicKey: string | undefined;
	/** Of `revoke`: since when it is not to be trusted (default: now). */
	since: string | undefined;
	reason: string | undefined;
	/** E-mail address of the administrator on whose word it is done. */
	by: string | undefined;
}

/** `keys list`, `keys rotate` and `keys revoke`: the keys that certificates are signed with. */
export async function runKeys(
	database: Database,
	action: string | undefined,
	order: KeyOrder
): Promise<void> {
	if (action !== 'list' && action !== 'rotate' && action !== 'revoke')
		throw new Trouble(
			'Sebutkan tindakannya: npm run admin -- keys list, keys rotate --by EMAIL --reason ALASAN, atau keys revoke KUNCI --since WAKTU --by EMAIL --reason ALASAN'
		);
	const secret = demandSecretOf(database);
	await demandMigrated(database.appUrl);
	const db = connect(database.appUrl, { role: APPLICATION_ROLE, max: 1 });
	try {
		if (action === 'rotate') await rotate(db, secret, order);
		if (action === 'revoke') await withdraw(db, order);
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

async function rotate(db: Pool, secret: string, { by, reason }: KeyOrder): Promise<void> {
	const { publicKey } = await withScope(db, SYSTEM, async (tx) =>
		rotateKey(tx, secret, { asker: await whoAsks(tx, by), reason })
	).catch(explain);
	console.log(`Kunci baru menandatangani mulai sekarang: ${publicKey}`);
	if (reason === undefined)
		console.log('Alasannya tidak tercatat. Lain kali sebutkan dengan --reason "…".');
	console.log('Sertifikat yang sudah terbit tidak berubah dan tetap dapat diverifikasi.');
}

async function withdraw(db: Pool, { publicKey, since, reason, by }: KeyOrder): Promise<void> {
	if (!publicKey || !reason)
		throw new Trouble(
			'Sebutkan kunci dan alasannya: npm run admin -- keys revoke z6Mk… --since 2026-11-22T08:00+07:00 --reason "Cadangan hilang"'
		);
	const now = new Date();
	const from = since === undefined ? now : new Date(since);
	if (Number.isNaN(from.getTime()))
		throw new Trouble(`Waktu "${since}" tidak terbaca. Tulis misalnya 2026-11-22T08:00+07:00.`);
	await withScope(db, SYSTEM, async (tx) =>
		revokeKey(tx, publicKey, { since: from, reason, asker: await whoAsks(tx, by) }, now)
	).catch(explain);
	console.log(
		'Kunci dinyatakan bocor. Pemeriksa sertifikat diberi tahu; penerbitan berikutnya memakai kunci baru. Sertifikat yang tercatat di sini tetap berlaku menurut daftar ini.'
	);
}

/**
 * Who is on record for it: the administrator who was named, and always the account that the command runs under, since a
 * name on a command line proves nothing.
 */
async function whoAsks(tx: Transaction, by: string | undefined): Promise<Asker> {
	const personId = by === undefined ? null : await findAdministrator(tx, by);
	if (by !== undefined && !personId)
		throw new Trouble(`${by} bukan email admin platform. Sebutkan email yang dipakai untuk masuk.`);
	return { personId, operator: operatorName() };
}

/** Behind sudo it is whoever asked sudo. An account may have no name, in a container for instance. */
function operatorName(): string {
	if (process.env.SUDO_USER) return process.env.SUDO_USER;
	try {
		return userInfo().username;
	} catch {
		return `uid ${process.getuid?.() ?? '?'}`;
	}
}

async function list(db: Pool): Promise<void> {
	const [keys, acts] = await withScope(db, SYSTEM, async (tx) => [
		await listKeys(tx),
		await listKeyActs(tx)
	]);
	if (keys.length === 0)
		console.log('Belum ada kunci. Kunci dibuat saat sertifikat pertama diterbitkan.');
	for (const { publicKey, createdAt, retiredAt, revocation } of keys) {
		const until = retiredAt ? isoDay(retiredAt) : 'sekarang, menandatangani';
		const bad = revocation
			? `, dinyatakan bocor sejak ${formatMoment(revocation.since, 'id')}: ${revocation.reason}`
			: '';
		console.log(`${publicKey}  ${isoDay(createdAt)} – ${until}${bad}`);
		for (const act of acts) if (act.publicKey === publicKey) console.log(tellAct(act));
	}
}

/** Who did it, in a line: the administrator they named, the account it ran under, and why. */
function tellAct({ at, act, name, operator, reason }: KeyAct): string {
	const who =
		[name, operator && `akun komputer ${operator}`].filter(Boolean).join(', ') || 'sistem';
	const what = act === 'signing-key-made' ? 'dibuat' : 'dinyatakan bocor';
	return `  ${what} ${formatMoment(at, 'id')} oleh ${who}${reason ? `: ${reason}` : ''}`;
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
