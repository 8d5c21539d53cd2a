import { Refusal } from './refusal.ts';

/** Longest text (characters), and the codes that refuse none and a longer one; they may be the same. */
export interface Demand {
	most: number;
	missing: string;
	long: string;
}

/** What somebody must say, e.g. why, without spaces around it. Refuses (`invalid`) nothing, and what is too long: it is never cut. */
export function demandWords(given: string, { most, missing, long }: Demand): string {
	const words = given.normalize('NFC').trim();
	if (words === '') throw new Refusal('invalid', missing, { most });
	if (words.length > most) throw new Refusal('invalid', long, { most });
	return words;
}
