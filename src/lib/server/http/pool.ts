import { DATABASE_URL } from '$app/env/private';
import { APPLICATION_ROLE, connect } from '../db/connect.ts';

/** The application's connections. */
export const pool = connect(DATABASE_URL, { role: APPLICATION_ROLE });
