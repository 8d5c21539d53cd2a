import { expect, test } from 'vitest';
import { isOpen, projectState, type ProjectState } from './project-state.ts';

const draft = { handedInAt: null, returned: null, score: null };
const waiting = { ...draft, handedInAt: new Date(0) };
const failed = { ...waiting, score: 40 };
const returned = { ...waiting, returned: {} };

interface Version {
	handedInAt: Date | null;
	returned: object | null;
	score: number | null;
}

test.each<[string, Version[], ProjectState, boolean]>([
	['nothing written', [], 'not-started', true],
	['a first draft', [draft], 'draft', true],
	['a version that waits', [waiting], 'waiting', false],
	['one that did not reach its mark', [failed], 'failed', false],
	['one sent back', [returned], 'returned', true],
	['one that failed and was sent back', [{ ...failed, returned: {} }], 'returned', true],
	['the draft that mends it', [returned, draft], 'returned', true],
	['the mended version', [returned, waiting], 'waiting', false]
])('%s', (_what, facts, state, open) => {
	const versions = facts.map((version, at) => ({ number: at + 1, ...version }));
	expect(projectState(versions, false)).toBe(state);
	expect(isOpen(versions)).toBe(open);
	// What has earned its JP stays passed, whatever the marks say later.
	expect(projectState(versions, true)).toBe('passed');
});
