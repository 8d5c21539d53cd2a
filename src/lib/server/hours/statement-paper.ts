import { formatDays, formatIsoDay } from '../../format/dates.ts';
import { displayName, type TitledName } from '../../format/names.ts';
import { formatNumber } from '../../format/numbers.ts';
import { statementPaper as words } from '../../messages/id/papers.ts';
import { formatNumber as formatEmployeeNumber, maskNumber } from '../identity/numbers.ts';
import type { Style } from '../paper/lines.ts';
import { drawKawung } from '../paper/ornament.ts';
import {
	closeSheet,
	decorate,
	INK,
	LINE,
	MUTED,
	NILA,
	numberPages,
	openSheet,
	runningHead,
	SOGA,
	write,
	type Sheet
} from '../paper/sheet.ts';
import { drawTable, type Row } from '../paper/table.ts';

/** What a statement of somebody's JP says. Days are `YYYY-MM-DD` in Asia/Jakarta. */
export interface Statement {
	holder: TitledName;
	/** NIP or NI PPPK, 18 digits; null where the person has none. */
	number: string | null;
	post: string | null;
	unit: string | null;
	agency: string | null;
	/** A calendar year, the year of a contract, or all of them; `name` is how it is called. */
	period: { name: string; from: string; until: string };
	/** In the order they are printed in. A reversal is an entry below zero. */
	entries: readonly StatementEntry[];
	/** What is asked in this period, in words and JP, and what that rests on; null where no rule applies. */
	rule: { text: string; source: string; least: number | null; most: number | null } | null;
	/** Why its days are what they are, where that has to be said. */
	remark: string | null;
	printedOn: string;
}

export interface StatementEntry {
	on: string;
	activity: string;
	form: string;
	organiser: string;
	/** 1 JP = 45 minutes. */
	jp: number;
	/** Number of the certificate or letter; null where there is none yet. */
	evidence: string | null;
}

const text: Style = { size: 9, weight: 400, colour: INK, leading: 1.35 };
const quiet: Style = { ...text, colour: MUTED };
const head: Style = { size: 8, weight: 600, colour: MUTED };
const small: Style = { size: 8, weight: 400, colour: MUTED };

/**
 * A person's JP of a year on paper: A4 portrait, PDF/A-3b, tagged. The number is masked unless the full one is asked
 * for, since it tells birth date and sex. The same statement gives the same bytes.
 */
export async function statementPdf(
	statement: Statement,
	{ fullNumber }: { fullNumber: boolean }
): Promise<Uint8Array> {
	const { holder, period, printedOn } = statement;
	const name = displayName(holder);
	const sheet = openSheet({
		title: words.documentTitle(period.name, name),
		subject: words.subject,
		on: printedOn,
		layout: 'portrait',
		margin: { side: 46, top: 60, bottom: 60 }
	});
	sheet.head = runningHead(words.documentTitle(period.name, name), small);
	drawHead(sheet, statement);
	drawPerson(sheet, statement, fullNumber);
	drawEntries(sheet, statement);
	drawPosition(sheet, statement);
	write(sheet, words.note, small, { above: 14 });
	write(sheet, words.jpMeans, small, { above: 2 });
	write(sheet, words.printed(formatIsoDay(printedOn, 'id')), small, { above: 2 });
	numberPages(sheet, words.page, small, { first: 1 });
	return closeSheet(sheet);
}

function drawHead(sheet: Sheet, { agency, period }: Statement) {
	const { doc } = sheet;
	if (agency) write(sheet, agency, { size: 11.5, weight: 600, colour: SOGA });
	sheet.y += 8;
	decorate(sheet, () => {
		drawKawung(doc, { x: sheet.left + 7, y: sheet.y + 7, size: 14, colour: SOGA });
		doc.lineWidth(0.5).moveTo(sheet.left + 22, sheet.y + 7);
		doc.lineTo(sheet.right, sheet.y + 7).stroke(LINE);
	});
	sheet.y += 14;
	write(
		sheet,
		words.heading,
		{ size: 21, weight: 700, colour: NILA, tracking: 0.04 },
		{ tag: 'H1', above: 10 }
	);
	const days = formatDays(period.from, period.until, 'id');
	write(sheet, words.headingOf(period.name, days), { ...text, size: 10.5 });
	sheet.y += 10;
}

function drawPerson(sheet: Sheet, statement: Statement, fullNumber: boolean) {
	const { holder, number, post, unit, agency } = statement;
	const shown = number && (fullNumber ? formatEmployeeNumber(number) : maskNumber(number));
	const facts: [string, string | null][] = [
		[words.name, displayName(holder)],
		[words.employeeNumber, shown ?? words.none],
		[words.post, post],
		[words.unit, unit],
		[words.agency, agency]
	];
	drawFacts(sheet, facts);
}

function drawEntries(sheet: Sheet, { entries }: Statement) {
	sheet.y += 18;
	if (entries.length === 0) return write(sheet, words.empty, text);
	const rows = entries.map(({ on, activity, form, organiser, jp, evidence }): Row => ({
		cells: [
			[formatIsoDay(on, 'id')],
			[activity],
			[form],
			[organiser],
			[formatNumber(jp, 'id', 2)],
			[evidence ?? words.none]
		]
	}));
	const sum: Row = { cells: [[], [words.sum], [], [], [sumOf(entries)], []], strong: true };
	const tabular: Style = { ...text, tabular: true };
	drawTable(sheet, {
		columns: [
			{ head: words.day, width: 92, style: tabular },
			{ head: words.activity, width: 128, style: { ...text, weight: 600 }, names: true },
			{ head: words.form, width: 72, style: text },
			{ head: words.organiser, width: 90, style: text },
			{ head: words.jp, width: 26, align: 'right', style: tabular },
			{ head: words.evidence, width: sheet.right - sheet.left - 408, style: tabular, inset: 14 }
		],
		rows: [...rows, sum],
		head,
		rule: LINE
	});
}

function drawPosition(sheet: Sheet, { entries, rule, remark }: Statement) {
	sheet.y += 14;
	drawFacts(sheet, [
		[words.rule, rule?.text ?? null],
		[words.source, rule?.source ?? null],
		[words.remark, remark],
		[words.position, positionOf(total(entries), rule)]
	]);
}

function drawFacts(sheet: Sheet, facts: readonly [string, string | null][]) {
	drawTable(sheet, {
		columns: [
			{ head: null, width: 96, style: quiet, names: true },
			{ head: null, width: sheet.right - sheet.left - 96, style: { ...text, weight: 600 } }
		],
		rows: facts.flatMap(([name, said]) => (said === null ? [] : [{ cells: [[name], [said]] }])),
		head,
		rule: LINE,
		pad: 2.5
	});
}

/** The sum against the rule, in a sentence. */
function positionOf(jp: number, rule: Statement['rule']): string {
	const number = (value: number) => formatNumber(value, 'id', 2);
	const { least = null, most = null } = rule ?? {};
	if (most !== null && jp > most)
		return words.beyondMost(number(jp), number(most), number(jp - most));
	if (least !== null) {
		return jp >= least
			? words.reached(number(jp), number(least))
			: words.short(number(jp), number(least), number(least - jp));
	}
	return most === null ? words.noRule(number(jp)) : words.withinMost(number(jp), number(most));
}

/** In hundredths, so that 0.1 and 0.2 are 0.3. */
function total(entries: readonly StatementEntry[]): number {
	return entries.reduce((sum, { jp }) => sum + Math.round(jp * 100), 0) / 100;
}

function sumOf(entries: readonly StatementEntry[]): string {
	return formatNumber(total(entries), 'id', 2);
}
