import { randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import {
	chmodSync,
	chownSync,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import type { Place } from './cluster-place.ts';
import { Trouble, fileTrouble, serverTrouble } from './trouble.ts';

/** The passwords of the two roles that sign in. */
export type Secrets = { owner: string; login: string };

/**
 * Makes the cluster beside its final name, so that one interrupted half-way is simply made again. Its superuser
 * has no password and no line in pg_hba.conf: nobody can connect as it.
 */
export function createCluster(
	directory: string,
	{ cluster, binaries, user }: Place,
	durable: boolean
): void {
	const partial = `${cluster}.baru`;
	rmSync(partial, { recursive: true, force: true });
	mkdirSync(partial, { mode: 0o700 });
	if (user) chownSync(partial, user.uid, user.gid);
	const environment = { LC_ALL: 'C.UTF-8', PATH: process.env.PATH ?? '' };
	const as = user ? { uid: user.uid, gid: user.gid } : {};
	const options = { ...as, cwd: partial, env: environment, encoding: 'utf8' } as const;
	const initdb = spawnSync(
		join(binaries, 'bin/initdb'),
		[
			...['-D', partial, '-U', 'widyapraja_root', '-A', 'trust', '-E', 'UTF8'],
			...['--locale-provider=builtin', '--locale=C.UTF-8'],
			...['--lc-messages=C', '--no-instructions', ...(durable ? [] : ['--no-sync'])]
		],
		options
	);
	if (initdb.status !== 0) throw serverTrouble(initdb.stderr || String(initdb.error), directory);
	writeFileSync(
		join(partial, 'pg_hba.conf'),
		`host all widyapraja_owner,widyapraja_login 127.0.0.1/32 scram-sha-256\n`
	);
	const secrets: Secrets = { owner: password(), login: password() };
	const single = spawnSync(
		join(binaries, 'bin/postgres'),
		['--single', '-D', partial, '-c', 'exit_on_error=on', '-c', 'log_checkpoints=off', 'template1'],
		{
			...options,
			input: [
				`create role widyapraja_owner login createdb createrole password '${secrets.owner}'`,
				'create role widyapraja_app nologin',
				'grant widyapraja_app to widyapraja_owner with admin true, inherit false, set false',
				`create role widyapraja_login login password '${secrets.login}'`,
				'grant widyapraja_app to widyapraja_login',
				'create database widyapraja owner widyapraja_owner',
				''
			].join('\n')
		}
	);
	if (single.status !== 0) throw serverTrouble(single.stderr, directory);
	writeFileSync(secretsFile(directory), `${JSON.stringify(secrets)}\n`, { mode: 0o600 });
	chmodSync(secretsFile(directory), 0o600);
	renameSync(partial, cluster);
}

function secretsFile(directory: string): string {
	return join(directory, 'database.json');
}

/** The passwords kept beside the cluster. @throws Trouble when they are gone or unreadable */
export function readSecrets(directory: string): Secrets {
	const file = secretsFile(directory);
	if (!existsSync(file))
		throw new Trouble(
			`${file} hilang; tanpa kata sandi di dalamnya basis data tidak dapat dibuka. Kembalikan berkas itu dari cadangan.`
		);
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
	} catch (error) {
		if (error instanceof SyntaxError)
			throw new Trouble(`${file} rusak. Kembalikan berkas itu dari cadangan.`);
		throw fileTrouble(error, file);
	}
}

function password(): string {
	return randomBytes(24).toString('base64url');
}
