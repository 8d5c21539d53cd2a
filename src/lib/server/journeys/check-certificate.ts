import { findPublished, type PublishedCertificate } from '../certification/certificates.ts';
import { claimsOf, differencesOf, type Difference, type Told } from '../certification/claims.ts';
import {
	codeIn,
	findByNumber,
	findIssuedBytes,
	isAwaited,
	type PaperMatch
} from '../certification/checks.ts';
import { listKeys, type PublicKey } from '../certification/keys.ts';
import { readShown, type Unreadable } from '../certification/shown.ts';
import type { Judged, Unjudged } from '../certification/verdict.ts';
import { verifyCredential } from '../certification/verification.ts';
import type { Database, Pool } from '../db/connect.ts';
import { PUBLIC, readInScope } from '../db/scope.ts';
import { doorOf, tryAt } from '../identity/failures.ts';
import { networkOf, type Allowance } from '../identity/throttle.ts';
import { inflate } from '../paper/inflate.ts';
import { Refusal } from '../refusal.ts';

/** Checks of one network that find nothing. */
const CHECKS: Allowance = { failures: 10, window: 60_000 };

/** Who checks: their network address, and the secret that keys the record of failures (KEY_SECRET). */
export interface Checker {
	address: string;
	secret: string;
}

/** What became of a document on its way here. */
export type DocumentFinding =
	| { outcome: 'unreadable'; why: Unreadable | Unjudged['state'] }
	/** Signed by none of our keys, and nothing of ours is known by its code or its number and name. */
	| { outcome: 'foreign' }
	/** Signed by us, and not in this register. */
	| { outcome: 'unregistered'; told: Told[]; withdrawnSince: Date | null }
	/**
	 * In the register. The credential says something else than what was certified (`changed`); or it is what was issued,
	 * and the PDF about it is another one (`redrawn`), or that one with more behind it, which may draw anything
	 * (`extended`); or all of it is what was issued. `onPaper`: a PDF was shown.
	 */
	| {
			outcome: 'changed' | 'redrawn' | 'extended' | 'genuine';
			certificate: PublishedCertificate;
			differences: Difference[];
			onPaper: boolean;
			/** Since when its key is not to be trusted, if it was issued after that. */
			withdrawnSince: Date | null;
	  };

/**
 * The code of the certificate with this number and holder; null alike for a wrong number and a wrong name. Refuses
 * `checks-later` after ten checks a minute of one network that found nothing.
 */
export function findByNumberAndName(
	pool: Pool,
	{ number, name }: { number: string; name: string },
	checker: Checker,
	now = new Date()
): Promise<string | null> {
	return tryCheck(pool, checker, now, () =>
		readInScope(pool, PUBLIC, (db) => findByNumber(db, number, name))
	);
}

/**
 * The code in a pasted address or in what a QR code says, when a certificate has it or will have it; else null. Refuses
 * `checks-later` as above.
 */
export async function findByPasted(
	pool: Pool,
	text: string,
	today: string,
	checker: Checker,
	now = new Date()
): Promise<string | null> {
	const code = codeIn(text);
	if (code === null) return null;
	return tryCheck(pool, checker, now, () =>
		readInScope(pool, PUBLIC, async (db) => {
			const known = (await findPublished(db, code, today)) ?? (await isAwaited(db, code));
			return known ? code : null;
		})
	);
}

/**
 * Holds a document, a certificate's PDF or its credential, against what was issued. Keeps nothing of it. Refuses
 * `checks-later` as above, and then does not even `receive` it. `today` is `YYYY-MM-DD` in Asia/Jakarta.
 */
export async function checkDocument(
	pool: Pool,
	receive: () => Promise<Uint8Array>,
	today: string,
	checker: Checker,
	now = new Date()
): Promise<DocumentFinding> {
	let finding: DocumentFinding = { outcome: 'foreign' };
	await tryCheck(pool, checker, now, async () => {
		const bytes = await receive();
		finding = await inTurn(() => judge(pool, bytes, today));
		return finding.outcome === 'unreadable' || finding.outcome === 'foreign' ? null : finding;
	});
	return finding;
}

