import { createHash } from 'node:crypto';
import { isoDay } from '../../format/dates.ts';
import type { ItemResult } from '../assessment/tables.ts';
import type { Outline } from '../catalog/releases.ts';
import type { CertificateFacts } from '../certification/facts.ts';

/** What of an objective must have been earned for it to be called met, where the course states no pass mark (0–100). */
const usualMark = 60;

/**
 * The modules of a certificate. An objective is met when quizzes and tests that were passed gave at least the pass mark
 * for its items; one that none of them asks about by the checks of its lessons, which the module's completion includes.
 */
export function certifiedModules(
	modules: Outline['modules'],
	items: readonly ItemResult[],
	passMark: number | null
): CertificateFacts['modules'] {
	const byObjective = Map.groupBy(items, ({ objective }) => objective);
	const isMet = (id: string) => {
		const asked = byObjective.get(id) ?? [];
		const earned = asked.reduce((sum, { points }) => sum + (points ?? 0), 0);
		return asked.length === 0 || earned * 100 >= asked.length * (passMark ?? usualMark);
	};
	return modules.map(({ id, title, jp, objectives }) => ({
		...{ id, title, jp },
		objectives: objectives.map(({ id: objective, text }) => ({
			...{ id: objective, text },
			met: isMet(objective)
		}))
	}));
}

/** The last day of validity, `YYYY-MM-DD`: as many months later, on the last day of a shorter month; null: no end. */
export function validUntil(issuedOn: string, months: number | null): string | null {
	if (months === null) return null;
	const [year, month, day] = issuedOn.split('-').map(Number) as [number, number, number];
	const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
	return isoDay(
		new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))),
		'Asia/Jakarta'
	);
}

/** Letters and digits that are not mistaken for one another (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A code for an organiser that is no agency of this installation: the first letters of its words, at most six, and five
 * signs of its name's hash, so that two names with the same letters differ. No agency's code has a point in it.
 */
export function organiserCode(name: string): string {
	const letters = [...name.normalize('NFD').matchAll(/(?<![\p{L}\p{M}])\p{L}/gu)].map(
		([letter]) => letter
	);
	const initials = letters
		.join('')
		.toUpperCase()
		.replace(/[^A-Z]/g, '')
		.slice(0, 6);
	const plain = name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
	const digest = createHash('sha256').update(plain).digest();
	const signs = Array.from(digest.subarray(0, 5), (byte) => alphabet[byte % alphabet.length]);
	return `${initials || 'X'}.${signs.join('')}`;
}
