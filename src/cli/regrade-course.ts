import { formatNumber, formatScore } from '#lib/format/numbers.ts';
import type { Effect, Shift } from '#lib/server/assessment/regrade.ts';
import type { Pool } from '#lib/server/db/connect.ts';
import { Trouble } from '#lib/server/db/trouble.ts';
import { messagesIn } from '#lib/messages/catalogue.ts';
import {
	mendKeys,
	surveyRegrade,
	surveyUndoing,
	takeBackMending,
	type DryRun,
	type RegradeSurvey
} from '#lib/server/journeys/regrade-attempts.ts';
import { settleCorrections } from '#lib/server/graduation/settling.ts';
import { Refusal } from '#lib/server/refusal.ts';
import { withCatalogue } from './with-catalogue.ts';

/** What is asked of the command. */
export interface RegradeWords {
	apply: boolean;
	/** Id of a decision. */
	undo: string | undefined;
	reason: string | undefined;
	json: boolean;
}

/**
 * Says what judging a course again by its mended keys would do, and does it with `--apply`, or takes a decision back
 * with `--undo`; both need a reason. What was broken off before is gone on with first.
 */
export async function regradeCourse(courseId: string, words: RegradeWords): Promise<void> {
	if ((words.apply || words.undo) && !words.reason)
		throw new Trouble('Tulis alasannya: --reason "…". Peserta yang nilainya berubah membacanya.');
	await withCatalogue(async (pool) => {
		try {
			if (words.undo) await undo(pool, courseId, words.undo, words.reason ?? '');
			else if (words.apply) await apply(pool, courseId, words.reason ?? '');
			else tell(await surveyRegrade(pool, null, courseId), words.json);
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			const sentence = messagesIn('id').failures.codes[error.code]?.(error.params);
			throw new Trouble(sentence ?? error.message);
		}
	});
}

async function apply(pool: Pool, courseId: string, reason: string): Promise<void> {
	await settleCorrections(pool, { courseId });
	tell(await surveyRegrade(pool, null, courseId), false);
	const id = await mendKeys(pool, null, courseId, reason);
	console.log(`Diterapkan. Keputusan ${id}; batalkan dengan --undo ${id} --reason "…".`);
}

async function undo(pool: Pool, courseId: string, id: string, reason: string): Promise<void> {
	await settleCorrections(pool, { courseId });
	const { dryRun } = await surveyUndoing(pool, null, courseId, id);
	printShifts(dryRun);
	await takeBackMending(pool, null, courseId, id, reason);
	console.log(`Keputusan ${id} dibatalkan: nilai kembali seperti sebelumnya.`);
}

function tell({ proposal, dryRun, corrections }: RegradeSurvey, json: boolean): void {
	if (json) {
		console.log(JSON.stringify({ proposal, dryRun, corrections }, null, '\t'));
		return;
	}
	if (proposal && dryRun) {
		console.log(
			`Kunci yang berubah dari edisi ${proposal.from.number} ke ${proposal.to.number}: ${proposal.questionIds.join(', ')}`
		);
		printShifts(dryRun);
	} else console.log('Tidak ada kunci jawaban yang perlu dinilai ulang.');
	if (proposal && proposal.reworded.length > 0)
		console.log(
			`Kunci berubah bersama soalnya, sehingga jawaban lama tidak dinilai ulang: ${proposal.reworded.join(', ')}`
		);
	for (const one of corrections) {
		const state = one.undone ? 'dibatalkan' : one.settled ? 'selesai' : 'sedang berjalan';
		const act = one.kind === 'mend' ? 'perbaikan kunci' : 'pembatalan';
		console.log(
			`${one.id} ${act} ${one.from} → ${one.to} (${one.questionIds.join(', ')}): ${state}, ${one.settled?.attempts ?? 0} percobaan. ${one.reason}`
		);
	}
}

function printShifts({ attempts, shifts }: DryRun): void {
	console.log(`${formatNumber(attempts, 'id')} percobaan dinilai ulang.`);
	for (const shift of shifts) console.log(`  ${lineOf(shift)}`);
}

const EFFECTS: Record<Effect, string> = {
	passes: ' · menjadi lulus',
	keeps: ' · di bawah batas, tetap lulus',
	none: ''
};

function lineOf({ testId, from, to, effect, attempts }: Shift): string {
	const score = (value: number | null) => (value === null ? 'menunggu' : formatScore(value, 'id'));
	const change = from === to ? `${score(from)} (tetap)` : `${score(from)} → ${score(to)}`;
	return `${testId}: ${change}: ${formatNumber(attempts, 'id')} percobaan${EFFECTS[effect]}`;
}
