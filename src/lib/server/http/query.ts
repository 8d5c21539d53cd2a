/** What is looked for, from the address: one line, at most 100 characters. */
export function readQuery(url: URL): string {
	const query = url.searchParams.get('q') ?? '';
	return query
		.replace(/\p{Cc}/gu, ' ')
		.trim()
		.slice(0, 100);
}
