/** The names of the fields in which a paper's answers are sent. */
export const testFields = {
	/** The attempt the paper belongs to. */
	attempt: 'percobaan',
	/** Which questions the form shows: what it says nothing of was left empty. */
	question: 'soal',
	choice: (questionId: string) => `pilih.${questionId}`,
	typed: (questionId: string) => `tulis.${questionId}`,
	/** The mark of the answer that the form showed. */
	base: (questionId: string) => `asal.${questionId}`,
	/** How long before it was sent the answer was given (ms), where JavaScript can tell. */
	age: (questionId: string) => `umur.${questionId}`,
	/** Which question's other answer is chosen, and what it is. */
	instead: 'pakai',
	otherChoice: (questionId: string) => `lain.pilih.${questionId}`,
	otherTyped: (questionId: string) => `lain.tulis.${questionId}`,
	/** Said by who sends a paper with questions left empty. */
	sure: 'yakin',
	/** Why one more attempt is asked for. */
	reason: 'alasan'
};
