import { isoDay } from '#lib/format/dates.ts';
import { serverRendered } from '#lib/server-rendered.ts';
import { entriesIn, positionIn, sumOf } from '#lib/server/hours/position.ts';
import { listSubmissions, type Submission } from '#lib/server/hours/submissions.ts';
import { choosePeriod, readHourYears, reversedKeys } from '#lib/server/hours/years.ts';
import { takeFlash } from '#lib/server/http/flash.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';

export async function load(event) {
	const { personId } = requireSignedIn(event).actor;
	const today = isoDay(new Date());
	const [{ entries, periods }, submissions] = await inScope(event.locals, (db) =>
		Promise.all([readHourYears(db, personId, today), listSubmissions(db, { personId })])
	);
	const { period, all } = choosePeriod(periods, event.url.searchParams.get('periode'), today);
	const shown = all ? entries : entriesIn(entries, period);
	return serverRendered({
		period,
		all,
		periods,
		position: positionIn(entries, period),
		entries: shown,
		sum: sumOf(shown),
		reversed: reversedKeys(entries),
		pending: submissions.filter(isPending),
		past: submissions.filter((submission) => !isPending(submission)),
		done: takeFlash(event.cookies, ['hours-sent', 'hours-withdrawn'])
	});
}

const isPending = ({ state }: Submission) => state === 'submitted' || state === 'returned';
