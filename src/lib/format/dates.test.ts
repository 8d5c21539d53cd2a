import { expect, test } from 'vitest';
import { formatDay, formatMoment, formatTime, isoDay } from './dates.ts';

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
