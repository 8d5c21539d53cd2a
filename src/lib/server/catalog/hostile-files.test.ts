import { describe, expect, test } from 'vitest';
import { aCourse, aLesson, exampleTexts, registry } from '../../../../tests/support/courses.ts';
import {
	activePictures,
	brokenBytes,
	encodedPictures,
	hostileWords,
	hostileYaml,
	plainPictures
} from '../../../../tests/support/hostile-files.ts';
import { breaches } from '../../../../tests/support/inert.ts';
import { processorTime } from '../../../../tests/support/processor-time.ts';
import { joinRegulations } from '../markdown/regulations.ts';
import { checkCourse } from './check.ts';
import type { Finding, Problem } from './course.ts';
import { activeContent } from './images.ts';
import { renderLesson } from './lesson-page.ts';
import { readRegistry, regulationState } from './regulations.ts';

// The limits are of processor time; a busy machine may take its time.
const patience = { timeout: 60_000 };

const lesson = '01-dasar/01-gejala-silo.md';
const drawing = '01-dasar/assets/silo.svg';

function problemsOf(changes: Record<string, string | Uint8Array>): Problem[] {
	return checkCourse('data-1', aCourse(changes), registry, '2026-11-21').problems;
}

describe('pictures', () => {
	test.each([...activePictures, ...encodedPictures].map((picture) => [picture]))(
		'an active one keeps the course from being published: %s',
		(picture) => {
			const found = problemsOf({ [drawing]: picture });
			expect(found.map(({ file, rule }) => `${file} ${rule}`)).toContain(`${drawing} active-image`);
		}
	);

	test.each(plainPictures.map((picture) => [picture]))('a plain one passes: %s', (picture) => {
		expect(activeContent(picture)).toBeNull();
	});
});

describe('YAML', () => {
	const valid = { title: 'Gejala silo', objectives: '[m1-1]', minutes: '45' };
	/** Rules that judge what a lesson teaches. */
	const ofContent = ['lesson-length', 'missing-workplace', 'objective-unserved', 'spacing'];

	/** The payload before the fields that it does not hold itself. */
	const among = (yaml: string) => {
		const others = Object.entries(valid).filter(
			([name]) => !yaml.split('\n').some((line) => line.startsWith(`${name}:`))
		);
		return `---\n${yaml}\n${others.map((field) => `${field.join(': ')}\n`).join('')}---\n\nIsi.\n`;
	};

	test.each(hostileYaml.map(([yaml, told]) => [yaml.slice(0, 60), told, yaml] as const))(
		'%j among the fields of a lesson: %s',
		patience,
		(_start, told, yaml) => {
			let problems: Problem[] = [];
			const took = processorTime(() => {
				problems = problemsOf({ [lesson]: among(yaml) });
			});
			const found = problems
				.filter(({ file, rule }) => file === lesson && !ofContent.includes(rule))
				.map(({ rule, line, column }) => `${rule} ${line}:${column}`);
			if (told === null) expect(found).toEqual([]);
			else
				expect(
					found.some((problem) => problem.startsWith(told)),
					found[0]
				).toBe(true);
			expect(took).toBeLessThan(2000);
			expect('polluted' in {}).toBe(false);
		}
	);

	test.each(hostileYaml.map(([yaml]) => [yaml.slice(0, 60), yaml] as const))(
		'%j as all there is of a course, module or registry is refused there in time',
		patience,
		(_start, yaml) => {
			for (const place of ['course.md', '01-dasar/module.md', 'regulations.yaml']) {
				let told: readonly Finding[] = [];
				const took = processorTime(() => {
					told = place.endsWith('.yaml')
						? readRegistry({ path: place, bytes: Buffer.from(yaml) }).findings
						: problemsOf({ [place]: `---\n${yaml}\n---\n\nIsi.\n` });
				});
				const found = told.filter(({ file }) => file === place).map(({ rule }) => rule);
				expect(found.join(' '), place).toMatch(/front-matter|(?:missing|bad|unknown)-field/);
				expect(took, place).toBeLessThan(2000);
			}
			expect('polluted' in {}).toBe(false);
		}
	);

	test('hidden characters are told of wherever a learner would read them', () => {
		const bidi = 'a\u202Eb';
		const { findings } = readRegistry({
			path: 'regulations.yaml',
			bytes: Buffer.from(
				`- id: uu-9-2020\n  kind: uu\n  number: '1'\n  year: 2020\n  title: ${bidi}\n  short: UU\n  status: berlaku\n  source: https://x.id\n  lastChecked: 2026-11-01\n`
			)
		});
		const texts = {
			'course.md': exampleTexts['course.md']!.replace('Data terpadu', bidi),
			'glossary.md': `data induk\n: ${bidi}\n`
		};
		const found = [...findings, ...problemsOf(texts)]
			.filter(({ rule }) => rule === 'hidden-character')
			.map(({ file, line, column }) => `${file}:${line}:${column}`);
		expect(found).toEqual(['regulations.yaml:5:11', 'course.md:2:9', 'glossary.md:2:4']);
	});
});

describe('bytes', () => {
	test.each(brokenBytes.map((bytes) => [bytes]))('%j are named, not read', (bytes) => {
		for (const place of Object.keys(exampleTexts).filter((path) => path.endsWith('.md'))) {
			const broken = Buffer.concat([Buffer.from(exampleTexts[place]!), Buffer.from(bytes)]);
			const found = problemsOf({ [place]: broken });
			expect(found.map(({ file, rule }) => `${file} ${rule}`)).toContain(`${place} file-encoding`);
		}
	});
});

describe('regulations', () => {
	const sources = [
		'javascript:alert(1)',
		'https://x.id/"onclick="alert(1)',
		'https://x.id/><script>alert(1)</script>',
		'data:text/html,x',
		'//jahat.example',
		'https://x.id javascript:alert(1)'
	];
	const { html } = renderLesson(
		'[UU](reg:uu-9-2020#pasal-1)',
		lesson,
		{
			courseId: 'data-1',
			lessons: {},
			assets: {},
			terms: []
		},
		new Map()
	).segments.find((segment) => segment.kind === 'html')!;

	test.each(sources.flatMap((source) => hostileWords.map((words) => [source, words])))(
		'source %j and title %j stay text and address',
		(source, words) => {
			const quoted = JSON.stringify(words);
			const { registry: known } = readRegistry({
				path: 'regulations.yaml',
				bytes: Buffer.from(
					`- id: uu-9-2020\n  kind: uu\n  number: '1'\n  year: 2020\n  title: ${quoted}\n  short: ${quoted}\n  status: diubah\n  amendedBy: [uu-9-2020]\n  source: ${JSON.stringify(source)}\n  lastChecked: 2026-11-01\n`
				)
			});
			const entry = known.get('uu-9-2020')!;
			const state = regulationState(entry, known, '2026-11-21');
			expect(
				breaches(joinRegulations(html, () => state)).filter(
					(breach) => !breach.startsWith('address https:')
				)
			).toEqual([]);
			expect(state.source === null || state.source.startsWith('https://')).toBe(true);
		}
	);
});

describe('definitions and fields', () => {
	test.each(hostileWords.map((words) => [words]))('%j is a word like any other', (words) => {
		const glossary = `data induk\n: ${words} [x](javascript:alert(1))\n`;
		const found = problemsOf({
			'glossary.md': glossary,
			[lesson]: aLesson('[[data induk]]', { title: JSON.stringify(words) })
		});
		expect(found.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual(
			[]
		);
	});
});
