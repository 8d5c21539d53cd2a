import type { Answer, Question } from './course.ts';

/** What is right, in words for the author: one line an option, pair, step or accepted answer. Empty for an essay. */
export function keyInWords({ answer }: Pick<Question, 'answer'>): string[] {
	switch (answer.kind) {
		case 'numeric':
			return [numberInWords(answer)];
		case 'short':
			return answer.accepted;
		case 'match':
			return answer.pairs.map(({ left, right }) => `${left.text} → ${right.text}`);
		case 'order':
			return answer.steps.map(({ text }, at) => `${at + 1}. ${text}`);
		case 'essay':
			return [];
		case 'situational':
			return answer.options.map(({ text, worth }) => `[${worth ?? '?'}] ${text}`);
		default:
			return answer.options.filter(({ correct }) => correct).map(({ text }) => text);
	}
}

const decimal = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 10, useGrouping: false });

function numberInWords({ value, tolerance, unit }: Extract<Answer, { kind: 'numeric' }>): string {
	const stated = value === null ? '?' : decimal.format(value);
	const range = tolerance === null ? '' : ` ± ${decimal.format(tolerance)}`;
	return [stated + range, unit ?? ''].join(' ').trim();
}
