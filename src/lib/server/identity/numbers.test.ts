import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatNumber, maskNumber, numberDigits, readNumber } from './numbers.ts';

const TODAY = '2026-11-21';

describe('reading a number', () => {
	test.each([
		['198609262015051901', { kind: 'nip', birthOn: '1986-09-26', sex: 'man' }],
		['19860926 201505 2 901', { kind: 'nip', sex: 'woman' }],
		['1986.0926.2025.21.2.902', { kind: 'ni-pppk', appointmentYear: 2025 }],
		['19860926-202213-1-901', { kind: null }]
	])('%s is well formed', (typed, expected) => {
		expect(readNumber(typed, TODAY)).toMatchObject(expected);
	});

	test.each([
		['', 'number-not-18-digits'],
		['19860926201505190', 'number-not-18-digits'],
		['1986092620150519011', 'number-not-18-digits'],
		['19860926201505190A', 'number-not-18-digits'],
		['١٩٨٦٠٩٢٦٢٠١٥٠٥١٩٠١', 'number-not-18-digits'],
		['198602302015051901', 'number-birth-date'],
		['198613012015051901', 'number-birth-date'],
		['193901012015051901', 'number-birth-date'],
		['195011202015051901', 'number-birth-date'],
		['200911222026011901', 'number-birth-date'],
		['198609262001051901', 'number-appointment-year'],
		['198609262028011901', 'number-appointment-year'],
		['198609262015053901', 'number-sex'],
		['198609262015051000', 'number-sequence']
	])('%s is refused: %s', (typed, problem) => {
		expect(readNumber(typed, TODAY)).toBe(problem);
	});

	test('somebody who turned 17 today is old enough, and one day short is not', () => {
		expect(readNumber('200911212026011901', TODAY)).toMatchObject({ birthOn: '2009-11-21' });
		expect(readNumber('200911222026011901', TODAY)).toBe('number-birth-date');
	});
});

test('grouping loses nothing and masking keeps only three digits', () => {
	expect(formatNumber('198609262015051001')).toBe('19860926 201505 1 001');
	fc.assert(
		fc.property(fc.stringMatching(/^[0-9]{18}$/), (number) => {
			expect(numberDigits(formatNumber(number))).toBe(number);
			expect(maskNumber(number)).toBe(`•••••••••••••••${number.slice(15)}`);
		})
	);
});

test('whatever is typed, reading answers and never throws', () => {
	fc.assert(
		fc.property(fc.string(), (typed) => {
			expect(readNumber(typed, TODAY)).toBeDefined();
		})
	);
});
