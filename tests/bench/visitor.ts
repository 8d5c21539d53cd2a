import { SESSION_COOKIE } from '#lib/server/identity/sessions.ts';

/** A learner without a browser: keeps cookies, follows no redirect, says what it received. */
export class Visitor {
	readonly origin: string;
	#cookies = new Map<string, string>();

	constructor(origin: string) {
		this.origin = origin;
	}

	get cookie(): string {
		return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
	}

	/** The session's id, as the cookie carries it. */
	get sessionId(): string {
		return this.#cookies.get(SESSION_COOKIE) ?? '';
	}

	async get(path: string): Promise<Response> {
		return this.#send(path, {});
	}

	/** Posts a plain form, as a browser without JavaScript does. */
	async post(path: string, fields: Record<string, string>): Promise<Response> {
		return this.#send(path, { method: 'POST', body: new URLSearchParams(fields) });
	}

	async #send(path: string, init: RequestInit): Promise<Response> {
		const response = await fetch(new URL(path, this.origin), {
			...init,
			redirect: 'manual',
			headers: { cookie: this.cookie, origin: this.origin, accept: 'text/html' }
		});
		for (const header of response.headers.getSetCookie()) {
			const [, name, value] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
			if (name && value) this.#cookies.set(name, value);
			else if (name) this.#cookies.delete(name);
		}
		return response;
	}

	/** Signs in with a trial account and gets past the privacy notice. */
	async signIn(identifier: string, password = 'widyapraja-contoh'): Promise<void> {
		const response = await this.post('/masuk', { identifier, password });
		if (response.status !== 303) throw new Error(`sign-in of ${identifier}: ${response.status}`);
		await this.post('/pemberitahuan-privasi', {});
	}
}
