import { LARGEST_PAPER } from '../paper/attached.ts';
import { readAttachedCredential } from './paper.ts';

/** Largest document that is looked into (bytes). */
export const LARGEST_SHOWN = LARGEST_PAPER;

/** Why a document tells nothing that could be checked. */
export type Unreadable = 'empty' | 'large' | 'bare-paper' | 'other-file';

/** A document somebody shows as a certificate: the credential in it, or why there is none. */
export type Shown =
	{ credential: string; paper: Uint8Array | null } | { credential: null; why: Unreadable };

/** Reads a certificate's PDF or its credential as JSON. Never fails. */
export function readShown(bytes: Uint8Array): Shown {
	if (bytes.length === 0) return { credential: null, why: 'empty' };
	if (bytes.length > LARGEST_SHOWN) return { credential: null, why: 'large' };
	if (Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) {
		const credential = readAttachedCredential(bytes);
		return credential === null ? { credential, why: 'bare-paper' } : { credential, paper: bytes };
	}
	const text = textOf(bytes);
	return text?.trimStart().startsWith('{')
		? { credential: text, paper: null }
		: { credential: null, why: 'other-file' };
}

function textOf(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}
