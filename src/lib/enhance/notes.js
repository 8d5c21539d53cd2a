// On every page of somebody signed in, where JavaScript runs: a note is sent without leaving the page, and what was
// typed is kept on the device until the server has it. Without it the form works as plain HTML.

const { learner, sending, unsaved, restored, losing } = /** @type {HTMLElement} */ (
	document.getElementById('antrean')
).dataset;

/** Belongs to one person on this device; enhance/learner.js removes it when they sign out. */
const DRAFTS = `isian:${learner}`;
/** After this long without a word from the server the connection counts as down. */
const PATIENCE = 30_000;

/** @typedef {{ id: string, version: string, text: string, place: string }} Draft */

/** @returns {Record<string, Draft>} */
function drafts() {
	try {
		return JSON.parse(localStorage.getItem(DRAFTS) ?? '{}');
	} catch {
		return {};
	}
}

/** Keeps a draft, or with none forgets it. @param {string} name @param {Draft} [draft] */
function keep(name, draft) {
	const { [name]: _, ...others } = drafts();
	const all = draft ? { ...others, [name]: draft } : others;
	try {
		if (Object.keys(all).length > 0) localStorage.setItem(DRAFTS, JSON.stringify(all));
		else localStorage.removeItem(DRAFTS);
	} catch {
		// A device that keeps nothing: the text stands in the form alone.
	}
	warn(Object.keys(all).length > 0);
}

/** Says before signing out that what was typed will be lost. @param {boolean} kept */
function warn(kept) {
	for (const form of document.querySelectorAll('form[action="/keluar"]')) {
		form.querySelector('.draft-line')?.remove();
		if (kept) form.prepend(line(losing));
	}
}

/** @param {string | undefined} text */
function line(text) {
	const element = document.createElement('p');
	element.className = 'check-line draft-line';
	element.textContent = text ?? '';
	return element;
}

/** @param {HTMLFormElement} form @param {string} name */
const control = (form, name) =>
	/** @type {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | null} */ (
		form.elements.namedItem(name)
	);
/** @param {HTMLFormElement} form @param {string} name */
const valueOf = (form, name) => control(form, name)?.value ?? '';
/** @param {HTMLFormElement} form */
const pathOf = (form) => new URL(form.action).pathname;
/** The next note of a lesson has one draft wherever it is written, each saved note one of its own. @param {HTMLFormElement} form */
const nameOf = (form) => pathOf(form) + (control(form, 'version') ? `#${valueOf(form, 'id')}` : '');

/** @param {HTMLFormElement} form @param {string | undefined} text */
function tell(form, text) {
	form.querySelector('.note-status')?.replaceChildren(...(text ? [line(text)] : []));
}

/** @param {HTMLFormElement} form */
function remember(form) {
	const field = /** @type {HTMLTextAreaElement} */ (control(form, 'text'));
	const [id = '', version = '', text = '', place = ''] = ['id', 'version', 'text', 'place'].map(
		(name) => valueOf(form, name)
	);
	const untouched = text === '' || (version !== '' && text === field.defaultValue);
	keep(nameOf(form), untouched ? undefined : { id, version, text, place });
}

/** Puts a draft back. With its id and version, so that a note whose answer got lost is not written twice. @param {HTMLFormElement} form */
function restore(form) {
	const draft = drafts()[nameOf(form)];
	const field = /** @type {HTMLTextAreaElement} */ (control(form, 'text'));
	// What the server gave back is newer than what is kept here.
	if (!draft || field.value === draft.text || field.ariaInvalid) return;
	for (const [name, value] of Object.entries(draft)) {
		const input = control(form, name);
		if (input) input.value = value;
	}
	form.closest('details')?.setAttribute('open', '');
	tell(form, restored);
}

/** @param {HTMLFormElement} form @param {AbortSignal} signal */
function post(form, signal) {
	const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
	return fetch(form.action, {
		method: 'POST',
		body: new URLSearchParams(fields),
		headers: { accept: 'text/html' },
		signal
	});
}

/** @param {HTMLFormElement} form */
async function save(form) {
	if (form.dataset.sending) return;
	form.dataset.sending = 'yes';
	remember(form);
	tell(form, sending);
	try {
		const response = await post(form, AbortSignal.timeout(PATIENCE));
		const html = await response.text();
		// A redirect to the page it was sent from says that it is saved.
		if (response.redirected && new URL(response.url).pathname === location.pathname) {
			keep(nameOf(form));
			show(html, control(form, 'fromLesson') ? ['catatan-anda', 'jumlah-catatan'] : ['isi']);
		} else {
			form.submit();
		}
	} catch {
		tell(form, unsaved);
	} finally {
		delete form.dataset.sending;
	}
}

/** Takes the parts with these ids from the server's page, and leads to what the first says. @param {string} html @param {string[]} ids */
function show(html, ids) {
	const fresh = new DOMParser().parseFromString(html, 'text/html');
	for (const id of ids)
		document.getElementById(id)?.replaceChildren(...(fresh.getElementById(id)?.childNodes ?? []));
	restoreAll();
	const news = document.getElementById('kabar') ?? document.getElementById(ids[0] ?? '');
	news?.focus();
	news?.scrollIntoView({ block: 'nearest' });
}

function restoreAll() {
	const forms = /** @type {NodeListOf<HTMLFormElement>} */ (
		document.querySelectorAll('.note-form')
	);
	forms.forEach(restore);
	const here = new Set([...forms].map(nameOf));
	// A note deleted elsewhere: its text was given back as a new one's.
	for (const name of Object.keys(drafts()))
		if (name.startsWith(`${location.pathname}#`) && !here.has(name)) keep(name);
}

document.addEventListener('input', ({ target }) => {
	const form = target instanceof Element ? target.closest('form') : null;
	if (form?.matches('.note-form')) remember(form);
});
document.addEventListener('submit', (event) => {
	const form = /** @type {HTMLFormElement} */ (event.target);
	if (form.matches('.note-form')) {
		event.preventDefault();
		void save(form);
	} else if (form.matches('.note-delete')) {
		keep(`${pathOf(form)}#${valueOf(form, 'id')}`);
	}
});
restoreAll();
warn(Object.keys(drafts()).length > 0);
