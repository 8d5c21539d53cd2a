import { expect, test } from 'vitest';
import { readGrant } from './grant-form.ts';

const A = '0b7c1c1e-6f55-4a53-9a3c-3f3f6d1c2a11';
const B = '0b7c1c1e-6f55-4a53-9a3c-3f3f6d1c2a12';

function sent(fields: Record<string, string>): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	return form;
}

test.each([
	['', '', null, null, null],
	[A, '', A, null, null],
	[`${A}/${B}`, '2027-01-31', A, B, '2027-01-31']
])('place “%s”, end “%s”', (place, endsOn, agencyId, unitId, end) => {
	expect(readGrant(sent({ role: 'hr-officer', place, endsOn }))).toEqual({
		role: 'hr-officer',
		agencyId,
		unitId,
		endsOn: end
	});
});

test.each([
	{ role: 'god', place: '', endsOn: '' },
	{ role: 'auditor', place: "' or 1=1", endsOn: '' },
	{ role: 'auditor', place: `${A}/${B}/${A}`, endsOn: '' },
	{ role: 'auditor', place: '', endsOn: '31-01-2027' },
	{ role: 'auditor' }
])('%j is refused', (fields) => {
	expect(() => readGrant(sent(fields as Record<string, string>))).toThrow('event-malformed');
});

test.each(['2027-02-31', '2026-02-29', '2027-04-31', '0000-01-01'])(
	'the day %s, which no calendar has, is refused',
	(endsOn) => {
		expect(() => readGrant(sent({ role: 'auditor', place: '', endsOn }))).toThrow('date-unreal');
	}
);
