// npm run courses -- check [folder…] [--json] · publish [folder…] · preview FOLDER
import { parseArgs } from 'node:util';
import { blocksPublication } from '#lib/server/catalog/check.ts';
import type { Problem } from '#lib/server/catalog/course.ts';
import {
	checkSource,
	publishLibrary,
	readLibrary,
	type Library
} from '#lib/server/catalog/library.ts';
import { APPLICATION_ROLE, connect } from '#lib/server/db/connect.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { Trouble } from '#lib/server/db/trouble.ts';
import { withDatabase } from './database.ts';
import { coursesFolders } from './courses-folders.ts';
import { finish } from './lifecycle.ts';
import { causeOf, printProblems } from './problems.ts';
import { demandMigrated } from './ready.ts';

const usage =
	'Pakai: npm run courses -- check [folder…] [--json] | publish [folder…] | preview FOLDER';

if (process.argv[2] === 'preview') {
	const { preview } = await import('./preview.ts');
	await preview(process.argv.slice(3));
}

await finish(async () => {
	const { positionals, values } = parseArgs({ allowPositionals: true, strict: false });
	const [verb, ...paths] = positionals;
	const own = coursesFolders();
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
	const results = await withDatabase(async ({ ownerUrl, appUrl, external }) => {
		if (external) await demandMigrated(appUrl);
		else await migrate(ownerUrl);
		const db = connect(appUrl, { role: APPLICATION_ROLE, max: 1 });
		try {
			return await publishLibrary(db, library, { publisher: null, at: new Date() });
		} finally {
			await db.$client.end();
		}
	});
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
