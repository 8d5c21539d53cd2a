import { redirect } from '@sveltejs/kit';
import { previewAddress } from '#lib/server/catalog/preview-address.ts';
import { demandPreview } from '#lib/server/http/preview.ts';
import { serverRendered } from '#lib/server-rendered.ts';

export function load() {
	const preview = demandPreview();
	const [first] = preview.courses();
	if (preview.single && first) redirect(307, previewAddress(first.id));
	const courses = preview.courses().map(({ id, outline, remarks }) => ({
		id,
		href: previewAddress(id),
		title: outline.title,
		code: outline.code,
		severities: remarks.map(({ severity }) => severity)
	}));
	const remarks = [
		...preview.problems().map((problem) => ({ ...problem, why: '', href: null })),
		...preview
			.courses()
			.flatMap((course) =>
				course.remarks.map((remark) => ({ ...remark, file: `${course.id}/${remark.file}` }))
			)
	];
	return serverRendered({ version: preview.version(), courses, remarks });
}
