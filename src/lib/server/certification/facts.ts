import type { TitledName } from '../../format/names.ts';

/**
 * All that a certificate says, frozen when it was earned: neither a new edition of the course nor another name of the
 * holder, the agency or a regulation changes it any more. Days are `YYYY-MM-DD` in Asia/Jakarta.
 */
export interface CertificateFacts {
	/** e.g. `00123/SPBE-101/KEM/XI/2026`; unique per organiser and year. */
	number: string;
	/** Random, unguessable: the public page's address. */
	code: string;
	/** As the holder confirmed it. */
	holder: TitledName;
	/** On paper only, never in the credential and never on a public page. */
	employment: {
		/** NIP or NI PPPK, 18 digits; null where the person has none. */
		number: string | null;
		post: string | null;
		unit: string | null;
		agency: string | null;
	};
	course: {
		id: string;
		title: string;
		code: string;
		/** The release's human number, e.g. `2026.1`. */
		edition: string;
		/** Content hash. */
		releaseId: string;
		/** Of the course's text, e.g. `id`. */
		language: string;
	};
	modules: {
		id: string;
		title: string;
		/** 1 JP = 45 minutes. */
		jp: number;
		objectives: { id: string; text: string; met: boolean }[];
	}[];
	/** What the certificate covers; the sum of its modules. */
	jp: number;
	/** Result of the test at the end, 0–100 with two decimals; null where the course has none. Shown only as a band. */
	score: number | null;
	/** What had to be reached in it, 0–100; absent from what was earned before it was kept. */
	passMark?: number | null;
	competencies: { id: string; name: string; level: number }[];
	/** Instruments the course rests on, with the state they had. */
	legal: { id: string; short: string; status: string }[];
	/** Who stands for it. Numbers count per organiser and year. */
	organiser: { code: string; name: string };
	/** Others who take part, universities above all. */
	providers: string[];
	/** Who signs by office. */
	signatory: { post: string; name: string | null };
	/** Town where it is issued; null where nobody named one, absent in what was awarded before there was one. */
	issuedIn?: string | null;
	startedOn: string;
	completedOn: string;
	issuedOn: string;
	/** Null where it does not expire. */
	validUntil: string | null;
	/** Given by a trial: an example, and no certificate of anybody's. */
	sample?: true;
}
