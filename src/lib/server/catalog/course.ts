import type { Token } from 'markdown-it';
import type { MarkdownDocument, Position } from '../markdown/document.ts';
import type {
	BankFields,
	CourseFields,
	LessonFields,
	ModuleFields,
	ProjectFields,
	TestFields
} from './fields.ts';
import type { FrontMatter } from './front-matter.ts';
import type { RubricOrder } from './rubric-order.ts';
import type { StrayAnswer } from './stray-answers.ts';

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
	/** Module quizzes, in the order of modules, then Tes Awal and Tes Akhir. */
	tests: Test[];
	/** The team's assignment, which has JP of its own. */
	project: Project | null;
	bank: Bank[];
	/** Every question of the course: in lessons, quizzes and banks. */
	questions: Question[];
	scenarios: Scenario[];
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
	scenarios: Scenario[];
}

/** A quiz or test: rules, items written into it, and a blueprint of what is drawn from the bank. */
export interface Test extends Page<TestFields> {
	/** `tes-awal`, `tes-akhir`, or the id of the quiz's module. */
	id: string;
	kind: 'quiz' | 'pretest' | 'posttest';
	/** The module a quiz belongs to. */
	moduleId: string | null;
	/** The pool its items are drawn from. */
	pool: Pool;
	questions: Question[];
	scenarios: Scenario[];
}

/** A file of items that quizzes and tests draw from. */
export interface Bank extends Page<BankFields> {
	questions: Question[];
	scenarios: Scenario[];
}

export interface Project extends Page<ProjectFields> {
	rubric: Rubric | null;
}

/** Where a question stands: a lesson's check, a quiz or test, or the course's bank. */
export type QuestionPlace =
	{ kind: 'lesson'; lessonId: string } | { kind: 'test'; testId: string } | { kind: 'bank' };

/** Items of one pool are never drawn for another, so that practice does not burn what a test needs. */
export const pools = ['latihan', 'kuis', 'ujian'] as const;
export type Pool = (typeof pools)[number];

export interface Question extends Position {
	id: string;
	/** Whether the author wrote the id, or it was counted out for the draft. */
	idWritten: boolean;
	/** Ids of earlier editions that it replaces. */
	replaces: string[];
	file: string;
	place: QuestionPlace;
	/** As written, or by where the question stands: a check is practice, a quiz's item belongs to quizzes. */
	pool: Pool;
	/** A pool or kind the format does not know, as written. */
	unknownPool: string | null;
	unknownKind: string | null;
	/** Id of the scenario it shares its case with. */
	scenario: string | null;
	objective: string | null;
	level: string | null;
	prompt: Words;
	answer: Answer;
	/** What looks like an answer and does not count. */
	stray: StrayAnswer[];
	/** What is said of the question as a whole once it was answered; kinds without options have only this. */
	rationale: Words | null;
	/** What stands in the answer and would be lost, in a few Indonesian words each. */
	unread: (Position & { what: string })[];
}

/** A case told once for the questions that follow it. */
export interface Scenario extends Position {
	id: string;
	idWritten: boolean;
	file: string;
	title: string | null;
	text: Words;
	/** Ids of its questions, in order. */
	questions: string[];
}

/** A stretch of Markdown: to render, and as plain text. */
export interface Words {
	tokens: Token[];
	text: string;
}

/** What may be answered and what is right, by kind of question (course-format.md). */
export type Answer =
	| { kind: 'single' | 'multiple' | 'true-false' | 'situational'; options: Option[] }
	| ({ kind: 'numeric' } & NumericKey)
	| { kind: 'short'; accepted: string[] }
	| {
			kind: 'match';
			titles: [string, string];
			pairs: Pair[];
			/** Right-hand sides that belong to nothing. */
			spare: Side[];
	  }
	/** Steps in their right order. */
	| { kind: 'order'; steps: Side[] }
	| { kind: 'essay'; rubric: Rubric | null };

export type QuestionKind = Answer['kind'];

/** One way to answer a question of choice. */
export interface Option extends Position, Words {
	/** From the option's text, so that reordering keeps it. */
	id: string;
	/** What a situational option earns (2, 1, 0), or 1 and 0 for right and wrong; null where its mark says neither. */
	worth: number | null;
	correct: boolean;
	rationale: Words | null;
}

/** One half of a pair, or a step; its id comes from its text. */
export interface Side extends Position, Words {
	id: string;
}

export interface Pair {
	left: Side;
	right: Side;
}

export interface NumericKey {
	/** Null when it was not written as a number. */
	value: number | null;
	/** How far off still counts as right; null when none is stated. */
	tolerance: number | null;
	unit: string | null;
}

/** How work without a key is judged: criteria with their weight and what each level looks like. */
export interface Rubric {
	/** Names of the levels, as in the table's head. */
	levels: string[];
	/** How the levels stand, where it is said; and what is said of it that means nothing. */
	order: RubricOrder | null;
	unknownOrder: string | null;
	criteria: { name: string; weight: number | null; levels: string[] }[];
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

/** Every page of Markdown a learner reads. */
export function readingPages(course: Course): Page<unknown>[] {
	const { modules, tests, bank, project } = course;
	return [
		course,
		...modules.flatMap((module) => [module, ...module.lessons]),
		...tests,
		...bank,
		...(project ? [project] : [])
	];
}

/** Every lesson, in order. */
export function lessonsOf({ modules }: Course): Lesson[] {
	return modules.flatMap(({ lessons }) => lessons);
}
