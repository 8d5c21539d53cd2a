import type { Mending } from '../hours/ledger.ts';
import { isRealDay } from './day.ts';
import { readText, type Mistake } from './form.ts';
import { readJp } from './training-form.ts';

type Words = Record<'title' | 'organiser' | 'jp' | 'earnedOn', string>;

/** What an entry is to say instead, from its form, or what is to be mended in the form. */
export function readMending(form: FormData, words: Words) {
	const line = (name: keyof Words) => readText(form, name).trim();
	const typed = {
		title: line('title'),
		organiser: line('organiser'),
		jp: line('jp'),
		earnedOn: line('earnedOn')
	};
	const jp = readJp(typed.jp);
	const right: Record<keyof Words, boolean> = {
		title: typed.title !== '',
		organiser: typed.organiser !== '',
		jp: jp !== null,
		earnedOn: isRealDay(typed.earnedOn)
	};
	const wrong = (Object.keys(right) as (keyof Words)[]).filter((field) => !right[field]);
	const mistakes: Mistake[] = wrong.map((field) => ({ field, message: words[field] }));
	const mending: Required<Mending> | null =
		mistakes.length === 0 && jp !== null ? { ...typed, jp } : null;
	return { typed, mending, mistakes };
}
