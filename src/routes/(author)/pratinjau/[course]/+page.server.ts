import { previewAddress } from '#lib/server/catalog/preview-address.ts';
import { besideText, demandPreview, demandPreviewed } from '#lib/server/http/preview.ts';
import { statesIn } from '#lib/server/journeys/preview-lesson.ts';
import { serverRendered } from '#lib/server-rendered.ts';

export function load({ params }) {
	const preview = demandPreview();
	const course = demandPreviewed(preview, params.course);
	const { outline, readable } = course;
	return serverRendered({
		outline,
		readable,
		states: statesIn(preview, course),
		base: previewAddress(course.id),
		beside: besideText(preview, course, 'course.md')
	});
}
