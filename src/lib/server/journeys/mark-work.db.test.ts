import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { actAs, test } from '../../../../tests/support/database.ts';
import { essayCourse } from '../../../../tests/support/essay-course.ts';
import { anAgency, anOfficer } from '../../../../tests/support/people.ts';
import { anEssaySent, aMarkerOf, anOrganiserOf } from '../../../../tests/support/marking.ts';
import { endDuty, giveDuty, listDuties } from '../access/duties.ts';
import type { Actor } from '../access/policy.ts';
import { listUnread } from '../assessment/unread.ts';
import type { Database, Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { settleUnread, settleUnreadWork } from '../graduation/marked.ts';
import { giveUpWork, markWork, readQueue, readWork, takeWork } from './mark-work.ts';
import { readTest } from './read-test.ts';
import { readRunCourse } from './run-course.ts';

/** Levels of the rubric, the best first: Data 60, Usulan 40. */
const best = [0, 0];
const half = [1, 1];
const worst = [2, 2];
const given = (levels: number[], more: object = {}) => ({
	...{ id: randomUUID(), levels, comment: 'Tambahkan catatan satu hari.', replaces: null },
	...more
});

async function firstWork(db: Database, marker: Actor): Promise<string> {
	await actAs(db, marker.personId);
	return (await readQueue(db, marker)).waiting[0]!.id;
}

async function mark(db: Database, marker: Actor, id: string, levels: number[], more = {}) {
	await actAs(db, marker.personId);
	const mark = given(levels, more);
	await markWork(db, marker, id, mark);
	return mark.id;
}

async function result(db: Database, learner: Awaited<ReturnType<typeof anEssaySent>>['learner']) {
	await actAs(db, learner.personId);
	const page = await readTest(db, learner, { course: 'uraian-1', quiz: 'dasar' });
	return page!.review!;
}

describe('an essay', () => {
	test('waits for a marker, is marked by its rubric and then judged with the rest', async ({
		db
	}) => {
		const { learner } = await anEssaySent(db);
		expect(await result(db, learner)).toMatchObject({ score: null, pending: true, essays: [] });
		const marker = await aMarkerOf(db, 'uraian-1');
		const id = await firstWork(db, marker);
		expect(await readWork(db, marker, id)).toMatchObject({
			text: 'Antrean di loket kami panjang.',
			weights: [60, 40],
			worth: [100, 50, 0],
			own: []
		});
		await mark(db, marker, id, best);
		const review = await result(db, learner);
		// The other question was right.
		expect(review).toMatchObject({ score: 100, passed: true, pending: false });
		expect(review.essays).toMatchObject([
			{ score: 100, marks: [{ levels: best, comment: 'Tambahkan catatan satu hari.' }] }
		]);
		expect(JSON.stringify(review)).not.toContain(marker.personId);
	});

	test('that would fail by itself is read by a second person, and by a third where two are far apart', async ({
		db
	}) => {
		const { learner } = await anEssaySent(db);
		const [a, b, c, d] = [
			await aMarkerOf(db, 'uraian-1'),
			await aMarkerOf(db, 'uraian-1'),
			await aMarkerOf(db, 'uraian-1'),
			await aMarkerOf(db, 'uraian-1')
		];
		const id = await firstWork(db, a!);
		await mark(db, a!, id, worst);
		expect(await result(db, learner)).toMatchObject({ pending: true });
		await actAs(db, b!.personId);
		expect((await readQueue(db, b!)).waiting).toMatchObject([{ id, awaits: 'second' }]);
		await mark(db, b!, id, half);
		await mark(db, c!, id, best);
		expect(await result(db, learner)).toMatchObject({ score: 100, essays: [{ score: 100 }] });
		await actAs(db, d!.personId);
		await expect(readWork(db, d!, id)).rejects.toMatchObject({ code: 'work-unknown' });
	});

	test('has its mark changed with a reason, and no pass once given is taken back', async ({
		db
	}) => {
		const { learner } = await anEssaySent(db);
		const [a, b] = [await aMarkerOf(db, 'uraian-1'), await aMarkerOf(db, 'uraian-1')];
		const id = await firstWork(db, a);
		const first = await mark(db, a, id, best);
		await actAs(db, a.personId);
		for (const [reason, code] of [
			['', 'mark-reason-missing'],
			['x'.repeat(2001), 'mark-reason-long']
		])
			await expect(
				db.transaction((tx) =>
					markWork(tx, a, id, given(worst, { replaces: { id: first, reason } }))
				)
			).rejects.toMatchObject({ code });
		await mark(db, a, id, worst, { replaces: { id: first, reason: 'Salah baca.' } });
		// Now it would fail by itself: the judgement waits for the second reading and stays as it was.
		expect(await result(db, learner)).toMatchObject({ score: 100, passed: true });
		await mark(db, b, id, worst);
		expect(await result(db, learner)).toMatchObject({ score: 50, passed: true });
		await actAs(db, SYSTEM);
		const entries = await db.execute(
			sql`select actor_id, subject_id, detail from audit_entries where act = 'mark-changed'`
		);
		expect(entries).toMatchObject([{ actor_id: a.personId, subject_id: null }]);
	});

	test('whose marks move points to another essay is judged again, though the score stays', async ({
		db
	}) => {
		const kuis = essayCourse['01-dasar/kuis.md']!;
		const essay = kuis.slice(kuis.indexOf('::::question'));
		const two = `${kuis}\n${essay.replace('antrean-1', 'antrean-2')}`;
		const texts = { ...essayCourse, '01-dasar/kuis.md': two };
		const { learner } = await anEssaySent(db, undefined, texts);
		const [a, b, c] = [
			await aMarkerOf(db, 'uraian-1'),
			await aMarkerOf(db, 'uraian-1'),
			await aMarkerOf(db, 'uraian-1')
		];
		await actAs(db, a.personId);
		const [one, other] = (await readQueue(db, a)).waiting.map(({ id }) => id) as [string, string];
		// 100 and 60 points, in the end the other way round.
		const firstOfOne = await mark(db, a, one, [0, 0]);
		const firstOfOther = await mark(db, a, other, [0, 2]);
		const scores = async () => {
			const { score, essays } = await result(db, learner);
			const [review] = await db.execute<{ points: number[] }>(sql`
				select json_agg((item->>'points')::float8 order by item->>'questionId') as points
				from gradings g, jsonb_array_elements(g.items) item
				where g.person_id = ${learner.personId} and item->>'questionId' like 'antrean%'
				group by g.ordinal order by g.ordinal desc limit 1`);
			return { score, told: essays.map((essay) => essay.score).sort(), judged: review!.points };
		};
		const before = await scores();
		const replaces = (id: string) => ({ replaces: { id, reason: 'Salah baca.' } });
		await mark(db, a, one, [2, 0], replaces(firstOfOne));
		await mark(db, a, other, [0, 0], replaces(firstOfOther));
		await mark(db, b, one, [0, 1]);
		await mark(db, c, one, [0, 2]);
		const after = await scores();
		expect([after.score, after.told]).toEqual([before.score, before.told]);
		expect(after.judged).toEqual(before.judged.toReversed());
	});

	test('that nobody wrote waits for nobody', async ({ db }) => {
		const { learner } = await anEssaySent(db, '');
		expect(await result(db, learner)).toMatchObject({ score: 50, pending: false });
	});

	test.for<[string, number[], object, string]>([
		['without a level for a criterion', [0], {}, 'mark-incomplete'],
		['with a level that the rubric lacks', [0, 3], {}, 'mark-incomplete'],
		['with a comment beyond measure', best, { comment: 'x'.repeat(5001) }, 'mark-comment-long'],
		[
			'over the mark of somebody else',
			best,
			{ replaces: { id: randomUUID(), reason: 'x' } },
			'work-marked'
		]
	])('refuses a mark %s', async ([, levels, more, code], { db }) => {
		await anEssaySent(db);
		const marker = await aMarkerOf(db, 'uraian-1');
		const id = await firstWork(db, marker);
		await expect(
			db.transaction((tx) => markWork(tx, marker, id, given(levels, more)))
		).rejects.toMatchObject({ code });
	});
});

describe('an essay that nobody can read any further', () => {
	const DAY = 86_400_000;
	/** Three weeks hold ten working days wherever they begin, one does not. */
	const [soon, late] = [new Date(Date.now() + 7 * DAY), new Date(Date.now() + 21 * DAY)];
	const settle = async (db: Database, now: Date) => {
		await actAs(db, SYSTEM);
		for (const { id } of await listUnread(db)) await settleUnreadWork(db, id, now);
	};
	const organised = async (db: Database, organiser: Actor) => {
		await actAs(db, organiser.personId);
		return [
			(await readRunCourse(db, organiser, 'uraian-1')).unread,
			(await readQueue(db, organiser)).organised[0]!.unread
		];
	};

	test('is settled on the reading there was after ten working days, which learner and organiser are told', async ({
		db
	}) => {
		const { learner } = await anEssaySent(db);
		const organiser = await anOrganiserOf(db, 'uraian-1');
		const none = { unmarked: 1, further: 0, settledAt: null };
		expect(await organised(db, organiser)).toEqual([none, none]);
		const marker = await aMarkerOf(db, 'uraian-1');
		expect(await organised(db, organiser)).toEqual([null, null]);
		const id = await firstWork(db, marker);
		await mark(db, marker, id, worst);
		const [told] = await organised(db, organiser);
		expect(told).toMatchObject({ unmarked: 0, further: 1 });
		await settle(db, new Date(told!.settledAt!.getTime() - 1));
		expect(await result(db, learner)).toMatchObject({ pending: true });
		await settle(db, told!.settledAt!);
		await settle(db, late);
		expect(await result(db, learner)).toMatchObject({
			...{ pending: false, passed: false, score: 50 },
			essays: [{ score: 0, readings: 1, marks: [{ levels: worst }] }]
		});
		expect(await organised(db, organiser)).toEqual([null, null]);
		await actAs(db, marker.personId);
		expect(await readWork(db, marker, id)).toMatchObject({ awaits: null, lacks: 'second' });
		await actAs(db, SYSTEM);
		expect(await db.execute(sql`select awaited, readings from work_settlements`)).toMatchObject([
			{ awaited: 'second', readings: 1 }
		]);
		expect(
			await db.execute(
				sql`select actor_id, subject_id from audit_entries where act = 'work-settled-unread'`
			)
		).toMatchObject([{ actor_id: null, subject_id: learner.personId }]);
		// The learner may go on: another attempt is theirs.
		await actAs(db, learner.personId);
		const page = await readTest(db, learner, { course: 'uraian-1', quiz: 'dasar' });
		expect(page!.admission.state).toBe('ready');
	});

	test('may still be read by somebody else with a reason, which raises it or changes nothing', async ({
		db
	}) => {
		const { learner } = await anEssaySent(db);
		const a = await aMarkerOf(db, 'uraian-1');
		const id = await firstWork(db, a);
		await mark(db, a, id, worst);
		await settle(db, late);
		const [b, c] = [await aMarkerOf(db, 'uraian-1'), await aMarkerOf(db, 'uraian-1')];
		await actAs(db, b.personId);
		expect(await readQueue(db, b)).toMatchObject({ count: 0, waiting: [], further: [{ id }] });
		await expect(db.transaction((tx) => markWork(tx, b, id, given(best)))).rejects.toMatchObject({
			code: 'mark-reason-missing'
		});
		await mark(db, b, id, best, { further: { reason: 'Penilai kedua kini ada.' } });
		expect(await result(db, learner)).toMatchObject({
			...{ score: 75, passed: true },
			essays: [{ score: 50, readings: 2 }]
		});
		await mark(db, c, id, worst, { further: { reason: 'Berselisih jauh.' } });
		expect(await result(db, learner)).toMatchObject({
			...{ score: 75, passed: true },
			essays: [{ score: 50, readings: null }]
		});
		const d = await aMarkerOf(db, 'uraian-1');
		await actAs(db, d.personId);
		expect((await readQueue(db, d)).further).toEqual([]);
		await expect(readWork(db, d, id)).rejects.toMatchObject({ code: 'work-unknown' });
		await actAs(db, SYSTEM);
		const entries = await db.execute(
			sql`select actor_id, subject_id from audit_entries where act = 'mark-given' order by at`
		);
		expect(entries).toMatchObject(
			[a, b, c].map(({ personId }) => ({ actor_id: personId, subject_id: null }))
		);
	});

	test('waits on while somebody can read it, and ten working days from when the last of them could not', async ({
		db
	}) => {
		const { learner } = await anEssaySent(db);
		const organiser = await anOrganiserOf(db, 'uraian-1');
		const [a, b] = [await aMarkerOf(db, 'uraian-1'), await aMarkerOf(db, 'uraian-1')];
		const id = await firstWork(db, a);
		await actAs(db, a.personId);
		await markWork(db, a, id, given(worst), new Date(Date.now() - 30 * DAY));
		await settle(db, late);
		expect(await result(db, learner)).toMatchObject({ pending: true });
		await actAs(db, organiser.personId);
		const theirs = (await listDuties(db, 'uraian-1')).filter(({ duty }) => duty === 'marker');
		await actAs(db, SYSTEM);
		await db.execute(sql`update course_duties set ended_at = now(), ended_by = ${organiser.personId}
			where person_id = ${b.personId}`);
		expect(theirs).toHaveLength(2);
		await settle(db, soon);
		expect(await result(db, learner)).toMatchObject({ pending: true });
		await settle(db, late);
		expect(await result(db, learner)).toMatchObject({ pending: false });
	});

	test('is told to nobody who does not run its course, and its settlement is nobody’s to write', async ({
		db
	}) => {
		const { learner } = await anEssaySent(db);
		const marker = await aMarkerOf(db, 'uraian-1');
		const id = await firstWork(db, marker);
		await mark(db, marker, id, worst);
		const elsewhere = await anOrganiserOf(db, 'lain-1');
		for (const personId of [elsewhere.personId, marker.personId, learner.personId]) {
			await actAs(db, personId);
			expect([...(await db.execute(sql`select * from works_unread()`))]).toEqual([]);
			await expect(
				db.transaction((tx) =>
					tx.execute(sql`insert into work_settlements (work_id, settled_at, unread_since, awaited, readings)
						values (${id}, now(), now(), 'second', 1)`)
				)
			).rejects.toMatchObject({ cause: { code: '42501' } });
		}
		await settle(db, late);
		for (const statement of [
			`update work_settlements set readings = 1`,
			`delete from work_settlements`
		])
			await expect(db.transaction((tx) => tx.execute(sql.raw(statement)))).rejects.toThrow();
		await actAs(db, marker.personId);
		expect([...(await db.execute(sql`select * from work_settlements`))]).toEqual([]);
	});
});

describe('a work that is read', () => {
	const HOUR = 3_600_000;
	const as = async <T>(db: Database, who: Actor, story: () => Promise<T>) => {
		await actAs(db, who.personId);
		return story();
	};

	/** An essay, and two who mark it. */
	async function read(db: Database) {
		await anEssaySent(db);
		const [a, b] = [await aMarkerOf(db, 'uraian-1'), await aMarkerOf(db, 'uraian-1')];
		return { a, b, id: await firstWork(db, a) };
	}

	test('is held for two hours and told to colleagues without who reads it', async ({ db }) => {
		const { a, b, id } = await read(db);
		const before = Date.now();
		await as(db, a, () => takeWork(db, a, id));
		await as(db, a, () => takeWork(db, a, id));
		const own = (await readQueue(db, a)).waiting[0]!;
		expect(own.held?.mine).toBe(true);
		expect(own.held!.until.getTime() - before).toBeGreaterThanOrEqual(2 * HOUR);
		expect(own.held!.until.getTime() - Date.now()).toBeLessThanOrEqual(2 * HOUR);
		const seen = await as(db, b, () => readQueue(db, b));
		expect(seen).toMatchObject({ count: 0, waiting: [{ id, held: { mine: false } }] });
		const work = await readWork(db, b, id);
		expect(work.held).toEqual({ until: own.held!.until, mine: false });
		expect(JSON.stringify([seen, work])).not.toContain(a.personId);
		expect([...(await db.execute(sql`select * from work_reservations`))]).toEqual([]);
		await actAs(db, SYSTEM);
		expect(await db.execute(sql`select * from work_reservations`)).toHaveLength(1);
	});

	test('is marked by nobody else until it is given up or two hours are over', async ({ db }) => {
		const { a, b, id } = await read(db);
		const attempt = (who: Actor) =>
			as(db, who, () => db.transaction((tx) => markWork(tx, who, id, given(worst))));
		const taken = (who: Actor, now?: Date) =>
			as(db, who, () => db.transaction((tx) => takeWork(tx, who, id, now)));
		await taken(a);
		await expect(attempt(b)).rejects.toMatchObject({ reason: 'conflict', code: 'work-held' });
		await expect(taken(b)).rejects.toMatchObject({ code: 'work-held' });
		await as(db, b, () => giveUpWork(db, b, id));
		await expect(taken(b)).rejects.toMatchObject({ code: 'work-held' });
		await as(db, a, () => giveUpWork(db, a, id));
		await taken(b, new Date(Date.now() - 2 * HOUR - 1000));
		expect((await as(db, a, () => readWork(db, a, id))).held).toBeNull();
		await taken(a);
		await as(db, a, () => giveUpWork(db, a, id));
		await attempt(b);
	});

	test('is free for the next reading once its mark is saved, and a change waits for who reads', async ({
		db
	}) => {
		const { a, b, id } = await read(db);
		await as(db, a, () => takeWork(db, a, id));
		const first = await mark(db, a, id, worst);
		await as(db, b, () => takeWork(db, b, id));
		await expect(as(db, a, () => takeWork(db, a, id))).rejects.toMatchObject({
			code: 'work-marked'
		});
		const change = given(best, { replaces: { id: first, reason: 'Salah baca.' } });
		await expect(
			as(db, a, () => db.transaction((tx) => markWork(tx, a, id, change)))
		).rejects.toMatchObject({ code: 'work-held' });
		await mark(db, b, id, worst);
		await as(db, a, () => markWork(db, a, id, change));
	});

	test('is held by nobody who does not mark its course, and by nobody in the name of another', async ({
		db
	}) => {
		const { a, b, id } = await read(db);
		const stranger = await aMarkerOf(db, 'lain-1');
		for (const verb of [takeWork, giveUpWork])
			await expect(as(db, stranger, () => verb(db, stranger, id))).rejects.toMatchObject({
				code: 'work-unknown'
			});
		const forged = (marker: Actor, hours: number) =>
			db.transaction((tx) =>
				tx.execute(sql`insert into work_reservations (work_id, marker_id, reserved_at, held_until)
					values (${id}, ${marker.personId}, now(), now() + make_interval(hours => ${hours}))`)
			);
		await actAs(db, b.personId);
		await expect(forged(a, 2)).rejects.toMatchObject({ cause: { code: '42501' } });
		await expect(forged(b, 3)).rejects.toMatchObject({ cause: { code: '23514' } });
		await as(db, a, () => takeWork(db, a, id));
		await actAs(db, b.personId);
		await expect(forged(b, 1)).rejects.toMatchObject({ cause: { code: '42501' } });
		const ended = await db.execute(sql`update work_reservations set ended_at = now()`);
		expect(ended.count).toBe(0);
	});
});

describe('markers see only the work they mark', () => {
	test('not that of another course, not their own, and nothing once their duty or role has ended', async ({
		db
	}) => {
		const { learner } = await anEssaySent(db);
		const marker = await aMarkerOf(db, 'uraian-1');
		const id = await firstWork(db, marker);
		const elsewhere = await aMarkerOf(db, 'lain-1');
		const organiser = await anOfficer(db, 'organiser', await anAgency(db, 'T'));
		const author: Actor = { personId: learner.personId, grants: marker.grants };
		await actAs(db, SYSTEM);
		await db.execute(sql`insert into course_duties (course_id, person_id, duty)
			values ('uraian-1', ${learner.personId}, 'marker')`);
		await db.execute(sql`insert into role_grants (person_id, role, agency_id)
			select ${learner.personId}, 'contributor', agency_id from role_grants where person_id = ${marker.personId}`);
		for (const other of [elsewhere, organiser, author]) {
			await actAs(db, other.personId);
			expect((await readQueue(db, other)).waiting).toEqual([]);
			await expect(readWork(db, other, id)).rejects.toMatchObject({ code: 'work-unknown' });
			await expect(
				db.transaction((tx) => markWork(tx, other, id, given(best)))
			).rejects.toMatchObject({ code: 'work-unknown' });
		}
		await actAs(db, SYSTEM);
		await db.execute(sql`insert into role_withdrawals (grant_id)
			select id from role_grants where person_id = ${marker.personId}`);
		await actAs(db, marker.personId);
		await expect(readWork(db, marker, id)).rejects.toMatchObject({ code: 'work-unknown' });
	});

	test('no row of attempts, answers, judgements or works, and no mark of a colleague', async ({
		db
	}) => {
		const { learner } = await anEssaySent(db);
		const [a, b] = [await aMarkerOf(db, 'uraian-1'), await aMarkerOf(db, 'uraian-1')];
		const id = await firstWork(db, a);
		await mark(db, a, id, worst);
		await actAs(db, b.personId);
		for (const table of [
			'attempts',
			'attempt_answers',
			'attempt_texts',
			'gradings',
			'works',
			'marks'
		])
			expect([...(await db.execute(sql.raw(`select * from ${table}`)))], table).toEqual([]);
		expect(JSON.stringify(await readWork(db, b, id))).not.toMatch(
			new RegExp(`${learner.personId}|${a.personId}`)
		);
		const forged = (marker: string) =>
			db.transaction((tx) =>
				tx.execute(sql`insert into marks (id, work_id, marker_id, marked_at, rubric, levels, score)
					values (${randomUUID()}, ${id}, ${marker}, now(), '{}', '{0}', 100)`)
			);
		await expect(forged(a.personId)).rejects.toMatchObject({ cause: { code: '42501' } });
		await actAs(db, learner.personId);
		await expect(forged(learner.personId)).rejects.toMatchObject({ cause: { code: '42501' } });
		for (const statement of [`update works set awaits = null, score = 100`, `select * from marks`])
			expect([...(await db.execute(sql.raw(statement)))]).toEqual([]);
		await actAs(db, SYSTEM);
		for (const statement of [
			`update marks set comment = 'lain'`,
			`update marks set score = 100`,
			`delete from marks`,
			`delete from works`
		])
			await expect(
				db.transaction((tx) => tx.execute(sql.raw(statement))),
				statement
			).rejects.toThrow();
		await db.execute(sql`update marks set comment = null`);
	});
});

describe('duties', () => {
	test('of organisers are given by the platform, of markers by the course’s organisers, each once', async ({
		db
	}) => {
		await actAs(db, SYSTEM);
		const place = await anAgency(db, 'D');
		const admin = await anOfficer(db, 'platform-admin');
		const person = { email: 'penyelenggara.uji@contoh.go.id' };
		const organiser = await anOfficer(db, 'organiser', place, person);
		const email = 'penilai.uji@contoh.ac.id';
		const marker = await anOfficer(db, 'contributor', place, { email });
		await actAs(db, organiser.personId);
		const asMarker = { courseId: 'uraian-1', duty: 'marker' as const, email };
		await expect(giveDuty(db, organiser, asMarker)).rejects.toMatchObject({ reason: 'forbidden' });
		await actAs(db, admin.personId);
		const asOrganiser = { courseId: 'uraian-1', duty: 'organiser' as const };
		await expect(giveDuty(db, admin, { ...asOrganiser, email })).rejects.toMatchObject({
			code: 'duty-person-unknown'
		});
		await giveDuty(db, admin, { ...asOrganiser, ...person });
		await actAs(db, organiser.personId);
		await giveDuty(db, organiser, asMarker);
		await giveDuty(db, organiser, asMarker);
		await expect(
			giveDuty(db, organiser, { ...asMarker, courseId: 'lain-1' })
		).rejects.toMatchObject({ reason: 'forbidden' });
		const held = await listDuties(db, 'uraian-1');
		expect(held.map(({ duty, rests }) => [duty, rests])).toEqual([
			['organiser', false],
			['marker', false]
		]);
		await endDuty(db, organiser, held[1]!.id);
		await endDuty(db, organiser, held[1]!.id);
		await expect(endDuty(db, organiser, held[0]!.id)).rejects.toMatchObject({
			reason: 'forbidden'
		});
		expect(await listDuties(db, 'uraian-1')).toHaveLength(1);
		await actAs(db, marker.personId);
		expect(await listDuties(db, 'uraian-1')).toEqual([]);
		expect((await readQueue(db, marker)).marks).toEqual([]);
	});
});

test('fifty marks at once, by one person or by several, are one mark and one judgement', async ({
	pool
}) => {
	const { markers, id, learner } = await withScope(pool, SYSTEM, async (db) => {
		const { learner } = await anEssaySent(db);
		const markers: Actor[] = [];
		for (let nth = 0; nth < 5; nth++) markers.push(await aMarkerOf(db, 'uraian-1'));
		return { learner, markers, id: await firstWork(db, markers[0]!) };
	});
	const twice = given(best);
	const outcomes = await Promise.allSettled(
		Array.from({ length: 50 }, (_, at) => {
			const marker = markers[at % 5]!;
			const scope = { as: 'person' as const, personId: marker.personId };
			return withScope(pool as Pool, scope, (db) =>
				markWork(db, marker, id, at % 2 && marker === markers[1] ? twice : given(best))
			);
		})
	);
	const codes = outcomes.flatMap((outcome) =>
		outcome.status === 'rejected' ? [(outcome.reason as { code: string }).code] : []
	);
	expect(
		codes.every((code) => ['work-marked', 'work-settled', 'work-unknown'].includes(code))
	).toBe(true);
	const [counted] = await withScope(pool, SYSTEM, (db) =>
		db.execute(sql`select (select count(*)::int from marks) as marks,
			(select count(*)::int from gradings where person_id = ${learner.personId}) as gradings`)
	);
	expect(counted).toEqual({ marks: 1, gradings: 2 });
});

test('a work is held by one of those who take it at the same moment, and marked by that one', async ({
	pool
}) => {
	const { markers, id } = await withScope(pool, SYSTEM, async (db) => {
		await anEssaySent(db);
		const markers = [await aMarkerOf(db, 'uraian-1'), await aMarkerOf(db, 'uraian-1')];
		return { markers, id: await firstWork(db, markers[0]!) };
	});
	const together = (verb: (db: Database, marker: Actor) => Promise<void>) =>
		Promise.allSettled(
			Array.from({ length: 12 }, (_, at) => markers[at % 2]!).map((marker) =>
				withScope(pool, { as: 'person', personId: marker.personId }, (db) => verb(db, marker))
			)
		);
	const taken = await together((db, marker) => takeWork(db, marker, id));
	expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(6);
	const codes = taken.flatMap((one) =>
		one.status === 'rejected' ? [(one.reason as { code: string }).code] : []
	);
	expect(new Set(codes)).toEqual(new Set(['work-held']));
	const holder = markers[taken[0]!.status === 'fulfilled' ? 0 : 1]!;
	await together((db, marker) => markWork(db, marker, id, given(best)));
	const found = await withScope(pool, SYSTEM, (db) =>
		db.execute(sql`select m.marker_id as marker, r.ended_at is not null as ended
			from marks m join work_reservations r using (work_id) where work_id = ${id}`)
	);
	expect([...found]).toEqual([{ marker: holder.personId, ended: true }]);
});

test('works that nobody can read any further are settled once, however many processes look after it', async ({
	pool
}) => {
	const { id, learner } = await withScope(pool, SYSTEM, async (db) => {
		const { learner } = await anEssaySent(db);
		await actAs(db, SYSTEM);
		// Other tests of this file leave duties behind.
		await db.execute(sql`update course_duties set ended_at = now() where ended_at is null`);
		const marker = await aMarkerOf(db, 'uraian-1');
		const [work] = await db.execute<{ id: string }>(
			sql`select id from works where person_id = ${learner.personId}`
		);
		const { id } = work!;
		await mark(db, marker, id, worst);
		return { id, learner };
	});
	const now = new Date(Date.now() + 21 * 86_400_000);
	await Promise.all([1, 2, 3].map(() => settleUnread(pool as Pool, { now })));
	const found = await withScope(pool, SYSTEM, (db) =>
		db.execute(sql`select (select count(*)::int from work_settlements where work_id = ${id}) as settled,
			(select count(*)::int from gradings where person_id = ${learner.personId}) as gradings,
			(select count(*)::int from audit_entries where act = 'work-settled-unread' and subject_id = ${learner.personId}) as told`)
	);
	expect([...found]).toEqual([{ settled: 1, gradings: 2, told: 1 }]);
});
