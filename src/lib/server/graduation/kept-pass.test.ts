import { expect, test } from 'vitest';
import { keptPass } from './kept-pass.ts';

const passed = (score: number | null) => ({ passed: true, score });

test.each([
	['a pass that its score carries', passed(100), 70, [{ from: 80, to: 100 }], null],
	['a pass at the mark', passed(70), 70, [], null],
	['one that a mended key took below it', passed(0), 70, [{ from: 100, to: 0 }], 100],
	[
		'and again',
		passed(20),
		70,
		[
			{ from: 100, to: 0 },
			{ from: 0, to: 20 }
		],
		100
	],
	[
		'the last score that carried it',
		passed(0),
		70,
		[
			{ from: 100, to: 80 },
			{ from: 80, to: 0 }
		],
		80
	],
	['no pass', { passed: false, score: 0 }, 70, [{ from: 60, to: 0 }], null],
	['no mark', passed(0), null, [{ from: 100, to: 0 }], null]
])('%s', (_what, attempt, mark, judged, score) => {
	expect(keptPass(attempt, mark, judged)).toBe(score);
});
