import type { TestRules } from '../catalog/release-texts.ts';
import type { StoredItem } from '../catalog/test-items.ts';
import type { StoredOutline } from '../catalog/tables.ts';
import type { Answerable } from './grading.ts';
import type { Item, Stock } from './paper.ts';
import type { Criteria } from './tables.ts';

/** A quiz or test as the outline of a release names it. */
export type Test = NonNullable<StoredOutline['tests']>[number];

/**
 * What an attempt at this test is judged by. The test before the course measures where one starts: it is taken once and
 * nothing must be reached. Attempts and waiting hours hold for each quiz and for the test at the end.
 */
export function criteriaOf(
	{ kind, timeLimit }: Pick<Test, 'kind' | 'timeLimit'>,
	rules: Pick<TestRules, 'pass' | 'attempts' | 'waitHours'>
): Criteria {
	const limited = timeLimit === undefined ? {} : { timeLimit };
	if (kind === 'pretest') return { passMark: null, attempts: 1, waitHours: 0, ...limited };
	const { attempts, waitHours } = rules;
	return { passMark: rules.pass[kind] ?? null, attempts, waitHours, ...limited };
}

/** How many questions a paper of this test has. */
export function questionsIn({ items, blueprint }: Pick<Test, 'items' | 'blueprint'>): number {
	return blueprint.reduce((sum, { count }) => sum + count, items.length);
}

/** What a paper of this test is drawn from: its own items, and the bank for what its blueprint asks. */
export function stockOf(
	{ items, blueprint }: Pick<Test, 'items' | 'blueprint'>,
	stored: ReadonlyMap<string, StoredItem>
): Stock {
	return {
		fixed: items.flatMap((id) => {
			const item = stored.get(id);
			return item ? [itemOf(item)] : [];
		}),
		bank: [...stored.values()].filter(({ path }) => path.startsWith('bank/')).map(itemOf),
		blueprint
	};
}

/** What is chosen from may change places, but for "benar" and "salah", which everybody expects in this order. */
function itemOf({ id, kind, objective, level, scenario, options }: StoredItem): Item {
	const chosenFrom = options.filter(({ side }) => side !== 'left').map((option) => option.id);
	return { id, objective, level, scenario, choices: kind === 'true-false' ? [] : chosenFrom };
}

/** What a stored question lets a person answer. */
export function answerableOf({ kind, options }: Pick<StoredItem, 'kind' | 'options'>): Answerable {
	switch (kind) {
		case 'numeric':
		case 'short':
		case 'essay':
			return { kind };
		case 'match':
			return {
				kind,
				lefts: options.filter(({ side }) => side === 'left'),
				rights: options.filter(({ side }) => side === 'right')
			};
		case 'order':
			return { kind, steps: options };
		default:
			return { kind, options };
	}
}
