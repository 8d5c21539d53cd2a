import type { ActOnPerson } from '../../server/audit/entries.ts';
/** A part of the privacy notice. */
export interface PrivacySection {
	title: string;
	paragraphs: string[];
	list?: string[];
}

/** Words of signing in, recovery, the privacy notice and one's own profile. */
export const account = {
	signIn: {
		title: 'Masuk',
		lead: 'Gunakan NIP/NI PPPK atau email dinas Anda.',
		identifier: 'NIP/NI PPPK atau email dinas',
		identifierHint: 'NIP boleh ditulis dengan spasi, misalnya 19860926 201505 1 001.',
		password: 'Kata sandi',
		shared: 'Ini perangkat bersama',
		sharedHint:
			'Sesi berakhir saat peramban ditutup atau setelah 30 menit tanpa kegiatan. Centang bila komputer atau ponsel ini juga dipakai orang lain.',
		submit: 'Masuk',
		forgotten: 'Lupa kata sandi',
		noAccount: 'Belum mempunyai akun? Hubungi pengelola bangkom atau admin instansi Anda.',
		trialTitle: 'Akun contoh',
		trialText: (password: string) =>
			`Masuk sebagai peserta@contoh.go.id atau akun contoh lain dengan kata sandi ${password}.`,
		fillIdentifier: 'Tuliskan NIP/NI PPPK atau email dinas Anda.',
		fillPassword: 'Tuliskan kata sandi Anda.',
		passwordChanged: 'Kata sandi baru tersimpan. Silakan masuk dengan kata sandi itu.'
	},
	signOut: {
		title: 'Keluar',
		question: 'Akhiri sesi Anda pada perangkat ini?',
		submit: 'Keluar'
	},
	recovery: {
		title: 'Lupa kata sandi',
		lead: 'Ada dua cara membuat kata sandi baru.',
		byLink: 'Tautan lewat email',
		byLinkText:
			'Kami mengirim tautan ke email dinas yang tercatat. Tautan berlaku 30 menit dan hanya dapat dipakai satu kali.',
		send: 'Kirim tautan',
		sentTitle: 'Periksa email Anda',
		sentText:
			'Bila akun itu terdaftar dan mempunyai email, tautan dikirim dalam beberapa menit. Periksa juga folder spam. Bila tidak ada, gunakan kode dari pengelola bangkom.',
		byCode: 'Kode dari pengelola bangkom',
		byCodeText:
			'Mintalah kode sekali pakai kepada pengelola bangkom atau admin instansi Anda. Kode berlaku 24 jam.',
		toCode: 'Saya sudah mempunyai kode',
		codeTitle: 'Kata sandi baru dengan kode',
		code: 'Kode sekali pakai',
		codeHint: 'Sepuluh huruf dan angka. Huruf kecil dan tanda hubung tidak berpengaruh.',
		linkTitle: 'Buat kata sandi baru',
		linkSpentTitle: 'Tautan ini tidak berlaku lagi',
		linkSpentText:
			'Tautan hanya berlaku 30 menit dan hanya satu kali. Mintalah tautan yang baru; kata sandi Anda tidak berubah.',
		newLink: 'Minta tautan baru',
		newPassword: 'Kata sandi baru',
		newPasswordHint:
			'Paling sedikit 10 karakter. Beberapa kata yang mudah Anda ingat lebih baik daripada satu kata dengan angka.',
		repeat: 'Ulangi kata sandi baru',
		repeatDiffers: 'Kedua kata sandi tidak sama. Ketik ulang keduanya.',
		fillCode: 'Tuliskan kode yang Anda terima.',
		submit: 'Simpan kata sandi',
		backToSignIn: 'Kembali ke halaman masuk'
	},
	profile: {
		title: 'Profil Pegawai',
		own: 'Data saya',
		name: 'Nama',
		email: 'Email dinas',
		number: { nip: 'NIP', 'ni-pppk': 'NI PPPK', none: 'NIP/NI PPPK' },
		none: 'belum tercatat',
		reveal: 'Tampilkan nomor',
		employeeKind: 'Jenis pegawai',
		employeeKinds: {
			pns: 'PNS',
			cpns: 'CPNS',
			pppk: 'PPPK',
			'pppk-paruh-waktu': 'PPPK Paruh Waktu',
			'non-asn': 'Bukan ASN'
		},
		post: 'Jabatan',
		agency: 'Instansi',
		unit: 'Unit kerja',
		correction: 'Ada data yang keliru? Mintalah perbaikan kepada pengelola bangkom instansi Anda.',
		roles: 'Peran saya',
		rolesEmpty: 'Anda terdaftar sebagai peserta. Tidak ada peran lain.',
		sessions: 'Sesi aktif',
		sessionsText: 'Perangkat yang sedang masuk dengan akun Anda. Akhiri yang tidak Anda kenali.',
		unknownDevice: 'Perangkat tidak dikenali',
		thisDevice: 'perangkat ini',
		sharedDevice: 'perangkat bersama',
		since: (moment: string) => `Masuk sejak ${moment}`,
		end: 'Akhiri sesi',
		endNamed: (device: string) => `Akhiri sesi ${device}`,
		endOthers: 'Akhiri semua sesi lain',
		password: 'Ganti kata sandi',
		passwordText: 'Setelah diganti, semua sesi lain berakhir.',
		currentPassword: 'Kata sandi sekarang',
		submitPassword: 'Ganti kata sandi',
		language: 'Bahasa',
		languageText: 'Bahasa antarmuka dan surat dari sistem. Materi pelatihan tetap dalam bahasanya.',
		languages: { id: 'Bahasa Indonesia', en: 'English' },
		submitLanguage: 'Simpan bahasa',
		trail: 'Siapa membuka data saya',
		trailText: 'Tindakan pejabat atas data dan akun Anda, terbaru di atas.',
		trailEmpty: 'Belum ada. Setiap kali pejabat membuka data Anda, tercatat di sini.',
		when: 'Waktu',
		what: 'Tindakan',
		who: 'Oleh',
		bySystem: 'Sistem',
		privacy: 'Baca Pemberitahuan Privasi',
		done: {
			password: 'Kata sandi baru tersimpan. Semua sesi lain telah diakhiri.',
			session: 'Sesi itu telah diakhiri.',
			sessions: 'Semua sesi lain telah diakhiri.',
			language: 'Bahasa tersimpan.'
		}
	},
	acts: {
		'role-granted': 'Peran diberikan',
		'role-withdrawn': 'Peran dicabut',
		'duty-given': 'Tugas pada pelatihan diberikan',
		'duty-ended': 'Tugas pada pelatihan diakhiri',
		'time-extended': 'Waktu tes ditambah',
		'time-extension-ended': 'Tambahan waktu tes diakhiri',
		'recovery-code-issued': 'Kode kata sandi diterbitkan',
		'password-recovered': 'Kata sandi dibuat baru lewat pemulihan',
		'password-changed': 'Kata sandi diganti',
		'account-created': 'Akun dibuat',
		'account-closed': 'Akun ditutup',
		'account-reopened': 'Akun dibuka kembali',
		'person-viewed': 'Data dibuka oleh pejabat',
		'certificate-awarded': 'Sertifikat baru diberikan',
		'certificate-revoked': 'Sertifikat dicabut atau digantikan',
		'certificate-restored': 'Sertifikat dipulihkan dengan yang baru',
		'name-corrected': 'Nama atau gelar dibetulkan',
		'work-settled-unread': 'Uraian atau proyek dinilai tanpa pembaca berikutnya',
		'result-regraded': 'Nilai dihitung ulang karena kunci jawaban diperbaiki',
		'certificate-confirmed': 'Nama pada sertifikat dikonfirmasi',
		'certificate-issued': 'Sertifikat diterbitkan',
		'person-number-revealed': 'NIP/NI PPPK ditampilkan oleh pejabat',
		'contract-recorded': 'Perjanjian kerja dicatat',
		'contract-struck': 'Perjanjian kerja dihapus dari catatan',
		'hours-viewed': 'Permohonan JP dibuka oleh pejabat',
		'evidence-opened': 'Berkas bukti JP diunduh oleh pejabat',
		'ledger-viewed': 'Riwayat JP dibuka oleh pejabat',
		'position-exported': 'Capaian JP diunduh oleh pejabat',
		'hours-approved': 'Permohonan JP disetujui',
		'hours-returned': 'Permohonan JP dikembalikan',
		'hours-reversed': 'Pencatatan JP dibatalkan'
	} satisfies Record<ActOnPerson, string> as Record<string, string>,
	privacy: {
		title: 'Pemberitahuan Privasi',
		edition: (day: string) => `Edisi ${day}`,
		lead: 'Data Anda diproses untuk pengembangan kompetensi ASN. Anda dapat melihat data Anda di Profil Pegawai serta meminta perbaikan dan salinannya.',
		/** Said when the installation does not name its controller. */
		controllerUnnamed: 'instansi yang menyelenggarakan Widyapraja ini',
		controllerContact: (contact: string) => `Kontak pengendali: ${contact}.`,
		controllerExample:
			'Pemasangan ini hanya contoh: orang dan instansi di dalamnya rekaan, dan data nyata tidak boleh dimasukkan.',
		/** `controller` names who runs the installation; `notes` are further paragraphs about it. */
		sections: (controller: string, notes: string[]): PrivacySection[] => [
			{
				title: 'Siapa yang bertanggung jawab',
				paragraphs: [
					`Pengendali data adalah ${controller}, bersama instansi tempat Anda bekerja. Pertanyaan dan permohonan dapat Anda sampaikan kepada pengelola bangkom atau admin instansi Anda.`,
					...notes
				]
			},
			{
				title: 'Data yang kami simpan dan gunanya',
				paragraphs: [],
				list: [
					'Nama dan gelar, untuk menyapa Anda dan mencantumkannya pada sertifikat.',
					'NIP atau NI PPPK, untuk mengenali Anda saat masuk dan melaporkan hasil pelatihan. Karena nomor itu memuat tanggal lahir dan jenis kelamin, kami menyamarkannya dan tidak memakainya dalam alamat halaman, nama berkas, atau catatan sistem.',
					'Email dinas, untuk surat dari sistem.',
					'Jabatan, unit kerja, dan instansi beserta waktunya, agar pelatihan tercatat pada tempat yang benar.',
					'Kegiatan belajar: pelatihan yang diikuti, jawaban dan uraian, nilai, penyelesaian, JP, dan sertifikat.',
					'Bukti pelatihan dari luar yang Anda unggah, untuk memeriksa dan mencatat JP-nya. Nama berkasnya tidak disimpan.',
					'Alasan yang Anda tulis ketika meminta kesempatan tambahan untuk kuis atau tes.',
					'Tambahan waktu tes, bila diberikan: lamanya dan golongan alasannya, misalnya disabilitas atau kesehatan. Keterangan seperti itu adalah data pribadi yang bersifat spesifik (UU 27/2022 Pasal 4), sehingga yang disimpan hanya golongannya, tanpa rincian dan tanpa surat.',
					'Catatan dan tanda yang Anda buat pada materi, untuk belajar Anda sendiri. Hanya Anda yang melihatnya lewat halaman Widyapraja; Anda dapat mengubah, menghapus, dan mengunduhnya.',
					'Jawaban yang belum terkirim karena sambungan terputus: tersimpan hanya pada perangkat Anda, sampai terkirim atau sampai Anda keluar.',
					'Sesi masuk: waktu, jenis peramban, dan apakah perangkat dipakai bersama. Alamat jaringan tidak disimpan dalam bentuk asli.'
				]
			},
			{
				title: 'Dasar hukum',
				paragraphs: [
					'Pemrosesan dilakukan untuk memenuhi kewajiban hukum dan tugas pelayanan publik di bidang pengembangan kompetensi ASN (UU 20/2023), sesuai Pasal 20 UU 27/2022 tentang Pelindungan Data Pribadi. PP 33/2026 mulai berlaku 16 Januari 2027.',
					'Catatan dan tanda adalah bagian dari pelayanan belajar itu. Anda bebas memakainya atau tidak; pelatihan dapat diselesaikan tanpanya.',
					'Kualifikasi nilai pada sertifikat terlihat di halaman publiknya hanya dengan persetujuan Anda, yang dapat Anda tarik kembali kapan saja di Sertifikat Saya.'
				]
			},
			{
				title: 'Siapa yang dapat melihat',
				paragraphs: [],
				list: [
					'Anda sendiri melihat data pegawai, peran, sesi aktif, dan siapa yang membuka data Anda di Profil Pegawai, serta kegiatan belajar Anda pada halaman pelatihan.',
					'Atasan langsung dan pengelola bangkom instansi Anda melihat status, JP, dan sertifikat; tidak melihat jawaban, percobaan yang gagal, atau catatan Anda.',
					'Pengelola bangkom dan admin instansi Anda, pada unit atau instansi yang menjadi tugasnya, juga melihat nama, email dinas, jabatan, peran, dan NIP atau NI PPPK yang disamarkan. Mereka dapat menampilkan nomor lengkapnya dan menerbitkan kode kata sandi; admin instansi juga memberi peran dan menutup akun.',
					'Pengelola bangkom dan admin instansi Anda membuka bukti pelatihan dari luar yang Anda kirim, lalu menyetujui atau mengembalikannya.',
					'Penilai sebuah pelatihan membaca uraian Anda dan menilainya. Penilai dapat berasal dari instansi lain atau perguruan tinggi; nama, nomor, dan instansi Anda tidak ditampilkan kepadanya. Jadi, jangan menulis nama atau data pribadi di dalam uraian.',
					'Penyelenggara sebuah pelatihan membaca alasan permintaan kesempatan tambahan, tanpa nama Anda. Bila ia memberi Anda tambahan waktu tes, ia melihat nama Anda, lamanya, dan golongan alasannya. Penyelenggara pun dapat berasal dari instansi lain.',
					'Penelaah dan penyusun pelatihan melihat statistik Butir Soal, yaitu jumlah dari sedikitnya 30 orang; tidak melihat jawaban seseorang. Penelaah yang memperbaiki Kunci Jawaban melihat berapa nilai yang berubah, tanpa nama.',
					'Admin platform dapat melakukan hal yang sama seperti admin instansi bagi semua instansi, dan melihat jejak tindakan. Ia tidak melihat jawaban Anda lewat halaman mana pun.',
					'Instansi lain tidak melihat data Anda, kecuali penilai dan penyelenggara yang disebut di atas. Pemisahan ini ditegakkan di dalam basis data.',
					'Siapa pun yang memegang kode sertifikat Anda dapat memeriksa keasliannya, tanpa melihat NIP.',
					'Setiap kali pejabat membuka data Anda, kejadiannya tercatat dan dapat Anda lihat di Profil Pegawai, beserta nama pejabatnya. Pencarian orang juga tercatat.'
				]
			},
			{
				title: 'Berapa lama',
				paragraphs: [
					'Data kepegawaian dan hasil pelatihan disimpan selama Anda menjadi ASN dan sepanjang diwajibkan ketentuan kearsipan. Sesi yang berakhir dan catatan percobaan masuk yang gagal dihapus secara berkala. Isi surat dihapus setelah terkirim.',
					'Bukti yang diunggah tetapi tidak jadi dikirim dihapus setelah satu hari.',
					'Catatan dan tanda disimpan sampai Anda menghapusnya.'
				]
			},
			{
				title: 'Hak Anda',
				paragraphs: [
					'Anda berhak mengetahui pemrosesan, melihat data, meminta perbaikan, meminta salinan, serta meminta penghapusan atau pembatasan sejauh tidak bertentangan dengan kewajiban hukum.',
					'Ajukan permohonan kepada pengelola bangkom instansi Anda. Perbaikan data dilakukan paling lambat 3 × 24 jam sejak permohonan diterima (UU 27/2022 Pasal 30).'
				]
			},
			{
				title: 'Yang tidak kami lakukan',
				paragraphs: [
					'Tidak ada pelacak dari pihak lain, tidak ada iklan, tidak ada pengawasan lewat kamera, dan tidak ada pemeringkatan orang. Kuki hanya dipakai untuk sesi masuk, pilihan tampilan, dan catatan teknis agar halaman lebih cepat terbuka.'
				]
			}
		],
		acknowledge: 'Saya sudah membaca',
		acknowledgeHint: 'Menekan tombol ini menandakan Anda telah membaca, bukan memberi persetujuan.'
	}
};
