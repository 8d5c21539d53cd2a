import type { BrowserContext, Page } from '@playwright/test';
import { rendered } from '../../support/inert.ts';

/**
 * Listens for everything a hostile text could do on the pages of this context: call, ask, open, connect, leave. What
 * goes off is added to the list returned; requests to another host are noted and stopped.
 */
export async function setTraps(context: BrowserContext, origin: string): Promise<string[]> {
	const alarms: string[] = [];
	await context.exposeBinding('alarm', (_source, what: string) => void alarms.push(what));
	await context.addInitScript(armPage);
	context.on('dialog', (dialog) => {
		alarms.push(`dialog ${dialog.message()}`);
		void dialog.dismiss();
	});
	await context.route(
		(url) => url.origin !== origin,
		(route) => {
			alarms.push(`request ${route.request().url().slice(0, 200)}`);
			return route.abort();
		}
	);
	const watchNavigation = (page: Page) => {
		page.on('popup', () => alarms.push(`popup from ${page.url()}`));
		page.on('websocket', (socket) => alarms.push(`socket ${socket.url()}`));
		page.on('worker', (worker) => alarms.push(`worker ${worker.url()}`));
		page.on('download', (download) => alarms.push(`download ${download.url()}`));
		page.on('frameattached', () => alarms.push(`frame on ${page.url()}`));
	};
	for (const page of context.pages()) watchNavigation(page);
	context.on('page', watchNavigation);
	return alarms;
}

/** Runs in the page before anything of its own. */
function armPage(): void {
	const scope = window as unknown as Record<string, unknown> & { alarm(what: string): void };
	const ring = scope.alarm.bind(scope);
	for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'msgbox'])
		scope[name] = () => ring(name);
	const connections = ['EventSource', 'WebSocket', 'Worker', 'SharedWorker', 'RTCPeerConnection'];
	for (const name of connections)
		scope[name] = class {
			constructor() {
				ring(name);
			}
		};
	document.write = document.writeln = () => ring('document.write');
	addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
		ring(`policy ${violatedDirective} ${blockedURI}`)
	);
}

/** Opens, points at, focuses and clicks everything within `selector`; only ordinary links are kept from leaving. */
export async function provoke(page: Page, selector: string): Promise<void> {
	await page.evaluate((within) => {
		const ordinary = ['http:', 'https:', 'mailto:', 'reg:'];
		const stay = (event: Event) => {
			const link = event.target instanceof Element ? event.target.closest('a') : null;
			if (link && ordinary.includes(link.protocol)) event.preventDefault();
		};
		addEventListener('click', stay, true);
		const events =
			'mouseover mouseenter pointerover pointerdown mousedown focusin wheel scroll keydown input change toggle load error animationstart transitionend beforeinput contextmenu dblclick auxclick begin';
		for (const element of document.querySelectorAll(`${within} *`)) {
			// Forms are ours; sending them would leave the page.
			if (element.closest('form, [form]')) continue;
			if (element instanceof HTMLDetailsElement) element.open = true;
			for (const name of events.split(' '))
				element.dispatchEvent(new Event(name, { bubbles: true, cancelable: true }));
			if (!(element instanceof HTMLElement)) continue;
			element.focus();
			element.click();
		}
		removeEventListener('click', stay, true);
	}, selector);
}

/** What the browser made of the texts within `selector` that our renderer does not write. */
export function strangers(page: Page, selector: string): Promise<string[]> {
	return page.evaluate(
		([within, allowed]) => {
			const found: string[] = [];
			for (const element of document.querySelectorAll(`${within} *`)) {
				const name = element.localName;
				const place = element.closest('[data-text]')?.getAttribute('data-text') ?? '';
				const tell = (what: string) => found.push(`${place} ${what}`);
				if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml' || !(name in allowed))
					tell(`element ${name}`);
				for (const attribute of element.attributes)
					if (!allowed[name]?.includes(attribute.name)) tell(`${name} ${attribute.name}`);
				if (element instanceof HTMLAnchorElement && element.hasAttribute('href')) {
					if (!['http:', 'https:', 'mailto:', 'reg:'].includes(element.protocol))
						tell(`link ${element.href}`);
					if (element.parentElement?.closest('a')) tell('link in a link');
				}
				for (const source of ['src', 'poster'])
					if (new URL(element.getAttribute(source) ?? '', location.href).origin !== location.origin)
						tell(`${source} ${element.getAttribute(source)}`);
				if (element.id && !/^(?:bagian|catatan|rujukan)-/.test(element.id))
					tell(`id ${element.id}`);
			}
			return found;
		},
		[selector, rendered] as const
	);
}
