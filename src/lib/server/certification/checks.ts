import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { TitledName } from '../../format/names.ts';
import type { Database } from '../db/connect.ts';
import { readCode } from './code.ts';
import { namesHolder } from './holder-name.ts';
import { qualificationOf } from './qualification.ts';

/** The code of the issued certificate with this number, when `name` is its holder's; else null. In any scope. */
export async function findByNumber(
	db: Database,
	number: string,
	name: string
): Promise<string | null> {
	const plain = number.normalize('NFKC').replace(/\s/g, '').slice(0, 100);
	const wanted = sql.param([plain, plain.toUpperCase()]);
	const [found] = await db.execute<Pick<TitledName, keyof TitledName> & { code: string }>(sql`
		select code, name, title_before as "titleBefore", title_after as "titleAfter"
		from find_certificate_by_number(${wanted}::text[])`);
	return found && namesHolder(found, name) ? found.code : null;
}

/** Whether this code will be a certificate's: given, and yet to be issued. In any scope. */
export async function isAwaited(db: Database, code: string): Promise<boolean> {
	const [found] = await db.execute<{ awaited: boolean }>(
		sql`select is_certificate_awaited(${code}) as awaited`
	);
	return found!.awaited;
}

/** The band of the result, with this pass mark, where the holder lets everybody see it; else null. In any scope. */
export async function findSharedBand(
	db: Database,
	code: string,
	passMark: number | null
): Promise<string | null> {
	const [found] = await db.execute<{ score: string | null }>(
		sql`select find_shared_score(${code}) as score`
	);
	return qualificationOf(found?.score == null ? null : Number(found.score), passMark);
}

/** How a PDF compares with the one that was issued. `extended`: those bytes, and more behind them. */
export type PaperMatch = 'same' | 'extended' | 'other';

/** What was issued under a code, to be held against what somebody was shown. */
export interface IssuedBytes {
	/** The signed credential, character by character. */
	credential: string;
	comparePaper(pdf: Uint8Array): PaperMatch;
}

/** What was issued under this code; null where nothing was. In any scope. */
export async function findIssuedBytes(db: Database, code: string): Promise<IssuedBytes | null> {
	const [found] = await db.execute<{ credential: string; length: number; digest: Buffer }>(sql`
		select credential, pdf_length as length, pdf_digest as digest from find_certificate_bytes(${code})`);
	if (!found) return null;
	const { credential, length, digest } = found;
	return {
		credential,
		comparePaper(pdf) {
			const begun = createHash('sha256').update(pdf.subarray(0, length)).digest();
			if (pdf.length < length || !begun.equals(digest)) return 'other';
			return pdf.length === length ? 'same' : 'extended';
		}
	};
}

/** The code in what a QR code says, or in what somebody pasted: an address of a certificate, or the code alone. */
export function codeIn(text: string): string | null {
	const address = /\/sertifikat\/([0-9A-Za-z-]{26,40})(?![0-9A-Za-z])/.exec(text.slice(0, 2_000));
	return readCode(address?.[1] ?? text.trim());
}
