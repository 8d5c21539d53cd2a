import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** Headers a client or a proxy may use to say who it is: believed only where the operator said so. */
const FORWARDING =
	/^(forwarded|x-forwarded-.*|x-real-ip|x-client-ip|true-client-ip|cf-connecting-ip)$/;

const ALWAYS: Record<string, string> = {
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy':
		'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
	'referrer-policy': 'strict-origin-when-cross-origin',
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY'
};

/** A file opened on its own runs nothing and loads nothing; a drawing may carry its own style. */
const FILE_POLICY =
	"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * A page runs and loads what this server sends, nothing written into it. Set here and not by Kit, which would put it
 * together anew for every page in order to allow scripts of its own that our pages do not have.
 */
export const PAGE_POLICY =
	"default-src 'none'; base-uri 'none'; connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; img-src 'self' data:; manifest-src 'self'; media-src 'self'; script-src 'self'; style-src 'self'";

/** Icon and manifest stand at fixed addresses: browsers ask for them again once a day, not on every page. */
const EVERYBODYS = /^image\/|manifest/;
const A_DAY = 'public, max-age=86400';

const COMPRESSIBLE = /^text\/|javascript|json|xml/;

/** Removes what a client claims about how it reached us, except the one header the operator trusts. */
export function dropForwarding(headers: NodeJS.Dict<string | string[]>, trusted = ''): void {
	for (const name of Object.keys(headers))
		if (FORWARDING.test(name) && name !== trusted.toLowerCase()) delete headers[name];
}

/** Completes the headers of every response, files included, at the moment they are sent; what a page set stays. */
export function secureResponse(response: ServerResponse, { https }: { https: boolean }): void {
	const send = response.writeHead;
	response.writeHead = function (
		this: ServerResponse,
		status: number,
		reason?: string | OutgoingHttpHeaders | OutgoingHttpHeader[],
		given?: OutgoingHttpHeaders | OutgoingHttpHeader[]
	) {
		const headers = typeof reason === 'string' ? given : reason;
		if (Array.isArray(headers)) throw new TypeError('headers are given as an object');
		for (const [name, value] of Object.entries(headers ?? {}))
			if (value !== undefined) this.setHeader(name, value);
		complete(this, status, https);
		return send.call(this, status);
	} as typeof send;
}

function complete(response: ServerResponse, status: number, https: boolean): void {
	// The browser puts what a 304 carries in place of what it kept: the page's own policy must stay.
	if (status === 304) return;
	const type = String(response.getHeader('content-type') ?? '');
	const defaults = {
		...ALWAYS,
		'content-security-policy': type.startsWith('text/html') ? PAGE_POLICY : FILE_POLICY,
		...(status === 200 && EVERYBODYS.test(type) ? { 'cache-control': A_DAY } : {}),
		...(https ? { 'strict-transport-security': 'max-age=31536000' } : {})
	};
	for (const [name, value] of Object.entries(defaults))
		if (!response.hasHeader(name)) response.setHeader(name, value);
	if (COMPRESSIBLE.test(type)) varyOnEncoding(response);
}

/** A cache between us and the reader must not hand a compressed page to someone who cannot read it. */
function varyOnEncoding(response: ServerResponse): void {
	const present = [response.getHeader('vary') ?? []].flat().join(', ');
	if (!/accept-encoding/i.test(present))
		response.setHeader('vary', present ? `${present}, Accept-Encoding` : 'Accept-Encoding');
}
