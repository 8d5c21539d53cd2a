import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { expect } from 'vitest';
import { test } from '../../../../tests/support/database.ts';
import { insertRows } from './rows.ts';

const parcels = pgTable('parcels', { id: integer().primaryKey(), note: text() });

test('rows of different shapes are refused before anything is written', async ({ db }) => {
	const rows = [{ id: 1 }, { id: 2, note: 'would be lost' }];
	await expect(insertRows(db, parcels, rows)).rejects.toThrow(/different shapes.*parcels/);
});
