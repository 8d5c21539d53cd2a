import type { Signatory } from '../certification/signatory.ts';
import { isRealDay } from './day.ts';
import { readText, type Mistake } from './form.ts';

/** Who signs from a day on, from its form, or what is to be mended. */
export function readSignatory(form: FormData, words: Record<'fromMistake', string>) {
	const line = (name: string) => readText(form, name).trim();
	const typed = {
		organiser: line('organiser'),
		post: line('post'),
		name: line('name'),
		place: line('place'),
		fromOn: line('fromOn')
	};
	const { post, name, place, fromOn } = typed;
	const signatory: Signatory & { fromOn: string } = {
		...{ post, fromOn },
		...{ name: name || null, place: place || null }
	};
	const mistakes: Mistake[] = isRealDay(fromOn)
		? []
		: [{ field: 'fromOn', message: words.fromMistake }];
	return { typed, signatory: mistakes.length === 0 ? signatory : null, mistakes };
}
