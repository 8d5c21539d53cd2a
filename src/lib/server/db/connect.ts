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
	return drizzle({ client: preparing(postgres(url, options)), casing: 'snake_case' });
}

/**
 * The same client with every statement prepared once a connection: drizzle builds the same text for the same query,
 * and planning under row-level security costs more than running it. `begin` and `savepoint` hand on such a client too.
 */
function preparing<Client extends Sql>(client: Client): Client {
	return new Proxy(client, {
		get(target, name, receiver) {
			if (name === 'unsafe') {
				return (text: string, values?: never[], how?: object) =>
					target.unsafe(text, values, { ...how, prepare: (values?.length ?? 0) > 0 });
			}
			if (name === 'begin' || name === 'savepoint') {
				const open = Reflect.get(target, name, target) as (...args: unknown[]) => unknown;
				return (...args: unknown[]) => {
					const story = args.pop() as (inner: Sql) => unknown;
					return open(...args, (inner: Sql) => story(preparing(inner)));
				};
			}
			return Reflect.get(target, name, receiver) as unknown;
		}
	});
}

/** Resolves when the database answers, rejects otherwise. */
export async function ping(db: Database): Promise<void> {
	await db.execute(sql`select 1`);
}
