import { Refusal } from '../refusal.ts';

/** Roles that are granted; every civil servant is a learner without one. */
export const ROLES = [
	'supervisor',
	'hr-officer',
	'contributor',
	'reviewer',
	'organiser',
	'leader',
	'auditor',
	'agency-admin',
	'platform-admin'
] as const;

export type Role = (typeof ROLES)[number];

/** A role held now, and where: in the whole platform, an agency, or a unit with everything below it. */
export interface Grant {
	role: Role;
	/** Null: the whole platform. */
	agencyId: string | null;
	/** Null: the whole agency. */
	unitId: string | null;
	/** Last day of the grant, `YYYY-MM-DD`; null when open. */
	endsOn: string | null;
}

/** Who acts: a person with the grants in force at the time of the request. */
export interface Actor {
	personId: string;
	grants: readonly Grant[];
}

/** Where something stands: its agency, and its unit followed by the units above it. */
export interface Place {
	agencyId: string;
	unitIds: readonly string[];
}

/**
 * The one table of permission: who may do what. A role counts only where its grant holds; ownership of one's own
 * things is not permission and stands in the queries and in row-level security.
 */
export const POLICY = {
	'person:find': ['hr-officer', 'agency-admin', 'platform-admin'],
	'person:reveal-number': ['hr-officer', 'agency-admin', 'platform-admin'],
	'person:correct-name': ['hr-officer', 'agency-admin', 'platform-admin'],
	'recovery:issue-code': ['hr-officer', 'agency-admin', 'platform-admin'],
	'account:close': ['agency-admin', 'platform-admin'],
	'role:grant': ['agency-admin', 'platform-admin'],
	'hours:confirm': ['hr-officer', 'agency-admin'],
	'regulation:survey': ['reviewer', 'platform-admin'],
	// For certificates that the grant's agency organised, and only by a grant for the whole of it.
	'certificate:keep': ['organiser', 'agency-admin', 'platform-admin'],
	'signatory:set': ['agency-admin', 'platform-admin'],
	// Of these four, only for courses in which a duty was given as well (duties.ts); who gives duties need not have one.
	'work:mark': ['contributor', 'organiser'],
	'chance:decide': ['organiser'],
	'time:extend': ['organiser'],
	'duty:give': ['organiser', 'platform-admin'],
	'regrade:decide': ['reviewer', 'platform-admin'],
	'items:review': ['contributor', 'reviewer', 'platform-admin'],
	'platform:administer': ['platform-admin']
} as const satisfies Record<string, readonly Role[]>;

export type Ability = keyof typeof POLICY;

/**
 * Whether the actor may do this. Without `where`: anywhere at all. With places: in at least one of them; with an
 * empty list only by a grant for the whole platform.
 */
export function can(actor: Actor, ability: Ability, where?: Place | readonly Place[]): boolean {
	const roles: readonly Role[] = POLICY[ability];
	const able = actor.grants.filter((grant) => roles.includes(grant.role));
	if (where === undefined) return able.length > 0;
	const places = 'agencyId' in where ? [where] : where;
	return able.some((grant) => grant.agencyId === null || places.some((at) => covers(grant, at)));
}

/** Throws a Refusal (`forbidden`, `ability-missing`) unless the actor may do this there. */
export function demand(actor: Actor, ability: Ability, where?: Place | readonly Place[]): void {
	if (!can(actor, ability, where)) throw new Refusal('forbidden', 'ability-missing', { ability });
}

function covers(grant: Grant, place: Place): boolean {
	return (
		grant.agencyId === place.agencyId &&
		(grant.unitId === null || place.unitIds.includes(grant.unitId))
	);
}

/** The agencies in which the actor gives and takes roles; null: in all of them. */
export function administeredAgencies(actor: Actor): string[] | null {
	if (can(actor, 'platform:administer')) return null;
	return actor.grants.flatMap(({ role, agencyId }) =>
		role === 'agency-admin' && agencyId ? [agencyId] : []
	);
}

/** What a role's grant must name: nothing, perhaps an agency, an agency, or an agency and perhaps one of its units. */
const ROLE_REACH: Record<Role, 'platform' | 'platform-or-agency' | 'agency' | 'unit'> = {
	supervisor: 'unit',
	'hr-officer': 'unit',
	contributor: 'unit',
	reviewer: 'platform-or-agency',
	organiser: 'unit',
	leader: 'unit',
	auditor: 'platform-or-agency',
	'agency-admin': 'agency',
	'platform-admin': 'platform'
};

/** Whether a role can be held at this place; the code of the reason if not. */
export function placeProblem(
	role: Role,
	place: { agencyId: string | null; unitId: string | null }
): 'grant-needs-agency' | 'grant-has-no-agency' | 'grant-has-no-unit' | null {
	const reach = ROLE_REACH[role];
	if (reach === 'platform' && place.agencyId) return 'grant-has-no-agency';
	if ((reach === 'agency' || reach === 'unit') && !place.agencyId) return 'grant-needs-agency';
	if (place.unitId && (reach !== 'unit' || !place.agencyId)) return 'grant-has-no-unit';
	return null;
}

/**
 * Whether the actor may hand a person a new way in (a one-time code) or close their account without gaining or
 * silencing powers above their own: the platform's administrator anyone; an agency's administrator whoever holds
 * roles only in that agency; an HR officer only people without a role, supervisors apart.
 */
export function outranks(actor: Actor, held: readonly Pick<Grant, 'role' | 'agencyId'>[]): boolean {
	const administered = administeredAgencies(actor);
	if (administered === null) return true;
	return held.every(
		(grant) =>
			grant.role === 'supervisor' ||
			(grant.agencyId !== null && administered.includes(grant.agencyId))
	);
}
