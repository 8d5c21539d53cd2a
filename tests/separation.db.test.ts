import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { describe, expect, inject } from 'vitest';
import { ROLES } from '#lib/server/access/policy.ts';
import { APPLICATION_ROLE, connect, type Database } from '#lib/server/db/connect.ts';
import { findLooseLogin, migrate, verifySeparation } from '#lib/server/db/migrate.ts';
import { DATA_MAP } from '#lib/server/privacy/data-map.ts';
import { publish } from '#lib/server/catalog/publish.ts';
import { publishRegistries } from '#lib/server/catalog/registry.ts';
import { PUBLIC, SYSTEM, type Scope } from '#lib/server/db/scope.ts';
import { mark } from '#lib/server/learning/bookmarks.ts';
import { writeNote } from '#lib/server/learning/notes.ts';
import { aCourse, registry } from './support/courses.ts';
import { actAs, test } from './support/database.ts';
import { anAgency, anOfficer, aPerson } from './support/people.ts';
import { inDatabase } from './support/postgres.ts';

/** What the application calls itself or evaluates in a policy. */
const CALLED = [
	'acting_administered_agencies',
	'acting_administers_platform',
	'acting_agencies',
	'acting_as',
	'acting_as_system',
	'acting_audits',
	'acting_duties',
	'acting_keeps_certificate',
	'acting_kept_organisers',
	'acting_may_mark',
	'acting_may_return',
	'acting_person',
	'acting_units',
	'acting_was_placed',
	'agency_day',
	'chances_to_decide',
	'completion_score',
	'correct_name',
	'current_certificate_series',
	'duty_holders',
	'entries_about_me',
	'evidence_twins',
	'extension_holders',
	'find_certificate',
	'find_certificate_by_number',
	'find_certificate_bytes',
	'find_course_learner',
	'find_credential',
	'find_for_duty',
	'find_session',
	'find_shared_score',
	'grants_in_force',
	'hour_awards',
	'hour_roster',
	'is_certificate_awaited',
	'item_responses',
	'kept_certificate',
	'kept_certificates',
	'lesson_standing',
	'my_marks',
	'my_returns',
	'search_matches',
	'search_variants',
	'survey_remarks',
	'survey_sums',
	'take_certificate_number',
	'work_files',
	'works_held',
	'works_to_mark',
	'works_unread'
];

describe('every table', () => {
	test('stands in the data map with every column, and the map names nothing else', async ({
		db
	}) => {
		const columns = await db.execute<{ table: string; column: string }>(sql`
			select table_name as "table", column_name as "column" from information_schema.columns
			join information_schema.tables using (table_schema, table_name)
			where table_schema = 'public' and table_type = 'BASE TABLE'`);
		const tables = [...new Set(columns.map(({ table }) => table))].sort();
		expect(Object.keys(DATA_MAP).sort()).toEqual(tables);
		for (const [table, note] of Object.entries(DATA_MAP)) {
			if (!note.personal) continue;
			const found = columns.filter((row) => row.table === table).map(({ column }) => column);
			expect(Object.keys(note.columns).sort(), table).toEqual(found.sort());
		}
	});

	test('is closed until a policy opens it, and opened to its owner by one of its own', async ({
		db
	}) => {
		const tables = await db.execute<{ name: string; closed: boolean; seenByOwner: boolean }>(sql`
			select relname as name, relrowsecurity and relforcerowsecurity as closed,
				exists (
					select from pg_policy
					where polrelid = pg_class.oid and polname = relname || '_owner' and polpermissive and polcmd = '*'
						and relowner = any (polroles) and pg_get_expr(polqual, polrelid) = 'true'
				) as "seenByOwner"
			from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`);
		const open = tables.filter(({ closed, seenByOwner }) => !(closed && seenByOwner));
		expect(open).toEqual([]);
	});

	test('that names a person by id is marked as personal', async ({ db }) => {
		const tables = await db.execute<{ name: string }>(sql`
			select distinct table_name as name from information_schema.columns
			join information_schema.tables using (table_schema, table_name)
			where table_type = 'BASE TABLE' and table_schema = 'public' and column_name = 'person_id'`);
		expect(tables.filter(({ name }) => !DATA_MAP[name]?.personal)).toEqual([]);
	});
});

