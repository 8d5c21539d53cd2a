import { sql } from 'drizzle-orm';
import {
	drizzle,
	PostgresJsSession,
	PostgresJsTransaction,
	type PostgresJsDatabase,
	type PostgresJsQueryResultHKT
} from 'drizzle-orm/postgres-js';
import { PgDialect, type PgDatabase } from 'drizzle-orm/pg-core';
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
			begin(pool.$client, opening, async (connection) => {
				const query = connection.unsafe(...statement);
				return inArrays ? query.values() : query;
			});
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

type Story = (connection: TransactionClient) => Promise<unknown>;

/** What drizzle asks of a transaction's connection. */
interface TransactionClient {
	unsafe(...statement: Parameters<Sql['unsafe']>): ReturnType<Sql['unsafe']>;
	savepoint(story: Story): Promise<unknown>;
}

const preparedIn =
	(client: Sql): Sql['unsafe'] =>
	(text, values, how) =>
		client.unsafe(text, values, { ...how, prepare: (values?.length ?? 0) > 0 });

async function begin(client: Sql, opening: string, story: Story): Promise<unknown> {
	const { connection, state, watching, lost, release } = await hold(client);
	try {
		// One connection answers in the order it is asked; should BEGIN fail, nothing after it succeeds either.
		const begun = connection.unsafe(opening, [], watching).execute();
		const told = Promise.all([story(inTransaction(connection, state)), begun]);
		const [result] = await Promise.race([told, lost]);
		state.open = false;
		const { command } = await Promise.race([connection.unsafe('commit'), lost]);
		if (command !== 'COMMIT') throw new Error('a statement failed, so the transaction was undone');
		return result;
	} catch (error) {
		state.open = false;
		// A connection that broke needs no rollback, and its own error must not hide this one.
		if (!state.broken)
			await Promise.race([connection.unsafe('rollback'), lost]).catch(() => undefined);
		throw error;
	} finally {
		release();
	}
}

/** What is known of a held connection: whether its story may still speak, and whether it broke. */
interface Held {
	open: boolean;
	broken: boolean;
}

/**
 * A connection for one story alone. Should it break, `lost` rejects, and it may neither be spoken on nor given back: the
 * pool has it already and may have opened it anew for somebody else. `watching` goes with the first statement.
 */
async function hold(client: Sql) {
	const connection = await client.reserve();
	const state: Held = { open: true, broken: false };
	let lose: (reason: Error) => void = () => {};
	const lost = new Promise<never>((_resolve, reject) => (lose = reject));
	lost.catch(() => undefined);
	let line: { onclose: ((reason: Error) => void) | null } | undefined;
	// postgres.js tells its own transactions in this way which connection they got (begin in its index.js).
	const onexecute = (executing: NonNullable<typeof line>) => {
		line = executing;
		line.onclose = (reason) => {
			Object.assign(state, { open: false, broken: true });
			lose(reason);
		};
		return true;
	};
	return {
		connection,
		state,
		lost,
		watching: { onexecute } as Record<string, unknown>,
		release() {
			if (state.broken) return;
			if (line) line.onclose = null;
			connection.release();
		}
	};
}

/**
 * What a story works with. It is deaf once the transaction is over: a branch of the story that goes on after another
 * one failed must not speak in the transaction, and scope, that gets the connection next.
 */
function inTransaction(
	connection: Sql,
	state: { readonly open: boolean },
	depth = 1
): TransactionClient {
	const demandOpen = () => {
		if (!state.open) throw new Error('this transaction is over');
	};
	const prepared = preparedIn(connection);
	return {
		unsafe: (...statement) => {
			demandOpen();
			const query = prepared(...statement);
			// Sent now and not when it is awaited, so that it stands before a commit or rollback that follows.
			void query.execute();
			return query;
		},
		async savepoint(story) {
			demandOpen();
			const name = `s${depth}`;
			const saved = connection.unsafe(`savepoint ${name}`).execute();
			try {
				const inner = inTransaction(connection, state, depth + 1);
				const [result] = await Promise.all([story(inner), saved]);
				await connection.unsafe(`release savepoint ${name}`);
				return result;
			} catch (error) {
				if (state.open) await connection.unsafe(`rollback to savepoint ${name}`);
				throw error;
			}
		}
	};
}

/** Resolves when the database answers, rejects otherwise. */
export async function ping(db: Database): Promise<void> {
	await db.execute(sql`select 1`);
}
