import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

type Palette = Map<string, { light: string; dark: string }>;

/** The colours declared in the block that follows `selector`, up to its closing brace. */
function coloursAfter(selector: string): Palette {
	const start = css.indexOf(`${selector} {`);
	expect(start, `${selector} stands in tokens.css`).toBeGreaterThanOrEqual(0);
	const block = css.slice(start, css.indexOf('}', start));
	const pairs = block.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g);
	return new Map(
		[...pairs].map(([, name = '', light = '', dark = '']) => [name, { light, dark }] as const)
	);
}

/** Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2). */
function luminance(hex: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
		const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
		return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
function contrast(a: string, b: string): number {
	const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
	return (high + 0.05) / (low + 0.05);
}

const panels = ['paper', 'surface', 'sunk'];
const soft = ['action-soft', 'accent-soft', 'good-soft', 'warn-soft', 'bad-soft'];

/** Foreground → the backgrounds it stands on as text. */
const texts: [string, string[]][] = [
	['ink', [...panels, ...soft]],
	['muted', [...panels, ...soft]],
	['action', [...panels, ...soft]],
	['action-hover', [...panels, ...soft]],
	['action-ink', ['action', 'action-hover']],
	['accent', [...panels, 'accent-soft']],
	['good', [...panels, ...soft]],
	['warn', [...panels, ...soft]],
	['bad', [...panels, ...soft]]
];

/** Foreground → the backgrounds on which it draws a control, a mark or the focus ring. */
const controls: [string, string[]][] = [
	['control', [...panels, ...soft]],
	['action', [...panels, 'action-soft']],
	['accent', [...panels, 'accent-soft']],
	['focus', [...panels, ...soft]]
];

const normal = coloursAfter(':root');
const more = new Map([...normal, ...coloursAfter("[data-contrast='more']")]);

const modes = [
	{ mode: 'light', palette: normal, side: 'light', text: 4.5, control: 3 },
	{ mode: 'dark', palette: normal, side: 'dark', text: 4.5, control: 3 },
	{ mode: 'high contrast, light', palette: more, side: 'light', text: 7, control: 4.5 },
	{ mode: 'high contrast, dark', palette: more, side: 'dark', text: 7, control: 4.5 }
] as const;

describe.each(modes)('in $mode', ({ palette, side, text, control }) => {
	/** The pairs of `table` below the ratio, e.g. "muted on sunk 4.31". */
	const tooWeak = (table: [string, string[]][], atLeast: number) => {
		const colour = (name: string) => palette.get(name)?.[side] ?? expect.fail(`no --${name}`);
		return table.flatMap(([front, backs]) =>
			backs
				.map((back) => ({ back, ratio: contrast(colour(front), colour(back)) }))
				.filter(({ ratio }) => ratio < atLeast)
				.map(({ back, ratio }) => `${front} on ${back} ${ratio.toFixed(2)}`)
		);
	};

	test(`every text has at least ${text} : 1`, () => {
		expect(tooWeak(texts, text)).toEqual([]);
	});

	test(`every control and the focus ring have at least ${control} : 1`, () => {
		expect(tooWeak(controls, control)).toEqual([]);
	});
});

test('the contrast of black on white is 21, of a colour on itself 1', () => {
	expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
	expect(contrast('#1f3a7a', '#1f3a7a')).toBe(1);
});

test('every colour of the palette stands in the tables of this test', () => {
	const tested = new Set([...texts, ...controls].flatMap(([front, backs]) => [front, ...backs]));
	const untested = [...normal.keys()].filter((name) => !tested.has(name));
	expect(untested, '`line` only decorates').toEqual(['line']);
});

test('high contrast by choice and by the system is the same palette', () => {
	expect(coloursAfter(":root:not([data-contrast='more'])")).toEqual(
		coloursAfter("[data-contrast='more']")
	);
	expect([...coloursAfter("[data-contrast='more']").keys()]).toEqual([...normal.keys()]);
});
