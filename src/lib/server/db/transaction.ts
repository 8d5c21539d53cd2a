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
 * story fails, when a statement failed even if the story caught that, and when the connection breaks. The COMMIT of a
 * `brief` one, which says all it has to say at once, travels along with that instead of waiting for the answers.
 */
export async function begin(
	client: Sql,
	opening: string,
	story: Story,
	{ brief = false } = {}
): Promise<unknown> {
	const { unsafe, begun, state, lost, forget } = hold(client, opening);
	let closing: ReturnType<Sql['unsafe']> | null = null;
	const close = (how: 'commit' | 'rollback') => {
		state.open = false;
		return (closing ??= unsafe(how).execute());
	};
	try {
		// One connection answers in the order it is asked; should BEGIN fail, nothing after it succeeds either.
		const told = Promise.all([story(inTransaction(unsafe, state)), begun]);
		if (brief) close('commit').catch(() => undefined);
		const [result] = await Promise.race([told, lost]);
		const { command } = await Promise.race([close('commit'), lost]);
		if (command !== 'COMMIT') throw new Error('a statement failed, so the transaction was undone');
		return result;
	} catch (error) {
		state.open = false;
		// A connection that broke needs no rollback, and its own error must not hide this one; one that was asked to commit
		// did so or rolled back, and may be somebody else's by now.
		if (!state.broken) await Promise.race([close('rollback'), lost]).catch(() => undefined);
		throw error;
	} finally {
		forget();
	}
}

/** What is known of a held connection: whether its story may still speak, and whether it broke or never came. */
interface Held {
	open: boolean;
	broken: boolean;
}

/** A statement as postgres.js hands it to a connection. */
interface Statement {
	reject(reason: Error): void;
}

/** A connection as postgres.js works with it. */
interface Line {
	/** Sends a statement; whether another one may follow at once. */
	execute(statement: Statement): unknown;
	/** Called when the line may be spoken on again, as long as a transaction is open on it; then it is given back. */
	reserved: (() => void) | null;
	onclose: ((reason: Error) => void) | null;
}

/**
 * A connection for one story alone, from `opening` to the end of its transaction, the way postgres.js holds one for its
 * own transactions (begin in its index.js). Its `reserve` is not used: who asks it for a connection that breaks while it
 * opens waits for ever. Should the connection break, `lost` rejects, and nothing more is said on it: the pool has it
 * already and may have opened it anew for somebody else.
 */
function hold(client: Sql, opening: string) {
	const state: Held = { open: true, broken: false };
	let lose: (reason: Error) => void = () => {};
	const lost = new Promise<never>((_resolve, reject) => (lose = reject));
	lost.catch(() => undefined);
	const onclose = (reason: Error) => {
		Object.assign(state, { open: false, broken: true });
		lose(reason);
	};

	const waiting: Statement[] = [];
	let line: Line | null = null;
	let free = false;
	const send = (query: Statement) => {
		if (state.broken) query.reject(new Error('the connection broke'));
		else if (line && free) free = Boolean(line.execute(query));
		else waiting.push(query);
	};
	const next = () => {
		const statement = waiting.shift();
		if (statement) line?.execute(statement);
		else free = true;
	};
	const onexecute = (executing: Line) => {
		line = executing;
		Object.assign(line, { reserved: next, onclose });
		free = true;
		for (const query of waiting.splice(0)) send(query);
	};

	const prepared = preparedIn(client);
	const unsafe = ((...statement: Parameters<Sql['unsafe']>) =>
		Object.assign(prepared(...statement), { handler: send })) as Sql['unsafe'];
	const watching: Record<string, unknown> = { onexecute };
	const begun = client.unsafe(opening, [], watching).execute();
	begun.catch(onclose);
	return {
		unsafe,
		begun,
		state,
		lost,
		/** The connection is somebody else's by now. */
		forget() {
			if (line?.onclose === onclose) line.onclose = null;
		}
	};
}

/**
 * What a story works with. It is deaf once the transaction is over: a branch of the story that goes on after another
 * one failed must not speak in the transaction, and scope, that gets the connection next.
 */
function inTransaction(
	unsafe: Sql['unsafe'],
	state: { readonly open: boolean },
	depth = 1
): TransactionClient {
	const demandOpen = () => {
		if (!state.open) throw new Error('this transaction is over');
	};
	return {
		unsafe: (...statement) => {
			demandOpen();
			const query = unsafe(...statement);
			// Sent now and not when it is awaited, so that it stands before a commit or rollback that follows.
			void query.execute();
			return query;
		},
		async savepoint(story) {
			demandOpen();
			const name = `s${depth}`;
			const saved = unsafe(`savepoint ${name}`).execute();
			try {
				const inner = inTransaction(unsafe, state, depth + 1);
				const [result] = await Promise.all([story(inner), saved]);
				await unsafe(`release savepoint ${name}`);
				return result;
			} catch (error) {
				if (state.open) await unsafe(`rollback to savepoint ${name}`);
				throw error;
			}
		}
	};
}
