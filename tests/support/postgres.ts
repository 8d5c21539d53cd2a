import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { TestProject } from 'vitest/node';
import { connect } from '#lib/server/db/connect.ts';
import { startEmbedded } from '#lib/server/db/embedded.ts';
import { migrate } from '#lib/server/db/migrate.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		/** Owner's and application's addresses of the run's own server. */
		ownerUrl: string;
		appUrl: string;
		/** Where its cluster stands. */
		cluster: string;
	}
}

/** Migrated once; each worker's database is a copy of it. */
export const TEMPLATE = 'template_test';

/** Starts the embedded PostgreSQL for this test run alone, without durability, and migrates a template database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const directory = await mkdtemp(join(tmpdir(), 'widyapraja-test-'));
	const server = await startEmbedded({
		dataDir: directory,
		settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
	});
	const owner = connect(server.ownerUrl, { max: 1 });
	await owner.execute(sql`create database ${sql.identifier(TEMPLATE)}`);
	await owner.$client.end();
	await migrate(inDatabase(server.ownerUrl, TEMPLATE));
	project.provide('ownerUrl', server.ownerUrl);
	project.provide('appUrl', server.appUrl);
	project.provide('cluster', server.home);
	return async () => {
		await server.stop();
		await rm(directory, { recursive: true, force: true });
	};
}

/** The same server and role, another database. */
export function inDatabase(url: string, database: string): string {
	const address = new URL(url);
	address.pathname = `/${database}`;
	return address.href;
}
