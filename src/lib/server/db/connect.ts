import { sql } from 'drizzle-orm';
import {
	drizzle,
	PostgresJsSession,
	PostgresJsTransaction,
	type PostgresJsDatabase,
	type PostgresJsQueryResultHKT
} from 'drizzle-orm/postgres-js';
import { makePgArray, parsePgArray, PgDialect, type PgDatabase } from 'drizzle-orm/pg-core';
import postgres, { type Options, type PostgresType, type Sql } from 'postgres';
import { begin, preparedIn, type Story, type TransactionClient } from './transaction.ts';

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

const asTexts = (written: string) => parsePgArray(written) as string[];
const asNumbers = (written: string) => asTexts(written).map(Number);

/** Drizzle writes the lists of its columns itself. */
const written = (list: unknown) => (Array.isArray(list) ? makePgArray(list) : list);

/** The lists there are in our tables and statements, by the numbers that PostgreSQL gives their types. */
const LISTS: Record<string, PostgresType> = Object.fromEntries(
	[
		{ type: 1009, parse: asTexts },
		{ type: 1015, parse: asTexts },
		{ type: 2951, parse: asTexts },
		{ type: 1007, parse: asNumbers }
	].map(({ type, parse }) => [type, { to: type, from: [type], serialize: written, parse }])
);

/** Opens a pool. Nothing is sent before the first query; close it with `db.$client.end()`. */
export function connect(url: string, { role, max = 10, timeout = 10 }: ConnectOptions = {}): Pool {
	const options: Options<typeof LISTS> = {
		max,
		connect_timeout: timeout,
		// What a connection would ask first: broken off there, postgres.js lets whoever waits for it wait for ever.
		fetch_types: false,
		types: LISTS,
		onnotice: () => {},
		connection: {
			application_name: 'widyapraja',
			TimeZone: 'UTC',
			...(role && { role })
		}
	};
	return drizzle({ client: preparing(postgres(url, options)), casing: 'snake_case' });
}

const dialect = new PgDialect({ casing: 'snake_case' });

/**
 * A transaction that `opening` begins: `begin` and whatever else must hold for all of it, sent as one message ahead of
 * the story's first statements. The caller vouches for its text; no value of a request belongs into it unchecked.
 */
export async function transact<Result>(
	pool: Pool,
	opening: string,
	story: (db: Database) => Promise<Result>
): Promise<Result> {
	const result = await begin(pool.$client, opening, (connection) => story(speaking(connection)));
	return result as Result;
}

/**
 * For a story that reads and often need not: each of its statements is a transaction of its own, begun by `opening`,
 * and nothing is opened before something is asked. Under READ COMMITTED each statement has its own view of the data in
 * any case. `opening` says `read only`.
 */
export function readings<Result>(
	pool: Pool,
	opening: string,
	story: (db: Database) => Promise<Result>
): Promise<Result> {
	const unsafe: TransactionClient['unsafe'] = (...statement) => {
		const ask = (inArrays: boolean) =>
			begin(
				pool.$client,
				opening,
				async (connection) => {
					const query = connection.unsafe(...statement);
					return inArrays ? query.values() : query;
				},
				{ brief: true }
			);
		return {
			then: (done, failed) => ask(false).then(done as never, failed),
			values: () => ask(true)
		} as ReturnType<Sql['unsafe']>;
	};
	const savepoint = () => Promise.reject(new Error('a reading story opens no transaction'));
	return story(speaking({ unsafe, savepoint }));
}

/** Drizzle over this connection. Its types know only their own way here; what it uses is TransactionClient. */
function speaking(connection: TransactionClient): Database {
	const session = new PostgresJsSession(connection as never, dialect, undefined);
	const transaction = new PostgresJsTransaction(dialect, session as never, undefined);
	return transaction as unknown as Database;
}

/**
 * The same client with two habits. Every statement with parameters is prepared once a connection: drizzle builds the
 * same text for the same query, and planning under row-level security costs more than running it. And a
 * transaction's BEGIN travels with its first statements instead of being waited for.
 */
function preparing<Client extends Sql>(client: Client): Client {
	return new Proxy(client, {
		get(target, name, receiver) {
			if (name === 'unsafe') return preparedIn(target);
			if (name === 'begin') return (story: Story) => begin(target, 'begin', story);
			return Reflect.get(target, name, receiver) as unknown;
		}
	});
}

/** Resolves when the database answers, rejects otherwise. */
export async function ping(db: Database): Promise<void> {
	await db.execute(sql`select 1`);
}
