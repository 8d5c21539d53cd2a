import { join } from 'node:path';
import { DATA_DIR, MAIL_FROM, SMTP_URL } from '$app/env/private';
import { folderTransport, smtpTransport } from '../notices/mail.ts';

/** The mail server of the installation; without one letters become files in DATA_DIR/mail. */
export const transport = SMTP_URL
	? smtpTransport(SMTP_URL, MAIL_FROM)
	: folderTransport(join(DATA_DIR, 'mail'), MAIL_FROM);
