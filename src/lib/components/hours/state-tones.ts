import type { SubmissionState } from '#lib/server/hours/submissions.ts';

/** How a submission's state looks, always beside its word. */
export const STATE_TONES: Record<SubmissionState, 'info' | 'warn' | 'good' | 'neutral'> = {
	submitted: 'info',
	returned: 'warn',
	approved: 'good',
	withdrawn: 'neutral'
};
