// Issues certificates as the application does, a process of its own; at the sheet of the nth it says so and goes no further.
import { certificatePdf } from '#lib/server/certification/paper.ts';
import { APPLICATION_ROLE, connect } from '#lib/server/db/connect.ts';
import { issueCertificates } from '#lib/server/journeys/issue-certificates.ts';

const [url, secret, origin, nth] = process.argv.slice(2) as [string, string, string, string];
let sheets = 0;

await issueCertificates(
	connect(url, { role: APPLICATION_ROLE, max: 2 }),
	{
		...{ secret, origin },
		makePdf: async (facts, given) => {
			sheets += 1;
			if (sheets < Number(nth)) return certificatePdf(facts, given);
			process.stdout.write(`${facts.code}\n`);
			return new Promise(() => setInterval(() => {}, 60_000));
		}
	},
	(error) => {
		throw error;
	}
);
