import type { Letter } from './letters.ts';

/** What an officer did with somebody's certificate. */
export type CertificateChange = 'revoked' | 'void' | 'replaced' | 'restored';

/** What the letter tells; `number` is that of the certificate decided about. */
export interface ChangedCertificate {
	/** Whom it addresses. */
	name: string;
	course: string;
	number: string;
	organiser: string;
	reason: string;
}

/** The letter that tells a holder what was decided about their certificate, why, and what they can do. */
export function certificateLetter(
	language: 'id' | 'en',
	change: CertificateChange,
	told: ChangedCertificate
): Letter {
	const { name, course, number, organiser, reason } = told;
	const { subject, what, next } = WORDS[language][change];
	const object = change === 'restored' ? '' : `\n\n${OBJECTION[language](organiser)}`;
	const body =
		language === 'en'
			? `Dear ${name},

${what(number, course)}

Reason: ${reason}

${next}${object}

Widyapraja
This letter was sent automatically. Please do not reply to it.
`
			: `Yth. Bapak/Ibu ${name},

${what(number, course)}

Alasan: ${reason}

${next}${object}

Atas perhatian Bapak/Ibu, kami ucapkan terima kasih.

Widyapraja
Surat ini dikirim secara otomatis. Mohon tidak membalasnya.
`;
	return { subject, body };
}

type Words = Record<
	CertificateChange,
	{ subject: string; what: (number: string, course: string) => string; next: string }
>;

const WORDS: Record<'id' | 'en', Words> = {
	id: {
		revoked: {
			subject: 'Sertifikat Anda dicabut',
			what: (number, course) => `Sertifikat nomor ${number} untuk pelatihan ${course} dicabut.`,
			next: 'Halaman publiknya kini menyebut pencabutan dan alasan ini. Berkasnya tetap dapat Anda unduh di Sertifikat Saya.'
		},
		void: {
			subject: 'Sertifikat Anda tidak jadi diterbitkan',
			what: (number, course) =>
				`Sertifikat nomor ${number} untuk pelatihan ${course} tidak jadi diterbitkan.`,
			next: 'Nomornya tidak dipakai lagi. Keterangannya ada di Sertifikat Saya.'
		},
		replaced: {
			subject: 'Sertifikat Anda digantikan: periksa nama dan gelar',
			what: (number, course) =>
				`Sertifikat nomor ${number} untuk pelatihan ${course} digantikan oleh sertifikat baru.`,
			next: 'Buka Sertifikat Saya, lalu periksa nama dan gelar pada penggantinya. Sertifikat pengganti terbit sesudah Anda menyatakannya benar.'
		},
		restored: {
			subject: 'Sertifikat Anda dipulihkan: periksa nama dan gelar',
			what: (number, course) =>
				`Pencabutan sertifikat nomor ${number} untuk pelatihan ${course} ternyata keliru. Anda mendapat sertifikat baru sebagai gantinya.`,
			next: 'Buka Sertifikat Saya, lalu periksa nama dan gelarnya. Sertifikat terbit sesudah Anda menyatakannya benar.'
		}
	},
	en: {
		revoked: {
			subject: 'Your certificate was revoked',
			what: (number, course) => `Certificate ${number} for the course ${course} was revoked.`,
			next: 'Its public page now tells of the revocation and this reason. You can still download its files under My certificates.'
		},
		void: {
			subject: 'Your certificate will not be issued',
			what: (number, course) =>
				`Certificate ${number} for the course ${course} will not be issued.`,
			next: 'Its number is used no more. My certificates tells of it.'
		},
		replaced: {
			subject: 'Your certificate was replaced: check name and titles',
			what: (number, course) =>
				`Certificate ${number} for the course ${course} was replaced by a new one.`,
			next: 'Open My certificates and check name and titles on its replacement, which is issued once you say that they are right.'
		},
		restored: {
			subject: 'Your certificate was restored: check name and titles',
			what: (number, course) =>
				`Certificate ${number} for the course ${course} was revoked by mistake. You get a new certificate in its place.`,
			next: 'Open My certificates and check name and titles. It is issued once you say that they are right.'
		}
	}
};

/** UU 30/2014, Pasal 77 ayat (1). */
const OBJECTION: Record<'id' | 'en', (organiser: string) => string> = {
	id: (organiser) =>
		`Bila Anda berkeberatan, sampaikan keberatan tertulis kepada ${organiser} paling lama 21 hari kerja sejak keputusan ini diberitahukan (UU 30/2014, Pasal 77), dengan menyebut nomor sertifikat dan alasan Anda.`,
	en: (organiser) =>
		`If you object, write to ${organiser} within 21 working days of this notice (Law 30/2014, article 77), naming the certificate’s number and your reasons.`
};
