import type { IncomingMessage, ServerResponse } from 'node:http';

/** What is said before the application, with its languages and its looks, comes into it. */
export interface PlainRefusal {
	status: number;
	title: string;
	remedy: string;
}

export const UNKNOWN_HOST: PlainRefusal = {
	status: 421,
	title: 'Alamat ini tidak dikenal oleh server',
	remedy: 'Buka lewat alamat resminya; pengelola server menetapkannya dengan ORIGIN.'
};
export const UNREADABLE: PlainRefusal = {
	status: 400,
	title: 'Permintaan tidak dapat dibaca',
	remedy: 'Periksa alamatnya, atau mulai lagi dari beranda.'
};
const CROSS_SITE: PlainRefusal = {
	status: 403,
	title: 'Formulir ini dikirim dari alamat lain',
	remedy:
		'Kiriman ditolak demi keamanan. Buka halamannya langsung di situs ini, lalu kirim ulang. / This form came from another site. Open the page on this site and send it again.'
};

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Why a request for `origin` gets no further, or null: an address that is not well-formed, or something sent that does
 * not come from our own pages. Kit judges the same, in words that few of our readers would understand.
 */
export function refusalOf(
	{ method = 'GET', url = '/', headers }: IncomingMessage,
	origin: string
): PlainRefusal | null {
	if (!isReadable(url)) return UNREADABLE;
	return READING.has(method) || headers.origin === origin ? null : CROSS_SITE;
}

/** Answers with a page that needs nothing else, and closes the connection. */
export function refusePlainly(
	response: ServerResponse,
	{ status, title, remedy }: PlainRefusal
): void {
	response.writeHead(status, {
		'content-type': 'text/html; charset=utf-8',
		'cache-control': 'no-store',
		connection: 'close'
	});
	response.end(`<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} · Widyapraja</title>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${remedy}</p>
<p><a href="/">Ke beranda</a></p>
</main>
</body>
</html>
`);
}

function isReadable(url: string): boolean {
	try {
		decodeURI(url.split('?', 1)[0] ?? '');
		return true;
	} catch {
		return false;
	}
}
