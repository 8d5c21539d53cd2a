import type { Database } from '../db/connect.ts';
import { listOpenRequests } from './chance-requests.ts';

/** More than anybody answers. */
const most = 1000;

/** How many requests for further chances wait for the acting organiser at `now`, silence not having granted them. */
export async function countWaitingRequests(db: Database, now = new Date()): Promise<number> {
	return (await listOpenRequests(db, most, now)).length;
}
