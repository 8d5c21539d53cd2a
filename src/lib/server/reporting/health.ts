import { readFile, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { gt, isNull, sql } from 'drizzle-orm';
import { countIssuing, type IssuingState } from '../certification/certificates.ts';
import { listUnreviewed, type Restored } from '../certification/series.ts';
import { releases } from '../catalog/tables.ts';
import type { Database } from '../db/connect.ts';
import { MIGRATIONS_FOLDER } from '../db/migrate.ts';
import { people, sessions } from '../identity/tables.ts';
import { countMails } from '../notices/mail.ts';

/** The state of the system in numbers. Sizes in bytes. */
export interface Health {
	database: { version: string; size: number };
	migrations: { applied: number; pending: number };
	mails: { waiting: number; failed: number; held: number };
	certificates: IssuingState;
	releases: number;
	/** Restores whose traces nobody has looked at yet. */
	restored: Restored[];
	accounts: { open: number; sessions: number };
	version: string;
	node: string;
	startedAt: Date;
	memory: number;
	disk: { free: number; total: number };
}

/** Reads the state of the system, as a whole: in `system` scope, for whom the caller has let in. */
export async function readHealth(
	db: Database,
	dataFolder: string,
	now = new Date()
): Promise<Health> {
	const [server] = await db.execute<{ version: string; size: string; applied: string }>(sql`
		select current_setting('server_version') as version, pg_database_size(current_database()) as size,
			(select count(*) from drizzle.__drizzle_migrations) as applied`);
	const journal = JSON.parse(
		await readFile(join(MIGRATIONS_FOLDER, 'meta', '_journal.json'), 'utf8')
	) as {
		entries: unknown[];
	};
	const applied = Number(server?.applied ?? 0);
	const disk = await statfs(dataFolder);
	const manifest = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
	return {
		database: { version: server?.version.split(' ')[0] ?? '?', size: Number(server?.size ?? 0) },
		migrations: { applied, pending: journal.entries.length - applied },
		mails: await countMails(db),
		certificates: await countIssuing(db),
		releases: await db.$count(releases),
		restored: await listUnreviewed(db),
		accounts: {
			open: await db.$count(people, isNull(people.closedAt)),
			sessions: await db.$count(sessions, gt(sessions.expiresAt, now))
		},
		version: manifest.version,
		node: process.versions.node,
		startedAt: new Date(now.getTime() - process.uptime() * 1000),
		memory: process.memoryUsage().rss,
		disk: { free: disk.bavail * disk.bsize, total: disk.blocks * disk.bsize }
	};
}
