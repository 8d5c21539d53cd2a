import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { processorTime } from '../../../../tests/support/processor-time.ts';
import { alignBlocks, type AlignableBlock, type IdentifiedBlock } from './align.ts';
import { sha256 } from './hash.ts';

/** `place|text`, or `place|#id|text` where the author wrote an id; `place|?id|text` is a question. */
function block(spelling: string): AlignableBlock {
	const [place = '', ...rest] = spelling.split('|');
	const text = rest.at(-1) ?? '';
	return {
		place,
		kind: rest.length > 1 && rest[0]!.startsWith('?') ? 'question' : 'paragraph',
		authored: rest.length > 1 ? rest[0]! : null,
		fingerprint: sha256(text).slice(0, 32),
		text
	};
}

const blocks = (...spellings: string[]) => spellings.map(block);

function released(
	next: readonly AlignableBlock[],
	previous: readonly IdentifiedBlock[] = []
): IdentifiedBlock[] {
	const ids = alignBlocks(previous, next);
	return next.map((entry, at) => ({ ...entry, id: ids[at]! }));
}

/** Ids by text, of texts that occur once. */
const idsByText = (all: readonly IdentifiedBlock[]) =>
	new Map(all.map(({ place, text, id }) => [`${place}|${text}`, id]));

const paragraph = 'Data yang sama cukup dicatat satu kali oleh satu pemilik lalu dipakai bersama.';

describe('a block keeps its id', () => {
	const cases: [what: string, before: string[], after: string[], same: [number, number][]][] = [
		[
			'where nothing changed',
			['a|Satu.', 'a|Dua.'],
			['a|Satu.', 'a|Dua.'],
			[
				[0, 0],
				[1, 1]
			]
		],
		['when others come before it', ['a|Satu.'], ['a|Baru sekali.', 'a|Satu.'], [[0, 1]]],
		['when others go', ['a|Satu.', 'a|Dua.'], ['a|Dua.'], [[1, 0]]],
		[
			'when it moves within its lesson',
			['a|Satu.', 'a|Dua.', 'a|Tiga.'],
			['a|Tiga.', 'a|Satu.', 'a|Dua.'],
			[
				[0, 1],
				[1, 2],
				[2, 0]
			]
		],
		[
			'when it moves to another lesson',
			['a|Satu.', 'b|Dua.'],
			['b|Dua.', 'b|Satu.'],
			[
				[0, 1],
				[1, 0]
			]
		],
		['when it is edited', [`a|${paragraph}`], [`a|${paragraph} Jangan disalin.`], [[0, 0]]],
		[
			'when it is edited and its neighbour goes',
			['a|Tentang hal lain sama sekali.', `a|${paragraph}`],
			[`a|${paragraph} Jangan disalin.`],
			[[1, 0]]
		],
		[
			'when its author named it, whatever it says',
			['a|#kasus|Lama sekali.'],
			['b|#kasus|Serba baru.'],
			[[0, 0]]
		],
		['when its author names it for the first time', ['a|Sama.'], ['a|#kasus|Sama.'], [[0, 0]]],
		[
			'when its author names and edits it at once',
			[`a|${paragraph}`],
			[`a|#kasus|${paragraph} Jangan disalin.`],
			[[0, 0]]
		],
		['when its author takes its name away', ['a|#kasus|Sama.'], ['a|Sama.'], [[0, 0]]],
		[
			'when its author names it and moves it',
			['a|Sama.', 'b|Lain.'],
			['b|Lain.', 'b|#kasus|Sama.'],
			[
				[0, 1],
				[1, 0]
			]
		],
		[
			'when it is named, and a text much like it comes before it',
			[`a|${paragraph}`],
			[`a|${paragraph} Jangan disalin.`, `a|#kasus|${paragraph}`],
			[[0, 1]]
		],
		[
			'among repeats of it, by what stands around it',
			['a|Satu.', 'a|Langkah', 'a|Dua.'],
			['a|Langkah', 'a|Satu.', 'a|Langkah', 'a|Dua.'],
			[
				[0, 1],
				[1, 2],
				[2, 3]
			]
		]
	];
	test.each(cases)('%s', (_what, before, after, same) => {
		const previous = released(blocks(...before));
		const next = released(blocks(...after), previous);
		for (const [from, to] of same) expect(next[to]!.id).toBe(previous[from]!.id);
		const kept = next.filter(({ id }) => previous.some((other) => other.id === id));
		expect(kept).toHaveLength(same.length);
	});
});

describe('a block gets a new id', () => {
	test.each([
		[
			'when it says something else',
			`a|${paragraph}`,
			'a|Kepala dinas menandatangani berita acara serah terima.'
		],
		['when its author names it otherwise', 'a|#kasus-1|Sama.', 'a|#kasus-2|Sama.'],
		['when it is a question under another id', 'a|?silo-1|Sama.', 'a|?silo-2|Sama.'],
		['when a question says what it said', 'a|Sama.', 'a|?silo-2|Sama.'],
		[
			'when it is edited and moved to another lesson at once',
			`a|${paragraph}`,
			`b|${paragraph} Jangan disalin.`
		]
	])('%s', (_what, before, after) => {
		const previous = released(blocks(before));
		expect(released(blocks(after), previous)[0]!.id).not.toBe(previous[0]!.id);
	});

	test('which no other block had, though its name was one’s that lost it', () => {
		const first = released(blocks('a|#kasus|Sama.'));
		const second = released(blocks('a|Sama.'), first);
		const third = released(blocks('a|Sama.', 'a|#kasus|Serba baru.'), second);
		expect(third.map(({ id }) => id)).toEqual(['#kasus', '#kasus-2']);
		const fourth = released(blocks('a|#kasus|Serba baru, lagi pula lain.', 'a|Sama.'), third);
		expect(fourth.map(({ id }) => id)).toEqual(['#kasus-2', '#kasus']);
	});

	test('which is not one of the release before, even where its text was the text of an id', () => {
		const first = released(blocks(`a|${paragraph}`));
		const second = released(blocks(`a|${paragraph} Jangan disalin.`), first);
		const third = released(blocks(`a|${paragraph} Jangan disalin.`, `a|${paragraph}`), second);
		expect(third.map(({ id }) => id)).toEqual([first[0]!.id, `${first[0]!.id}-2`]);
	});
});

