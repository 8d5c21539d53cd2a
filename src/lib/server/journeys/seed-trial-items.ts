import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { readKeysInForce } from '../assessment/corrections.ts';
import type { Answerable, Given } from '../assessment/grading.ts';
import { drawPaper } from '../assessment/paper.ts';
import { gradePaper, type Result } from '../assessment/scoring.ts';
import type { SatTest } from '../assessment/sittings.ts';
import { answerableOf, stockOf } from '../assessment/stock.ts';
import {
	attemptAnswers,
	attempts,
	attemptTexts,
	gradings,
	type PaperItem
} from '../assessment/tables.ts';
import { findTest } from '../assessment/tests.ts';
import { pairId, type AnswerKey } from '../catalog/keys.ts';
import { findCourse } from '../catalog/releases.ts';
import type { StoredItem } from '../catalog/test-items.ts';
import type { Database, Pool } from '../db/connect.ts';
import { insertRows } from '../db/rows.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { isEmailTaken } from '../identity/people.ts';
import { people, personContacts, personNames } from '../identity/tables.ts';
import { enrolments } from '../learning/tables.ts';

const COURSE = 'spbe-101';
const TEST = 'tes-awal';
/** Enough that each of three parallel items is answered by the thirty people whom statistics ask for. */
const PEOPLE = 120;
const DAY = 24 * 60 * 60 * 1000;
/** The first of them, who tells that they are there. */
const FIRST = 'peserta.contoh.001@contoh.go.id';

/**
 * Lets many invented people have sat the test before the course, so that its authors see how questions did. Nobody can
 * sign in as one of them. Once, where the course is published with that test. Never call it on an external database.
 */
export function seedTrialItems(pool: Pool): Promise<void> {
	return withScope(pool, SYSTEM, async (db) => {
		await db.execute(sql`select pg_advisory_xact_lock(hashtextextended('seed-trial-items', 0))`);
		const course = await findCourse(db, COURSE);
		if (!course?.tests?.some(({ id }) => id === TEST)) return;
		if (await isEmailTaken(db, FIRST)) return;
		const { test, stored, ref } = await findTest(db, course.releaseId, TEST);
		const keys = await readKeysInForce(db, ref, [...stored.keys()]);
		const now = Date.now();
		const sat = Array.from({ length: PEOPLE }, (_, nth): Sat => {
			// From the least to the most able: questions then tell people apart as real ones do.
			const ability = nth / (PEOPLE - 1);
			const paper = drawPaper(stockOf(test, stored), new Map(), Math.random) ?? [];
			const given = answersTo(paper, stored, keys, ability);
			const asked = paper.map(({ questionId }) => questionId);
			return {
				...{ nth, paper, given, personId: randomUUID(), attemptId: randomUUID() },
				startedAt: new Date(now - (1 + (nth % 12)) * DAY),
				result: gradePaper(asked, ref.criteria, given, stored, keys)
			};
		});
		await addPeople(db, sat, course.releaseId);
		await addAttempts(db, sat, ref);
	});
}

/** One invented person's sitting. */
interface Sat {
	nth: number;
	personId: string;
	attemptId: string;
	startedAt: Date;
	paper: PaperItem[];
	given: ReadonlyMap<string, Given>;
	result: Result;
}

/** What somebody of this ability (0–1) answers. */
function answersTo(
	paper: readonly PaperItem[],
	stored: ReadonlyMap<string, StoredItem>,
	keys: ReadonlyMap<string, AnswerKey>,
	ability: number
): Map<string, Given> {
	return new Map(
		paper.map(({ questionId }) => {
			const key = keys.get(questionId)!;
			const knows = Math.random() < 0.25 + 0.65 * ability;
			return [
				questionId,
				knows ? rightly(key) : wrongly(answerableOf(stored.get(questionId)!), key)
			];
		})
	);
}

async function addPeople(db: Database, sat: readonly Sat[], releaseId: string): Promise<void> {
	await insertRows(
		db,
		people,
		sat.map(({ personId }) => ({ id: personId, employeeKind: 'pns' as const }))
	);
	await insertRows(
		db,
		personNames,
		sat.map(({ personId, nth }) => ({
			...{ personId, titleBefore: '', titleAfter: '' },
			name: `Peserta Contoh ${String(nth + 1).padStart(3, '0')}`
		}))
	);
	await db.insert(personContacts).values({ personId: sat[0]!.personId, email: FIRST });
	await insertRows(
		db,
		enrolments,
		sat.map(({ personId, startedAt }) => ({
			...{ personId, releaseId, courseId: COURSE },
			enrolledAt: startedAt
		}))
	);
}

async function addAttempts(
	db: Database,
	sat: readonly Sat[],
	{ releaseId, criteria }: Pick<SatTest, 'releaseId' | 'criteria'>
): Promise<void> {
	await insertRows(
		db,
		attempts,
		sat.map(({ personId, attemptId, startedAt, paper }) => ({
			...{ personId, id: attemptId, number: 1, releaseId, courseId: COURSE, testId: TEST },
			...{ paper, criteria, startedAt }
		}))
	);
	const answers = sat.flatMap(({ personId, attemptId, startedAt, given }) =>
		[...given].map(([questionId, { choice, typed }]) => ({
			...{ personId, attemptId, questionId, savedAt: startedAt },
			...{ choice: [...choice].sort(), typed }
		}))
	);
	await insertRows(
		db,
		attemptAnswers,
		answers.map(({ typed: _, ...row }) => row)
	);
	await insertRows(
		db,
		attemptTexts,
		answers.flatMap(({ personId, attemptId, questionId, typed }) =>
			typed ? [{ personId, attemptId, questionId, text: typed }] : []
		)
	);
	const ids = sat.map(({ attemptId }) => attemptId);
	await db.execute(sql`
		update attempts set submitted_at = started_at + interval '9 minutes'
		where id = any(${sql.param(ids)}::uuid[])`);
	await insertRows(
		db,
		gradings,
		sat.map(({ personId, attemptId, startedAt, result }) => ({
			...{ personId, attemptId, ordinal: 1, cause: 'sent' as const, gradedAt: startedAt },
			...result
		}))
	);
}

function rightly({ correct, detail }: AnswerKey): Given {
	if (detail?.kind === 'numeric')
		return { choice: [], typed: String(detail.value).replace('.', ',') };
	if (detail?.kind !== 'situational') return { choice: correct };
	return { choice: Object.keys(detail.worth).filter((id) => detail.worth[id] === 2) };
}

/** Some answer of the right form that the key does not ask for. */
function wrongly(question: Answerable, { correct, detail }: AnswerKey): Given {
	switch (question.kind) {
		case 'match': {
			const ids = question.rights.map(({ id }) => id);
			const from = 1 + Math.floor(Math.random() * (ids.length - 1));
			return {
				choice: question.lefts.map(({ id }, at) => pairId(id, ids[(at + from) % ids.length]!))
			};
		}
		case 'order':
			return { choice: question.steps.map(({ id }, at) => pairId(id, at + 1)) };
		case 'numeric':
		case 'short':
		case 'essay':
			return { choice: [], typed: '1' };
		default: {
			const worth = detail?.kind === 'situational' ? detail.worth : {};
			const wrong = question.options.filter(({ id }) => !correct.includes(id) && worth[id] !== 2);
			return {
				choice: wrong.length > 0 ? [wrong[Math.floor(Math.random() * wrong.length)]!.id] : []
			};
		}
	}
}
