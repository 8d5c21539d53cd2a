import type { Database } from '../db/connect.ts';
import { joinRegulations } from '../markdown/regulations.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { renderTokens } from '../markdown/render.ts';
import { kept } from './kept.ts';
import { contextFor } from './references.ts';
import { findRegistries } from './registry.ts';
import { readGlossary, readRelease } from './release-texts.ts';
import { stateIn } from './releases.ts';

/** A term as the glossary's page shows it. */
export interface GlossaryEntry {
	id: string;
	term: string;
	/** Markdown, to be searched. */
	definition: string;
	html: string;
	/** Where it is used, in the order of the course; null where the release does not tell. */
	lessons: { id: string; title: string }[] | null;
}

const entries = kept<GlossaryEntry[]>(200);

/** The glossary of a release by the alphabet. `address` is the page that shows it: its terms lead to one another. */
export async function findGlossary(
	db: Database,
	releaseId: string,
	address: string
): Promise<GlossaryEntry[]> {
	const [registries, made] = await Promise.all([
		findRegistries(db),
		entries.get(`${releaseId} ${address}`) ?? make(db, releaseId, address)
	]);
	const stateOf = stateIn(registries.regulations);
	return made.map((entry) => ({ ...entry, html: joinRegulations(entry.html, stateOf) }));
}

async function make(db: Database, releaseId: string, address: string): Promise<GlossaryEntry[]> {
	const [glossary, texts] = await Promise.all([
		readGlossary(db, releaseId),
		readRelease(db, releaseId)
	]);
	if (!texts) return [];
	const lessons = texts.stored.modules.flatMap((module) => module.lessons);
	const context = contextFor(texts.references, 'glossary.md', new Set(), address);
	const made = [...glossary.values()].map(({ id, term, definition }) => ({
		id,
		term,
		definition,
		html: renderTokens(parseMarkdown(definition).tokens, context),
		lessons: lessons.every((lesson) => lesson.terms)
			? lessons
					.filter(({ terms }) => terms?.includes(id))
					.map((lesson) => ({ id: lesson.id, title: lesson.title }))
			: null
	}));
	return entries.set(
		`${releaseId} ${address}`,
		made.sort((a, b) => a.term.localeCompare(b.term, 'id'))
	);
}
