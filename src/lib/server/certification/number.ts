/** What a certificate's number is made of. */
export interface NumberParts {
	/** Counts per organiser, year and series, from 1. */
	ordinal: number;
	/** 1, and more after a restored backup: numbers given since it was made are not given again. */
	series: number;
	/** Code of the course. */
	course: string;
	/** Code of the organiser. */
	organiser: string;
	/** Day of the certificate in Asia/Jakarta, `YYYY-MM-DD`. */
	issuedOn: string;
}

const MONTHS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** `00123/SPBE-101/KEM/XI/2026`; of a later series `00123-B/…`. */
export function certificateNumber(parts: NumberParts): string {
	const { ordinal, series, course, organiser, issuedOn } = parts;
	const counted = String(ordinal).padStart(5, '0') + inSeries(series, '-');
	const month = MONTHS[Number(issuedOn.slice(5, 7)) - 1];
	return [counted, course, organiser, month, yearOf(issuedOn)].join('/');
}

/** How a series is told behind a number or a list; the first is not. */
export function inSeries(series: number, mark: '-' | '~'): string {
	return series > 1 ? mark + letters(series) : '';
}

/** The year in which a certificate of this day counts. */
export function yearOf(issuedOn: string): number {
	return Number(issuedOn.slice(0, 4));
}

/** 2 is `B`, 26 `Z`, 27 `AA`: as columns of a sheet are named. */
function letters(series: number): string {
	const rest = Math.floor((series - 1) / 26);
	return (rest > 0 ? letters(rest) : '') + String.fromCharCode(65 + ((series - 1) % 26));
}
