import type { Standing } from '#lib/server/hours/position.ts';
import type { SubmissionState } from '#lib/server/hours/submissions.ts';

/** How a submission's state looks, always beside its word. */
export const STATE_TONES: Record<SubmissionState, 'info' | 'warn' | 'good' | 'neutral'> = {
	submitted: 'info',
	returned: 'warn',
	approved: 'good',
	withdrawn: 'neutral'
};

/** How somebody's position looks, always beside its word. */
export const STANDING_TONES: Record<Standing, 'warn' | 'good' | 'info' | 'neutral'> = {
	short: 'warn',
	met: 'good',
	over: 'info',
	free: 'neutral'
};
