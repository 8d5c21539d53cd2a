import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect } from 'vitest';
import { prepareDataDir } from '#lib/server/db/cluster-place.ts';
import { startEmbedded } from '#lib/server/db/embedded.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { type App, serverOf, test as base } from '../support/app.ts';

/** One clear line, a code of its own, no stack trace. */
async function expectRefusal(app: App, line: RegExp): Promise<void> {
	const { code } = await app.end();
	expect(app.complaints()).toEqual([expect.stringMatching(line)]);
	expect(code).not.toBe(0);
	expect(app.said()).not.toMatch(/^\s+at /m);
}

describe('a start that cannot succeed', () => {
	base('names the port that is taken and leaves nothing running', async ({ dataDir, start }) => {
		const other = createServer().listen(0, '127.0.0.1');
		await once(other, 'listening');
		const { port } = other.address() as AddressInfo;
		await expectRefusal(start({ PORT: String(port) }), new RegExp(`Port ${port} sudah dipakai`));
		expect(serverOf(dataDir)).toBeNull();
		other.close();
	});

	base('names the instance that uses the data directory', async ({ dataDir, start }) => {
		const first = start();
		const address = await first.ready();
		await expectRefusal(start(), /sedang dipakai instans lain \(proses \d+\)/);
		await expectRefusal(
			start({ PORT: new URL(address).port }),
			/sudah berjalan pada direktori data ini/
		);
		expect((await fetch(address)).status).toBeLessThan(500);
		expect(serverOf(dataDir)).not.toBeNull();
	});

	base('says when the data directory is none', async ({ dataDir, start }) => {
		await writeFile(dataDir, 'sebuah berkas');
		await expectRefusal(start(), /bukan direktori/);
	});

	base('says when the data directory may not be read', async ({ dataDir, start }) => {
		await mkdir(dataDir, { mode: 0o000 });
		if (process.getuid?.() !== 0) return expectRefusal(start(), /tidak dapat dibaca atau ditulis/);
		// Root reads everything: look with the eyes of someone else.
		process.seteuid?.(65534);
		try {
			expect(() => prepareDataDir(dataDir)).toThrow(/tidak dapat dibaca atau ditulis/);
			expect(() => prepareDataDir(join(dataDir, 'baru'))).toThrow(
				/tidak dapat dibaca atau ditulis/
			);
		} finally {
			process.seteuid?.(0);
		}
	});

	base.for([
		['PORT', 'delapan', /PORT harus angka/],
		['ORIGIN', 'belajar.go.id', /ORIGIN harus berbentuk/],
		['HOST', '203.0.113.9', /HOST 203.0.113.9 bukan alamat mesin ini/]
	] as const)('says what is wrong with %s', async ([name, value, line], { start }) => {
		await expectRefusal(start({ [name]: value }), line);
	});
});

describe('an external database', () => {
	const test = base.extend('server', async ({ dataDir }, { onCleanup }) => {
		const server = await startEmbedded({ dataDir: join(dirname(dataDir), 'luar') });
		onCleanup(() => server.stop());
		return server;
	});

	test('that cannot be used is refused with a line for each cause, never showing the password', async ({
		server,
		start
	}) => {
		const secret = new URL(server.appUrl).password;
		const causes: [(url: URL) => void, RegExp][] = [
			[(url) => (url.port = '1'), /tidak ada PostgreSQL yang menjawab di 127.0.0.1:1/],
			[
				(url) => (url.hostname = 'tidak-ada.invalid'),
				/nama server tidak-ada.invalid tidak dikenal/
			],
			[
				(url) => (url.password = `${secret}x`),
				/kata sandi untuk pengguna widyapraja_login ditolak/
			],
			[(url) => (url.pathname = '/lain'), /basis data lain tidak ada/],
			[(url) => (url.username = 'orang'), /pengguna orang tidak diizinkan/]
		];
		for (const [spoil, line] of causes) {
			const url = new URL(server.appUrl);
			spoil(url);
			const app = start({ DATABASE_URL: url.href });
			await expectRefusal(app, line);
			expect(app.said()).not.toContain(secret);
		}
		await expectRefusal(
			start({ DATABASE_URL: 'mysql://x:y@localhost/z' }),
			/bukan alamat PostgreSQL/
		);
	});

	test('must be migrated and given a secret before it is served from', async ({
		server,
		start
	}) => {
		await expectRefusal(start({ DATABASE_URL: server.appUrl }), /npm run admin -- migrate/);
		await migrate(server.ownerUrl);
		await expectRefusal(start({ DATABASE_URL: server.appUrl }), /KEY_SECRET harus diisi/);
		const app = start({ DATABASE_URL: server.appUrl, KEY_SECRET: 'x'.repeat(32) });
		const address = await app.ready();
		expect((await fetch(address)).status).toBeLessThan(500);
		expect(app.said()).not.toContain('widyapraja-contoh');
	});
});

describe('root in a checkout that nobody else may enter', () => {
	base(
		'keeps the database in a stable place, says where, and finds it again',
		async ({ start }) => {
			if (process.getuid?.() !== 0) return;
			const closed = await mkdtemp(join(tmpdir(), 'widyapraja-tertutup-'));
			await chmod(closed, 0o700);
			const checkout = join(closed, 'widyapraja');
			await mkdir(checkout);
			const parts = ['node_modules', 'build', 'src', 'drizzle', 'courses', 'static'].filter(
				existsSync
			);
			parts.push('package.json', 'package-lock.json', 'vite.config.ts');
			await promisify(execFile)('cp', ['-al', ...parts, checkout]);
			const first = start({ DATA_DIR: undefined }, checkout);
			await first.ready();
			const { cluster } = JSON.parse(await readFile(join(checkout, '.data/location'), 'utf8')) as {
				cluster: string;
			};
			expect(cluster).toMatch(/^\/var\/lib\/widyapraja\//);
			expect(first.said()).toContain(cluster);
			first.process.kill('SIGTERM');
			await first.end();
			const second = start({ DATA_DIR: undefined }, checkout);
			await second.ready();
			expect(second.said()).not.toContain('pertama kali');
			second.process.kill('SIGTERM');
			await second.end();
			await rm(dirname(cluster), { recursive: true });
			await rm(closed, { recursive: true });
		}
	);
});
