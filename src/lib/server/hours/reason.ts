import { demandWords } from '../demanded-words.ts';

/** Longest reason an officer may give (characters). */
export const LONGEST_REASON = 2000;

const REASON = { most: LONGEST_REASON, missing: 'hours-reason-missing', long: 'hours-reason-long' };

/** An officer's reason; refuses none and one that is too long (`demandWords`). */
export const demandReason = (typed: string): string => demandWords(typed, REASON);
