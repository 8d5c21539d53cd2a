import type { Token } from 'markdown-it';
import type { DirectiveMeta } from './directives.ts';

/**
 * What tokens say, as a text to compare: blocks, words, marks and attributes, without where they stand in the source
 * and how they are spelt there, and without the space between list items.
 */
export function meaning(tokens: readonly Token[]): string {
	return JSON.stringify(tokens.map(essence));
}

function essence({ type, tag, attrs, content, info, meta, children }: Token): unknown[] {
	const { directive } = (meta ?? {}) as Partial<DirectiveMeta>;
	return [
		type,
		tag,
		attrs,
		// Running text is compared by its children.
		type === 'inline' ? '' : content,
		info,
		directive ?? meta,
		children?.map(essence)
	];
}
