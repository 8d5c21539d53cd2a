import { index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Acts with legal weight: append-only, ids only (no names, no numbers, no free text). */
export const auditEntries = pgTable(
	'audit_entries',
	{
		id: uuid().primaryKey().defaultRandom(),
		at: timestamp({ withTimezone: true }).notNull().defaultNow(),
		/** Who acted; null when the system did. */
		actorId: uuid(),
		act: text().notNull(),
		/** The person the act concerns, if any. */
		subjectId: uuid(),
		/** Ids and codes that say what was done. */
		detail: jsonb().$type<Record<string, string | number | null | string[]>>().notNull().default({})
	},
	(t) => [
		index('audit_entries_at_index').on(t.at),
		index('audit_entries_subject_index').on(t.subjectId, t.at)
	]
);
