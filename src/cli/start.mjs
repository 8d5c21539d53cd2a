// The entry of every command. Plain JavaScript with built-ins only: it runs on the Node a machine happens to
// have (20 or later), sees to packages and build, and hands over to the Node 24 among the packages.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { Stop, ensureInstalled } from './install.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const [mode, ...rest] = process.argv.slice(2);

try {
	process.exitCode = await main();
} catch (error) {
	if (!(error instanceof Stop) || process.env.DEBUG) console.error(error);
	else console.error(error.message);
	process.exitCode = error instanceof Stop ? error.code : 1;
}

async function main() {
	demandNode();
	await ensureInstalled(root);
	if (mode === '--run' && rest[0]) return handOver(rest[0], rest.slice(1));
	if (mode === '--dev') return handOver('src/cli/dev.ts', rest);
	await ensureBuilt(root);
	return handOver('src/cli/server.ts', process.argv.slice(2));
}

function demandNode() {
	const [major] = process.versions.node.split('.');
	if (Number(major) < 20)
		throw new Stop(`Widyapraja memerlukan Node 20 atau lebih baru; yang ada ${process.version}.`);
}

/**
 * Runs a command under Node 24 in this terminal until it ends. The channel between the two tells the command
 * when this process is gone, so that it stops too instead of living on unseen.
 * @param {string} file
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
function handOver(file, args) {
	const dotenv = existsSync(join(root, '.env')) ? [`--env-file=${join(root, '.env')}`] : [];
	const child = spawn(
		join(root, 'node_modules/node/bin/node'),
		// Most of what a request makes dies with it: a roomier nursery halves the time spent collecting it.
		['--disable-warning=ExperimentalWarning', '--max-semi-space-size=32', ...dotenv, file, ...args],
		{
			cwd: root,
			stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
			env: { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}` }
		}
	);
	// A terminal sends Ctrl-C to the whole group; the command ignores whatever comes after the first signal.
	process.on('SIGINT', () => child.kill('SIGINT'));
	process.on('SIGTERM', () => child.kill('SIGTERM'));
	process.on('SIGHUP', () => child.kill('SIGTERM'));
	const watch = watchNpm(() => child.kill('SIGTERM'));
	return new Promise((resolve) => {
		child.on('error', (error) => {
			console.error(
				`Node 24 tidak dapat dijalankan: ${error.message}. Hapus node_modules, lalu ulangi.`
			);
			resolve(1);
		});
		child.on('exit', (code, signal) => {
			clearInterval(watch);
			resolve(code ?? (signal === 'SIGKILL' ? 137 : 1));
		});
	});
}

/**
 * npm killed outright takes nobody with it: notice, so that nothing is left running.
 * @param {() => void} gone
 */
function watchNpm(gone) {
	const began = startedBy();
	return setInterval(() => {
		if (process.env.npm_lifecycle_event && startedBy() !== began) gone();
	}, 500);
}

/** The processes between us and npm: npm starts a shell, which may stay or become us. */
function startedBy() {
	const parent = `/proc/${process.ppid}`;
	try {
		if (!/^(sh|dash|bash|ash|busybox)$/.test(readFileSync(`${parent}/comm`, 'utf8').trim()))
			return `${process.ppid}`;
		const status = readFileSync(`${parent}/status`, 'utf8');
		return `${process.ppid} ${/^PPid:\s*(\d+)/m.exec(status)?.[1]}`;
	} catch {
		// No /proc (not Linux), or the parent just ended: then the number alone tells.
		return `${process.ppid}`;
	}
}
