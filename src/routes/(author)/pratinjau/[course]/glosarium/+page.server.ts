import { previewAddress } from '#lib/server/catalog/preview-address.ts';
import { besideText, demandPreview, demandPreviewed } from '#lib/server/http/preview.ts';
import { serverRendered } from '#lib/server-rendered.ts';

export function load({ params }) {
	const preview = demandPreview();
	const course = demandPreviewed(preview, params.course);
	const { outline, glossary } = course;
	return serverRendered({
		outline,
		glossary,
		base: previewAddress(course.id),
		beside: besideText(preview, course, 'glossary.md')
	});
}
