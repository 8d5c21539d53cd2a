import { isoDay } from '#lib/format/dates.ts';
import { hoursAsCsv } from '#lib/server/exchange/hours-file.ts';
import { entriesIn } from '#lib/server/hours/position.ts';
import { choosePeriod, readHourYears } from '#lib/server/hours/years.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';

/** The person's own ledger as a file, of one year or of all. */
export async function GET(event) {
	const { personId } = requireSignedIn(event).actor;
	const today = isoDay(new Date());
	const { entries, periods } = await inScope(event.locals, (db) =>
		readHourYears(db, personId, today)
	);
	const { period, all } = choosePeriod(periods, event.url.searchParams.get('periode'), today);
	const chosen = all ? entries : entriesIn(entries, period);
	return new Response(hoursAsCsv(chosen, event.locals.language), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="riwayat-jp-${all ? 'semua' : period.key}.csv"`
		}
	});
}
