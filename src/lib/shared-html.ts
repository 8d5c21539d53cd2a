import { withHeld } from './held-html.ts';

/** What was made of the objects and values on the way from the root to here. */
interface Branch {
	html: string | null;
	objects: WeakMap<object, Branch>;
	values: Map<unknown, Branch>;
}

const root = branch();

function branch(): Branch {
	return { html: null, objects: new WeakMap(), values: new Map() };
}

/**
 * HTML that everybody gets alike, made once. `of` names all it is made of, first an object: with that object it is
 * kept, and forgotten. Objects count by identity, anything else by value.
 */
export function sharedHtml(of: readonly [object, ...unknown[]], make: () => string): string {
	let at = root;
	for (const part of of) {
		const next = typeof part === 'object' && part !== null ? at.objects : at.values;
		let found = next.get(part as object);
		if (!found) next.set(part as object, (found = branch()));
		at = found;
	}
	// What it holds itself would be let go while this is kept.
	return (at.html ??= withHeld(make()));
}
