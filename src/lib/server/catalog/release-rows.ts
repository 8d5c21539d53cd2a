import type { Database } from '../db/connect.ts';
import type { Answer, Course, Question, Side, SourceFile } from './course.ts';
import { canonicalBytes, sha256 } from './hash.ts';
import { mediaTypeOf } from './images.ts';
import { keyOf } from './keys.ts';
import type { RenderedLesson } from './lesson-page.ts';
import { lessonsOf, readingPages } from './rules/subject.ts';
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

/** Keeps the sources of a release; bytes that any release has had are kept once. */
export async function storeFiles(
	db: Database,
	releaseId: string,
	files: readonly SourceFile[]
): Promise<void> {
	const rows = files.map((file) => {
		const bytes = canonicalBytes(file);
		return {
			path: file.path.normalize('NFC'),
			sha256: sha256(bytes),
			mediaType: mediaTypeOf(file.path) ?? 'text/plain',
			size: bytes.length,
			bytes
		};
	});
	for (const batch of batches(rows)) {
		await db
			.insert(storedFiles)
			.values(
				batch.map(({ sha256: hash, mediaType, size, bytes }) => ({
					sha256: hash,
					mediaType,
					size,
					bytes
				}))
			)
			.onConflictDoNothing();
		await db
			.insert(releaseFiles)
			.values(batch.map(({ path, sha256: hash }) => ({ releaseId, path, sha256: hash })));
	}
}

/** Writes what is read from a release: lessons, questions and their keys, glossary, citations. */
export async function storeTexts(
	db: Database,
	releaseId: string,
	course: Course,
	rendered: ReadonlyMap<string, RenderedLesson>
): Promise<void> {
	const all = lessonsOf({ course });
	const lessonRows = all.map((lesson, index) => ({
		releaseId,
		id: lesson.id,
		moduleId: lesson.moduleId,
		position: index + 1,
		path: lesson.file,
		title: lesson.fields.title,
		minutes: lesson.minutes,
		plainText: lesson.document.passages
			.filter(({ inQuestion }) => !inQuestion)
			.map(({ text }) => text)
			.join('\n'),
		size: rendered.get(lesson.id)?.bytes ?? 0
	}));
	const citationRows = citationsOf(course).map((citation) => ({ releaseId, ...citation }));
	for (const batch of batches(lessonRows)) await db.insert(lessons).values(batch);
	for (const batch of batches(course.questions)) {
		await db.insert(questions).values(batch.map((question) => publicRow(releaseId, question)));
		await db.insert(questionKeys).values(batch.map((question) => keyRow(releaseId, question)));
	}
	for (const batch of batches(course.glossary)) {
		await db
			.insert(glossaryTerms)
			.values(batch.map(({ id, term, definition }) => ({ releaseId, id, term, definition })));
	}
	for (const batch of batches(citationRows)) await db.insert(citations).values(batch);
}

/** Every place of the course that cites an instrument: links in its texts, and what a lesson lists as its basis. */
function citationsOf(course: Course): Omit<typeof citations.$inferInsert, 'releaseId'>[] {
	const lessonAt = new Map(lessonsOf({ course }).map((lesson) => [lesson.file, lesson]));
	return readingPages({ course }).flatMap(({ file, document }) => {
		const lesson = lessonAt.get(file);
		const place = { lessonId: lesson?.id ?? null, path: file };
		const linked = document.links.flatMap(({ target, question, line }) =>
			target.kind === 'regulation'
				? [
						{
							...place,
							questionId: question,
							regulationId: target.regulation,
							article: target.article,
							line
						}
					]
				: []
		);
		const listed = (lesson?.fields.legal ?? []).map((regulationId, at) => ({
			...place,
			regulationId,
			line: lesson!.frontMatter.placeOf(['legal', at]).line
		}));
		return [...linked, ...listed];
	});
}

function publicRow(releaseId: string, question: Question): typeof questions.$inferInsert {
	const { id, place, pool, scenario, answer, objective, level, file, line, prompt } = question;
	return {
		releaseId,
		id,
		lessonId: place.kind === 'lesson' ? place.lessonId : null,
		kind: answer.kind,
		pool,
		scenarioId: scenario,
		objective,
		level,
		path: file,
		line,
		prompt: prompt.text,
		options: choicesOf(answer)
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

/** PostgreSQL takes 65,535 parameters a statement; nothing here has more than 14 a row. */
function* batches<Row>(rows: readonly Row[], size = 200): Generator<Row[]> {
	for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}
