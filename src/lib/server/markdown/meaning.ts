import type { Token } from 'markdown-it';
import type { DirectiveMeta } from './directives.ts';

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
	const essence = ({
		type,
		tag,
		attrs,
		content,
		info,
		meta,
		hidden,
		children
	}: Token): unknown[] => {
		const { directive } = (meta ?? {}) as Partial<DirectiveMeta>;
		// Running text is compared by its children.
		const apart = type === 'inline' || (shown && type === 'comment');
		return [
			type,
			tag,
			attrs,
			apart ? '' : content,
			info,
			directive ? { ...directive, id: ids ? directive.id : null } : meta,
			shown && hidden,
			children?.map(essence)
		];
	};
	return JSON.stringify(tokens.map(essence));
}
