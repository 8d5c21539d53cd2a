import type * as v from 'valibot';
import {
	bankFields,
	competencyFields,
	courseFields,
	lessonFields,
	moduleFields,
	projectFields,
	regulationFields,
	testFields
} from './fields.ts';
import type { QuestionKind } from './course.ts';

/** A file of the format: what it is for, its schema, and one that shows every field. */
export interface FileForm {
	name: string;
	about: string;
	schema: v.GenericSchema;
	/** Whether the fields stand between `---` above a text, or are entries of a YAML list. */
	kind: 'front matter' | 'list';
	example: string;
}

/** The files of a course folder and the registries beside it. */
export const fileForms: readonly FileForm[] = [
	{
		name: 'course.md',
		about: 'Keterangan pelatihan; teks di bawahnya adalah pengantar.',
		schema: courseFields,
		kind: 'front matter',
		example: `title: Data terpadu
code: DATA-101
edition: "2026.1"
notes: Edisi pertama.
owner: Universitas Contoh
summary: Mencatat data satu kali, memakainya bersama.
audience: Pelaksana dan pengawas di semua instansi.
language: id
jp: 5
topics: [Data]
providers: [Pusat Pelatihan Contoh]
authors: [Ani Lestari]
reviewers: [Budi Santoso]
licence: CC-BY-SA-4.0
competencies:
  - id: integritas
    level: 2
prerequisites: [spbe-101]
pass:
  quiz: 70
  posttest: 75
  assignment: 70
attempts: 3
waitHours: 24
survey: wajib
validity: none
diklatKind: 3
retired:
  - id: m1-lama
    reason: Aturannya sudah dicabut.`
	},
	{
		name: 'module.md',
		about: 'Keterangan modul; nama foldernya diawali nomor urut, misalnya 01-dasar.',
		schema: moduleFields,
		kind: 'front matter',
		example: `title: Dasar data terpadu
id: dasar
replaces: [pengantar]
jp: 2
objectives:
  - id: a1-1
    replaces: [a1-0]
    text: Menjelaskan data induk.
    level: C2
competencies:
  - id: integritas
    level: 2`
	},
	{
		name: 'Materi',
		about: 'Berkas di dalam folder modul, diawali nomor urut, misalnya 01-gejala-silo.md.',
		schema: lessonFields,
		kind: 'front matter',
		example: `title: Gejala silo
id: gejala-silo
replaces: [tanda-silo]
objectives: [a1-1]
minutes: 30
legal:
  - uu-20-2023`
	},
	{
		name: 'kuis.md, tes-awal.md, dan tes-akhir.md',
		about:
			'Kuis berada di folder modul, kedua tes di folder pelatihan. Soalnya ditulis di bawah keterangan, diambil dari bank, atau keduanya.',
		schema: testFields,
		kind: 'front matter',
		example: `title: Kuis dasar
minutes: 15
timeLimit: 20
items:
  - objective: a1-1
    level: C2
    count: 3`
	},
	{
		name: 'proyek.md',
		about: 'Tugas tim; teks di bawahnya menerangkan tugas dan memuat satu blok rubrik.',
		schema: projectFields,
		kind: 'front matter',
		example: `title: Satu data untuk satu layanan
minutes: 90
jp: 2
objectives: [a1-1]
teamSize: 5`
	},
	{
		name: 'bank/*.md',
		about: 'Butir soal, satu berkas untuk tiap tujuan. Keterangan di awal berkas boleh tidak ada.',
		schema: bankFields,
		kind: 'front matter',
		example: `title: Data induk
pool: kuis`
	},
	{
		name: 'regulations.yaml',
		about: 'Daftar peraturan yang dikutip, di samping folder pelatihan.',
		schema: regulationFields,
		kind: 'list',
		example: `- id: uu-20-2023
  kind: uu
  number: "20"
  year: 2023
  title: Undang-Undang tentang Aparatur Sipil Negara
  short: UU 20/2023
  status: diubah
  inForceFrom: 2023-10-31
  inForceUntil: 2040-12-31
  revokedBy: uu-9-2040
  amendedBy: [uu-8-2030]
  source: https://peraturan.contoh.go.id/uu-20-2023
  lastChecked: 2026-11-01
  note: Tahun-tahun 2030 dan 2040 di sini rekaan.`
	},
	{
		name: 'competencies.yaml',
		about: 'Daftar kompetensi yang boleh disebut, di samping folder pelatihan.',
		schema: competencyFields,
		kind: 'list',
		example: `- id: integritas
  name: Integritas
  kind: manajerial
  order: 1
  regulation: permenpanrb-38-2017
  description: Selaras antara kata dan perbuatan.
  levels:
    1: Bertindak menurut norma.
    2: Mengajak rekan bertindak menurut norma.`
	}
];

