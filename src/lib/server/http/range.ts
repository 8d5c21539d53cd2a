/**
 * The one stretch of bytes a player asks for with `Range` (RFC 9110 §14), both ends included; null where the whole
 * file answers: without the header, for several stretches, and for one that lies outside.
 */
export function rangeOf(
	header: string | null,
	length: number
): { first: number; last: number } | null {
	const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
	if (!match || (match[1] === '' && match[2] === '')) return null;
	const [, from, to] = match;
	const first = from === '' ? Math.max(0, length - Number(to)) : Number(from);
	const last = from === '' || to === '' ? length - 1 : Math.min(Number(to), length - 1);
	return first <= last && first < length ? { first, last } : null;
}
