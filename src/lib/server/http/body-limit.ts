import type { RequestEvent } from '@sveltejs/kit';

/** Bytes that a form without a file may have. */
const MOST = 512 * 1024;

/** Pages whose forms carry a file. They take what the server takes at all, to say in place that a file is too large. */
const CARRYING_FILES = new Set<string | null>([
	'/(learner)/capaian/catat',
	'/(learner)/belajar/[course=slug]/proyek',
	'/(learner)/capaian/luar/[submission=uuid]',
	'/(public)/cek-sertifikat'
]);

/** Whether a form is larger than its page takes, or does not say how large it is. */
export function isTooLarge({ request, route }: Pick<RequestEvent, 'request' | 'route'>): boolean {
	if (request.method !== 'POST' || !route.id || CARRYING_FILES.has(route.id)) return false;
	const length = request.headers.get('content-length');
	return length === null || !(Number(length) <= MOST);
}
