import type { Token } from 'markdown-it';

/** A place in a file, both counted from 1. */
export interface Position {
	line: number;
	column: number;
}

/** Something the parser noticed about the text; the catalogue decides how serious it is. */
export interface Remark extends Position {
	rule: string;
	message: string;
}

/** What stands between the braces of `:::name{#id key=value .flag}`. */
export interface Directive extends Position {
	name: string;
	id: string | null;
	values: Record<string, string>;
	flags: string[];
}

interface Heading extends Position {
	id: string;
	text: string;
	level: number;
}

/** Where a link leads, decided once while parsing; the renderer writes nothing else. */
export type LinkTarget =
	| { kind: 'external'; href: string }
	| { kind: 'mail'; href: string }
	| { kind: 'site'; href: string }
	| { kind: 'fragment'; fragment: string }
	| { kind: 'file'; path: string; fragment: string | null }
	| { kind: 'regulation'; regulation: string; article: string | null; asHistory: boolean }
	| { kind: 'refused'; href: string };

interface Link extends Position {
	target: LinkTarget;
	text: string;
	/** The line on which the question that holds it begins, or null; a question's own footnotes belong to it. */
	questionLine: number | null;
}

interface Image extends Position {
	path: string;
	alt: string;
	caption: string | null;
}

interface TermUse extends Position {
	term: string;
	text: string;
}

/** Running text of one paragraph, list item or cell, for the prose rules. */
interface Passage extends Position {
	kind: 'paragraph' | 'heading' | 'cell';
	text: string;
	inQuestion: boolean;
	/** Whether it belongs to a case that questions share. */
	inScenario: boolean;
}

interface TableFact extends Position {
	headers: string[];
}

/** `<!-- periksa:abaikan rule alasan -->`: silences one rule on the lines of the block that follows. */
export interface Suppression extends Position {
	rule: string;
	reason: string;
	fromLine: number;
	toLine: number;
}

/** A parsed Markdown text: tokens to render, facts to check, remarks of the parser. */
export interface MarkdownDocument {
	tokens: Token[];
	/** Footnotes that only questions use: they stand with what cites them and not among the tokens. */
	questionNotes: Token[];
	/** Those of questions are not among them. */
	headings: Heading[];
	links: Link[];
	images: Image[];
	terms: TermUse[];
	tables: TableFact[];
	directives: Directive[];
	passages: Passage[];
	suppressions: Suppression[];
	remarks: Remark[];
}
