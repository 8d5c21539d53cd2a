import { directives } from '../markdown/directive-forms.ts';
import { ruleGroups } from './check.ts';
import { fieldRows } from './reference-fields.ts';
import { fileForms, questionForms, type FileForm } from './reference-examples.ts';
import { severityNames, type Rule } from './rules/rule.ts';

/** The reference as a file of the repository. */
export function formatFile(): string {
	return `# Format pelatihan

<!-- Dibuat dari skema dan tabel aturan: npm run courses -- reference. Jangan diubah di sini. -->

${formatReference('panduan-kontributor/course.md')}
`;
}

/**
 * The reference of the course format in Markdown, from the schemas and tables that the engine itself works by. `guide`
 * is where its reader finds the guide for authors.
 */
export function formatReference(guide: string): string {
	const parts = [introduction(guide), files(), questions(), blocks(), links, commands, checking()];
	return parts.join('\n\n');
}

const introduction = (
	guide: string
) => `Satu pelatihan adalah satu folder berisi teks Markdown. Halaman ini disusun dari aturan yang dipakai mesinnya sendiri, maka tidak mungkin tertinggal. Cara menulisnya diajarkan dalam [Panduan Kontributor](${guide}).

## Folder

${fenced(`courses/
  regulations.yaml
  competencies.yaml
  data-101/
    course.md
    glossary.md
    01-dasar/
      module.md
      01-gejala-silo.md
      kuis.md
      assets/alur.svg
    bank/data-induk.md
    tes-awal.md
    tes-akhir.md
    proyek.md`)}

Angka di depan nama menentukan urutan dan tidak ikut ke alamat. Nama memakai huruf kecil, angka, dan tanda hubung. Pengenal berasal dari nama berkas selama pelatihan masih draf; \`check --fix\` menuliskannya ke dalam berkas, sehingga berkas boleh berganti nama tanpa memutus kemajuan peserta.

Di \`glossary.md\`, istilah ditulis pada barisnya sendiri dan penjelasannya pada baris berikut, diawali \`: \`.`;

function files(): string {
	return `## Keterangan di awal berkas

Keterangan ditulis sebagai YAML di antara dua baris \`---\`. Kolom yang tidak dikenal adalah kesalahan; kolom yang tidak wajib dan tidak ditulis dianggap kosong.

${fileForms.map(fileSection).join('\n\n')}`;
}

function fileSection({ name, about, schema, kind, example }: FileForm): string {
	const fields = fieldRows(schema).map(({ name: field, required, form, description }) =>
		entry(field, [required ? '**wajib**' : 'boleh kosong', form], description)
	);
	const shown = kind === 'list' ? example : `---\n${example}\n---`;
	return `### ${name}

${plain(about)}

${fields.join('\n')}

Contoh dengan semua kolom:

${fenced(shown)}`;
}

function questions(): string {
	const sections = questionForms.map(
		({ kind, about, example }) => `### ${kind}\n\n${plain(about)}\n\n${fenced(example)}`
	);
	return `## Soal

Di dalam materi, soal adalah cek pemahaman: dinilai seketika, boleh dicoba berulang kali. Di \`kuis.md\`, di tes, dan di \`bank/\` soal itu dinilai. Pembahasan ditulis sebagai kutipan \`> \` di bawah tiap pilihan, atau di akhir soal bila tidak ada pilihan.

${sections.join('\n\n')}`;
}

function blocks(): string {
	const sections = Object.entries(directives).map(([name, { about, attributes, example }]) => {
		const list = Object.entries(attributes).map(([key, says]) => entry(key, [], says));
		const parts = [`### ${name}`, plain(about), list.join('\n'), fenced(example)];
		return parts.filter((part) => part !== '').join('\n\n');
	});
	return `## Blok

Blok dibuka dengan tiga titik dua dan namanya, dan ditutup dengan tiga titik dua. Blok yang memuat blok lain memakai lebih banyak titik dua. Atribut ditulis di antara kurung kurawal; nilai yang memuat spasi diapit tanda kutip.

${sections.join('\n\n')}`;
}

const links = `## Tautan, gambar, dan istilah

${table(
	['Tulisan', 'Arti'],
	[
		['`[[data induk]]`', 'istilah dari glossary.md'],
		['`[[data induk\\|datanya]]`', 'istilah dengan teks lain'],
		['`![isi gambar](assets/alur.svg "keterangan")`', 'gambar; keterangan tampil di bawahnya'],
		['`[materi lain](02-lain.md)`', 'materi lain, atau berkas di folder pelatihan'],
		['`[bagian lain](#judul-bagian)`', 'bagian di halaman yang sama'],
		['`[Pasal 49](reg:uu-20-2023#pasal-49)`', 'peraturan, dengan statusnya saat dibaca'],
		['`[UU lama](reg:uu-5-2014 "history")`', 'peraturan yang dicabut, sebagai riwayat'],
		[
			'`Kata.[^sumber]` dan `[^sumber]: …`',
			'catatan kaki; yang hanya dipakai soal tampil bersama soalnya'
		]
	]
)}

