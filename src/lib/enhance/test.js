// On the paper of an open attempt, where JavaScript runs: each answer is kept as it is given. What the server does not
// have yet is kept on the device, also over a closed tab, and sent as soon as there is a line. Without this script the
// form's first button keeps all answers.

const form = /** @type {HTMLFormElement} */ (document.getElementById('kertas'));
const told = /** @type {HTMLElement} */ (form.querySelector('[data-kept]'));
const { keep = '', attempt = '', saved = '', unsaved = '' } = form.dataset;
const learner = document.getElementById('antrean')?.dataset.learner ?? '';

/** Belongs to one person on this device; enhance/learner.js removes it when they sign out. */
const WAITING = `kertas:${learner}`;
/** After this long without a word from the server the connection counts as down. */
const PATIENCE = 20_000;
/** Between two attempts to send what waits. */
const RETRY = 10_000;
/** After the last key, before what was typed is sent. */
const PAUSE = 1500;

/** @typedef {[name: string, value: string][]} Fields Of one question, its id among them. */

/** What the server does not have yet, by question. @type {Map<string, Fields>} */
const waiting = new Map(kept());
let sending = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** @returns {[string, Fields][]} */
function kept() {
	try {
		const left = JSON.parse(localStorage.getItem(WAITING) ?? '{}');
		return left.attempt === attempt ? Object.entries(left.answers) : [];
	} catch {
		return [];
	}
}

function store() {
	try {
		const answers = Object.fromEntries(waiting);
		if (waiting.size > 0) localStorage.setItem(WAITING, JSON.stringify({ attempt, answers }));
		else localStorage.removeItem(WAITING);
	} catch {
		// A device that keeps nothing: the answers stand in the form alone.
	}
}

/** What a question's fields hold now. @param {HTMLElement} question @returns {Fields} */
function fieldsOf(question) {
	const names = new Set(
		[...question.querySelectorAll('[name]')].map((field) => field.getAttribute('name'))
	);
	return [...new FormData(form)].flatMap(([name, value]) => {
		const own = names.has(name) && (name !== 'soal' || `soal-${String(value)}` === question.id);
		return own ? [/** @type {[string, string]} */ ([name, String(value)])] : [];
	});
}

/** Puts back what an earlier visit to this page could not send. @param {Fields} fields */
function restore(fields) {
	for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (
		document
			.getElementById(`soal-${fields.find(([name]) => name === 'soal')?.[1] ?? ''}`)
			?.querySelectorAll('input:not([type=hidden]), select, textarea') ?? []
	)) {
		const given = fields.filter(([name]) => name === input.name).map(([, value]) => value);
		if (input.type === 'radio' || input.type === 'checkbox')
			input.checked = given.includes(input.value);
		else if (input instanceof HTMLSelectElement)
			input.value =
				[...input.options].find(({ value }) => value && given.includes(value))?.value ?? '';
		else input.value = given[0] ?? '';
	}
}

async function send() {
	clearTimeout(timer);
	if (sending || waiting.size === 0) return;
	sending = true;
	const batch = new Map(waiting);
	try {
		const response = await fetch(keep, {
			method: 'POST',
			body: new URLSearchParams([['percobaan', attempt], ...[...batch.values()].flat()]),
			headers: { accept: 'text/html' },
			signal: AbortSignal.timeout(PATIENCE)
		});
		// Sent in elsewhere, or signed out: the server's own page says what has become of it.
		if (response.redirected || response.status === 409 || response.status === 404) {
			location.reload();
			return;
		}
		if (!response.ok) throw new Error(String(response.status));
		for (const [question, fields] of batch)
			if (waiting.get(question) === fields) waiting.delete(question);
		store();
		told.textContent = saved.replace('{time}', response.headers.get('x-saved-at') ?? '');
	} catch {
		told.textContent = unsaved;
	} finally {
		sending = false;
	}
	if (waiting.size > 0) timer = setTimeout(send, told.textContent === unsaved ? RETRY : 0);
}

/** @param {EventTarget | null} target @param {number} pause */
function given(target, pause) {
	const question = target instanceof Element ? target.closest('.test-question') : null;
	if (!(question instanceof HTMLElement)) return;
	waiting.set(question.id, fieldsOf(question));
	store();
	clearTimeout(timer);
	timer = setTimeout(send, pause);
}

form.addEventListener('input', ({ target }) => {
	if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)
		given(target, PAUSE);
});
form.addEventListener('change', ({ target }) => given(target, 0));
// The form brings everything it holds.
form.addEventListener('submit', () => {
	clearTimeout(timer);
	localStorage.removeItem(WAITING);
});
addEventListener('online', () => void send());
for (const fields of waiting.values()) restore(fields);
void send();
