/** Why the domain says no; one hook turns it into a status. */
export type RefusalReason = 'not-found' | 'forbidden' | 'conflict' | 'invalid';

/**
 * The domain's one error class: a rule said no. `code` names the sentence in the message
 * catalogue, `params` fill it. Anything else that is thrown is a bug.
 */
export class Refusal extends Error {
	readonly reason: RefusalReason;
	readonly code: string;
	readonly params: Readonly<Record<string, string | number>>;

	constructor(
		reason: RefusalReason,
		code: string,
		params: Readonly<Record<string, string | number>> = {}
	) {
		super(`${reason}: ${code}`);
		this.name = 'Refusal';
		this.reason = reason;
		this.code = code;
		this.params = params;
	}
}
