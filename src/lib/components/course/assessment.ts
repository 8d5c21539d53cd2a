import type { Messages } from '#lib/messages/catalogue.ts';

/** A quiz or test as the course's page tells of it. */
export interface CourseTest {
	id: string;
	kind: 'quiz' | 'pretest' | 'posttest';
	moduleId: string | null;
	title: string;
	minutes: number;
	/** Minutes of one attempt. */
	timeLimit?: number;
	items: readonly string[];
	blueprint: readonly { count: number }[];
}

/** How a course is completed, as course.md states it. */
export interface CourseRules {
	pass: { quiz?: number | undefined; posttest?: number | undefined };
	attempts: number | null;
	waitHours: number;
	survey: 'wajib' | 'sukarela' | null;
	/** Months; null where a certificate does not expire. */
	validity: number | null;
}

/** How many questions one attempt has. */
export function questionsOf({ items, blueprint }: Pick<CourseTest, 'items' | 'blueprint'>): number {
	return blueprint.reduce((sum, { count }) => sum + count, items.length);
}

/** What completing a course asks, part by part; empty where lessons are all there is. */
export function assessmentOf(
	{ tests = [], rules }: { tests?: readonly CourseTest[]; rules: CourseRules },
	{ catalogue: words, test: told, graduation }: Messages,
	score: (value: number) => string
): { title: string; text: string }[] {
	if (tests.length === 0 && !rules.survey) return [];
	const ruleOf = (test: CourseTest): string => {
		const mark = test.kind === 'pretest' ? undefined : rules.pass[test.kind];
		return [
			told.length(questionsOf(test), test.minutes),
			mark === undefined ? told.noMark : told.mark(score(mark)),
			...(test.kind === 'pretest'
				? [words.once]
				: [told.attempts(rules.attempts, rules.waitHours)]),
			test.timeLimit ? told.time.limit(test.timeLimit) : words.noTimeLimit
		].join('. ');
	};
	const inOrder = ['pretest', 'quiz', 'posttest'] as const;
	return [
		{ title: words.lessonsTitle, text: words.assessmentText },
		...inOrder.flatMap((kind) =>
			tests
				.filter((test) => test.kind === kind)
				.map((test) => ({ title: test.title, text: `${ruleOf(test)}.` }))
		),
		...(rules.survey
			? [
					{
						title: graduation.survey.title,
						text:
							rules.survey === 'wajib' ? graduation.survey.required : graduation.survey.voluntary
					}
				]
			: [])
	];
}
