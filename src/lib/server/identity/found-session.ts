import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Grant } from '../access/policy.ts';
import type { Database } from '../db/connect.ts';

/** What `find_session` tells of a session that may have run out: whose it is and what they may do. */
export interface FoundSession {
	label: string;
	shared: boolean;
	createdAt: Date;
	expiresAt: Date;
	person: {
		id: string;
		name: string;
		titleBefore: string;
		titleAfter: string;
		employeeKind: string;
		language: 'id' | 'en' | null;
		/** Newest edition of the privacy notice the person has read. */
		privacyEdition: string | null;
	};
	/** Agency and unit of the present post. */
	placement: { agencyId: string | null; unitId: string | null };
	grants: Grant[];
}

interface SessionRow extends Record<string, unknown> {
	person_id: string;
	created_at: string;
	expires_at: string;
	shared: boolean;
	label: string;
	name: string | null;
	title_before: string | null;
	title_after: string | null;
	employee_kind: string;
	language: 'id' | 'en' | null;
	privacy_edition: string | null;
	agency_id: string | null;
	unit_id: string | null;
	grants: Grant[];
}

/** Only the digest is stored: who reads the table cannot sign in with it. */
export function digestOf(id: string): Buffer {
	return createHash('sha256').update(id).digest();
}

/** Looks a session up; null when there is none, or its person's account is closed. */
export async function findSession(db: Database, digest: Buffer): Promise<FoundSession | null> {
	const [row] = await db.execute<SessionRow>(sql`select * from find_session(${digest})`);
	if (!row) return null;
	return {
		label: row.label,
		shared: row.shared,
		createdAt: new Date(row.created_at),
		expiresAt: new Date(row.expires_at),
		person: {
			id: row.person_id,
			name: row.name ?? '',
			titleBefore: row.title_before ?? '',
			titleAfter: row.title_after ?? '',
			employeeKind: row.employee_kind,
			language: row.language,
			privacyEdition: row.privacy_edition
		},
		placement: { agencyId: row.agency_id, unitId: row.unit_id },
		grants: row.grants
	};
}
