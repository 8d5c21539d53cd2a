// Commands for whoever runs an installation: npm run admin -- <command>
import { statfsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import postgres from 'postgres';
import { formatMoment } from '#lib/format/dates.ts';
import { backup, restore } from '#lib/server/db/backup.ts';
import { APPLICATION_ROLE, connect } from '#lib/server/db/connect.ts';
import { inspectExternal } from '#lib/server/db/external.ts';
import {
	findLooseLogin,
	migrate,
	pendingMigrations,
	verifySeparation
} from '#lib/server/db/migrate.ts';
import { recomputeProgress } from '#lib/server/journeys/recompute-progress.ts';
import { Trouble } from '#lib/server/db/trouble.ts';
import { type Answers, createFromTerminal } from './create-administrator.ts';
import { type Database, dataDir, withDatabase } from './database.ts';
import { examineKeys, runKeys, type KeyOrder } from './keys.ts';
import { finish } from './lifecycle.ts';
import { looseLoginWarning } from './ready.ts';

const USAGE = `Pemakaian: npm run admin -- <perintah>

  create [--name NAMA] [--email EMAIL] [--number NIP]
                             membuat admin platform; kata sandi ditanyakan
  migrate [--dry-run]        memutakhirkan basis data (--dry-run: hanya menyebutkan)
  doctor                     memeriksa kesehatan pemasangan
  backup BERKAS [--force]    menyimpan seluruh isi basis data, satu saat
  restore BERKAS             memulihkan ke basis data kosong
  keys list                  kunci penanda tangan sertifikat: masa pakai, dan atas permintaan siapa
  keys rotate [--by EMAIL] [--reason ALASAN]
                             mengganti kunci penanda tangan dengan yang baru
  keys revoke KUNCI [--since WAKTU] [--by EMAIL] --reason ALASAN
                             menyatakan kunci bocor sejak suatu waktu
                             --by: admin platform yang meminta. Nama itu dan akun komputer
                             yang menjalankan perintah tercatat dalam jejak audit
  recompute                  menghitung ulang kemajuan belajar dari catatannya`;

const { positionals, values: flags } = parseArgs({
	allowPositionals: true,
	options: {
		'dry-run': { type: 'boolean' },
		force: { type: 'boolean' },
		name: { type: 'string' },
		email: { type: 'string' },
		number: { type: 'string' },
		since: { type: 'string' },
		reason: { type: 'string' },
		by: { type: 'string' }
	},
	strict: false
});
const [command, file, key] = positionals;

const said = (value: unknown) => (typeof value === 'string' ? value : undefined);

await finish(async () => {
	switch (command) {
		case 'create':
			return withDatabase(({ appUrl }) => createFromTerminal(appUrl, answers()));
		case 'migrate':
			return withDatabase(runMigrate);
		case 'doctor':
			return withDatabase(runDoctor);
		case 'backup':
			return withDatabase((database) => runBackup(database, demandFile()));
		case 'restore':
			return withDatabase((database) => runRestore(database, demandFile()));
		case 'keys':
			return withDatabase((database) => runKeys(database, file, keyOrder()));
		case 'recompute':
			return withDatabase(runRecompute);
		case undefined:
		case 'help':
			console.log(USAGE);
			return;
		default:
			throw new Trouble(`Perintah ${command} tidak dikenal. Daftarnya: npm run admin -- help`);
	}
});

function keyOrder(): KeyOrder {
	const { since, reason, by } = flags;
	return { publicKey: key, since: said(since), reason: said(reason), by: said(by) };
}

function answers(): Answers {
	return { name: said(flags.name), email: said(flags.email), number: said(flags.number) };
}

async function runMigrate({ ownerUrl, appUrl, external }: Database): Promise<void> {
	if (external) await inspectExternal(ownerUrl, 'DATABASE_OWNER_URL');
	const dryRun = flags['dry-run'] === true;
	const member = decodeURIComponent(new URL(appUrl).username);
	const names = await migrate(ownerUrl, { dryRun, ...(member && external && { member }) });
	if (names.length === 0) console.log('Basis data sudah mutakhir.');
	else console.log(`${dryRun ? 'Akan diterapkan' : 'Diterapkan'}: ${names.join(', ')}`);
}

async function runBackup({ ownerUrl }: Database, target: string): Promise<void> {
	const { tables, rows } = await backup(ownerUrl, target, { replace: flags.force === true });
	const size = (statSync(target).size / 1_000_000).toLocaleString('id', {
		maximumFractionDigits: 1
	});
	console.log(
		`Tersimpan di ${target}: ${rows.toLocaleString('id')} baris dari ${tables} tabel, ${size} MB.`
	);
	console.log('KEY_SECRET tidak termasuk; simpan terpisah.');
}

async function runRestore({ ownerUrl }: Database, source: string): Promise<void> {
	const { tables, rows, ended, held } = await restore(ownerUrl, source);
	console.log(`Dipulihkan dan diperiksa: ${rows.toLocaleString('id')} baris dari ${tables} tabel.`);
	console.log(
		`Semua orang perlu masuk lagi: ${ended.toLocaleString('id')} sesi dan tautan pemulihan tidak dihidupkan kembali.`
	);
	console.log(
		'Nomor sertifikat berlanjut dalam seri baru dan kunci penanda tangan diganti. Pencabutan sertifikat dan pergantian kunci sejak cadangan dibuat harus diulangi: lihat /admin/kesehatan.'
	);
	if (held > 0)
		console.log(
			`Surat yang belum terkirim saat cadangan dibuat ditahan (${held.toLocaleString('id')}). Kirim atau batalkan di /admin/kesehatan.`
		);
}

async function runRecompute({ appUrl }: Database): Promise<void> {
	const db = connect(appUrl, { role: APPLICATION_ROLE, max: 1 });
	try {
		const { people, lessons, mended } = await recomputeProgress(db);
		console.log(`Dihitung ulang: ${lessons} materi dari ${people} peserta.`);
		console.log(
			mended === 0
				? 'Semua sama dengan yang tersimpan.'
				: `${mended} peserta berbeda dari catatannya; sudah diperbaiki.`
		);
	} finally {
		await db.$client.end({ timeout: 1 });
	}
}

/** What an examination found; a `warning` is for whoever runs the system to judge and fails nothing. */
type Finding = string | { warning: string };

/** One line per examination; the command fails when one of them does. */
async function runDoctor(database: Database): Promise<void> {
	const { ownerUrl, appUrl, external } = database;
	const examinations: [string, () => Promise<Finding>][] = [
		[
			'PostgreSQL',
			async () =>
				`versi ${await inspectExternal(appUrl, 'DATABASE_URL')}${external ? ', luar' : ', bawaan'}`
		],
		['Migrasi', () => examineMigrations(appUrl)],
		['Pemisahan', () => examineSeparation(appUrl)],
		['Kunci', () => examineKeys(database)],
		['Jam', () => examineClock(ownerUrl)],
		['Ruang disk', examineDisk],
		['Hasil build', examineBuild],
		['Alamat', examineAddress]
	];
	let failures = 0;
	for (const [name, examine] of examinations) {
		const verdict = await examine().then(
			(finding) =>
				typeof finding === 'string' ? `baik   ${finding}` : `AWAS   ${finding.warning}`,
			(error: unknown) => {
				failures += 1;
				return `GAGAL  ${error instanceof Error ? error.message : String(error)}`;
			}
		);
		console.log(`${name.padEnd(12)} ${verdict}`);
	}
	if (failures > 0) throw new Trouble(`${failures} pemeriksaan gagal.`);
}

async function examineMigrations(url: string): Promise<string> {
	const pending = await pendingMigrations(url);
	if (pending.length === 0) return 'tidak ada yang menunggu';
	throw new Trouble(`${pending.length} menunggu. Jalankan: npm run admin -- migrate`);
}

async function examineSeparation(url: string): Promise<Finding> {
	const db = connect(url, { role: APPLICATION_ROLE, max: 1 });
	try {
		await verifySeparation(db);
		const loose = await findLooseLogin(db);
		if (loose) return { warning: looseLoginWarning(loose) };
		return `peran ${APPLICATION_ROLE} terikat kebijakan baris`;
	} catch {
		throw new Trouble(
			`aplikasi tidak bekerja sebagai ${APPLICATION_ROLE}. Jalankan: npm run admin -- migrate`
		);
	} finally {
		await db.$client.end({ timeout: 1 });
	}
}

/** Due dates and signatures depend on the clock; the database's may run on another machine. */
async function examineClock(url: string): Promise<string> {
	const sql = postgres(url, { max: 1 });
	try {
		const [row] = await sql<{ now: Date }[]>`select clock_timestamp() as now`;
		const seconds = Math.abs(Date.now() - (row?.now.getTime() ?? 0)) / 1000;
		if (seconds > 5)
			throw new Trouble(`selisih ${Math.round(seconds)} detik dengan basis data. Nyalakan NTP.`);
		return `selisih di bawah ${Math.ceil(seconds) || 1} detik dengan basis data`;
	} finally {
		await sql.end({ timeout: 1 });
	}
}

async function examineDisk(): Promise<string> {
	const { bavail, bsize } = statfsSync(dataDir(), { bigint: false });
	const free = (bavail * bsize) / 1e9;
	const words = `${free.toLocaleString('id', { maximumFractionDigits: 1 })} GB tersisa untuk ${resolve(dataDir())}`;
	if (free < 1) throw new Trouble(`hanya ${words}`);
	return words;
}

async function examineBuild(): Promise<string> {
	const built = statSync('build/handler.js', { throwIfNoEntry: false });
	if (!built) throw new Trouble('belum ada. Jalankan: npm start');
	return `dibuat ${formatMoment(built.mtime, 'id')}`;
}

/** Behind a proxy without it, everybody shares one address, and one person's wrong passwords shut the others out. */
async function examineAddress(): Promise<string> {
	const { ORIGIN, ADDRESS_HEADER } = process.env;
	if (!ORIGIN?.startsWith('https:')) return 'http, tanpa proksi';
	if (ADDRESS_HEADER) return `${ORIGIN}, alamat pengguna dari ${ADDRESS_HEADER}`;
	return `${ORIGIN}. PERHATIAN: ADDRESS_HEADER belum ditetapkan, sehingga semua pengguna di balik proksi tampak dari satu alamat`;
}

/** Relative to where npm was called, not to the checkout into which npm changes. */
function demandFile(): string {
	if (!file) throw new Trouble(`Sebutkan berkasnya: npm run admin -- ${command} BERKAS`);
	return resolve(process.env.INIT_CWD ?? '.', file);
}
