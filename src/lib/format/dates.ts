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
