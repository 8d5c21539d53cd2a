import { generateKeyPairSync } from 'node:crypto';
import type { CertificateFacts } from '#lib/server/certification/facts.ts';
import { multikeyOf } from '#lib/server/certification/multikey.ts';

/** What an example certificate says. */
export const exampleFacts: CertificateFacts = {
	number: '00123/SPBE-101/KEM/XI/2026',
	code: '0123456789ABCDEFGHJKMNPQRS',
	holder: { name: 'Ni Wayan Sudarmi', titleBefore: 'Dr.', titleAfter: 'S.Sos., M.A.P.' },
	employment: {
		number: '198609262015052001',
		post: 'Analis Kebijakan Ahli Muda',
		unit: 'Dinas Komunikasi dan Informatika',
		agency: 'Kabupaten Contoh'
	},
	course: {
		id: 'spbe-101',
		title: 'Dasar SPBE: layanan yang “menyatu”',
		code: 'SPBE-101',
		edition: '2026.1',
		releaseId: 'b1946ac92492d2347c6235b4d2611184a1f5e5f8f5b1b6e1a0b1946ac92492d2',
		language: 'id'
	},
	modules: [
		{
			id: 'dasar',
			title: 'Gejala silo',
			jp: 4,
			objectives: [
				{ id: 'm1-1', text: 'Mengenali ego sektoral', met: true },
				{ id: 'm1-2', text: 'Menghitung biaya data ganda', met: false }
			]
		},
		{ id: 'data', title: 'Satu Data', jp: 8, objectives: [] }
	],
	jp: 12,
	score: 87.5,
	competencies: [{ id: 'perekat-bangsa', name: 'Perekat Bangsa', level: 3 }],
	legal: [{ id: 'perpres-95-2018', short: 'Perpres 95/2018', status: 'berlaku' }],
	organiser: { code: 'KEM', name: 'Kementerian Contoh' },
	providers: ['Universitas Contoh'],
	signatory: { post: 'Kepala Pusat Pelatihan', name: 'Ir. Budi' },
	startedOn: '2026-10-01',
	completedOn: '2026-11-20',
	issuedOn: '2026-11-22',
	validUntil: '2029-11-21'
};

/** An issuer with a key of its own. */
export function anIssuer() {
	const { privateKey, publicKey } = generateKeyPairSync('ed25519');
	const issuer = {
		name: 'Kementerian Contoh',
		identity: 'https://belajar.contoh.go.id/penerbit/KEM'
	};
	const multikey = multikeyOf(publicKey);
	return {
		issuer,
		multikey,
		signer: { verificationMethod: `${issuer.identity}#${multikey}`, privateKey }
	};
}
