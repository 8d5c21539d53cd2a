import { isoDay } from '#lib/format/dates.ts';
import { positionsAsCsv } from '#lib/server/exchange/positions-file.ts';
import { readPositionFilter } from '#lib/server/http/position-filter.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';
import { exportPositions } from '#lib/server/reporting/hour-positions.ts';

/** Positions of the officer's people as a file, narrowed as the page is. */
export async function GET(event) {
	const { actor } = requireSignedIn(event);
	const filter = readPositionFilter(event.url, isoDay(new Date()));
	const { entries, units } = await inScope(event.locals, (db) =>
		exportPositions(db, actor, filter)
	);
	return new Response(positionsAsCsv(entries, units, event.locals.language), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="capaian-jp-pegawai-${filter.day}.csv"`
		}
	});
}
