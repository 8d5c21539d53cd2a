import { exampleTexts } from './courses.ts';

/** What makes the example course one with a project of two criteria, worth 4 JP; pass mark 70. */
export const projectCourse: Record<string, string> = {
	'course.md': exampleTexts['course.md']!.replace(
		'jp: 1',
		'jp: 5\npass:\n  assignment: 70'
	).replace('Data terpadu', 'Pelatihan dengan proyek'),
	'proyek.md': `---
title: Satu layanan tanpa ketik ulang
minutes: 180
jp: 4
objectives: [m1-1]
teamSize: 4
---

Pilih satu layanan di unit Anda. Catat [[data induk]] yang diketik lebih dari sekali.

## Yang dikumpulkan

1. Peta alur layanan dengan tempat data diketik.
2. Usul perbaikan yang dapat dikerjakan dalam tiga bulan.

:::rubric
| Kriteria | Bobot | Baik | Cukup | Kurang |
| --- | --- | --- | --- | --- |
| Peta alur | 60 | Setiap tempat data diketik ditandai | Sebagian tempat ditandai | Tidak ada tanda |
| Usul | 40 | Dapat dikerjakan dalam tiga bulan | Perlu pihak lain | Tidak jelas |
:::
`
};
