/** What a reader of a credential is told; `other` is whatever else stands in it. */
export type Claim =
	| 'name'
	| 'number'
	| 'course'
	| 'courseCode'
	| 'edition'
	| 'description'
	| 'jp'
	| 'startedOn'
	| 'completedOn'
	| 'issuedOn'
	| 'validUntil'
	| 'organiser'
	| 'issuer'
	| 'criteria'
	| 'module'
	| 'moduleJp'
	| 'objectives'
	| 'competency'
	| 'competencyNote'
	| 'release'
	| 'code'
	| 'numberHash'
	| 'status'
	| 'other';

/** One claim in words; `nth` counts modules and competencies, from 1, and is 0 where there is one of it. */
export interface Told {
	claim: Claim;
	nth: number;
	text: string;
}

/**
 * Where a document says something else than what was certified; null where one of the two says nothing. `concealed`:
 * neither of the two may be told, so both are null; there is at most one of these.
 */
export interface Difference {
	claim: Claim;
	nth: number;
	certified: string | null;
	told: string | null;
	concealed: boolean;
}

/** Most differences that are told: a document that is all another one is told apart by the first. */
const MOST = 40;
/** Longest text of one difference (characters). */
const LONGEST = 2_000;
const MODULE = /^evidence\.([1-9]\d*)\.(name|description|narrative)$/;
/**
 * All that stands with the hashed number of the holder, its salt above all: who has both guesses the number in seconds,
 * since it is made of few dates.
 */
const NUMBER_HASH = /^credentialSubject\.identifier\.[1-9]\d*(\.|$)/;
const COMPETENCY =
	/^credentialSubject\.achievement\.alignment\.(\d+)\.(targetName|targetDescription)$/;

/** Places of a credential of ours (credential.ts), in the order they are told. */
const PLACES = new Map<string, Claim>([
	['credentialSubject.identifier.0.identityHash', 'name'],
	['credentialSubject.licenseNumber', 'number'],
	['credentialSubject.achievement.name', 'course'],
	['credentialSubject.achievement.humanCode', 'courseCode'],
	['credentialSubject.achievement.version', 'edition'],
	['credentialSubject.achievement.description', 'description'],
	['credentialSubject.creditsEarned', 'jp'],
	['credentialSubject.activityStartDate', 'startedOn'],
	['credentialSubject.activityEndDate', 'completedOn'],
	['validFrom', 'issuedOn'],
	['validUntil', 'validUntil'],
	['issuer.name', 'organiser'],
	['issuer.id', 'issuer'],
	['credentialSubject.achievement.criteria.narrative', 'criteria'],
	['evidence.0.narrative', 'release'],
	['id', 'code'],
	['credentialStatus.id', 'status'],
	['credentialStatus.statusListIndex', 'status'],
	['credentialStatus.statusListCredential', 'status']
]);

const CONCEALED: Difference = {
	claim: 'numberHash',
	nth: 0,
	certified: null,
	told: null,
	concealed: true
};

/** What is told of one module, or of one competency, stands together. */
const TOGETHER: Partial<Record<Claim, Claim>> = {
	moduleJp: 'module',
	objectives: 'module',
	competencyNote: 'competency'
};
const LAST: readonly Claim[] = ['release', 'code', 'numberHash', 'status', 'other'];
const ORDER: readonly Claim[] = [
	...[...new Set(PLACES.values())].filter((claim) => !LAST.includes(claim)),
	...(['module', 'moduleJp', 'objectives', 'competency', 'competencyNote'] as const),
	...LAST
];

/** What a credential tells its reader, in a fixed order; all that is not text for a reader is left out. */
export function claimsOf(credential: object): Told[] {
	const unread: Claim[] = ['other', 'status', 'numberHash', 'issuer', 'code'];
	return [...leavesOf(credential)]
		.map(([path, text]) => ({ ...claimAt(path), text }))
		.filter(({ claim, text }) => !unread.includes(claim) && text !== '')
		.sort(byPlace);
}

/**
 * Where two credentials differ, the certified one and the one somebody was shown, be it in one character. Their proofs
 * are no part of what they say. Whoever showed it may be a stranger who made it up: nothing of the number is told.
 */
export function differencesOf(certified: object, told: object): Difference[] {
	const before = leavesOf(certified);
	const after = leavesOf(told);
	const differing = [...new Set([...before.keys(), ...after.keys()])].filter(
		(path) => before.get(path) !== after.get(path)
	);
	const open = differing.filter((path) => !NUMBER_HASH.test(path));
	const found: Difference[] = open.map((path) => ({
		...claimAt(path),
		certified: before.get(path)?.slice(0, LONGEST) ?? null,
		told: after.get(path)?.slice(0, LONGEST) ?? null,
		concealed: false
	}));
	if (open.length < differing.length) found.push(CONCEALED);
	return found.sort(byPlace).slice(0, MOST);
}

function byPlace(one: Told | Difference, other: Told | Difference): number {
	const place = (claim: Claim) => ORDER.indexOf(claim);
	const group = (claim: Claim) => place(TOGETHER[claim] ?? claim);
	return (
		group(one.claim) - group(other.claim) ||
		one.nth - other.nth ||
		place(one.claim) - place(other.claim)
	);
}

function claimAt(path: string): { claim: Claim; nth: number } {
	const claim = PLACES.get(path);
	if (claim) return { claim, nth: 0 };
	if (NUMBER_HASH.test(path)) return { claim: 'numberHash', nth: 0 };
	const [, module, part] = MODULE.exec(path) ?? [];
	if (module)
		return {
			claim: part === 'name' ? 'module' : part === 'description' ? 'moduleJp' : 'objectives',
			nth: Number(module)
		};
	const [, competency, told] = COMPETENCY.exec(path) ?? [];
	if (competency)
		return {
			claim: told === 'targetName' ? 'competency' : 'competencyNote',
			nth: Number(competency) + 1
		};
	return { claim: 'other', nth: 0 };
}

/** Every text, number and truth value of a JSON value by its path. */
function leavesOf(document: object): Map<string, string> {
	const leaves = new Map<string, string>();
	const left: [string, unknown][] = Object.entries(document)
		.filter(([term]) => term !== 'proof')
		.reverse();
	for (let next = left.pop(); next; next = left.pop()) {
		const [path, value] = next;
		if (typeof value !== 'object' || value === null) leaves.set(path, String(value));
		else
			left.push(
				...Object.entries(value)
					.map(([term, held]): [string, unknown] => [`${path}.${term}`, held])
					.reverse()
			);
	}
	return leaves;
}
