import { posix } from 'node:path';
import type { RenderContext } from '../markdown/render.ts';
import type { Course } from './course.ts';
import type { References } from './tables.ts';

/** Gathers what the texts of a course may point at. */
export function referencesOf(course: Course): References {
	return {
		courseId: course.id,
		lessons: Object.fromEntries(
			course.modules.flatMap(({ lessons }) => lessons.map(({ file, id }) => [file, id]))
		),
		assets: Object.fromEntries(
			course.assets.map(({ path, sha256, width, height, mediaType, bytes }) => [
				path,
				{ sha256, width, height, mediaType, bytes: bytes.length }
			])
		),
		terms: course.glossary.map(({ id }) => id)
	};
}

/** A path as written in `file`, from the course folder; null when it leads out of the folder. */
function resolvePath(file: string, path: string): string | null {
	const resolved = posix.normalize(posix.join(posix.dirname(file), path.normalize('NFC')));
	return resolved.startsWith('..') || posix.isAbsolute(resolved) ? null : resolved;
}

/** The public address of a stored file. */
function assetAddress(sha256: string, path: string): string {
	return `/berkas/${sha256}/${encodeURIComponent(posix.basename(path))}`;
}

const termSets = new WeakMap<References, ReadonlySet<string>>();

/** The terms as a set, made once for all files of a course. */
function termsOf(references: References): ReadonlySet<string> {
	const known = termSets.get(references) ?? new Set(references.terms);
	termSets.set(references, known);
	return known;
}

/** Where the terms of a lesson are explained: in popovers of its own page. */
export const POPOVERS = '';

/** The glossary of the edition that a learner takes. */
export function glossaryOf(courseId: string): string {
	return `/belajar/${courseId}/glosarium`;
}

/**
 * How the text of one file finds what it refers to. `glossary` is the page that explains its terms; null leaves them
 * as plain text.
 */
export function contextFor(
	references: References,
	file: string,
	headingIds: ReadonlySet<string>,
	glossary: string | null = POPOVERS
): RenderContext {
	const terms = termsOf(references);
	const assetAt = (path: string) => {
		const resolved = resolvePath(file, decoded(path));
		const asset =
			resolved !== null && Object.hasOwn(references.assets, resolved)
				? references.assets[resolved]
				: undefined;
		return asset && resolved !== null
			? { ...asset, href: assetAddress(asset.sha256, resolved) }
			: null;
	};
	return {
		headingIds,
		term: (id) => (glossary !== null && terms.has(id) ? `${glossary}#istilah-${id}` : null),
		image: assetAt,
		file(path, fragment) {
			const resolved = resolvePath(file, path);
			const lesson =
				resolved !== null && Object.hasOwn(references.lessons, resolved)
					? references.lessons[resolved]
					: undefined;
			if (lesson === undefined) return storedFile(assetAt(path));
			const place =
				fragment === null
					? ''
					: `#${encodeURIComponent(fragment.startsWith('bagian-') ? fragment : `bagian-${fragment}`)}`;
			return { href: `/belajar/${references.courseId}/${lesson}${place}` };
		}
	};
}

function storedFile(asset: (References['assets'][string] & { href: string }) | null) {
	if (!asset) return null;
	const { href, mediaType, bytes } = asset;
	return { href, stored: mediaType && bytes ? { mediaType, bytes } : null };
}

function decoded(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		// A stray per cent sign is an ordinary character of a file name.
		return path;
	}
}
