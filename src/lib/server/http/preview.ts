import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { serverRendered } from '../../server-rendered.ts';
import type { Asset } from '../catalog/course.ts';
import type { Preview } from '../catalog/preview.ts';
import { previewAddress } from '../catalog/preview-address.ts';
import type { PreviewedCourse } from '../catalog/previewed-course.ts';
import { leftPreview } from './left-preview.ts';

/** The preview this process shows. In the ordinary application its addresses do not exist. */
export function demandPreview(): Preview {
	return leftPreview ?? error(404);
}

/** The course of this name, or the answer that there is none. */
export function demandPreviewed(preview: Preview, courseId: string): PreviewedCourse {
	return preview.courses().find(({ id }) => id === courseId) ?? error(404);
}

/**
 * What every page of the preview carries beside what learners see: which file is open, what the checks say of the
 * whole course, and the name of the state shown. Holds no key.
 */
export function besideText(preview: Preview, course: PreviewedCourse, file: string) {
	const { remarks, totals, id } = course;
	return serverRendered({
		version: preview.version(),
		courseId: id,
		file,
		remarks: [
			...remarks,
			...preview.problems().map((problem) => ({ ...problem, why: '', href: null }))
		],
		totals
	});
}

/** A figure of the courses previewed, by its hash. */
export function previewedFile(preview: Preview, sha256: string): Asset | null {
	for (const course of preview.courses()) {
		const asset = course.asset(sha256);
		if (asset) return asset;
	}
	return null;
}

/** Routes that a preview shares with the ordinary application. */
const SHARED = new Set(['/berkas/[sha256=sha256]/[name]', '/tampilan']);
const OWN = '/(author)/pratinjau';

/**
 * In a preview every other address is closed; those by which learners reach the same page, which links in lessons
 * carry, lead to the preview's.
 */
export function keepToPreview({ route, url }: RequestEvent): void {
	if (route.id === null || route.id.startsWith(OWN) || SHARED.has(route.id)) return;
	if (url.pathname === '/' || url.pathname === '/katalog') redirect(307, '/pratinjau');
	const [, course = '', page = ''] =
		/^\/(?:belajar|katalog)\/([^/]+)(?:\/([^/]+))?$/.exec(url.pathname) ?? error(404);
	redirect(307, previewAddress(decodeURIComponent(course), decodeURIComponent(page)));
}

/** The changes of a preview as server-sent events: the state's name at once and after each change, until it ends. */
export function changesOf({ version, listen, closed }: Preview): ReadableStream<string> {
	let stop = () => {};
	return new ReadableStream<string>({
		start(controller) {
			const tell = () => controller.enqueue(`retry: 1000\ndata: ${version()}\n\n`);
			const unlisten = listen(tell);
			const end = () => {
				stop();
				controller.close();
			};
			stop = () => {
				unlisten();
				closed.removeEventListener('abort', end);
			};
			closed.addEventListener('abort', end);
			tell();
		},
		cancel: () => stop()
	});
}
