/** Texts and signs of JSON; what stands between them is no matter here. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:]/g;

/**
 * Whether an object in this JSON says one term twice, however it is spelt. Readers differ in which of the two they take,
 * so a signature would hold for one of them and not for the other. The text must be JSON.
 */
export function doublesTerm(json: string): boolean {
	const open: Set<string>[] = [];
	let text = '';
	for (const [token] of json.matchAll(TOKENS)) {
		if (token === '{' || token === '[') open.push(new Set());
		else if (token === '}' || token === ']') open.pop();
		else if (token !== ':') text = token;
		else {
			const terms = open.at(-1)!;
			const term = JSON.parse(text) as string;
			if (terms.has(term)) return true;
			terms.add(term);
		}
	}
	return false;
}
