/** Where a learner stands with the project of a course. */
export type ProjectState = 'not-started' | 'draft' | 'waiting' | 'returned' | 'failed' | 'passed';

/** A version as far as the state depends on it. */
interface Version {
	number: number;
	/** Null: a draft. */
	handedInAt: Date | null;
	/** Sent back to be mended. */
	returned: unknown;
	/** 0–100; null until it is settled. */
	score: number | null;
}

/**
 * Where the versions of a project, the first one first, leave it. `passed`: it has earned its JP, which no later mark
 * takes back.
 */
export function projectState(versions: readonly Version[], passed: boolean): ProjectState {
	if (passed) return 'passed';
	const last = versions.at(-1);
	if (!last) return 'not-started';
	if (last.handedInAt === null) return last.number === 1 ? 'draft' : 'returned';
	if (last.returned !== null) return 'returned';
	return last.score === null ? 'waiting' : 'failed';
}

/** Whether there is a draft to write in, or one may be begun: at first, and after a version was sent back. */
export function isOpen(versions: readonly Pick<Version, 'handedInAt' | 'returned'>[]): boolean {
	const last = versions.at(-1);
	return !last || last.handedInAt === null || last.returned !== null;
}
