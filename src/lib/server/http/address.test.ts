import { expect, test } from 'vitest';
import { type OwnAddress, addressOf } from './address.ts';

const local: OwnAddress = { origin: null, host: '127.0.0.1' };
const anywhere: OwnAddress = { origin: null, host: '0.0.0.0' };
const published: OwnAddress = { origin: new URL('https://belajar.go.id'), host: '0.0.0.0' };

test.each([
	['localhost:3000', '127.0.0.1', local, 'http://localhost:3000'],
	['127.0.0.1:3000', '127.0.0.1', local, 'http://127.0.0.1:3000'],
	['LOCALHOST', '127.0.0.1', local, 'http://localhost'],
	['[::1]:3000', '::1', local, 'http://[::1]:3000'],
	['localhost:8080', '172.17.0.2', anywhere, 'http://localhost:8080'],
	['10.0.0.5:3000', '::ffff:10.0.0.5', anywhere, 'http://10.0.0.5:3000'],
	['lms.local:3000', '10.0.0.5', { origin: null, host: 'lms.local' }, 'http://lms.local:3000'],
	['jahat.example', '10.0.0.5', published, 'https://belajar.go.id'],
	[undefined, '10.0.0.5', published, 'https://belajar.go.id']
] as const)('the host %s arriving on %s is taken as %#', (host, arrivedOn, own, expected) => {
	const found = addressOf(host, arrivedOn, own);
	expect(found && `${found.protocol}://${found.host}`).toBe(expected);
});

test.each([
	['jahat.example:3000', '127.0.0.1'],
	['10.0.0.6:3000', '10.0.0.5'],
	['localhost:3000@jahat.example', '127.0.0.1'],
	['localhost/x', '127.0.0.1'],
	['', '127.0.0.1'],
	[undefined, '127.0.0.1']
])('the host %s arriving on %s is nobody here', (host, arrivedOn) => {
	expect(addressOf(host, arrivedOn, anywhere)).toBeNull();
});
