import { expect } from 'vitest';
import { publish } from '#lib/server/catalog/publish.ts';
import { publishRegistries } from '#lib/server/catalog/registry.ts';
import type { Database } from '#lib/server/db/connect.ts';
import { SYSTEM } from '#lib/server/db/scope.ts';
import { handInProject, readProject, saveDraft } from '#lib/server/journeys/hand-in-project.ts';
import { enrol, type Learner } from '#lib/server/learning/enrolments.ts';
import { aCourse, registry } from './courses.ts';
import { actAs } from './database.ts';
import { aPerson } from './people.ts';
import { projectCourse } from './project-course.ts';
import { aPublication, bySystem } from './publications.ts';

/** The course that `projectCourse` makes. */
export const PROJECT = 'proyek-1';

/** A learner of a course with a project; acts as that learner from here on. */
export async function aProjectLearner(
	db: Database,
	place?: { agencyId: string; unitId: string }
): Promise<Learner> {
	await actAs(db, SYSTEM);
	await publishRegistries(db, registry, bySystem);
	const publication = { ...aPublication(), courseId: PROJECT, files: aCourse(projectCourse) };
	const { releaseId, problems } = await publish(db, publication);
	expect(problems).toEqual([]);
	const personId = await aPerson(db, {}, place);
	const learner = { personId, agencyId: null, unitId: null, ...place };
	await actAs(db, personId);
	await enrol(db, learner, { id: releaseId!, courseId: PROJECT });
	return learner;
}

/** Writes this text into the learner's draft and hands it in. */
export async function handingIn(db: Database, learner: Learner, text: string): Promise<void> {
	await actAs(db, learner.personId);
	const { draft } = (await readProject(db, learner, PROJECT))!;
	const revision = await saveDraft(db, learner, PROJECT, { text, base: draft!.revision });
	await handInProject(db, learner, PROJECT, { number: draft!.number, revision });
}
