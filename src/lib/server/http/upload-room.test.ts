import { expect, test } from 'vitest';
import { uploadRoom } from './upload-room.ts';

test('so many get in at once, of one network and in all, and the next once somebody left', () => {
	const enter = uploadRoom({ inAll: 3, perNetwork: 2 });
	const leave = enter('a')!;
	expect(enter('a')).not.toBeNull();
	expect(enter('a')).toBeNull();
	expect(enter('b')).not.toBeNull();
	expect(enter('c')).toBeNull();
	leave();
	expect(enter('c')).not.toBeNull();
	expect(enter('a')).toBeNull();
});
