/** At most so many arguments does every engine take. */
const AT_ONCE = 8192;

/** Bytes as text, a character for each (Latin-1): so that bytes can be searched like text. */
export function latin1Of(bytes: Uint8Array): string {
	let text = '';
	for (let at = 0; at < bytes.length; at += AT_ONCE)
		text += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
	return text;
}
