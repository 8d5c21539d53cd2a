/** Milliseconds as whole minutes that are still left: begun ones count, and 0 is over. */
export function minutesLeft(milliseconds: number): number {
	return Math.ceil(milliseconds / 60_000);
}
