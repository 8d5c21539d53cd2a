import { messagesIn } from '#lib/messages/catalogue.ts';

// Pages are plain HTML: they work without JavaScript and cost no client runtime (CONTRIBUTING, decision 2).
export const csr = false;

export function load({ data }) {
	return { ...data, m: messagesIn(data.language) };
}
