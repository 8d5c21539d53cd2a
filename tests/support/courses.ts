import type { SourceFile } from '#lib/server/catalog/course.ts';
import { readCompetencies, type Registries } from '#lib/server/catalog/competencies.ts';
import { readRegistry } from '#lib/server/catalog/regulations.ts';

const sentence = 'Data yang sama cukup dicatat satu kali oleh satu pemilik. ';

/** A picture with a size of its own. */
export const picture =
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180"><rect width="320" height="180"/></svg>';

const rightOption = '- [x] Satu kali\n  > Tepat.\n';
const wrongOption = '- [ ] Tiga kali\n  > Itu pengulangan.\n';

/** A well-formed check; `options` replaces its list. Ids with even numbers have the right option last, as chance would. */
export function aQuestion(
	id: string,
	options = /[02468]$/.test(id) ? wrongOption + rightOption : rightOption + wrongOption
): string {
	return `:::question{#${id} objective=m1-1 level=C2}\nBerapa kali data dicatat?\n\n${options}:::\n`;
}

/** A lesson without any problem: `body` stands before the padding that gives it its length. */
export function aLesson(
	body = '',
	{ title = 'Gejala silo', words = 450, check = 'silo-1' } = {}
): string {
	const padding = sentence.repeat(Math.ceil(words / 10)).trimEnd();
	return `---\ntitle: ${title}\nobjectives: [m1-1]\nminutes: 45\n---\n\n${body}\n\n${padding}\n\n:::workplace\nTanyakan siapa pemilik datanya.\n:::\n\n${aQuestion(check)}`;
}

const course = `---
title: Data terpadu
code: DATA-1
edition: "2026.1"
notes: Edisi pertama.
summary: Mencatat data satu kali.
audience: Semua pegawai.
language: id
jp: 1
providers: [Contoh]
licence: CC-BY-SA-4.0
---

Selamat datang.
`;

const module = `---
title: Dasar
jp: 1
objectives:
  - id: m1-1
    text: Menjelaskan data induk.
    level: C2
---

Modul pertama, tentang data induk.
`;

/** The texts of a course without any problem. */
export const exampleTexts: Record<string, string> = {
	'course.md': course,
	'glossary.md': 'data induk\n: Data rujukan yang dipakai bersama.\n',
	'01-dasar/module.md': module,
	'01-dasar/01-gejala-silo.md': aLesson(
		'## Gejala\n\n[[data induk]] dan [Pasal 4](reg:uu-1-2020#pasal-4).\n\n![Dua kotak terpisah.](assets/silo.svg "Silo")\n'
	),
	'01-dasar/assets/silo.svg': picture
};

const completeRules =
	'jp: 1\nsurvey: wajib\npass:\n  quiz: 60\n  # periksa:abaikan guessable-test soal contoh ini sedikit\n  posttest: 60\nattempts: 3\nwaitHours: 0';
const items = (pool: string) =>
	Array.from({ length: 6 }, (_, at) => aQuestion(`${pool}-${at + 1}`)).join('\n');
const drawn = (title: string, minutes: number) =>
	`---\ntitle: ${title}\nminutes: ${minutes}\nitems:\n  - objective: m1-1\n    count: 2\n---\n`;

/** What makes the example course one with a quiz, tests before and after it, and a survey that belongs to it. */
export const completeTexts = {
	'course.md': exampleTexts['course.md']!.replace('jp: 1', completeRules),
	'01-dasar/01-gejala-silo.md': exampleTexts['01-dasar/01-gejala-silo.md']!.replace(
		'minutes: 45',
		'minutes: 32'
	),
	'01-dasar/kuis.md': drawn('Kuis Dasar', 6),
	'tes-awal.md': drawn('Tes Awal', 4),
	'tes-akhir.md': drawn('Tes Akhir', 8),
	'bank/kuis.md': `---\npool: kuis\n---\n\n${items('kuis')}`,
	'bank/ujian.md': `---\npool: ujian\n---\n\n${items('ujian')}`
};

/** A course as files; each change replaces a file, adds one, or (null) takes one away. */
export function aCourse(changes: Record<string, string | Uint8Array | null> = {}): SourceFile[] {
	return Object.entries({ ...exampleTexts, ...changes }).flatMap(([path, content]) =>
		content === null
			? []
			: [{ path, bytes: typeof content === 'string' ? Buffer.from(content) : content }]
	);
}

const instrument = (id: string, year: number, more: string) =>
	`- id: ${id}\n  kind: uu\n  number: '1'\n  year: ${year}\n  title: Undang-Undang ${id}\n  short: ${id.toUpperCase()}\n  source: https://peraturan.contoh.go.id/${id}\n  lastChecked: 2026-11-01\n${more}\n`;

/** Three instruments: in force, revoked, not yet in force; one competency with levels 1 to 3; two courses. */
export const registry: Registries = {
	courses: new Set(['data-1', 'data-2']),
	regulations: readRegistry({
		path: 'regulations.yaml',
		bytes: Buffer.from(
			instrument('uu-1-2020', 2020, '  status: berlaku') +
				instrument('uu-1-2010', 2010, '  status: dicabut\n  revokedBy: uu-1-2020') +
				instrument('uu-1-2027', 2027, '  status: belum-berlaku\n  inForceFrom: 2027-01-16')
		)
	}).registry,
	competencies: readCompetencies(
		{
			path: 'competencies.yaml',
			bytes: Buffer.from(
				'- id: kerja-sama\n  name: Kerja Sama\n  kind: manajerial\n  order: 2\n  levels:\n    1: Ikut menyumbang.\n    2: Berbagi informasi.\n    3: Membangun tim.\n'
			)
		},
		new Map()
	).competencies
};
