import type { Course, Finding } from './course.ts';

/** The order of editions, negative where `a` comes first: by year, then by number, so that 2026.9 precedes 2026.10. */
export function compareEditions(a: string, b: string): number {
	const [year = 0, number = 0] = a.split('.').map(Number);
	const [otherYear = 0, otherNumber = 0] = b.split('.').map(Number);
	return year - otherYear || number - otherNumber;
}

/** What keeps the edition of a course from being published where these editions of it, with other content, are out. */
export function misplacedEdition(course: Course, published: readonly string[]): Finding[] {
	const { edition } = course.fields;
	const place = { file: course.file, ...course.frontMatter.placeOf(['edition']) };
	if (published.includes(edition)) {
		const message = `Isi berubah, tetapi edisi ${edition} sudah terbit. Naikkan "edition" dan tulis "notes" di course.md.`;
		return [{ ...place, rule: 'edition-taken', message }];
	}
	const newest = published.toSorted(compareEditions).at(-1);
	if (newest === undefined || compareEditions(edition, newest) > 0) return [];
	const message = `Edisi ${edition} lebih lama daripada ${newest} yang sudah terbit di sini. Untuk isi baru, naikkan "edition" melewati ${newest}; edisi lama dari tempat lain hanya dapat diterbitkan sebelum yang lebih baru.`;
	return [{ ...place, rule: 'edition-older', message }];
}
