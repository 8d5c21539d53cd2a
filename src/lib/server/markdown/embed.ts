/** What the renderer writes when one place of a page points at another. Text of an author cannot contain it: quotes are escaped. */
const anchor = /( id="| href="#)([^"]+)"/g;

/** Rendered HTML whose own ids cannot meet those of another text on the same page; `prefix` is a lesson's id. */
export function withOwnIds(html: string, prefix: string): string {
	return html.replace(anchor, (_all, before: string, id: string) => `${before}${prefix}--${id}"`);
}
