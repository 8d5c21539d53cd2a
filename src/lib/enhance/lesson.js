// Makes a lesson smoother where JavaScript runs: answers without leaving the page, answers kept while the
// connection is down, and the place reached. Without it every form works as plain HTML.

const layout = /** @type {HTMLElement | null} */ (document.querySelector('[data-lesson]'));
const lesson = layout?.dataset.lesson ?? '';
/** Unsent answers belong to one person on this device. */
const queueName = `antrean:${layout?.dataset.learner ?? ''}`;

/** @typedef {{ action: string, fields: [string, string][] }} Unsent */

/** @returns {Unsent[]} */
function readQueue() {
	try {
		return JSON.parse(localStorage.getItem(queueName) ?? '[]');
	} catch {
		return [];
	}
}

/** @param {Unsent[]} queue */
function writeQueue(queue) {
	if (queue.length > 0) localStorage.setItem(queueName, JSON.stringify(queue));
	else localStorage.removeItem(queueName);
}

/** @param {Unsent} unsent */
function post({ action, fields }) {
	return fetch(action, {
		method: 'POST',
		body: new URLSearchParams(fields),
		headers: { 'x-enhanced': '1', accept: 'text/html' }
	});
}

/** Takes the parts marked `data-live` from the server's page. @param {string} html */
function show(html) {
	const fresh = new DOMParser().parseFromString(html, 'text/html');
	for (const part of document.querySelectorAll('[data-live]')) {
		const next = fresh.getElementById(part.id);
		if (next && next.innerHTML !== part.innerHTML) part.replaceChildren(...next.childNodes);
	}
}

/** @param {SubmitEvent} event */
async function submit(event) {
	const form = /** @type {HTMLFormElement} */ (event.target);
	if (!form.matches('[data-check]')) return;
	event.preventDefault();
	const button = event.submitter;
	if (button?.getAttribute('aria-disabled') === 'true') return;
	button?.setAttribute('aria-disabled', 'true');
	const data = new FormData(form);
	data.set('at', new Date().toISOString());
	const question = String(data.get('question'));
	const unsent = {
		action: form.action.split('#')[0] ?? form.action,
		fields: [...data].map(
			([name, value]) => /** @type {[string, string]} */ ([name, String(value)])
		)
	};
	try {
		const response = await post(unsent);
		if (response.redirected || (response.status >= 400 && response.status !== 422)) {
			// Signed out meanwhile, or refused: let the server's own page speak.
			location.assign(response.redirected ? response.url : lesson);
			return;
		}
		show(await response.text());
		document.getElementById(`hasil-${question}`)?.focus();
	} catch {
		writeQueue([...readQueue(), unsent]);
		button?.removeAttribute('aria-disabled');
		const status = document.getElementById(`hasil-${question}`);
		if (status) status.textContent = layout?.dataset.queued ?? '';
	}
}

/** Sends what could not be sent before; each submission carries its own id, so that twice counts once. */
async function flush() {
	let sentHere = false;
	for (const unsent of readQueue()) {
		try {
			const response = await post(unsent);
			if (response.redirected || response.status >= 500) return;
			if (unsent.action.includes(lesson)) {
				show(await response.text());
				sentHere = true;
			}
		} catch {
			return;
		}
		writeQueue(readQueue().slice(1));
	}
	return sentHere;
}

/** The last heading or question above the middle of the window. */
function currentPlace() {
	let place = '';
	for (const mark of document.querySelectorAll('.prose h2[id], .check-place')) {
		if (mark.getBoundingClientRect().top < innerHeight / 2) place = mark.id;
	}
	return place;
}

let markedPlace = location.hash.slice(1);

function markPlace() {
	const place = currentPlace();
	if (document.visibilityState !== 'hidden' || !place || place === markedPlace) return;
	markedPlace = place;
	const form = new FormData();
	form.set('event', crypto.randomUUID());
	form.set('at', new Date().toISOString());
	form.set('place', place);
	navigator.sendBeacon(`${lesson}/tempat`, form);
}

if (layout) {
	document.addEventListener('submit', (event) => void submit(event));
	document.addEventListener('visibilitychange', markPlace);
	addEventListener('online', () => void flush());
	void flush();
}
