import { randomUUID } from 'node:crypto';
import { asc, eq, sql } from 'drizzle-orm';
import { administeredAgencies, demand, type Actor } from '../access/policy.ts';
import { record } from '../audit/entries.ts';
import type { Database } from '../db/connect.ts';
import { carriesNumber } from '../identity/numbers.ts';
import { findAgencyCoded, listAgencyCodes } from '../organisation/agencies.ts';
import { Refusal } from '../refusal.ts';
import type { CertificateFacts } from './facts.ts';
import { listIssuers } from './issuers.ts';
import { signatoryOn, type Signatory } from './signatory.ts';
import { certificateSignatories } from './tables.ts';

/** Longest post, name and place (characters): what the paper has room for. */
const LONGEST = { post: 160, name: 120, place: 60 } as const;

/** A signatory from a day on, `YYYY-MM-DD` in Asia/Jakarta. */
export interface SetSignatory extends Signatory {
	fromOn: string;
	setAt: Date;
}

/** All that was set for an organiser, in the order in which it was. In the scope of somebody signed in, or the system's. */
export function listSignatories(db: Database, organiser: string): Promise<SetSignatory[]> {
	return db
		.select({
			post: certificateSignatories.post,
			name: certificateSignatories.name,
			place: certificateSignatories.place,
			fromOn: certificateSignatories.fromOn,
			setAt: certificateSignatories.setAt
		})
		.from(certificateSignatories)
		.where(eq(certificateSignatories.organiser, organiser))
		.orderBy(asc(certificateSignatories.setAt), asc(certificateSignatories.id));
}

/** The post that signs where nobody said anything else. */
export const usualPost = (organiser: string): string => `Pimpinan ${organiser}`;

/** Who signs what an organiser awards on a day, and where. In the scope of somebody signed in, or the system's. */
export async function findSignatory(
	db: Database,
	{ code, name: organiser }: { code: string; name: string },
	on: string
): Promise<Required<Pick<CertificateFacts, 'signatory' | 'issuedIn'>>> {
	const held = signatoryOn(await listSignatories(db, code), on);
	if (!held) return { signatory: { post: usualPost(organiser), name: null }, issuedIn: null };
	const { post, name, place } = held;
	return { signatory: { post, name }, issuedIn: place };
}

/** Organisers for whom the officer says who signs, by name: their agencies; for the whole platform all there are. */
export async function listOrganisers(
	db: Database,
	officer: Actor
): Promise<{ code: string; name: string }[]> {
	demand(officer, 'signatory:set');
	const administered = administeredAgencies(officer);
	const ours = await listAgencyCodes(db, administered);
	if (administered) return ours;
	const known = new Set(ours.map(({ code }) => code));
	const others = (await listIssuers(db)).filter(({ code }) => !known.has(code));
	return [...ours, ...others].sort((one, other) => one.name.localeCompare(other.name, 'id'));
}

/**
 * Sets who signs an organiser's certificates, and where they are issued, from a day on: for what is awarded then, never
 * for what was. The same as holds from that day already changes nothing. Refuses `ability-missing`, `signatory-post`,
 * `signatory-day-past`, `signatory-long` and `signatory-number`. `today` is `YYYY-MM-DD` in Asia/Jakarta.
 */
export async function setSignatory(
	db: Database,
	administrator: Actor,
	organiser: string,
	given: Signatory & { fromOn: string },
	today: string,
	now = new Date()
): Promise<void> {
	demand(administrator, 'signatory:set', await placesOf(db, organiser));
	const { fromOn } = given;
	const signatory = {
		post: tidy(given.post) ?? '',
		name: tidy(given.name),
		place: tidy(given.place)
	};
	demandFit(signatory);
	if (fromOn < today) throw new Refusal('invalid', 'signatory-day-past');
	await db.execute(
		sql`select pg_advisory_xact_lock(hashtextextended(${`signatories:${organiser}`}, 0))`
	);
	const held = (await listSignatories(db, organiser)).findLast((one) => one.fromOn === fromOn);
	const fields = ['post', 'name', 'place'] as const;
	if (held && fields.every((field) => held[field] === signatory[field])) return;
	const id = randomUUID();
	await db.insert(certificateSignatories).values({
		...{ id, organiser, ...signatory, fromOn },
		...{ setBy: administrator.personId, setAt: now }
	});
	await record(db, administrator.personId, {
		act: 'signatory-set',
		detail: { signatory: id, organiser, fromOn }
	});
}

function demandFit(signatory: Signatory): void {
	if (signatory.post === '') throw new Refusal('invalid', 'signatory-post');
	for (const field of ['post', 'name', 'place'] as const) {
		const text = signatory[field] ?? '';
		if (text.length > LONGEST[field])
			throw new Refusal('invalid', 'signatory-long', { most: LONGEST[field], field });
		if (carriesNumber(text)) throw new Refusal('invalid', 'signatory-number', { field });
	}
}

/** Where the organiser of a code is at home: an agency of ours, or nowhere. */
async function placesOf(db: Database, organiser: string) {
	const agency = await findAgencyCoded(db, organiser);
	return agency ? [{ agencyId: agency.id, unitIds: [] }] : [];
}

const tidy = (written: string | null) =>
	written?.normalize('NFC').replace(/\s+/g, ' ').trim() || null;
