import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { describe, expect, test as base } from 'vitest';
import { aPlace, freePort } from '../support/app.ts';

type Answer = { status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer };

/** One application for all that is asked of it here. */
const test = base.extend('address', { scope: 'file' }, async ({}, { onCleanup }) => {
	const place = await aPlace();
	onCleanup(place.close);
	return place.run([]).ready();
});

/** Node's own client: unlike fetch it sends whatever Host, Origin and Accept-Encoding it is told to. */
function ask(
	url: string,
	{
		method = 'GET',
		headers = {},
		body = ''
	}: { method?: string; headers?: NodeJS.Dict<string>; body?: string } = {}
): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const asked = request(url, { method, headers, agent: false }, (answer) => {
			const pieces: Buffer[] = [];
			answer.on('data', (piece: Buffer) => pieces.push(piece));
			answer.on('end', () =>
				resolve({
					status: answer.statusCode ?? 0,
					headers: answer.headers,
					body: Buffer.concat(pieces)
				})
			);
		});
		asked.on('error', reject);
		asked.end(body);
	});
}

function aBuiltFile(): string {
	const folder = 'build/client/_app/immutable/assets';
	const name = readdirSync(folder).find((file) => file.endsWith('.css'));
	return `/_app/immutable/assets/${name}`;
}

describe('every response', () => {
	test('carries the security headers, files and refusals too', async ({ address }) => {
		for (const path of ['/', aBuiltFile(), '/favicon.svg', '/tidak-ada']) {
			const { headers } = await ask(address + path);
			expect(headers, path).toMatchObject({
				'x-content-type-options': 'nosniff',
				'x-frame-options': 'DENY',
				'referrer-policy': 'strict-origin-when-cross-origin',
				'cross-origin-opener-policy': 'same-origin',
				'cross-origin-resource-policy': 'same-origin',
				'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
				'permissions-policy': expect.stringContaining('camera=()')
			});
			expect(headers).not.toHaveProperty('strict-transport-security');
		}
	});

	test('that only says “unchanged” leaves the policy of the kept page alone', async ({
		address
	}) => {
		const { headers } = await ask(`${address}/masuk`);
		const again = await ask(`${address}/masuk`, {
			headers: { 'if-none-match': String(headers.etag) }
		});
		expect(again.status).toBe(304);
		expect(again.headers).not.toHaveProperty('content-security-policy');
	});

	test('is for a name of ours, else refused', async ({ address }) => {
		const answer = await ask(address, { headers: { host: 'jahat.example' } });
		expect(answer.status).toBe(421);
		expect(answer.body.toString()).toContain('ORIGIN');
	});
});

