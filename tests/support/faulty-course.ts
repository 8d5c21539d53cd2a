import type { SourceFile } from '#lib/server/catalog/course.ts';
import { isPartial, parseCourse } from '#lib/server/catalog/parse.ts';
import { aCourse } from './courses.ts';
import { ruleFixtures } from './rule-fixtures.ts';

const folder = '01-dasar';
const lesson = `${folder}/01-gejala-silo.md`;

/** The lessons, as far as they can be read, of those fixtures that break a rule by their lesson alone; with the rule. */
function faultyLessons(): { rule: string; bytes: Uint8Array }[] {
	const sound = new Map(aCourse().map(({ path, bytes }) => [path, Buffer.from(bytes)]));
	return [...ruleFixtures()].flatMap(([rule, fixtures]) =>
		fixtures
			.filter(({ kind, on }) => kind === 'Buruk' && on === '2026-11-21')
			.flatMap(({ files }) => {
				const { course } = parseCourse('data-1', files);
				if (!course || isPartial(course, files)) return [];
				const changed = files.filter(({ path, bytes }) => !sound.get(path)?.equals(bytes));
				const [only, other] = changed;
				return only && !other && only.path === lesson ? [{ rule, bytes: only.bytes }] : [];
			})
	);
}

/** A course that breaks every rule a lesson alone can break, `rounds` times each; its lessons' number, and those rules. */
export function aFaultyCourse(rounds: number): {
	files: SourceFile[];
	lessons: number;
	rules: Set<string>;
} {
	const faulty = faultyLessons();
	const once = aCourse({ [lesson]: null });
	const modules = once.filter(({ path }) => path.startsWith(`${folder}/`));
	const files = once.filter(({ path }) => !path.startsWith(`${folder}/`));
	for (let round = 1; round <= rounds; round++) {
		const inModule = `${String(round).padStart(2, '0')}-modul`;
		for (const { path, bytes } of modules)
			files.push({ path: path.replace(folder, inModule), bytes });
		for (const [at, { bytes }] of faulty.entries())
			files.push({ path: `${inModule}/${String(at).padStart(3, '0')}-materi-${at}.md`, bytes });
	}
	const rules = new Set(faulty.map(({ rule }) => rule));
	return { files, lessons: rounds * faulty.length, rules };
}
