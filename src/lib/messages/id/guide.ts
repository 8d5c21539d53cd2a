/** Words around the guides for authors. */
export const guide = {
	format: {
		title: 'Format pelatihan',
		lead: 'Semua berkas, kolom, jenis soal, blok, dan aturan pemeriksaan sebuah pelatihan, untuk penulis dan penelaah.',
		contents: 'Isi halaman ini'
	}
};
