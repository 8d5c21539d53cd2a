/** What the renderer writes when one place of a page points at another. Text of an author cannot contain it: quotes are escaped. */
const anchor = /( id="| href="#)([^"]+)"/g;

/** Parts that stand as landmarks of their own: tables and footnotes. */
const landmark = /(<section class="footnotes"|role="region") aria-label="([^"]+)"/g;

/** As the renderer writes them; in a text of an author "<" is escaped. */
const heading = /(<\/?h)([2-6])(?=[ >])/g;

/**
 * Rendered HTML as one of several texts on a page: its ids cannot meet those of the others, its landmarks carry the
 * text's title, and its headings stand `deeper` by so many levels, below that title.
 */
export function amongOthers(
	html: string,
	{ id, title }: { id: string; title: string },
	deeper: number
): string {
	return movedHeadings(html, deeper)
		.replace(anchor, (_all, before: string, own: string) => `${before}${idAmongOthers(id, own)}"`)
		.replace(
			landmark,
			(_all, before: string, label: string) =>
				`${before} aria-label="${label}, ${escapeAttribute(title)}"`
		);
}

/** The same text with its headings lower by some levels, or higher by as many less than none; h2 to h6 remain. */
export function movedHeadings(html: string, deeper: number): string {
	return html.replace(
		heading,
		(_all, tag: string, level: string) =>
			`${tag}${Math.min(6, Math.max(2, Number(level) + deeper))}`
	);
}

/** The id that a place of a text has among others. */
export function idAmongOthers(textId: string, id: string): string {
	return `${textId}--${id}`;
}

function escapeAttribute(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
