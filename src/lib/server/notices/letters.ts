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
	const body =
		language === 'en'
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
	return { subject, body };
}

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
