import type { SourceFile } from '#lib/server/catalog/course.ts';
import { picture } from './courses.ts';

/** How much of a course is made. */
interface Size {
	modules: number;
	/** Lessons of each module. */
	lessons: number;
	/** Words of running text in each lesson, give or take ten. */
	words: number;
	/** Number of the edition; 2026.1 where none is given. */
	edition?: string;
	/** Whether the first lesson has one sentence more. */
	edited?: boolean;
	/** Questions of each module's quiz; without it there are none. */
	quiz?: number;
}

const subjects = ['Dinas', 'Petugas', 'Kepala unit', 'Tim data', 'Warga', 'Pengelola', 'Loket'];
const verbs = ['mencatat', 'membaca', 'memeriksa', 'menyimpan', 'mengirim', 'menata', 'memakai'];
const objects = ['berkas', 'alamat', 'jadwal', 'laporan', 'daftar', 'angka', 'permohonan'];
const places = ['di kantor', 'pada pagi hari', 'bersama rekan', 'tanpa mengulang', 'dengan teliti'];

/** A number of a series that looks random and is the same on every machine. */
const mixed = (seed: number) => {
	let value = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d);
	value = Math.imul(value ^ (value >>> 12), 0x297a2d39);
	return (value ^ (value >>> 15)) >>> 0;
};

/** A paragraph of about `words` words that no other number gives. */
function prose(number: number, words: number): string {
	const sentences: string[] = [];
	for (let count = 0; count < words; count += 9) {
		const seed = mixed(number * 1000 + count);
		const pick = (list: readonly string[], shift: number) => list[(seed >>> shift) % list.length]!;
		sentences.push(
			`${pick(subjects, 0)} itu ${pick(verbs, 5)} ${pick(objects, 10)} nomor ${(seed % 900) + 100} ${pick(places, 15)}.`
		);
	}
	return sentences.join(' ');
}

function question(id: string, objective: string, number: number): string {
	const options = ['Dicatat satu kali', 'Dicatat dua kali', 'Dicatat tiga kali', 'Tidak dicatat'];
	const right = mixed(number) % options.length;
	const lines = options.map(
		(option, at) =>
			`- [${at === right ? 'x' : ' '}] ${option} oleh unit ${number}\n  > ${at === right ? 'Tepat, satu pemilik cukup.' : 'Itu bukan cara yang dipilih unit ini.'}`
	);
	return `:::question{#${id} objective=${objective} level=C2}\nBagaimana unit ${number} mencatat data induk?\n\n${lines.join('\n')}\n:::\n`;
}

function lesson(module: number, at: number, words: number, extra: string): string {
	const number = module * 1000 + at;
	const name = `m${module}-l${at}`;
	const objective = `m${module}-1`;
	const part = Math.floor(words / 3);
	return `---
title: Materi ${number}
id: ${name}
objectives: [${objective}]
minutes: 18
legal:
  - uu-1-2020
---

## Bagian satu ${number}

${prose(number, part)}${extra} Semua bertumpu pada [[data induk]] dan [[istilah ${number % 40}]].

![Dua kotak terpisah untuk materi ${number}.](assets/gambar-${at}.svg "Gambar ${number}")

${question(`${name}-1`, objective, number)}
## Bagian dua ${number}

${prose(number + 500_000, part)} Dasarnya [Pasal ${(number % 40) + 1}](reg:uu-1-2020#pasal-${(number % 40) + 1}).[^${name}]

| Unit | Data | Pemilik |
| --- | --- | --- |
| Unit ${number} | Alamat | Dinas |
| Unit ${number + 1} | Jadwal | Loket |

${question(`${name}-2`, objective, number + 1)}
- Catat **satu kali** saja.
- Simpan \`berkas-${number}\` dengan teliti.

## Bagian tiga ${number}

${prose(number + 900_000, part)} Kembali ke [bagian satu](#bagian-satu-${number}).

${question(`${name}-3`, objective, number + 2)}
:::workplace
Tanyakan siapa pemilik datanya.
:::

[^${name}]: Catatan untuk materi ${number}.
`;
}

/** Each lesson takes 18 minutes, so that 900 of them stay within the format's most JP. */
const jp = (lessons: number) => Math.round(lessons * 4) / 10;

/** A course of any size that no rule finds anything in: terms, citations, a figure, a table and three checks a lesson. */
export function aLargeCourse({
	modules,
	lessons,
	words,
	edition = '2026.1',
	edited = false,
	quiz = 0
}: Size): SourceFile[] {
	const texts: [path: string, text: string][] = [];
	const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
	texts.push([
		'course.md',
		`---\ntitle: Pelatihan besar\ncode: BESAR-1\nedition: "${edition}"\nnotes: Edisi pertama.\nsummary: Banyak materi.\naudience: Semua pegawai.\nlanguage: id\njp: ${jp(modules * lessons)}\nproviders: [Contoh]\nlicence: CC-BY-SA-4.0\n---\n\nSelamat datang.\n`
	]);
	const terms = numbers(40).map(
		(at) => `istilah ${at - 1}\n: Kata nomor ${at - 1} pada daftar ini.\n`
	);
	texts.push([
		'glossary.md',
		`data induk\n: Data rujukan yang dipakai bersama, lihat juga ${numbers(40)
			.map((at) => `[[istilah ${at - 1}]]`)
			.join(', ')}.\n\n${terms.join('\n')}`
	]);
	for (const module of numbers(modules)) {
		const folder = `${String(module).padStart(2, '0')}-modul-${module}`;
		texts.push([
			`${folder}/module.md`,
			`---\ntitle: Modul ${module}\nid: modul-${module}\njp: ${jp(lessons)}\nobjectives:\n  - id: m${module}-1\n    text: Menjelaskan data induk.\n    level: C2\n---\n\nModul ke-${module}.\n`
		]);
		if (quiz > 0) {
			const asked = numbers(quiz).map((at) =>
				question(`kuis-${module}-${at}`, `m${module}-1`, 2_000_000 + module * 100 + at)
			);
			texts.push([
				`${folder}/kuis.md`,
				`---\ntitle: Kuis ${module}\nminutes: 2\n---\n\n${asked.join('\n')}`
			]);
		}
		for (const at of numbers(lessons)) {
			texts.push([
				`${folder}/${String(at).padStart(3, '0')}-materi-${at}.md`,
				lesson(module, at, words, edited && module === 1 && at === 1 ? ' Kalimat ini baru.' : '')
			]);
			// Another picture in every lesson, as in a real course.
			const drawn = picture.replace('width="320"', `width="${100 + module * lessons + at}"`);
			texts.push([`${folder}/assets/gambar-${at}.svg`, drawn]);
		}
	}
	return texts.map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
}
