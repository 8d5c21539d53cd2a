import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Trouble } from '../db/trouble.ts';
import { checkCourse, graded } from './check.ts';
import { readCompetencies, type Registries } from './competencies.ts';
import type { Course, Finding, Problem, SourceFile } from './course.ts';
import type { Competency, Regulation } from './fields.ts';
import { readRegistry } from './regulations.ts';
import {
	isCourseFolder,
	isFile,
	listCourseFolders,
	listCourseIds,
	readCourseFolder,
	type CourseSource
} from './source.ts';
import { readRecord, recordName } from './release-record.ts';

/** Course folders with the registries that go with them. */
export interface Library {
	courses: CourseSource[];
	registry: Registries;
	/** Of the registries themselves; `file` is a path from where the command runs. */
	problems: Problem[];
}

/**
 * Reads courses from paths that are a course folder, or a folder of them. `regulations.yaml` and `competencies.yaml`
 * are taken from beside the courses and from `registryFolders`; the first entry of an id counts.
 */
export async function readLibrary(
	paths: readonly string[],
	registryFolders: readonly string[] = []
): Promise<Library> {
	const folders: string[] = [];
	for (const path of paths) {
		if (!existsSync(path))
			throw new Trouble(`${path} tidak ada. Periksa nama foldernya, atau setel COURSES_DIR.`);
		folders.push(...(await courseFoldersAt(path)));
	}
	const { registry, problems } = await readRegistries([
		...folders.map((course) => dirname(course)),
		...paths,
		...registryFolders
	]);
	const courses: CourseSource[] = [];
	for (const folder of folders) {
		const source = readCourseFolder(folder);
		const { record, findings } = await readRecordOf(source);
		courses.push({ ...source, record });
		problems.push(...graded(findings));
	}
	return { courses, registry, problems };
}

async function readRecordOf({ courseId, folder }: CourseSource) {
	const path = join(dirname(folder), recordName(courseId));
	if (!(await isFile(path))) return { record: null, findings: [] };
	return readRecord({ path, bytes: await readFile(path) });
}

/** A folder of courses is not taken for a course whose course.md is missing. */
async function courseFoldersAt(path: string): Promise<string[]> {
	if (await isFile(join(path, 'course.md'))) return [path];
	const listed = await listCourseFolders(path);
	return listed.length === 0 && (await isCourseFolder(path)) ? [path] : listed;
}

/**
 * What `regulations.yaml` and `competencies.yaml` in these folders hold, and which courses stand there; the first entry
 * of an id counts.
 */
export async function readRegistries(
	folders: readonly string[]
): Promise<Pick<Library, 'registry' | 'problems'>> {
	const findings: Finding[] = [];
	const regulations = new Map<string, Regulation>();
	const competencies = new Map<string, Competency>();
	const each = async <Read extends { findings: Finding[] }>(
		name: string,
		read: (file: SourceFile) => Read,
		take: (read: Read) => void
	) => {
		for (const path of new Set(folders.map((folder) => join(folder, name)))) {
			if (!(await isFile(path))) continue;
			const found = read({ path, bytes: await readFile(path) });
			findings.push(...found.findings);
			take(found);
		}
	};
	await each('regulations.yaml', readRegistry, ({ registry }) => addMissing(regulations, registry));
	await each(
		'competencies.yaml',
		(file) => readCompetencies(file, regulations),
		(found) => addMissing(competencies, found.competencies)
	);
	const courses = new Set<string>();
	for (const folder of new Set(folders))
		for (const id of await listCourseIds(folder)) courses.add(id);
	return { registry: { regulations, competencies, courses }, problems: graded(findings) };
}

function addMissing<Entry>(all: Map<string, Entry>, more: ReadonlyMap<string, Entry>): void {
	for (const [id, entry] of more) if (!all.has(id)) all.set(id, entry);
}

/** Every problem of one course, `file` being a path from where the command runs. */
export function checkSource(
	source: CourseSource,
	registry: Registries,
	on: string
): { course: Course | null; problems: Problem[] } {
	const { course, problems } = checkCourse(source.courseId, source.files, registry, on);
	const all = [...graded(source.findings), ...problems];
	return {
		course,
		problems: all.map((problem) => ({ ...problem, file: join(source.folder, problem.file) }))
	};
}