describe('in any course', () => {
	const words = ['data', 'induk', 'pasal', 'layanan', 'pegawai', 'unit', 'arsip', 'kota'];
	const repeated = fc.record({
		place: fc.constantFrom('a', 'b', 'c'),
		text: fc.array(fc.constantFrom(...words), { maxLength: 5 }).map((chosen) => chosen.join(' '))
	});
	const anyBlocks = fc
		.array(repeated, { maxLength: 30 })
		.map((all) => all.map(({ place, text }) => block(`${place}|${text}`)));
	/** Texts that occur once and have no word in common. */
	const distinctBlocks = fc
		.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 30 })
		.map((places) => places.map((place, at) => block(`${place}|kata${at} lagi${at}`)));

	test('ids are unique, and the same every time', () => {
		fc.assert(
			fc.property(anyBlocks, anyBlocks, (first, second) => {
				const ids = released(second, released(first)).map(({ id }) => id);
				expect(new Set(ids).size).toBe(ids.length);
				expect(released(second, released(first)).map(({ id }) => id)).toEqual(ids);
			})
		);
	});

	test('what stays as it is keeps its ids, after any history', () => {
		fc.assert(
			fc.property(anyBlocks, anyBlocks, (first, second) => {
				const release = released(second, released(first));
				expect(released(second, release)).toEqual(release);
			})
		);
	});

	test('no text that stays is new: as many keep an id as stay', () => {
		fc.assert(
			fc.property(anyBlocks, anyBlocks, (first, second) => {
				const previous = released(first);
				const kept = new Set(previous.map(({ id }) => id));
				const count = (all: readonly AlignableBlock[]) =>
					new Map(
						[...Map.groupBy(all, ({ fingerprint }) => fingerprint)].map(([key, same]) => [
							key,
							same.length
						])
					);
				const before = count(first);
				const staying = [...count(second)].reduce(
					(sum, [key, times]) => sum + Math.min(times, before.get(key) ?? 0),
					0
				);
				const next = released(second, previous);
				expect(next.filter(({ id }) => kept.has(id)).length).toBeGreaterThanOrEqual(staying);
			})
		);
	});

	test('inserting, deleting and moving blocks keeps the ids of all others and of what moved', () => {
		const edit = distinctBlocks.chain((all) =>
			fc.tuple(
				fc.constant(all),
				fc.shuffledSubarray(all),
				fc.array(fc.tuple(fc.nat(40), fc.constantFrom('a', 'b', 'd')), { maxLength: 5 })
			)
		);
		fc.assert(
			fc.property(edit, ([first, kept, added]) => {
				const second = [...kept];
				added.forEach(([at, place], n) =>
					second.splice(at, 0, block(`${place}|baru${n} tambahan${n}`))
				);
				const previous = idsByText(released(first));
				const next = released(second, released(first));
				for (const { place, text, id } of next) {
					const before = previous.get(`${place}|${text}`);
					if (before) expect(id).toBe(before);
					else expect([...previous.values()]).not.toContain(id);
				}
			})
		);
	});

	test('the order in which lessons and files come makes no difference to ids that are there', () => {
		fc.assert(
			fc.property(
				distinctBlocks,
				fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 3 }),
				(all, order) => {
					const previous = released(all);
					const shuffled = order.flatMap((place) => all.filter((entry) => entry.place === place));
					expect(idsByText(released(shuffled, previous))).toEqual(idsByText(previous));
				}
			)
		);
	});
});

describe('the cost stays linear', () => {
	const timed = (first: AlignableBlock[], second: AlignableBlock[]) => {
		const previous = released(first);
		return processorTime(() => {
			const ids = alignBlocks(previous, second);
			expect(new Set(ids).size).toBe(second.length);
		});
	};
	const many = (count: number, text: (n: number) => string, place = (_n: number) => 'a') =>
		Array.from({ length: count }, (_, n) => block(`${place(n)}|${text(n)}`));

	const courses: [what: string, first: AlignableBlock[], second: AlignableBlock[]][] = [
		[
			'of 300 lessons with 40 blocks, all edited',
			many(
				12_000,
				(n) => `${paragraph} Butir ${n}.`,
				(n) => `m${n % 300}`
			),
			many(
				12_000,
				(n) => `${paragraph} Nomor ${n}.`,
				(n) => `m${n % 300}`
			)
		],
		['of 2,000 identical blocks', many(2_000, () => 'sama'), many(1_999, () => 'sama')],
		[
			'of identical blocks that change places with others',
			many(4_000, (n) => (n < 2_000 ? 'ini' : 'itu')),
			many(4_000, (n) => (n < 2_000 ? 'itu' : 'ini'))
		],
		[
			'of 40,000 blocks in one lesson, each edited',
			many(40_000, (n) => `a b c ${n}`),
			many(40_000, (n) => `a b c ${-n - 1}x`)
		],
		[
			'of 20,000 blocks in reverse',
			many(20_000, (n) => `a b ${n}`),
			many(20_000, (n) => `a b ${20_000 - n}`)
		]
	];
	test.each(courses)('for a course %s', (_what, first, second) => {
		expect(timed(first, second)).toBeLessThan(4_000);
	});
});
