import type { Token } from 'markdown-it';
import type { DirectiveMeta } from './directives.ts';
import { ownNote } from './footnotes.ts';

/** What of two texts is compared. */
interface Compared {
	/** As a page shows them: with the space between list items, and without comments. */
	shown?: boolean;
	/** The ids of directives too. */
	ids?: boolean;
}

/**
 * What tokens say, as a text to compare: blocks, words, marks and attributes, without where they stand in the source
 * and how they are spelt there.
 */
export function meaning(
	tokens: readonly Token[],
	{ shown = false, ids = true }: Compared = {}
): string {
	const notes = new Set<readonly Token[]>();
	const essence = (token: Token): unknown[] => {
		const { type, tag, attrs, content, info, meta, hidden, children } = token;
		const { directive } = (meta ?? {}) as Partial<DirectiveMeta>;
		const note = ownNote(token);
		const told = note && !notes.has(note);
		if (told) notes.add(note);
		// Running text is compared by its children.
		const apart = type === 'inline' || (shown && type === 'comment');
		return [
			type,
			tag,
			attrs,
			apart ? '' : content,
			info,
			directive ? { ...directive, id: ids ? directive.id : null } : note ? null : meta,
			shown && hidden,
			children?.map(essence),
			// However often it is cited.
			...(told ? note.map(essence) : [])
		];
	};
	return JSON.stringify(tokens.map(essence));
}
