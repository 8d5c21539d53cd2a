import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import { Refusal } from '../refusal.ts';
import { APPLICATION_ROLE, connect, type Pool } from './connect.ts';
import { extensionTrouble } from './trouble.ts';

/** Where the migrations stand, seen from the checkout. */
export const MIGRATIONS_FOLDER = 'drizzle';
/** Any constant will do; it only has to be the same everywhere. */
const MIGRATION_LOCK = 20_261_121;

interface Journal {
	entries: { when: number; tag: string }[];
}

/**
 * Brings the database up to date, as its owner and one instance at a time, and returns the names of
 * what was applied (with `dryRun`: of what would be). Also makes sure that the application's role exists
 * and that `member`, if named, may work as it.
 */
export async function migrate(
	ownerUrl: string,
	{ dryRun = false, member }: { dryRun?: boolean; member?: string } = {}
): Promise<string[]> {
	const db = connect(ownerUrl, { max: 1 });
	try {
		if (dryRun) return await listPending(db);
		await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`);
		const pending = await listPending(db);
		await createApplicationRole(db, member);
		await refuseTemporaryTables(db);
		if (pending.length > 0)
			await applyMigrations(db, { migrationsFolder: MIGRATIONS_FOLDER }).catch((error: unknown) => {
				throw extensionTrouble(error);
			});
		await showMigrations(db);
		return pending;
	} finally {
		await db.$client.end({ timeout: 5 });
	}
}

/** Names of the migrations that this version knows and the database lacks. */
export async function pendingMigrations(url: string): Promise<string[]> {
	const db = connect(url, { max: 1 });
	try {
		return await listPending(db);
	} finally {
		await db.$client.end({ timeout: 5 });
	}
}

async function listPending(db: Pool): Promise<string[]> {
	const journal = JSON.parse(
		await readFile(join(MIGRATIONS_FOLDER, 'meta', '_journal.json'), 'utf8')
	) as Journal;
	const [found] = await db.execute<{ present: boolean }>(
		sql`select to_regclass('drizzle.__drizzle_migrations') is not null as present`
	);
	if (!found?.present) return journal.entries.map((entry) => entry.tag);
	const [newest] = await db.execute<{ at: string | null }>(
		sql`select max(created_at) as at from drizzle.__drizzle_migrations`
	);
	const appliedUntil = Number(newest?.at ?? 0);
	return journal.entries.filter((entry) => entry.when > appliedUntil).map((entry) => entry.tag);
}

/** The application looks at start-up whether a migration is pending. */
async function showMigrations(db: Pool): Promise<void> {
	const role = sql.identifier(APPLICATION_ROLE);
	await db.execute(sql`grant usage on schema drizzle to ${role}`);
	await db.execute(sql`grant select on drizzle.__drizzle_migrations to ${role}`);
}

/** Makes sure that the application's role exists, as a migration's grants name it. */
export async function ensureApplicationRole(ownerUrl: string): Promise<void> {
	const db = connect(ownerUrl, { max: 1 });
	try {
		await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`);
		await createApplicationRole(db, undefined);
		await refuseTemporaryTables(db);
	} finally {
		await db.$client.end({ timeout: 5 });
	}
}

/** Roles belong to the whole cluster, so this stands here and not in a migration file. */
async function createApplicationRole(db: Pool, member: string | undefined): Promise<void> {
	const [role] = await db.execute<{ present: boolean }>(
		sql`select exists (select from pg_roles where rolname = ${APPLICATION_ROLE}) as present`
	);
	if (!role?.present) {
		await db.execute(
			sql`create role ${sql.identifier(APPLICATION_ROLE)} nologin nosuperuser nobypassrls`
		);
	}
	const grantee = member ? sql.identifier(member) : sql`current_user`;
	// Since PostgreSQL 16 whoever creates a role administers it without being able to work as it: 'usage' tells.
	const [membership] = await db.execute<{ present: boolean }>(
		sql`select pg_has_role(${member ?? sql`current_user`}, ${APPLICATION_ROLE}, 'usage') as present`
	);
	if (!membership?.present) {
		await db.execute(sql`grant ${sql.identifier(APPLICATION_ROLE)} to ${grantee}`);
	}
}

/**
 * The application never makes a temporary table, so nobody who works as it shall. Only the database's owner can say
 * so; where that is somebody else, the search paths of the definer functions protect on their own.
 */
async function refuseTemporaryTables(db: Pool): Promise<void> {
	await db.execute(sql`
		do $$
		begin
			if (select pg_has_role(datdba, 'usage') from pg_database where datname = current_database()) then
				execute format('revoke temporary on database %I from public', current_database());
			end if;
		end
		$$`);
}

/**
 * Makes sure that row-level security binds the role behind `db`: not a superuser, no BYPASSRLS, owner of no table.
 * Throws a Refusal with the reason otherwise; the application must not start then.
 */
export async function verifySeparation(db: Pool): Promise<void> {
	const [role] = await db.execute<{ name: string; unbound: boolean; owns: boolean }>(sql`
		select rolname as name, rolsuper or rolbypassrls as unbound,
			exists (select from pg_class where relowner = pg_roles.oid and relkind in ('r', 'p')) as owns
		from pg_roles where rolname = current_user`);
	if (!role || role.unbound || role.owns) {
		throw new Refusal('forbidden', 'database-role-unbound', { role: role?.name ?? '?' });
	}
}

/**
 * The name of the login behind `db` when row-level security would not bind it by itself, else null: a superuser, with
 * BYPASSRLS, or an owner of tables, who is bound only as long as they work as the application's role.
 */
export async function findLooseLogin(db: Pool): Promise<string | null> {
	const [login] = await db.execute<{ name: string }>(sql`
		select rolname as name from pg_roles
		where rolname = session_user and (
			rolsuper or rolbypassrls or exists (
				select from pg_class
				where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
					and pg_has_role(session_user, relowner, 'member')
			)
		)`);
	return login?.name ?? null;
}
