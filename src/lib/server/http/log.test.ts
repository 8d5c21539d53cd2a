import { expect, test } from 'vitest';
import { createLog } from './log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
	let line = '';
	write(createLog('info', { write: (text) => void (line += text) }));
	return line;
}

test.each([
	['in the message', (log) => log.info('NIP 198501012010011001 ditolak')],
	['in groups', (log) => log.info('NIP 19850101 201001 1 001 ditolak')],
	['as a field', (log) => log.info({ note: '198501012010011001' })],
	['as a bare number', (log) => log.info({ nik: 3201010101850001 }, 'impor')],
	['after a colon in a text', (log) => log.info('nik:3201010101850001')],
	['in a nested error', (log) => log.error({ err: new Error('duplikat 3201010101850001') })]
] as [string, (log: ReturnType<typeof createLog>) => void][])(
	'a personal number %s is masked and the line stays valid JSON',
	(_where, write) => {
		const line = logged(write);
		expect(line).not.toMatch(/\d{12}/);
		expect(() => JSON.parse(line)).not.toThrow();
	}
);

test('passwords and codes are never written', () => {
	const line = logged((log) =>
		log.info({ password: 'rahasia', form: { code: '123456' } }, 'masuk')
	);
	expect(line).not.toMatch(/"rahasia"|123456/);
});

test('values in a failed statement are not written, its code is', () => {
	const cause = { code: '23505', detail: 'Key (email)=(siti@contoh.go.id) already exists.' };
	const line = logged((log) => log.error({ error: { params: ['siti@contoh.go.id'], cause } }));
	expect(line).not.toContain('siti');
	expect(line).toContain('23505');
});

test('ids stay readable', () => {
	const id = '1f0c5a3e-1234-4567-8901-123456789012';
	expect(logged((log) => log.info({ request: id }))).toContain(id);
});
