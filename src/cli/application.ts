import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Trouble } from '#lib/server/db/trouble.ts';
import { HOST_HEADER, type Handler, PROTOCOL_HEADER } from '#lib/server/http/front.ts';

/**
 * The built application, to be put behind a front of ours. It reads the environment as it stands now.
 * @throws Trouble when there is no build
 */
export async function loadApplication(): Promise<Handler> {
	const file = resolve('build/handler.js');
	if (!existsSync(file)) throw new Trouble('Aplikasi belum dibangun. Jalankan lewat: npm start');
	Object.assign(process.env, {
		NODE_ENV: 'production',
		// The most any form may carry; most pages take far less (http/body-limit.ts).
		BODY_SIZE_LIMIT: process.env.BODY_SIZE_LIMIT || '16M',
		PROTOCOL_HEADER,
		HOST_HEADER
	});
	delete process.env.PORT_HEADER;
	const { handler } = (await import(pathToFileURL(file).href)) as { handler: Handler };
	return handler;
}
