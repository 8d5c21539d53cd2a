import { LARGEST_PAPER, readAttachment, type Inflate } from '../paper/attached.ts';

/** Name of the credential that a certificate's PDF carries. */
export const CREDENTIAL = 'kredensial.json';

/** Why a document tells nothing that could be checked. */
export type Unreadable = 'empty' | 'large' | 'bare-paper' | 'beyond-measure' | 'other-file';

/** A document somebody shows as a certificate: the credential in it, or why there is none. */
export type Shown =
	{ credential: string; paper: Uint8Array | null } | { credential: null; why: Unreadable };

/** Reads a certificate's PDF or its credential as JSON, on a server or in a browser. Never fails. */
export function readShown(bytes: Uint8Array, inflate: Inflate): Shown {
	if (bytes.length === 0) return { credential: null, why: 'empty' };
	if (bytes.length > LARGEST_PAPER) return { credential: null, why: 'large' };
	if (isPdf(bytes)) {
		const attached = readAttachment(bytes, CREDENTIAL, inflate);
		if (attached === 'beyond-measure') return { credential: null, why: attached };
		const credential = attached === 'none' ? null : textOf(attached);
		return credential === null ? { credential, why: 'bare-paper' } : { credential, paper: bytes };
	}
	const text = textOf(bytes);
	return text?.trimStart().startsWith('{')
		? { credential: text, paper: null }
		: { credential: null, why: 'other-file' };
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
