/** Language of the interface. */
export type Language = 'id' | 'en';

/** The zones of Indonesian government offices, with the label that is always printed beside a time. */
const ZONE_LABEL = {
	'Asia/Jakarta': 'WIB',
	'Asia/Makassar': 'WITA',
	'Asia/Jayapura': 'WIT'
} as const;

export type OfficeZone = keyof typeof ZONE_LABEL;

const LOCALE = { id: 'id-ID', en: 'en-GB' } as const;

/** `21 November 2026`, the day being that of `zone`. */
export function formatDay(at: Date, language: Language, zone: OfficeZone = 'Asia/Jakarta'): string {
	return new Intl.DateTimeFormat(LOCALE[language], {
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		timeZone: zone
	}).format(at);
}

/** `14.05 WIB` (Indonesian) or `14:05 WIB` (English). */
export function formatTime(
	at: Date,
	language: Language,
	zone: OfficeZone = 'Asia/Jakarta'
): string {
	const parts = new Intl.DateTimeFormat('en-GB', {
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
		timeZone: zone
	}).formatToParts(at);
	const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
	const separator = language === 'id' ? '.' : ':';
	return `${part('hour')}${separator}${part('minute')} ${ZONE_LABEL[zone]}`;
}

/** `21 November 2026 pukul 14.05 WIB`. */
export function formatMoment(
	at: Date,
	language: Language,
	zone: OfficeZone = 'Asia/Jakarta'
): string {
	const joint = language === 'id' ? ' pukul ' : ' at ';
	return `${formatDay(at, language, zone)}${joint}${formatTime(at, language, zone)}`;
}

const isoDayIn = (zone: OfficeZone) => new Intl.DateTimeFormat('en-CA', { timeZone: zone });
/** Made once: making one costs as much as formatting a hundred days. */
const isoDays: Record<OfficeZone, Intl.DateTimeFormat> = {
	'Asia/Jakarta': isoDayIn('Asia/Jakarta'),
	'Asia/Makassar': isoDayIn('Asia/Makassar'),
	'Asia/Jayapura': isoDayIn('Asia/Jayapura')
};

/** The day in `zone` as `YYYY-MM-DD`. */
export function isoDay(at: Date, zone: OfficeZone = 'Asia/Jakarta'): string {
	return isoDays[zone].format(at);
}

/** A day given as `YYYY-MM-DD`: `21 November 2026`. */
export function formatIsoDay(day: string, language: Language): string {
	return formatDay(new Date(`${day}T00:00:00Z`), language, 'Asia/Jakarta');
}

/** From one day to another, both `YYYY-MM-DD`, nothing said twice: `23 s.d. 25 November 2026`. */
export function formatDays(from: string, until: string, language: Language): string {
	if (from === until) return formatIsoDay(from, language);
	const joint = language === 'id' ? ' s.d. ' : ' to ';
	const first = formatIsoDay(from, language).split(' ');
	const kept =
		from.slice(0, 7) === until.slice(0, 7) ? 1 : from.slice(0, 4) === until.slice(0, 4) ? 2 : 3;
	return first.slice(0, kept).join(' ') + joint + formatIsoDay(until, language);
}
