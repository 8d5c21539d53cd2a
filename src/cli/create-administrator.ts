import { createInterface, type Interface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { messagesIn } from '#lib/messages/catalogue.ts';
import { APPLICATION_ROLE, connect } from '#lib/server/db/connect.ts';
import { Trouble } from '#lib/server/db/trouble.ts';
import { createAdministrator } from '#lib/server/identity/first-administrator.ts';
import { Refusal } from '#lib/server/refusal.ts';

/** Answers given on the command line; what is missing is asked for. The password is never an argument. */
export interface Answers {
	name?: string | undefined;
	email?: string | undefined;
	number?: string | undefined;
}

/** Asks for a person and makes them administrator of the platform. The password comes from the keyboard, unseen, or from standard input. */
export async function createFromTerminal(appUrl: string, given: Answers): Promise<void> {
	const terminal = openTerminal();
	const db = connect(appUrl, { role: APPLICATION_ROLE, max: 1 });
	try {
		const ask = terminal.ask;
		const name = given.name ?? (await ask('Nama tanpa gelar: '));
		const email = given.email ?? (await ask('Email dinas: '));
		const number = given.number ?? (await ask('NIP/NI PPPK (boleh kosong): '));
		const password = await terminal.askUnseen('Kata sandi, paling sedikit 10 karakter: ');
		if (password !== (await terminal.askUnseen('Ulangi kata sandi: '))) {
			throw new Trouble('Kedua kata sandi tidak sama. Tidak ada yang dibuat.');
		}
		await createAdministrator(db, { name, email, password, ...(number && { number }) });
		console.log(`Admin platform ${email} dibuat. Masuk di halaman /masuk.`);
	} catch (error) {
		throw error instanceof Refusal ? new Trouble(wordsOf(error)) : error;
	} finally {
		terminal.close();
		await db.$client.end({ timeout: 1 });
	}
}

function wordsOf({ code, params }: Refusal): string {
	return messagesIn('id').failures.codes[code]?.(params) ?? code;
}

interface Terminal {
	ask: (question: string) => Promise<string>;
	askUnseen: (question: string) => Promise<string>;
	close: () => void;
}

function openTerminal(): Terminal {
	let silent = false;
	const output = new Writable({
		write(chunk, _encoding, done) {
			if (!silent) process.stdout.write(chunk as Buffer);
			done();
		}
	});
	const terminal = process.stdin.isTTY ?? false;
	const lines = createInterface({ input: process.stdin, output, terminal });
	const next = answersOf(lines);
	const ask = async (question: string) => {
		process.stdout.write(question);
		return (await next()).trim();
	};
	return {
		ask,
		async askUnseen(question) {
			process.stdout.write(question);
			silent = true;
			const answer = await next();
			silent = false;
			process.stdout.write('\n');
			return answer;
		},
		close: () => lines.close()
	};
}

/** Lines one by one, also those that arrive before they are asked for; a closed input is an empty answer. */
function answersOf(lines: Interface): () => Promise<string> {
	const iterator = lines[Symbol.asyncIterator]();
	return async () => {
		const { value, done } = await iterator.next();
		return done ? '' : (value as string);
	};
}
