import { type DestinationStream, type Logger, pino } from 'pino';

/** Fields that never reach a log, at the top or one level down. */
const SECRET = ['password', 'code', 'token', 'cookie', 'authorization', 'identifier', 'email'];

/** What a database error tells of the values in a statement. */
const VALUES = ['error.params', 'error.cause.detail'];

/** NIP, NI PPPK, NIK and similar numbers, also when written in the groups of a NIP. */
const NUMBER = /(?<![0-9a-fA-F-])\d{8}[ .]?\d{6}[ .]?(?:\d[ .]?\d{1,3}|\d{2})(?![0-9a-fA-F-])/g;

/** One line of JSON per entry; a person at a terminal sees warnings only unless LOG_LEVEL says more. */
export const log: Logger = createLog(
	process.env.LOG_LEVEL || (process.stdout.isTTY ? 'warn' : 'info'),
	// Written in portions: a system call for every request would cost more than the line is worth.
	pino.destination({ sync: false, minLength: 4096, periodicFlush: 500 })
);

/** A logger that masks secrets and personal numbers wherever they stand; writes to standard output by default. */
export function createLog(level: string, destination?: DestinationStream): Logger {
	const options = {
		level,
		base: null,
		timestamp: pino.stdTimeFunctions.isoTime,
		redact: {
			paths: [...SECRET.flatMap((name) => [name, `*.${name}`]), ...VALUES],
			censor: '[dirahasiakan]'
		},
		hooks: { streamWrite: maskNumbers }
	};
	return destination ? pino(options, destination) : pino(options);
}

/** Masks on the finished line, so that no message, field or nested error escapes; the line stays valid JSON. */
function maskNumbers(line: string): string {
	return line.replace(NUMBER, (_digits, offset: number) =>
		/[:,[]$/.test(line.slice(0, offset)) && !insideText(line, offset) ? 'null' : '[nomor]'
	);
}

function insideText(line: string, offset: number): boolean {
	return (line.slice(0, offset).match(/(?<!\\)(?:\\\\)*"/g)?.length ?? 0) % 2 === 1;
}
