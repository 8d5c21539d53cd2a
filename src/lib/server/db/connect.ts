import { sql } from 'drizzle-orm';
import {
	drizzle,
	type PostgresJsDatabase,
	type PostgresJsQueryResultHKT
} from 'drizzle-orm/postgres-js';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import postgres, { type Options, type Sql } from 'postgres';

/** A pool of connections. */
export type Pool = PostgresJsDatabase<Record<string, never>> & { $client: Sql };

/** The pool or an open transaction: a verb cannot tell which. */
export type Database = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>;

/** The role the application works as: it owns nothing and passes no policy by. */
export const APPLICATION_ROLE = 'widyapraja_app';

export interface ConnectOptions {
	/** PostgreSQL role to work as after signing in (startup option `role`). */
	role?: string;
	/** Most connections at once. Default 10. */
	max?: number;
	/** Seconds to wait for a connection. Default 10. */
	timeout?: number;
}

/** Opens a pool. Nothing is sent before the first query; close it with `db.$client.end()`. */
export function connect(url: string, { role, max = 10, timeout = 10 }: ConnectOptions = {}): Pool {
	const options: Options<Record<string, never>> = {
		max,
		connect_timeout: timeout,
		onnotice: () => {},
		connection: {
			application_name: 'widyapraja',
			TimeZone: 'UTC',
			...(role && { role })
		}
	};
	return drizzle({ client: postgres(url, options), casing: 'snake_case' });
}

/** Resolves when the database answers, rejects otherwise. */
export async function ping(db: Database): Promise<void> {
	await db.execute(sql`select 1`);
}
