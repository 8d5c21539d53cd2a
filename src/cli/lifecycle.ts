import { Trouble } from '#lib/server/db/trouble.ts';

/** A system that has not stopped by then is ended as it is, in milliseconds; PostgreSQL survives that too. */
const STOP_LIMIT = 4800;

/** Registers how to stop what was just started; the last started is the first stopped. */
export type Undo = (stop: () => Promise<void>) => void;

/**
 * Runs something that lives until a signal: SIGINT, SIGTERM, the end of the process that started it, or a failure.
 * `main` returns when everything is up; it asks `gone` between its steps. A second signal changes nothing, as a
 * terminal sends Ctrl-C to this process and to the one that forwards it.
 */
export async function live(main: (undo: Undo, gone: AbortSignal) => Promise<void>): Promise<never> {
	const undos: (() => Promise<void>)[] = [];
	const gone = new AbortController();
	let end: (code: number) => void = () => {};
	const ended = new Promise<number>((resolve) => (end = resolve));
	const leave = (code: number) => {
		gone.abort();
		end(code);
		setTimeout(() => process.exit(code || 1), STOP_LIMIT);
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const)
		process.on(signal, () => leave(0));
	process.channel?.unref();
	process.on('uncaughtException', (error) => {
		report(error);
		leave(1);
	});
	// A reader of our output that went away (`npm start | head`) is no reason to stop.
	process.stdout.on('error', () => {});

	const up = main((stop) => undos.push(stop), gone.signal).catch((error: unknown) => {
		if (gone.signal.aborted) return;
		report(error);
		leave(1);
	});
	const code = await ended;
	await up;
	for (const undo of undos.reverse()) await undo().catch(report);
	process.exit(code);
}

/** Runs a command to its end: what goes wrong is one line and an exit code of its own. */
export async function finish(main: () => Promise<void>, failed = 1): Promise<never> {
	try {
		await main();
	} catch (error) {
		report(error);
		process.exit(failed);
	}
	process.exit(0);
}

/** Says in one line what went wrong; the stack only with DEBUG=1. */
function report(error: unknown): void {
	if (process.env.DEBUG) console.error(error);
	else if (error instanceof Trouble) console.error(error.message);
	else {
		const [line] = String(error instanceof Error ? error.message || error.name : error).split('\n');
		console.error(`Kesalahan tak terduga: ${line} (rincian: jalankan dengan DEBUG=1)`);
	}
}
