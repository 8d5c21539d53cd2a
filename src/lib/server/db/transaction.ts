import type { Sql } from 'postgres';

/** What happens in a transaction; it settles when all is said. */
export type Story = (connection: TransactionClient) => Promise<unknown>;

/** What drizzle asks of a transaction's connection. */
export interface TransactionClient {
	unsafe(...statement: Parameters<Sql['unsafe']>): ReturnType<Sql['unsafe']>;
	savepoint(story: Story): Promise<unknown>;
}

/** `unsafe` of a client or connection, that prepares every statement with parameters. */
export const preparedIn =
	(client: Sql): Sql['unsafe'] =>
	(text, values, how) =>
		client.unsafe(text, values, { ...how, prepare: (values?.length ?? 0) > 0 });

/**
 * One transaction on a connection of its own: `opening`, the story, COMMIT. Undone, and the reason passed on, when the
 * story fails, when a statement failed even if the story caught that, and when the connection breaks.
 */
export async function begin(client: Sql, opening: string, story: Story): Promise<unknown> {
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
