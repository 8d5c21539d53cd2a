import type { RequestEvent } from '@sveltejs/kit';
import { isoDay } from '../../format/dates.ts';
import type { Messages } from '../../messages/catalogue.ts';
import type { Database } from '../db/connect.ts';
import { findOwnEvidence, keepEvidence, type EvidenceFile } from '../hours/evidence.ts';
import type { ToldTraining } from '../hours/external.ts';
import { ALL_FORMS, type TrainingForm } from '../hours/forms.ts';
import { findDuplicates } from '../hours/signs.ts';
import type { Learner } from '../learning/enrolments.ts';
import { Refusal } from '../refusal.ts';
import { isRealDay } from './day.ts';
import { failForm, readLine, readText, refuseForm, type Mistake } from './form.ts';
import { readJp, tooLong } from './ledger-lines.ts';
import { inScope } from './visit.ts';

/** Where in the form a refusal belongs. */
const FIELDS: Record<string, string> = {
	'hours-own-certificate': 'certificate',
	'hours-jp-range': 'jp',
	'hours-days-order': 'endedOn',
	'hours-day-future': 'endedOn',
	'evidence-missing': 'evidence',
	'evidence-empty': 'evidence',
	'evidence-many': 'evidence',
	'evidence-large': 'evidence',
	'evidence-kind': 'evidence'
};

/** What was typed, as the form shows it again. */
export interface TypedTraining {
	title: string;
	organiser: string;
	form: string;
	startedOn: string;
	endedOn: string;
	jp: string;
	certificate: string;
}

/** A verb that takes a training as its learner tells it. */
type Send = (db: Database, training: ToldTraining, now: Date, today: string) => Promise<void>;

/**
 * Takes a training from its form. The file is kept first, so that it need not be chosen again when something else is
 * refused. What may be recorded already is shown before anything is sent, until the learner says that it is another.
 * Null when it was sent.
 */
export async function acceptTraining(
	event: Pick<RequestEvent, 'locals'>,
	learner: Learner,
	form: FormData,
	{ exceptId, send }: { exceptId: string | null; send: Send }
) {
	const { m } = event.locals;
	const { typed, told, mistakes } = readTraining(form, m);
	const file = await keepFile(event, learner, form);
	const evidence = file instanceof Refusal ? null : file;
	const kept = { typed, evidence, duplicates: [] };
	if (file instanceof Refusal) {
		const { data } = refuseForm(file, m, {}, () => 'evidence');
		mistakes.push(...data.mistakes);
	} else if (!file) mistakes.push({ field: 'evidence', message: m.hours.mistakes.evidence });
	if (!told || !evidence || mistakes.length > 0) return failForm(mistakes, kept);
	const training = { ...told, evidenceId: evidence.id };
	const now = new Date();
	try {
		const duplicates = await inScope(event.locals, async (db) => {
			const found = form.has('distinct')
				? []
				: await findDuplicates(db, learner.personId, training, exceptId);
			// A certificate of ours is no question to be answered: sending it is refused.
			const refused = found.some(({ why }) => why.includes('own-certificate'));
			if (found.length === 0 || refused) await send(db, training, now, isoDay(now));
			return found;
		});
		if (duplicates.length === 0) return null;
		return failForm([{ field: 'distinct', message: m.hours.mistakes.distinct }], {
			...kept,
			duplicates
		});
	} catch (error) {
		return refuseForm(error, m, kept, (code) => FIELDS[code] ?? null);
	}
}

/** The file that came, stored; else the one kept before; null when there is neither. A refusal of it is told, not thrown. */
async function keepFile(
	{ locals }: Pick<RequestEvent, 'locals'>,
	{ personId }: Learner,
	form: FormData
): Promise<EvidenceFile | Refusal | null> {
	const sent = form.get('evidence');
	try {
		if (sent instanceof File && (sent.size > 0 || sent.name)) {
			const bytes = new Uint8Array(await sent.arrayBuffer());
			return await inScope(locals, (db) => keepEvidence(db, personId, bytes));
		}
		const id = readText(form, 'evidenceId');
		return await inScope(locals, (db) => findOwnEvidence(db, personId, id));
	} catch (error) {
		if (error instanceof Refusal) return error;
		throw error;
	}
}

function readTraining(form: FormData, m: Messages) {
	const line = (name: string) => readLine(form, name).trim();
	const typed: TypedTraining = {
		title: line('title'),
		organiser: line('organiser'),
		form: line('form'),
		startedOn: line('startedOn'),
		endedOn: line('endedOn'),
		jp: line('jp'),
		certificate: line('certificate')
	};
	const kind = ALL_FORMS.find((known): known is TrainingForm => known === typed.form);
	const jp = readJp(typed.jp);
	const right: Record<keyof TypedTraining, boolean> = {
		title: typed.title !== '',
		organiser: typed.organiser !== '',
		form: kind !== undefined,
		startedOn: isRealDay(typed.startedOn),
		endedOn: isRealDay(typed.endedOn),
		jp: jp !== null,
		certificate: typed.certificate !== ''
	};
	const wrong = (Object.keys(right) as (keyof TypedTraining)[]).filter((field) => !right[field]);
	const mistakes: Mistake[] = wrong.map((field) => ({ field, message: m.hours.mistakes[field] }));
	mistakes.push(...tooLong(typed, m));
	const told = kind && jp !== null ? { ...typed, form: kind, jp } : null;
	return { typed, told, mistakes };
}
