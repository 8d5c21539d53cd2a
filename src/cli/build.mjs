import { createHash } from 'node:crypto';
import {
	existsSync,
	readFileSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { Stop, run, waitFor } from './install.mjs';

const RECORD = 'build/.widyapraja-build';
const SOURCES = ['src', 'static', 'vite.config.ts', 'package.json', 'package-lock.json'];

/**
 * Builds the application when its sources differ from those the present build was made of. The new build
 * takes the place of the old one only when it is complete.
 * @param {string} root the checkout
 * @throws {Stop} when the build fails; the previous one is left as it was
 */
export async function ensureBuilt(root) {
	if (isBuilt(root)) return;
	const release = await waitFor('build', root, 'Menunggu pembangunan yang sedang berjalan …');
	try {
		if (!isBuilt(root)) await build(root);
	} finally {
		release();
	}
}

/** @param {string} root */
function isBuilt(root) {
	const record = join(root, RECORD);
	return existsSync(record) && readFileSync(record, 'utf8') === fingerprint(root);
}

/** @param {string} root */
async function build(root) {
	console.log('Membangun aplikasi …');
	const began = Date.now();
	const sources = fingerprint(root);
	const next = join(root, '.svelte-kit/build-next');
	rmSync(next, { recursive: true, force: true });
	const { code, output } = await run(
		join(root, 'node_modules/node/bin/node'),
		[join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
		{ cwd: root, env: { ...process.env, NODE_ENV: 'production', BUILD_DIR: next } }
	);
	if (code !== 0 || !existsSync(join(next, 'handler.js'))) {
		console.error(output.trimEnd());
		throw new Stop(
			existsSync(join(root, 'build/handler.js'))
				? 'Pembangunan gagal; keluarannya ada di atas. Hasil sebelumnya dibiarkan utuh.'
				: 'Pembangunan gagal; keluarannya ada di atas.'
		);
	}
	writeFileSync(join(next, '.widyapraja-build'), sources);
	const last = join(root, '.svelte-kit/build-last');
	rmSync(last, { recursive: true, force: true });
	if (existsSync(join(root, 'build'))) renameSync(join(root, 'build'), last);
	renameSync(next, join(root, 'build'));
	rmSync(last, { recursive: true, force: true });
	console.log(`Aplikasi terbangun dalam ${Math.round((Date.now() - began) / 1000)} detik.`);
}

/**
 * Content, not times: a fresh clone or a branch switched forth and back is not a change.
 * @param {string} root
 */
function fingerprint(root) {
	const hash = createHash('sha256');
	for (const source of SOURCES)
		for (const file of filesOf(root, source))
			hash
				.update(`${file}\0`)
				.update(readFileSync(join(root, file)))
				.update('\0');
	return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]} files at or below `path` that shape a build, in a fixed order
 */
function filesOf(root, path) {
	const found = statSync(join(root, path), { throwIfNoEntry: false });
	if (!found || path === 'src/cli' || path.endsWith('.test.ts')) return [];
	if (!found.isDirectory()) return [path];
	return readdirSync(join(root, path))
		.sort()
		.flatMap((name) => filesOf(root, `${path}/${name}`));
}
