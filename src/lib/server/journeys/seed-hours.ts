import { sql } from 'drizzle-orm';
import type { Actor } from '../access/policy.ts';
import type { Database, Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { listContracts, recordContract } from '../hours/contracts.ts';
import { keepEvidence } from '../hours/evidence.ts';
import { decideTraining, submitTraining } from '../hours/external.ts';
import type { TrainingForm } from '../hours/forms.ts';
import { reverseHours } from '../hours/ledger.ts';
import { findSubmission } from '../hours/submissions.ts';
import type { NumberKind } from '../identity/numbers.ts';
import {
	createPerson,
	findByIdentifier,
	isEmailTaken,
	type EmployeeKind
} from '../identity/people.ts';
import type { Learner } from '../learning/enrolments.ts';
import { createUnit } from '../organisation/agencies.ts';
import { findSubject, placePerson } from '../organisation/placements.ts';
import { closeSheet, INK, openSheet, write } from '../paper/sheet.ts';

/** A training from elsewhere in the trial: whose, and what became of it. */
interface Example {
	/** The last figures of its id; the same at every start. */
	id: number;
	title: string;
	form: TrainingForm;
	jp: number;
	/** How many days ago it ended, within this year. */
	ago: number;
	/** Left for the officer to decide. */
	waiting?: true;
	/** What it says after a correction, in JP. */
	mendedTo?: number;
}

interface Colleague {
	email: string;
	name: string;
	titleAfter?: string;
	employeeKind: EmployeeKind;
	number: { number: string; kind: NumberKind };
	/** From the top down. */
	units: readonly string[];
	postTitle: string;
	contract?: { startsOn: string; endsOn: string };
	trainings: readonly Example[];
}

const TRAINER = 'Kementerian Contoh (data contoh)';

/** Of the trial's learner: confirmed, corrected, and waiting. */
const LEARNERS: readonly Example[] = [
	...[
		{ id: 1, title: 'Bimbingan Teknis Satu Data Indonesia (contoh)', jp: 8, ago: 75 },
		{ id: 2, title: 'Pengelolaan Arsip Elektronik (contoh)', jp: 6, ago: 40, mendedTo: 4 }
	].map((training) => ({ ...training, form: 'bimbingan-teknis' as const })),
	...[
		{
			id: 3,
			title: 'Seminar Layanan Publik Digital (contoh)',
			jp: 5,
			ago: 6,
			waiting: true as const
		}
	].map((training) => ({ ...training, form: 'seminar' as const }))
];

/** People of the trial's agency who do not sign in, each standing somewhere else to their rule. */
const COLLEAGUES: readonly Colleague[] = [
	{
		email: 'nurhayati@contoh.go.id',
		name: 'Nurhayati',
		titleAfter: 'S.K.M.',
		employeeKind: 'pns',
		number: { number: '198403172009032910', kind: 'nip' },
		units: ['Dinas Kesehatan'],
		postTitle: 'Epidemiolog Kesehatan Ahli Muda',
		trainings: [
			{ id: 11, title: 'Surveilans Penyakit (contoh)', form: 'pelatihan-teknis', jp: 16, ago: 120 },
			{ id: 12, title: 'Etika Data Kesehatan (contoh)', form: 'workshop', jp: 8, ago: 30 }
		]
	},
	{
		email: 'yohanes@contoh.go.id',
		name: 'Yohanes Kelen',
		employeeKind: 'pns',
		number: { number: '199106082019031911', kind: 'nip' },
		units: ['Dinas Kesehatan', 'Bidang Kesehatan Masyarakat'],
		postTitle: 'Pengelola Program Kesehatan',
		trainings: [
			{ id: 13, title: 'Pelayanan Prima (contoh)', form: 'pelatihan-teknis', jp: 7.5, ago: 90 }
		]
	},
	{
		email: 'fitriani@contoh.go.id',
		name: 'Fitriani Putri',
		titleAfter: 'A.Md.Kom.',
		employeeKind: 'cpns',
		number: { number: '200002142025042912', kind: 'nip' },
		units: ['Dinas Komunikasi dan Informatika', 'Bidang Aplikasi Informatika'],
		postTitle: 'Pranata Komputer Terampil',
		trainings: []
	},
	{
		email: 'made.suardana@contoh.go.id',
		name: 'I Made Suardana',
		titleAfter: 'S.Kom.',
		employeeKind: 'pppk',
		number: { number: '198911232023211913', kind: 'ni-pppk' },
		units: ['Dinas Komunikasi dan Informatika', 'Bidang Aplikasi Informatika'],
		postTitle: 'Pranata Komputer Ahli Pertama',
		contract: { startsOn: '2023-06-01', endsOn: '2028-05-31' },
		trainings: [
			{ id: 14, title: 'Pengujian Aplikasi (contoh)', form: 'bimbingan-teknis', jp: 12, ago: 20 }
		]
	},
	{
		email: 'rosmawati@contoh.go.id',
		name: 'Rosmawati Daeng',
		titleAfter: 'S.Pd.',
		employeeKind: 'pppk',
		number: { number: '198701052022212914', kind: 'ni-pppk' },
		units: ['Dinas Pendidikan'],
		postTitle: 'Guru Ahli Pertama',
		contract: { startsOn: '2022-01-01', endsOn: '2026-12-31' },
		trainings: [
			{ id: 15, title: 'Kurikulum dan Penilaian (contoh)', form: 'kursus', jp: 30, ago: 50 }
		]
	},
	{
		email: 'samuel@contoh.go.id',
		name: 'Samuel Rumbiak',
		employeeKind: 'pppk-paruh-waktu',
		number: { number: '199508192025211915', kind: 'ni-pppk' },
		units: ['Dinas Pendidikan'],
		postTitle: 'Operator Layanan Operasional',
		trainings: []
	}
];

/** One instance at a time; the same as for the accounts. */
const SEED_LOCK = sql`hashtextextended('seed-trial', 0)`;

/**
 * Gives the trial's agency people with JP and without, and its learner a ledger that shows what there can be. What is
 * there stays as it is, and whose account somebody closed is left alone. After `seedTrial`; never call it on an external database. `today` is a day in Asia/Jakarta.
 */
export function seedHours(pool: Pool, today: string): Promise<void> {
	return withScope(pool, SYSTEM, async (db) => {
		await db.execute(sql`select pg_advisory_xact_lock(${SEED_LOCK})`);
		const learner = await findTrial(db, 'peserta@contoh.go.id');
		const own = await findTrial(db, 'pengelola@contoh.go.id');
		if (!learner || !own) return;
		const { personId, agencyId } = own;
		const grant = { role: 'hr-officer', agencyId, unitId: null, endsOn: null } as const;
		const officer: Actor = { personId, grants: [grant] };
		await seedContract(db, officer, learner, { startsOn: '2024-03-01', endsOn: '2029-02-28' });
		for (const training of LEARNERS) await seedTraining(db, officer, learner, training, today);
		for (const { trainings, contract, ...colleague } of COLLEAGUES) {
			const theirs = await seedColleague(db, agencyId, colleague);
			if (!theirs) continue;
			if (contract) await seedContract(db, officer, theirs, contract);
			for (const training of trainings) await seedTraining(db, officer, theirs, training, today);
		}
	});
}

/** Somebody of the trial with the place they were given; null for whom there is no more. */
async function findTrial(
	db: Database,
	email: string
): Promise<(Learner & { agencyId: string }) | null> {
	const person = await findByIdentifier(db, email);
	const [place] = person ? (await findSubject(db, person.id)).places : [];
	if (!person || !place) return null;
	return { personId: person.id, agencyId: place.agencyId, unitId: place.unitIds[0] ?? null };
}

async function seedColleague(
	db: Database,
	agencyId: string,
	{ units, postTitle, ...person }: Omit<Colleague, 'trainings' | 'contract'>
): Promise<Learner | null> {
	if (await isEmailTaken(db, person.email)) return findTrial(db, person.email);
	let unitId: string | null = null;
	for (const name of units) unitId = await createUnit(db, { agencyId, parentId: unitId, name });
	const personId = await createPerson(db, null, person);
	await placePerson(db, { personId, agencyId, unitId, postTitle, fromOn: '2026-01-01' });
	return { personId, agencyId, unitId };
}

async function seedContract(
	db: Database,
	officer: Actor,
	{ personId }: Learner,
	contract: { startsOn: string; endsOn: string }
): Promise<void> {
	if ((await listContracts(db, personId)).length > 0) return;
	await recordContract(db, officer, await findSubject(db, personId), contract);
}

async function seedTraining(
	db: Database,
	officer: Actor,
	learner: Learner,
	{ id: figures, title, form, jp, ago, waiting, mendedTo }: Example,
	today: string
): Promise<void> {
	const id = `00000000-0000-4000-8000-${String(figures).padStart(12, '0')}`;
	if (await findSubmission(db, id)) return;
	const now = new Date();
	const evidence = await keepEvidence(db, learner.personId, await examplePaper(title, today), now);
	const on = daysAgo(today, ago);
	const days = { startedOn: on, endedOn: on };
	const certificate = `CONTOH/${String(figures).padStart(3, '0')}`;
	const told = { title, form, jp, ...days, organiser: TRAINER, certificate };
	await submitTraining(db, learner, id, { ...told, evidenceId: evidence.id }, now, today);
	if (waiting) return;
	await decideTraining(db, officer, id, { outcome: 'approved', number: 1 }, now);
	if (mendedTo === undefined) return;
	const reason = `Contoh koreksi: sertifikatnya menyebut ${mendedTo} JP.`;
	const taken = { personId: learner.personId, key: `luar:${id}`, reason };
	await reverseHours(db, officer, taken, { jp: mendedTo }, today);
}

/** A file that stands for a certificate, and says so. */
async function examplePaper(title: string, on: string): Promise<Uint8Array> {
	const margin = { side: 72, top: 96, bottom: 72 };
	const sheet = openSheet({ title, subject: 'Contoh', on, layout: 'portrait', margin });
	const text = { size: 12, weight: 400, colour: INK, leading: 1.4 } as const;
	write(sheet, 'CONTOH', { ...text, size: 24, weight: 700 }, { tag: 'H1' });
	write(sheet, title, text, { above: 12 });
	write(sheet, 'Berkas ini contoh untuk percobaan dan bukan sertifikat.', text, { above: 12 });
	return closeSheet(sheet);
}

/** A day before today, but never before this year. */
function daysAgo(today: string, days: number): string {
	const day = new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000);
	const newYear = `${today.slice(0, 4)}-01-01`;
	const found = day.toISOString().slice(0, 10);
	return found < newYear ? newYear : found;
}
