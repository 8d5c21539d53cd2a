import { index, integer, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
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
		sentAt: timestamp({ withTimezone: true }),
		/** What a letter is about that is written once, e.g. `award:CODE`; null where nothing forbids another. */
		about: text()
	},
	(t) => [
		unique('mails_about_unique').on(t.about),
		index('mails_waiting_index')
			.on(t.notBefore)
			.where(sql`sent_at is null`)
	]
);
