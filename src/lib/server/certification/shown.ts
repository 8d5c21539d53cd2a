import { LARGEST_PAPER, readAttachment, type Inflate } from '../paper/attached.ts';

/** Name of the credential that a certificate's PDF carries. */
export const CREDENTIAL = 'kredensial.json';

/** Why a document tells nothing that could be checked. */
export type Unreadable = 'empty' | 'large' | 'bare-paper' | 'other-file';

/** A document somebody shows as a certificate: the credential in it, or why there is none. */
export type Shown =
	{ credential: string; paper: Uint8Array | null } | { credential: null; why: Unreadable };

/** Reads a certificate's PDF or its credential as JSON, on a server or in a browser. Never fails. */
export function readShown(bytes: Uint8Array, inflate: Inflate): Shown {
	if (bytes.length === 0) return { credential: null, why: 'empty' };
	if (bytes.length > LARGEST_PAPER) return { credential: null, why: 'large' };
	if (isPdf(bytes)) {
		const credential = credentialIn(bytes, inflate);
		return credential === null ? { credential, why: 'bare-paper' } : { credential, paper: bytes };
	}
	const text = textOf(bytes);
	return text?.trimStart().startsWith('{')
		? { credential: text, paper: null }
		: { credential: null, why: 'other-file' };
}

/** The credential that a certificate's PDF carries; null where it carries none, or is no PDF. Never fails. */
export function credentialIn(pdf: Uint8Array, inflate: Inflate): string | null {
	const bytes = readAttachment(pdf, CREDENTIAL, inflate);
	return bytes && textOf(bytes);
}

function isPdf(bytes: Uint8Array): boolean {
	return String.fromCharCode(...bytes.subarray(0, 1024)).includes('%PDF-');
}

function textOf(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}
