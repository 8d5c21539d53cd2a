import { sql } from 'drizzle-orm';
import {
	check,
	date,
	foreignKey,
	index,
	pgTable,
	text,
	timestamp,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { agencies, units } from '../organisation/tables.ts';

/** Who holds which role, where and until when. Every ASN is a learner without a grant. */
export const roleGrants = pgTable(
	'role_grants',
	{
		id: uuid().primaryKey().defaultRandom(),
		/** The person (identity.people). */
		personId: uuid().notNull(),
		role: text({
			enum: [
				'supervisor',
				'hr-officer',
				'contributor',
				'reviewer',
				'organiser',
				'leader',
				'auditor',
				'agency-admin',
				'platform-admin'
			]
		}).notNull(),
		/** Null only for roles that hold for the whole platform. */
		agencyId: uuid().references(() => agencies.id),
		/** Narrows the grant to a unit and everything below it. */
		unitId: uuid(),
		grantedBy: uuid(),
		grantedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
		/** Last day on which the grant holds, in the agency's zone. */
		endsOn: date()
	},
	(t) => [
		foreignKey({
			name: 'role_grants_unit_fk',
			columns: [t.unitId, t.agencyId],
			foreignColumns: [units.id, units.agencyId]
		}),
		index('role_grants_person_index').on(t.personId),
		check(
			'role_grants_role_known',
			sql`${t.role} in ('supervisor', 'hr-officer', 'contributor', 'reviewer', 'organiser', 'leader', 'auditor', 'agency-admin', 'platform-admin')`
		),
		check(
			'role_grants_place',
			sql`(${t.agencyId} is null) = (${t.role} = 'platform-admin') or ${t.role} in ('reviewer', 'auditor')`
		),
		check('role_grants_unit_in_agency', sql`${t.unitId} is null or ${t.agencyId} is not null`),
		check('role_grants_agency_admin_whole', sql`${t.role} <> 'agency-admin' or ${t.unitId} is null`)
	]
);

/** A grant taken back before its end: by whom and when. */
export const roleWithdrawals = pgTable('role_withdrawals', {
	grantId: uuid()
		.primaryKey()
		.references(() => roleGrants.id),
	withdrawnBy: uuid(),
	withdrawnAt: timestamp({ withTimezone: true }).notNull().defaultNow()
});

/**
 * What somebody does for one course, whichever agency they belong to: `organiser` decides on further chances and names
 * markers, `marker` marks essays. It holds while the person also holds a role that may (policy.ts).
 */
export const courseDuties = pgTable(
	'course_duties',
	{
		id: uuid().primaryKey().defaultRandom(),
		courseId: text().notNull(),
		personId: uuid().notNull(),
		duty: text({ enum: ['organiser', 'marker'] }).notNull(),
		givenBy: uuid(),
		givenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
		endedBy: uuid(),
		endedAt: timestamp({ withTimezone: true })
	},
	(t) => [
		uniqueIndex('course_duties_open_unique')
			.on(t.courseId, t.personId, t.duty)
			.where(sql`${t.endedAt} is null`),
		index('course_duties_person_index').on(t.personId),
		check('course_duties_duty_known', sql`${t.duty} in ('organiser', 'marker')`)
	]
);
