import * as v from 'valibot';
import type { Database } from '../db/connect.ts';
import { amongOthers } from '../markdown/embed.ts';
import { joinRegulations } from '../markdown/regulations.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { rubricIn, withoutRubric } from './answers.ts';
import { projectFields } from './fields.ts';
import { kept } from './kept.ts';
import { storedRubric } from './keys.ts';
import { htmlOf, renderParsed } from './lesson-page.ts';
import { glossaryOf } from './references.ts';
import { findRegistries } from './registry.ts';
import { readGlossary, readRelease, readSources } from './release-texts.ts';
import { stateIn } from './releases.ts';
import { readYaml } from './yaml-fields.ts';

/** The project of a course as its learner reads it. */
export interface ProjectBrief {
	title: string;
	minutes: number;
	jp: number;
	/** How many work at it together once a cohort runs it; null where the author leaves that open. */
	teamSize: number | null;
	/** The task, as HTML, without the rubric. */
	html: string;
	/** Null in releases from before there had to be one. */
	rubric: ReturnType<typeof storedRubric> | null;
	/** The mark that course.md asks for, 0–100; null where it states none. */
	passMark: number | null;
}

const { teamSize } = projectFields.entries;
const teamFields = v.object({ teamSize });

const keptBriefs = kept<ProjectBrief>(200);

/** The project of a release, with the state that the instruments it cites have today; null where it has none. */
export async function findProject(db: Database, releaseId: string): Promise<ProjectBrief | null> {
	const brief = keptBriefs.get(releaseId) ?? (await renderBrief(db, releaseId));
	if (!brief) return null;
	const { regulations } = await findRegistries(db);
	return { ...brief, html: joinRegulations(brief.html, stateIn(regulations)) };
}

async function renderBrief(db: Database, releaseId: string): Promise<ProjectBrief | null> {
	const release = await readRelease(db, releaseId);
	const project = release?.stored.project;
	if (!release || !project) return null;
	const { title, minutes, jp, path } = project;
	const [sources, glossary] = await Promise.all([
		readSources(db, releaseId, [path]),
		readGlossary(db, releaseId)
	]);
	const { yaml, body } = sources.get(path) ?? { yaml: '', body: '' };
	const document = parseMarkdown(body);
	const task = { ...document, tokens: withoutRubric(document.tokens) };
	const explained = glossaryOf(release.courseId);
	const { segments } = renderParsed(task, [], path, release.references, glossary, explained);
	const rubric = rubricIn(document.tokens);
	return keptBriefs.set(releaseId, {
		...{ title, minutes, jp },
		teamSize: readYaml(yaml, teamFields, 2).value?.teamSize ?? null,
		// On its page it stands below a heading of the page's own.
		html: amongOthers(
			htmlOf(segments.filter(({ kind }) => kind === 'html')),
			{ id: 'proyek', title },
			1
		),
		rubric: rubric && storedRubric(rubric),
		passMark: release.rules.pass.assignment ?? null
	});
}