describe('on plain http', () => {
	const form = { 'content-type': 'application/x-www-form-urlencoded' };

	test('a form from the page itself passes the check of origin, one from elsewhere does not', async ({
		address
	}) => {
		const own = await ask(address, {
			method: 'POST',
			headers: { ...form, origin: address },
			body: 'a=1'
		});
		expect(own.status).not.toBe(403);
		const foreign = await ask(address, {
			method: 'POST',
			headers: { ...form, origin: 'http://jahat.example' },
			body: 'a=1'
		});
		expect(foreign.status).toBe(403);
		expect(foreign.headers['content-type']).toBe('text/html; charset=utf-8');
		expect(foreign.body.toString()).toMatch(
			/<html lang="id">[^]*Formulir ini dikirim dari alamat lain/
		);
	});

	test('an address or a form made by hand is refused in words, and is no fault of ours', async ({
		address
	}) => {
		const sha = 'a'.repeat(64);
		const cases: [path: string, status: number, type?: string, body?: string][] = [
			['/katalog/%00', 404],
			['/katalog/a%00b', 404],
			['/katalog/..%2Fadmin', 404],
			['/belajar/%00', 404],
			['/belajar/spbe-101/%00', 404],
			['/berkas/%00/x', 404],
			[`/berkas/${sha}/%00`, 404],
			['/admin/pengguna/%00', 404],
			['/lupa-sandi/%00', 200],
			['/masuk?lanjut=%00', 200],
			['/katalog/%', 400],
			['/katalog/%ff', 400],
			['/tampilan', 415, 'application/json', '{}'],
			['/tampilan', 415, 'text/plain', 'x'],
			['/tampilan', 422, 'multipart/form-data; boundary=x', 'x'],
			['/belajar/spbe-101/silo/tempat', 415, 'application/json', '{}'],
			['/masuk', 415, 'application/json', '{}'],
			['/masuk', 422, 'multipart/form-data; boundary=x', 'x'],
			['/masuk', 422, 'application/x-www-form-urlencoded', 'identifier=%00&password=%00'],
			['/lupa-sandi/kode', 422, 'application/x-www-form-urlencoded', 'identifier=%00a&code=%00b']
		];
		for (const [path, status, type, body] of cases) {
			const headers = {
				accept: 'text/html',
				origin: address,
				...(type && { 'content-type': type })
			};
			const method = type ? 'POST' : 'GET';
			const answer = await ask(address + path, { method, headers, ...(body && { body }) });
			const text = answer.body.toString();
			expect(answer.status, `${method} ${path} ${type}`).toBe(status);
			expect(text, `${method} ${path} ${type}`).toMatch(/<html[^]*lang="id"/);
			expect(text, `${method} ${path} ${type}`).not.toContain('Kode gangguan');
		}
	});

	test('what a client claims about protocol and host changes nothing', async ({ address }) => {
		const claims = {
			'x-forwarded-proto': 'https',
			'x-forwarded-host': 'jahat.example',
			'x-widyapraja-protocol': 'https',
			'x-widyapraja-host': 'jahat.example'
		};
		const lured = await ask(address, {
			method: 'POST',
			headers: { ...form, ...claims, origin: 'https://jahat.example' },
			body: 'a=1'
		});
		expect(lured.status).toBe(403);
		const own = await ask(address, {
			method: 'POST',
			headers: { ...form, ...claims, origin: address },
			body: 'a=1'
		});
		expect(own.status).not.toBe(403);
	});

	test('a body beyond the limit is refused', async ({ address }) => {
		const { status } = await ask(address, {
			method: 'POST',
			headers: { ...form, origin: address },
			body: `a=${'x'.repeat(600_000)}`
		});
		expect([405, 413]).toContain(status);
	});
});

describe('behind a proxy with ORIGIN on https', () => {
	const test = base.extend('address', async ({}, { onCleanup }) => {
		const place = await aPlace();
		onCleanup(place.close);
		const port = await freePort();
		await place.run([], { ORIGIN: 'https://belajar.contoh.go.id', PORT: String(port) }).ready();
		return `http://127.0.0.1:${port}`;
	});

	test('strict transport is demanded and forms of that origin pass', async ({ address }) => {
		const page = await ask(address, { headers: { host: 'apa-saja' } });
		expect(page.headers['strict-transport-security']).toMatch(/max-age=31536000/);
		const form = await ask(address, {
			method: 'POST',
			headers: {
				'content-type': 'application/x-www-form-urlencoded',
				origin: 'https://belajar.contoh.go.id'
			},
			body: 'a=1'
		});
		expect(form.status).not.toBe(403);
	});
});

describe('compression', () => {
	test.for([
		['br', 'br'],
		['gzip', 'gzip'],
		['', undefined]
	] as const)(
		'a client that accepts "%s" gets %s, and caches are told',
		async ([accepts, given], { address }) => {
			for (const path of [aBuiltFile(), '/tidak-ada']) {
				const { headers, body } = await ask(address + path, {
					headers: { 'accept-encoding': accepts }
				});
				if (body.length > 1024) expect(headers['content-encoding'], path).toBe(given);
				expect(headers.vary, path).toMatch(/accept-encoding/i);
			}
		}
	);

	test('built files may be kept for ever', async ({ address }) => {
		const { headers } = await ask(address + aBuiltFile());
		expect(headers['cache-control']).toContain('immutable');
	});
});
