import { transcode } from 'node:buffer';

/** Holds a page as UTF-16 while it is transcoded; a longer one gets a buffer of its own. */
const scratch = Buffer.allocUnsafeSlow(1 << 19);

/**
 * A long text in UTF-8. One dash makes V8 keep two bytes for every character, and it writes such a text as UTF-8
 * character by character; copying it as UTF-16 and transcoding that takes a third of the time.
 */
export function utf8Of(text: string): Buffer<ArrayBuffer> {
	try {
		return transcode(utf16Of(text), 'utf16le', 'utf8') as Buffer<ArrayBuffer>;
	} catch {
		// Half a surrogate pair cannot be said in UTF-8; here it becomes U+FFFD.
		return Buffer.from(text);
	}
}

function utf16Of(text: string): Buffer {
	if (text.length * 2 > scratch.length) return Buffer.from(text, 'utf16le');
	return scratch.subarray(0, scratch.write(text, 'utf16le'));
}
