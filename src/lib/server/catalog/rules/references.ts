import { nearestAmong } from '../../markdown/nearest.ts';
import { advice, error, type Hit, type Rule, type Subject } from './rule.ts';

function brokenLinks({ pages, references, contextOf }: Subject): Hit[] {
	const paths = [...Object.keys(references.lessons), ...Object.keys(references.assets)].map(
		(path) => path.slice(path.indexOf('/') + 1)
	);
	const guessed = nearestAmong(paths);
	return pages.flatMap((page) => {
		const { file, document } = page;
		const context = contextOf(page);
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

function unsafeLinks({ pages }: Subject): Hit[] {
	return pages.flatMap(({ file, document }) =>
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

function missingAssets({ pages, references, contextOf }: Subject): Hit[] {
	const names = Object.keys(references.assets).map((name) => name.slice(name.indexOf('/') + 1));
	const guessed = nearestAmong(names);
	return pages.flatMap((page) => {
		const { file, document } = page;
		const context = contextOf(page);
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

function unknownTerms({ course, pages }: Subject): Hit[] {
	const terms = new Map(course.glossary.map(({ id, term }) => [id, term]));
	const guessed = nearestAmong([...terms.keys()]);
	return pages.flatMap(({ file, document }) =>
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

function unknownObjectives({ course, lessons }: Subject): Hit[] {
	const ids = course.modules.flatMap(({ fields }) => fields.objectives.map(({ id }) => id));
	const known = new Set(ids);
	const guessed = nearestAmong(ids);
	const message = (id: string) => {
		const guess = guessed(id);
		return `Tujuan "${id}" tidak ada di module.md.${guess ? ` Maksud Anda "${guess}"?` : ` Yang ada: ${ids.slice(0, 12).join(', ')}${ids.length > 12 ? ', …' : '.'}`}`;
	};
	const inLessons = lessons.flatMap((lesson) =>
		lesson.fields.objectives.flatMap((id, at) =>
			known.has(id)
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
		objective === null || known.has(objective)
			? []
			: [{ file, line, column, message: message(objective) }]
	);
	const { tests, project } = course;
	const inTests = tests.flatMap(({ file, fields, frontMatter }) =>
		fields.items.flatMap(({ objective }, at) =>
			known.has(objective)
				? []
				: [
						{
							file,
							...frontMatter.placeOf(['items', at, 'objective']),
							message: message(objective)
						}
					]
		)
	);
	const inProject = (project?.fields.objectives ?? []).flatMap((id, at) =>
		!project || known.has(id)
			? []
			: [
					{
						file: project.file,
						...project.frontMatter.placeOf(['objectives', at]),
						message: message(id)
					}
				]
	);
	return [...inLessons, ...inQuestions, ...inTests, ...inProject];
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

function unknownPrerequisites({ course, siblings }: Subject): Hit[] {
	if (siblings === null) return [];
	const others = [...siblings].filter((id) => id !== course.id);
	const guessed = nearestAmong(others);
	return course.fields.prerequisites.flatMap((id, at): Hit[] => {
		if (others.includes(id)) return [];
		const guess = guessed(id);
		const message =
			id === course.id
				? 'Pelatihan ini mensyaratkan dirinya sendiri. Hapus dari prerequisites.'
				: `Pelatihan "${id}" tidak ada di folder pelatihan yang diperiksa.${guess ? ` Maksud Anda "${guess}"?` : ' Periksa namanya.'}`;
		return [{ file: course.file, ...course.frontMatter.placeOf(['prerequisites', at]), message }];
	});
}

/** Rules of what a text points at. */
export const references: Record<string, Rule> = {
	'broken-link': error({
		finds: 'Tautan ke materi, berkas, atau bagian yang tidak ada.',
		remedy: 'Perbaiki tujuan tautannya.',
		why: 'Tautan itu tampil sebagai teks biasa.',
		suppressible: true,
		whole: true,
		run: brokenLinks
	}),
	'unsafe-link': error({
		finds: 'Alamat tautan yang tidak dapat dipakai.',
		remedy: 'Pakai https://, mailto:, reg:, atau jalur berkas.',
		why: 'Alamat lain dapat menjalankan sesuatu di perangkat peserta.',
		run: unsafeLinks
	}),
	'missing-asset': error({
		finds: 'Gambar yang tidak ada di folder pelatihan.',
		remedy: 'Simpan gambarnya di folder assets.',
		why: 'Materi tidak memuat apa pun dari situs lain.',
		run: missingAssets
	}),
	'unknown-term': error({
		finds: 'Istilah [[…]] yang tidak ada di glossary.md.',
		remedy: 'Tambahkan istilahnya di glossary.md.',
		why: 'Istilah itu tampil tanpa penjelasan.',
		suppressible: true,
		whole: true,
		run: unknownTerms
	}),
	'unknown-objective': error({
		finds: 'Tujuan yang tidak ada di module.md mana pun.',
		remedy: 'Sebut tujuan yang ada di module.md.',
		why: 'Nilai dan kompetensi dihitung per tujuan.',
		whole: true,
		run: unknownObjectives
	}),
	'unknown-prerequisite': advice({
		finds: 'Pelatihan pada prerequisites yang tidak ada di samping pelatihan ini.',
		remedy:
			'Sebut nama foldernya; bila pelatihan itu disimpan di tempat lain, abaikan dengan alasan.',
		why: 'Peserta membaca nama itu sebagai pelatihan yang harus dicari lebih dahulu.',
		run: unknownPrerequisites
	}),
	'unknown-competency': error({
		finds: 'Kompetensi atau tingkat yang tidak ada di competencies.yaml.',
		remedy: 'Sebut kompetensi dan tingkat yang ada di competencies.yaml.',
		why: 'Sertifikat dan profil kompetensi menyebut namanya.',
		run: unknownCompetencies
	})
};
