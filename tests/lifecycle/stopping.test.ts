import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { expect } from 'vitest';
import { findRunning } from '#lib/server/db/embedded.ts';
import { serverOf, test } from '../support/app.ts';

test('a second start is fast and keeps what was written', async ({ dataDir, start }) => {
	const first = start();
	await first.ready();
	await remember(dataDir, 'tetap ada');
	first.process.kill('SIGTERM');
	await first.end();
	const began = Date.now();
	const second = start();
	await second.ready();
	expect(Date.now() - began).toBeLessThan(5000);
	expect(await remembered(dataDir)).toBe('tetap ada');
});

test.for(['SIGTERM', 'SIGINT'] as const)(
	'%s stops everything within five seconds and leaves nothing running',
	async (signal, { dataDir, start }) => {
		const app = start();
		await fetch(await app.ready());
		app.process.kill(signal);
		const { code, took } = await app.end();
		expect(code).toBe(0);
		expect(took).toBeLessThan(5000);
		expect(app.complaints()).toEqual([]);
		expect(serverOf(dataDir)).toBeNull();
		expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
	}
);

test('Ctrl-C, which reaches every process at once and again, stops it once', async ({
	dataDir,
	start
}) => {
	const app = start();
	await app.ready();
	app.signalGroup('SIGINT');
	app.signalGroup('SIGINT');
	const { code } = await app.end();
	expect(code).toBe(0);
	expect(app.complaints()).toEqual([]);
	expect(serverOf(dataDir)).toBeNull();
	const next = start();
	await next.ready();
	expect(next.said()).not.toMatch(/mendadak|masih hidup/);
});

test('a request under way is answered before the end', async ({ start }) => {
	const app = start();
	const address = await app.ready();
	const socket = connect(Number(new URL(address).port), '127.0.0.1');
	socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n');
	await pause(100);
	app.process.kill('SIGTERM');
	await pause(200);
	socket.write('\r\n');
	expect(await text(socket)).toMatch(/^HTTP\/1.1 [2-4]\d\d [^]*connection: close/i);
	expect((await app.end()).code).toBe(0);
});

test('after kill -9 of the application the next start recovers by itself', async ({
	dataDir,
	start
}) => {
	const first = start();
	await first.ready();
	await remember(dataDir, 'selamat');
	const running = await findRunning(dataDir);
	process.kill(running!.pid, 'SIGKILL');
	expect((await first.end()).code).not.toBe(0);
	expect(serverOf(dataDir)).not.toBeNull();
	const second = start();
	await second.ready();
	expect(second.said()).toMatch(/masih hidup tanpa aplikasinya/);
	expect(await remembered(dataDir)).toBe('selamat');
});

test('after kill -9 of the whole group the next start recovers by itself', async ({
	dataDir,
	start
}) => {
	const first = start();
	await first.ready();
	await remember(dataDir, 'selamat');
	first.signalGroup('SIGKILL');
	await first.end();
	const second = start();
	await second.ready();
	expect(await remembered(dataDir)).toBe('selamat');
});

test('after kill -9 of the database too the next start recovers by itself', async ({
	dataDir,
	start
}) => {
	const first = start();
	await first.ready();
	await remember(dataDir, 'selamat');
	const server = serverOf(dataDir);
	first.signalGroup('SIGKILL');
	await first.end();
	process.kill(server!, 'SIGKILL');
	const second = start();
	await second.ready();
	expect(second.said()).toMatch(/berhenti mendadak/);
	expect(await remembered(dataDir)).toBe('selamat');
});

test('a first start killed half-way is simply done again', async ({ dataDir, start }) => {
	const first = start();
	while (!existsSync(`${join(dataDir, 'postgres')}.baru`)) await pause(5);
	await pause(150);
	first.signalGroup('SIGKILL');
	await first.end();
	expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
	await start().ready();
});

test('the server does not outlive the command that started it', async ({ dataDir, start }) => {
	const app = start();
	await app.ready();
	app.process.kill('SIGKILL');
	for (let waited = 0; waited < 5000 && serverOf(dataDir) !== null; waited += 50) await pause(50);
	expect(serverOf(dataDir)).toBeNull();
});

test('the application says so and ends when its database dies', async ({ dataDir, start }) => {
	const app = start();
	await app.ready();
	process.kill(serverOf(dataDir)!, 'SIGQUIT');
	const { code } = await app.end();
	expect(code).not.toBe(0);
	expect(app.complaints()).toEqual([
		expect.stringContaining('PostgreSQL berhenti di luar kehendak')
	]);
});

async function remember(dataDir: string, word: string): Promise<void> {
	await asOwner(dataDir, async (sql) => {
		await sql`create table if not exists ingatan (kata text)`;
		await sql`insert into ingatan values (${word})`;
	});
}

async function remembered(dataDir: string): Promise<string | undefined> {
	return asOwner(dataDir, async (sql) => {
		const [row] = await sql<{ kata: string }[]>`select kata from ingatan`;
		return row?.kata;
	});
}

async function asOwner<T>(dataDir: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
	const running = await findRunning(dataDir);
	const sql = postgres(running!.ownerUrl, { max: 1, onnotice: () => {} });
	try {
		return await work(sql);
	} finally {
		await sql.end();
	}
}
