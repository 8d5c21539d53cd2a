import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A check as its author wrote it: read from the Markdown with our own few lines, not with the engine under test. */
export interface SourceQuestion {
	id: string;
	/** First line of the question. */
	prompt: string;
	options: { text: string; right: boolean; rationale: string }[];
}

export interface SourceLesson {
	/** As in the address. */
	id: string;
	title: string;
	questions: SourceQuestion[];
	/** Long lines without any markup, which appear in the page as they stand. */
	plainLines: string[];
}

export const COURSE = 'spbe-101';

const QUESTIONS = /^:::question\{#([\w-]+)[^}]*\}\n([\s\S]*?)^:::$/gm;

/** The lessons of SPBE-101 in their order. */
export const LESSONS: SourceLesson[] = lessonFiles().map(readLesson);

/** All their source but the questions. */
export const TEXT_WITHOUT_QUESTIONS = lessonFiles()
	.map((file) => readFileSync(file, 'utf8').replace(QUESTIONS, ''))
	.join('\n');

/** The options of a question's key. */
export function keyOf({ options }: SourceQuestion): string[] {
	return options.filter(({ right }) => right).map(({ text }) => text);
}

/** One wrong option; of a multiple choice, one that alone is not the key. */
export function mistakeIn({ options }: SourceQuestion): SourceQuestion['options'][number] {
	return options.find(({ right }) => !right)!;
}

/** The question that is answered with several options. */
export function severalIn({ questions }: SourceLesson): SourceQuestion {
	const question = questions.find((candidate) => keyOf(candidate).length > 1);
	if (!question) throw new Error('no multiple choice in this lesson');
	return question;
}

function lessonFiles(): string[] {
	return modules().flatMap((module) =>
		readdirSync(module)
			.filter((name) => /^\d+-.*\.md$/.test(name))
			.sort()
			.map((name) => join(module, name))
	);
}

function modules(): string[] {
	const folder = join('courses', COURSE);
	return readdirSync(folder)
		.filter((name) => /^\d+-/.test(name))
		.sort()
		.map((name) => join(folder, name));
}

function readLesson(file: string): SourceLesson {
	const source = readFileSync(file, 'utf8');
	const questions = source.matchAll(QUESTIONS);
	return {
		id: /^id: (.+)$/m.exec(source)?.[1] ?? /\d+-([^/]+)\.md$/.exec(file)![1]!,
		title: /^title: "?(.+?)"?$/m.exec(source)![1]!,
		questions: [...questions].map(([, id, body]) => readQuestion(id!, body!)),
		plainLines: source.split('\n').filter((line) => /^[A-Z][\w ,.:;%()–-]{60,}$/.test(line))
	};
}

function readQuestion(id: string, body: string): SourceQuestion {
	const options = body.matchAll(/^- \[([ x])\] (.+)\n\s+> (.+)$/gm);
	return {
		id,
		prompt: body.trim().split('\n')[0]!,
		options: [...options].map(([, mark, text, rationale]) => ({
			text: plain(text!),
			right: mark === 'x',
			rationale: plain(rationale!)
		}))
	};
}

/** A line of Markdown as it is read aloud. */
function plain(markdown: string): string {
	return markdown
		.replace(/\[\[(?:[^\]|]*\|)?([^\]]+)\]\]/g, '$1')
		.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
		.replace(/[*`]/g, '');
}
