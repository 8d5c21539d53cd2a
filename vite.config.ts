import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [
		withoutHydrationMarks(),
		withPatternsKept(),
		sveltekit({
			// A build is made aside and put in place when it is complete (src/cli/build.mjs).
			adapter: adapter({ out: process.env.BUILD_DIR ?? 'build' })
		})
	],
	test: {
		// Both cores of the smallest machine; what is timed is timed in processor time of its own thread.
		maxWorkers: 2,
		projects: [
			{
				test: {
					name: 'unit',
					include: ['src/**/*.test.ts', 'tests/*.test.ts'],
					exclude: ['**/*.db.test.ts', '**/*.svelte.test.ts']
				}
			},
			{
				test: {
					name: 'db',
					include: ['src/**/*.db.test.ts', 'tests/*.db.test.ts'],
					globalSetup: './tests/support/postgres.ts',
					testTimeout: 20_000
				}
			},
			{
				test: {
					name: 'lifecycle',
					include: ['tests/lifecycle/*.test.ts'],
					testTimeout: 60_000
				}
			}
		]
	}
});

/**
 * Svelte marks in comments where a client runtime would take a page over. None does (CONTRIBUTING, decision 2), and in
 * a lesson they are a tenth of the text.
 */
function withoutHydrationMarks(): Plugin {
	return {
		name: 'without-hydration-marks',
		enforce: 'post',
		apply: 'build',
		transform: {
			// Components, and what Svelte puts about HTML given as it is.
			filter: { id: /\.svelte$|svelte\/src\/internal\/server\/blocks\/html\.js$/ },
			handler: (code, _id, options) =>
				options?.ssr
					? { code: code.replaceAll(MARKS, '').replaceAll(PUSHED_NOTHING, ''), map: null }
					: null
		}
	};
}

/** Kit imports the patterns of addresses anew for every request; by profile that is a fiftieth of a lesson's time. */
function withPatternsKept(): Plugin {
	return {
		name: 'with-patterns-kept',
		apply: 'build',
		transform: {
			filter: { id: /@sveltejs\/kit\/src\/runtime\/server\/respond\.js$/ },
			handler: (code) => ({
				code: code.replace('manifest.matchers()', '(manifest.patterns ??= manifest.matchers())'),
				map: null
			})
		}
	};
}

const MARKS = /<!--(\[-?\d*|\]|)-->/g;
const PUSHED_NOTHING = /\$\$renderer\d*\.push\(``\);/g;
