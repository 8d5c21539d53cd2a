import { expect, test } from 'vitest';
import { displayName } from './names.ts';

test('a name carries its titles in front and behind', () => {
	const name = { name: 'Siti Rahmawati', titleBefore: 'Dr. Ir.', titleAfter: 'S.Sos., M.A.P.' };
	expect(displayName(name)).toBe('Dr. Ir. Siti Rahmawati, S.Sos., M.A.P.');
	expect(displayName({ name: 'Suharno', titleBefore: '', titleAfter: '' })).toBe('Suharno');
});
