import { createHash } from 'node:crypto';
import { script, style } from 'virtual:verifier';
import type { Language } from '../../format/dates.ts';
import type { Messages } from '../../messages/catalogue.ts';
import type { PublicKey } from '../certification/keys.ts';

const allowed = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** This script and this style and nothing else; above all no way to send anything anywhere. */
const POLICY = `default-src 'none'; script-src ${allowed(script)}; style-src ${allowed(style)}; base-uri 'none'; form-action 'none'`;

/** What the page is sent with; from disk it keeps to the same by what stands in its head. */
export const VERIFIER_POLICY = `${POLICY}; frame-ancestors 'none'`;

/**
 * The verifier as one HTML file, with the public keys (Multikeys) that certificates were signed with until `at`, and where
 * the register is asked (`origin`). It needs nothing else, and works from disk.
 */
export function verifierPage(
	known: readonly PublicKey[],
	at: Date,
	origin: string,
	language: Language,
	{ certificates: { verifier: words, check } }: Messages
): string {
	const register = `${origin}/cek-sertifikat`;
	const withdrawn = known.flatMap(({ publicKey, revocation }) =>
		revocation ? [[publicKey, revocation.since] as const] : []
	);
	const keys = JSON.stringify({
		keys: known.map(({ publicKey }) => publicKey),
		withdrawn: Object.fromEntries(withdrawn),
		at,
		check: register
	});
	return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${words.title} · Widyapraja</title>
<style>${style}</style>
</head>
<body>
<header><h1>${words.title}</h1></header>
<main>
<p>${words.lead}</p>
<noscript><p>${words.noScript} <a href="${register}">${check.title}</a></p></noscript>
<label for="berkas">${words.choose}</label>
<p class="hint" id="petunjuk">${words.hint}</p>
<input type="file" id="berkas" accept="application/pdf,application/json,.pdf,.json" aria-describedby="petunjuk">
<div id="hasil" role="status"></div>
</main>
<script type="application/json" id="kunci">${keys.replaceAll('<', '\\u003c')}</script>
<script>${script}</script>
</body>
</html>
`;
}
