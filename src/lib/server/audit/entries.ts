import { sql } from 'drizzle-orm';
import type { TitledName } from '../../format/names.ts';
import type { Database } from '../db/connect.ts';
import { insertRows } from '../db/rows.ts';
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
	| {
			act: 'regulation-changed';
			detail: { regulation: string; before: string; status: string; lastChecked: string };
	  }
	// Written by the restore itself (db/backup.ts).
	| { act: 'backup-restored'; detail: { series: number; madeAt: string } }
	| { act: 'restore-reviewed'; detail: { series: number } }
	| { act: 'held-mail-sent' | 'held-mail-withdrawn'; detail: { count: number } }
	| { act: 'issuer-fixed'; detail: { code: string; identity: string } }
	// Whoever asked for it on a command line is the actor where they said so; `operator` is the account it ran under. Why
	// stands with the key.
	| {
			act: 'signing-key-made';
			detail: { key: string; previous: string | null; operator: string | null };
	  }
	| {
			act: 'signing-key-revoked';
			detail: { key: string; since: string; operator: string | null };
	  }
	// Written by `correct_name` in the database.
	| { act: 'name-corrected'; subjectId: string }
	| {
			act: 'certificate-awarded' | 'certificate-issued' | 'certificate-confirmed';
			subjectId: string;
			detail: { course: string; number: string };
	  }
	| {
			act: 'certificate-revoked';
			subjectId: string;
			detail: { course: string; number: string; cause: string; replacement: string | null };
	  }
	| {
			act: 'certificate-restored';
			subjectId: string;
			detail: { course: string; number: string; restored: string };
	  }
	| { act: 'signatory-set'; detail: { signatory: string; organiser: string; fromOn: string } }
	| {
			act: 'duty-given' | 'duty-ended';
			subjectId: string;
			detail: { dutyId: string; course: string; duty: string };
	  }
	| { act: 'work-settled-unread'; subjectId: string; detail: { work: string; readings: number } }
	// Whose work it was stays out of it: the subject would be told who marked.
	| { act: 'mark-given'; detail: { work: string; mark: string } }
	| { act: 'mark-changed'; detail: { work: string; mark: string; replaces: string } }
	| { act: 'chance-granted' | 'chance-refused'; detail: { request: string; course: string } }
	| {
			act: 'time-extended' | 'time-extension-ended';
			subjectId: string;
			detail: { extensionId: string; course: string; factor: number };
	  }
	| {
			act: 'hours-approved' | 'hours-returned';
			subjectId: string;
			// Kinds of signs that the same training was recorded before, which the approval goes over.
			detail: { submission: string; version: number; signs?: string[] };
	  }
	| { act: 'hours-reversed'; subjectId: string; detail: { entry: string; mended: string | null } }
	| { act: 'hours-viewed'; subjectId: string; detail: { submission: string } }
	| { act: 'evidence-opened'; subjectId: string; detail: { evidence: string } }
	| { act: 'ledger-viewed' | 'position-exported'; subjectId: string }
	| { act: 'positions-listed'; detail: { count: number; people: string[] } }
	| {
			act: 'contract-recorded' | 'contract-struck';
			subjectId: string;
			detail: { startsOn: string };
	  }
	| { act: 'hour-rule-set'; detail: { rule: string; employeeKind: string; fromOn: string } }
	| {
			act: 'keys-mended' | 'keys-mending-undone';
			detail: {
				course: string;
				correction: string;
				questions: string[];
				from: string;
				to: string;
				undoes?: string;
			};
	  }
	| {
			act: 'attempts-regraded';
			detail: { course: string; correction: string; attempts: number };
	  }
	| {
			act: 'result-regraded';
			subjectId: string;
			detail: { attempt: string; correction: string };
	  }
	| { act: 'people-searched'; detail: { count: number; people: string[] } }
	| { act: 'person-viewed' | 'person-number-revealed'; subjectId: string };

/** An act that is about a person, who is told of it. */
export type ActOnPerson = Extract<Act, { subjectId: unknown }>['act'];

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

/** The same for one act upon many: each has an entry of its own. */
export async function recordAll(
	db: Database,
	actorId: string | null,
	acts: readonly Act[]
): Promise<void> {
	await insertRows(
		db,
		auditEntries,
		acts.map((act) => ({ actorId, ...act }))
	);
}

/** Something done about the reader by somebody else. */
export interface EntryAboutMe {
	at: Date;
	act: string;
	/** Null when the system acted. */
	actor: TitledName | null;
	/** Where the actor works now, if anywhere. */
	agency: string | null;
}

/**
 * What others did about the acting person, newest first, and who they are: row-level security hides colleagues' names,
 * so a function of the database tells them, and only to the one it was done to.
 */
export async function listEntriesAboutMe(db: Database, most: number): Promise<EntryAboutMe[]> {
	const rows = await db.execute<{
		at: string;
		act: string;
		name: string | null;
		titleBefore: string;
		titleAfter: string;
		agency: string | null;
	}>(sql`
		select at, act, actor_name as "name", actor_title_before as "titleBefore", actor_title_after as "titleAfter",
			actor_agency as "agency"
		from entries_about_me(${most})`);
	return rows.map(({ at, act, agency, name, titleBefore, titleAfter }) => ({
		at: new Date(at),
		act,
		agency,
		actor: name === null ? null : { name, titleBefore, titleAfter }
	}));
}
