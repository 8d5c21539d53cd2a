import type { Transport } from '@sveltejs/kit/hooks';
import { ServerRendered } from '#lib/server-rendered.ts';

export const transport: Transport = {
	ServerRendered: {
		encode: (value) => value instanceof ServerRendered && 'rendered',
		decode: () => new ServerRendered(null)
	}
};
