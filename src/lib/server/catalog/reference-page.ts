import { parseMarkdown } from '../markdown/parse.ts';
import { renderTokens } from '../markdown/render.ts';
import { formatReference } from './reference.ts';

/** The reference of the format as a page of the site. */
export interface ReferencePage {
	html: string;
	/** Its sections with the parts of each, for the table of contents. */
	sections: { id: string; text: string; parts: { id: string; text: string }[] }[];
}

let made: ReferencePage | null = null;

/** Renders the reference once a process; it changes only with the code. */
export function formatPage(): ReferencePage {
	made ??= render();
	return made;
}

function render(): ReferencePage {
	const { tokens, headings } = parseMarkdown(formatReference('/panduan'));
	const html = renderTokens(tokens, {
		headingIds: new Set(headings.map(({ id }) => id)),
		// Links into a course and pictures are shown as code only.
		image: () => null,
		file: () => null,
		term: () => null
	});
	const sections: ReferencePage['sections'] = [];
	for (const { id, text, level } of headings) {
		if (level === 2) sections.push({ id, text, parts: [] });
		else sections.at(-1)?.parts.push({ id, text });
	}
	return { html, sections };
}
