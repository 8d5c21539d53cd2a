import { openSigningKey } from '../certification/keys.ts';
import { findListVersion } from '../certification/list-versions.ts';
import { keyAddress } from '../certification/profile.ts';
import { signDocument } from '../certification/proof.ts';
import { findListedStatus } from '../certification/revocations.ts';
import { statusListOf } from '../certification/status-list.ts';
import type { Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';

/** Lists kept signed at once; each is some kilobytes. */
const MOST_KEPT = 50;

/**
 * How a process tells which certificates were revoked: the signed list of a name, as text, or null when there is no
 * such list. Signed anew when something was revoked since, else kept.
 */
export function statusListReader(
	pool: Pool,
	secret: string
): (list: string) => Promise<string | null> {
	const kept = new Map<string, { told: string; text: string }>();
	return async (list) => {
		const told = await withScope(pool, SYSTEM, (db) => findListVersion(db, list));
		const known = kept.get(list);
		if (told !== null && known?.told === told) return known.text;
		// Asked after its version: what comes in between is told, and asked for once more.
		const status = told && (await withScope(pool, SYSTEM, (db) => findListedStatus(db, list)));
		if (!status) return null;
		const since = status.since.getTime();
		const key = await withScope(pool, SYSTEM, (db) => openSigningKey(db, secret));
		const signer = {
			verificationMethod: keyAddress(status.issuer, key.publicKey),
			privateKey: key.privateKey
		};
		const document = await statusListOf(list, status.issuer, status.revoked, status.since);
		const at = new Date(Math.max(since, key.createdAt.getTime()));
		const text = JSON.stringify(await signDocument(document, signer, at));
		if (kept.size >= MOST_KEPT) kept.clear();
		kept.set(list, { told, text });
		return text;
	};
}
