import { and, desc, eq, sql } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { auditEntries } from './tables.ts';

/** Acts with legal weight. Ids and codes only: no name, no number, no free text ever enters the trail. */
export type Act =
	| {
			act: 'role-granted' | 'role-withdrawn';
			subjectId: string;
			detail: {
				grantId: string;
				role: string;
				agencyId: string | null;
				unitId: string | null;
				endsOn: string | null;
			};
	  }
	| { act: 'recovery-code-issued'; subjectId: string; detail: { expiresAt: string } }
	| { act: 'password-recovered'; subjectId: string; detail: { by: 'link' | 'code' } }
	| { act: 'password-changed'; subjectId: string }
	| { act: 'account-created' | 'account-closed' | 'account-reopened'; subjectId: string }
	| { act: 'course-published'; detail: { course: string; release: string; number: string } }
	| { act: 'person-viewed' | 'person-number-revealed'; subjectId: string };

/**
 * Adds an act to the append-only audit trail, in the caller's transaction: the act and its entry happen together or
 * not at all. `actorId` is null when the system acts.
 */
export async function record(
	db: Database,
	actorId: string | null,
	{ act, ...rest }: Act
): Promise<void> {
	await db.insert(auditEntries).values({ actorId, act, ...rest });
}

/** What was done about a person, newest first, as far as the reader may see; their own acts left out. */
export function listEntriesAbout(
	db: Database,
	personId: string,
	most: number
): Promise<{ at: Date; act: string }[]> {
	return db
		.select({ at: auditEntries.at, act: auditEntries.act })
		.from(auditEntries)
		.where(
			and(
				eq(auditEntries.subjectId, personId),
				sql`${auditEntries.actorId} is distinct from ${personId}`
			)
		)
		.orderBy(desc(auditEntries.at))
		.limit(most);
}
