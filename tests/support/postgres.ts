import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { TestProject } from 'vitest/node';
import { connect } from '#lib/server/db/connect.ts';
import { startEmbedded } from '#lib/server/db/embedded.ts';
import { migrate } from '#lib/server/db/migrate.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		/** Owner's address of a server whose database `template_test` is migrated. */
		ownerUrl: string;
	}
}

/** Starts the embedded PostgreSQL for the test run, without durability, and migrates a template database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const directory = await mkdtemp(join(tmpdir(), 'widyapraja-test-'));
	await chmod(directory, 0o711);
	const server = await startEmbedded({
		dataDir: join(directory, 'data'),
		settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
	});
	const urlOf = (database: string) => {
		const url = new URL(server.ownerUrl);
		url.pathname = `/${database}`;
		return url.href;
	};
	const maintenance = connect(urlOf('postgres'), { max: 1 });
	await maintenance.execute(sql`create database template_test`);
	await maintenance.$client.end();
	await migrate(urlOf('template_test'));
	project.provide('ownerUrl', urlOf('postgres'));

	return async () => {
		await server.stop();
		await rm(directory, { recursive: true, force: true });
	};
}
