import { expect, test } from 'vitest';
import { formatDay, formatDays, formatIsoDay, formatMoment, formatTime, isoDay } from './dates.ts';

const lateEvening = new Date('2026-12-31T17:30:00Z');

test('a day is that of the office, not of the server', () => {
	expect(formatDay(lateEvening, 'id', 'Asia/Jakarta')).toBe('1 Januari 2027');
	expect(formatDay(new Date('2026-12-31T16:30:00Z'), 'id', 'Asia/Jakarta')).toBe(
		'31 Desember 2026'
	);
	expect(formatDay(new Date('2026-12-31T16:30:00Z'), 'en', 'Asia/Jayapura')).toBe('1 January 2027');
});

test('a time carries its zone and the language’s separator', () => {
	expect(formatTime(lateEvening, 'id')).toBe('00.30 WIB');
	expect(formatTime(lateEvening, 'id', 'Asia/Makassar')).toBe('01.30 WITA');
	expect(formatTime(lateEvening, 'en', 'Asia/Jayapura')).toBe('02:30 WIT');
});

test('a moment is day and time', () => {
	expect(formatMoment(lateEvening, 'id')).toBe('1 Januari 2027 pukul 00.30 WIB');
});

test('a day for forms is that of the office too', () => {
	expect(isoDay(lateEvening)).toBe('2027-01-01');
	expect(isoDay(new Date('2026-03-05T01:00:00Z'))).toBe('2026-03-05');
});

test('a day without a time is that day', () => {
	expect(formatIsoDay('2026-01-01', 'id')).toBe('1 Januari 2026');
});

test.each([
	['2026-11-23', '2026-11-25', '23 s.d. 25 November 2026'],
	['2026-11-23', '2026-11-23', '23 November 2026'],
	['2026-11-28', '2026-12-03', '28 November s.d. 3 Desember 2026'],
	['2026-12-28', '2027-01-03', '28 Desember 2026 s.d. 3 Januari 2027']
])('from %s to %s reads %s', (from, until, words) => {
	expect(formatDays(from, until, 'id')).toBe(words);
});

test('days in English', () => {
	expect(formatDays('2026-11-23', '2026-11-25', 'en')).toBe('23 to 25 November 2026');
});
