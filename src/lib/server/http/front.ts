import compression from '@polka/compression';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { type OwnAddress, addressOf } from './address.ts';
import { dropForwarding, secureResponse } from './headers.ts';
import { sendLeftPage } from './left-page.ts';
import { refusalOf, refusePlainly, UNKNOWN_HOST, UNREADABLE } from './plain-refusal.ts';

/** What adapter-node builds: answers every request, files and pages alike. */
export type Handler = (
	request: IncomingMessage,
	response: ServerResponse,
	next: () => void
) => void | Promise<void>;

/** Headers in which the handler reads protocol and host; we set them, whatever a client sends. */
export const PROTOCOL_HEADER = 'x-widyapraja-protocol';
export const HOST_HEADER = 'x-widyapraja-host';

/** Level 4: brotli then costs about as much as gzip and saves a sixth more on a lesson. */
const compress = compression({ threshold: 1024, level: 4, brotli: true });

/** The HTTP server in front of the built application: trusted address, headers on everything, compression, limits. */
export function createFront(
	handler: Handler,
	{ own, addressHeader }: { own: OwnAddress; addressHeader?: string | undefined }
): Server {
	const https = own.origin?.protocol === 'https:';
	const front = createServer(
		{
			maxHeaderSize: 16_384,
			headersTimeout: 20_000,
			// A form of 512 KB over a line of 40 kbit/s still arrives.
			requestTimeout: 120_000,
			keepAliveTimeout: 65_000
		},
		(request, response) => {
			secureResponse(response, { https });
			if (!front.listening) response.setHeader('connection', 'close');
			const address = addressOf(request.headers.host, request.socket.localAddress, own);
			if (!address) return refusePlainly(response, UNKNOWN_HOST);
			const refusal = refusalOf(request, `${address.protocol}://${address.host}`);
			if (refusal) return refusePlainly(response, refusal);
			dropForwarding(request.headers, addressHeader);
			request.headers[PROTOCOL_HEADER] = address.protocol;
			request.headers[HOST_HEADER] = address.host;
			compress(request, response, () => {
				sendLeftPage(request, response);
				void answer(handler, request, response);
			});
		}
	);
	return front;
}

/** Stops accepting, lets requests in flight finish for at most `patience` milliseconds, then cuts them off. */
export async function closeFront(front: Server, patience: number): Promise<void> {
	const closed = new Promise((resolve) => front.close(resolve));
	const sweep = setInterval(() => front.closeIdleConnections(), 50);
	const cut = setTimeout(() => front.closeAllConnections(), patience);
	await closed;
	clearInterval(sweep);
	clearTimeout(cut);
}

async function answer(
	handler: Handler,
	request: IncomingMessage,
	response: ServerResponse
): Promise<void> {
	try {
		await handler(request, response, () => {
			response.statusCode = 404;
			response.end();
		});
	} catch {
		// Kit answers and logs what goes wrong inside it; this is a request it could not even read.
		if (response.headersSent) response.destroy();
		else refusePlainly(response, UNREADABLE);
	}
}
