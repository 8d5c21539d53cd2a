/** What the renderer writes when one place of a page points at another. Text of an author cannot contain it: quotes are escaped. */
const anchor = /( id="| href="#)([^"]+)"/g;

/** Parts that stand as landmarks of their own: tables and footnotes. */
const landmark = /(<section class="footnotes"|role="region") aria-label="([^"]+)"/g;

/**
 * Rendered HTML as one of several texts on a page: its ids cannot meet those of the others, and its landmarks carry
 * the text's title.
 */
export function amongOthers(html: string, { id, title }: { id: string; title: string }): string {
	return html
		.replace(anchor, (_all, before: string, own: string) => `${before}${id}--${own}"`)
		.replace(
			landmark,
			(_all, before: string, label: string) =>
				`${before} aria-label="${label}, ${escapeAttribute(title)}"`
		);
}

function escapeAttribute(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
