import { and, desc, eq, gt, lt, ne, sql } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { sessions } from './tables.ts';

/** A session in the list on the profile page. */
export interface OpenSession {
	label: string;
	device: string;
	shared: boolean;
	createdAt: Date;
	expiresAt: Date;
}

/** Open sessions of a person, newest first. */
export function listSessions(
	db: Database,
	personId: string,
	now = new Date()
): Promise<OpenSession[]> {
	const { label, device, shared, createdAt, expiresAt } = sessions;
	return db
		.select({ label, device, shared, createdAt, expiresAt })
		.from(sessions)
		.where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, now)))
		.orderBy(desc(sessions.createdAt));
}

/** Ends one of the person's sessions; an unknown label changes nothing. */
export async function endSession(db: Database, personId: string, label: string): Promise<void> {
	await db
		.delete(sessions)
		.where(and(eq(sessions.personId, personId), sql`${sessions.label}::text = ${label}`));
}

/** Ends every session of the person but the one named. */
export async function endOtherSessions(
	db: Database,
	personId: string,
	keptLabel: string
): Promise<void> {
	await db
		.delete(sessions)
		.where(and(eq(sessions.personId, personId), ne(sessions.label, keptLabel)));
}

/** Ends every session of the person. */
export async function endAllSessions(db: Database, personId: string): Promise<void> {
	await db.delete(sessions).where(eq(sessions.personId, personId));
}

/** Forgets sessions that have run out; a job, in `system` scope. */
export async function deleteExpired(db: Database, now = new Date()): Promise<void> {
	await db.delete(sessions).where(lt(sessions.expiresAt, now));
}
