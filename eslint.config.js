import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

export default ts.config(
	{ ignores: ['.svelte-kit/', 'build/', '.data/', 'node_modules/', 'static/', 'test-results/'] },
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.node, ...globals.browser } },
		rules: {
			'no-undef': 'off',
			'no-console': ['error', { allow: ['warn', 'error'] }],
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_' }
			]
		}
	},
	{
		files: ['**/*.ts', '**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: {
				projectService: true,
				extraFileExtensions: ['.svelte'],
				parser: ts.parser
			}
		},
		rules: {
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/await-thenable': 'error'
		}
	},
	// Pages are addressed by literal, tested addresses (product.md §4); resolve() would add nothing without a base path.
	{ files: ['**/*.svelte'], rules: { 'svelte/no-navigation-without-resolve': 'off' } },
	// One component puts rendered Markdown into a page, one writes JSON-LD; everything else shows text.
	{
		files: [
			'src/lib/components/course/Rendered.svelte',
			'src/lib/components/Shared.svelte',
			'src/lib/components/StructuredData.svelte'
		],
		rules: { 'svelte/no-at-html-tags': 'off' }
	},
	// Vitest's fixtures ask for an object pattern even where nothing is needed.
	{ files: ['**/*.test.ts', 'tests/**'], rules: { 'no-empty-pattern': 'off' } },
	// A command line speaks through its standard output.
	{ files: ['src/cli/**'], rules: { 'no-console': 'off' } }
);
