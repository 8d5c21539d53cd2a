// On every page of somebody signed in, where JavaScript runs: answers without leaving the lesson, answers kept
// while the connection is down and sent from whatever page is open, the place reached, bookmarks without a new page,
// and the section being read. Without it every form works as plain HTML.

const status = /** @type {HTMLElement} */ (document.getElementById('antrean'));
const words = status.dataset;
const lesson =
	/** @type {HTMLElement | null} */ (document.querySelector('[data-lesson]'))?.dataset.lesson ?? '';

/** What is kept belongs to one person on this device: answers not sent yet, and those the server refused. */
const WAITING = `antrean:${words.learner}`;
const REFUSED = `ditolak:${words.learner}`;

/** What was typed into notes and is not saved (enhance/notes.js). */
const DRAFTS = `isian:${words.learner}`;

/** Answers to quizzes and tests that the server does not have yet, one list an attempt (enhance/test.js). */
const PAPERS = `kertas:${words.learner}:`;

/** After this long without a word from the server the connection counts as down. */
const PATIENCE = 30_000;
/** After this long without an answer it is said that one is waited for. */
const SLOW = 1000;
/** Between two attempts to send what is kept. */
const RETRY = 20_000;

/** @typedef {{ action: string, title: string, fields: [string, string][] }} Kept An answer, and its lesson's title. */

/** @param {Kept} kept @param {string} name */
const field = ({ fields }, name) => fields.find(([key]) => key === name)?.[1] ?? '';

/** @param {string} list @returns {Kept[]} */
function read(list) {
	try {
		return JSON.parse(localStorage.getItem(list) ?? '[]');
	} catch {
		return [];
	}
}

/** The list without what has this `value` in its field `name`, and with `more` at its end. @param {string} list @param {string} name @param {string} value @param {Kept[]} more */
function replace(list, name, value, ...more) {
	const kept = [...read(list).filter((other) => field(other, name) !== value), ...more];
	if (kept.length > 0) localStorage.setItem(list, JSON.stringify(kept));
	else localStorage.removeItem(list);
	report();
}

/** @param {Kept} kept */
const wait = (kept) => replace(WAITING, 'event', field(kept, 'event'), kept);

/** How many answers of quizzes and tests still wait, in whatever attempt; they are sent from their own page. */
function waitingInPapers() {
	const lists = Object.keys(localStorage).filter((name) => name.startsWith(PAPERS));
	return lists.reduce((sum, name) => {
		try {
			return sum + Object.keys(JSON.parse(localStorage.getItem(name) ?? '{}')).length;
		} catch {
			return sum;
		}
	}, 0);
}

let reported = '';

/** Says what waits and what was refused, and before signing out what would be lost. */
function report() {
	const count = String(read(WAITING).length || '');
	const refused = read(REFUSED);
	const lost = String(read(WAITING).length + waitingInPapers() || '');
	const news = `${count} ${lost} ${JSON.stringify(refused)}`;
	if (news === reported) return;
	reported = news;
	status.replaceChildren(...refused.map(refusal));
	if (count) status.prepend(line(words.pending?.replace('{count}', count)));
	for (const form of document.querySelectorAll('form[action="/keluar"]')) {
		form.querySelector('.check-line:not(.draft-line)')?.remove();
		if (lost) form.prepend(line(words.leaving?.replace('{count}', lost)));
	}
}

/** @param {(string | Node | undefined)[]} content */
function line(...content) {
	const element = document.createElement('p');
	element.className = 'check-line';
	element.append(...content.map((part) => part ?? ''));
	return element;
}

/** Leads to the question of a refused answer; stays until it is answered or put away. @param {Kept} kept */
function refusal(kept) {
	const [before, after] = words.refused?.split('{lesson}') ?? [];
	const question = field(kept, 'question');
	const link = document.createElement('a');
	link.href = `${new URL(kept.action).pathname}#soal-${question}`;
	link.textContent = kept.title;
	const close = document.createElement('button');
	close.type = 'button';
	close.textContent = words.dismiss ?? '';
	close.onclick = () => replace(REFUSED, 'event', field(kept, 'event'));
	return line(before, link, after, ' ', close);
}

/** @param {Kept} kept */
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
	for (const part of document.querySelectorAll(`[data-live], #soal-${CSS.escape(question)}`)) {
		const next = fresh.getElementById(part.id);
		if (next && next.innerHTML !== part.innerHTML) part.replaceChildren(...next.childNodes);
	}
}

/** Says in the question's own status what becomes of the answer. @param {string} question @param {string | undefined} text */
function tell(question, text) {
	document.getElementById(`hasil-${question}`)?.replaceChildren(line(text));
}

/** @param {HTMLFormElement} form */
async function answer(form) {
	if (form.dataset.sending) return;
	form.dataset.sending = 'yes';
	const data = new FormData(form);
	data.set('at', new Date().toISOString());
	const question = String(data.get('question'));
	const kept = {
		action: form.action.split('#')[0] ?? form.action,
		title: document.querySelector('h1')?.textContent ?? '',
		fields: [...data].map(
			([name, value]) => /** @type {[string, string]} */ ([name, String(value)])
		)
	};
	tell(question, words.sending);
	try {
		const response = await post(kept).catch(() => null);
		if (!response) {
			wait(kept);
			tell(question, words.queued);
			later();
		} else if (response.redirected) {
			// Signed out meanwhile: the answer waits on this device until the person is back.
			wait(kept);
			location.assign(response.url);
		} else if (response.ok || response.status === 422 || response.status === 409) {
			if (response.ok) replace(REFUSED, 'question', question);
			show(await response.text(), question);
			document.getElementById(`hasil-${question}`)?.focus();
		} else {
			// Refused or failed: send it the plain way and let the server's own page speak.
			form.submit();
		}
	} catch {
		// Nothing can be kept on this device: the browser itself says that the line is down.
		form.submit();
	} finally {
		delete form.dataset.sending;
	}
}

