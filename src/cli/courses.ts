// npm run courses -- check [folder…] · rules · reference · preview FOLDER · publish [folder…] · export … · cites … · regrade … · items …
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readLibrary, type Library } from '#lib/server/catalog/library.ts';
import { formatFile } from '#lib/server/catalog/reference.ts';
import { Trouble } from '#lib/server/db/trouble.ts';
import { checkCourses, printRules } from './check-courses.ts';
import { citeCourses } from './cite-courses.ts';
import { coursesFolders } from './courses-folders.ts';
import { exportCourse } from './export-course.ts';
import { finish } from './lifecycle.ts';
import { publishCourses } from './publish-courses.ts';
import { regradeCourse } from './regrade-course.ts';
import { printItems } from './survey-items.ts';
import { withCatalogue } from './with-catalogue.ts';

const usage =
	'Pakai: npm run courses -- check [folder…] [--json] [--quiet] [--only aturan] [--fix [--dry-run]] | rules | reference | preview FOLDER | publish [folder…] | export PELATIHAN[@EDISI] FOLDER | cites PERATURAN[#pasal] [--all] [--json] | regrade PELATIHAN [--dry-run | --apply --reason "…" | --undo ID --reason "…"] [--json] | items PELATIHAN [--json]';

if (process.argv[2] === 'preview') {
	const { preview } = await import('./preview.ts');
	await preview(process.argv.slice(3));
}

/** Where the reference stands in the repository. */
const referenceFile = 'courses/FORMAT.md';

/** Exit codes: 0 clean or warnings only, 1 something keeps a course from being published, 2 the command could not run. */
await finish(async () => {
	const { verb, paths, values } = words();
	const open = () => openLibrary(paths);
	const [first, second] = paths;
	if (verb === 'rules' || values.rules) printRules();
	else if (verb === 'reference') await writeReference();
	else if (verb === 'check') {
		const { json, quiet, fix, only } = values;
		const rules = only.flatMap((list) => list.split(','));
		const options = { json, quiet, fix, only: rules, dryRun: values['dry-run'] };
		if (await checkCourses(open, options)) process.exit(1);
	} else if (verb === 'export' && first && second) await exportCourse(first, second);
	else if (verb === 'cites' && first)
		await citeCourses(first, { json: values.json, all: values.all });
	else if (verb === 'regrade' && first) {
		const { json, apply, undo, reason } = values;
		await regradeCourse(first, { json, apply, undo, reason });
	} else if (verb === 'items' && first) await printItems(first, { json: values.json });
	else if (verb === 'publish') {
		const library = await open();
		if (!(await withCatalogue((pool) => publishCourses(pool, library)))) process.exit(1);
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
				rules: { type: 'boolean', default: false },
				apply: { type: 'boolean', default: false },
				undo: { type: 'string' },
				reason: { type: 'string' },
				all: { type: 'boolean', default: false }
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
