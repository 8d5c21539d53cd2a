/** How the state of an instrument is marked; its words stand beside the mark. */
export const STATE_TONES = {
	berlaku: 'good',
	diubah: 'info',
	dicabut: 'bad',
	'belum-berlaku': 'neutral'
} as const;
