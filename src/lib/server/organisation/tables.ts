import {
	check,
	date,
	foreignKey,
	index,
	pgTable,
	text,
	timestamp,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';

/** Government agencies (instansi) and partner universities. */
export const agencies = pgTable(
	'agencies',
	{
		id: uuid().primaryKey().defaultRandom(),
		/** Short code used in certificate numbers, e.g. `WSB`. */
		code: text().notNull(),
		name: text().notNull(),
		kind: text({
			enum: ['ministry', 'agency', 'province', 'regency', 'city', 'university', 'other']
		}).notNull(),
		/** Kemendagri region code `PP` or `PP.KK`; null for central agencies and universities. */
		regionCode: text(),
		/** IANA zone in which the agency's days begin and end. */
		timeZone: text({ enum: ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] }).notNull(),
		createdAt: timestamp({ withTimezone: true }).notNull().defaultNow()
	},
	(t) => [
		unique('agencies_code_unique').on(t.code),
		check(
			'agencies_kind_known',
			sql`${t.kind} in ('ministry', 'agency', 'province', 'regency', 'city', 'university', 'other')`
		)
	]
);

/** The unit tree of an agency (unit kerja). */
export const units = pgTable(
	'units',
	{
		id: uuid().primaryKey().defaultRandom(),
		agencyId: uuid()
			.notNull()
			.references(() => agencies.id),
		parentId: uuid(),
		name: text().notNull(),
		createdAt: timestamp({ withTimezone: true }).notNull().defaultNow()
	},
	(t) => [
		foreignKey({ name: 'units_parent_fk', columns: [t.parentId], foreignColumns: [t.id] }),
		unique('units_parent_name_unique').on(t.agencyId, t.parentId, t.name).nullsNotDistinct(),
		index('units_parent_index').on(t.parentId)
	]
);

/** A person's post in a unit for a period; transfers are dated facts. Holds ids and the post's title, no name. */
export const placements = pgTable(
	'placements',
	{
		id: uuid().primaryKey().defaultRandom(),
		/** The person (identity.people); no key across rooms that stand above. */
		personId: uuid().notNull(),
		agencyId: uuid()
			.notNull()
			.references(() => agencies.id),
		unitId: uuid().references(() => units.id),
		postTitle: text().notNull(),
		fromOn: date().notNull(),
		untilOn: date(),
		recordedAt: timestamp({ withTimezone: true }).notNull().defaultNow()
	},
	(t) => [
		index('placements_person_index').on(t.personId),
		index('placements_agency_index').on(t.agencyId, t.unitId),
		check('placements_period_ordered', sql`${t.untilOn} is null or ${t.untilOn} >= ${t.fromOn}`)
	]
);
