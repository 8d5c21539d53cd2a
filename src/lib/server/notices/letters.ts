/** A letter's subject and plain text. */
export interface Letter {
	subject: string;
	body: string;
}

type Language = 'id' | 'en';

/** The letter with a link to set a new password. */
export function recoveryLetter(
	language: Language,
	{ name, link, minutes }: { name: string; link: string; minutes: number }
): Letter {
	if (language === 'en') {
		return {
			subject: 'Set a new Widyapraja password',
			body: `Dear ${name},

Someone, most likely you, asked to set a new password for your Widyapraja account. Open this address within ${minutes} minutes:

${link}

The address works once. If you did not ask for this, you need not do anything: your password stays as it is.

Widyapraja
This letter was sent automatically. Please do not reply to it.
`
		};
	}
	return {
		subject: 'Membuat kata sandi baru Widyapraja',
		body: `Yth. Bapak/Ibu ${name},

Kami menerima permintaan untuk membuat kata sandi baru bagi akun Widyapraja Anda. Buka alamat berikut dalam ${minutes} menit:

${link}

Alamat ini hanya dapat dipakai satu kali. Bila Anda tidak memintanya, abaikan surat ini; kata sandi Anda tidak berubah.

Atas perhatian Bapak/Ibu, kami ucapkan terima kasih.

Widyapraja
Surat ini dikirim secara otomatis. Mohon tidak membalasnya.
`
	};
}

/** What a person is told about their own account whoever did it: an intruder's act is noticed, too. */
export type AccessChange =
	'code-issued' | 'password-recovered' | 'password-changed' | 'account-closed';

const ACCESS_CHANGES: Record<Language, Record<AccessChange, { subject: string; text: string }>> = {
	id: {
		'code-issued': {
			subject: 'Kode kata sandi Widyapraja diterbitkan',
			text: 'Pengelola bangkom atau admin menerbitkan kode sekali pakai untuk membuat kata sandi baru akun Widyapraja Anda. Kode itu tidak pernah kami kirim lewat surat.\n\nBila Anda tidak memintanya, segera sampaikan kepada admin instansi Anda.'
		},
		'password-recovered': {
			subject: 'Kata sandi Widyapraja dibuat baru',
			text: 'Kata sandi akun Widyapraja Anda dibuat baru lewat pemulihan, dan semua sesi telah diakhiri.\n\nBila bukan Anda yang melakukannya, segera sampaikan kepada admin instansi Anda.'
		},
		'password-changed': {
			subject: 'Kata sandi Widyapraja diganti',
			text: 'Kata sandi akun Widyapraja Anda diganti, dan semua sesi lain telah diakhiri.\n\nBila bukan Anda yang melakukannya, buat kata sandi baru lewat Lupa kata sandi, lalu sampaikan kepada admin instansi Anda.'
		},
		'account-closed': {
			subject: 'Akun Widyapraja ditutup',
			text: 'Akun Widyapraja Anda ditutup oleh admin. Anda tidak dapat masuk; riwayat belajar tetap tersimpan.\n\nBila ini keliru, sampaikan kepada admin instansi Anda.'
		}
	},
	en: {
		'code-issued': {
			subject: 'A Widyapraja password code was issued',
			text: 'An HR officer or administrator issued a one-time code to set a new password for your Widyapraja account. We never send that code by letter.\n\nIf you did not ask for it, tell the administrator of your agency at once.'
		},
		'password-recovered': {
			subject: 'Your Widyapraja password was set anew',
			text: 'The password of your Widyapraja account was set anew by recovery, and all sessions have ended.\n\nIf this was not you, tell the administrator of your agency at once.'
		},
		'password-changed': {
			subject: 'Your Widyapraja password was changed',
			text: 'The password of your Widyapraja account was changed, and all other sessions have ended.\n\nIf this was not you, set a new password under Forgotten password, then tell the administrator of your agency.'
		},
		'account-closed': {
			subject: 'Your Widyapraja account was closed',
			text: 'An administrator closed your Widyapraja account. You cannot sign in; your learning record is kept.\n\nIf this is a mistake, tell the administrator of your agency.'
		}
	}
};

