import type { Contract } from '../hours/periods.ts';
import { Refusal } from '../refusal.ts';
import { isRealDay } from './day.ts';
import { readText } from './form.ts';

/** A work agreement from its form. Refuses (`contract-day-unreal`) a day that no calendar has. */
export function readContract(form: FormData): Contract {
	const startsOn = readText(form, 'contractStartsOn').trim();
	const endsOn = readText(form, 'contractEndsOn').trim() || null;
	if (!isRealDay(startsOn) || (endsOn && !isRealDay(endsOn)))
		throw new Refusal('invalid', 'contract-day-unreal');
	return { startsOn, endsOn };
}
