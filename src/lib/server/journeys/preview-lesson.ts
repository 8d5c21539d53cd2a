import { randomUUID } from 'node:crypto';
import { judge, type Given } from '../assessment/grading.ts';
import { keyInWords } from '../catalog/key-words.ts';
import type { Preview } from '../catalog/preview.ts';
import type { PreviewedCourse, PreviewedLesson } from '../catalog/previewed-course.ts';
import { answerView } from '../learning/answer-view.ts';
import { deriveLesson, type LearningFact, type LessonState } from '../learning/completion.ts';
import { Refusal } from '../refusal.ts';

/** What an author did in a lesson as a learner would: an answer as it came, or the lesson declared done. */
interface Try {
	id: string;
	at: Date;
	answer: (Given & { questionId: string }) | null;
}

/** By preview and then by course and lesson: nobody's learning, and forgotten with the process. */
const tried = new WeakMap<Preview, Map<string, Try[]>>();

/** A lesson as its author sees it: the learner's view, own tries judged by the text as it now is, keys besides. */
export function readPreviewedLesson(preview: Preview, course: PreviewedCourse, lessonId: string) {
	const lesson = course.lesson(lessonId);
	if (!lesson) return null;
	const checks = stateOf(preview, course, lessonId)?.checks ?? [];
	return {
		lesson,
		keys: lesson.questions.map((question) => ({
			id: question.id,
			prompt: question.prompt.text,
			right: keyInWords(question),
			objective: question.objective,
			level: question.level
		})),
		states: statesIn(preview, course),
		answers: new Map(
			checks.map((check) => [
				check.questionId,
				answerView(check, lesson.keys.get(check.questionId))
			])
		)
	};
}

/** How far the author's tries have come in the lessons that were tried. */
export function statesIn(
	preview: Preview,
	course: PreviewedCourse
): Record<string, 'in-progress' | 'done'> {
	const lessons = course.outline.modules.flatMap((module) => module.lessons);
	return Object.fromEntries(
		lessons.flatMap(({ id }) => {
			const state = stateOf(preview, course, id);
			return state ? [[id, state.completedAt ? 'done' : 'in-progress'] as const] : [];
		})
	);
}

/** Answers a check as a learner would; refuses what a learner would be refused. */
export function tryCheck(
	preview: Preview,
	course: PreviewedCourse,
	lessonId: string,
	answer: Given & { questionId: string }
): void {
	judged(demandLesson(course, lessonId), answer);
	note(preview, course, lessonId, answer);
}

/** Marks a lesson without checks as done. */
export function tryDone(preview: Preview, course: PreviewedCourse, lessonId: string): void {
	demandLesson(course, lessonId);
	note(preview, course, lessonId, null);
}

/** Forgets what was tried in a lesson. */
export function forgetTries(preview: Preview, course: PreviewedCourse, lessonId: string): void {
	tried.get(preview)?.delete(nameOf(course, lessonId));
}

function demandLesson(course: PreviewedCourse, lessonId: string): PreviewedLesson {
	const lesson = course.lesson(lessonId);
	if (!lesson) throw new Refusal('not-found', 'lesson-unknown');
	return lesson;
}

function judged({ view, keys }: PreviewedLesson, answer: Given & { questionId: string }) {
	const question = view.checks.find(({ id }) => id === answer.questionId);
	const key = keys.get(answer.questionId);
	if (!question || !key) throw new Refusal('not-found', 'check-unknown');
	return judge(question, key, answer);
}

function note(
	preview: Preview,
	course: PreviewedCourse,
	lessonId: string,
	answer: Try['answer']
): void {
	const lessons = tried.get(preview) ?? new Map<string, Try[]>();
	tried.set(preview, lessons);
	const name = nameOf(course, lessonId);
	const tries = lessons.get(name) ?? [];
	lessons.set(name, tries);
	// Tries of the same instant keep their order by their ids.
	const id = `${String(tries.length).padStart(9, '0')}-${randomUUID()}`;
	tries.push({ id, at: new Date(), answer });
}

/** By a learner's own rule, judged anew at every reading: text and key may have changed since. */
function stateOf(preview: Preview, course: PreviewedCourse, lessonId: string): LessonState | null {
	const tries = tried.get(preview)?.get(nameOf(course, lessonId)) ?? [];
	const lesson = tries.length > 0 ? course.lesson(lessonId) : null;
	if (!lesson) return null;
	return deriveLesson(
		tries.flatMap((one) => factOf(one, lesson) ?? []),
		lesson.view.checks.map(({ id }) => id)
	);
}

/** Null for an answer that the question, as it now is, would refuse. */
function factOf({ id, at, answer }: Try, lesson: PreviewedLesson): LearningFact | null {
	const fact = { id, claimedAt: at, place: null };
	if (!answer)
		return {
			...fact,
			kind: 'lesson-declared',
			questionId: null,
			choice: null,
			typed: null,
			correct: null
		};
	try {
		const { questionId } = answer;
		return { ...fact, kind: 'check-answered', questionId, ...judged(lesson, answer) };
	} catch (error) {
		if (error instanceof Refusal) return null;
		throw error;
	}
}

function nameOf({ id }: PreviewedCourse, lessonId: string): string {
	return `${id}/${lessonId}`;
}
