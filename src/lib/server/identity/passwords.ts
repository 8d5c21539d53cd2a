import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Refusal } from '../refusal.ts';

const derive = promisify(argon2);

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const TAG_LENGTH = 32;

/** Fewest and most characters of a password. */
const PASSWORD_LENGTH = { least: 10, most: 128 };

export type PasswordProblem =
	| 'password-too-short'
	| 'password-too-long'
	| 'password-only-digits'
	| 'password-common'
	| 'password-personal';

/** What others may know of a person and try first. */
export interface KnownOfPerson {
	name: string;
	email?: string | null;
	number?: string | null;
}

/** Guessed first, in the form `plain` gives them; longer lists bring little against throttled guessing. */
const COMMON = new Set([
	'widyaprajacontoh',
	'katasandi',
	'katasandiku',
	'passwordku',
	'password',
	'passwordpassword',
	'adminadmin',
	'administrator',
	'qwertyuiop',
	'qwertyqwerty',
	'indonesia',
	'indonesiaraya',
	'indonesiamerdeka',
	'pegawainegeri',
	'pegawainegerisipil',
	'aparatursipilnegara',
	'bismillah',
	'bismillahirrahmanirrahim',
	'assalamualaikum',
	'alhamdulillah',
	'rahasiabanget',
	'rahasianegara',
	'sayangkamu',
	'cintaindonesia',
	'merahputih',
	'garudaindonesia',
	'pancasila',
	'abcdefghij',
	'asdfghjkl',
	'letmeinletmein',
	'welcomewelcome',
	'iloveyouiloveyou',
	'gantipassword',
	'gantikatasandi',
	'widyapraja'
]);

/** What is wrong with a new password, or null. Long and memorable is enough: no demands on kinds of characters. */
export function passwordProblem(password: string, person: KnownOfPerson): PasswordProblem | null {
	const length = [...password].length;
	if (length < PASSWORD_LENGTH.least) return 'password-too-short';
	if (length > PASSWORD_LENGTH.most) return 'password-too-long';
	const lower = password.normalize('NFKC').toLowerCase();
	if (/^[\d\s.\-+/]+$/.test(lower)) return 'password-only-digits';
	if (isPersonal(lower, person)) return 'password-personal';
	const letters = lower.replace(/[^a-z]/g, '');
	if (COMMON.has(letters) || new Set(lower).size < 4) return 'password-common';
	return null;
}

function isPersonal(password: string, { name, email, number }: KnownOfPerson): boolean {
	const words = name.toLowerCase().split(/[^\p{L}]+/u);
	const mailbox = email?.toLowerCase().split('@')[0] ?? '';
	const known = [...words, mailbox].filter((word) => word.length >= 4);
	const digits = password.replace(/\D/g, '');
	return (
		known.some((word) => password.includes(word)) ||
		(number != null && (digits.includes(number.slice(0, 8)) || digits.includes(number)))
	);
}

/** Hashes a password as argon2id in PHC form. */
export async function hashPassword(password: string): Promise<string> {
	const nonce = randomBytes(16);
	const tag = await inTurn(() => deriveTag(password, nonce, COST));
	const cost = `m=${COST.memory},t=${COST.passes},p=${COST.parallelism}`;
	return `$argon2id$v=19$${cost}$${unpadded(nonce)}$${unpadded(tag)}`;
}

/** Whether the password belongs to the hash (compared in constant time), and whether the hash should be renewed. */
export async function verifyPassword(
	password: string,
	hash: string
): Promise<{ correct: boolean; outdated: boolean }> {
	const [, m, t, p, salt, tag] =
		/^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(hash) ?? [];
	if (!m || !t || !p || !salt || !tag)
		throw new Error('a password hash is not argon2id in PHC form');
	const cost = { memory: Number(m), passes: Number(t), parallelism: Number(p) };
	const expected = Buffer.from(tag, 'base64');
	const found = await inTurn(() => deriveTag(password, Buffer.from(salt, 'base64'), cost));
	const outdated =
		cost.memory !== COST.memory ||
		cost.passes !== COST.passes ||
		cost.parallelism !== COST.parallelism;
	return { correct: timingSafeEqual(found, expected), outdated };
}

/** Does the work of a verification for an account that does not exist, so that the time taken tells nothing. */
export async function verifyNobody(password: string): Promise<void> {
	await inTurn(() => deriveTag(password, Buffer.alloc(16), COST));
}

function deriveTag(password: string, nonce: Buffer, cost: typeof COST): Promise<Buffer> {
	return derive('argon2id', {
		message: password.normalize('NFKC'),
		nonce,
		tagLength: TAG_LENGTH,
		...cost
	});
}

function unpadded(bytes: Buffer): string {
	return bytes.toString('base64').replace(/=+$/, '');
}

/** Two hashes at a time: the thread pool has four threads, and files and names must still be read. */
const MOST_AT_ONCE = 2;
/** About five seconds of waiting on a small server. */
const LONGEST_QUEUE = 100;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
	if (waiting.length >= LONGEST_QUEUE) throw new Refusal('conflict', 'sign-in-busy');
	if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
	else running++;
	try {
		return await work();
	} finally {
		const next = waiting.shift();
		if (next) next();
		else running--;
	}
}
