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
