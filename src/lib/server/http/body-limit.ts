import type { RequestEvent } from '@sveltejs/kit';
import { LARGEST_PAPER } from '../paper/attached.ts';

/** Bytes that a form without a file may have. */
const MOST = 512 * 1024;

/**
 * Forms that carry a file, by page and action, with the bytes they may have. Those of signed-in people take what the
 * server takes at all, to say in place that a file is too large; anybody may send the other one, so it takes little more
 * than the largest document that is looked into.
 */
const CARRYING_FILES = new Map<string, number>([
	['/(learner)/capaian/catat', Infinity],
	['/(learner)/belajar/[course=slug]/proyek', Infinity],
	['/(learner)/capaian/luar/[submission=uuid]', Infinity],
	['/(public)/cek-sertifikat?/document', LARGEST_PAPER + 200_000]
]);

/** Whether a form is larger than its page takes, or does not say how large it is. */
export function isTooLarge({
	request,
	route,
	url
}: Pick<RequestEvent, 'request' | 'route' | 'url'>): boolean {
	if (request.method !== 'POST' || !route.id) return false;
	const most = CARRYING_FILES.get(route.id) ?? CARRYING_FILES.get(route.id + url.search) ?? MOST;
	if (most === Infinity) return false;
	const length = request.headers.get('content-length');
	return length === null || !(Number(length) <= most);
}
