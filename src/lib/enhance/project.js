// On the draft of a project, where JavaScript runs: the text is kept as it is typed. What the server does not have yet is
// kept on the device, also over a closed tab, and sent as soon as there is a line. Without this script the form's button
// keeps it.

const form = /** @type {HTMLFormElement} */ (document.getElementById('draf'));
const text = /** @type {HTMLTextAreaElement} */ (form.querySelector('textarea'));
const base = /** @type {HTMLInputElement} */ (form.querySelector('[data-base]'));
const told = /** @type {HTMLElement} */ (document.getElementById('tersimpan'));
const { keep = '', course = '', saved = '', unsaved = '', restored = '' } = form.dataset;
const learner = document.getElementById('antrean')?.dataset.learner ?? '';

/** Counted and removed with the papers of tests when the person signs out (enhance/learner.js). */
const WAITING = `kertas:${learner}:proyek:${course}`;
/** After this long without a word from the server the connection counts as down. */
const PATIENCE = 20_000;
/** Between two attempts to send what waits. */
const RETRY = 10_000;
/** After the last key, before what was typed is sent. */
const PAUSE = 1500;

/** @typedef {{ text: string, base: string }} Typed A text, and the draft's revision that it was typed over. */

let sending = false;
/** Whether the server takes nothing more of this draft from here. */
let over = false;
/** What was sent and perhaps arrived, though no answer came. @type {string | null} */
let unanswered = null;
/** The button that was pressed while something was under way. @type {HTMLElement | null | undefined} */
let pressed;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** Where a device keeps nothing. @type {Typed | null} */
let unkept = null;

/** @returns {Typed | null} */
function waiting() {
	try {
		return JSON.parse(localStorage.getItem(WAITING) ?? 'null')?.teks ?? null;
	} catch {
		return unkept;
	}
}

/** @param {Typed | null} typed */
function wait(typed) {
	unkept = typed;
	try {
		if (typed) localStorage.setItem(WAITING, JSON.stringify({ teks: typed }));
		else localStorage.removeItem(WAITING);
	} catch {
		// The text stands in the form alone.
	}
}

/** @param {string} words @param {boolean} [urgent] */
function say(words, urgent = false) {
	if (told.textContent !== words) told.textContent = words;
	told.toggleAttribute('data-urgent', urgent);
}

/** Shows what the server has beside what stands in the form. @param {string} stored */
function showStored(stored) {
	const beside = /** @type {HTMLElement} */ (document.getElementById('yang-tersimpan'));
	const quote = beside.querySelector('blockquote');
	if (quote) quote.textContent = stored;
	beside.hidden = false;
}

async function send() {
	clearTimeout(timer);
	const typed = waiting();
	if (!typed || sending || over) return;
	sending = true;
	let again = 0;
	try {
		const response = await fetch(keep, {
			method: 'POST',
			body: new URLSearchParams([
				['teks', typed.text],
				['asal', typed.base]
			]),
			headers: { accept: 'text/html' },
			signal: AbortSignal.timeout(PATIENCE)
		});
		const json = response.headers.get('content-type')?.includes('json');
		if (!json || response.redirected) {
			// Signed out, or something is wrong: the text stays on the device, and the server's own page says what it is.
			if (response.redirected || response.status < 500) location.assign(location.pathname);
			else throw new Error(String(response.status));
		} else if (response.ok) kept(typed, await response.json());
		else if (refused(await response.json())) again = 1;
	} catch {
		unanswered = typed.text;
		say(unsaved, true);
		again = RETRY;
	} finally {
		sending = false;
	}
	const button = pressed;
	pressed = undefined;
	if (waiting() && !over) {
		// Without a line the button leads nowhere; with one, what was typed meanwhile goes first.
		if (again !== RETRY) pressed = button;
		timer = setTimeout(() => void send(), again || (button === undefined ? PAUSE : 0));
	} else if (button !== undefined && !over) form.requestSubmit(button);
}

/** @param {Typed} typed @param {{ at: string, revision: number }} answer */
function kept(typed, { at, revision }) {
	unanswered = null;
	base.value = String(revision);
	const now = waiting();
	// What was changed meanwhile waits on.
	wait(now && now.text !== typed.text ? { ...now, base: base.value } : null);
	say(saved.replace('{time}', at));
}

/** Whether to send again: what the server has may be our own, whose answer got lost. @param {{ why: string, stored: { revision: number, text: string } | null }} answer */
function refused({ why, stored }) {
	const now = waiting();
	if (stored && now && unanswered !== null && stored.text === unanswered.trimEnd()) {
		base.value = String(stored.revision);
		wait({ ...now, base: base.value });
		unanswered = null;
		return true;
	}
	over = true;
	say(why, true);
	if (stored) {
		base.value = String(stored.revision);
		if (stored.text !== text.value.trimEnd()) showStored(stored.text);
	}
	return false;
}

function typed() {
	over = false;
	wait({ text: text.value, base: base.value });
	clearTimeout(timer);
	timer = setTimeout(() => void send(), PAUSE);
}

text.addEventListener('input', typed);
addEventListener('online', () => void send());
form.addEventListener('submit', (event) => {
	if (over || !(sending || waiting())) {
		// The form itself carries what the person wants it to be.
		wait(null);
		return;
	}
	// What is under way or waits goes first, so that the form does not meet it as somebody else's.
	event.preventDefault();
	pressed = event.submitter;
	void send();
});

const earlier = waiting();
if (earlier && !text.hasAttribute('aria-invalid')) {
	if (earlier.text.trimEnd() === text.value.trimEnd()) wait(null);
	else if (earlier.base === base.value) {
		text.value = earlier.text;
		void send();
	} else {
		// Written elsewhere since: both are shown, and the person says which.
		showStored(text.value);
		text.value = earlier.text;
		say(restored, true);
	}
} else if (!earlier && text.value !== text.defaultValue) typed();
