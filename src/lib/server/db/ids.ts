const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text from outside can be one of our ids at all; PostgreSQL would fail on anything else. */
export function isId(text: string): boolean {
	return UUID.test(text);
}
