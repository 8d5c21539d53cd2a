import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Trouble } from '../db/trouble.ts';
import { checkCourse, graded } from './check.ts';
import { readCompetencies, type Registries } from './competencies.ts';
import type { Course, Finding, Problem, SourceFile } from './course.ts';
import type { Competency, Regulation } from './fields.ts';
import { readRegistry } from './regulations.ts';
import { listCourseFolders, readCourseFolder, type CourseSource } from './source.ts';

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
		if (await isFile(join(path, 'course.md'))) folders.push(path);
		else folders.push(...(await listCourseFolders(path)));
	}
	const { registry, problems } = await readRegistries([
		...folders.map((course) => dirname(course)),
		...paths,
		...registryFolders
	]);
	const courses: CourseSource[] = [];
	for (const folder of folders) courses.push(await readCourseFolder(folder));
	return { courses, registry, problems };
}

/** What `regulations.yaml` and `competencies.yaml` in these folders hold; the first entry of an id counts. */
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
	return { registry: { regulations, competencies }, problems: graded(findings) };
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

async function isFile(path: string): Promise<boolean> {
	return stat(path).then(
		(status) => status.isFile(),
		() => false
	);
}