HTML tidak dipakai. Materi tidak memuat apa pun dari situs lain.`;

const commands = `## Perintah

${table(
	['Perintah', 'Guna'],
	[
		[
			'`npm run courses -- check [folder]`',
			'memeriksa; setiap baris memuat berkas:baris:kolom, aturan, dan perbaikannya'
		],
		['`… check --only alt-text`', 'aturan itu saja'],
		['`… check --quiet`', 'tanpa peringatan'],
		['`… check --fix`', 'memperbaiki yang aman: pengenal, judul kolom, spasi'],
		['`… check --fix --dry-run`', 'menyebut yang akan diperbaiki'],
		[
			'`… check --json`',
			'untuk mesin: daftar berisi file, line, column, rule, severity, message, remedy, fixable'
		],
		['`npm run courses -- rules`', 'semua aturan dengan alasannya'],
		[
			'`npm run courses -- preview FOLDER`',
			'materi seperti yang dilihat peserta, bersama hasil pemeriksaannya; tanpa basis data'
		],
		[
			'`npm run courses -- publish [folder]`',
			'menerbitkan yang berubah sebagai edisi; yang tertahan disebut alasannya'
		],
		[
			'`npm run courses -- export PELATIHAN[@EDISI] FOLDER`',
			'menulis sebuah edisi sebagai folder pelatihan'
		],
		[
			'`npm run courses -- cites PERATURAN[#pasal]`',
			'tempat pelatihan terbit mengutipnya; `--all` menyertakan edisi lama'
		],
		[
			'`npm run courses -- regrade PELATIHAN`',
			'menunjukkan siapa yang nilainya berubah bila kunci edisi terbaru berlaku; `--apply --reason "…"` menerapkan, `--undo ID` membatalkan'
		],
		[
			'`npm run courses -- items PELATIHAN`',
			'mutu butir dari jawaban peserta: tingkat kesukaran, daya beda, dan apa yang perlu diperiksa, dengan berkas dan baris'
		],
		['`npm run courses -- reference`', 'menulis ulang halaman ini di `courses/FORMAT.md`']
	]
)}`;

function checking(): string {
	const groups = Object.entries(ruleGroups).map(
		([title, rules]) => `### Aturan: ${title.toLowerCase()}\n\n${ruleList(rules)}`
	);
	return `## Pemeriksaan

\`check\` berakhir dengan 0 bila tidak ada kesalahan, 1 bila ada kesalahan atau masalah soal, dan 2 bila perintah atau foldernya keliru. Kesalahan dan masalah soal menahan penerbitan; peringatan tidak menahan apa pun. Selama ada berkas yang tidak terbaca, aturan yang membandingkan antarberkas menunggu: perbaiki berkas itu lebih dahulu, lalu periksa lagi.

Aturan yang boleh diabaikan diabaikan dengan alasan, di atas sebuah blok atau di keterangan berkas:

${fenced(`<!-- periksa:abaikan alt-text hiasan tanpa arti -->
![](assets/hiasan.svg)`)}

${fenced(`---
# periksa:abaikan lesson-length pembuka yang singkat
title: Pembuka
---`)}

${groups.join('\n\n')}`;
}

function ruleList(rules: Readonly<Record<string, Rule>>): string {
	return Object.entries(rules)
		.map(([id, { severity, finds, remedy, suppressible, fixable }]) => {
			const traits = [
				severityNames[severity],
				suppressible ? 'boleh diabaikan' : 'tidak dapat diabaikan',
				...(fixable ? ['diperbaiki oleh `--fix`'] : [])
			];
			return entry(id, traits, `${finds} ${remedy}`);
		})
		.join('\n');
}

/** One line of a list that reads as a table would, also on a narrow screen. */
function entry(name: string, traits: readonly string[], text: string): string {
	const told = traits.length > 0 ? ` (${traits.join('; ')})` : '';
	return `- \`${name}\`${told}: ${plain(text)}`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]) =>
		`| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;
	return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Text in which nothing is markup. */
function plain(text: string): string {
	return text.replace(/[\\`*_[\]<]/g, '\\$&');
}

function fenced(text: string): string {
	return `\`\`\`\`\n${text}\n\`\`\`\``;
}
