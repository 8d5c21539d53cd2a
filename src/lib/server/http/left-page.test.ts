import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync } from 'node:zlib';
import { get, type RequestOptions } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { closeFront, createFront, type Handler } from './front.ts';
import { leavePage } from './left-page.ts';

const page = Buffer.from(
	`<!doctype html><title>Materi</title><p>${'Satu — dua … tiga. '.repeat(200)}`
);

/** Asks a front whose application is `handler`. */
async function ask(handler: Handler, options: RequestOptions = {}) {
	const front = createFront(handler, { own: { origin: null, host: '127.0.0.1' } });
	front.listen(0, '127.0.0.1');
	await once(front, 'listening');
	onTestFinished(() => closeFront(front, 100));
	const { port } = front.address() as AddressInfo;
	const asked = get({ port, host: '127.0.0.1', ...options });
	const [response] = (await once(asked, 'response')) as [IncomingMessage];
	const body = Buffer.concat(await response.toArray());
	return { status: response.statusCode, headers: response.headers, body };
}

/** Ends its response the way adapter-node does where a Response has no body. */
const leaving: Handler = (request, response) => {
	expect(leavePage(request, page)).toBe(true);
	response.setHeader('content-type', 'text/html');
	response.setHeader('content-length', String(page.length));
	response.writeHead(200);
	response.end();
};

test('a page left with the request is what the front sends', async () => {
	const { body, headers, status } = await ask(leaving);
	expect(status).toBe(200);
	expect(body.equals(page)).toBe(true);
	expect(headers['content-length']).toBe(String(page.length));
	expect(headers['content-security-policy']).toContain("script-src 'self'");
});

test('compressed for who reads that', async () => {
	const { body, headers } = await ask(leaving, { headers: { 'accept-encoding': 'br' } });
	expect(headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
	expect(headers).not.toHaveProperty('content-length');
	expect(brotliDecompressSync(body).equals(page)).toBe(true);
});

test('without its text for who asks for headers only', async () => {
	const { body, headers } = await ask(leaving, { method: 'HEAD' });
	expect(body).toHaveLength(0);
	expect(headers['content-length']).toBe(String(page.length));
});

test('a response with a body of its own is left alone', async () => {
	const { body } = await ask((_request, response) => {
		response.writeHead(200, { 'content-type': 'text/plain' });
		response.write('sendiri ');
		response.end('saja');
	});
	expect(body.toString()).toBe('sendiri saja');
});

test('where no front stands before the application nothing is left', () => {
	expect(leavePage(undefined, page)).toBe(false);
	expect(leavePage({}, page)).toBe(false);
});
