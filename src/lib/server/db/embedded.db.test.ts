import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sql } from 'drizzle-orm';
import { describe, expect, inject } from 'vitest';
import { test } from '../../../../tests/support/database.ts';
import { aNumber, aPerson } from '../../../../tests/support/people.ts';
import { serves } from './server-process.ts';

const cluster = () => inject('cluster');

test('the log of PostgreSQL holds no number of anybody, not even of who works past the policies', async ({
	ownerPool
}) => {
	const number = aNumber();
	const attempt = ownerPool.transaction(async (tx) => {
		// As a restore does; under row-level security PostgreSQL keeps values to itself anyway.
		await tx.execute(sql`alter table person_numbers no force row level security`);
		for (const name of ['Satu', 'Dua']) {
			const personId = await aPerson(tx, { name });
			await tx.execute(
				sql.raw(
					`insert into person_numbers (person_id, number, kind) values ('${personId}', '${number}', 'nip')`
				)
			);
		}
	});
	await expect(attempt).rejects.toMatchObject({
		cause: { code: '23505', detail: expect.stringContaining(number) }
	});
	const said = await readFile(join(dirname(cluster()), 'postgres.log'), 'utf8');
	expect(said).toContain('person_numbers_current_unique');
	expect(said).not.toContain(number);
});

describe.for(['linux', 'darwin'] as const)(
	'a process is a server on a cluster, seen as on %s',
	(platform) => {
		test('only when it is that very one', async () => {
			const note = await readFile(join(cluster(), 'postmaster.pid'), 'utf8');
			const pid = Number.parseInt(note, 10);
			expect(serves(pid, cluster(), platform)).toBe(true);
			expect(serves(pid, dirname(cluster()), platform)).toBe(false);
			expect(serves(process.pid, cluster(), platform)).toBe(false);
			expect(serves(4_194_999, cluster(), platform)).toBe(false);
			expect(serves(Number.NaN, cluster(), platform)).toBe(false);
			expect(serves(0, cluster(), platform)).toBe(false);
		});
	}
);
