import * as v from 'valibot';
import { Refusal } from '../refusal.ts';
import { readLines } from './form.ts';

const id = v.pipe(v.string(), v.uuid());
const place = v.pipe(v.string(), v.regex(/^[\w-]{0,400}$/));
const version = v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}$/), v.transform(Number));

/** A note as its form sends it. Refuses with `event-malformed` what our own pages never send. */
export function readNote(form: FormData): { id: string; place: string | null; text: string } {
	const sent = parse(v.object({ id, place }), form);
	return { id: sent.id, place: sent.place || null, text: readLines(form, 'text').trim() };
}

/** A changed note, with the version that its form showed. */
export function readNoteChange(form: FormData): ReturnType<typeof readNote> & { version: number } {
	return { ...readNote(form), ...parse(v.object({ version }), form) };
}

/** Which note a form is about. */
export function readNoteId(form: FormData): string {
	return parse(v.object({ id }), form).id;
}

/** The button that was pressed beside a place: what it asks for, not what to turn round, so that twice counts once. */
export function readBookmark(form: FormData): { place: string; marked: boolean } {
	const marked = form.has('mark');
	const sent = parse(v.object({ [marked ? 'mark' : 'unmark']: place }), form);
	return { place: String(sent[marked ? 'mark' : 'unmark']), marked };
}

function parse<const Schema extends v.GenericSchema>(
	schema: Schema,
	form: FormData
): v.InferOutput<Schema> {
	const result = v.safeParse(schema, Object.fromEntries(form));
	if (!result.success) throw new Refusal('invalid', 'event-malformed');
	return result.output;
}
