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
	| { act: 'person-viewed' | 'person-number-revealed'; subjectId: string };

/**
 * Adds an act to the append-only audit trail, in the caller's transaction: the act and its entry happen together or
 * not at all. `actorId` is null when the system acts.
 */
export async function record(
	db: Database,
	actorId: string | null,
	{ act, subjectId, ...rest }: Act
): Promise<void> {
	const detail = 'detail' in rest ? rest.detail : {};
	await db.insert(auditEntries).values({ actorId, act, subjectId, detail });
}
