import { sql } from 'drizzle-orm';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { test } from '../../../../tests/support/database.ts';
import { anOfficer } from '../../../../tests/support/people.ts';
import type { Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { recoveryLetter } from './letters.ts';
import {
	countMails,
	decideHeld,
	deliverDue,
	folderTransport,
	MOST_ATTEMPTS,
	queueMail
} from './mail.ts';
import { mails } from './tables.ts';

const NOW = new Date('2027-01-01T00:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

/** An outbox with exactly these letters. */
async function outboxWith(pool: Pool, count: number): Promise<void> {
	await deliverDue(pool, async () => {}, new Date('2099-01-01'));
	await withScope(pool, SYSTEM, async (db) => {
		for (let i = 0; i < count; i++) {
			const letter = { subject: `Surat ${i}`, body: 'Isi' };
			await queueMail(db, { personId: null, recipient: `orang${i}@contoh.go.id`, ...letter });
		}
	});
}

const unsent = (pool: Pool) =>
	withScope(pool, SYSTEM, async (db) =>
		(await db.select().from(mails)).filter(({ sentAt }) => sentAt === null)
	);

test('a letter is sent once, and then neither address nor text remain', async ({ pool }) => {
	await outboxWith(pool, 1);
	const sent: string[] = [];
	const transport = async ({ recipient }: { recipient: string }) => {
		sent.push(recipient);
	};
	expect(await deliverDue(pool, transport, NOW)).toBe(1);
	expect(await deliverDue(pool, transport, later(60))).toBe(0);
	expect(sent).toEqual(['orang0@contoh.go.id']);
	const rows = await withScope(pool, SYSTEM, (db) => db.select().from(mails));
	expect(JSON.stringify(rows)).not.toContain('contoh.go.id');
});

test('two processes share the outbox without sending anything twice', async ({ pool }) => {
	await outboxWith(pool, 15);
	const sent: string[] = [];
	const transport = async ({ recipient }: { recipient: string }) => {
		sent.push(recipient);
	};
	await Promise.all([1, 2, 3].map(() => deliverDue(pool, transport, NOW)));
	expect(sent).toHaveLength(15);
	expect(new Set(sent).size).toBe(15);
});

test('a failing letter waits longer each time, and is given up without keeping the address', async ({
	pool
}) => {
	await outboxWith(pool, 1);
	let tries = 0;
	const failing = async () => {
		tries++;
		throw Object.assign(new Error('orang0@contoh.go.id rejected'), {
			code: 'EENVELOPE',
			responseCode: 550
		});
	};
	await deliverDue(pool, failing, NOW);
	await deliverDue(pool, failing, later(1));
	expect(tries).toBe(1);
	await deliverDue(pool, failing, later(2));
	await deliverDue(pool, failing, later(7));
	expect(tries).toBe(2);
	for (let i = 0; i < 10; i++) await deliverDue(pool, failing, later(10_000 * (i + 1)));
	expect(tries).toBe(MOST_ATTEMPTS);
	expect(await unsent(pool)).toMatchObject([
		{ recipient: '', body: '', lastError: 'EENVELOPE 550' }
	]);
	const counts = await withScope(pool, SYSTEM, countMails);
	expect(counts).toEqual({ waiting: 0, failed: 1, held: 0 });
});

test('without a mail server a letter becomes a file that mail programs open', async ({ pool }) => {
	await outboxWith(pool, 0);
	const folder = await mkdtemp(join(tmpdir(), 'widyapraja-mail-'));
	const letter = recoveryLetter('id', {
		name: 'Siti',
		link: 'http://127.0.0.1:3000/lupa-sandi/abc',
		minutes: 30
	});
	await withScope(pool, SYSTEM, (db) =>
		queueMail(db, { personId: null, recipient: 'siti@contoh.go.id', ...letter })
	);
	await deliverDue(pool, folderTransport(join(folder, 'mail'), 'Widyapraja <a@contoh.go.id>'), NOW);
	const [file] = await readdir(join(folder, 'mail'));
	const text = await readFile(join(folder, 'mail', file!), 'utf8');
	expect(text).toContain('To: siti@contoh.go.id');
	expect(text).toContain('http://127.0.0.1:3000/lupa-sandi/abc');
	expect((await stat(join(folder, 'mail', file!))).mode & 0o077).toBe(0);
	await rm(folder, { recursive: true });
});

test.for([
	['sent', 2],
	['withdrawn', 0]
] as const)(
	'letters held by a restore wait until a person decides: %s',
	async ([decision, leave], { pool }) => {
		await outboxWith(pool, 2);
		await withScope(pool, SYSTEM, (db) =>
			db.execute(
				sql`update mails set not_before = 'infinity' where sent_at is null and recipient <> ''`
			)
		);
		const transport = async () => {};
		expect(await deliverDue(pool, transport, later(60 * 24 * 365 * 50))).toBe(0);
		const { held, failed } = await withScope(pool, SYSTEM, countMails);
		expect(held).toBe(2);
		await withScope(pool, SYSTEM, async (db) => {
			const officer = await anOfficer(db, 'reviewer');
			await expect(decideHeld(db, officer, decision)).rejects.toMatchObject({
				reason: 'forbidden'
			});
			const administrator = await anOfficer(db, 'platform-admin');
			expect(await decideHeld(db, administrator, decision, NOW)).toBe(2);
			expect(await decideHeld(db, administrator, decision, NOW)).toBe(0);
		});
		expect(await withScope(pool, SYSTEM, countMails)).toMatchObject({ held: 0, failed });
		expect(await deliverDue(pool, transport, NOW)).toBe(leave);
	}
);
