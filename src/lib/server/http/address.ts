/** What the server knows of its own address. */
export type OwnAddress = {
	/** The public origin, when the operator named one. */
	origin: URL | null;
	/** The name it was told to listen on, for example `127.0.0.1` or `lms.local`. */
	host: string;
};

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The protocol and host a request is taken to be for; null when its Host header names nobody here (a rebound
 * name, a misdirected proxy). A configured origin always wins; otherwise only names that cannot be another
 * site's are believed: loopback, the configured name, and the very address the connection arrived on.
 */
export function addressOf(
	hostHeader: string | undefined,
	arrivedOn: string | undefined,
	{ origin, host }: OwnAddress
): { protocol: 'http' | 'https'; host: string } | null {
	if (origin)
		return { protocol: origin.protocol === 'https:' ? 'https' : 'http', host: origin.host };
	const asked = /^(?<name>[a-z0-9.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i.exec(hostHeader ?? '');
	const name = asked?.groups?.name?.toLowerCase();
	if (!name || !hostHeader) return null;
	const known =
		LOOPBACK.has(name) || name === bracketed(host) || name === bracketed(plain(arrivedOn));
	return known ? { protocol: 'http', host: hostHeader.toLowerCase() } : null;
}

/** A dual-stack socket reports IPv4 peers as `::ffff:10.0.0.5`. */
function plain(address = ''): string {
	return address.replace(/^::ffff:(?=[\d.]+$)/, '');
}

function bracketed(host: string): string {
	return host.includes(':') ? `[${host}]` : host.toLowerCase();
}
