import { sql } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';

/**
 * What changes whenever a published list changes, cheaply asked: nothing of the list is read but what was revoked. Null
 * when there is no list of this name. In `system` scope.
 */
export async function findListVersion(db: Database, list: string): Promise<string | null> {
	// One that was revoked earlier may come in later: the last day alone does not tell.
	const [found] = await db.execute<{ version: string }>(sql`
		select concat_ws(' ', count(*), max(r.revoked_at)) as version
		from certificates c join certificate_revocations r on r.code = c.code
		where c.status_list = ${list}
		having exists (select from certificates where status_list = ${list})`);
	return found?.version ?? null;
}
