import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Marks this process as the only one doing `purpose` in `directory`. The kernel drops the mark when the
 * process dies, however it dies: nothing stale can stay behind. Callers may read what the holder says of itself.
 * @param {string} purpose
 * @param {string} directory
 * @param {() => string} [describe] what a second process is told
 * @returns {Promise<(() => void) | null>} releases the mark; null when another process holds it
 */
export async function claim(purpose, directory, describe = () => String(process.pid)) {
	const address = addressOf(purpose, directory);
	const server = net.createServer((socket) => {
		socket.on('error', () => socket.destroy());
		socket.end(describe());
	});
	if (!(await listens(server, address))) {
		const abandoned = !address.startsWith('\0') && (await ask(purpose, directory)) === null;
		if (!abandoned) return null;
		rmSync(address, { force: true });
		if (!(await listens(server, address))) return null;
	}
	server.unref();
	return () => server.close();
}

/**
 * What the process that does `purpose` in `directory` says of itself, or null when there is none.
 * @param {string} purpose
 * @param {string} directory
 * @returns {Promise<string | null>}
 */
export function ask(purpose, directory) {
	return new Promise((resolve) => {
		const socket = net.connect(addressOf(purpose, directory));
		let said = '';
		socket.setEncoding('utf8');
		socket.setTimeout(1000, () => socket.destroy());
		socket.on('data', (text) => (said += text));
		socket.on('error', () => resolve(null));
		socket.on('connect', () => socket.on('close', () => resolve(said)));
	});
}

/**
 * Linux has socket names outside the file system, which vanish with their process; elsewhere a file stands in.
 * @param {string} purpose
 * @param {string} directory
 */
function addressOf(purpose, directory) {
	const key = createHash('sha256').update(realpathSync(directory)).digest('hex').slice(0, 24);
	if (process.platform === 'linux') return `\0widyapraja-${purpose}-${key}`;
	if (process.platform === 'win32') return `\\\\.\\pipe\\widyapraja-${purpose}-${key}`;
	const folder = join(tmpdir(), 'widyapraja');
	mkdirSync(folder, { recursive: true });
	return join(folder, `${purpose}-${key}`);
}

/**
 * @param {net.Server} server
 * @param {string} address
 * @returns {Promise<boolean>} false when the name is taken
 */
function listens(server, address) {
	return new Promise((resolve, reject) => {
		server.once('error', (error) => {
			if ('code' in error && error.code === 'EADDRINUSE') resolve(false);
			else reject(error);
		});
		server.listen(address, () => resolve(true));
	});
}
