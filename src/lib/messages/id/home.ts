export const home = {
	front: {
		title: 'Belajar bersama, melayani sebagai satu pemerintah',
		description:
			'Pelatihan daring bagi ASN, dimulai dari SPBE dan pemerintah digital. Ringan dibuka di ponsel dan jelas capaiannya.',
		lead: 'Widyapraja melatih aparatur sipil negara dari instansi mana pun: PNS, PPPK, dan PPPK paruh waktu. Materinya ringan dibuka di ponsel dan tetap terbaca saat sinyal lemah.',
		toCatalogue: 'Lihat katalog pelatihan',
		obstaclesTitle: 'Tiga hambatan yang ingin diatasi',
		obstaclesLead:
			'Layanan pemerintah sering tersendat bukan karena kurang aplikasi. Tiga hal ini yang berulang.',
		/** A course that is not in the catalogue yet. */
		coming: (course: string) => `${course} (menyusul)`,
		obstacles: [
			{
				title: 'Instansi berjalan sendiri-sendiri',
				text: 'Aplikasi dan proses dibangun per unit, sehingga warga mengisi data yang sama berkali-kali.',
				answer: 'SPBE dan pemerintah digital',
				courseId: 'spbe-101'
			},
			{
				title: 'Data tidak saling cocok',
				text: 'Format dan standar berbeda, sehingga data sulit dipadankan dan keputusan mudah keliru.',
				answer: 'Tata kelola dan pelindungan data',
				courseId: 'data-101'
			},
			{
				title: 'Kerja sama belum menjadi kebiasaan',
				text: 'Program lintas instansi butuh pemimpin yang terbuka dan mengutamakan hasil bersama.',
				answer: 'Kepemimpinan kolaboratif',
				courseId: 'kolab-101'
			}
		],
		promisesTitle: 'Yang dapat Anda pegang',
		promises: [
			{
				title: 'Selesai berarti paham',
				text: 'Materi selesai bila pertanyaannya terjawab benar. Lama membuka halaman tidak pernah dihitung.'
			},
			{
				title: 'Dibuat untuk jaringan lambat',
				text: 'Satu materi lebih kecil daripada satu foto. Semua yang penting berjalan tanpa JavaScript.'
			},
			{
				title: 'Data Anda tetap milik Anda',
				text: 'Jawaban dan percobaan yang gagal tidak pernah terlihat oleh atasan maupun pengelola bangkom. Uraian dibaca penilai tanpa nama Anda.'
			}
		],
		checkTitle: 'Menerima sertifikat Widyapraja?',
		checkText:
			'Siapa pun dapat memeriksa keasliannya dengan nomor dan nama, kode QR, atau berkasnya, tanpa masuk.',
		coursesTitle: 'Pelatihan yang tersedia',
		allCourses: 'Semua pelatihan di katalog'
	},
	learner: {
		title: 'Beranda',
		greeting: (name: string) => `Selamat datang, Bapak/Ibu ${name}`,
		continueTitle: 'Lanjutkan belajar',
		continueWith: (lesson: string) => `Materi berikutnya: ${lesson}`,
		nextTest: (test: string) => `Langkah berikutnya: ${test}`,
		resumeAt: (lesson: string) => `Terakhir dibaca: ${lesson}`,
		continue: 'Lanjutkan',
		begin: 'Mulai belajar',
		coursesTitle: 'Pelatihan Saya',
		otherCoursesTitle: 'Pelatihan Saya yang lain',
		openOutline: 'Daftar materi',
		empty: 'Belum ada pelatihan yang diikuti',
		emptyText:
			'Pilih satu dari katalog. Anda dapat mulai kapan saja dan melanjutkan di perangkat lain.',
		toCatalogue: 'Buka Katalog Pelatihan',
		courseDone: 'Semua materi pada edisi ini selesai.',
		returned: (count: number) => `${count} permohonan pencatatan JP dikembalikan untuk diperbaiki`,
		returnedOpen: 'Buka permohonan',
		/** On the cards of an office. */
		waiting: {
			submissions: (count: number) =>
				count === 0 ? 'Tidak ada permohonan yang menunggu.' : `${count} permohonan menunggu.`,
			marking: (works: number, chances: number) =>
				works + chances === 0
					? 'Tidak ada yang menunggu.'
					: `Menunggu: ${[works > 0 && `${works} uraian atau proyek`, chances > 0 && `${chances} permintaan kesempatan`].filter(Boolean).join(' dan ')}.`
		},
		rolesTitle: 'Tugas Anda yang lain',
		markingText: 'Nilai uraian dan proyek peserta, jawab permintaan kesempatan, dan atur penilai.',
		reviewTitle: 'Telaah',
		reviewText: 'Periksa mutu Butir Soal dan hitung ulang nilai bila Kunci Jawaban diperbaiki.',
		adminTitle: 'Administrasi',
		adminText: 'Cari pegawai, atur peran dan akun, dan periksa keadaan sistem.',
		adminTexts: {
			find: 'Cari pegawai dan lihat datanya.',
			law: 'Periksa keadaan peraturan yang dikutip materi.'
		}
	}
};
