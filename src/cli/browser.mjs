import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Stop, run } from './install.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** What a browser in a container, as root and without a screen needs to be told. */
export const BROWSER_FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-dev-shm-usage',
	'--disable-background-networking',
	'--disable-component-update',
	'--no-first-run'
];

/**
 * The Chromium to test with: CHROME_PATH, the system's, or the one Playwright once downloaded.
 * @returns {string | null}
 */
export function findBrowser() {
	const named = process.env.CHROME_PATH;
	if (named) return runnable(named) ? named : null;
	const folders = (process.env.PATH ?? '').split(delimiter);
	const installed = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
	return [...installed, ...downloaded()].find(runnable) ?? null;
}

/**
 * Finds a browser or fetches one: through Playwright, or as root from the distribution.
 * @param {string} root the checkout
 * @returns {Promise<string>}
 * @throws {Stop} when none can be had
 */
export async function ensureBrowser(root) {
	const present = findBrowser();
	if (present) return present;
	if (process.env.CHROME_PATH)
		throw new Stop(
			`CHROME_PATH ${process.env.CHROME_PATH} tidak dapat dijalankan. Tunjuk berkas Chromium yang benar.`
		);
	console.log('Memasang peramban untuk uji …');
	await run(join(root, 'node_modules/.bin/playwright'), ['install', 'chromium'], { cwd: root });
	const fetched = findBrowser();
	if (fetched) return fetched;
	if (process.getuid?.() === 0) {
		await run('apt-get', ['update'], { cwd: root });
		await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { cwd: root });
	}
	const packaged = findBrowser();
	if (packaged) return packaged;
	throw new Stop(
		'Peramban untuk uji tidak ada. Pasang dengan: sudo apt-get install chromium, atau setel CHROME_PATH.'
	);
}

/** Where Playwright keeps its downloads. */
function downloaded() {
	const cache = process.env.PLAYWRIGHT_BROWSERS_PATH || join(homedir(), '.cache/ms-playwright');
	if (!existsSync(cache)) return [];
	return readdirSync(cache)
		.filter((name) => /^chromium-\d+$/.test(name))
		.sort()
		.reverse()
		.flatMap((name) =>
			['chrome-linux64/chrome', 'chrome-linux/chrome'].map((file) => join(cache, name, file))
		);
}

/** @param {string} file */
function runnable(file) {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
