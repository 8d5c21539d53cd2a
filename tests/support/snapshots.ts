import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { inject } from 'vitest';
import { test as base } from './database.ts';
import { inDatabase, TEMPLATE } from './postgres.ts';

let databases = 0;

/** A folder for files, and as many databases as a test asks for: `migrated` copies of the template or empty ones. */
export const test = base
	.extend('folder', async ({}, { onCleanup }) => {
		const folder = await mkdtemp(join(tmpdir(), 'widyapraja-backup-'));
		onCleanup(() => rm(folder, { recursive: true }));
		return folder;
	})
	.extend('database', async ({}, { onCleanup }) => {
		const made: string[] = [];
		const maintenance = postgres(inject('ownerUrl'), { max: 1 });
		onCleanup(async () => {
			for (const name of made) await maintenance`drop database ${maintenance(name)} with (force)`;
			await maintenance.end();
		});
		return async (kind: 'empty' | 'migrated') => {
			const name = `backup_${process.pid}_${databases++}`;
			const template = kind === 'empty' ? 'template1' : TEMPLATE;
			await maintenance`create database ${maintenance(name)} template ${maintenance(template)}`;
			made.push(name);
			return inDatabase(inject('ownerUrl'), name);
		};
	});
