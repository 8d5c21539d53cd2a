/** What is looked for, from the address: one line, at most 100 characters. */
export function readQuery(url: URL): string {
	const query = url.searchParams.get('q') ?? '';
	return query
		.replace(/\p{Cc}/gu, ' ')
		.trim()
		.slice(0, 100);
}

/** Which page of a long list is asked for, from 1; whatever else stands there is the first. */
export function readPage(url: URL): number {
	const page = Number(url.searchParams.get('hal'));
	return Number.isInteger(page) && page > 0 && page < 1000 ? page : 1;
}
