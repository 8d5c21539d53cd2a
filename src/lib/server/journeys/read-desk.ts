import { can, type Actor } from '../access/policy.ts';
import { countWaitingRequests } from '../assessment/waiting-requests.ts';
import { listQueue } from '../assessment/works.ts';
import type { Database } from '../db/connect.ts';
import { listSubmissions } from '../hours/submissions.ts';

/** How much waits for a person: for their office, and of their own. */
export interface Desk {
	/** Essays and projects to be marked. */
	works: number;
	/** Requests for further chances. */
	chances: number;
	/** Trainings from elsewhere to be confirmed. */
	submissions: number;
	/** Own ones that came back to be mended. */
	returned: number;
}

/** Counts what waits for the actor, of what they may do. */
export async function readDesk(db: Database, actor: Actor, now = new Date()): Promise<Desk> {
	const { personId } = actor;
	const count = async (filter: Parameters<typeof listSubmissions>[1]) => {
		const [first] = await listSubmissions(db, filter, { limit: 1 });
		return first?.all ?? 0;
	};
	const [works, chances, submissions, returned] = await Promise.all([
		can(actor, 'work:mark') ? listQueue(db, 1).then((queue) => queue.count) : 0,
		can(actor, 'chance:decide') ? countWaitingRequests(db, now) : 0,
		can(actor, 'hours:confirm') ? count({ notPersonId: personId, state: 'submitted' }) : 0,
		count({ personId, state: 'returned' })
	]);
	return { works, chances, submissions, returned };
}