test('views show their reader no more than the tables below', async ({ db }) => {
	const views = await db.execute<{ name: string }>(sql`
		select relname as name from pg_class
		where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
			and not coalesce('security_invoker=true' = any (reloptions), false)`);
	expect([...views]).toEqual([]);
});

describe('what belongs to nobody in particular', () => {
	const shared = Object.keys(DATA_MAP).filter((name) => !DATA_MAP[name]!.personal);

	test.for(shared)('%s is written by the system alone', async (name, { db }) => {
		const personId = await aPerson(db);
		const attempts = [
			sql`insert into ${sql.identifier(name)} select (jsonb_populate_record(null::${sql.identifier(name)}, '{}')).*`,
			sql`update ${sql.identifier(name)} set ${sql.identifier(await firstColumn(db, name))} = ${sql.identifier(await firstColumn(db, name))}`
		];
		await anAgency(db, 'A');
		for (const scope of [PUBLIC, personId]) {
			await actAs(db, scope);
			const [insertion, change] = attempts;
			await expect(db.transaction((tx) => tx.execute(insertion!))).rejects.toMatchObject({
				cause: { code: expect.stringMatching(/^(42501|428C9)$/) }
			});
			const changed = await db
				.transaction((tx) => tx.execute(change!))
				.then(
					({ count }) => count,
					(error: { cause: { code: string } }) => error.cause.code
				);
			expect([0, '42501', '428C9']).toContain(changed);
		}
	});

	test('keys are there for those signed in, not for passers-by', async ({ db }) => {
		const act = {
			courseId: 'kunci',
			publisher: null,
			home: 'folder',
			registry,
			at: new Date()
		} as const;
		await publishRegistries(db, registry, act);
		await publish(db, { ...act, files: aCourse() });
		const personId = await aPerson(db);
		const seen = async (scope: Scope | string) => {
			await actAs(db, scope);
			return (await db.execute(sql`select from question_keys`)).length;
		};
		expect(await seen(PUBLIC)).toBe(0);
		expect(await seen(personId)).toBeGreaterThan(0);
		expect(await seen(SYSTEM)).toBeGreaterThan(0);
		await actAs(db, PUBLIC);
		expect(await db.execute(sql`select from releases where course_id = 'kunci'`)).toHaveLength(1);
	});
});

describe('what a learner writes for themselves', () => {
	const lesson = { courseId: 'spbe-101', lessonId: 'gejala', releaseId: 'edisi-1' };

	/** Everybody else who might want to look, the superior agency's officers and the platform's administrator among them. */
	async function everybodyElse(db: Database): Promise<[who: string, scope: Scope | string][]> {
		const place = await anAgency(db, 'Induk');
		const officers: [string, Scope | string][] = [];
		for (const role of ROLES) {
			const whole = { ...place, unitId: null };
			const { personId } = await anOfficer(db, role, role === 'platform-admin' ? null : whole);
			officers.push([role, personId]);
		}
		const writer = await aPerson(db, {}, place);
		const learner = { personId: writer, ...place };
		await actAs(db, writer);
		await writeNote(db, learner, lesson, { id: randomUUID(), place: null, text: 'Rahasia' });
		await mark(db, learner, lesson, '');
		const count = async (table: string) =>
			(await db.execute(sql`select from ${sql.identifier(table)}`)).length;
		expect([await count('notes'), await count('bookmarks')]).toEqual([1, 1]);
		return [...officers, ['public', PUBLIC], ['system', SYSTEM]];
	}

	test('no role sees, changes or deletes, not even the system', async ({ db }) => {
		const others = await everybodyElse(db);
		expect(others.length).toBeGreaterThan(8);
		for (const [who, scope] of others) {
			await actAs(db, scope);
			for (const table of ['notes', 'bookmarks']) {
				const name = sql.identifier(table);
				expect(await db.execute(sql`select from ${name}`), `${who} reads ${table}`).toHaveLength(0);
				const gone = await db.execute(sql`delete from ${name}`);
				expect(gone.count, `${who} deletes ${table}`).toBe(0);
			}
			const changed = await db.execute(sql`update notes set text = 'x'`);
			expect(changed.count, `${who} changes notes`).toBe(0);
		}
	});

	test('nobody writes a note or a bookmark in the name of somebody else', async ({ db }) => {
		const writer = await aPerson(db);
		const other = await aPerson(db);
		const learner = { personId: writer, agencyId: null, unitId: null };
		for (const scope of [other, SYSTEM, PUBLIC]) {
			await actAs(db, scope);
			const note = { id: randomUUID(), place: null, text: 'x' };
			for (const write of [
				(tx: Database) => writeNote(tx, learner, lesson, note),
				(tx: Database) => mark(tx, learner, lesson, '')
			])
				await expect(db.transaction(write)).rejects.toMatchObject({ cause: { code: '42501' } });
		}
	});
});

