import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const folder = 'src/routes';

/** Every address the application answers, as its folders name it: `/belajar/[course=slug]`, without groups. */
export function listRoutes(): { pattern: string; page: boolean }[] {
	const found = new Map<string, boolean>();
	for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
		const page = entry.name === '+page.svelte' || entry.name === '+page.server.ts';
		if (!page && entry.name !== '+server.ts') continue;
		const path = dirname(join(entry.parentPath, entry.name)).slice(folder.length);
		const pattern = path.replace(/\/\([^)]+\)/g, '') || '/';
		found.set(pattern, page || (found.get(pattern) ?? false));
	}
	return [...found].map(([pattern, page]) => ({ pattern, page }));
}

/** What stands for the parameters of an address; a list makes several addresses. */
export type Values = Record<string, readonly string[]>;

/** The addresses of a pattern, one for each combination; throws where nobody said what may stand there. */
export function addressesOf(pattern: string, values: Values): string[] {
	const [, before = '', name, after = ''] =
		/^(.*?)\[{1,2}(?:\.{3})?(\w+)[^\]]*\]{1,2}(.*)$/.exec(pattern) ?? [];
	if (name === undefined) return [pattern];
	const known = values[name];
	if (!known) throw new Error(`say in this test what may stand for [${name}] in ${pattern}`);
	return known.flatMap((value) => addressesOf(`${before}${value}${after}`, values));
}
