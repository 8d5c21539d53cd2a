import { messagesIn } from '#lib/messages/catalogue.ts';

// Pages are plain HTML: they work without JavaScript and cost no client runtime (CONTRIBUTING, decision 2).
export const csr = false;

export function load({ data }) {
	const frame = data.frame.value;
	return { ...frame, m: messagesIn(frame.language) };
}
