import { sql } from 'drizzle-orm';
import { isoDay } from '../../format/dates.ts';
import { grantsInForce } from '../access/grants.ts';
import type { Actor } from '../access/policy.ts';
import type { Database, Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { recordContract } from '../hours/contracts.ts';
import { keepEvidence } from '../hours/evidence.ts';
import { decideTraining, submitTraining, type ToldTraining } from '../hours/external.ts';
import { findSubmission } from '../hours/submissions.ts';
import { findByIdentifier } from '../identity/people.ts';
import type { Learner } from '../learning/enrolments.ts';
import { findSubject } from '../organisation/placements.ts';
import { closeSheet, INK, openSheet, write } from '../paper/sheet.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Under which the examples are known; the first tells that all of this was done. */
const SUBMISSIONS = {
	approved: '00000000-0000-4000-8000-000000000901',
	returned: '00000000-0000-4000-8000-000000000902',
	waiting: '00000000-0000-4000-8000-000000000903'
};

/**
 * Gives the trial a contract and three trainings from elsewhere: one confirmed last year, one returned to be mended, one
 * that waits for the officer. Once, after `seedTrial`. Never call it on an external database.
 */
export function seedTrialHours(pool: Pool): Promise<void> {
	return withScope(pool, SYSTEM, async (db) => {
		await db.execute(sql`select pg_advisory_xact_lock(hashtextextended('seed-trial-hours', 0))`);
		if (await findSubmission(db, SUBMISSIONS.approved)) return;
		const officer = await officerOf(db, 'pengelola@contoh.go.id');
		const learner = await learnerOf(db, 'peserta@contoh.go.id');
		const agreement = { startsOn: '2024-12-01', endsOn: '2029-11-30' };
		await recordContract(db, officer, await findSubject(db, learner.personId), agreement);
		const now = new Date();
		const lastYear = `${now.getUTCFullYear() - 1}-09-1`;
		await send(db, learner, SUBMISSIONS.approved, {
			title: 'Pengantar Keamanan Informasi (contoh)',
			jp: 6,
			startedOn: `${lastYear}0`,
			endedOn: `${lastYear}1`,
			certificate: 'CONTOH-17/2025'
		});
		await decideTraining(db, officer, SUBMISSIONS.approved, { outcome: 'approved', number: 1 });
		await send(db, learner, SUBMISSIONS.returned, {
			title: 'Webinar Satu Data Indonesia (contoh)',
			jp: 3,
			startedOn: isoDay(new Date(now.getTime() - 20 * DAY)),
			endedOn: isoDay(new Date(now.getTime() - 20 * DAY)),
			certificate: 'CONTOH-88'
		});
		await decideTraining(db, officer, SUBMISSIONS.returned, {
			outcome: 'returned',
			number: 1,
			reason: 'Contoh: sertifikatnya belum menyebut jumlah JP. Lampirkan halaman yang memuatnya.'
		});
		await send(db, await learnerOf(db, 'atasan@contoh.go.id'), SUBMISSIONS.waiting, {
			title: 'Bimbingan Teknis Manajemen Risiko SPBE (contoh)',
			jp: 8,
			startedOn: isoDay(new Date(now.getTime() - 16 * DAY)),
			endedOn: isoDay(new Date(now.getTime() - 15 * DAY)),
			certificate: 'CONTOH-203'
		});
	});
}

async function send(
	db: Database,
	learner: Learner,
	id: string,
	told: Omit<ToldTraining, 'organiser' | 'form' | 'evidenceId'>
): Promise<void> {
	const now = new Date();
	const evidence = await keepEvidence(db, learner.personId, await proofOf(told), now);
	const training: ToldTraining = {
		...told,
		organiser: 'Lembaga Pelatihan Contoh',
		form: 'e-learning',
		evidenceId: evidence.id
	};
	await submitTraining(db, learner, id, training, now, isoDay(now));
}

/** A sheet that stands for a certificate from elsewhere, and says that it is none. */
async function proofOf({ title, endedOn }: Pick<ToldTraining, 'title' | 'endedOn'>) {
	const sheet = openSheet({
		title,
		subject: 'Contoh bukti pelatihan',
		on: endedOn,
		layout: 'portrait',
		margin: { side: 70, top: 70, bottom: 70 }
	});
	write(
		sheet,
		'CONTOH – bukan bukti pelatihan',
		{ size: 20, weight: 700, colour: INK },
		{ tag: 'H1' }
	);
	write(sheet, title, { size: 12, weight: 400, colour: INK }, { above: 12 });
	return closeSheet(sheet);
}

async function learnerOf(db: Database, email: string): Promise<Learner> {
	const personId = await personOf(db, email);
	const { places } = await findSubject(db, personId);
	const place = places[0] ?? null;
	return { personId, agencyId: place?.agencyId ?? null, unitId: place?.unitIds[0] ?? null };
}

async function officerOf(db: Database, email: string): Promise<Actor> {
	const personId = await personOf(db, email);
	return { personId, grants: await grantsInForce(db, personId) };
}

async function personOf(db: Database, email: string): Promise<string> {
	const found = await findByIdentifier(db, email);
	if (!found) throw new Error(`${email} is no trial account`);
	return found.id;
}
