import { randomUUID } from 'node:crypto';
import { asc } from 'drizzle-orm';
import { demand, type Actor } from '../access/policy.ts';
import { record } from '../audit/entries.ts';
import type { Database } from '../db/connect.ts';
import { Refusal } from '../refusal.ts';
import { STATUTORY_RULES, type HourRule } from './rules.ts';
import { hourRules } from './tables.ts';

/** A rule with who set it and when; null for the law itself. */
export interface SetRule extends HourRule {
	setAt: Date | null;
}

/** The law and what was set beside it, in the order in which a later word counts. */
export async function listRules(db: Database): Promise<SetRule[]> {
	const rows = await db
		.select({
			employeeKind: hourRules.employeeKind,
			minimum: hourRules.minimum,
			maximum: hourRules.maximum,
			basis: hourRules.basis,
			fromOn: hourRules.fromOn,
			source: hourRules.source,
			setAt: hourRules.setAt
		})
		.from(hourRules)
		.orderBy(asc(hourRules.setAt), asc(hourRules.id));
	return [...STATUTORY_RULES.map((rule) => ({ ...rule, setAt: null })), ...rows];
}

/**
 * Sets a rule from a day on; earlier ones stay and hold until the day before. Refusals (`invalid`): bounds that
 * contradict each other (`hour-rule-bounds`), no source (`hour-rule-source`).
 */
export async function setRule(
	db: Database,
	administrator: Actor,
	rule: HourRule,
	now = new Date()
): Promise<void> {
	demand(administrator, 'platform:administer');
	const { minimum, maximum, employeeKind, fromOn } = rule;
	if (minimum !== null && maximum !== null && minimum > maximum)
		throw new Refusal('invalid', 'hour-rule-bounds');
	if (!rule.source.trim()) throw new Refusal('invalid', 'hour-rule-source');
	const id = randomUUID();
	const source = rule.source.trim();
	await db
		.insert(hourRules)
		.values({ ...rule, source, id, setBy: administrator.personId, setAt: now });
	await record(db, administrator.personId, {
		act: 'hour-rule-set',
		detail: { rule: id, employeeKind, fromOn }
	});
}
