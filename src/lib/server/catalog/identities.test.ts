import { describe, expect, test } from 'vitest';
import { aCourse, aLesson, aQuestion, exampleTexts } from '../../../../tests/support/courses.ts';
import {
	identitiesOf,
	reusedIds,
	successions,
	vanishedIds,
	type IdentityKind,
	type KnownId
} from './identities.ts';
import { parseCourse } from './parse.ts';
import { publicPart } from './release-rows.ts';

type Changes = Parameters<typeof aCourse>[0];

const lessonFile = '01-dasar/01-gejala-silo.md';

function courseWith(changes: Changes = {}) {
	const { course } = parseCourse('data-1', aCourse(changes));
	return course!;
}

/** What editions published before had: the example course, and a module, lesson, objective and question more. */
const known: KnownId[] = [
	...identitiesOf(courseWith()).map(({ kind, id, file }) => entry(kind, id, file)),
	entry('module', 'lama', '02-lama/module.md'),
	entry('lesson', 'lama', '02-lama/01-lama.md'),
	entry('objective', 'm1-9', '01-dasar/module.md'),
	entry('question', 'silo-9', lessonFile, 999),
	{ ...entry('lesson', 'purba', '01-dasar/09-purba.md'), edition: '2025.1', current: false }
];

function entry(kind: IdentityKind, id: string, path: string, line = 1): KnownId {
	return { kind, id, edition: '2026.1', path, line, current: true, says: null };
}

const accounted = (text: string, from: string, to: string) => text.replace(from, to);
const retiring = (ids: string[]) => ({
	'course.md': accounted(
		exampleTexts['course.md']!,
		'jp: 1\n',
		`jp: 1\nretired:\n${ids.map((id) => `  - { id: ${id}, reason: Sudah usang. }\n`).join('')}`
	)
});

const told = (changes: Changes, history = known) =>
	vanishedIds(history, courseWith(changes)).map(
		({ file, line, rule, message }) => `${file}:${line} ${rule} ${message.split('"')[1]}`
	);

describe('ids that have vanished', () => {
	test('are told where their author is at work, with the edition and place they last stood at', () => {
		expect(told({})).toEqual([
			'course.md:2 vanished-id lama',
			'course.md:2 vanished-id lama',
			'01-dasar/module.md:4 vanished-id m1-9',
			`${lessonFile}:27 vanished-id silo-9`
		]);
		const messages = vanishedIds(known, courseWith()).map(({ message }) => message);
		expect(messages[1]).toBe(
			'Materi "lama" (edisi 2026.1, 02-lama/01-lama.md:1) tidak ada lagi. Tulis "replaces: [lama]" di keterangan awal materi penggantinya; atau, bila dihentikan, di course.md: "retired: [{ id: lama, reason: alasannya }]".'
		);
	});

	test('are not asked for again once an edition has accounted for them', () => {
		expect(
			told(
				{},
				known.filter(({ id, current }) => !current || !['lama', 'm1-9', 'silo-9'].includes(id))
			)
		).toEqual([]);
	});

	test('are nothing to a course that was never published here, whatever it says of its past', () => {
		expect(told(retiring(['lama', 'apa-saja']), [])).toEqual([]);
	});

	test('are accounted for by retiring them', () => {
		expect(told(retiring(['lama', 'm1-9', 'silo-9']))).toEqual([]);
	});

	const successors: Record<IdentityKind, Changes> = {
		module: {
			'01-dasar/module.md': accounted(
				exampleTexts['01-dasar/module.md']!,
				'jp: 1\n',
				'jp: 1\nreplaces: [lama]\n'
			)
		},
		lesson: { [lessonFile]: accounted(aLesson(), 'minutes:', 'replaces: [lama]\nminutes:') },
		objective: {
			'01-dasar/module.md': accounted(
				exampleTexts['01-dasar/module.md']!,
				'level: C2',
				'level: C2\n    replaces: [m1-9]'
			)
		},
		question: { [lessonFile]: accounted(aLesson(), '#silo-1', '#silo-1 replaces=silo-9') }
	};
	test.each(Object.entries(successors))(
		'are accounted for by the %s that replaces them, written as the message says',
		(kind, changes) => {
			const of = (findings: string[]) => findings.length;
			expect(of(told(changes))).toBe(of(told({})) - 1);
			const old = known.find(
				(one) => one.kind === kind && ['lama', 'm1-9', 'silo-9'].includes(one.id)
			)!;
			const written = /"(replaces.+?)"/.exec(successions[kind as IdentityKind](old.id))![1]!;
			expect(Object.values(changes!)[0]).toContain(written);
		}
	);

	test('of one kind are not accounted for by another', () => {
		const changes = {
			[lessonFile]: accounted(aLesson(), 'minutes:', 'replaces: [m1-9]\nminutes:')
		};
		expect(told(changes).filter((line) => line.includes('m1-9'))).toEqual(
			[`${lessonFile}:4 replaced-unknown m1-9`, '01-dasar/module.md:4 vanished-id m1-9'].reverse()
		);
	});
});

