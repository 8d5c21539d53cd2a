// Makes a lesson smoother where JavaScript runs: answers without leaving the page, answers kept while the
// connection is down, and the place reached. Without it every form works as plain HTML.

const layout = /** @type {HTMLElement | null} */ (document.querySelector('[data-lesson]'));
const lesson = layout?.dataset.lesson ?? '';
/** Unsent answers belong to one person on this device. */
const queueName = `antrean:${layout?.dataset.learner ?? ''}`;

/** After this long without a word from the server the connection counts as down. */
const PATIENCE = 30_000;
/** Between two attempts to send what is kept. */
const RETRY = 20_000;

/** @typedef {{ action: string, fields: [string, string][] }} Unsent */

/** @param {Unsent} unsent @param {string} name */
const field = ({ fields }, name) => fields.find(([key]) => key === name)?.[1] ?? '';

/** @returns {Unsent[]} */
function readQueue() {
	try {
		return JSON.parse(localStorage.getItem(queueName) ?? '[]');
	} catch {
		return [];
	}
}

/** The queue without the submission `event`, and with `unsent` in its place. @param {string} event @param {Unsent[]} unsent */
function replaceInQueue(event, ...unsent) {
	const queue = [...readQueue().filter((other) => field(other, 'event') !== event), ...unsent];
	if (queue.length > 0) localStorage.setItem(queueName, JSON.stringify(queue));
	else localStorage.removeItem(queueName);
}

/** @param {Unsent} unsent */
function post({ action, fields }) {
	return fetch(action, {
		method: 'POST',
		body: new URLSearchParams(fields),
		headers: { 'x-enhanced': '1', accept: 'text/html' },
		signal: AbortSignal.timeout(PATIENCE)
	});
}

/**
 * Takes the answered question and what counts it from the server's page. Other questions stay as they are: the
 * reader may have begun to answer them.
 * @param {string} html
 * @param {string} question
 */
function show(html, question) {
	const fresh = new DOMParser().parseFromString(html, 'text/html');
	for (const part of document.querySelectorAll(`[data-live], #${CSS.escape(question)}`)) {
		const next = fresh.getElementById(part.id);
		if (next && next.innerHTML !== part.innerHTML) part.replaceChildren(...next.childNodes);
	}
}

/** Says in the question's own status what becomes of the answer. @param {string} question @param {string | undefined} words */
function tell(question, words) {
	const line = document.createElement('p');
	line.className = 'check-line';
	line.textContent = words ?? '';
	document.getElementById(`hasil-${question}`)?.replaceChildren(line);
}

/** @param {SubmitEvent} event */
async function submit(event) {
	const form = /** @type {HTMLFormElement} */ (event.target);
	if (!form.matches('[data-check]')) return;
	event.preventDefault();
	if (form.dataset.sending) return;
	form.dataset.sending = 'yes';
	const data = new FormData(form);
	data.set('at', new Date().toISOString());
	const question = String(data.get('question'));
	const unsent = {
		action: form.action.split('#')[0] ?? form.action,
		fields: [...data].map(
			([name, value]) => /** @type {[string, string]} */ ([name, String(value)])
		)
	};
	tell(question, layout?.dataset.sending);
	try {
		const response = await post(unsent);
		if (response.redirected) {
			// Signed out meanwhile: the answer waits on this device until the person is back.
			replaceInQueue(field(unsent, 'event'), unsent);
			location.assign(response.url);
		} else if (response.ok || response.status === 422) {
			show(await response.text(), question);
			document.getElementById(`hasil-${question}`)?.focus();
		} else {
			// Refused or failed: send it the plain way and let the server's own page speak.
			form.submit();
		}
	} catch {
		replaceInQueue(field(unsent, 'event'), unsent);
		tell(question, layout?.dataset.queued);
		setTimeout(flush, RETRY);
	} finally {
		delete form.dataset.sending;
	}
}

let flushing = false;

/** Sends what is kept; each submission carries its own id, so that twice counts once. */
async function flush() {
	if (flushing) return;
	flushing = true;
	try {
		for (const unsent of readQueue()) {
			const response = await post(unsent);
			if (response.redirected || response.status >= 500) break;
			replaceInQueue(field(unsent, 'event'));
			if (new URL(unsent.action).pathname === lesson)
				show(await response.text(), field(unsent, 'question'));
		}
	} catch {
		setTimeout(flush, RETRY);
	} finally {
		flushing = false;
	}
}

/** A random id. `crypto.randomUUID` is missing where the site is reached by plain http. */
function newId() {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
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
	form.set('event', newId());
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
