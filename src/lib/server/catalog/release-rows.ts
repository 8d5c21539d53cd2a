import { inArray } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { insertRows } from '../db/rows.ts';
import { citedIn } from './cited.ts';
import {
	lessonsOf,
	type Answer,
	type Course,
	type Lesson,
	type Question,
	type Side,
	type SourceFile
} from './course.ts';
import { canonicalBytes, sha256 } from './hash.ts';
import { keyOf } from './keys.ts';
import type { RenderedLesson } from './lesson-page.ts';
import {
	citations,
	files as storedFiles,
	glossaryTerms,
	lessons,
	questionKeys,
	questions,
	releaseFiles,
	type StoredChoice
} from './tables.ts';

/** Bytes in one statement. */
const bytesAtOnce = 4_000_000;

/** Keeps the sources of a release; bytes that any release has had are neither sent nor kept again. */
export async function storeFiles(
	db: Database,
	releaseId: string,
	files: readonly SourceFile[]
): Promise<void> {
	const contents = files.map((file) => {
		const bytes = canonicalBytes(file);
		return {
			path: file.path.normalize('NFC'),
			sha256: sha256(bytes),
			size: bytes.length,
			bytes
		};
	});
	const hashes = contents.map(({ sha256: hash }) => hash);
	const known = await db
		.select({ sha256: storedFiles.sha256 })
		.from(storedFiles)
		.where(inArray(storedFiles.sha256, hashes));
	const missing = new Map(contents.map(({ path: _, ...content }) => [content.sha256, content]));
	for (const { sha256: hash } of known) missing.delete(hash);
	for (const portion of portions([...missing.values()]))
		await db.insert(storedFiles).values(portion).onConflictDoNothing();
	await insertRows(
		db,
		releaseFiles,
		contents.map(({ path, sha256: hash }) => ({ releaseId, path, sha256: hash }))
	);
}

function* portions<Content extends { size: number }>(
	all: readonly Content[]
): Generator<Content[]> {
	let portion: Content[] = [];
	let bytes = 0;
	for (const content of all) {
		portion.push(content);
		bytes += content.size;
		if (bytes < bytesAtOnce && portion.length < 200) continue;
		yield portion;
		[portion, bytes] = [[], 0];
	}
	if (portion.length > 0) yield portion;
}

/** Writes what is read from a release: lessons, questions and their keys, glossary, citations. */
export async function storeTexts(
	db: Database,
	releaseId: string,
	course: Course,
	rendered: ReadonlyMap<string, RenderedLesson>
): Promise<void> {
	const all = lessonsOf(course);
	const lessonRows = all.map((lesson, index) => ({
		releaseId,
		id: lesson.id,
		moduleId: lesson.moduleId,
		position: index + 1,
		path: lesson.file,
		title: lesson.fields.title,
		minutes: lesson.minutes,
		plainText: textOf(lesson, () => true),
		headings: textOf(lesson, ({ kind }) => kind === 'heading'),
		size: rendered.get(lesson.file)?.bytes ?? 0
	}));
	const citationRows = citationsOf(course).map((citation) => ({ releaseId, ...citation }));
	await insertRows(db, lessons, lessonRows);
	const cases = new Map(course.scenarios.map(({ id, text }) => [id, text.text]));
	await insertRows(
		db,
		questions,
		course.questions.map((question) => publicRow(releaseId, question, cases))
	);
	await insertRows(
		db,
		questionKeys,
		course.questions.map((question) => keyRow(releaseId, question))
	);
	await insertRows(
		db,
		glossaryTerms,
		course.glossary.map(({ id, term, definition }) => ({ releaseId, id, term, definition }))
	);
	await insertRows(db, citations, citationRows);
}

type Passage = Lesson['document']['passages'][number];

/** The lesson's passages as lines of plain text, never those of a question or its case. */
function textOf({ document }: Lesson, wanted: (passage: Passage) => boolean): string {
	return document.passages
		.filter((passage) => !passage.inQuestion && !passage.inScenario && wanted(passage))
		.map(({ text }) => text)
		.join('\n');
}

/** Every place of the course that cites an instrument. */
function citationsOf(course: Course): Omit<typeof citations.$inferInsert, 'releaseId'>[] {
	const lessonAt = new Map(lessonsOf(course).map(({ file, id }) => [file, id]));
	return citedIn(course).map(({ regulation, article, questionId, file, line }) => ({
		lessonId: lessonAt.get(file) ?? null,
		questionId,
		regulationId: regulation,
		article,
		path: file,
		line
	}));
}

/** What everybody may know of a question: never its key, nor anything its key can be found by. */
export function publicPart({ answer, prompt }: Question) {
	return { kind: answer.kind, prompt: prompt.text, options: choicesOf(answer) };
}

function publicRow(
	releaseId: string,
	question: Question,
	cases: ReadonlyMap<string, string>
): typeof questions.$inferInsert {
	const { id, place, pool, scenario, objective, level, file, line } = question;
	return {
		releaseId,
		id,
		lessonId: place.kind === 'lesson' ? place.lessonId : null,
		pool,
		scenarioId: scenario,
		scenarioText: scenario === null ? null : (cases.get(scenario) ?? null),
		objective,
		level,
		path: file,
		line,
		...publicPart(question)
	};
}

/** What may be chosen, in an order that tells nothing of the key. */
function choicesOf(answer: Answer): StoredChoice[] {
	const row = ({ id, text }: Side) => ({ id, text });
	const mixed = (sides: Side[]) => sides.map(row).sort((a, b) => (a.id < b.id ? -1 : 1));
	switch (answer.kind) {
		case 'match': {
			const rights = [...answer.pairs.map(({ right }) => right), ...answer.spare];
			return [
				...answer.pairs.map(({ left }) => ({ ...row(left), side: 'left' as const })),
				...mixed(rights).map((right) => ({ ...right, side: 'right' as const }))
			];
		}
		case 'order':
			return mixed(answer.steps);
		case 'numeric':
		case 'short':
		case 'essay':
			return [];
		default:
			return answer.options.map(row);
	}
}

function keyRow(releaseId: string, question: Question): typeof questionKeys.$inferInsert {
	const { id, answer, rationale } = question;
	const options = 'options' in answer ? answer.options : [];
	const told = options.map((option) => [option.id, option.rationale?.text ?? ''] as const);
	return {
		releaseId,
		questionId: id,
		...keyOf(question),
		rationales: { ...Object.fromEntries(told), ...(rationale && { '': rationale.text }) }
	};
}
