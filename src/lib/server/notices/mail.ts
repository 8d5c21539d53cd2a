import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { and, eq, gte, inArray, isNull, lt, lte, not, sql } from 'drizzle-orm';
import { createTransport } from 'nodemailer';
import { demand, type Actor } from '../access/policy.ts';
import { record } from '../audit/entries.ts';
import type { Database, Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import type { Letter } from './letters.ts';
import { mails } from './tables.ts';

/** After so many failures a letter is given up; with the waiting times below that is about a day and a half. */
export const MOST_ATTEMPTS = 8;
/** First wait in minutes; it triples each time, up to twelve hours. */
const FIRST_WAIT = 2;
const LONGEST_WAIT = 12 * 60;
const BATCH = 20;
/** As a restore leaves what was waiting (db/backup.ts). */
const isHeld = sql`${mails.notBefore} = 'infinity'`;
/** Instead of an error: a person decided that it is not sent. */
const WITHDRAWN = 'withdrawn';

interface OutgoingMail extends Letter {
	id: string;
	recipient: string;
}

/** How letters leave the house. */
export type Transport = (mail: OutgoingMail) => Promise<void>;

/**
 * Puts letters into the outbox, in the caller's transaction; a second one `about` the same changes nothing. In `system`
 * scope.
 */
export async function queueMail(
	db: Database,
	...letters: readonly (Letter & { personId: string | null; recipient: string; about?: string })[]
): Promise<void> {
	if (letters.length === 0) return;
	await db
		.insert(mails)
		.values([...letters])
		.onConflictDoNothing({ target: mails.about });
}

/** About which of these things a letter was written already. In `system` scope. */
export async function listTold(db: Database, about: readonly string[]): Promise<Set<string>> {
	if (about.length === 0) return new Set();
	const rows = await db
		.select({ about: mails.about })
		.from(mails)
		.where(inArray(mails.about, [...about]));
	return new Set(rows.flatMap((row) => row.about ?? []));
}

/**
 * Sends what is due and returns how many letters left. Several processes may do this at once: each letter is claimed
 * by one, and claimed again only when its waiting time is over. No transaction stays open while the mail server thinks.
 */
export async function deliverDue(
	pool: Pool,
	transport: Transport,
	now = new Date()
): Promise<number> {
	let sent = 0;
	for (const mail of await claimDue(pool, now)) {
		const failure = await transport(mail).then(
			() => null,
			(error: unknown) => failureCode(error)
		);
		if (failure === null) sent++;
		const over = failure === null || mail.attempts >= MOST_ATTEMPTS;
		await withScope(pool, SYSTEM, (db) =>
			db
				.update(mails)
				.set({
					lastError: failure,
					...(failure === null && { sentAt: now }),
					...(over && { recipient: '', body: '' })
				})
				.where(eq(mails.id, mail.id))
		);
	}
	return sent;
}

/** Letters waiting, letters given up, and those held since a restore. In `system` scope. */
export async function countMails(
	db: Database
): Promise<{ waiting: number; failed: number; held: number }> {
	const unsent = isNull(mails.sentAt);
	const [waiting, failed, held] = await Promise.all([
		db.$count(mails, and(unsent, lt(mails.attempts, MOST_ATTEMPTS), not(isHeld))),
		db.$count(
			mails,
			and(
				unsent,
				gte(mails.attempts, MOST_ATTEMPTS),
				sql`${mails.lastError} is distinct from ${WITHDRAWN}`
			)
		),
		db.$count(mails, and(unsent, isHeld))
	]);
	return { waiting, failed, held };
}

/** Sends the letters that a restore held, or withdraws them for good. Returns how many. In `system` scope. */
export async function decideHeld(
	db: Database,
	officer: Actor,
	decision: 'sent' | 'withdrawn',
	now = new Date()
): Promise<number> {
	demand(officer, 'platform:administer');
	const decided = await db
		.update(mails)
		.set(
			decision === 'sent'
				? { notBefore: now, attempts: 0 }
				: {
						...{ notBefore: now, attempts: MOST_ATTEMPTS, lastError: WITHDRAWN },
						...{ recipient: '', body: '' }
					}
		)
		.where(and(isNull(mails.sentAt), isHeld))
		.returning({ id: mails.id });
	const count = decided.length;
	if (count > 0)
		await record(db, officer.personId, {
			act: decision === 'sent' ? 'held-mail-sent' : 'held-mail-withdrawn',
			detail: { count }
		});
	return count;
}

/** Sends through a mail server, `smtps://user:password@host` or `smtp://…`. */
export function smtpTransport(url: string, from: string): Transport {
	const server = createTransport(url, { from });
	return async ({ recipient, subject, body }) => {
		await server.sendMail({ to: recipient, subject, text: body });
	};
}

/** Writes letters as .eml files into a folder, for the trial: nothing leaves the machine. */
export function folderTransport(folder: string, from: string): Transport {
	const writer = createTransport(
		{ streamTransport: true, buffer: true, newline: 'windows' },
		{ from }
	);
	return async ({ id, recipient, subject, body }) => {
		const { message } = await writer.sendMail({ to: recipient, subject, text: body });
		await mkdir(folder, { recursive: true, mode: 0o700 });
		await writeFile(join(folder, `${id}.eml`), message, { mode: 0o600 });
	};
}

function claimDue(pool: Pool, now: Date): Promise<(OutgoingMail & { attempts: number })[]> {
	return withScope(pool, SYSTEM, (db) => {
		const due = db
			.select({ id: mails.id })
			.from(mails)
			.where(
				and(isNull(mails.sentAt), lte(mails.notBefore, now), lt(mails.attempts, MOST_ATTEMPTS))
			)
			.orderBy(mails.notBefore)
			.limit(BATCH)
			.for('update', { skipLocked: true });
		return db
			.update(mails)
			.set({
				attempts: sql`${mails.attempts} + 1`,
				notBefore: sql`${now.toISOString()}::timestamptz
					+ least(${FIRST_WAIT} * power(3, ${mails.attempts}), ${LONGEST_WAIT}) * interval '1 minute'`
			})
			.where(inArray(mails.id, due))
			.returning({
				id: mails.id,
				recipient: mails.recipient,
				subject: mails.subject,
				body: mails.body,
				attempts: mails.attempts
			});
	});
}

/** The code of what went wrong; the message may name the recipient, who does not belong into the record. */
function failureCode(error: unknown): string {
	const { code, responseCode } = error as { code?: string; responseCode?: number };
	return [code ?? 'unknown', responseCode].filter(Boolean).join(' ');
}
