import { DATABASE_URL } from '$app/env/private';
import { APPLICATION_ROLE, connect } from '../db/connect.ts';

/**
 * The application's connections. Four keep one process of ours busy: statements queue on them in one message, and more
 * would only put PostgreSQL's processes to sleep and wake them again (ten cost a fifth of the pages a second). Nothing
 * slow, such as hashing a password or sending a letter, is done while one is held.
 */
export const pool = connect(DATABASE_URL, { role: APPLICATION_ROLE, max: 4 });
