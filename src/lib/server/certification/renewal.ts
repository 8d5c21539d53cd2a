/** From so many days before its end a certificate can be renewed, yet never in the first half of the time it holds. */
const WINDOW = 90;
const DAY = 86_400_000;

/**
 * The first day on which completing the course anew earns another certificate; null for one that counts and does not
 * expire. After a revocation it is the day of that. Days are `YYYY-MM-DD` in Asia/Jakarta.
 */
export function renewableFrom(
	{ issuedOn, validUntil }: { issuedOn: string; validUntil: string | null },
	revokedOn: string | null
): string | null {
	if (revokedOn !== null) return revokedOn;
	if (validUntil === null) return null;
	const [begin, end] = [Date.parse(issuedOn), Date.parse(validUntil)];
	const window = Math.min(WINDOW * DAY, (end - begin) / 2);
	return new Date(end - window).toISOString().slice(0, 10);
}
