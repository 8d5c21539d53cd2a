import type { Competencies } from '../competencies.ts';
import type { Course, Finding, Severity } from '../course.ts';
import type { Registry } from '../regulations.ts';

/** What a rule looks at. */
export interface Subject {
	course: Course;
	/** Instruments that may be cited. */
	registry: Registry;
	competencies: Competencies;
	/** The day on which the law is judged (ISO date). */
	on: string;
}

/** A finding before the table names its rule. */
export type Hit = Omit<Finding, 'rule'>;

export interface Rule {
	severity: Severity;
	/** What the author does about it, in one Indonesian sentence. */
	remedy: string;
	/** Whether a reason may silence it; faults that would break the page or the record cannot be silenced. */
	suppressible: boolean;
	/** Finds every breach; absent where reading the files already finds it. */
	run?: (subject: Subject) => Hit[];
}