/** How each kind of question is written. */
export const questionForms: readonly { kind: QuestionKind; about: string; example: string }[] = [
	{
		kind: 'single',
		about: 'Satu jawaban benar. Setiap pilihan punya pembahasan.',
		example: `:::question{#catat-1 objective=a1-1 level=C2}
Berapa kali data dicatat?

- [x] Satu kali
  > Tepat.
- [ ] Tiga kali
  > Itu pengulangan.
:::`
	},
	{
		kind: 'multiple',
		about: 'Beberapa jawaban benar; terbaca dari tanda [x] yang lebih dari satu.',
		example: `:::question{#catat-2 objective=a1-1 level=C2}
Manakah yang termasuk data induk?

- [x] Nama unit
  > Dipakai semua layanan.
- [x] Kode wilayah
  > Dipakai semua layanan.
- [ ] Catatan rapat
  > Hanya dipakai satu unit.
:::`
	},
	{
		kind: 'true-false',
		about: 'Benar atau salah.',
		example: `:::question{#catat-3 objective=a1-1 level=C1 kind=true-false}
Data induk dimiliki satu unit.

- [x] Benar
  > Pemilik tunggal menjaganya tetap sama.
- [ ] Salah
  > Dua pemilik menghasilkan dua isi.
:::`
	},
	{
		kind: 'situational',
		about: 'Pilihan bernilai 2, 1, atau 0; tepat satu bernilai 2.',
		example: `:::question{#catat-4 objective=a1-1 level=C3 kind=situational}
Rekan Anda mengetik ulang data. Apa langkah Anda?

- [2] Tunjukkan sumber datanya
  > Sebabnya hilang.
- [1] Bantu mengetik
  > Menolong hari ini saja.
- [0] Biarkan
  > Kesalahan akan terulang.
:::`
	},
	{
		kind: 'numeric',
		about: 'Angka dengan toleransi; koma untuk desimal, satuan boleh menyusul.',
		example: `:::question{#catat-5 objective=a1-1 level=C3 kind=numeric}
Berapa jam rata-rata bila tiga berkas selesai dalam 7,5 jam?

= 2,5 ± 0,1 jam

> 7,5 dibagi 3.
:::`
	},
	{
		kind: 'short',
		about: 'Jawaban singkat dengan sinonim; huruf besar dan spasi tidak dibedakan.',
		example: `:::question{#catat-6 objective=a1-1 level=C1 kind=short}
Apa sebutan data yang dirujuk semua layanan?

= data induk | data rujukan

> Keduanya dipakai dalam peraturan.
:::`
	},
	{
		kind: 'match',
		about: 'Tabel dua kolom; baris tanpa sel kiri menambah jawaban yang tidak berpasangan.',
		example: `:::question{#catat-7 objective=a1-1 level=C2 kind=match}
Pasangkan istilah dan artinya.

| Istilah | Arti |
| --- | --- |
| Silo | Berdiri sendiri |
| Terpadu | Tersambung |
| | Dihapus |

> Lihat daftar istilah.
:::`
	},
	{
		kind: 'order',
		about: 'Daftar bernomor dalam urutan yang benar.',
		example: `:::question{#catat-8 objective=a1-1 level=C3 kind=order}
Urutkan langkahnya.

1. Catat
2. Periksa
3. Bagikan

> Yang belum diperiksa tidak dibagikan.
:::`
	},
	{
		kind: 'essay',
		about: 'Uraian yang dinilai orang menurut rubrik; tidak di dalam materi.',
		example: `::::question{#catat-9 objective=a1-1 level=C4 kind=essay}
Jelaskan akibat dua pemilik data.

:::rubric{levels=naik}
| Kriteria | Bobot | Kurang | Baik |
| --- | --- | --- | --- |
| Isi | 60 | Tidak tepat | Tepat |
| Bahasa | 40 | Sulit dibaca | Mudah dibaca |
:::
::::`
	}
];
