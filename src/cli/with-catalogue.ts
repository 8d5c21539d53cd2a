import { APPLICATION_ROLE, connect, type Pool } from '#lib/server/db/connect.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { withDatabase } from './database.ts';
import { demandMigrated } from './ready.ts';

/** For a short command on what is published: the database, migrated, as the application's role. */
export function withCatalogue<T>(work: (pool: Pool) => Promise<T>): Promise<T> {
	return withDatabase(async ({ ownerUrl, appUrl, external }) => {
		if (external) await demandMigrated(appUrl);
		else await migrate(ownerUrl);
		const pool = connect(appUrl, { role: APPLICATION_ROLE, max: 1 });
		try {
			return await work(pool);
		} finally {
			await pool.$client.end();
		}
	});
}
