/** What stands between the braces of `:::name{#id key=value .flag}`. */
export interface Attributes {
	id: string | null;
	values: Record<string, string>;
	flags: string[];
}

/** One attribute as written, and where: offsets within the text that was read. */
export interface AttributePart {
	kind: 'id' | 'flag' | 'value';
	/** Of a value its key, else the id or flag itself. */
	key: string;
	from: number;
	to: number;
}

interface ReadAttributes extends Attributes {
	parts: AttributePart[];
	/** Offset of the closing brace; null when there are no braces, or they do not close. */
	closing: number | null;
	/** What could not be read. */
	rest: string;
}

/**
 * Reads `{#id key=value key="v v" .flag}` in one pass. Within double quotes `\"` stands for a quote and `\\` for a
 * backslash; every other backslash is itself.
 */
export function readAttributes(text: string): ReadAttributes {
	const found: ReadAttributes = {
		id: null,
		values: {},
		flags: [],
		parts: [],
		closing: null,
		rest: text
	};
	if (!text.startsWith('{')) return found;
	const part =
		/[ \t]*(?:#([\w-]+)|\.([\w-]+)|([\w-]+)=(?:"((?:[^"\\]|\\[^])*)"|'([^']*)'|([^\s{}"']+)))/y;
	part.lastIndex = 1;
	let at = 1;
	for (let match = part.exec(text); match; match = part.exec(text)) {
		const [whole, id, flag, key, double, single, bare] = match;
		at = part.lastIndex;
		const span = { from: at - whole.trimStart().length, to: at };
		if (id) {
			found.id = id;
			found.parts.push({ kind: 'id', key: id, ...span });
		} else if (flag) {
			found.flags.push(flag);
			found.parts.push({ kind: 'flag', key: flag, ...span });
		} else if (key) {
			const value = double?.replace(/\\(["\\])/g, '$1') ?? single ?? bare ?? '';
			// Not an assignment: a key may be called __proto__.
			Object.defineProperty(found.values, key, { value, enumerable: true, configurable: true });
			found.parts.push({ kind: 'value', key, ...span });
		}
	}
	const end = /[ \t]*\}/y;
	end.lastIndex = at;
	if (!end.test(text)) return { ...found, rest: text.slice(at) };
	return { ...found, closing: end.lastIndex - 1, rest: text.slice(end.lastIndex).trim() };
}

/** Attributes as they are written behind a directive's name, in the order given; nothing when there are none. */
export function printAttributes({ id, values, flags }: Attributes): string {
	const parts = [
		...(id === null ? [] : [`#${id}`]),
		...Object.entries(values).map(([key, value]) => printAttribute(key, value)),
		...flags.map((flag) => `.${flag}`)
	];
	return parts.length === 0 ? '' : `{${parts.join(' ')}}`;
}

/** `key=value`, in quotes where a bare word would not do. */
export function printAttribute(key: string, value: string): string {
	if (/^[\p{L}\p{N}._:/@%+-]+$/u.test(value)) return `${key}=${value}`;
	return `${key}="${value.replace(/["\\]/g, '\\$&')}"`;
}
