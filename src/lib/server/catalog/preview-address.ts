/** Where the preview shows a course, or a page of it. */
export function previewAddress(courseId: string, page = ''): string {
	const base = `/pratinjau/${encodeURIComponent(courseId)}`;
	return page === '' ? base : `${base}/${encodeURIComponent(page)}`;
}
