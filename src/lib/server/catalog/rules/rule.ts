import type { RenderContext } from '../../markdown/render.ts';
import type { Cited } from '../cited.ts';
import type { Competencies } from '../competencies.ts';
import type { Course, Finding, Lesson, Page, Severity, SourceFile } from '../course.ts';
import type { Registry } from '../regulations.ts';
import type { References } from '../tables.ts';
import type { OwnWords } from './own-words.ts';

/** What a rule looks at. What several rules ask for is worked out once, so that a check stays linear. */
export interface Subject {
	course: Course;
	/** Instruments that may be cited. */
	registry: Registry;
	competencies: Competencies;
	/** Ids of the courses beside this one; null where nobody looked. */
	siblings: ReadonlySet<string> | null;
	/** The day on which the law is judged (ISO date). */
	on: string;
	/** The folder as it was read. */
	files: readonly SourceFile[];
	/** Whether a part of it could not be read, so that what it holds seems to be missing. */
	partial: boolean;
	/** Every page of Markdown a learner reads. */
	pages: readonly Page<unknown>[];
	/** Every lesson, in order. */
	lessons: readonly Lesson[];
	references: References;
	/** Every place of the course that cites an instrument. */
	cited: readonly Cited[];
	/** How the text of a page finds what it refers to. */
	contextOf(page: Page<unknown>): RenderContext;
	/** Running text of a page in the author's own words. */
	ownWordsOf(page: Page<unknown>): readonly OwnWords[];
}

/** What a severity is called, in commands and in the reference. */
export const severityNames: Record<Severity, string> = {
	error: 'kesalahan',
	assessment: 'masalah soal',
	warning: 'peringatan'
};

/** A finding before the table names its rule. */
export type Hit = Omit<Finding, 'rule'>;

export interface Rule {
	severity: Severity;
	/** What it finds, in one Indonesian sentence. */
	finds: string;
	/** What the author does about it, in one Indonesian sentence. */
	remedy: string;
	/** Why it matters, in one Indonesian sentence, with its source where there is one. */
	why: string;
	/** Whether a reason may silence it; faults that would break the page or the record cannot be silenced. */
	suppressible: boolean;
	/** Whether it holds parts of the course against one another: then it waits until each of them can be read. */
	whole?: true;
	/** Whether `check --fix` mends it without changing what is said. */
	fixable?: true;
	/** Finds every breach; absent where reading the files already finds it. */
	run?: (subject: Subject) => Hit[];
}

type Told = Omit<Rule, 'severity' | 'suppressible'> & { suppressible?: boolean };

/** A rule that keeps a course from being published, and a draft from being sent in. */
export const error = (told: Told): Rule => ({ suppressible: false, ...told, severity: 'error' });

/** A rule that keeps a course from being published, but not a draft. */
export const assessed = (told: Told): Rule => ({
	suppressible: false,
	...told,
	severity: 'assessment'
});

/** A rule that advises. */
export const advice = (told: Told): Rule => ({ suppressible: true, ...told, severity: 'warning' });
