/** What we use of tiny-inflate 1, which brings no types. */
declare module 'tiny-inflate' {
	/** Raw deflate into `room`; the part that was filled. Throws on damage. */
	export default function inflate(bytes: Uint8Array, room: Uint8Array): Uint8Array;
}
