/**
 * Marks data that only the server's rendering of a page needs. Kit serialises what a server `load` returns even where
 * no client runtime will read it; what carries this mark is left out (src/hooks.ts). That spares a
 * lesson some of its time, keeps the text from being sent twice, and lets functions, such as the messages, reach a page.
 */
export function serverRendered<Value extends object>(value: Value): Value {
	return Object.assign(Object.create(MARK) as object, value) as Value;
}

/** Whether `serverRendered` made this. */
export function isServerRendered(value: unknown): boolean {
	return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === MARK;
}

const MARK = {};
