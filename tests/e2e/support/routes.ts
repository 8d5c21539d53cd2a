import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = 'src/routes';

/** Every address the application answers, as its folders name it: `/belajar/[course=slug]`, without groups. */
export function listRoutes(): { pattern: string; page: boolean }[] {
	const found = new Map<string, boolean>();
	for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
		const page = entry.name === '+page.svelte' || entry.name === '+page.server.ts';
		if (!page && entry.name !== '+server.ts') continue;
		const pattern = patternOf(entry.parentPath);
		found.set(pattern, page || (found.get(pattern) ?? false));
	}
	return [...found].map(([pattern, page]) => ({ pattern, page }));
}

/** The forms of the application's pages: patterns with the name of the action, as forms send it. */
export function listForms(): { pattern: string; action: string }[] {
	const sources = readdirSync(folder, { withFileTypes: true, recursive: true }).filter(
		({ name }) => name === '+page.server.ts'
	);
	return sources.flatMap((entry) => {
		const source = readFileSync(join(entry.parentPath, entry.name), 'utf8');
		const [, actions = ''] = /^export const actions = \{\n(.*?)^\};/ms.exec(source) ?? [];
		const names = [...actions.matchAll(/^\t(\w+)\b/gm)].map(([, name]) => name!);
		const pattern = patternOf(entry.parentPath);
		return names.map((name) => ({ pattern, action: name === 'default' ? '' : `?/${name}` }));
	});
}

/** Without groups, and with the characters that Kit's folders write by their number. */
const patternOf = (path: string) =>
	path
		.slice(path.indexOf(folder) + folder.length)
		.replace(/\/\([^)]+\)/g, '')
		.replace(/\[x\+([0-9a-f]{2})\]/g, (_, code: string) =>
			String.fromCharCode(Number.parseInt(code, 16))
		) || '/';

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
