import { serverRendered } from '#lib/server-rendered.ts';
import { formatPage } from '#lib/server/catalog/reference-page.ts';

export function load() {
	return { reference: serverRendered(formatPage()) };
}
