/** The names of the fields in which a mark is sent. */
export const markFields = {
	/** Made by the form: sent twice, it is one mark. */
	id: 'penilaian',
	/** Of the nth criterion: which level it reached. */
	level: (criterion: number) => `jenjang.${criterion}`,
	comment: 'komentar',
	/** The own mark that this one takes the place of. */
	replaces: 'mengganti',
	/** It is a reading of what was settled without it. */
	further: 'tambahan',
	reason: 'alasan'
};