let last: Promise<unknown> = Promise.resolve();

/** One piece of work after the other, so that those who wait for something else get their turn between. */
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
	const done = last.then(work);
	// Whoever asked hears of a failure; the next one's turn comes all the same.
	last = done.catch(() => {});
	return done;
}

/** As `tryAt`; whoever checks may be anybody, and has no officer to turn to. */
async function tryCheck<T>(
	pool: Pool,
	{ address, secret }: Checker,
	now: Date,
	attempt: () => Promise<T | null>
): Promise<T | null> {
	const door = doorOf('address', `cek-sertifikat ${networkOf(address)}`, secret, CHECKS);
	try {
		return await tryAt(pool, [door], now, attempt);
	} catch (error) {
		if (!(error instanceof Refusal) || error.code !== 'try-later') throw error;
		throw new Refusal(error.reason, 'checks-later', error.params);
	}
}

async function judge(pool: Pool, bytes: Uint8Array, today: string): Promise<DocumentFinding> {
	const shown = readShown(bytes, inflate);
	if (shown.credential === null) return { outcome: 'unreadable', why: shown.why };
	const keys = await readInScope(pool, PUBLIC, listKeys);
	const verdict = await verifyCredential(
		shown.credential,
		keys.map(({ publicKey }) => publicKey)
	);
	if (!('credential' in verdict)) return { outcome: 'unreadable', why: verdict.state };
	const { credential } = verdict;
	return readInScope(pool, PUBLIC, async (db) => {
		const code = await codeOf(db, credential);
		const certificate = code && (await findPublished(db, code, today));
		const issued = code && (await findIssuedBytes(db, code));
		const withdrawnSince = sinceWhen(verdict, keys);
		if (!certificate || !issued) return unknown(verdict, withdrawnSince);
		const differences = differencesOf(JSON.parse(issued.credential) as object, credential);
		const intact = verdict.state === 'valid' && differences.length === 0;
		const onPaper = shown.paper !== null;
		const outcome = !intact
			? 'changed'
			: shown.paper
				? OUTCOMES[issued.comparePaper(shown.paper)]
				: 'genuine';
		return {
			...{ outcome, certificate, differences, onPaper },
			// A thief dates as they like: when it was issued is told by the register.
			withdrawnSince:
				withdrawnSince && certificate.issuedAt >= withdrawnSince ? withdrawnSince : null
		};
	});
}

/** Since when the key that signed it is not to be trusted; null for one that is. */
function sinceWhen(verdict: Judged, keys: readonly PublicKey[]): Date | null {
	if (verdict.state !== 'valid') return null;
	const key = keys.find(({ publicKey }) => publicKey === verdict.publicKey);
	return key?.revocation?.since ?? null;
}

/** What it comes to that a PDF with a genuine credential compares so with the one that was issued. */
const OUTCOMES = {
	same: 'genuine',
	extended: 'extended',
	other: 'redrawn'
} as const satisfies Record<PaperMatch, DocumentFinding['outcome']>;

function unknown(verdict: Judged, withdrawnSince: Date | null): DocumentFinding {
	return verdict.state === 'valid'
		? { outcome: 'unregistered', told: claimsOf(verdict.credential), withdrawnSince }
		: { outcome: 'foreign' };
}

/**
 * Which certificate a credential gives itself out for: by its address; should that be none of ours, by its number and
 * holder, both, since numbers are counted and would tell anybody who has which.
 */
async function codeOf(db: Database, credential: object): Promise<string | null> {
	const id = 'id' in credential && typeof credential.id === 'string' ? credential.id : '';
	const code = codeIn(id);
	if (code && (await findIssuedBytes(db, code))) return code;
	const told = claimsOf(credential);
	const said = (wanted: Told['claim']) => told.find(({ claim }) => claim === wanted)?.text ?? '';
	return findByNumber(db, said('number'), said('name'));
}
