import { describe, expect, test } from 'vitest';
import { aQuestion, exampleTexts } from '../../../../tests/support/courses.ts';
import { aStream } from '../../../../tests/support/responses.ts';
import type { Course, SourceFile, Test } from '../catalog/course.ts';
import { guessedTests, MOST_GUESSED } from '../catalog/guessing.ts';
import { keyOf, pairId, type AnswerKey } from '../catalog/keys.ts';
import { readLibrary } from '../catalog/library.ts';
import { parseCourse } from '../catalog/parse.ts';
import { publicPart } from '../catalog/release-rows.ts';
import type { StoredItem } from '../catalog/test-items.ts';
import { admission, type PastAttempt } from './criteria.ts';
import type { Answerable, Given } from './grading.ts';
import { drawPaper } from './paper.ts';
import { byObjective, gradePaper } from './scoring.ts';
import { answerableOf, criteriaOf, stockOf } from './stock.ts';

const RUNS = 10_000;

/** What somebody who only guesses has found out about a question. */
interface Known {
	right: string[] | null;
	wrong: Set<string>;
}

/** A course as its tests are sat, without a database. */
function sittable(course: Course) {
	const keys = new Map(course.questions.map((question) => [question.id, keyOf(question)]));
	const stock = (test: Test) =>
		new Map(
			course.questions
				.filter(({ place, pool }) => place.kind !== 'lesson' && pool === test.pool)
				.map((question) => {
					const { id, objective, level, scenario, file: path } = question;
					const { kind, options } = publicPart(question);
					const item: StoredItem = { id, objective, level, scenario, path, kind, options };
					return [id, item] as const;
				})
		);
	const { pass = {}, attempts = null, waitHours = 0 } = course.fields;
	return course.tests.map((test) => {
		const blueprint = test.fields.items.map((row) => ({ ...row, level: row.level ?? null }));
		const items = test.questions.map(({ id }) => id);
		const stored = stock(test);
		return {
			kind: test.kind,
			criteria: criteriaOf(test, { pass, attempts, waitHours }),
			stored,
			keys,
			stock: stockOf({ items, blueprint }, stored)
		};
	});
}

type Sittable = ReturnType<typeof sittable>[number];

function shuffled<Value>(values: readonly Value[], random: () => number): Value[] {
	return values
		.map((value) => [random(), value] as const)
		.sort(([a], [b]) => a - b)
		.map(([, value]) => value);
}

/** Any answer that the form takes, with as many options as are right. */
function blindly(question: Answerable, key: AnswerKey, random: () => number): string[] {
	switch (question.kind) {
		case 'numeric':
		case 'short':
		case 'essay':
			return [];
		case 'match': {
			const rights = shuffled(question.rights, random);
			return question.lefts.map((left, at) => pairId(left.id, rights[at % rights.length]!.id));
		}
		case 'order':
			return shuffled(question.steps, random).map(({ id }, at) => pairId(id, at + 1));
		default: {
			const { options } = question;
			if (question.kind !== 'multiple') return [options[Math.floor(random() * options.length)]!.id];
			return shuffled(options, random)
				.slice(0, key.correct.length)
				.map(({ id }) => id);
		}
	}
}

/** Guesses, but for what is known to be right or wrong. */
function guessed(
	question: Answerable,
	key: AnswerKey,
	known: Known | undefined,
	random: () => number
) {
	if (known?.right) return known.right;
	for (let tries = 0; ; tries++) {
		const choice = blindly(question, key, random);
		if (tries === 20 || !known?.wrong.has(choice.toSorted().join())) return choice;
	}
}

/** Sits a test until it is passed or used up; true when it was passed. */
function passesByGuessing(
	{ kind, criteria, stored, keys, stock }: Sittable,
	met: Map<string, number>,
	known: Map<string, Known>,
	random: () => number
): boolean {
	const past: PastAttempt[] = [];
	const now = new Date();
	while (
		admission({ ...criteria, waitHours: 0 }, past, now).state === 'ready' &&
		past.length < 50
	) {
		const asked = drawPaper(stock, met, random)!.map(({ questionId }) => questionId);
		const given = new Map<string, Given>();
		for (const id of asked) {
			met.set(id, (met.get(id) ?? 0) + 1);
			const question = answerableOf(stored.get(id)!);
			given.set(id, {
				choice: guessed(question, keys.get(id)!, known.get(id), random),
				typed: '1'
			});
		}
		const { items, passed } = gradePaper(asked, criteria, given, stored, keys);
		const objectives = byObjective(items);
		for (const { questionId, objective, points } of items) {
			// A quiz tells of each answer; a test how each objective did, which says it where all or none were right.
			const of = objectives.find((one) => one.objective === objective);
			const told =
				kind === 'quiz' || (of && (of.earned === 0 || of.earned === of.possible)) ? points : null;
			const one = known.get(questionId) ?? { right: null, wrong: new Set<string>() };
			const choice = [...given.get(questionId)!.choice];
			if (told === 1) one.right = choice;
			else if (told !== null) one.wrong.add(choice.sort().join());
			known.set(questionId, one);
		}
		past.push({ submittedAt: now, pending: false, passed });
	}
	return past.some(({ passed }) => passed);
}

