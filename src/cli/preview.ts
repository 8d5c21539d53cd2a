import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, realpathSync } from 'node:fs';
import type { Server } from 'node:http';
import { resolve } from 'node:path';
import { isoDay } from '#lib/format/dates.ts';
import { openPreview, type Preview } from '#lib/server/catalog/preview.ts';
import { Trouble } from '#lib/server/db/trouble.ts';
import { closeFront, createFront } from '#lib/server/http/front.ts';
import { leavePreview } from '#lib/server/http/left-preview.ts';
import { loadApplication } from './application.ts';
import { ensureBuilt } from './build.mjs';
import { coursesFolders } from './courses-folders.ts';
import { type Undo, live } from './lifecycle.ts';
import { listeningOn } from './welcome.ts';

const HOST = '127.0.0.1';
const PORTS = { first: 3100, last: 3199 };

/** `npm run courses -- preview FOLDER`: shows a course to its author until stopped. Ends with 2 where there is none. */
export async function preview(folders: readonly string[]): Promise<never> {
	const opened = await open(folders).catch((error: unknown) => {
		if (!(error instanceof Trouble)) throw error;
		console.error(error.message);
		return process.exit(2);
	});
	return live((undo, gone) => show(opened, undo, gone));
}

async function open([folder, ...more]: readonly string[]): Promise<Preview> {
	if (folder === undefined || more.length > 0)
		throw new Trouble('Pakai: npm run courses -- preview FOLDER');
	return openPreview(placeOf(folder), {
		registryFolders: coursesFolders().map((place) => resolve(place)),
		today: () => isoDay(new Date())
	});
}

/** A folder as its author names it: from where they stand, which npm leaves for the checkout's root. */
function placeOf(folder: string): string {
	const stands = [process.env.INIT_CWD, process.cwd()].map((from) => resolve(from ?? '.', folder));
	const found = stands.find((place) => existsSync(place));
	return found === undefined ? resolve(folder) : realpathSync(found);
}

async function show(opened: Preview, undo: Undo, gone: AbortSignal): Promise<void> {
	await ensureBuilt(process.cwd());
	gone.throwIfAborted();
	leavePreview(opened);
	Object.assign(process.env, {
		// Nobody is asked at that name: what needs the database in a preview by mistake fails at once, and loudly.
		DATABASE_URL: 'postgres://pratinjau.invalid/tidak-ada',
		KEY_SECRET: randomBytes(33).toString('base64url'),
		TRIAL: '0',
		LOG_LEVEL: process.env.LOG_LEVEL || 'error'
	});
	const own = { origin: null, host: HOST };
	const front = createFront(await loadApplication(), { own });
	gone.throwIfAborted();
	await listenOnFree(front);
	undo(() => closeFront(front, 500));
	// First of all, so that pages which wait for changes let go of their connections.
	undo(opened.close);
	console.log(listeningOn(front, own));
}

async function listenOnFree(front: Server): Promise<void> {
	for (let port = PORTS.first; port <= PORTS.last; port++) {
		front.listen(port, HOST);
		const taken = await once(front, 'listening').then(
			() => false,
			(error: unknown) => {
				if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return true;
				throw error;
			}
		);
		if (!taken) return;
	}
	throw new Trouble(
		`Port ${PORTS.first}–${PORTS.last} semuanya sedang dipakai. Hentikan pratinjau yang tidak diperlukan lagi.`
	);
}
