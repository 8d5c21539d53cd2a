// The application as it runs: a database, the built pages, and one HTTP server in front of them.
import { type EventEmitter, once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Trouble } from '#lib/server/db/trouble.ts';
import { findRunning } from '#lib/server/db/embedded.ts';
import { closeFront, createFront } from '#lib/server/http/front.ts';
import { loadApplication } from './application.ts';
import { dataDir } from './database.ts';
import { type Undo, live } from './lifecycle.ts';
import { openReady } from './ready.ts';
import { listeningOn, welcome } from './welcome.ts';

await live(serve);

async function serve(undo: Undo, gone: AbortSignal): Promise<void> {
	const own = ownAddress();
	await demandFreePort(own.host, own.port);
	const database = await openReady(undo);
	gone.throwIfAborted();

	undo(announceShutdown);
	const handler = await loadApplication();
	gone.throwIfAborted();

	await returnMemory();

	const front = createFront(handler, { own, addressHeader: process.env.ADDRESS_HEADER });
	front.listen(own.port, own.host);
	await once(front, 'listening').catch((error: unknown) => {
		throw listenTrouble(error, own.host, own.port);
	});
	undo(() => closeFront(front, 2000));
	console.log(welcome(listeningOn(front, own), database));
}

/** Loading and preparing leave some 150 MB of garbage that V8 would keep for want of pressure. */
async function returnMemory(): Promise<void> {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as NodeJS.GCFunction;
	await collect({ type: 'major', flavor: 'last-resort', execution: 'async' });
}

/** Where to listen and what we are called; nothing here depends on what a client says. */
function ownAddress(): { origin: URL | null; host: string; port: number } {
	const port = Number(process.env.PORT || 3000);
	if (!Number.isInteger(port) || port < 0 || port > 65_535)
		throw new Trouble(`PORT harus angka antara 0 dan 65535; yang diberikan: ${process.env.PORT}.`);
	const named = process.env.ORIGIN;
	const origin = named ? URL.parse(named) : null;
	if (
		named &&
		(!origin || !/^https?:$/.test(origin.protocol) || origin.origin !== named.replace(/\/$/, ''))
	)
		throw new Trouble(
			`ORIGIN harus berbentuk https://nama.server (tanpa jalur); yang diberikan: ${named}.`
		);
	return { origin, host: process.env.HOST || '127.0.0.1', port };
}

/** Asked before the database is started, so that nothing has to be taken down again. */
async function demandFreePort(host: string, port: number): Promise<void> {
	const probe = createServer().listen(port, host);
	try {
		await once(probe, 'listening');
	} catch (error) {
		const running = process.env.DATABASE_URL ? null : await findRunning(dataDir());
		if (running)
			throw new Trouble(
				`Widyapraja sudah berjalan pada direktori data ini (proses ${running.pid}) dan memakai port ${port}.`
			);
		throw listenTrouble(error, host, port);
	}
	probe.close();
	await once(probe, 'close');
}

function listenTrouble(error: unknown, host: string, port: number): unknown {
	switch (error instanceof Error && 'code' in error ? error.code : undefined) {
		case 'EADDRINUSE':
			return new Trouble(
				`Port ${port} sudah dipakai program lain. Hentikan program itu, atau pilih port lain: PORT=${port + 1} npm start`
			);
		case 'EACCES':
			return new Trouble(
				`Port ${port} memerlukan hak khusus. Pilih port di atas 1023: PORT=3000 npm start`
			);
		case 'EADDRNOTAVAIL':
		case 'ENOTFOUND':
			return new Trouble(
				`HOST ${host} bukan alamat mesin ini. Pakai 127.0.0.1, atau 0.0.0.0 untuk semua jaringan.`
			);
		default:
			return error;
	}
}

/** Tells the application to close its pool and jobs; it answers with what to wait for. */
async function announceShutdown(): Promise<void> {
	const waits: Promise<unknown>[] = [];
	const listeners: EventEmitter = process;
	listeners.emit('sveltekit:shutdown', 'stop', (wait: Promise<unknown>) => waits.push(wait));
	await Promise.race([Promise.allSettled(waits), pause(1000)]);
}
