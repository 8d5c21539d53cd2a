import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [
		sveltekit({
			// A build is made aside and put in place when it is complete (src/cli/build.mjs).
			adapter: adapter({ out: process.env.BUILD_DIR ?? 'build' })
		})
	],
	test: {
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
					fileParallelism: false,
					testTimeout: 60_000
				}
			}
		]
	}
});
