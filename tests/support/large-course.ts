import type { SourceFile } from '#lib/server/catalog/course.ts';

const words =
	'data layanan pegawai instansi pasal warga sistem aplikasi arsip unit kerja proses terpadu pemilik standar metadata induk rujukan pertukaran keamanan hak akses catatan mutu dinas kota provinsi pusat daerah jaringan peladen formulir antrean berkas izin tanda tangan elektronik lampiran ringkasan temuan audit rencana anggaran kinerja sasaran'.split(
		' '
	);

/** Always the same numbers, so that every run makes the same course. */
function dice(seed: number): (sides: number) => number {
	let state = seed;
	return (sides) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * sides);
	};
}

const courseText = (edition: string, lessons: number) => `---
title: Pelatihan besar
code: BESAR-1
edition: "${edition}"
notes: Untuk mengukur.
summary: Pelatihan yang dibuat untuk mengukur.
audience: Semua pegawai.
language: id
jp: ${lessons}
providers: [Contoh]
licence: CC-BY-SA-4.0
---

Pelatihan ini dibuat untuk mengukur.
`;

const moduleText = (number: number, lessons: number) => `---
title: Modul ${number}
jp: ${lessons}
objectives:
  - { id: t-${number}, text: Menjelaskan bagian ${number}., level: C2 }
---

Modul nomor ${number}.
`;

const picture = (number: number) =>
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180"><rect width="${100 + number}" height="180"/></svg>`;

function sentence(roll: (sides: number) => number, length: number): string {
	const chosen = Array.from({ length }, () => words[roll(words.length)]!);
	return `${chosen.join(' ').replace(/^./, (letter) => letter.toUpperCase())}.`;
}

function lessonText(number: number, moduleNumber: number, extra: string): string {
	const roll = dice(number + 1);
	const paragraph = () => Array.from({ length: 5 }, () => sentence(roll, 14)).join(' ');
	const check = (n: number) => {
		const option = (right: boolean) =>
			`- [${right ? 'x' : ' '}] ${sentence(roll, 8)}\n  > ${sentence(roll, 9)}\n`;
		return `:::question{#m${number}-${n} objective=t-${moduleNumber} level=C2}\n${sentence(roll, 10)}\n\n${option(n === 1)}${option(n === 2)}${option(n === 3)}:::\n`;
	};
	return `---
title: Materi ${number}
objectives: [t-${moduleNumber}]
minutes: 45
---

${paragraph()}${extra}

## ${sentence(roll, 3)}

${paragraph()} Lihat [Pasal 4](reg:uu-1-2020#pasal-4).

![${sentence(roll, 6)}](assets/gambar-${number}.svg "${sentence(roll, 4)}")

- ${sentence(roll, 10)}
- ${sentence(roll, 10)}
- ${sentence(roll, 10)}

${check(1)}
## ${sentence(roll, 4)}

${paragraph()}

| ${words[roll(40)]!} | ${words[roll(40)]!} |
| --- | --- |
| ${sentence(roll, 5)} | ${sentence(roll, 5)} |
| ${sentence(roll, 5)} | ${sentence(roll, 5)} |

${paragraph()}

${check(2)}
${paragraph()}

${paragraph()}

:::note
${paragraph()}
:::

:::workplace
${paragraph()}
:::

${check(3)}`;
}

/**
 * A course of so many lessons in modules of ten, each of about 600 words with three checks and a picture; `edited`
 * gives the first lesson one more sentence.
 */
export function generatedCourse(lessons: number, edition = '2026.1', edited = false): SourceFile[] {
	const texts: [string, string][] = [['course.md', courseText(edition, lessons)]];
	for (let number = 0; number < lessons; number++) {
		const moduleNumber = Math.floor(number / 10) + 1;
		const folder = `${moduleNumber}-modul-${moduleNumber}`;
		if (number % 10 === 0)
			texts.push([`${folder}/module.md`, moduleText(moduleNumber, Math.min(10, lessons - number))]);
		const extra = edited && number === 0 ? ' Kalimat ini baru.' : '';
		texts.push(
			[`${folder}/${number + 1}-materi-${number}.md`, lessonText(number, moduleNumber, extra)],
			[`${folder}/assets/gambar-${number}.svg`, picture(number)]
		);
	}
	return texts.map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
}
