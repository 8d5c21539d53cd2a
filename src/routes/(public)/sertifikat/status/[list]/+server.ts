import { publishedJson } from '#lib/server/http/published.ts';
import { readStatusList } from '#lib/server/http/status-lists.ts';
import { Refusal } from '#lib/server/refusal.ts';

/** Which certificates were revoked, as W3C Bitstring Status List; certificates name it by this address for ever. */
export async function GET({ params }) {
	const text = await readStatusList(params.list);
	if (text === null) throw new Refusal('not-found', 'status-list-unknown');
	return publishedJson(text, 'application/vc');
}
