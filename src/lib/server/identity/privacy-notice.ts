import type { Database } from '../db/connect.ts';
import { privacyAcknowledgements } from './tables.ts';

/** The edition of the privacy notice in use. A new edition is shown once to everybody; editions sort by date. */
export const PRIVACY_EDITION = '2026-11-24';

/** Notes that the person has read the edition in use. Once more changes nothing. */
export async function acknowledge(db: Database, personId: string): Promise<void> {
	await db
		.insert(privacyAcknowledgements)
		.values({ personId, edition: PRIVACY_EDITION })
		.onConflictDoNothing();
}
