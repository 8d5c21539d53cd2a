import { isDeepStrictEqual } from 'node:util';
import type { Position } from '../markdown/document.ts';
import { nearest } from '../markdown/nearest.ts';
import type { PublicPart } from './blocks.ts';
import type { Course, Finding } from './course.ts';

/** What keeps its id from edition to edition; progress, answers and evidence refer to it. */
export type IdentityKind = 'module' | 'lesson' | 'objective' | 'question';

/** Something with an id in a course, and the ids of earlier editions that it replaces. */
export interface Identity extends Position {
	kind: IdentityKind;
	id: string;
	file: string;
	replaces: { id: string; at: Position }[];
}

/** An id of the editions published so far, and where it stood in the last of them that had it. */
export interface KnownId {
	kind: IdentityKind;
	id: string;
	edition: string;
	path: string;
	line: number;
	/** Whether the newest edition still has it. */
	current: boolean;
	/** What is not current any more said when it was last there (`saidIn`). */
	says: unknown;
}

const nouns: Record<IdentityKind, string> = {
	module: 'Modul',
	lesson: 'Materi',
	objective: 'Tujuan',
	question: 'Soal'
};

/** What an author writes on the successor; each is tried by a test. */
export const successions: Record<IdentityKind, (id: string) => string> = {
	module: (id) => `"replaces: [${id}]" di module.md penggantinya`,
	lesson: (id) => `"replaces: [${id}]" di keterangan awal materi penggantinya`,
	objective: (id) => `"replaces: [${id}]" pada tujuan penggantinya di module.md`,
	question: (id) =>
		`"replaces=${id}" pada soal penggantinya (:::question{#id-baru replaces=${id} …})`
};

/** Everything in a course whose id must last. */
export function identitiesOf(course: Course): Identity[] {
	const modules = course.modules.flatMap(({ id, file, fields, frontMatter, lessons }) => {
		const claims = (path: (string | number)[], ids: readonly string[]) =>
			ids.map((old, at) => ({ id: old, at: frontMatter.placeOf([...path, 'replaces', at]) }));
		return [
			{
				...{ kind: 'module' as const, id, file, ...frontMatter.placeOf(['id']) },
				replaces: claims([], fields.replaces)
			},
			...fields.objectives.map((objective, at) => ({
				...{ kind: 'objective' as const, id: objective.id, file },
				...frontMatter.placeOf(['objectives', at, 'id']),
				replaces: claims(['objectives', at], objective.replaces)
			})),
			...lessons.map((lesson) => ({
				...{ kind: 'lesson' as const, id: lesson.id, file: lesson.file },
				...lesson.frontMatter.placeOf(['id']),
				replaces: lesson.fields.replaces.map((old, at) => ({
					id: old,
					at: lesson.frontMatter.placeOf(['replaces', at])
				}))
			}))
		];
	});
	const questions = course.questions.map(({ id, file, line, column, replaces }) => ({
		...{ kind: 'question' as const, id, file, line, column },
		replaces: replaces.map((old) => ({ id: old, at: { line, column } }))
	}));
	return [...modules, ...questions];
}

const nameOf = ({ kind, id }: { kind: IdentityKind; id: string }) => `${kind} ${id}`;

/**
 * Ids of the newest edition that this course has no more and does not account for by `replaces` or `retired`; and
 * what it accounts for without need. `known` are the ids of all editions published here; with none there is nothing
 * to account for.
 */
export function vanishedIds(known: readonly KnownId[], course: Course): Finding[] {
	const identities = identitiesOf(course);
	const here = new Set(identities.map(nameOf));
	const replaced = new Set(
		identities.flatMap(({ kind, replaces }) => replaces.map(({ id }) => nameOf({ kind, id })))
	);
	const retired = new Set(course.fields.retired.map(({ id }) => id));
	const vanished = known
		.filter((old) => old.current && !here.has(nameOf(old)))
		.filter((old) => !replaced.has(nameOf(old)) && !retired.has(old.id))
		.map((old): Finding => ({
			...placeOf(old, course),
			rule: 'vanished-id',
			message: `${nouns[old.kind]} "${old.id}" (edisi ${old.edition}, ${old.path}:${old.line}) tidak ada lagi. Tulis ${successions[old.kind](old.id)}; atau, bila dihentikan, di course.md: "retired: [{ id: ${old.id}, reason: alasannya }]".`
		}));
	return known.length === 0 ? [] : [...vanished, ...neverPublished(known, course, identities)];
}

/**
 * Ids of earlier editions that had been given up and are there again, for something else: answers and evidence that
 * refer to them would tell of what nobody had seen. The same thing may come back.
 */
