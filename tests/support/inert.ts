/** Every element our renderer writes, with the attributes each may carry. */
export const rendered: Readonly<Record<string, readonly string[]>> = {
	a: ['href', 'class', 'rel', 'id', 'aria-label', 'title', 'data-article'],
	aside: ['class', 'role'],
	blockquote: [],
	br: [],
	button: ['type', 'class', 'popovertarget'],
	code: [],
	details: ['class'],
	div: ['class', 'tabindex', 'role', 'aria-label'],
	em: [],
	figcaption: [],
	figure: ['class'],
	h1: ['id'],
	h2: ['id'],
	h3: ['id'],
	h4: ['id'],
	h5: ['id'],
	h6: ['id'],
	hr: [],
	img: ['src', 'alt', 'width', 'height', 'loading', 'decoding'],
	li: ['id'],
	ol: ['start', 'class', 'type'],
	p: ['class'],
	pre: [],
	s: [],
	section: ['class', 'aria-label'],
	span: ['class', 'data-reg'],
	strong: [],
	summary: [],
	sup: ['class'],
	table: [],
	tbody: [],
	td: ['class'],
	th: ['class', 'scope'],
	thead: [],
	tr: [],
	track: ['kind', 'src', 'srclang', 'label', 'default'],
	ul: [],
	video: ['controls', 'src', 'preload', 'poster', 'width', 'height', 'aria-label']
};
const voids = ['br', 'hr', 'img', 'track'];

/** Addresses that neither run nor load from elsewhere; a link may lead to another site. */
const link =
	/^(?:https?:\/\/[^\s"<>\\]+|mailto:[^\s"'<>\\]+|reg:[a-z0-9-]+(?:#[a-z0-9-]+)?|#[\w%-]+|\/(?!\/)[^\s"'<>\\]*)$/i;
const source = /^\/(?!\/)[^\s"<>\\]*$/;

/** Ids that cannot be taken for those of the page around the text. */
const id = /^(?:bagian-[a-z0-9-]+|catatan-\d+|rujukan-\d+(?:-\d+)?)$/;

/** Reads HTML strictly: any element, attribute, id or address outside the lists, and any loose "<", is a breach. */
export function breaches(html: string): string[] {
	const found: string[] = [];
	const open: string[] = [];
	const ids = new Set<string>();
	let at = 0;
	for (const match of html.matchAll(/<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)>/g)) {
		if (html.slice(at, match.index).includes('<')) found.push(`loose < before ${match.index}`);
		at = match.index + match[0].length;
		const [, slash, name = '', attributes = ''] = match;
		if (!Object.hasOwn(rendered, name)) found.push(`element ${name}`);
		if (slash) {
			if (open.pop() !== name) found.push(`unbalanced ${name}`);
			continue;
		}
		if (name === 'a' && open.includes('a')) found.push('a link in a link');
		if (!voids.includes(name)) open.push(name);
		for (const [, key = '', value = ''] of attributes.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)) {
			if (!rendered[name]?.includes(key)) found.push(`attribute ${name}.${key}`);
			const plain = decoded(value);
			if (key === 'href' && !link.test(plain)) found.push(`address ${plain}`);
			if ((key === 'src' || key === 'poster') && !source.test(plain)) found.push(`source ${plain}`);
			if (key === 'id' && !id.test(plain)) found.push(`id ${plain}`);
			if (key === 'id' && ids.has(plain)) found.push(`id ${plain} twice`);
			if (key === 'id') ids.add(plain);
		}
	}
	if (html.slice(at).includes('<')) found.push('loose < at the end');
	if (open.length > 0) found.push(`left open: ${open.join(' ')}`);
	return found;
}

function decoded(value: string): string {
	return value
		.replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)))
		.replace(/&quot;/g, '"')
		.replace(/&amp;/g, '&');
}
