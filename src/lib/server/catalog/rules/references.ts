import { nearestAmong } from '../../markdown/nearest.ts';
import { contextFor, referencesOf } from '../references.ts';
import { lessonsOf, read, readingPages } from './structure.ts';
import type { Hit, Rule, Subject } from './rule.ts';

function brokenLinks(subject: Subject): Hit[] {
	const references = referencesOf(subject.course);
	const names = [...Object.keys(references.lessons), ...Object.keys(references.assets)];
	const guessed = nearestAmong(names.map((path) => path.slice(path.indexOf('/') + 1)));
	return readingPages(subject).flatMap(({ file, document }) => {
		const context = contextFor(references, file, new Set(document.headings.map(({ id }) => id)));
		return document.links.flatMap(({ target, line, column }): Hit[] => {
			if (target.kind === 'file' && context.file(target.path, target.fragment) === null) {
				const guess = guessed(target.path);
				return [
					{
						file,
						line,
						column,
						message: `Tautan ke "${target.path}" tidak menunjuk materi atau berkas yang ada.${guess ? ` Maksud Anda "${guess}"?` : ' Periksa namanya.'}`
					}
				];
			}
			if (
				target.kind === 'fragment' &&
				![target.fragment, `bagian-${target.fragment}`].some((id) => context.headingIds.has(id))
			) {
				return [
					{
						file,
						line,
						column,
						message: `Tautan "#${target.fragment}" tidak menunjuk judul bagian di berkas ini. Periksa judulnya.`
					}
				];
			}
			return [];
		});
	});
}

function unsafeLinks(subject: Subject): Hit[] {
	return readingPages(subject).flatMap(({ file, document }) =>
		document.links.flatMap(({ target, line, column }) =>
			target.kind === 'refused'
				? [
						{
							file,
							line,
							column,
							message: `Alamat "${target.href.slice(0, 60)}" tidak dapat dipakai. Pakai https://, mailto:, reg:, atau jalur berkas.`
						}
					]
				: []
		)
	);
}

function missingAssets(subject: Subject): Hit[] {
	const references = referencesOf(subject.course);
	const names = Object.keys(references.assets).map((name) => name.slice(name.indexOf('/') + 1));
	const guessed = nearestAmong(names);
	return readingPages(subject).flatMap(({ file, document }) => {
		const context = contextFor(references, file, new Set());
		return document.images.flatMap(({ path, line, column }) => {
			if (context.image(path)) return [];
			const foreign = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(path);
			const guess = guessed(path);
			const advice = foreign
				? ' Simpan gambarnya di folder assets; materi tidak memuat apa pun dari situs lain.'
				: guess
					? ` Maksud Anda "${guess}"?`
					: ' Simpan gambarnya di folder assets.';
			return [{ file, line, column, message: `Gambar "${path.slice(0, 80)}" tidak ada.${advice}` }];
		});
	});
}

function unknownTerms(subject: Subject): Hit[] {
	const terms = new Map(subject.course.glossary.map(({ id, term }) => [id, term]));
	const guessed = nearestAmong([...terms.keys()]);
	return readingPages(subject).flatMap(({ file, document }) =>
		document.terms.flatMap(({ term, text, line, column }) => {
			if (terms.has(term)) return [];
			const guess = guessed(term);
			return [
				{
					file,
					line,
					column,
					message: `Istilah "${text}" tidak ada di glossary.md.${guess ? ` Maksud Anda [[${terms.get(guess)}]]?` : ' Tambahkan penjelasannya.'}`
				}
			];
		})
	);
}

function unknownObjectives({ course }: Subject): Hit[] {
	const known = course.modules.flatMap(({ fields }) => fields.objectives.map(({ id }) => id));
	const guessed = nearestAmong(known);
	const message = (id: string) => {
		const guess = guessed(id);
		return `Tujuan "${id}" tidak ada di module.md.${guess ? ` Maksud Anda "${guess}"?` : ` Yang ada: ${known.join(', ')}.`}`;
	};
	const inLessons = lessonsOf({ course }).flatMap((lesson) =>
		lesson.fields.objectives.flatMap((id, at) =>
			known.includes(id)
				? []
				: [
						{
							file: lesson.file,
							...lesson.frontMatter.placeOf(['objectives', at]),
							message: message(id)
						}
					]
		)
	);
	const inQuestions = course.questions.flatMap(({ objective, file, line, column }) =>
		objective === null || known.includes(objective)
			? []
			: [{ file, line, column, message: message(objective) }]
	);
	return [...inLessons, ...inQuestions];
}

function unknownCompetencies({ course, competencies }: Subject): Hit[] {
	const pages = [course, ...course.modules];
	const guessed = nearestAmong([...competencies.keys()]);
	return pages.flatMap(({ file, fields, frontMatter }) =>
		fields.competencies.flatMap(({ id, level }, at): Hit[] => {
			const known = competencies.get(id);
			if (!known) {
				const guess = guessed(id);
				return [
					{
						file,
						...frontMatter.placeOf(['competencies', at, 'id']),
						message: `Kompetensi "${id}" tidak ada di competencies.yaml.${guess ? ` Maksud Anda "${guess}"?` : ' Tambahkan butirnya.'}`
					}
				];
			}
			if (known.levels[level] !== undefined) return [];
			return [
				{
					file,
					...frontMatter.placeOf(['competencies', at, 'level']),
					message: `${known.name} tidak punya tingkat ${level}. Pakai salah satu: ${Object.keys(known.levels).sort().join(', ')}.`
				}
			];
		})
	);
}

/** Rules of what a text points at. */
export const references: Record<string, Rule> = {
	'broken-link': { ...read('Perbaiki tujuan tautannya.', true), run: brokenLinks },
	'unsafe-link': { ...read('Pakai https://, mailto:, reg:, atau jalur berkas.'), run: unsafeLinks },
	'missing-asset': { ...read('Simpan gambarnya di folder assets.'), run: missingAssets },
	'unknown-term': { ...read('Tambahkan istilahnya di glossary.md.', true), run: unknownTerms },
	'unknown-objective': { ...read('Sebut tujuan yang ada di module.md.'), run: unknownObjectives },
	'unknown-competency': {
		...read('Sebut kompetensi dan tingkat yang ada di competencies.yaml.'),
		run: unknownCompetencies
	}
};
