/** Words around the guides. */
export const guide = {
	index: {
		title: 'Panduan',
		lead: 'Cara belajar dengan Widyapraja, dan cara menulis pelatihannya.',
		/** A link to the page, where newcomers arrive. */
		invitation: 'Baru memakai Widyapraja? Lihat panduannya.',
		empty: 'Panduan belum terbit',
		emptyText:
			'Panduan tampil di sini setelah diterbitkan. Sementara itu, bertanyalah kepada pengelola bangkom instansi Anda.'
	},
	format: {
		title: 'Format pelatihan',
		lead: 'Semua berkas, kolom, jenis soal, blok, dan aturan pemeriksaan sebuah pelatihan, untuk penulis dan penelaah.',
		contents: 'Isi halaman ini'
	}
};
