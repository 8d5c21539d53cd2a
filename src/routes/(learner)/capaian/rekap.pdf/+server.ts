import { isoDay } from '#lib/format/dates.ts';
import { readStatement } from '#lib/server/hours/statement.ts';
import { statementPdf } from '#lib/server/hours/statement-paper.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';

/** The person's own ledger on paper, of one year or of all; the number is whole only where they ask for it. */
export async function GET(event) {
	const { personId } = requireSignedIn(event).actor;
	const { searchParams } = event.url;
	const { statement, key } = await inScope(event.locals, (db) =>
		readStatement(db, personId, searchParams.get('periode'), isoDay(new Date()))
	);
	const pdf = await statementPdf(statement, {
		fullNumber: searchParams.get('nomor') === 'lengkap'
	});
	return new Response(new Uint8Array(pdf), {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': `attachment; filename="rekap-jp-${key}.pdf"`
		}
	});
}
