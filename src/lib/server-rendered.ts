/**
 * Marks data that only the server's rendering of a page needs: all that a `load` returns, or a part of it. Kit
 * serialises such data even where no client runtime will read it; what carries this mark is left out (src/hooks.ts).
 * That spares a lesson some of its time, keeps the text from being sent twice, and lets functions, such as the
 * messages, reach a page.
 */
export function serverRendered<Value extends object>(value: Value): Value {
	marked.add(value);
	return value;
}

/** Whether `serverRendered` marked this. */
export function isServerRendered(value: unknown): boolean {
	return typeof value === 'object' && value !== null && marked.has(value);
}

const marked = new WeakSet<object>();
