import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { verifierBundle } from './src/verifier/bundle.ts';

/**
 * What Kit does for each request and no page of ours needs, by profile a twentieth of a lesson's time. Should a new
 * Kit say it otherwise, the build fails.
 */
const SPARE_WORK = [
	{
		// The patterns of addresses are imported anew for every request.
		file: /@sveltejs\/kit\/src\/runtime\/server\/respond\.js$/,
		from: 'manifest.matchers()',
		to: '(manifest.patterns ??= manifest.matchers())'
	},
	{
		// What pages were loaded with is written as a script for a client runtime that none of them has.
		file: /@sveltejs\/kit\/src\/runtime\/server\/page\/data_serializer\.js$/,
		from: 'strings[i] = devalue.uneval(payload, get_replacer(i));',
		to: "strings[i] = 'null';"
	},
	{
		// The policy is a constant of our front's (http/headers.ts), without a nonce.
		file: /@sveltejs\/kit\/src\/runtime\/server\/page\/csp\.js$/,
		from: 'nonce = generate_nonce();',
		to: "nonce = '';"
	}
];

export default defineConfig({
	plugins: [
		withoutHydrationMarks(),
		withoutSpareWork(),
		verifierBundle(),
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
					testTimeout: 60_000
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

function withoutSpareWork(): Plugin {
	return {
		name: 'without-spare-work',
		apply: 'build',
		transform: {
			filter: { id: SPARE_WORK.map(({ file }) => file) },
			handler(code, id) {
				const { from, to } = SPARE_WORK.find(({ file }) => file.test(id))!;
				if (!code.includes(from)) this.error(`Kit says "${from}" otherwise by now: ${id}`);
				return { code: code.replace(from, () => to), map: null };
			}
		}
	};
}

const MARKS = /<!--(\[-?\d*|\]|)-->/g;
const PUSHED_NOTHING = /\$\$renderer\d*\.push\(``\);/g;