/** The letter that tells a person what happened to the access to their account. */
export function accessLetter(language: Language, change: AccessChange, name: string): Letter {
	const { subject, text } = ACCESS_CHANGES[language][change];
	return { subject, body: framed(language, name, text) };
}

/**
 * The letter that tells a person that a result of theirs is another by now, and where to read it; what it was and is, and
 * which questions it was about, stands on the page alone.
 */
export function regradedLetter(
	language: Language,
	{ name, course, cause }: { name: string; course: string; cause: 'mend' | 'undo' }
): Letter {
	const { subject, because, text } = REGRADED[language];
	return { subject, body: framed(language, name, text(course, because[cause])) };
}

const REGRADED = {
	id: {
		subject: 'Hasil kuis atau tes Anda dihitung ulang',
		because: {
			mend: 'Kunci Jawaban diperbaiki',
			undo: 'perbaikan Kunci Jawaban dibatalkan'
		},
		text: (course: string, because: string) =>
			`Hasil Anda pada pelatihan “${course}” dihitung ulang karena ${because}. Kelulusan, JP, dan sertifikat yang sudah Anda peroleh tetap berlaku.\n\nUntuk melihat hasil terbaru beserta alasannya, masuk ke Widyapraja, lalu buka kuis atau tesnya dari daftar materi pelatihan itu.\n\nBila menurut Anda hasilnya keliru, sampaikan kepada penyelenggara pelatihan.`
	},
	en: {
		subject: 'A result of yours was judged again',
		because: {
			mend: 'an answer key was mended',
			undo: 'a mended answer key was taken back'
		},
		text: (course: string, because: string) =>
			`Your result in the course “${course}” was judged again because ${because}. A pass, training hours or a certificate that you already have stay as they are.\n\nTo see the result and the reason, sign in to Widyapraja and open the quiz or test from the outline of that course.\n\nIf you think that the result is wrong, tell the organiser of the course.`
	}
};

/** Text between how the office greets and how it ends. */
function framed(language: Language, name: string, text: string): string {
	return language === 'en'
		? `Dear ${name},

${text}

Widyapraja
This letter was sent automatically. Please do not reply to it.
`
		: `Yth. Bapak/Ibu ${name},

${text}

Atas perhatian Bapak/Ibu, kami ucapkan terima kasih.

Widyapraja
Surat ini dikirim secara otomatis. Mohon tidak membalasnya.
`;
}

/** What names the one letter about a certificate that waits for its holder. */
export const aboutAward = (code: string) => `award:${code}`;

/** The letter that tells a holder that their certificate waits for name and titles. */
export function awardLetter(
	language: Language,
	{ name, course, link }: { name: string; course: string; link: string | null }
): Letter {
	if (language === 'en') {
		const way = link ?? 'Sign in to Widyapraja and open Account, My certificates.';
		return {
			subject: 'Check your name for the certificate',
			body: `Dear ${name},

You have completed the course ${course}. Its certificate is issued once you have checked how your name and titles are written:

${way}

Please check them carefully: what you confirm is written on the certificate and cannot be changed afterwards.

Widyapraja
This letter was sent automatically. Please do not reply to it.
`
		};
	}
	return {
		subject: 'Periksa nama Anda untuk sertifikat',
		body: `Yth. Bapak/Ibu ${name},

Anda telah menyelesaikan pelatihan ${course}. Sertifikatnya diterbitkan sesudah Anda memeriksa penulisan nama dan gelar:

${link ?? 'Masuk ke Widyapraja, lalu buka Akun, Sertifikat Saya.'}

Mohon diperiksa dengan teliti: yang Anda setujui tertulis pada sertifikat dan tidak dapat diubah sesudahnya.

Atas perhatian Bapak/Ibu, kami ucapkan terima kasih.

Widyapraja
Surat ini dikirim secara otomatis. Mohon tidak membalasnya.
`
	};
}
