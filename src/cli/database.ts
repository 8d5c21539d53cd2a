import { type Embedded, findRunning, startEmbedded } from '#lib/server/db/embedded.ts';
import { inspectExternal } from '#lib/server/db/external.ts';

/** The database a command works on, whichever kind it is. */
export type Database = {
	/** For migrations, backup and restore. */
	ownerUrl: string;
	/** For everything else: a role that owns nothing. */
	appUrl: string;
	/** The server this process started itself; null for an external one or one another process runs. */
	embedded: Embedded | null;
	external: boolean;
	close(): Promise<void>;
};

/** Where the embedded database keeps its data. */
export function dataDir(): string {
	return process.env.DATA_DIR || '.data';
}

/** True when the database carries trial people: only ever the embedded one, and not with DEMO=0. */
export function isTrial({ external }: Database): boolean {
	return !external && process.env.DEMO !== '0';
}

/** The external database that DATABASE_URL names, seen to be reachable; null when there is none. */
export async function openExternal(): Promise<Database | null> {
	const appUrl = process.env.DATABASE_URL;
	if (!appUrl) return null;
	await inspectExternal(appUrl, 'DATABASE_URL');
	const ownerUrl = process.env.DATABASE_OWNER_URL || appUrl;
	return { ownerUrl, appUrl, embedded: null, external: true, close: async () => {} };
}

/** Starts the embedded database for this process alone. */
export async function openEmbedded(
	log: (line: string) => void
): Promise<Database & { embedded: Embedded }> {
	const embedded = await startEmbedded({ dataDir: dataDir(), log });
	const { ownerUrl, appUrl, stop } = embedded;
	return { ownerUrl, appUrl, embedded, external: false, close: stop };
}

/** For a short command: the external database, the running application's, or one started just for it. */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
	const running = process.env.DATABASE_URL ? null : await findRunning(dataDir());
	const database =
		(await openExternal()) ??
		(running && { ...running, embedded: null, external: false, close: async () => {} }) ??
		(await openEmbedded(() => {}));
	try {
		return await work(database);
	} finally {
		await database.close();
	}
}
