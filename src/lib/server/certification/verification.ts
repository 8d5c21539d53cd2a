import { NODE_MEANS } from './proof.ts';
import { judgeCredential, type Verdict } from './verdict.ts';

/** `judgeCredential` on this server. */
export function verifyCredential(text: string, publicKeys: readonly string[]): Promise<Verdict> {
	return judgeCredential(text, publicKeys, NODE_MEANS);
}
