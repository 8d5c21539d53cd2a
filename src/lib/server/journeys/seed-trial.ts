import { sql } from 'drizzle-orm';
import { giveRole } from '../access/grants.ts';
import type { Role } from '../access/policy.ts';
import type { Database, Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import type { NumberKind } from '../identity/numbers.ts';
import { createPerson, isEmailTaken, type EmployeeKind } from '../identity/people.ts';
import { createAgency, createUnit, EXAMPLE_CODE } from '../organisation/agencies.ts';
import { placePerson } from '../organisation/placements.ts';

/** The password of every trial account. Accounts with it exist only on the embedded database. */
export const TRIAL_PASSWORD = 'widyapraja-contoh';

type AgencyKey = 'regency' | 'ministry' | 'university';

const AGENCIES = {
	regency: {
		code: `${EXAMPLE_CODE}KAB`,
		name: 'Pemerintah Kabupaten Contoh',
		kind: 'regency',
		regionCode: null,
		timeZone: 'Asia/Jakarta'
	},
	ministry: {
		code: `${EXAMPLE_CODE}KEM`,
		name: 'Kementerian Contoh',
		kind: 'ministry',
		regionCode: null,
		timeZone: 'Asia/Jakarta'
	},
	university: {
		code: `${EXAMPLE_CODE}UNIV`,
		name: 'Universitas Contoh',
		kind: 'university',
		regionCode: null,
		timeZone: 'Asia/Makassar'
	}
} as const;

interface TrialAccount {
	email: string;
	name: string;
	titleBefore?: string;
	titleAfter?: string;
	employeeKind: EmployeeKind;
	number: { number: string; kind: NumberKind };
	agency: AgencyKey;
	unit: string;
	postTitle: string;
	/** What the account shows, in Indonesian, for the list that `npm start` prints. */
	label: string;
	role?: Role;
	/** Where the role holds; the whole agency when absent. */
	reach?: 'platform' | 'unit';
}

/** Invented people. Their numbers are well formed and end in 900 to 999, which no real example in this code does. */
export const TRIAL_ACCOUNTS: readonly TrialAccount[] = [
	{
		email: 'peserta@contoh.go.id',
		name: 'Ni Luh Ayu Lestari',
		titleAfter: 'S.Kom.',
		employeeKind: 'pppk',
		number: { number: '199304122024212901', kind: 'ni-pppk' },
		agency: 'regency',
		unit: 'Dinas Komunikasi dan Informatika',
		postTitle: 'Pranata Komputer Ahli Pertama',
		label: 'Peserta'
	},
	{
		email: 'atasan@contoh.go.id',
		name: 'Hendrik Simanjuntak',
		titleBefore: 'Ir.',
		titleAfter: 'M.T.',
		employeeKind: 'pns',
		number: { number: '197508172001121902', kind: 'nip' },
		agency: 'regency',
		unit: 'Dinas Komunikasi dan Informatika',
		postTitle: 'Kepala Bidang Aplikasi Informatika',
		label: 'Atasan langsung',
		role: 'supervisor',
		reach: 'unit'
	},
	{
		email: 'pengelola@contoh.go.id',
		name: 'Siti Rahmawati',
		titleAfter: 'S.Sos., M.A.P.',
		employeeKind: 'pns',
		number: { number: '198609262010012903', kind: 'nip' },
		agency: 'regency',
		unit: 'Badan Kepegawaian dan Pengembangan SDM',
		postTitle: 'Analis Sumber Daya Manusia Aparatur Ahli Muda',
		label: 'Pengelola bangkom',
		role: 'hr-officer'
	},
	{
		email: 'kontributor@contoh.ac.id',
		name: 'Andi Mappasessu',
		titleBefore: 'Dr.',
		titleAfter: 'S.I.P., M.Si.',
		employeeKind: 'pns',
		number: { number: '198002282006041904', kind: 'nip' },
		agency: 'university',
		unit: 'Fakultas Ilmu Sosial dan Ilmu Politik',
		postTitle: 'Lektor Kepala',
		label: 'Kontributor (perguruan tinggi)',
		role: 'contributor'
	},
	{
		email: 'penelaah@contoh.go.id',
		name: 'Maria Yosefina Wenda',
		titleAfter: 'S.H., M.H.',
		employeeKind: 'pns',
		number: { number: '198111052008012905', kind: 'nip' },
		agency: 'ministry',
		unit: 'Pusat Pengembangan Kompetensi',
		postTitle: 'Widyaiswara Ahli Madya',
		label: 'Penelaah',
		role: 'reviewer',
		reach: 'platform'
	},
	{
		email: 'penyelenggara@contoh.go.id',
		name: 'Teuku Rizal Fahmi',
		titleAfter: 'S.E.',
		employeeKind: 'pns',
		number: { number: '199007302015031906', kind: 'nip' },
		agency: 'ministry',
		unit: 'Pusat Pengembangan Kompetensi',
		postTitle: 'Analis Pengembangan Kompetensi ASN Ahli Muda',
		label: 'Penyelenggara / fasilitator',
		role: 'organiser'
	},
	{
		email: 'admin@contoh.go.id',
		name: 'Rina Kusumawardani',
		titleAfter: 'M.Kom.',
		employeeKind: 'pns',
		number: { number: '198805142012122907', kind: 'nip' },
		agency: 'ministry',
		unit: 'Biro Sumber Daya Manusia',
		postTitle: 'Pranata Komputer Ahli Muda',
		label: 'Admin platform',
		role: 'platform-admin',
		reach: 'platform'
	}
];

/** One instance at a time. */
const SEED_LOCK = sql`hashtextextended('seed-trial', 0)`;

/** Adds the example agencies and the seven trial accounts where they are missing. Never call it on an external database. */
export function seedTrial(pool: Pool): Promise<void> {
	return withScope(pool, SYSTEM, async (db) => {
		await db.execute(sql`select pg_advisory_xact_lock(${SEED_LOCK})`);
		for (const account of TRIAL_ACCOUNTS) {
			if (!(await isEmailTaken(db, account.email))) await seedAccount(db, account);
		}
	});
}

async function seedAccount(db: Database, account: TrialAccount): Promise<void> {
	const { agency, unit, postTitle, role, reach, label: _label, ...person } = account;
	const agencyId = await createAgency(db, AGENCIES[agency]);
	const unitId = await createUnit(db, { agencyId, parentId: null, name: unit });
	const personId = await createPerson(db, null, { ...person, password: TRIAL_PASSWORD });
	await placePerson(db, { personId, agencyId, unitId, postTitle, fromOn: '2026-01-01' });
	if (!role) return;
	await giveRole(db, null, {
		personId,
		role,
		agencyId: reach === 'platform' ? null : agencyId,
		unitId: reach === 'unit' ? unitId : null,
		endsOn: null
	});
}
