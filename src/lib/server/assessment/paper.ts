import type { PublicQuestion } from '../catalog/public-question.ts';
import type { PaperItem } from './tables.ts';

/** A question as far as drawing goes: what it tests, and what of it may change places. */
export interface Item {
	id: string;
	objective: string | null;
	/** C1–C6. */
	level: string | null;
	/** The case it shares with its neighbours. */
	scenario: string | null;
	/** Ids of what is chosen from, where its order says nothing; else empty. */
	choices: readonly string[];
}

/** A row of a blueprint: how many items of the bank are drawn for an objective, of one level or of any. */
export interface BlueprintRow {
	objective: string;
	level: string | null;
	count: number;
}

/** What is on the table before a draw. */
export interface Stock {
	/** Written into the test itself: part of every paper. */
	fixed: readonly Item[];
	/** What the blueprint draws from. */
	bank: readonly Item[];
	blueprint: readonly BlueprintRow[];
}

/**
 * Draws the paper of one attempt: every fixed item, and for each row of the blueprint as many of the bank as it asks
 * for. No item twice; those the person has met in fewer attempts (`met`, by id) come first, so that parallel items
 * follow one another and papers share none while the stock lasts. Questions of one case stay together. `random` is
 * uniform in [0, 1). Null when the bank holds fewer than the blueprint asks for.
 */
export function drawPaper(
	{ fixed, bank, blueprint }: Stock,
	met: ReadonlyMap<string, number>,
	random: () => number
): PaperItem[] | null {
	const drawn = new Map(fixed.map((item) => [item.id, item]));
	// A row for one level has the smaller stock: it chooses before one that takes any.
	const rows = [...blueprint].sort((a, b) => Number(a.level === null) - Number(b.level === null));
	for (const row of rows) {
		const serving = bank.filter((item) => !drawn.has(item.id) && serves(item, row));
		const candidates = shuffled(serving, random).sort(
			(a, b) => (met.get(a.id) ?? 0) - (met.get(b.id) ?? 0)
		);
		if (candidates.length < row.count) return null;
		for (const item of candidates.slice(0, row.count)) drawn.set(item.id, item);
	}
	const cases = Map.groupBy(drawn.values(), ({ id, scenario }) => scenario ?? `:${id}`);
	return shuffled([...cases.values()], random)
		.flat()
		.map(({ id, choices }) => ({ questionId: id, order: shuffled(choices, random) }));
}

function serves(item: Item, { objective, level }: BlueprintRow): boolean {
	return item.objective === objective && (level === null || item.level === level);
}

/** Fisher and Yates. */
function shuffled<Value>(values: readonly Value[], random: () => number): Value[] {
	const mixed = [...values];
	for (let last = mixed.length - 1; last > 0; last--) {
		const other = Math.floor(random() * (last + 1));
		[mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
	}
	return mixed;
}

/** A question with what is chosen from in the order of the paper. */
export function inOrder(question: PublicQuestion, order: readonly string[]): PublicQuestion {
	const place = new Map(order.map((id, at) => [id, at]));
	const sorted = <Part extends { id: string }>(parts: Part[]) =>
		parts.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
	switch (question.kind) {
		case 'match':
			return { ...question, rights: sorted(question.rights) };
		case 'order':
			return { ...question, steps: sorted(question.steps) };
		case 'numeric':
		case 'short':
		case 'essay':
			return question;
		default:
			return { ...question, options: sorted(question.options) };
	}
}