export function reusedIds(
	known: readonly KnownId[],
	course: Course,
	publicPart: PublicPart
): Finding[] {
	const past = new Map(known.filter(({ current }) => !current).map((old) => [nameOf(old), old]));
	const here = identitiesOf(course).filter((identity) => past.has(nameOf(identity)));
	if (here.length === 0) return [];
	const said = saidIn(course, publicPart);
	return here.flatMap(({ kind, id, file, line, column }): Finding[] => {
		const old = past.get(nameOf({ kind, id }))!;
		if (isDeepStrictEqual(old.says, said.get(nameOf(old)))) return [];
		const message = `Pengenal ${nouns[kind].toLowerCase()} "${id}" pernah dipakai untuk hal lain (edisi ${old.edition}, ${old.path}:${old.line}) dan sudah ditinggalkan. Beri pengenal baru; bila memang melanjutkan yang lama, tulis pula ${successions[kind](id)}.`;
		return [{ file, line, column, rule: 'reused-id', message }];
	});
}

/** By which each is known again, as far as everybody may see it: titles, the text of an objective, a question. */
function saidIn({ modules, questions }: Course, publicPart: PublicPart): Map<string, unknown> {
	const said = (kind: IdentityKind, id: string, says: unknown) =>
		[nameOf({ kind, id }), says] as const;
	return new Map<string, unknown>([
		...modules.flatMap(({ id, fields, lessons }) => [
			said('module', id, fields.title),
			...fields.objectives.map((objective) => said('objective', objective.id, objective.text)),
			...lessons.map((lesson) => said('lesson', lesson.id, lesson.fields.title))
		]),
		...questions.map((question) => said('question', question.id, publicPart(question)))
	]);
}

/** Where the author is most likely at work on what has vanished: its file, as long as there is one. */
function placeOf({ kind, path, line }: KnownId, course: Course): Position & { file: string } {
	const page = [
		...course.modules.flatMap((module) => [module, ...module.lessons]),
		...course.tests,
		...course.bank
	].find(({ file }) => file === path);
	if (!page) return { file: course.file, ...course.frontMatter.placeOf(['retired']) };
	if (kind === 'question') {
		const last = page.bodyLine + page.body.trimEnd().split('\n').length - 1;
		return { file: path, line: Math.min(line, last), column: 1 };
	}
	return { file: path, ...page.frontMatter.placeOf([kind === 'objective' ? 'objectives' : 'id']) };
}

/** Claims on ids that no edition here has had: a slip, or an edition this database never saw. */
function neverPublished(
	known: readonly KnownId[],
	course: Course,
	identities: readonly Identity[]
): Finding[] {
	const ids = (kind: IdentityKind | null) =>
		known.filter((old) => kind === null || old.kind === kind).map(({ id }) => id);
	return claimsOf(course, identities).flatMap(({ kind, id, ...place }): Finding[] => {
		if (ids(kind).includes(id)) return [];
		const guess = nearest(id, ids(kind));
		const message = `Tidak ada edisi terbit yang memuat ${kind ? nouns[kind].toLowerCase() : 'pengenal'} "${id}".${guess ? ` Maksud Anda "${guess}"?` : ' Periksa namanya.'}`;
		return [{ ...place, rule: 'replaced-unknown', message }];
	});
}

interface Claim extends Position {
	/** Null for `retired`, which names ids of any kind. */
	kind: IdentityKind | null;
	id: string;
	file: string;
}

function claimsOf(course: Course, identities: readonly Identity[]): Claim[] {
	const retired = course.fields.retired.map(({ id }, at) => ({
		...{ kind: null, id, file: course.file },
		...course.frontMatter.placeOf(['retired', at, 'id'])
	}));
	const replaced = identities.flatMap(({ kind, file, replaces }) =>
		replaces.map(({ id, at }) => ({ kind, id, file, ...at }))
	);
	return [...retired, ...replaced];
}

/** Ids said to be replaced or retired that the course still has: nothing can be both. */
export function stillPresent(course: Course): Omit<Finding, 'rule'>[] {
	const identities = identitiesOf(course);
	return claimsOf(course, identities).flatMap(({ kind, id, ...place }) => {
		const present = identities.find(
			(other) => other.id === id && (kind === null || other.kind === kind)
		);
		if (!present) return [];
		const message = `${nouns[present.kind]} "${id}" masih ada di ${present.file}:${present.line}, jadi tidak dapat ${kind ? 'digantikan' : 'dihentikan'}. Hapus ${kind ? '"replaces"' : 'butir "retired"'} ini, atau ubah pengenal yang masih ada itu.`;
		return [{ ...place, message }];
	});
}
