import type { CertificateFacts } from '#lib/server/certification/facts.ts';

const objectives = [
	'Menjelaskan tiga hambatan layanan digital pemerintah dengan contoh dari instansi sendiri.',
	'Membaca peta rencana SPBE dan menemukan layanan yang belum terhubung.',
	'Memilih tindakan benar pada delapan dari sepuluh skenario keamanan.'
];

/** A certificate of the usual kind; every person and body is invented. */
export const certificate: CertificateFacts = {
	number: '00123/SPBE-101/KEM/XI/2026',
	code: 'k7Qm2x9tVb4WzN8pLc3',
	holder: { name: 'Siti Rahmawati', titleBefore: 'Dr. Ir.', titleAfter: 'S.Sos., M.A.P.' },
	employment: {
		number: '198609262015052901',
		post: 'Pranata Komputer Ahli Muda',
		unit: 'Bidang Aplikasi Informatika',
		agency: 'Dinas Komunikasi dan Informatika Kabupaten Contoh'
	},
	course: {
		id: 'spbe-dasar',
		title: 'Dasar SPBE & Pemerintah Digital',
		code: 'SPBE-101',
		edition: '2026.1',
		releaseId: 'f3a91c0d5be2478896aa01cd23ef4567'.repeat(2),
		language: 'id'
	},
	modules: [
		{
			id: 'mengapa',
			title: 'Mengapa Pemerintah Digital',
			jp: 2,
			objectives: [{ id: 'hambatan', text: objectives[0]!, met: true }]
		},
		{
			id: 'arsitektur',
			title: 'Arsitektur SPBE dan Peta Rencana',
			jp: 4,
			objectives: [
				{ id: 'peta', text: objectives[1]!, met: true },
				{ id: 'anggaran', text: 'Menyusun anggaran arsitektur.', met: false }
			]
		},
		{
			id: 'keamanan',
			title: 'Keamanan Sehari-hari dan Tanda Tangan Elektronik',
			jp: 4,
			objectives: [{ id: 'skenario', text: objectives[2]!, met: true }]
		}
	],
	jp: 10,
	score: 86.5,
	competencies: [
		{ id: 'integritas', name: 'Integritas', level: 2 },
		{ id: 'kerja-sama', name: 'Kerja sama', level: 3 }
	],
	legal: [
		{ id: 'perpres-95-2018', short: 'Perpres 95/2018', status: 'diubah' },
		{ id: 'uu-27-2022', short: 'UU 27/2022', status: 'berlaku' }
	],
	organiser: { code: 'KEM', name: 'Kementerian Contoh Republik Indonesia' },
	providers: ['Universitas Contoh Nusantara'],
	signatory: {
		post: 'Kepala Pusat Pengembangan Kompetensi Aparatur',
		name: 'Drs. Bambang Contoh, M.Si.'
	},
	startedOn: '2026-11-23',
	completedOn: '2026-11-25',
	issuedOn: '2026-11-25',
	validUntil: '2028-11-25'
};

/** With as little on it as there can be. */
export const shortCertificate: CertificateFacts = {
	...certificate,
	holder: { name: 'Suharno', titleBefore: '', titleAfter: '' },
	employment: { number: null, post: null, unit: null, agency: null },
	providers: [],
	competencies: [],
	legal: [],
	signatory: { post: 'Sekretaris Daerah', name: null },
	score: null,
	validUntil: null
};

/** With the longest names that offices have. */
export const longCertificate: CertificateFacts = {
	...certificate,
	holder: {
		name: 'Raden Ayu Sri Wahyuningsih Kusumawardhani Notonegoro Hadiningrat',
		titleBefore: 'Prof. Dr. Ir. Hj.',
		titleAfter: 'S.Kom., M.Kom., M.A.P., Ph.D., CISA, CISM'
	},
	employment: {
		number: '198609262015052901',
		post: 'Analis Pengelolaan Keuangan Anggaran Pendapatan dan Belanja Negara Ahli Madya pada Subdirektorat Sistem Informasi',
		unit: 'Subbagian Tata Usaha dan Kerja Sama Antarlembaga, Bagian Perencanaan, Keuangan, dan Barang Milik Negara',
		agency:
			'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia serta Penelitian, Pengembangan, dan Inovasi Daerah Kabupaten Contoh Kepulauan di Provinsi Contoh Selatan bagian Kepulauan Contoh Raya dan Sekitarnya'
	},
	course: {
		...certificate.course,
		title:
			'Penyelenggaraan Sistem Pemerintahan Berbasis Elektronik dan Satu Data Indonesia bagi Pengelola Layanan Publik Lintas Instansi di Lingkungan Pemerintah Pusat dan Pemerintah Daerah, termasuk Pelindungan Data Pribadi, Interoperabilitas, Keamanan Informasi, serta Kepemimpinan Kolaboratif untuk Percepatan Transformasi Digital yang Berdampak bagi Masyarakat'
	},
	organiser: {
		code: 'KEM',
		name: 'Badan Pengembangan Sumber Daya Manusia dan Penelitian, Pengembangan, dan Inovasi Teknologi Informasi dan Komunikasi Kementerian Koordinator Bidang Percontohan Nasional Republik Indonesia'
	},
	providers: [
		'Universitas Contoh Nusantara',
		'Institut Teknologi Contoh',
		'Sekolah Tinggi Ilmu Administrasi Contoh Raya'
	],
	signatory: {
		post: 'Pelaksana Tugas Kepala Badan Pengembangan Sumber Daya Manusia dan Penelitian, Pengembangan, dan Inovasi Kementerian Contoh',
		name: 'Prof. Dr. H. Muhammad Abdurrahman Wahid Contohnugroho, S.H., M.Hum.'
	},
	startedOn: '2026-12-28',
	completedOn: '2027-01-03',
	issuedOn: '2027-01-04'
};

/** With twelve modules, each with one to five objectives. */
export const wideCertificate: CertificateFacts = {
	...certificate,
	modules: Array.from({ length: 12 }, (_, module) => ({
		id: `modul-${module}`,
		title: `Modul ${module + 1}: ${certificate.modules[module % 3]!.title}`,
		jp: 2,
		objectives: Array.from({ length: 1 + (module % 5) }, (_, objective) => ({
			id: `tujuan-${module}-${objective}`,
			text: objectives[objective % 3]!,
			met: true
		}))
	})),
	jp: 24
};

/** With what nobody should have let through. */
export const hostileCertificate: CertificateFacts = {
	...longCertificate,
	holder: {
		name: 'A\u202Eb\u0000c\nd '.repeat(300),
		titleBefore: '<b>&',
		titleAfter: 'X'.repeat(300)
	},
	course: { ...certificate.course, title: 'W'.repeat(1000) },
	employment: {
		...certificate.employment,
		unit: '👩‍👩‍👧‍👦'.repeat(30),
		post: '\u2066\u0007'.repeat(50)
	},
	organiser: { code: 'x', name: '\uD800'.repeat(60) },
	modules: [
		{
			id: 'x',
			title: 'T'.repeat(800),
			jp: 0.5,
			objectives: [{ id: 'y', text: 'kata '.repeat(1200), met: true }]
		}
	],
	jp: 0.5
};
