// The development server, on the same embedded database as `npm start`.
import { createServer } from 'vite';
import { live } from './lifecycle.ts';
import { openReady } from './ready.ts';
import { welcome } from './welcome.ts';

await live(async (undo, gone) => {
	const database = await openReady(undo);
	gone.throwIfAborted();
	const host = process.env.HOST || '127.0.0.1';
	const vite = await createServer({
		server: { host, port: Number(process.env.PORT || 3000), strictPort: true }
	});
	await vite.listen();
	undo(() => vite.close());
	console.log(welcome(vite.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? host, database));
});
