import type { RequestEvent } from '@sveltejs/kit';
import { carriesForm, isUnreadableForm } from './form.ts';

/** From this length on (characters) a text is somebody's work, and worth showing again. */
const WORTH = 30;

/**
 * What somebody wrote into a form that was sent as a page after their session had ended, never a password; empty where
 * nothing is lost by asking them to sign in. The request can still be read.
 */
export async function typedIn({ request }: Pick<RequestEvent, 'request'>): Promise<string[]> {
	// A script keeps what it could not send.
	if (!carriesForm(request) || request.headers.get('sec-fetch-dest') === 'empty') return [];
	let fields: [string, FormDataEntryValue][];
	try {
		fields = [...(await request.clone().formData())];
	} catch (error) {
		// What is wrong with it, its page says.
		if (isUnreadableForm(error)) return [];
		throw error;
	}
	return fields.flatMap(([name, value]) =>
		typeof value === 'string' && isWork(name, value) ? [value] : []
	);
}

/** A text of several words; what our forms carry besides has no space in it. */
function isWork(name: string, value: string): boolean {
	const secret = ['password', 'repeat', 'current'].includes(name);
	return !secret && value.length >= WORTH && /\S\s+\S/.test(value);
}
