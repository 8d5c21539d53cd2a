import type { Transport } from '@sveltejs/kit/hooks';
import { isServerRendered } from '#lib/server-rendered.ts';

export const transport: Transport = {
	serverRendered: {
		encode: (value) => isServerRendered(value) && 'rendered',
		decode: () => ({})
	}
};
