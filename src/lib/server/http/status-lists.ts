import { KEY_SECRET } from '$app/env/private';
import { statusListReader } from '../journeys/read-status-list.ts';
import { pool } from './pool.ts';

/** The published lists of revoked certificates, signed once for this process. */
export const readStatusList = statusListReader(pool, KEY_SECRET);
