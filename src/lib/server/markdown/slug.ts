/** Whether a text holds every word of a query, whatever their case, accents and order; true for an empty query. */
export function holdsWords(text: string, query: string): boolean {
	const folded = fold(text);
	return fold(query)
		.split(/\s+/)
		.every((word) => folded.includes(word));
}

function fold(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** An address-safe form of a title: lower case, ASCII letters and digits joined by single hyphens. */
export function slug(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
}

/** Whether a text has the form of an id: lower case, ASCII letters and digits joined by single hyphens. */
export function isSlug(text: string): boolean {
	return text !== '' && slug(text) === text;
}
