import MarkdownIt from 'markdown-it';

/** Makes text safe between tags and within quoted attributes. */
export const { escapeHtml } = new MarkdownIt().utils;

/** Attributes as written in a tag, each with a space before it; those that are null are left out. */
export function attributes(pairs: Record<string, string | number | null>): string {
	return Object.entries(pairs)
		.filter(([, value]) => value !== null)
		.map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
		.join('');
}
