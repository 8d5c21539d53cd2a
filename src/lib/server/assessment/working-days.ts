import { isoDay, type OfficeZone } from '../../format/dates.ts';

/** Where days begin, whoever asks: one rule for everybody in a course. */
const zone: OfficeZone = 'Asia/Jakarta';

/**
 * The end of the nth working day after the day of `since`, by the clock of Jakarta. Working days are Monday to Friday;
 * public holidays and joint leave are unknown here and count as working days, so that nobody waits longer than a rule says.
 */
export function afterWorkingDays(since: Date, days: number): Date {
	const day = new Date(`${isoDay(since, zone)}T00:00:00Z`);
	for (let left = days; left > 0;) {
		day.setUTCDate(day.getUTCDate() + 1);
		if (day.getUTCDay() % 6 !== 0) left -= 1;
	}
	day.setUTCDate(day.getUTCDate() + 1);
	return new Date(`${day.toISOString().slice(0, 10)}T00:00:00+07:00`);
}
