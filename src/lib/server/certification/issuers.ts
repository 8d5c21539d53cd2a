import { eq } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import type { Issuer } from './credential.ts';
import { record } from '../audit/entries.ts';
import { findAgencyNamed } from '../organisation/agencies.ts';
import { Refusal } from '../refusal.ts';
import { certificateIssuers } from './tables.ts';

/**
 * Who an organiser is as an issuer: fixed by the first call, at `origin` as it then is; neither another name nor
 * another address changes it later. Refuses with `issuer-taken` whoever has the code of another: only an agency keeps its
 * code when its name changes. In `system` scope.
 */
export async function fixIssuer(
	db: Database,
	organiser: { code: string; name: string },
	origin: string,
	now = new Date()
): Promise<Issuer> {
	const identity = new URL(`/penerbit/${encodeURIComponent(organiser.code)}`, origin).href;
	const fixed = await db
		.insert(certificateIssuers)
		.values({ ...organiser, identity, fixedAt: now })
		.onConflictDoNothing({ target: certificateIssuers.code })
		.returning({ code: certificateIssuers.code });
	if (fixed.length > 0)
		await record(db, null, { act: 'issuer-fixed', detail: { code: organiser.code, identity } });
	const issuer = (await findIssuer(db, organiser.code))!;
	if (issuer.name !== organiser.name && !(await isAgency(db, organiser)))
		throw new Refusal('conflict', 'issuer-taken', { code: organiser.code });
	return issuer;
}

async function isAgency(db: Database, { code, name }: { code: string; name: string }) {
	return (await findAgencyNamed(db, name))?.code === code;
}

/** The issuer of this code, once it issued anything; else null. In any scope. */
export async function findIssuer(db: Database, code: string): Promise<Issuer | null> {
	const [issuer] = await db
		.select({ name: certificateIssuers.name, identity: certificateIssuers.identity })
		.from(certificateIssuers)
		.where(eq(certificateIssuers.code, code));
	return issuer ?? null;
}

/** Everybody who issued anything yet, as they were then named. In any scope. */
export function listIssuers(db: Database): Promise<{ code: string; name: string }[]> {
	return db
		.select({ code: certificateIssuers.code, name: certificateIssuers.name })
		.from(certificateIssuers)
		.orderBy(certificateIssuers.name);
}
