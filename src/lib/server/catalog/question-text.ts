import { rowOf } from '../markdown/source-slices.ts';
import type { AnswerDraft, OptionDraft, QuestionDraft, RubricDraft } from './question-draft.ts';

/** Signs of a list: of a bullet, and after a number. Next to a list of the same sign, items would join it. */
export interface ListSigns {
	bullet: '-' | '*' | '+';
	period: '.' | ')';
}

/** The attributes of a question's opening line; a kind is named where its marks do not show it. */
export function attributesOf(draft: QuestionDraft): Record<string, string> {
	const { objective, level, pool, replaces, answer } = draft;
	const kind = showsKind(answer) ? null : answer.kind;
	const replaced = replaces.length > 0 ? replaces.join(' ') : null;
	const values = { objective, level, kind, pool, replaces: replaced };
	return Object.fromEntries(
		Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null)
	);
}

function showsKind(answer: AnswerDraft): boolean {
	if (answer.kind !== 'single' && answer.kind !== 'multiple') return false;
	const several = answer.options.filter(({ correct }) => correct).length > 1;
	return answer.kind === (several ? 'multiple' : 'single');
}

/** The inside of a question: what is asked, what is right, what is said afterwards. */
export function questionBody(
	{ prompt, answer, rationale }: QuestionDraft,
	signs: ListSigns
): string {
	const parts = [prompt, answerText(answer, signs), rationale === null ? '' : quoted(rationale)];
	return parts.filter((part) => part !== '').join('\n\n');
}

function answerText(answer: AnswerDraft, { bullet, period }: ListSigns): string {
	switch (answer.kind) {
		case 'numeric': {
			const tolerance = answer.tolerance === null ? '' : ` ± ${answer.tolerance}`;
			return `= ${answer.value}${tolerance}${answer.unit === null ? '' : ` ${answer.unit}`}`;
		}
		case 'short':
			return `= ${answer.accepted.join(' | ')}`;
		case 'match':
			return table(answer.titles, [...answer.pairs, ...answer.spare.map((side) => ['', side])]);
		case 'order':
			return answer.steps.map((step, at) => item(`${at + 1}${period} `, step)).join('\n');
		case 'essay':
			return answer.rubric ? rubricText(answer.rubric) : '';
		case 'situational':
			return answer.options.map((option) => marked(bullet, `${option.worth}`, option)).join('\n');
		default:
			return answer.options
				.map((option) => marked(bullet, option.correct ? 'x' : ' ', option))
				.join('\n');
	}
}

function marked(bullet: string, mark: string, { text, rationale }: OptionDraft): string {
	const option = item(`${bullet} `, `[${mark}] ${text}`);
	return rationale === null ? option : `${option}\n${indented(quoted(rationale), '  ')}`;
}

function item(marker: string, text: string): string {
	return marker + indented(text, ' '.repeat(marker.length)).trimStart();
}

function indented(text: string, indent: string): string {
	return eachLine(text, (line) => (line === '' ? '' : indent + line));
}

function quoted(text: string): string {
	return eachLine(text, (line) => (line === '' ? '>' : `> ${line}`));
}

function eachLine(text: string, change: (line: string) => string): string {
	return text.split('\n').map(change).join('\n');
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
	return [rowOf(titles), rowOf(titles.map(() => '---')), ...rows.map(rowOf)].join('\n');
}

/** A rubric as its directive. */
export function rubricText({ titles, order, levels, criteria }: RubricDraft): string {
	const rows = criteria.map((criterion) => [criterion.name, criterion.weight, ...criterion.levels]);
	return `:::rubric${order === null ? '' : `{levels=${order}}`}\n${table([...titles, ...levels], rows)}\n:::`;
}
