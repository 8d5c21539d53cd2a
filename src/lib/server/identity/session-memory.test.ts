import { expect, test } from 'vitest';
import type { FoundSession } from './found-session.ts';
import { emptyMemory } from './session-memory.ts';

const sessionOf = (personId: string) => ({ person: { id: personId } }) as FoundSession;

/** A memory with a clock to set, and a look-up that counts how often it was asked. */
function setUp() {
	const clock = { now: 0 };
	const memory = emptyMemory(() => clock.now);
	const asked: string[] = [];
	const find = (id: string, personId = id) =>
		memory.find(id, async () => {
			asked.push(id);
			return sessionOf(personId);
		});
	return { clock, memory, asked, find };
}

test('nothing is kept before news of changes can arrive', async () => {
	const { asked, find, memory } = setUp();
	await find('a');
	await find('a');
	expect(asked).toEqual(['a', 'a']);
	memory.hear(true);
	await find('a');
	await find('a');
	expect(asked).toHaveLength(3);
});

test('a session is asked for again after five seconds, and who has none every time', async () => {
	const { asked, clock, find, memory } = setUp();
	memory.hear(true);
	await find('a');
	clock.now = 4999;
	await find('a');
	expect(asked).toHaveLength(1);
	clock.now = 5000;
	await find('a');
	expect(asked).toHaveLength(2);
	let unknown = 0;
	for (let time = 0; time < 3; time++)
		expect(await memory.find('b', async () => (unknown++, null))).toBeNull();
	expect(unknown).toBe(3);
});

test('news about a person concerns their sessions, news about nobody in particular all', async () => {
	const { asked, find, memory } = setUp();
	memory.hear(true);
	await find('telepon', 'sari');
	await find('laptop', 'sari');
	await find('kantor', 'budi');
	memory.forget('sari');
	await find('kantor', 'budi');
	expect(asked).toHaveLength(3);
	await find('telepon', 'sari');
	await find('laptop', 'sari');
	expect(asked).toHaveLength(5);
	memory.forget('');
	await find('kantor', 'budi');
	expect(asked).toHaveLength(6);
});

test('an answer that was under way when news came is used once and not kept', async () => {
	const { asked, find, memory } = setUp();
	memory.hear(true);
	let answer: (session: FoundSession) => void = () => {};
	const early = memory.find('a', () => new Promise((resolve) => (answer = resolve)));
	memory.forget('a');
	answer(sessionOf('a'));
	expect(await early).toEqual(sessionOf('a'));
	await find('a');
	expect(asked).toEqual(['a']);
});

test('the oldest of too many are forgotten first', async () => {
	const { asked, find, memory } = setUp();
	memory.hear(true);
	for (let number = 0; number <= 5000; number++) await find(String(number));
	asked.length = 0;
	await find('5000');
	await find('1');
	await find('0');
	expect(asked).toEqual(['0']);
});

test('who cannot hear any longer keeps nothing and has forgotten what was kept', async () => {
	const { asked, find, memory } = setUp();
	memory.hear(true);
	await find('a');
	memory.hear(false);
	await find('a');
	await find('a');
	expect(asked).toHaveLength(3);
});
