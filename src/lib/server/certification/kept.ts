import { sql } from 'drizzle-orm';
import type { TitledName } from '../../format/names.ts';
import { demand, type Actor } from '../access/policy.ts';
import type { Database } from '../db/connect.ts';
import { Refusal } from '../refusal.ts';
import { stateOf, type AwardState, type Cause } from './award-state.ts';
import type { AwardFacts } from './awards.ts';
import { readCode } from './code.ts';
import { actsOn, type KeepingAct } from './keeping.ts';

/** A certificate in the list of those who keep it. */
export interface KeptRow {
	code: string;
	number: string;
	organiser: string;
	course: { title: string; language: string };
	holder: TitledName;
	state: AwardState;
	awardedAt: Date;
}

/** One certificate as those see it who keep it: what it certifies, never a number of the holder or a score. */
export interface KeptCertificate {
	code: string;
	number: string;
	personId: string;
	facts: Omit<AwardFacts, 'score'>;
	/** As on the certificate, or as it would be written. */
	holder: TitledName;
	/** As it stands in the holder's record now. */
	recorded: TitledName | null;
	state: AwardState;
	awardedAt: Date;
	confirmedAt: Date | null;
	issuedAt: Date | null;
	/** `by` is null where the name was erased. */
	revocation: {
		cause: Cause;
		reason: string;
		revokedAt: Date;
		by: TitledName | null;
		replacedBy: string | null;
	} | null;
	restoration: { reason: string; restoredAt: Date; by: TitledName | null } | null;
	/** The one it follows, and the one that follows it. */
	previous: { code: string; number: string } | null;
	next: { code: string; number: string } | null;
	/** Whether it is the reader's own, about which they decide nothing. */
	own: boolean;
	/** What may be done with it now. */
	acts: KeepingAct[];
}

/**
 * Certificates of the organisers that the officer works for, the newest first: all, or those with the typed code or with
 * what was typed in their number. `today` is `YYYY-MM-DD` in Asia/Jakarta. In the officer's scope.
 */
export async function listKept(
	db: Database,
	officer: Actor,
	typed: string,
	{ limit, offset }: { limit: number; offset: number },
	today: string
): Promise<{ rows: KeptRow[]; every: number }> {
	demand(officer, 'certificate:keep');
	const part = readCode(typed) ?? typed.normalize('NFKC').replace(/\s/g, '').toUpperCase();
	const rows = await db.execute<{
		code: string;
		number: string;
		organiser: string;
		course: string;
		courseLanguage: string;
		validUntil: string | null;
		holder: TitledName;
		awardedAt: string;
		confirmedAt: string | null;
		issuedAt: string | null;
		cause: Cause | null;
		every: string;
	}>(sql`
		select code, number, organiser, course, course_language as "courseLanguage", valid_until as "validUntil", holder,
			awarded_at as "awardedAt", confirmed_at as "confirmedAt", issued_at as "issuedAt", cause, every
		from kept_certificates(${part.slice(0, 100)}, ${limit}, ${offset})`);
	return {
		every: Number(rows[0]?.every ?? 0),
		rows: rows.map(({ code, number, organiser, holder, validUntil, cause, ...row }) => ({
			...{ code, number, organiser, holder },
			course: { title: row.course, language: row.courseLanguage },
			awardedAt: new Date(row.awardedAt),
			state: stateOf(
				{
					confirmedAt: dateOf(row.confirmedAt),
					issuedAt: dateOf(row.issuedAt),
					validUntil,
					revocation: cause && { cause }
				},
				today
			)
		}))
	};
}

/**
 * One of them; refuses with `award-unknown` those of other organisers and those that do not exist, alike. In the officer's
 * scope.
 */
export async function readKept(
	db: Database,
	officer: Actor,
	code: string,
	today: string
): Promise<KeptCertificate> {
	demand(officer, 'certificate:keep');
	const [found] = await db.execute<{
		code: string;
		number: string;
		personId: string;
		own: boolean;
		facts: KeptCertificate['facts'];
		holder: TitledName;
		recorded: TitledName | null;
		awardedAt: string;
		confirmedAt: string | null;
		issuedAt: string | null;
		cause: Cause | null;
		reason: string | null;
		revokedAt: string | null;
		revokedBy: TitledName | null;
		previous: { code: string; number: string } | null;
		next: { code: string; number: string } | null;
		restorationReason: string | null;
		restoredAt: string | null;
		restoredBy: TitledName | null;
	}>(sql`
		select code, number, person_id as "personId", own, facts, holder, recorded, awarded_at as "awardedAt",
			confirmed_at as "confirmedAt", issued_at as "issuedAt", cause, reason, revoked_at as "revokedAt",
			revoked_by as "revokedBy", previous, next, restoration_reason as "restorationReason",
			restored_at as "restoredAt", restored_by as "restoredBy"
		from kept_certificate(${code})`);
	if (!found) throw new Refusal('not-found', 'award-unknown');
	const { number, personId, own, facts, holder, recorded, previous, next, cause } = found;
	const times = {
		confirmedAt: dateOf(found.confirmedAt),
		issuedAt: dateOf(found.issuedAt)
	};
	const { revokedAt, restoredAt } = found;
	const revocation = cause && {
		...{ cause, reason: found.reason ?? '', revokedAt: new Date(revokedAt ?? 0) },
		...{ by: found.revokedBy, replacedBy: cause === 'replaced' ? (next?.code ?? null) : null }
	};
	const state = stateOf({ ...times, validUntil: facts.validUntil, revocation }, today);
	return {
		...{ code: found.code, number, personId, own, facts, holder, recorded, previous, next },
		...{ state, awardedAt: new Date(found.awardedAt), ...times, revocation },
		restoration: restoredAt
			? {
					reason: found.restorationReason ?? '',
					restoredAt: new Date(restoredAt),
					by: found.restoredBy
				}
			: null,
		acts: own ? [] : actsOn({ state, validUntil: facts.validUntil, followed: next !== null }, today)
	};
}

const dateOf = (at: string | null) => (at === null ? null : new Date(at));