/** Which share of so many who open everything and guess gets the certificate. */
function certified(course: Course, runs: number): number {
	const tests = sittable(course);
	const pretests = tests.filter((one) => one.kind === 'pretest');
	// The hardest first: whoever fails it needs no other.
	const needed = tests
		.filter(({ criteria }) => criteria.passMark !== null)
		.sort((a, b) => Number(b.kind === 'posttest') - Number(a.kind === 'posttest'));
	const random = aStream(20_261_122);
	let count = 0;
	for (let run = 0; run < runs; run++) {
		const [met, known] = [new Map<string, number>(), new Map<string, Known>()];
		for (const pretest of pretests) passesByGuessing(pretest, met, known, random);
		if (needed.every((one) => passesByGuessing(one, met, known, random))) count += 1;
	}
	return count / runs;
}

const wrong = (at: number) => `- [ ] Pilihan ${at}\n  > Bukan itu.\n`;
const fourOptions = (right: number) =>
	[0, 1, 2, 3].map((at) => (at === right ? wrong(at).replace('[ ]', '[x]') : wrong(at))).join('');

/** A course whose Tes Akhir asks 30 questions of four options, quizzes 10; `sets` parallel ones for each that is asked. */
function aFlagship({ sets = 3, attempts = 3 } = {}): Course {
	const objectives = Array.from({ length: 10 }, (_, at) => `m1-${at + 1}`);
	const question = (id: string, objective: string, at: number) =>
		aQuestion(id, fourOptions(at % 4)).replace('m1-1 ', `${objective} `);
	const bank = (pool: string, each: number) =>
		`---\npool: ${pool}\n---\n\n${objectives
			.flatMap((objective) =>
				Array.from({ length: each * sets }, (_, at) =>
					question(`${pool}-${objective}-${at + 1}`, objective, at)
				)
			)
			.join('\n')}`;
	const blueprint = (title: string, count: number) =>
		`---\ntitle: ${title}\nminutes: 10\nitems:\n${objectives
			.map((objective) => `  - objective: ${objective}\n    count: ${count}`)
			.join('\n')}\n---\n`;
	const texts: Record<string, string> = {
		...(exampleTexts as Record<string, string>),
		'course.md': exampleTexts['course.md']!.replace(
			'jp: 1',
			`jp: 1\npass:\n  quiz: 70\n  posttest: 70\nattempts: ${attempts}`
		),
		'01-dasar/module.md': `---\ntitle: Dasar\njp: 1\nobjectives:\n${objectives
			.map((id) => `  - id: ${id}\n    text: Menjelaskan ${id}.\n    level: C2`)
			.join('\n')}\n---\n\nModul.\n`,
		'01-dasar/kuis.md': blueprint('Kuis', 1),
		'tes-awal.md': blueprint('Tes Awal', 1),
		'tes-akhir.md': blueprint('Tes Akhir', 3),
		'bank/kuis.md': bank('kuis', 1),
		'bank/ujian.md': bank('ujian', 3)
	};
	const files: SourceFile[] = Object.entries(texts).map(([path, text]) => ({
		path,
		bytes: Buffer.from(text)
	}));
	const { course } = parseCourse('utama', files);
	return course!;
}

describe('somebody who opens everything and guesses', () => {
	test('gets no certificate of a course with the blueprint of the flagship', () => {
		const course = aFlagship();
		expect(course.questions.filter(({ pool }) => pool === 'ujian')).toHaveLength(90);
		const bounds = guessedTests(course).map(({ test, bound }) => [test.kind, bound] as const);
		expect(bounds.map(([kind]) => kind)).toEqual(['quiz', 'posttest']);
		const bound = Math.min(...bounds.map(([, one]) => one));
		expect(bound).toBeLessThan(1e-4);
		expect(certified(course, RUNS)).toBeLessThan(MOST_GUESSED);
	}, 60_000);

	test('comes through more often than the bound says in no course, however easy', () => {
		for (const [sets, attempts] of [
			[3, 1],
			[1, 3],
			[1, 8]
		] as const) {
			const course = aFlagship({ sets, attempts });
			const bound = Math.min(1, ...guessedTests(course).map((one) => one.bound));
			// Three standard errors of what was counted.
			const counted = certified(course, 400);
			expect(counted).toBeLessThanOrEqual(bound + 3 * Math.sqrt(Math.max(bound, 0.001) / 400));
		}
	}, 60_000);

	test('gets none of the courses shipped here that must be passed, and a bound says so', async () => {
		const library = await readLibrary(['courses'], ['courses']);
		const judged: string[] = [];
		for (const { courseId, files } of library.courses) {
			const { course } = parseCourse(courseId, files);
			const bounds = guessedTests(course!).map(({ bound }) => bound);
			if (bounds.length === 0) continue;
			expect(Math.min(...bounds), courseId).toBeLessThan(MOST_GUESSED);
			expect(certified(course!, RUNS), courseId).toBeLessThan(MOST_GUESSED);
			judged.push(courseId);
		}
		expect(judged).toContain('spbe-101');
	}, 120_000);
});
