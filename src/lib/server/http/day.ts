/** Whether `2027-02-28` exists: a day that rolls over comes back as another one. */
export function isRealDay(day: string): boolean {
	const date = new Date(`${day}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) && day >= '1900';
}
