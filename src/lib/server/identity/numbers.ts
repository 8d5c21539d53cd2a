/** The two kinds of employee number: NIP (PNS, CPNS) and NI PPPK. Both have 18 digits. */
export type NumberKind = 'nip' | 'ni-pppk';

export type NumberProblem =
	| 'number-not-18-digits'
	| 'number-birth-date'
	| 'number-appointment-year'
	| 'number-sex'
	| 'number-sequence';

/** What a well-formed number says of its holder: it is personal data through and through. */
export interface EmployeeNumber {
	/** 18 digits without separators. */
	number: string;
	/** Told by digits 13–14 (month of appointment, or a counter from 21); null when they are neither. */
	kind: NumberKind | null;
	/** `YYYY-MM-DD`. */
	birthOn: string;
	appointmentYear: number;
	sex: 'man' | 'woman';
}

/** The digits of a number as people type it: spaces, dots and dashes do not count. */
export function numberDigits(typed: string): string {
	return typed.replace(/[\s.\-–]/gu, '');
}

/** Whether a text for everybody holds what may be a NIP, an NI PPPK or a NIK, written in one or in groups. */
export function carriesNumber(text: string): boolean {
	return /\d{16}|\d{8}[\s.\-–]\d{6}[\s.\-–]\d[\s.\-–]\d{3}|\d{6}[\s.\-–]\d{6}[\s.\-–]\d{4}/u.test(
		text
	);
}

/**
 * Reads a NIP or NI PPPK (Perka BKN 22/2007; domain notes §3.1) and says what is wrong with it, if anything.
 * Ages from 17 to 75 in the year of `today` (`YYYY-MM-DD`) are taken as plausible. Digits 13–14 out of the usual
 * ranges do not make it wrong: practice differs between agencies.
 */
export function readNumber(typed: string, today: string): EmployeeNumber | NumberProblem {
	const number = numberDigits(typed);
	if (!/^[0-9]{18}$/.test(number)) return 'number-not-18-digits';
	const birthOn = `${number.slice(0, 4)}-${number.slice(4, 6)}-${number.slice(6, 8)}`;
	if (!isDay(birthOn) || !isPlausibleBirth(birthOn, today)) return 'number-birth-date';
	const appointmentYear = Number(number.slice(8, 12));
	const latest = Number(today.slice(0, 4)) + 1;
	if (appointmentYear < Number(birthOn.slice(0, 4)) + 16 || appointmentYear > latest) {
		return 'number-appointment-year';
	}
	const sex = number[14] === '1' ? 'man' : number[14] === '2' ? 'woman' : null;
	if (!sex) return 'number-sex';
	if (number.slice(15) === '000') return 'number-sequence';
	return { number, kind: kindOf(Number(number.slice(12, 14))), birthOn, appointmentYear, sex };
}

/** `19860926 201505 1 001`, as on official letters that group it. */
export function formatNumber(number: string): string {
	return [number.slice(0, 8), number.slice(8, 14), number.slice(14, 15), number.slice(15)].join(
		' '
	);
}

/** The last three digits only: the first fifteen tell birth date and sex. */
export function maskNumber(number: string): string {
	return '•'.repeat(15) + number.slice(-3);
}

function kindOf(monthOrCounter: number): NumberKind | null {
	if (monthOrCounter >= 1 && monthOrCounter <= 12) return 'nip';
	return monthOrCounter >= 21 && monthOrCounter <= 29 ? 'ni-pppk' : null;
}

function isDay(day: string): boolean {
	const at = new Date(`${day}T00:00:00Z`);
	return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}

function isPlausibleBirth(birthOn: string, today: string): boolean {
	const birthday = birthOn.slice(4);
	const hadBirthday = today.slice(4) >= birthday ? 0 : 1;
	const age = Number(today.slice(0, 4)) - Number(birthOn.slice(0, 4)) - hadBirthday;
	return Number(birthOn.slice(0, 4)) >= 1940 && age >= 17 && age <= 75;
}
