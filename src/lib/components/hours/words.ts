import { formatDays as formatSpan, formatIsoDay, type Language } from '#lib/format/dates.ts';
import { formatNumber } from '#lib/format/numbers.ts';
import type { Messages } from '#lib/messages/catalogue.ts';
import type { TrainingForm } from '#lib/server/hours/forms.ts';
import type { HourEntry } from '#lib/server/hours/ledger.ts';
import type { Period } from '#lib/server/hours/periods.ts';
import type { Position } from '#lib/server/hours/position.ts';

/** JP as `7,5`: at most two decimals. */
export function formatJp(jp: number, language: Language): string {
	return formatNumber(jp, language, 2);
}

/** One day, or `4 s.d. 6 Mei 2026`. */
export function formatDays(
	{ startedOn, endedOn }: { startedOn: string | null; endedOn: string },
	language: Language
): string {
	return formatSpan(startedOn ?? endedOn, endedOn, language);
}

/** A year's name: `Tahun 2026`, or the days of a contract year. */
export function periodName(period: Period, language: Language, m: Messages): string {
	if (period.basis === 'calendar-year') return m.hours.year(period.key);
	const { startsOn, endsOn } = period;
	return formatSpan(startsOn, endsOn, language);
}

/** The sentence of a year's position. */
export function positionText(
	period: Period,
	{ jp, minimum, maximum, short, over }: Position,
	language: Language,
	m: Messages
): string {
	const written = (value: number | null) => (value ? formatJp(value, language) : null);
	return m.hours.position({
		year: period.basis === 'calendar-year' ? period.key : null,
		jp: formatJp(jp, language),
		minimum: written(minimum),
		maximum: written(maximum),
		short: written(short),
		over: written(over)
	});
}

/** What has to be said of a year besides its sum: where its days come from, and a change of employment within it. */
export function periodRemarks(period: Period, language: Language, m: Messages): string[] {
	const { hours } = m;
	return remarks(period, language, m, { ...hours, unboundedOf: hours.unbounded });
}

/** The same, said of somebody else. */
export function periodRemarksOf(period: Period, language: Language, m: Messages): string[] {
	return remarks(period, language, m, m.hours.people);
}

function remarks(
	{ assumed, doubt, kind, kindSince, rule, startsOn }: Period,
	language: Language,
	m: Messages,
	words: Pick<Messages['hours']['people'], 'assumed' | 'doubts' | 'kindSince' | 'unboundedOf'>
): string[] {
	return [
		...(assumed ? [words.assumed[assumed](formatIsoDay(startsOn, language))] : []),
		...(kindSince && !assumed
			? [words.kindSince(m.account.profile.employeeKinds[kind], formatIsoDay(kindSince, language))]
			: []),
		...(doubt ? [words.doubts[doubt]] : []),
		...(rule?.minimum || rule?.maximum
			? [m.hours.rule(rule.source)]
			: doubt
				? []
				: [words.unboundedOf])
	];
}

/** What a rule asks, in a few words: `paling sedikit 20 JP`. */
export function boundText(
	rule: Pick<Position, 'minimum' | 'maximum'> | null,
	language: Language,
	m: Messages
): string {
	const words = m.hours.people;
	const bounds = [
		rule?.minimum ? words.least(formatJp(rule.minimum, language)) : null,
		rule?.maximum ? words.most(formatJp(rule.maximum, language)) : null
	];
	return bounds.filter((bound) => bound !== null).join(', ') || words.unbounded;
}

/** An entry's title: of a reversal, what it takes back. */
export function entryTitle({ kind, title }: HourEntry, m: Messages): string {
	return kind === 'reversal' ? m.hours.reversalOf(title) : title;
}

/** What stands below an entry's title: who organised it, how, and its certificate or reason. */
export function entryRemark(
	{ organiser, form, kind, certificate, reason }: HourEntry,
	{ hours: words }: Messages
): string {
	return [
		organiser,
		kind === 'module' || kind === 'project'
			? words.sources[kind]
			: (words.forms[form as TrainingForm] ?? form),
		certificate && words.certificate(certificate),
		reason && words.because(reason)
	]
		.filter(Boolean)
		.join(' · ');
}
