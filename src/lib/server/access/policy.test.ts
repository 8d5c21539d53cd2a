import { describe, expect, test } from 'vitest';
import { Refusal } from '../refusal.ts';
import {
	can,
	demand,
	outranks,
	placeProblem,
	POLICY,
	ROLES,
	type Ability,
	type Actor,
	type Role
} from './policy.ts';

const here = { agencyId: 'a', unitIds: ['a1', 'a'] };
const elsewhere = { agencyId: 'b', unitIds: ['b1'] };

function holding(role: Role, agencyId: string | null = null, unitId: string | null = null): Actor {
	return { personId: 'p', grants: [{ role, agencyId, unitId, endsOn: null }] };
}

/** The policy once more, by role: whoever changes one must mean it and change the other. */
const ABILITIES: Record<Role, Ability[]> = {
	supervisor: [],
	'hr-officer': [
		'person:find',
		'person:reveal-number',
		'person:correct-name',
		'recovery:issue-code',
		'hours:confirm'
	],
	contributor: ['work:mark', 'items:review'],
	reviewer: ['regulation:survey', 'regrade:decide', 'items:review'],
	organiser: ['work:mark', 'chance:decide', 'time:extend', 'duty:give', 'certificate:keep'],
	leader: [],
	auditor: [],
	'agency-admin': [
		'person:find',
		'person:reveal-number',
		'person:correct-name',
		'recovery:issue-code',
		'account:close',
		'role:grant',
		'certificate:keep',
		'signatory:set',
		'hours:confirm'
	],
	'platform-admin': [
		'person:find',
		'person:reveal-number',
		'person:correct-name',
		'recovery:issue-code',
		'account:close',
		'role:grant',
		'regulation:survey',
		'certificate:keep',
		'signatory:set',
		'duty:give',
		'regrade:decide',
		'items:review',
		'platform:administer'
	]
};

describe.each(ROLES)('%s', (role) => {
	test.each(Object.keys(POLICY) as Ability[])('%s', (ability) => {
		const expected = ABILITIES[role].includes(ability);
		expect(can(holding(role, 'a'), ability)).toBe(expected);
		expect(can(holding(role, 'a'), ability, here)).toBe(expected);
		expect(can(holding(role, 'a'), ability, elsewhere)).toBe(false);
		expect(can(holding(role, 'a', 'a1'), ability, here)).toBe(expected);
		expect(can(holding(role, 'a', 'a2'), ability, here)).toBe(false);
		expect(can(holding(role), ability, elsewhere)).toBe(expected);
	});
});

test('without a grant nothing is allowed, and the refusal names the ability', () => {
	const learner: Actor = { personId: 'p', grants: [] };
	for (const ability of Object.keys(POLICY) as Ability[]) {
		expect(() => demand(learner, ability)).toThrowError(
			expect.objectContaining({ reason: 'forbidden', params: { ability } }) as Refusal
		);
	}
});

test('several places count if one does; no place at all only for the whole platform', () => {
	const officer = holding('hr-officer', 'a');
	expect(can(officer, 'person:find', [elsewhere, here])).toBe(true);
	expect(can(officer, 'person:find', [elsewhere])).toBe(false);
	expect(can(officer, 'person:find', [])).toBe(false);
	expect(can(holding('platform-admin'), 'person:find', [])).toBe(true);
});

test.each([
	['platform-admin', null, null, null],
	['platform-admin', 'a', null, 'grant-has-no-agency'],
	['agency-admin', null, null, 'grant-needs-agency'],
	['agency-admin', 'a', 'a1', 'grant-has-no-unit'],
	['hr-officer', 'a', 'a1', null],
	['hr-officer', null, null, 'grant-needs-agency'],
	['reviewer', null, null, null],
	['reviewer', 'a', null, null],
	['auditor', 'a', 'a1', 'grant-has-no-unit']
] as const)('%s in %s, unit %s: %s', (role, agencyId, unitId, problem) => {
	expect(placeProblem(role, { agencyId, unitId })).toBe(problem);
});

test.each([
	['hr-officer', 'a', [], true],
	['hr-officer', 'a', [['supervisor', 'a']], true],
	['hr-officer', 'a', [['hr-officer', 'a']], false],
	['hr-officer', 'a', [['agency-admin', 'a']], false],
	['agency-admin', 'a', [['agency-admin', 'a']], true],
	['agency-admin', 'a', [['reviewer', 'b']], false],
	['agency-admin', 'a', [['platform-admin', null]], false],
	['platform-admin', null, [['platform-admin', null]], true]
] as const)('%s in %s over holders of %j: %s', (role, agencyId, held, expected) => {
	const grants = held.map(([heldRole, at]) => ({ role: heldRole, agencyId: at }));
	expect(outranks(holding(role, agencyId), grants)).toBe(expected);
});
