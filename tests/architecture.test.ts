import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Rooms of src/lib/server from the ground up: a room uses only rooms that stand before it (architecture.md). */
const ROOMS = [
	'db',
	'audit',
	'jobs',
	'access',
	'identity',
	'organisation',
	'markdown',
	'paper',
	'catalog',
	'search',
	'authoring',
	'assessment',
	'learning',
	'cohorts',
	'hours',
	'certification',
	'notices',
	'graduation',
	'competency',
	'exchange',
	'privacy',
	'reporting',
	'journeys',
	'http'
];

interface Import {
	file: string;
	/** Path from the repository's root, or the package's name. */
	target: string;
	typeOnly: boolean;
}

const root = resolve('.');
const files = list('src').filter((file) => /\.(ts|js|mjs|svelte)$/.test(file));
const product = files.filter((file) => !/\.test\.ts$/.test(file));
const imports = product.flatMap(importsOf);

function list(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

function importsOf(file: string): Import[] {
	const source = readFileSync(file, 'utf8');
	const statements = source.matchAll(
		/(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g
	);
	return [...statements].map(([, type, from, dynamic]) => ({
		file,
		target: targetOf(file, (from ?? dynamic)!),
		typeOnly: Boolean(type)
	}));
}

function targetOf(file: string, specifier: string): string {
	if (specifier.startsWith('#lib/')) return specifier.replace('#lib', 'src/lib');
	if (specifier.startsWith('.')) return relative(root, resolve(dirname(file), specifier));
	return specifier;
}

const roomOf = (path: string): string | undefined => /^src\/lib\/server\/([^/]+)\//.exec(path)?.[1];
const isTables = (path: string) => basename(path) === 'tables.ts';
const violations = (broken: (found: Import) => boolean) =>
	imports.filter(broken).map(({ file, target }) => `${file} → ${target}`);

describe('who may use whom', () => {
	test('imports were found', () => {
		expect(imports.length).toBeGreaterThan(100);
	});

	test('every room is on the plan', () => {
		const found = new Set(product.map(roomOf).filter((room) => room !== undefined));
		expect([...found].filter((room) => !ROOMS.includes(room))).toEqual([]);
	});

	test('a room uses only rooms before it; tables may refer to any tables', () => {
		expect(
			violations(({ file, target }) => {
				const from = roomOf(file);
				const to = roomOf(target);
				if (!from || !to || from === to) return false;
				if (isTables(file) && isTables(target)) return false;
				return ROOMS.indexOf(to) > ROOMS.indexOf(from);
			})
		).toEqual([]);
	});

	test('journeys do not call journeys', () => {
		expect(
			violations(({ file, target }) => roomOf(file) === 'journeys' && roomOf(target) === 'journeys')
		).toEqual([]);
	});

	test('tables know only drizzle and tables', () => {
		expect(
			violations(
				({ file, target }) =>
					isTables(file) && !target.startsWith('drizzle-orm') && !isTables(target)
			)
		).toEqual([]);
	});

	test('only http, routes and hooks know SvelteKit', () => {
		expect(
			violations(
				({ file, target }) =>
					/^(\$app|@sveltejs\/kit)(\/|$)/.test(target) &&
					!/^src\/(routes\/|hooks\.ts|hooks\.server\.ts|env\.ts|params\.ts|lib\/server\/http\/)/.test(
						file
					)
			)
		).toEqual([]);
	});

	test('routes know no SQL, no tables and no session library', () => {
		expect(
			violations(
				({ file, target }) =>
					file.startsWith('src/routes/') &&
					(/^(drizzle-orm|postgres|lucia)/.test(target) || isTables(target))
			)
		).toEqual([]);
	});

	test('components and enhancement scripts know nothing of the server', () => {
		expect(
			violations(
				({ file, target, typeOnly }) =>
					/^src\/lib\/(components|enhance|styles|format|messages)\//.test(file) &&
					target.startsWith('src/lib/server/') &&
					!typeOnly
			)
		).toEqual([]);
	});

	test('ui components know no domain word', () => {
		expect(
			violations(
				({ file, target }) =>
					file.startsWith('src/lib/components/ui/') && /src\/lib\/(messages|server)/.test(target)
			)
		).toEqual([]);
	});

	test('lucia is imported in one file, so that one file replaces it', () => {
		const users = new Set(
			imports.filter(({ target }) => target === 'lucia').map(({ file }) => file)
		);
		expect([...users]).toEqual(['src/lib/server/identity/sessions.ts']);
	});
});

describe('the house', () => {
	test('has no drawers without a name of their own and no barrels', () => {
		expect(
			files.filter((file) =>
				/(^|\/)(utils?|helpers?|common|misc|shared|types|services?|managers?|index)(\.ts|\.js)?$/.test(
					file
				)
			)
		).toEqual([]);
	});

	test('has no test that is skipped, left alone or expected to fail', () => {
		const marked = [...files, ...list('tests')].filter(
			(file) =>
				file !== join('tests', 'architecture.test.ts') &&
				/\.test\.ts$|e2e/.test(file) &&
				/\.(skip|only|fixme|todo|fails)\b\s*\(/.test(readFileSync(file, 'utf8'))
		);
		expect(marked).toEqual([]);
	});

	test('asks no machine what day it is: a day or year is that of an office (format/dates.ts)', () => {
		const local =
			/\.get(FullYear|Month|Date|Day|Hours)\(\)|(now|new Date\(\))\.toISOString\(\)\.slice/;
		const asking = product.filter((file) => local.test(readFileSync(file, 'utf8')));
		expect(asking).toEqual([]);
	});

	test('hydrates no page: its marks are stripped, its data left out, its start script forbidden', () => {
		const routes = product.filter((file) => file.startsWith('src/routes'));
		const hydrating = routes.filter((file) => /\bcsr\s*=\s*true/.test(readFileSync(file, 'utf8')));
		expect(
			hydrating,
			'mount a client application in a page instead (CONTRIBUTING, decision 12)'
		).toEqual([]);
	});

	test('keeps style attributes and inline handlers out of its pages', () => {
		const marked = product.filter(
			(file) =>
				file.endsWith('.svelte') && /\s(style=|onclick="|style:)/.test(readFileSync(file, 'utf8'))
		);
		expect(marked).toEqual([]);
	});
});
