import { defineConfig } from '@playwright/test';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BROWSER_FLAGS, findBrowser } from './src/cli/browser.mjs';

// Read once by the runner and again by each worker, which inherits what the first reading decided.
if (!process.env.E2E_PORT) {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	process.env.E2E_PORT = String((probe.address() as AddressInfo).port);
	probe.close();
	const folder = mkdtempSync(join(tmpdir(), 'widyapraja-e2e-'));
	chmodSync(folder, 0o711);
	process.env.E2E_DATA = join(folder, 'data');
	process.env.E2E_LOG = join(folder, 'server.log');
	process.on('exit', (code) => {
		if (code !== 0) console.error(serverWords());
		rmSync(folder, { recursive: true, force: true });
	});
}

const baseURL = `http://127.0.0.1:${process.env.E2E_PORT}`;
const executablePath = findBrowser();

const MEASURED = /(?:budgets|hostile-markdown)\.test\.ts$/;

/** Stories in the browser, against the very server that `npm start` starts. */
export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results/e2e',
	// Each story has people and courses of its own; what is measured is measured with the machine to itself.
	workers: 2,
	projects: [
		{ name: 'cerita', testIgnore: MEASURED },
		{ name: 'ukuran', testMatch: MEASURED, workers: 1, dependencies: ['cerita'] }
	],
	forbidOnly: true,
	timeout: 90_000,
	// Two browsers, the server and PostgreSQL share two cores: what is slow there is not wrong; speed has stories of its own.
	expect: { timeout: 15_000 },
	use: {
		baseURL,
		locale: 'id-ID',
		timezoneId: 'Asia/Jakarta',
		launchOptions: { args: BROWSER_FLAGS, ...(executablePath && { executablePath }) },
		// A trace of every story costs a fifth of their time; `npx playwright test FILE --trace on` makes one.
		screenshot: 'only-on-failure'
	},
	webServer: {
		// What the server says goes into a file, which a story reads: no number and no password may be in it.
		command: 'exec node src/cli/start.mjs > "$E2E_LOG" 2>&1',
		url: baseURL,
		env: {
			PORT: process.env.E2E_PORT,
			DATA_DIR: process.env.E2E_DATA ?? '',
			E2E_LOG: process.env.E2E_LOG ?? '',
			LOG_LEVEL: 'info'
		},
		gracefulShutdown: { signal: 'SIGTERM', timeout: 8000 },
		timeout: 180_000
	}
});

/** What the server said to people; its structured log is left out. */
function serverWords(): string {
	const file = process.env.E2E_LOG ?? '';
	if (!existsSync(file)) return '';
	return readFileSync(file, 'utf8').replace(/^\{.*\}\n/gm, '');
}
