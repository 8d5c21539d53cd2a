import { displayName } from '../../format/names.ts';
import { formatNumber } from '../../format/numbers.ts';
import { certificatePaper as words } from '../../messages/id/papers.ts';
import type { Style } from '../paper/lines.ts';
import {
	INK,
	LINE,
	MUTED,
	NILA,
	numberPages,
	runningHead,
	turnPage,
	write,
	type Sheet
} from '../paper/sheet.ts';
import { drawTable, type Row } from '../paper/table.ts';
import type { CertificateFacts } from './facts.ts';
import type { Cut } from './paper-front.ts';

/** The generated file that verifies without the server (product.md §4). */
const VERIFIER = '/sertifikat/verifikator.html';

const text: Style = { size: 9.5, weight: 400, colour: INK, leading: 1.4 };
const heading: Style = { size: 13, weight: 600, colour: NILA };
const head: Style = { size: 8, weight: 600, colour: MUTED };
const small: Style = { size: 8, weight: 400, colour: MUTED };

/** Draws what stands behind the front: modules with objectives met and JP, evidence, law, and how to verify. */
export function drawAnnex(
	sheet: Sheet,
	facts: CertificateFacts,
	{ verifyUrl, cut }: { verifyUrl: string; cut: Cut }
): void {
	const annex = words.annexOf(facts.number, displayName(facts.holder));
	sheet.head = runningHead(facts.sample ? `${words.sample} · ${annex}` : annex, small);
	turnPage(sheet);
	write(sheet, words.modules, heading, { tag: 'H2' });
	sheet.y += 6;
	drawModules(sheet, facts);
	write(sheet, words.jpMeans, small, { above: 4 });
	write(sheet, words.details, heading, { tag: 'H2', above: 16, keep: 60 });
	sheet.y += 2;
	drawTable(sheet, {
		columns: [
			{ head: null, width: 160, style: { ...text, colour: MUTED }, names: true },
			{ head: null, width: sheet.right - sheet.left - 160, style: text }
		],
		rows: detailsOf(facts, verifyUrl, cut).map(([name, said]) => ({ cells: [[name], said] })),
		head,
		rule: LINE
	});
	numberPages(sheet, words.page, small);
}

function drawModules(sheet: Sheet, { modules, jp }: CertificateFacts) {
	const rows = modules.map((module, index): Row => {
		const met = module.objectives.filter((objective) => objective.met);
		const objectives = met.map((objective) => objective.text);
		return {
			cells: [
				[`${index + 1}`],
				[module.title],
				objectives.length > 0 ? objectives : [words.noObjectives],
				[formatNumber(module.jp, 'id', 2)]
			]
		};
	});
	const sum: Row = { cells: [[], [words.sum], [], [formatNumber(jp, 'id', 2)]], strong: true };
	const [number, title, hours] = [34, 210, 46];
	drawTable(sheet, {
		columns: [
			{ head: words.moduleNumber, width: number, style: { ...text, tabular: true } },
			{ head: words.module, width: title, style: { ...text, weight: 600 }, names: true },
			{
				head: words.objectives,
				width: sheet.right - sheet.left - number - title - hours,
				style: text,
				listed: true
			},
			{ head: words.jp, width: hours, align: 'right', style: { ...text, tabular: true } }
		],
		rows: [...rows, sum],
		head,
		rule: LINE
	});
}

function detailsOf(facts: CertificateFacts, verifyUrl: string, cut: Cut): [string, string[]][] {
	const { employment, course, organiser, providers, signatory, competencies, legal } = facts;
	const verifier = new URL(VERIFIER, verifyUrl).href;
	const rows: [string, string[], boolean][] = [
		[words.fullName, [displayName(facts.holder)], cut.has('name')],
		[words.post, [employment.post ?? ''], cut.has('post')],
		[words.unit, [employment.unit ?? ''], cut.has('unit')],
		[words.agency, [employment.agency ?? ''], cut.has('agency')],
		[words.course, [course.title], cut.has('course')],
		[words.signatory, [signatory.post, signatory.name ?? ''], cut.has('signatory')],
		[
			words.competencies,
			[
				...competencies.map(({ name, level }) =>
					words.competency(name, formatNumber(level, 'id', 1))
				),
				words.evidence
			],
			competencies.length > 0
		],
		[words.organiser, [organiser.name], true],
		[words.providers, providers, providers.length > 0],
		[
			words.legal,
			legal.map(({ short, status }) => words.legalIs(short, words.legalStatus[status] ?? status)),
			legal.length > 0
		],
		[words.release, [words.releaseIs(course.edition, course.releaseId)], true],
		[words.offline, [words.offlineIs(verifier)], true]
	];
	return rows.filter(([, , shown]) => shown).map(([name, said]) => [name, said]);
}
