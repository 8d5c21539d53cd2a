// npm run courses -- check [folder…] [--json] · publish [folder…] · export … · cites …
import { parseArgs } from 'node:util';
import { blocksPublication } from '#lib/server/catalog/check.ts';
import type { Problem } from '#lib/server/catalog/course.ts';
import {
	checkSource,
	publishLibrary,
	readLibrary,
	type Library
} from '#lib/server/catalog/library.ts';
import { Trouble } from '#lib/server/db/trouble.ts';
import { citeCourses } from './cite-courses.ts';
import { coursesFolders } from './courses-folders.ts';
import { exportCourse } from './export-course.ts';
import { finish } from './lifecycle.ts';
import { causeOf, printProblems } from './problems.ts';
import { withCatalogue } from './with-catalogue.ts';

const usage =
	'Pakai: npm run courses -- check [folder…] [--json] | publish [folder…] | export PELATIHAN[@EDISI] FOLDER | cites PERATURAN[#pasal] [--all] [--json]';

await finish(async () => {
	const { positionals, values } = parseArgs({ allowPositionals: true, strict: false });
	const [verb, ...paths] = positionals;
	const own = coursesFolders();
	const [first, second] = paths;
	if (verb === 'export' && first && second) return exportCourse(first, second);
	if (verb === 'cites' && first)
		return citeCourses(first, { json: values['json'] === true, all: values['all'] === true });
	if (verb !== 'check' && verb !== 'publish') throw new Trouble(usage);
	const library = await readLibrary(paths.length > 0 ? paths : own, own);
	if (library.courses.length === 0)
		throw new Trouble(
			`Tidak ada pelatihan (folder berisi course.md) di ${(paths.length > 0 ? paths : own).join(', ')}.`
		);
	const failed =
		verb === 'check' ? check(library, values['json'] === true) : await publishAll(library);
	if (failed) process.exit(1);
});

function today(): string {
	return new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Jakarta' });
}

function check(library: Library, json: boolean): boolean {
	const problems = [
		...library.problems,
		...library.courses.flatMap((source) => checkSource(source, library.registry, today()).problems)
	];
	if (json) console.log(JSON.stringify(problems, null, '\t'));
	else {
		printProblems(problems);
		const count = (severity: Problem['severity']) =>
			problems.filter((problem) => problem.severity === severity).length;
		console.log(
			`${library.courses.length} pelatihan diperiksa: ${count('error')} kesalahan, ${count('assessment')} masalah soal, ${count('warning')} peringatan.`
		);
	}
	return blocksPublication(problems);
}

async function publishAll(library: Library): Promise<boolean> {
	if (blocksPublication(library.problems)) {
		printProblems(library.problems);
		return true;
	}
	const results = await withCatalogue((pool) =>
		publishLibrary(pool, library, { publisher: null, at: new Date() })
	);
	const words = {
		published: 'diterbitkan',
		unchanged: 'tidak berubah',
		refused: 'tidak diterbitkan; perbaiki yang di bawah ini',
		failed: 'tidak diterbitkan; basis data menolaknya'
	};
	for (const course of results) {
		console.log(`${course.courseId}: ${words[course.outcome]}`);
		printProblems(course.problems);
		if (course.outcome === 'failed') console.error(causeOf(course.error));
	}
	return results.some(({ outcome }) => outcome === 'refused' || outcome === 'failed');
}
