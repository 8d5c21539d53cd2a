import type { Messages } from '../../messages/catalogue.ts';
import type { Mending } from '../hours/ledger.ts';
import { isRealDay } from './day.ts';
import { readLine, type Mistake } from './form.ts';
import { readJp, tooLong } from './ledger-lines.ts';

/** What an entry is to say instead, from its form, or what is to be mended in the form. */
export function readMending(form: FormData, m: Messages) {
	const line = (name: string) => readLine(form, name).trim();
	const typed = {
		title: line('title'),
		organiser: line('organiser'),
		jp: line('jp'),
		earnedOn: line('earnedOn')
	};
	const jp = readJp(typed.jp);
	const words = { ...m.hours.mistakes, earnedOn: m.hours.mistakes.endedOn };
	const right: Record<keyof typeof typed, boolean> = {
		title: typed.title !== '',
		organiser: typed.organiser !== '',
		jp: jp !== null,
		earnedOn: isRealDay(typed.earnedOn)
	};
	const wrong = (Object.keys(right) as (keyof typeof typed)[]).filter((field) => !right[field]);
	const mistakes: Mistake[] = [
		...wrong.map((field) => ({ field, message: words[field] })),
		...tooLong(typed, m)
	];
	const mending: Required<Mending> | null =
		mistakes.length === 0 && jp !== null ? { ...typed, jp } : null;
	return { typed, mending, mistakes };
}
