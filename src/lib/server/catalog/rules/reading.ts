import { advice, error, type Rule } from './rule.ts';

/** What is told of while files are read and parsed; the rest asks the course that came of it. */
export const reading: Record<string, Rule> = {
	'file-encoding': error({
		finds: 'Berkas yang bukan UTF-8.',
		remedy: 'Simpan ulang berkas sebagai UTF-8.',
		why: 'Penyandian lain menampilkan huruf yang keliru di perangkat peserta.'
	}),
	'file-size': error({
		finds: 'Berkas, materi, atau pelatihan yang melewati batas ukuran.',
		remedy: 'Perkecil atau bagi berkasnya.',
		why: 'Peserta membuka materi lewat jaringan yang lambat.'
	}),
	'file-name': error({
		finds:
			'Nama folder atau berkas dengan huruf besar, spasi, atau tanda lain; dua nama yang di sebagian komputer menjadi satu.',
		remedy: 'Pakai huruf kecil, angka, dan tanda hubung.',
		why: 'Nama berkas menjadi alamat materi dan pengenalnya, dan harus tetap dua di komputer mana pun.'
	}),
	'file-link': error({
		finds: 'Tautan berkas yang putus, menunjuk folder, atau keluar dari folder pelatihan.',
		remedy: 'Salin berkas yang ditunjuk ke tempat tautannya.',
		why: 'Edisi hanya memuat isi foldernya sendiri.'
	}),
	'asset-type': error({
		finds: 'Berkas dari jenis yang tidak dapat dimuat, juga naskah yang tersimpan sebagai .md.txt.',
		remedy: 'Pakai SVG, PNG, JPEG, PDF, MP4, WebM, atau VTT; nama naskah berakhir .md.',
		why: 'Jenis lain tidak tampil di semua peramban atau dapat menjalankan sesuatu.'
	}),
	'missing-file': error({
		finds: 'course.md atau module.md yang belum ada.',
		remedy: 'Buat berkas yang disebut.',
		why: 'Tanpa berkas itu judul, JP, dan tujuan tidak diketahui.'
	}),
	'vanished-id': error({
		finds: 'Modul, materi, tujuan, atau soal yang pernah terbit dan kini tidak ada.',
		remedy: 'Tulis "replaces" pada penggantinya, atau "retired" di course.md.',
		why: 'Kemajuan peserta dicatat pada pengenal yang pernah terbit.'
	}),
	'reused-id': error({
		finds: 'Pengenal yang pernah ditinggalkan dan kini dipakai untuk hal lain.',
		remedy: 'Beri pengenal baru.',
		why: 'Jawaban dan bukti lama merujuk ke pengenal itu dan akan tampak menyangkut hal yang baru.'
	}),
	'replaced-unknown': advice({
		finds: '"replaces" atau "retired" yang menyebut pengenal yang belum pernah terbit.',
		remedy: 'Sebut pengenal yang pernah terbit.',
		why: 'Pengenal yang salah eja tidak memindahkan kemajuan siapa pun.',
		suppressible: false
	}),
	'edition-taken': error({
		finds: 'Isi yang berubah, tetapi edisinya sudah terbit.',
		remedy: 'Naikkan edition dan tulis notes.',
		why: 'Edisi yang sudah dipelajari orang tidak boleh berubah.'
	}),
	'edition-older': error({
		finds: 'Edisi yang lebih lama daripada yang sudah terbit.',
		remedy: 'Naikkan edition melewati edisi terbit terakhir.',
		why: 'Katalog dan pencarian menyajikan edisi yang terakhir diterbitkan.'
	}),
	'stray-file': advice({
		finds: 'Berkas Markdown yang tidak termasuk bagian mana pun.',
		remedy: 'Taruh materi di dalam folder modul.',
		why: 'Peserta tidak akan pernah melihatnya.',
		suppressible: false
	}),
	'front-matter': error({
		finds: 'Keterangan YAML di awal berkas yang tidak terbaca.',
		remedy: 'Perbaiki keterangan YAML di awal berkas.',
		why: 'Judul, tujuan, dan menit dibaca dari sana.'
	}),
	'unknown-field': error({
		finds: 'Kolom yang tidak dikenal.',
		remedy: 'Perbaiki nama kolomnya.',
		why: 'Kolom yang salah eja tidak akan berpengaruh apa pun.'
	}),
	'missing-field': error({
		finds: 'Kolom wajib yang belum diisi.',
		remedy: 'Isi kolom yang wajib.',
		why: 'Katalog, materi, dan sertifikat menampilkan kolom itu.'
	}),
	'missing-title': error({
		finds: 'Berkas tanpa judul.',
		remedy: 'Isi kolom title.',
		why: 'Judul dipakai di daftar isi dan sebagai nama halaman (WCAG 2.2, 2.4.2).'
	}),
	'bad-field': error({
		finds: 'Nilai kolom yang tidak sesuai bentuknya.',
		remedy: 'Perbaiki nilai kolomnya.',
		why: 'Nilai itu dihitung atau ditampilkan apa adanya.'
	}),
	'unknown-directive': error({
		finds: 'Blok ":::" dengan nama yang tidak dikenal.',
		remedy: 'Perbaiki nama bloknya.',
		why: 'Blok itu akan tampil tanpa bentuk yang Anda maksud.'
	}),
	'directive-unclosed': error({
		finds: 'Blok ":::" yang tidak ditutup.',
		remedy: 'Tutup blok dengan ":::".',
		why: 'Seluruh sisa halaman akan masuk ke dalam blok itu.'
	}),
	'directive-attributes': error({
		finds: 'Atribut blok yang tidak dikenal atau tidak terbaca.',
		remedy: 'Perbaiki atribut bloknya.',
		why: 'Atribut yang salah eja tidak akan berpengaruh apa pun.'
	}),
	'directive-stray': error({
		finds: 'Baris ":::" yang tidak menutup blok apa pun.',
		remedy: 'Hapus penutup yang tidak punya pembuka.',
		why: 'Biasanya berarti blok sebelumnya berakhir lebih awal daripada yang dimaksud.'
	}),
	'question-nested': error({
		finds: 'Soal di dalam blok, daftar, atau kutipan.',
		remedy: 'Pindahkan soal ke luar blok lain.',
		why: 'Soal di dalam blok lain tidak dapat dijawab.'
	}),
	'question-heading': error({
		finds: 'Judul bagian di dalam soal.',
		remedy: 'Tulis sebagai teks tebal, atau pindahkan judul ke luar soal.',
		why: 'Judul masuk daftar isi dan tempat catatan; yang ada di pembahasan akan terbaca sebelum soal dijawab.'
	}),
	nesting: error({
		finds: 'Daftar, kutipan, atau blok yang bersarang terlalu dalam.',
		remedy: 'Kurangi tingkat daftar, kutipan, atau blok.',
		why: 'Isi yang terlalu dalam tidak dibaca mesin dan tidak terbaca di layar sempit.'
	}),
	footnote: error({
		finds: 'Catatan kaki tanpa isi, tanpa rujukan, atau ditulis dua kali.',
		remedy: 'Pasangkan rujukan dan isi catatan kaki.',
		why: 'Peserta tidak dapat menemukan sumber yang dimaksud.',
		suppressible: true
	}),
	glossary: error({
		finds: 'Istilah tanpa penjelasan, atau penjelasan tanpa istilah.',
		remedy: 'Tulis istilah, lalu ": penjelasan" pada baris berikutnya.',
		why: 'Istilah dibuka di tempatnya; yang kosong tidak menolong siapa pun.'
	})
};
