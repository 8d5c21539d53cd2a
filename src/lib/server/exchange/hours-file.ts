import type { Language } from '../../format/dates.ts';
import { messagesIn } from '../../messages/catalogue.ts';
import type { TrainingForm } from '../hours/forms.ts';
import type { HourEntry } from '../hours/ledger.ts';
import { csvOf, dayCell, numberCell } from './csv.ts';

const HEAD = [
	'kegiatan',
	'penyelenggara',
	'bentuk',
	'tanggal_mulai',
	'tanggal_selesai',
	'jumlah_jp',
	'nomor_sertifikat',
	'sumber',
	'alasan'
] as const;

/** Entries of the ledger as CSV. */
export function hoursAsCsv(entries: readonly HourEntry[], language: Language): string {
	const { hours: words } = messagesIn(language);
	const rows = entries.map((entry) => [
		entry.kind === 'reversal' ? words.reversalOf(entry.title) : entry.title,
		entry.organiser,
		words.forms[entry.form as TrainingForm] ?? entry.form,
		entry.startedOn ? dayCell(entry.startedOn) : '',
		dayCell(entry.earnedOn),
		numberCell(entry.jp),
		entry.certificate ?? '',
		words.sources[entry.kind],
		entry.reason ?? ''
	]);
	return csvOf(HEAD, rows);
}
