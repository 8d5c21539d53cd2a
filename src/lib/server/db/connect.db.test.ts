import { once } from 'node:events';
import { connect as dial, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { describe, expect, inject } from 'vitest';
import { test } from '../../../../tests/support/database.ts';
import { connect, ping } from './connect.ts';

/** A way to the server that breaks once, when the client says its message of this number. */
async function aLine(breaking: number) {
	const { hostname, port } = new URL(inject('appUrl'));
	const sockets: Socket[] = [];
	let broken = false;
	const line = createServer((client) => {
		const server = dial(Number(port), hostname);
		sockets.push(client, server);
		let message = 0;
		client.on('data', (said) => {
			if (!broken && message++ === breaking) {
				broken = true;
				client.destroy();
			} else server.write(said);
		});
		server.on('data', (answered) => client.write(answered));
		for (const socket of [client, server]) socket.on('error', () => {});
		client.on('close', () => server.destroy());
	}).listen(0, '127.0.0.1');
	await once(line, 'listening');
	const url = new URL(inject('appUrl'));
	url.port = String((line.address() as AddressInfo).port);
	return {
		url: url.href,
		async close() {
			for (const socket of sockets) socket.destroy();
			line.close();
			await once(line, 'close');
		}
	};
}

describe('a connection', () => {
	test('that breaks while it opens fails what was asked and nothing else', async ({}) => {
		const heard: unknown[] = [];
		const hear = (reason: unknown) => heard.push(reason);
		process.on('unhandledRejection', hear);
		for (const breaking of [0, 1, 2, 3, 4]) {
			const line = await aLine(breaking);
			const db = connect(line.url, { max: 1, timeout: 3 });
			const asked = await Promise.race([
				db.transaction(ping).then(
					() => 'answered',
					() => 'failed'
				),
				pause(5000, 'silence')
			]);
			expect(['answered', 'failed'], `at message ${breaking}`).toContain(asked);
			await db.$client.end({ timeout: 0 });
			await line.close();
		}
		await pause(50);
		process.off('unhandledRejection', hear);
		expect(heard).toEqual([]);
	});

	test('reads lists as lists and writes them', async ({ db }) => {
		const [row] = await db.execute(sql`
			select array['satu', 'du"a', '{}'] as texts, array[1, 2]::integer[] as numbers, array[]::text[] as none,
				array['5f0c1f6e-3c5a-4c5e-9b39-6a4f3f0a2a11'::uuid] as ids, ${sql.param(['a,b', 'c'])}::text[] as given`);
		expect(row).toEqual({
			texts: ['satu', 'du"a', '{}'],
			numbers: [1, 2],
			none: [],
			ids: ['5f0c1f6e-3c5a-4c5e-9b39-6a4f3f0a2a11'],
			given: ['a,b', 'c']
		});
	});
});
