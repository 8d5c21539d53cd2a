import { formatNumber } from '../../format/numbers.ts';
import { messagesIn } from '../../messages/catalogue.ts';
import { statementPaper as words } from '../../messages/id/papers.ts';
import type { Database } from '../db/connect.ts';
import { findNumberInUse, findPerson } from '../identity/people.ts';
import { listPosts, postOn } from '../organisation/placements.ts';
import type { TrainingForm } from './forms.ts';
import type { HourEntry } from './ledger.ts';
import type { Period } from './periods.ts';
import { entriesIn } from './position.ts';
import type { Statement, StatementEntry } from './statement-paper.ts';
import { choosePeriod, readHourYears } from './years.ts';

/**
 * What a person's own statement of JP says, and the name of its period in a file's name. `asked` is a period's key or
 * `semua`; else the current one. `today` is a day in Asia/Jakarta.
 */
export async function readStatement(
	db: Database,
	personId: string,
	asked: string | null,
	today: string
): Promise<{ statement: Statement; key: string }> {
	const [{ entries, periods }, holder, number, posts] = await Promise.all([
		readHourYears(db, personId, today),
		findPerson(db, personId),
		findNumberInUse(db, personId),
		listPosts(db, personId)
	]);
	const { period, all } = choosePeriod(periods, asked, today);
	const post = postOn(posts, today);
	const shown = (all ? entries : entriesIn(entries, period)).toReversed();
	const statement: Statement = {
		holder,
		number,
		post: post?.postTitle ?? null,
		unit: post?.unit ?? null,
		agency: post?.agency ?? null,
		period: all
			? { name: words.periods.all, from: shown[0]?.earnedOn ?? today, until: today }
			: { name: nameOf(period), from: period.startsOn, until: period.endsOn },
		entries: shown.map(entryOf),
		rule: all ? null : ruleOf(period),
		remark: all ? null : remarkOf(period),
		printedOn: today
	};
	return { statement, key: all ? 'semua' : period.key };
}

function nameOf({ basis, key }: Period): string {
	return basis === 'calendar-year' ? words.periods.year(key) : words.periods.contract;
}

/** Why its days are what they are, and what is not certain of it. */
function remarkOf({ assumed, doubt }: Period): string | null {
	const said = [assumed && words.assumed[assumed], doubt && words.doubts[doubt]];
	return said.filter((one) => one !== null).join(' ') || null;
}

function entryOf(entry: HourEntry): StatementEntry {
	const { forms } = messagesIn('id').hours;
	return {
		on: entry.earnedOn,
		activity: entry.kind === 'reversal' ? words.reversalOf(entry.title) : entry.title,
		form: forms[entry.form as TrainingForm] ?? entry.form,
		organiser: entry.organiser,
		jp: entry.jp,
		evidence: entry.certificate
	};
}

/** The rule of a period in a sentence. */
function ruleOf({ rule }: Period): Statement['rule'] {
	if (!rule) return null;
	const { minimum: least, maximum: most, source } = rule;
	const kind = messagesIn('id').account.profile.employeeKinds[rule.employeeKind];
	const [basis, written] = [words.bases[rule.basis], (jp: number) => formatNumber(jp, 'id', 2)];
	const text =
		least !== null && most !== null
			? words.between(written(least), written(most), basis, kind)
			: least !== null
				? words.least(written(least), basis, kind)
				: most !== null
					? words.most(written(most), basis, kind)
					: words.unbounded(kind);
	return { text, source, least, most };
}
