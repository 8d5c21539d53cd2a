/**
 * Forms of competency development as the civil service registers them (PerLAN 10/2018; SIASN reference of training
 * kinds): in class by a curriculum, or in work and outside the class. Labels stand in `messages/`.
 */
export const TRAINING_FORMS = {
	classical: [
		'pelatihan-struktural',
		'pelatihan-manajerial',
		'pelatihan-teknis',
		'pelatihan-fungsional',
		'pelatihan-sosial-kultural',
		'seminar',
		'workshop',
		'kursus',
		'penataran',
		'bimbingan-teknis',
		'sosialisasi',
		'klasikal-lain'
	],
	nonclassical: [
		'coaching',
		'mentoring',
		'e-learning',
		'pelatihan-jarak-jauh',
		'detasering',
		'pembelajaran-alam-terbuka',
		'patok-banding',
		'pertukaran',
		'belajar-mandiri',
		'komunitas-belajar',
		'bimbingan-di-tempat-kerja',
		'magang',
		'nonklasikal-lain'
	]
} as const;

export type TrainingForm = (typeof TRAINING_FORMS)['classical' | 'nonclassical'][number];

/** Every form, classical first. */
export const ALL_FORMS: readonly TrainingForm[] = [
	...TRAINING_FORMS.classical,
	...TRAINING_FORMS.nonclassical
];