describe('an id that was given up', () => {
	const past: [IdentityKind, string][] = [
		['module', 'Dasar'],
		['lesson', 'Gejala silo'],
		['objective', 'Menjelaskan data induk.']
	];
	const id: Record<IdentityKind, string> = {
		module: 'dasar',
		lesson: 'gejala-silo',
		objective: 'm1-1',
		question: 'silo-1'
	};
	const gaveUp = (kind: IdentityKind, says: unknown) =>
		reusedIds(
			[{ ...entry(kind, id[kind], 'lama.md'), says, current: false }],
			courseWith(),
			publicPart
		);

	test.each(past)('comes back as the same %s', (kind, says) => {
		expect(gaveUp(kind, says)).toEqual([]);
	});

	test.each([...past.map(([kind]) => kind), 'question' as const])(
		'may not become another %s',
		(kind) => {
			const [finding, ...more] = gaveUp(kind, 'Lain sekali');
			expect(more).toEqual([]);
			expect(finding?.rule).toBe('reused-id');
			expect(finding?.message).toContain(`"${id[kind]}"`);
			expect(finding?.message).toContain(successions[kind](id[kind]));
		}
	);

	test('may become something of another kind', () => {
		expect(
			reusedIds([{ ...entry('lesson', 'm1-1', 'x.md'), current: false }], courseWith(), publicPart)
		).toEqual([]);
	});
});

test('two lessons may carry on one, one may carry on two, and a claim may stay for good', () => {
	const changes = {
		...retiring(['m1-9', 'silo-9']),
		'01-dasar/module.md': accounted(
			exampleTexts['01-dasar/module.md']!,
			'jp: 1\n',
			'jp: 1\nreplaces: [lama]\n'
		),
		[lessonFile]: accounted(aLesson(), 'minutes:', 'replaces: [lama, purba]\nminutes:'),
		'01-dasar/02-dua.md': accounted(
			aLesson('', { check: 'dua-1' }),
			'minutes:',
			'replaces: [lama]\nminutes:'
		)
	};
	expect(told(changes)).toEqual([]);
});

test('a claim on an id no edition had is remarked on, with the one probably meant', () => {
	const [finding] = vanishedIds(known, courseWith(retiring(['lama', 'm1-9', 'silo-9', 'purbaa'])));
	expect(finding).toMatchObject({ rule: 'replaced-unknown', file: 'course.md', line: 14 });
	expect(finding?.message).toContain('Maksud Anda "purba"?');
});

test('a question may replace several', () => {
	const { course } = parseCourse(
		'data-1',
		aCourse({
			[lessonFile]: aLesson(aQuestion('baru').replace('#baru', '#baru replaces="a-1, a-2"'))
		})
	);
	expect(course?.questions[0]?.replaces).toEqual(['a-1', 'a-2']);
});
