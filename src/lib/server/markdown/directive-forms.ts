/** What an author may write after `:::`; the reference of the format is made from this table. */
export interface DirectiveForm {
	/** What it is for, in one Indonesian sentence. */
	about: string;
	/** Attributes it may carry, each with what it says. */
	attributes: Readonly<Record<string, string>>;
	/** As an author writes it. */
	example: string;
}

const title = 'Judul sebagai ganti judul bawaan.';

/** The directives of the format. */
export const directives: Readonly<Record<string, DirectiveForm>> = {
	note: {
		about: 'Catatan di samping alur utama.',
		attributes: { title },
		example: ':::note\nNama lama masih dipakai di peraturan.\n:::'
	},
	warning: {
		about: 'Hal yang dapat merugikan bila terlewat.',
		attributes: { title },
		example: ':::warning{title="Jangan dibagikan"}\nDaftar ini memuat NIP.\n:::'
	},
	case: {
		about: 'Kasus nyata atau rekaan yang dibahas.',
		attributes: { title, source: 'Pengenal sumber, untuk penelaah.' },
		example: ':::case{title="Tiga meja, satu data"}\nSebuah dinas mencatat alamat tiga kali.\n:::'
	},
	activity: {
		about: 'Kegiatan yang dikerjakan peserta.',
		attributes: {
			title,
			minutes: 'Menit mengerjakannya, wajib; ikut dihitung bila materi tidak menyebut minutes.'
		},
		example: ':::activity{minutes=10}\nGambar alur satu layanan di unit Anda.\n:::'
	},
	workplace: {
		about: 'Langkah di tempat kerja; setiap materi memuat satu.',
		attributes: { title },
		example: ':::workplace\nTanyakan siapa pemilik data itu.\n:::'
	},
	reveal: {
		about: 'Isi yang dibuka dengan ketukan, misalnya contoh hasil.',
		attributes: { summary: 'Teks yang diketuk.' },
		example: ':::reveal{summary="Contoh hasil"}\nSatu halaman sudah cukup.\n:::'
	},
	video: {
		about:
			'Video yang tidak memuat apa pun sebelum diketuk; isi blok adalah transkripnya. Klip pendek disimpan di assets, yang panjang ditautkan.',
		attributes: {
			src: 'Jalur berkas di folder pelatihan, atau alamat https.',
			title: 'Judul video.',
			poster: 'Gambar sampul.',
			captions: 'Berkas teks terjemahan (.vtt).',
			transcript: 'Alamat transkrip, bila tidak ditulis di dalam blok.',
			size: 'Ukuran unduhan, misalnya "3 MB".',
			minutes: 'Lamanya dalam menit.'
		},
		example:
			':::video{src=assets/alur.mp4 title="Alur data" poster=assets/alur.svg size="3 MB"}\nPetugas membuka satu berkas.\n:::'
	},
	scenario: {
		about: 'Satu kasus untuk beberapa soal; tulis dengan empat titik dua.',
		attributes: { title },
		example: `::::scenario{#antrean title="Antrean pagi"}
Dua puluh warga menunggu sejak pukul tujuh.

:::question{#antrean-1 objective=a1-1 level=C3}
Apa yang diperiksa lebih dahulu?

- [x] Data yang diminta dua kali
  > Tepat.
- [ ] Jumlah kursi
  > Kursi tidak mengurangi antrean.
:::
::::`
	},
	question: {
		about: 'Soal; bentuknya ada di bagian Soal.',
		attributes: {
			objective: 'Tujuan yang diuji, dari module.md.',
			level: 'Jenjang kognitif, C1 sampai C6.',
			kind: 'Jenis soal, bila tidak terbaca dari isinya.',
			pool: 'latihan, kuis, atau ujian; butir satu kumpulan tidak dipakai kumpulan lain.',
			replaces: 'Pengenal soal edisi terdahulu yang digantikan; kemajuan peserta ikut pindah.'
		},
		example: `:::question{#silo-1 objective=a1-1 level=C2}
Manakah tanda aplikasi silo?

- [x] Data yang sama diketik ulang.
  > Benar. Tidak ada data induk.
- [ ] Aplikasinya berbasis web.
  > Bentuk teknis bukan penanda.
:::`
	},
	rubric: {
		about:
			'Tabel penilaian di dalam soal uraian atau proyek.md: kriteria, bobot yang berjumlah 100, lalu satu kolom untuk setiap jenjang. Jenjang bernilai sama rata, dari 0 sampai 100.',
		attributes: {
			levels:
				'turun bila jenjang terbaik di kiri, naik bila di kanan; wajib bila nama jenjang di kedua ujung tidak menunjukkannya.'
		},
		example: `:::rubric{levels=naik}
| Kriteria | Bobot | Kurang | Baik |
| --- | --- | --- | --- |
| Isi | 60 | Tidak tepat | Tepat |
| Bahasa | 40 | Sulit dibaca | Mudah dibaca |
:::`
	}
};
