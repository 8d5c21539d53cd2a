import type { Token } from 'markdown-it';
import type { MarkdownDocument, Position } from '../markdown/document.ts';
import type { CourseFields, LessonFields, ModuleFields } from './fields.ts';
import type { FrontMatter } from './front-matter.ts';

/** One file of a course folder; `path` uses forward slashes and is relative to the folder. */
export interface SourceFile {
	path: string;
	bytes: Uint8Array;
}

/**
 * `error` and `assessment` block publication, `assessment` does not block a draft or a submission,
 * `warning` blocks nothing.
 */
export type Severity = 'error' | 'assessment' | 'warning';

/** Something to mend in a course. The message is Indonesian and says how. */
export interface Problem extends Position {
	file: string;
	rule: string;
	severity: Severity;
	message: string;
}

/** A problem before the table of rules has given it its severity. */
export type Finding = Omit<Problem, 'severity'>;

/** A Markdown file with front matter. */
export interface Page<Fields> {
	file: string;
	fields: Fields;
	frontMatter: FrontMatter;
	/** The file's line on which the body begins. */
	bodyLine: number;
	body: string;
	document: MarkdownDocument;
}

export interface Course extends Page<CourseFields> {
	id: string;
	modules: Module[];
	glossary: GlossaryTerm[];
	assets: Asset[];
	/** Whether there is a team project, which has JP of its own. */
	hasProject: boolean;
	/** Files that hold questions only: module quizzes and the bank. */
	questionPages: Page<unknown>[];
	/** Every question of the course: in lessons, quizzes and banks. */
	questions: Question[];
}

export interface Module extends Page<ModuleFields> {
	id: string;
	lessons: Lesson[];
}

export interface Lesson extends Page<LessonFields> {
	id: string;
	moduleId: string;
	/** Minutes as stated, else reading at 150 words a minute plus the lesson's activities. */
	minutes: number;
	words: number;
	questions: Question[];
}

/** Kinds of question the engine knows today; each kind has its reader and its rules in `questions.ts`. */
export type QuestionKind = 'single' | 'multiple' | 'true-false';

/** Where a question stands: a lesson's check, a module's quiz, or the course's bank. */
export type QuestionPlace =
	{ kind: 'lesson'; lessonId: string } | { kind: 'quiz'; moduleId: string } | { kind: 'bank' };

export interface Question extends Position {
	id: string;
	/** Whether the author wrote the id, or it was counted out for the draft. */
	idWritten: boolean;
	/** Ids of earlier editions that it replaces. */
	replaces: string[];
	file: string;
	place: QuestionPlace;
	kind: QuestionKind;
	/** A kind the format does not know, as written. */
	unknownKind: string | null;
	objective: string | null;
	level: string | null;
	prompt: { tokens: Token[]; text: string };
	options: Option[];
}

export interface Option extends Position {
	/** From the option's text, so that reordering keeps it. */
	id: string;
	text: string;
	tokens: Token[];
	correct: boolean;
	rationale: { tokens: Token[]; text: string } | null;
}

export interface GlossaryTerm extends Position {
	id: string;
	term: string;
	definition: string;
}

export interface Asset {
	path: string;
	name: string;
	mediaType: string;
	bytes: Uint8Array;
	/** Of the raw bytes. */
	sha256: string;
	width: number | null;
	height: number | null;
}
