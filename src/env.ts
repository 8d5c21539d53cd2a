import { building } from '$app/env';
import { defineEnvVars } from '@sveltejs/kit/env';
import * as v from 'valibot';

/** Nothing is served while building, so nothing has to be set then. */
const whenServing = <const S extends v.GenericSchema<string>>(schema: S) =>
	building ? v.optional(v.string(), '') : schema;

/** Variables the running application reads. `npm start` sets those it computes itself (README, .env.example). */
export const variables = defineEnvVars({
	DATABASE_URL: {
		description: 'PostgreSQL of the application; set by npm start when the embedded one is used',
		schema: whenServing(v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\//)))
	},
	DATA_DIR: {
		description: 'Folder for what is not in the database: trial keys, trial mail',
		schema: v.optional(v.string(), '.data')
	},
	KEY_SECRET: {
		description: 'Secret that keys throttling and wraps signing keys; at least 32 characters',
		schema: whenServing(v.pipe(v.string(), v.minLength(32)))
	},
	ORIGIN: {
		description:
			'Public address, e.g. https://belajar.contoh.go.id; issuers of certificates are named by it',
		schema: v.optional(v.string(), '')
	},
	HOST: { description: 'Address listened on', schema: v.optional(v.string(), '127.0.0.1') },
	PORT: { description: 'Port listened on', schema: v.optional(v.string(), '3000') },
	SMTP_URL: {
		description:
			'Mail server, e.g. smtps://user:pass@mail.example; without it the trial writes letters to DATA_DIR/mail',
		schema: v.optional(v.string())
	},
	MAIL_FROM: {
		description: 'Sender of mail',
		schema: v.optional(v.string(), 'Widyapraja <widyapraja@contoh.go.id>')
	},
	CONTROLLER_NAME: {
		description: 'Agency that answers for the personal data; named in the privacy notice',
		schema: v.optional(v.string(), '')
	},
	CONTROLLER_CONTACT: {
		description: 'How to reach that agency about personal data, e.g. an e-mail address',
		schema: v.optional(v.string(), '')
	},
	TRIAL: {
		description: '1 when the embedded database carries trial data; set by npm start',
		schema: v.optional(v.picklist(['0', '1']), '0')
	}
});
