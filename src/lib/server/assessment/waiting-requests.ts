import type { Database } from '../db/connect.ts';
import { listOpenRequests } from './chance-requests.ts';
import { stateOf } from './chances.ts';

/** More than anybody answers. */
const most = 1000;

/** How many requests for further chances wait for the acting organiser at `now`, silence not having granted them. */
export async function countWaitingRequests(db: Database, now = new Date()): Promise<number> {
	const open = await listOpenRequests(db, most);
	return open.filter(
		({ requestedAt }) => stateOf({ requestedAt, decision: null }, now) === 'waiting'
	).length;
}
