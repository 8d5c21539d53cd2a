import * as v from 'valibot';
import { ROLES, type Grant } from '../access/policy.ts';
import { Refusal } from '../refusal.ts';
import { isRealDay } from './day.ts';

const id = v.pipe(v.string(), v.uuid());
const grant = v.object({
	role: v.picklist(ROLES),
	/** Empty for the whole platform, an agency, or an agency and a unit, joined by a slash. */
	place: v.union([
		v.pipe(
			v.literal(''),
			v.transform(() => [])
		),
		v.pipe(
			v.string(),
			v.transform((value) => value.split('/')),
			v.union([v.strictTuple([id]), v.strictTuple([id, id])])
		)
	]),
	endsOn: v.union([
		v.pipe(
			v.literal(''),
			v.transform(() => null)
		),
		v.pipe(v.string(), v.isoDate())
	])
});

/**
 * A role to be given, from its form. Refusals (`invalid`): `date-unreal` for a day no calendar has, `event-malformed`
 * for what our own pages never send.
 */
export function readGrant(form: FormData): Grant {
	const result = v.safeParse(grant, Object.fromEntries(form));
	if (!result.success) throw new Refusal('invalid', 'event-malformed');
	const { role, place, endsOn } = result.output;
	if (endsOn && !isRealDay(endsOn)) throw new Refusal('invalid', 'date-unreal');
	const [agencyId = null, unitId = null] = place;
	return { role, agencyId, unitId, endsOn };
}