let flushing = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

function later() {
	clearTimeout(timer);
	timer = setTimeout(flush, RETRY);
}

/** Sends what is kept; each answer carries its own id, so that twice counts once. */
async function flush() {
	if (flushing) return;
	flushing = true;
	try {
		for (const kept of read(WAITING)) {
			const response = await post(kept);
			// Signed out: it waits until the person is back.
			if (response.redirected) break;
			if (response.status >= 500 || [408, 425, 429].includes(response.status)) {
				later();
				continue;
			}
			const html = await response.text();
			if (!response.ok) replace(REFUSED, 'question', field(kept, 'question'), kept);
			replace(WAITING, 'event', field(kept, 'event'));
			if (new URL(kept.action).pathname === lesson) show(html, field(kept, 'question'));
		}
	} catch {
		later();
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
		if (mark.getBoundingClientRect().top < innerHeight / 2) place = mark.id.replace(/^soal-/, '');
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

/** Marks a place or takes the mark off without leaving it. @param {HTMLFormElement} form @param {HTMLButtonElement} button */
async function mark(form, button) {
	if (button.ariaBusy) return;
	button.ariaBusy = 'true';
	const { name, value } = button;
	const told = statusBeside(button);
	const slow = setTimeout(() => told.replaceChildren(line(words.sending)), SLOW);
	const sent = await post({ action: form.action, title: '', fields: [[name, value]] }).catch(
		() => null
	);
	clearTimeout(slow);
	button.ariaBusy = null;
	if (!sent) {
		told.replaceChildren(line(words.unmarked));
		return;
	}
	told.replaceChildren();
	if (sent.status === 204) {
		button.name = name === 'mark' ? 'unmark' : 'mark';
		button.setAttribute('aria-pressed', String(name === 'mark'));
		return;
	}
	// Signed out or refused: send it the plain way and let the page that comes speak.
	const field = document.createElement('input');
	Object.assign(field, { type: 'hidden', name, value });
	form.append(field);
	form.submit();
	// On the way back the page may be as it was left, and the next mark must be the only one.
	field.remove();
}

/** Where it is said what becomes of a mark; there before anything is said, so that it is read out. @param {HTMLButtonElement} button */
function statusBeside(button) {
	const place = button.closest('.section-head, .lesson-tools');
	const known = /** @type {HTMLElement | null} */ (place?.querySelector('.mark-status'));
	if (known) return known;
	const told = document.createElement('div');
	told.className = 'mark-status';
	told.role = 'status';
	place?.append(told);
	return told;
}

/** Says in the contents which section is being read: the last heading above the middle of the window. */
function followContents() {
	const links = [
		.../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('.toc a'))
	];
	const headings = links.map((link) => document.getElementById(link.hash.slice(1)));
	const watch = new IntersectionObserver(
		() => {
			const here = headings.findLastIndex(
				(heading) => heading && heading.getBoundingClientRect().top < innerHeight / 2
			);
			links.forEach((link, at) => {
				if (at === here) link.setAttribute('aria-current', 'location');
				else link.removeAttribute('aria-current');
			});
		},
		{ rootMargin: '0px 0px -50%' }
	);
	for (const heading of headings) if (heading) watch.observe(heading);
}

document.addEventListener('submit', (event) => {
	const form = /** @type {HTMLFormElement} */ (event.target);
	if (form.matches('[data-check]')) {
		event.preventDefault();
		void answer(form);
	} else if (form.id === 'tandai' && event.submitter instanceof HTMLButtonElement) {
		event.preventDefault();
		void mark(form, event.submitter);
	} else if (form.matches('[action="/keluar"]') && navigator.onLine) {
		// The next person at this device must not find them. Offline nobody is signed out, and nothing is lost.
		const papers = Object.keys(localStorage).filter((name) => name.startsWith(PAPERS));
		for (const list of [WAITING, REFUSED, DRAFTS, ...papers]) localStorage.removeItem(list);
	}
});
// Another choice is another answer, whatever became of the one before.
document.addEventListener('change', ({ target }) => {
	const field =
		target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target : null;
	const form = field && ['option', 'answer'].includes(field.name) && field.form;
	const id = form && form.querySelector('input[name=event]');
	if (id instanceof HTMLInputElement) id.value = newId();
});
if (lesson) {
	document.addEventListener('visibilitychange', markPlace);
	followContents();
}
for (const button of /** @type {NodeListOf<HTMLElement>} */ (
	document.querySelectorAll('[data-print]')
)) {
	button.hidden = false;
	button.onclick = () => print();
}
// What a paper holds changes without a word to this script: it is counted when the menu with the way out is opened.
document.addEventListener('toggle', report, true);
addEventListener('online', () => void flush());
addEventListener('storage', report);
report();
void flush();
