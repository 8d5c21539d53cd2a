import type { CertificateFacts } from './facts.ts';
const base: CertificateFacts = {
	number: '00123/SPBE-101/KEM/XI/2026', code: 'k7Qm2xR9tVb4WzN8pLc3',
	holder: { name: 'Siti Rahmawati', titleBefore: 'Dr. Ir.', titleAfter: 'S.Sos., M.A.P.' },
	employment: { number: '198609262015052901', post: 'Pranata Komputer Ahli Muda', unit: 'Bidang Aplikasi Informatika', agency: 'Dinas Komunikasi dan Informatika Kabupaten Contoh' },
	course: { id: 'spbe-dasar', title: 'Dasar SPBE dan Pemerintah Digital', code: 'SPBE-101', edition: '2026.1', releaseId: 'f3a91c0d5be2478896aa01cd23ef4567f3a91c0d5be2478896aa01cd23ef4567', language: 'id' },
	modules: [
		{ id: 'm1', title: 'Mengapa Pemerintah Digital', jp: 2, objectives: [{ id: 'o1', text: 'Menjelaskan tiga hambatan layanan digital pemerintah dengan contoh dari instansi sendiri.', met: true }, { id: 'o2', text: 'Membedakan layanan administrasi pemerintahan dan layanan publik.', met: true }] },
		{ id: 'm2', title: 'Arsitektur SPBE dan Peta Rencana', jp: 4, objectives: [{ id: 'o3', text: 'Membaca peta rencana SPBE dan menemukan layanan yang belum terhubung.', met: true }, { id: 'o4', text: 'Tidak tercapai', met: false }] },
		{ id: 'm3', title: 'Keamanan Sehari-hari dan Tanda Tangan Elektronik', jp: 4, objectives: [{ id: 'o5', text: 'Memilih tindakan benar pada delapan dari sepuluh skenario keamanan.', met: true }] }
	],
	jp: 10, score: 86.5,
	competencies: [{ id: 'integritas', name: 'Integritas', level: 2 }, { id: 'kerja-sama', name: 'Kerja sama', level: 3 }],
	legal: [{ id: 'perpres-95-2018', short: 'Perpres 95/2018', status: 'diubah' }, { id: 'uu-27-2022', short: 'UU 27/2022', status: 'berlaku' }],
	organiser: { code: 'KEM', name: 'Kementerian Contoh Republik Indonesia' }, providers: ['Universitas Contoh Nusantara'],
	signatory: { post: 'Kepala Pusat Pengembangan Kompetensi Aparatur', name: 'Drs. Bambang Contoh, M.Si.' },
	startedOn: '2026-11-23', completedOn: '2026-11-25', issuedOn: '2026-11-25', validUntil: '2028-11-25'
};
const long: CertificateFacts = { ...base,
	holder: { name: 'Raden Ayu Sri Wahyuningsih Kusumawardhani Notonegoro Hadiningrat', titleBefore: 'Prof. Dr. Ir. Hj.', titleAfter: 'S.Kom., M.Kom., M.A.P., Ph.D., CISA, CISM' },
	employment: { number: '198609262015052901', post: 'Analis Pengelolaan Keuangan Anggaran Pendapatan dan Belanja Negara Ahli Madya pada Subdirektorat Sistem Informasi', unit: 'Subbagian Tata Usaha dan Kerja Sama Antarlembaga, Bagian Perencanaan, Keuangan, dan Barang Milik Negara', agency: 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia serta Penelitian, Pengembangan, dan Inovasi Daerah Kabupaten Pangkajene dan Kepulauan di Provinsi Sulawesi Selatan bagian Kepulauan Spermonde Raya' },
	course: { ...base.course, title: 'Penyelenggaraan Sistem Pemerintahan Berbasis Elektronik dan Satu Data Indonesia bagi Pengelola Layanan Publik Lintas Instansi di Lingkungan Pemerintah Pusat dan Pemerintah Daerah, termasuk Pelindungan Data Pribadi, Interoperabilitas, Keamanan Informasi, serta Kepemimpinan Kolaboratif untuk Percepatan Transformasi Digital yang Berdampak bagi Masyarakat' },
	organiser: { code: 'X', name: 'Badan Pengembangan Sumber Daya Manusia dan Penelitian, Pengembangan, dan Inovasi Teknologi Informasi dan Komunikasi Kementerian Koordinator Bidang Percontohan Nasional Republik Indonesia' },
	providers: ['Universitas Contoh Nusantara', 'Institut Teknologi Contoh', 'Sekolah Tinggi Ilmu Administrasi Contoh Raya', 'Politeknik Negeri Contoh'],
	signatory: { post: 'Pelaksana Tugas Kepala Badan Pengembangan Sumber Daya Manusia dan Penelitian, Pengembangan, dan Inovasi Kementerian Contoh', name: 'Prof. Dr. H. Muhammad Abdurrahman Wahid Contohnugroho, S.H., M.Hum.' },
	startedOn: '2026-12-28', completedOn: '2027-01-03', issuedOn: '2027-01-04'
};
export const variants: Record<string, CertificateFacts> = {
	short: { ...base, holder: { name: 'Suharno', titleBefore: '', titleAfter: '' }, employment: { number: null, post: null, unit: null, agency: null }, course: { ...base.course, title: 'Dasar SPBE' }, providers: [], signatory: { post: 'Sekretaris Daerah', name: null }, score: null, validUntil: null, legal: [], competencies: [] },
	base, noscore: { ...base, score: null }, long,
	modules12: { ...base, modules: Array.from({ length: 12 }, (_, i) => ({ id: `m${i}`, title: base.modules[i % 3]!.title, jp: 2, objectives: Array.from({length: 1 + i % 5}, (_, j) => ({id: `${j}`, text: base.modules[j % 3]!.objectives[0]!.text, met: true})) })), jp: 24 },
	hostile: { ...long, holder: { name: 'A\u202Eb\u0000c\nd '.repeat(300), titleBefore: '<b>&', titleAfter: 'X'.repeat(2000) }, course: { ...long.course, title: 'W'.repeat(3000) }, employment: {...long.employment, unit: '👩‍👩‍👧‍👦'.repeat(100)}, organiser: {code: 'x', name: '\uD800'.repeat(400)} , modules: [{ id: 'x', title: 'T'.repeat(4000), jp: 0.5, objectives: [{id:'y', text: 'kata '.repeat(5000), met: true}]}] }
};
