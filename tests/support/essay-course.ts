import { aQuestion, exampleTexts } from './courses.ts';

/** What makes the example course one with a quiz of one question and one essay; pass mark 60, two attempts. */
export const essayCourse: Record<string, string> = {
	'course.md': exampleTexts['course.md']!.replace(
		'jp: 1',
		'jp: 1\npass:\n  quiz: 60\nattempts: 2\nwaitHours: 0'
	).replace('Data terpadu', 'Pelatihan dengan uraian'),
	'01-dasar/01-gejala-silo.md': exampleTexts['01-dasar/01-gejala-silo.md']!.replace(
		'minutes: 45',
		'minutes: 35'
	),
	'01-dasar/kuis.md': `---
title: Kuis Dasar
minutes: 10
---

${aQuestion('pilih-1')}
::::question{#antrean-1 objective=m1-1 level=C5 kind=essay}
Nilailah antrean di unit Anda, lalu usulkan satu perbaikan.

:::rubric
| Kriteria | Bobot | Baik | Cukup | Kurang |
| --- | --- | --- | --- | --- |
| Data | 60 | Catatan satu hari penuh | Catatan beberapa jam | Tanpa catatan |
| Usulan | 40 | Dapat dikerjakan unit sendiri | Perlu pihak lain | Tidak jelas |
:::
::::
`
};
