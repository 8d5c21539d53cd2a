import { findSharedBand, isAwaited } from '../certification/checks.ts';
import { findPublished, type PublishedCertificate } from '../certification/certificates.ts';
import type { Pool } from '../db/connect.ts';
import { PUBLIC, readInScope } from '../db/scope.ts';
import { Refusal } from '../refusal.ts';

/**
 * What anybody who has its code may read of a certificate; `certificate` is null while it is being prepared. Refuses
 * `certificate-unknown`. `today` is `YYYY-MM-DD` in Asia/Jakarta.
 */
export function readCertificate(
	pool: Pool,
	code: string,
	today: string
): Promise<{ certificate: PublishedCertificate | null; band: string | null }> {
	return readInScope(pool, PUBLIC, async (db) => {
		const certificate = await findPublished(db, code, today);
		if (certificate) {
			const { passMark = null } = certificate.facts;
			return { certificate, band: await findSharedBand(db, code, passMark) };
		}
		if (await isAwaited(db, code)) return { certificate, band: null };
		throw new Refusal('not-found', 'certificate-unknown');
	});
}
