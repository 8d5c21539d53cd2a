import { listOwnDuties } from '../access/duties.ts';
import { demand, type Actor } from '../access/policy.ts';
import { decideRequest, listOpenRequests } from '../assessment/chance-requests.ts';
import { grantedBySilenceAt } from '../assessment/chances.ts';
import { record } from '../audit/entries.ts';
import { findOutline } from '../catalog/releases.ts';
import type { Database } from '../db/connect.ts';

/** How many requests a page lists. */
const most = 50;

/** Requests that wait for the acting organiser, with what they are about and when silence grants them. */
export async function readChances(db: Database, actor: Actor, now = new Date()) {
	demand(actor, 'chance:decide');
	const [requests, organises] = await Promise.all([
		listOpenRequests(db, most, now),
		listOwnDuties(db, 'organiser')
	]);
	return {
		organises,
		requests: await Promise.all(
			requests.map(async ({ releaseId, testId, ...request }) => {
				const outline = await findOutline(db, releaseId);
				return {
					...request,
					grantedAt: grantedBySilenceAt(request.requestedAt),
					course: outline?.title ?? request.courseId,
					test: outline?.tests?.find(({ id }) => id === testId)?.title ?? testId,
					language: outline?.language ?? 'id'
				};
			})
		)
	};
}

/** Grants or refuses a request; deciding the same again changes nothing. With an audit entry. */
export async function decideChance(
	db: Database,
	actor: Actor,
	decision: { id: string; granted: boolean; reason: string }
): Promise<void> {
	demand(actor, 'chance:decide');
	const course = await decideRequest(db, actor.personId, decision);
	if (course === null) return;
	const act = decision.granted ? 'chance-granted' : 'chance-refused';
	await record(db, actor.personId, { act, detail: { request: decision.id, course } });
}
