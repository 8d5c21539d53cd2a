import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';

const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' })
	.split('\0')
	.filter(Boolean);
/** Every file and every folder that holds one. */
const present = new Set(tracked.flatMap((file) => [file, ...foldersOf(file)]));

describe.each(['README.md', 'CONTRIBUTING.md'])('%s', (page) => {
	const text = readFileSync(page, 'utf8');
	const links = [...text.matchAll(/\]\(([^)\s]+)[^)]*\)/g)].map(([, target]) => target!);
	const relative = links.filter((target) => !/^(?:[a-z][a-z+.-]*:|#)/i.test(target));

	test('leads only to what a clone holds', () => {
		const missing = relative.filter((target) => {
			const path = posix.normalize(target.replace(/[?#].*$/, '')).replace(/\/$/, '');
			return !present.has(path);
		});
		expect(missing).toEqual([]);
	});
});

function foldersOf(file: string): string[] {
	const parts = file.split('/').slice(0, -1);
	return parts.map((_, depth) => parts.slice(0, depth + 1).join('/'));
}
