/** On which side of the name titles stand. */
export type Side = 'before' | 'after';

/** More words than anybody has titles on one side. */
const MOST_WORDS = 12;

/** Titles in front of a name, as they are written without their points. */
const HONORIFICS = new Set(
	(
		'prof dr drg drh drs dra ir h hj kh hc r rr rm ra rd raden tgk ust pdt ev st br sr apt ns ners ' +
		'jend letjen mayjen brigjen kolonel kol letkol mayor kapten lettu letda kombes akbp kompol akp iptu ipda ' +
		'laksda laksma marsda marsma pol inf purn tni'
	).split(' ')
);

/** Titles behind a name that are written in one word. */
const WORDS = new Set(
	'ak ca cpa ba bba lc phd msc bsc meng beng mphil mcom eng asean psi psikolog ners apt finasim esq'.split(
		' '
	)
);

/** `S.Sos.`, `A.Md.Kep`, `Ph.D`, `Sp.PD-KGEH`, `Dipl.-Ing.`, `LL.M.`, `M.Si(Han)`, `Sp.OG(K)Onk`. */
const DOTTED =
	/^(?:[A-Z]{1,2}|Sp|Ph|Ed|Th|Dipl|Cert)(?:\.-?[A-Z]{1,7}(?:-[A-Z]{1,6})?){1,4}\.?(?:\([A-Z.]{1,6}\)[A-Z]{0,4}\.?)?$/i;
/** `SE`, `MBA`, `CISA`; and `SSos`, `MSi`, `AMd`. */
const CAPITALS = /^[A-Z]{2,5}\.?$/;
const RUN_TOGETHER = /^(?:[ABDMS]|Sp)[A-Z][A-Za-z]{1,5}\.?$/;
/** `(Han)`, `(H.C.)`. */
const IN_BRACKETS = /^\([A-Z.]{1,8}\)$/i;

/**
 * The first word of titles that is not written as titles are, or null. Titles are their holder's to say; words in their
 * form cannot name another person, or say anything else in the name of who signs. On one line, already printable.
 */
export function findOddTitle(written: string, side: Side): string | null {
	const groups = written.split(',').map((group) => group.split(' ').filter(Boolean));
	const words = groups.flat();
	if (words.length > MOST_WORDS) return words[MOST_WORDS]!;
	if (side === 'before') return words.find((word) => !isHonorific(word)) ?? null;
	for (const group of groups)
		for (const word of group) if (!isTitleBehind(word, group.length === 1)) return word;
	return null;
}

/** `Prof.`, `Dr.`, `Hj`, `Prof.Dr.`, `K.H.`, `(H.C.)`. */
function isHonorific(word: string): boolean {
	if (IN_BRACKETS.test(word)) return true;
	const parts = word.toLowerCase().replace(/\.$/, '').split('.');
	return parts.every((part) => HONORIFICS.has(part) || (parts.length > 1 && /^[a-z]$/.test(part)));
}

/** `alone`: nothing else stands between the commas. What has no point must, or it would read as a name. */
function isTitleBehind(word: string, alone: boolean): boolean {
	if (DOTTED.test(word) || IN_BRACKETS.test(word)) return true;
	if (WORDS.has(word.toLowerCase().replace(/\.$/, ''))) return true;
	return alone && (CAPITALS.test(word) || RUN_TOGETHER.test(word));
}
