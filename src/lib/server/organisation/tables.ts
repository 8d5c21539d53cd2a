import {
	check,
	date,
	foreignKey,
	index,
	pgTable,
	pgView,
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
		/** Short code used in certificate numbers, e.g. `WSB`; without points and tildes. */
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
		// A point stands in the codes of organisers that are no agency, a tilde in the names of lists.
		check('agencies_code_plain', sql`${t.code} !~ '[.~]'`),
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
		// Unit and agency together, here and wherever both are named: a unit never stands in another agency.
		foreignKey({
			name: 'units_parent_fk',
			columns: [t.parentId, t.agencyId],
			foreignColumns: [t.id, t.agencyId]
		}),
		unique('units_agency_unique').on(t.id, t.agencyId),
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
		unitId: uuid(),
		postTitle: text().notNull(),
		fromOn: date().notNull(),
		untilOn: date(),
		recordedAt: timestamp({ withTimezone: true }).notNull().defaultNow()
	},
	(t) => [
		foreignKey({
			name: 'placements_unit_fk',
			columns: [t.unitId, t.agencyId],
			foreignColumns: [units.id, units.agencyId]
		}),
		index('placements_person_index').on(t.personId),
		index('placements_agency_index').on(t.agencyId, t.unitId),
		check('placements_period_ordered', sql`${t.untilOn} is null or ${t.untilOn} >= ${t.fromOn}`)
	]
);

/** Placements that hold today by their agency's day; the database's own definition (drizzle/0001_separation.sql). */
export const currentPlacements = pgView('current_placements', {
	id: uuid().notNull(),
	personId: uuid().notNull(),
	agencyId: uuid().notNull(),
	unitId: uuid(),
	postTitle: text().notNull(),
	fromOn: date().notNull(),
	untilOn: date(),
	recordedAt: timestamp({ withTimezone: true }).notNull()
}).existing();