async function firstColumn(db: Database, table: string): Promise<string> {
	const [column] = await db.execute<{ name: string }>(sql`
		select attname as name from pg_attribute where attrelid = ${table}::regclass and attnum = 1`);
	return column!.name;
}

describe('functions', () => {
	test('that run as their owner look into temporary schemas last', async ({ db }) => {
		const functions = await db.execute<{ name: string; settings: string[] | null }>(sql`
			select proname as name, proconfig as settings from pg_proc
			where pronamespace = 'public'::regnamespace and prosecdef`);
		expect(functions.length).toBeGreaterThan(5);
		for (const { name, settings } of functions)
			expect(settings, name).toEqual(['search_path=pg_catalog, public, pg_temp']);
	});

	test('are not for everyone, and to the application only what it calls', async ({ db }) => {
		const granted = await db.execute<{ name: string; to: string }>(sql`
			select proname as name, case grantee when 0 then 'public' else grantee::regrole::text end as to
			from pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner)))
			where pronamespace = 'public'::regnamespace and grantee <> proowner order by 1`);
		expect(granted.filter(({ to }) => to !== APPLICATION_ROLE)).toEqual([]);
		expect(granted.map(({ name }) => name)).toEqual(CALLED);
	});

	test('made later are not for everyone either', async ({ ownerPool }) => {
		await ownerPool.execute(sql`create function answer() returns integer language sql return 42`);
		const [later] = await ownerPool.execute<{ open: boolean }>(
			sql`select exists (select from pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner))) where proname = 'answer' and grantee = 0) as open`
		);
		await ownerPool.execute(sql`drop function answer()`);
		expect(later).toEqual({ open: false });
	});

	test('do not fall for temporary tables named like ours', async ({ db }) => {
		const personId = await aPerson(db, {
			email: 'asli@contoh.go.id',
			password: 'kata-sandi-panjang'
		});
		await db.execute(
			sql`create temp view people as select ${sql.raw(`'${personId}'`)}::uuid as id, null::timestamptz as closed_at`
		);
		await db.execute(
			sql`create temp view credentials as select id as person_id, 'palsu'::text as password_hash from pg_temp.people`
		);
		await db.execute(sql`grant select on pg_temp.people, pg_temp.credentials to public`);
		const [found] = await db.execute<{ hash: string }>(
			sql`select password_hash as hash from find_credential('asli@contoh.go.id')`
		);
		expect(found?.hash).toMatch(/^\$argon2id\$/);
	});

	test('nobody makes temporary tables in a migrated database but its owner', async ({}) => {
		const [name, owner] = ['test_temporary', connect(inject('ownerUrl'), { max: 1 })];
		await owner.execute(sql`create database ${sql.identifier(name)}`);
		await migrate(inDatabase(inject('ownerUrl'), name));
		const [may] = await owner.execute<{ temporary: boolean }>(
			sql`select has_database_privilege(${APPLICATION_ROLE}, ${name}, 'temporary') as temporary`
		);
		await owner.execute(sql`drop database ${sql.identifier(name)}`);
		await owner.$client.end();
		expect(may).toEqual({ temporary: false });
	});
});

test('a login that is bound only by working as another role is found out', async ({
	pool,
	ownerPool
}) => {
	const url = ownerPool.$client.options;
	const owner = connect(inject('ownerUrl').replace(/[^/]*$/, String(url.database)), {
		role: APPLICATION_ROLE,
		max: 1
	});
	await verifySeparation(owner);
	expect(await findLooseLogin(owner)).toBe('widyapraja_owner');
	await owner.$client.end();
	expect(await findLooseLogin(pool)).toBeNull();
});
