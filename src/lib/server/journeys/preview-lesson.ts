import { randomUUID } from 'node:crypto';
import type { Preview } from '../catalog/preview.ts';
import type { PreviewedCourse, PreviewedLesson } from '../catalog/previewed-course.ts';
import type { CheckKey } from '../catalog/releases.ts';
import {
	deriveLesson,
	isRight,
	type CheckState,
	type LearningFact,
	type LessonState
} from '../learning/completion.ts';
import { Refusal } from '../refusal.ts';

/** What authors tried, by preview and then by course and lesson: nobody's learning, and forgotten with the process. */
const tried = new WeakMap<Preview, Map<string, LearningFact[]>>();

/** A lesson as its author sees it: the learner's view, own tries judged by the text as it now is, keys besides. */
export function readPreviewedLesson(preview: Preview, course: PreviewedCourse, lessonId: string) {
	const lesson = course.lesson(lessonId);
	if (!lesson) return null;
	const checks = stateOf(preview, course, lessonId)?.checks ?? [];
	return {
		lesson,
		keys: lesson.questions.map(({ id, prompt, options, objective, level }) => ({
			id,
			prompt: prompt.text,
			right: options.filter(({ correct }) => correct).map(({ text }) => text),
			objective,
			level
		})),
		states: statesIn(preview, course),
		answers: new Map(checks.map((check) => [check.questionId, answerOf(check, lesson.keys)]))
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
	{ questionId, choice }: { questionId: string; choice: string[] }
): void {
	const lesson = demandLesson(course, lessonId);
	const question = lesson.questions.find(({ id }) => id === questionId);
	if (!question) throw new Refusal('not-found', 'check-unknown');
	if (choice.length === 0) throw new Refusal('invalid', 'choice-missing');
	if (!choice.every((chosen) => question.options.some(({ id }) => id === chosen)))
		throw new Refusal('invalid', 'choice-unknown');
	const answer = { questionId, choice: [...new Set(choice)].sort() };
	note(preview, course, lessonId, { kind: 'check-answered', ...answer });
}

/** Marks a lesson without checks as done. */
export function tryDone(preview: Preview, course: PreviewedCourse, lessonId: string): void {
	demandLesson(course, lessonId);
	note(preview, course, lessonId, { kind: 'lesson-declared', questionId: null, choice: null });
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

function note(
	preview: Preview,
	course: PreviewedCourse,
	lessonId: string,
	fact: Pick<LearningFact, 'kind' | 'questionId' | 'choice'>
): void {
	const lessons = tried.get(preview) ?? new Map<string, LearningFact[]>();
	tried.set(preview, lessons);
	const name = nameOf(course, lessonId);
	const facts = lessons.get(name) ?? [];
	lessons.set(name, facts);
	facts.push({
		...fact,
		id: `${String(facts.length).padStart(9, '0')}-${randomUUID()}`,
		correct: null,
		place: null,
		claimedAt: new Date()
	});
}

/** Judged anew at every reading: the key may have been mended since. Tries of options that are gone do not count. */
function stateOf(preview: Preview, course: PreviewedCourse, lessonId: string): LessonState | null {
	const facts = tried.get(preview)?.get(nameOf(course, lessonId)) ?? [];
	const lesson = facts.length > 0 ? course.lesson(lessonId) : null;
	if (!lesson) return null;
	const judged = facts.flatMap((fact) => {
		if (fact.choice === null) return [fact];
		const question = lesson.questions.find(({ id }) => id === fact.questionId);
		const there = fact.choice.every((chosen) => question?.options.some(({ id }) => id === chosen));
		if (!question || !there) return [];
		return [
			{ ...fact, correct: isRight(fact.choice, lesson.keys.get(question.id)?.correct ?? []) }
		];
	});
	return deriveLesson(
		judged,
		lesson.questions.map(({ id }) => id)
	);
}

function answerOf(check: CheckState, keys: ReadonlyMap<string, CheckKey>) {
	const key = keys.get(check.questionId);
	return {
		chosen: check.lastChoice,
		correct: check.lastCorrect,
		everCorrect: check.firstCorrectAt !== null,
		tries: check.tries,
		rationales: check.lastChoice.map((option) => ({
			option,
			correct: key?.correct.includes(option) ?? false,
			html: key?.rationales[option] ?? ''
		}))
	};
}

function nameOf({ id }: PreviewedCourse, lessonId: string): string {
	return `${id}/${lessonId}`;
}
