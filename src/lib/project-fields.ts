/** The names of the fields in which a project is written, handed in and sent back. */
export const projectFields = {
	text: 'teks',
	/** The revision of the draft that the form showed. */
	base: 'asal',
	/** A file to be added. */
	file: 'berkas',
	/** A file to be taken out, by its hash. */
	remove: 'keluarkan',
	/** Which version is handed in. */
	number: 'versi',
	/** What is to be mended. */
	words: 'pesan'
};
