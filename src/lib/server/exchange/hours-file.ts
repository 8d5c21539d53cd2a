import type { Language } from '../../format/dates.ts';
import { messagesIn } from '../../messages/catalogue.ts';
import type { TrainingForm } from '../hours/forms.ts';
import type { HourEntry } from '../hours/ledger.ts';

/**
 * Entries of the ledger as CSV that Excel opens here: UTF-8 with a byte order mark, semicolons, decimal commas, days as
 * dd-mm-yyyy as SIASN writes them.
 */
export function hoursAsCsv(entries: readonly HourEntry[], language: Language): string {
	const { hours: words } = messagesIn(language);
	const rows = entries.map((entry) => [
		entry.kind === 'reversal' ? words.reversalOf(entry.title) : entry.title,
		entry.organiser,
		words.forms[entry.form as TrainingForm] ?? entry.form,
		entry.startedOn ? written(entry.startedOn) : '',
		written(entry.earnedOn),
		String(entry.jp).replace('.', ','),
		entry.certificate ?? '',
		words.sources[entry.kind],
		entry.reason ?? ''
	]);
	const head =
		'kegiatan;penyelenggara;bentuk;tanggal_mulai;tanggal_selesai;jumlah_jp;nomor_sertifikat;sumber;alasan';
	const lines = rows.map((cells) => cells.map(cellOf).join(';'));
	return `\uFEFF${[head, ...lines].join('\r\n')}\r\n`;
}

const written = (day: string) => day.split('-').reverse().join('-');

/** Quoted where needed; what a spreadsheet would take for a formula is made text. */
function cellOf(text: string): string {
	const number = /^-?\d+(?:,\d+)?$/.test(text);
	const safe = !number && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
	return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
