import { describe, expect, test } from 'vitest';
import { registry } from '../../../../../tests/support/courses.ts';
import { ruleFixtures } from '../../../../../tests/support/rule-fixtures.ts';
import { checkCourse, rules } from '../check.ts';
import type { SourceFile } from '../course.ts';

const fixtures = ruleFixtures();

/** Rules that need more than a folder's files, and the test that holds them. */
const elsewhere: Record<string, string> = {
	'edition-older': 'publish.db.test.ts',
	'edition-taken': 'publish.db.test.ts',
	'file-link': 'bad-input.test.ts',
	'regulation-older': 'publish.db.test.ts',
	'replaced-unknown': 'publish.db.test.ts',
	'reused-id': 'identities.test.ts',
	'vanished-id': 'publish.db.test.ts'
};

const all = [...fixtures].flatMap(([rule, cases]) =>
	cases.map((fixture) => [rule, fixture.name, fixture] as const)
);
const check = (files: readonly SourceFile[], on: string) =>
	checkCourse('data-1', files, registry, on).problems;

describe('every rule', () => {
	test.each(Object.keys(rules).filter((rule) => !(rule in elsewhere)))(
		'%s has a bad fixture, a good one, and one with a reason if a reason may silence it',
		(rule) => {
			const kinds = new Set(fixtures.get(rule)?.map(({ kind }) => kind));
			const needed = rules[rule]!.suppressible ? ['Buruk', 'Baik', 'Diabaikan'] : ['Buruk', 'Baik'];
			expect([...kinds]).toEqual(needed);
		}
	);

	test('no fixture is of a rule that does not exist', () => {
		expect([...fixtures.keys()].filter((rule) => !rules[rule])).toEqual([]);
	});

	test.each(Object.entries(rules))('%s says what it finds, what to do and why', (_rule, told) => {
		for (const text of [told.finds, told.remedy, told.why]) expect(text).toMatch(/^\S.*\.$/);
	});
});

describe('the fixtures of a rule', () => {
	test.each(all.filter(([, , { kind }]) => kind === 'Buruk'))(
		'%s points at the place · %s',
		(rule, _name, { files, places, on }) => {
			const found = check(files, on).filter((problem) => problem.rule === rule);
			expect(found.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual(places);
			for (const { message, severity } of found) {
				expect(message).toMatch(/^\S.*[.?]$/s);
				expect(severity).toBe(rules[rule]!.severity);
			}
		}
	);

	test.each(all.filter(([, , { kind }]) => kind !== 'Buruk'))(
		'%s stays silent · %s',
		(rule, _name, { files, on }) => {
			const silent = [rule, 'suppression', 'suppression-unused'];
			expect(check(files, on).filter((problem) => silent.includes(problem.rule))).toEqual([]);
		}
	);

	test.each(
		all.filter(
			([rule, , { kind, files }]) =>
				kind === 'Buruk' &&
				!rules[rule]!.suppressible &&
				!rule.startsWith('suppression') &&
				files.some(({ path }) => path === '01-dasar/module.md')
		)
	)('%s cannot be silenced by any reason · %s', (rule, _name, { files, on }) => {
		const before = check(files, on).filter((problem) => problem.rule === rule);
		const excused = files.map(({ path, bytes }) => ({
			path,
			bytes: path.endsWith('/module.md')
				? Buffer.from(
						Buffer.from(bytes)
							.toString()
							.replace(/^---\n/, `---\n# periksa:abaikan ${rule} alasan\n`)
					)
				: bytes
		}));
		const { course, problems } = checkCourse('data-1', excused, registry, on);
		expect(problems.filter((problem) => problem.rule === rule)).toHaveLength(before.length);
		// A course that cannot be read at all is not asked for its reasons.
		if (course) expect(problems.map((problem) => problem.rule)).toContain('suppression');
	});
});
