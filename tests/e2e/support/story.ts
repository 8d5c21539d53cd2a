import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect, type BrowserContext } from '@playwright/test';
import { APPLICATION_ROLE, connect, type Pool } from '#lib/server/db/connect.ts';
import { findRunning } from '#lib/server/db/embedded.ts';

export { expect } from '@playwright/test';

/** The server that `npm start` started for these stories, seen from behind. */
export interface House {
	/** The application's own database, as the application's role. */
	pool: Pool;
	/** Everything the server wrote to its standard output and error so far. */
	log(): string;
	/** The letters it sent so far, as text. */
	letters(): string[];
}

/** A story: every page of it is watched, and none may complain in its console or fail to load a part of itself. */
export const test = base.extend<{ watched: string[] }, { house: House }>({
	house: [
		async ({}, use) => {
			const dataDir = process.env.E2E_DATA ?? '';
			const running = await findRunning(dataDir);
			if (!running) throw new Error(`no application runs on ${dataDir}`);
			const pool = connect(running.appUrl, { role: APPLICATION_ROLE, max: 2 });
			await use({
				pool,
				log: () => readFileSync(process.env.E2E_LOG ?? '', 'utf8'),
				letters: () => lettersIn(join(dataDir, 'mail'))
			});
			await pool.$client.end();
		},
		{ scope: 'worker' }
	],
	watched: [
		async ({ context }, use) => {
			const complaints = watch(context);
			await use(complaints);
			expect(complaints, 'complaints of the pages').toEqual([]);
		},
		{ auto: true }
	]
});

/** Collects breaches of the security policy, faults of scripts, and parts of a page that could not be had. */
export function watch(context: BrowserContext): string[] {
	const complaints: string[] = [];
	context.on('console', (message) => {
		const lost = message.text().startsWith('Failed to load resource');
		if (message.type() === 'error' && !lost) complaints.push(message.text());
	});
	context.on('weberror', (fault) => complaints.push(fault.error().message));
	context.on('response', (response) => {
		const part = !response.request().isNavigationRequest();
		const fetched = response.request().resourceType() === 'fetch';
		if (part && !fetched && response.status() >= 400)
			complaints.push(`${response.status()} ${response.url()}`);
	});
	return complaints;
}

/** Nodemailer folds long lines of a letter; here they are whole again. */
function lettersIn(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder).map((name) =>
		readFileSync(join(folder, name), 'utf8').replaceAll('=\r\n', '').replaceAll('=3D', '=')
	);
}
