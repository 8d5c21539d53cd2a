// Every check there is, the same by hand and in .ci/run: npm test, npm run verify [-- --fast].
// Plain JavaScript with built-ins only, like start.mjs; the tools themselves run under Node 24.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './browser.mjs';
import { ensureBuilt } from './build.mjs';
import { Stop, ensureInstalled, run } from './install.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number, output: string }} Result
 * @typedef {{ name: string, check: () => Promise<Result> }} Step
 * @typedef {{ name: string, result: Result, seconds: number }} Outcome
 */

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const results = join(root, 'test-results');
const fast = process.argv.includes('--fast');

/** @type {Step[]} */
const STATIC = [
	{ name: 'lint', check: () => tool('eslint', '.') },
	{ name: 'tipe', check: () => tool('svelte-check', '--fail-on-warnings') },
	{ name: 'format', check: () => tool('prettier', '--check', '.') },
	{ name: 'kode mati', check: () => tool('knip') },
	{ name: 'skema', check: schemaIsMigrated },
	{ name: 'pelatihan', check: () => tool('node', 'src/cli/courses.ts', 'check') }
];
/** @type {Step[]} */
const DYNAMIC = [
	{ name: 'unit dan basis data', check: () => vitest('unit', 'db') },
	{ name: 'build', check: builds },
	{ name: 'hidup dan mati', check: () => vitest('lifecycle') },
	...(fast ? [] : [{ name: 'peramban', check: playwright }])
];

try {
	process.exitCode = await main();
} catch (error) {
	console.error(error instanceof Stop && !process.env.DEBUG ? error.message : error);
	console.log('0 passed, 1 failed');
	process.exitCode = 1;
}

async function main() {
	await ensureInstalled(root);
	mkdirSync(results, { recursive: true });
	const sync = await tool('svelte-kit', 'sync');
	if (sync.failed) throw new Stop(sync.output);
	const outcomes = [...(await lanes(STATIC, 2)), ...(await lanes(DYNAMIC, 1))];

	console.log('');
	for (const { name, result, seconds } of outcomes)
		console.log(
			`${result.failed ? 'GAGAL' : 'lulus'}  ${name.padEnd(22)}${String(result.passed).padStart(5)} lulus ${String(result.failed).padStart(4)} gagal ${String(seconds).padStart(5)} d`
		);
	/** @param {'passed' | 'failed' | 'skipped'} key */
	const sum = (key) => outcomes.reduce((total, { result }) => total + result[key], 0);
	const skipped = sum('skipped') ? `, ${sum('skipped')} skipped` : '';
	console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
	return sum('failed') ? 1 : 0;
}

/**
 * Runs the steps, a few at a time, and shows what a failing one said.
 * @param {Step[]} steps
 * @param {number} width
 */
async function lanes(steps, width) {
	const waiting = [...steps];
	/** @type {Outcome[]} */
	const outcomes = [];
	const lane = async () => {
		for (let step = waiting.shift(); step; step = waiting.shift()) {
			const began = Date.now();
			const result = await step.check();
			const seconds = Math.round((Date.now() - began) / 1000);
			outcomes.push({ name: step.name, result, seconds });
			console.log(`${result.failed ? 'GAGAL' : 'lulus'}  ${step.name} (${seconds} d)`);
			if (result.failed) console.log(result.output.trimEnd());
		}
	};
	await Promise.all(Array.from({ length: width }, lane));
	return outcomes;
}

/**
 * A tool whose exit code is its verdict.
 * @param {string} name
 * @param {string[]} args
 * @returns {Promise<Result>}
 */
async function tool(name, ...args) {
	const { code, output } = await run(join(root, 'node_modules/.bin', name), args, {
		cwd: root,
		env: environment()
	});
	return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, output };
}

/** Generating a migration into a copy must find nothing to do. */
async function schemaIsMigrated() {
	const copy = join(root, '.svelte-kit/drizzle-check');
	rmSync(copy, { recursive: true, force: true });
	cpSync(join(root, 'drizzle'), copy, { recursive: true });
	const result = await tool(
		'drizzle-kit',
		...['generate', '--dialect', 'postgresql', '--casing', 'snake_case'],
		...['--schema', './src/lib/server/*/tables.ts', '--out', '.svelte-kit/drizzle-check']
	);
	if (result.failed || result.output.includes('No schema changes')) return result;
	return { ...result, passed: 0, failed: 1 };
}

/** @returns {Promise<Result>} */
async function builds() {
	try {
		await ensureBuilt(root);
		return { passed: 1, failed: 0, skipped: 0, output: '' };
	} catch (error) {
		return { passed: 0, failed: 1, skipped: 0, output: String(error) };
	}
}

/**
 * @param {string[]} projects
 * @returns {Promise<Result>}
 */
async function vitest(...projects) {
	const report = join(results, `vitest-${projects.join('-')}.json`);
	rmSync(report, { force: true });
	const { failed, output } = await tool(
		'vitest',
		...['run', ...projects.flatMap((name) => ['--project', name])],
		...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
	);
	if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0, output };
	const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
		readFileSync(report, 'utf8')
	);
	return {
		passed: numPassedTests,
		// A file that cannot even be read has no tests to fail.
		failed: Math.max(numFailedTests, failed),
		skipped: numPendingTests + numTodoTests,
		output
	};
}

/** @returns {Promise<Result>} */
async function playwright() {
	const report = join(results, 'playwright.json');
	rmSync(report, { force: true });
	try {
		await ensureBrowser(root);
	} catch (error) {
		const output = error instanceof Stop ? error.message : String(error);
		return { passed: 0, failed: 1, skipped: 0, output };
	}
	// `dot` tells at its end what failed, where a log that is cut short still has it.
	const { failed, output } = await tool('playwright', 'test', '--reporter=dot,json');
	if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0, output };
	const { stats, errors } = JSON.parse(readFileSync(report, 'utf8'));
	return {
		passed: stats.expected,
		failed: Math.max(stats.unexpected + stats.flaky + errors.length, failed),
		skipped: stats.skipped,
		output
	};
}

/** The tools find Node 24 and each other first; nothing of the surroundings decides what they test. */
function environment() {
	const {
		DATABASE_URL: _url,
		DATABASE_OWNER_URL: _owner,
		DATA_DIR: _data,
		ORIGIN: _origin,
		...rest
	} = process.env;
	return {
		...rest,
		PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
		PLAYWRIGHT_JSON_OUTPUT_NAME: join(results, 'playwright.json'),
		NO_COLOR: '1',
		FORCE_COLOR: '0'
	};
}
