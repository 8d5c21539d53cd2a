import { index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';

/** Mail waiting to be sent. A sent letter's address and text are emptied; the row stays. */
export const mails = pgTable(
	'mails',
	{
		id: uuid().primaryKey().defaultRandom(),
		personId: uuid(),
		recipient: text().notNull(),
		subject: text().notNull(),
		body: text().notNull(),
		createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
		notBefore: timestamp({ withTimezone: true }).notNull().defaultNow(),
		attempts: integer().notNull().default(0),
		lastError: text(),
		sentAt: timestamp({ withTimezone: true })
	},
	(t) => [
		index('mails_waiting_index')
			.on(t.notBefore)
			.where(sql`sent_at is null`)
	]
);
