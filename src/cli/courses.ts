// npm run courses -- check [folder…] · rules · reference · publish [folder…]
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { blocksPublication } from '#lib/server/catalog/check.ts';
import { publishLibrary, readLibrary, type Library } from '#lib/server/catalog/library.ts';
import { formatFile } from '#lib/server/catalog/reference.ts';
import { APPLICATION_ROLE, connect } from '#lib/server/db/connect.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { Trouble } from '#lib/server/db/trouble.ts';
import { checkCourses, printRules } from './check-courses.ts';
import { withDatabase } from './database.ts';
import { coursesFolders } from './courses-folders.ts';
import { finish } from './lifecycle.ts';
import { causeOf, printProblems } from './problems.ts';
import { demandMigrated } from './ready.ts';

const usage =
	'Pakai: npm run courses -- check [folder…] [--json] [--quiet] [--only aturan] [--fix [--dry-run]] | rules | reference | publish [folder…]';

/** Where the reference stands in the repository. */
const referenceFile = 'courses/FORMAT.md';

/** Exit codes: 0 clean or warnings only, 1 something keeps a course from being published, 2 the command could not run. */
await finish(async () => {
	const { verb, paths, values } = words();
	const open = () => openLibrary(paths);
	if (verb === 'rules' || values.rules) printRules();
	else if (verb === 'reference') await writeReference();
	else if (verb === 'check') {
		const { json, quiet, fix, only } = values;
		const rules = only.flatMap((list) => list.split(','));
		const options = { json, quiet, fix, only: rules, dryRun: values['dry-run'] };
		if (await checkCourses(open, options)) process.exit(1);
	} else if (verb === 'publish') {
		if (await publishAll(await open())) process.exit(1);
	} else throw new Trouble(usage);
}, 2);

async function writeReference(): Promise<void> {
	await writeFile(referenceFile, formatFile());
	console.log(`${referenceFile} ditulis.`);
}

function words() {
	try {
		const { positionals, values } = parseArgs({
			allowPositionals: true,
			options: {
				json: { type: 'boolean', default: false },
				quiet: { type: 'boolean', default: false },
				only: { type: 'string', multiple: true, default: [] },
				fix: { type: 'boolean', default: false },
				'dry-run': { type: 'boolean', default: false },
				rules: { type: 'boolean', default: false }
			}
		});
		const [verb, ...paths] = positionals;
		return { verb, paths, values };
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		throw new Trouble(usage);
	}
}

async function openLibrary(paths: readonly string[]): Promise<Library> {
	const own = coursesFolders();
	const folders = paths.length > 0 ? paths : own;
	const library = await readLibrary(folders, own);
	if (library.courses.length > 0) return library;
	throw new Trouble(`Tidak ada pelatihan (folder berisi course.md) di ${folders.join(', ')}.`);
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
