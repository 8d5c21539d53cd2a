// On the paper of an open attempt, where JavaScript runs: each answer is kept as it is given. What the server does not
// have yet is kept on the device, also over a closed tab, and sent as soon as there is a line. Without this script the
// form's first button keeps all answers.

const form = /** @type {HTMLFormElement} */ (document.getElementById('kertas'));
const told = /** @type {HTMLElement} */ (document.getElementById('tersimpan'));
const {
	keep = '',
	attempt = '',
	saved = '',
	unsaved = '',
	soon = '',
	elsewhere = '',
	here = '',
	instead = '',
	nothing = '',
	answered = ''
} = form.dataset;
const learner = document.getElementById('antrean')?.dataset.learner ?? '';

/** Belongs to one person and one attempt on this device; enhance/learner.js removes it when they sign out. */
const WAITING = `kertas:${learner}:${attempt}`;
/** After this long without a word from the server the connection counts as down. */
const PATIENCE = 20_000;
/** Between two attempts to send what waits. */
const RETRY = 10_000;
/** Between two signs of life, where time is limited. */
const BEAT = 20_000;
/** After the last key, before what was typed is sent. */
const PAUSE = 1500;

/**
 * Of one question: its id, its answer, and the mark of the answer before; under `SENT` what of it was on its way to the
 * server before, as `answerIn` writes it, `CHANGED` when it was changed since then, and under `GIVEN` when it was given,
 * by the clock of this device.
 * @typedef {[name: string, value: string][]} Fields
 * @typedef {{ choice: string[], typed: string | null }} Answer
 * @typedef {{ questionId: string, taken: boolean, stands: Answer, other: Answer }} Conflict Answered here and elsewhere.
 */
const SENT = 'dikirim';
const CHANGED = 'berubah';
const GIVEN = 'diberi';
const NOTES = [SENT, CHANGED, GIVEN];
/** @param {Fields} fields */
const withoutNotes = (fields) => fields.filter(([name]) => !NOTES.includes(name));
/** How long ago an answer was given, as its form tells it: whatever the device takes the time to be. @param {Fields} fields @returns {Fields} */
function ageOf(fields) {
	const at = Number(valueOf(fields, GIVEN));
	const question = valueOf(fields, 'soal');
	return at > 0 ? [[`umur.${question}`, String(Math.max(0, Date.now() - at))]] : [];
}

let sending = false;
/** Whether the server takes nothing more of this attempt. */
let over = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** Where a device keeps nothing. @type {Record<string, Fields>} */
let unkept = {};

/** What the server does not have yet, by question; other tabs of the same attempt add to it too. @returns {Record<string, Fields>} */
function waiting() {
	try {
		return JSON.parse(localStorage.getItem(WAITING) ?? '{}');
	} catch {
		return unkept;
	}
}

/** Keeps what waits of a question, or with none forgets it. @param {string} question @param {Fields} [fields] */
function keepWaiting(question, fields) {
	const { [question]: _, ...others } = waiting();
	unkept = fields ? { ...others, [question]: fields } : others;
	try {
		if (Object.keys(unkept).length > 0) localStorage.setItem(WAITING, JSON.stringify(unkept));
		else localStorage.removeItem(WAITING);
	} catch {
		// The answers stand in the form alone.
	}
}

/** The answer alone, so that two can be compared; as the server keeps it. @param {Fields} fields */
const answerIn = (fields) =>
	JSON.stringify(
		withoutNotes(fields)
			.filter(([name, value]) => !name.startsWith('asal.') && value !== '')
			.map(([name, value]) => [name, value.normalize('NFC').replace(/\r\n?/g, '\n').trim()])
			.sort()
	);

/** Notes, for all that waits, that it is on its way: what the server has later may be this. */
function noteSent() {
	for (const [question, fields] of Object.entries(waiting())) {
		const sent = /** @type {[string, string]} */ ([SENT, answerIn(fields)]);
		const earlier = fields.filter(([name, value]) => name === SENT && value !== sent[1]);
		keepWaiting(question, [...withoutNotes(fields), ...earlier, sent]);
	}
}

/** @param {Fields} fields @param {string} name */
const valueOf = (fields, name) => fields.find(([own]) => own.startsWith(name))?.[1] ?? '';
/** The hidden field with the mark of the answer that the server has. @param {string} question */
const markIn = (question) =>
	/** @type {HTMLInputElement | null} */ (
		document.getElementById(question)?.querySelector('[name^="asal."]') ?? null
	);

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

/** @param {boolean} [beat] Whether a sign of life is given even without an answer. */
async function send(beat = false) {
	clearTimeout(timer);
	if (sending || over) return;
	noteSent();
	const batch = Object.entries(waiting());
	if (batch.length === 0 && !beat) return;
	sending = true;
	let again = RETRY;
	try {
		const response = await fetch(keep, {
			method: 'POST',
			body: new URLSearchParams([
				['percobaan', attempt],
				...batch.flatMap(([, fields]) => [...withoutNotes(fields), ...ageOf(fields)])
			]),
			headers: { accept: 'text/html' },
			signal: AbortSignal.timeout(PATIENCE)
		});
		// Sent in from elsewhere, or its time is over: what came too late can still be read.
		if (response.status === 409) {
			tooLate((await response.json()).late);
			return;
		}
		// Signed out: the server's own page says what has become of it.
		if (response.redirected || response.status === 404) {
			location.assign(location.pathname);
			return;
		}
		if (!response.ok) throw new Error(String(response.status));
		const { at, marks, conflicts, left } = await response.json();
		const now = waiting();
		for (const [question, fields] of batch) {
			const mark = markIn(question);
			if (mark) mark.value = marks[valueOf(fields, 'soal')] ?? mark.value;
			const later = now[question];
			if (JSON.stringify(later) === JSON.stringify(fields)) keepWaiting(question);
			// What was changed meanwhile waits on, over what has arrived.
			else if (later && mark)
				keepWaiting(
					question,
					later.map(([name, value]) => [name, name === mark.name ? mark.value : value])
				);
		}
		for (const conflict of conflicts) settle(conflict, Object.fromEntries(batch));
		if (batch.length > 0) say(saved.replace('{time}', at));
		again = 0;
		if (left) tellTime(left);
	} catch {
		if (batch.length > 0) say(unsaved, true);
	} finally {
		sending = false;
	}
	if (Object.keys(waiting()).length > 0) timer = setTimeout(() => void send(), again);
}

/** Said beside the buttons and, as long as something is not saved, wherever on the page one is. @param {string} text @param {boolean} [urgent] */
function say(text, urgent = false) {
	if (told.textContent !== text) told.textContent = text;
	told.toggleAttribute('data-urgent', urgent);
}

/** Said in minutes whenever the server was heard of, and aloud five minutes and one minute before the end. @param {{ minutes: number, text: string }} left */
function tellTime({ minutes, text }) {
	const shown = document.getElementById('sisa-waktu');
	const aloud = document.getElementById('sisa-kabar');
	if (shown && shown.textContent !== text) shown.textContent = text;
	const [five, one] = JSON.parse(soon || '[]');
	const words = minutes <= 1 ? one : minutes <= 5 ? five : '';
	if (aloud && aloud.textContent !== words && minutes > 0) aloud.textContent = words;
	// The server has sent the paper in, with everything that came until now.
	if (minutes === 0) location.assign(location.pathname);
}

/** Sent in without what still waits here: it stays to be read, and nothing is sent any more. @param {string} why */
function tooLate(why) {
	over = true;
	for (const question of Object.keys(waiting())) keepWaiting(question);
	say(why, true);
	for (const button of form.querySelectorAll('button')) button.disabled = true;
	for (const field of form.querySelectorAll('textarea, input.input'))
		/** @type {HTMLTextAreaElement} */ (field).readOnly = true;
}

/** How many questions have an answer, told above the buttons. */
function tally() {
	const questions = [...form.querySelectorAll('.test-question')];
	const count = questions.filter((question) =>
		/** @type {(HTMLInputElement | HTMLSelectElement)[]} */ ([
			...question.querySelectorAll('input:not([type=hidden]), select, textarea')
		]).some((field) =>
			field.type === 'radio' || field.type === 'checkbox'
				? /** @type {HTMLInputElement} */ (field).checked
				: field.value.trim() !== ''
		)
	).length;
	const told = document.getElementById('terjawab');
	if (told) told.textContent = answered.replace('{count}', String(count));
}

/** A question that was answered elsewhere too: its fields show what stands, below them stands the other. @param {Conflict} conflict @param {Record<string, Fields>} batch */
function settle({ questionId, taken, stands, other }, batch) {
	const question = document.getElementById(`soal-${questionId}`);
	// What was given meanwhile is another matter.
	if (!question || waiting()[question.id]) return;
	const [above, below] = [stands, other]
		.map(({ choice, typed }) => [
			...[['soal', questionId], ...choice.map((one) => [`pilih.${questionId}`, one])],
			[`tulis.${questionId}`, typed ?? '']
		])
		.map((fields) => /** @type {Fields} */ (fields));
	if (!above || !below) return;
	if (answerIn(fieldsOf(question)) !== answerIn(above)) restore(above);
	// An earlier state of this very answer, whose receipt was lost on the way.
	const own = (batch[question.id] ?? []).some(
		([name, value]) => name === SENT && value === answerIn(below)
	);
	if (!(taken && own)) setAside(question, below, taken ? elsewhere : here);
	tally();
}

/** Shows below a question how it was answered otherwise, and the button that takes that answer. @param {HTMLElement} question @param {Fields} fields @param {string} why */
function setAside(question, fields, why) {
	if (question.nextElementSibling?.matches('.other-answer')) question.nextElementSibling.remove();
	const place = document.createElement('div');
	const [heading, text] = [document.createElement('p'), document.createElement('blockquote')];
	const button = document.createElement('button');
	place.className = 'stack stack-s other-answer';
	place.setAttribute('role', 'status');
	heading.textContent = why;
	text.className = 'marking-text';
	text.textContent = wordsOf(question, fields) || nothing;
	button.type = 'button';
	button.className = 'button button-secondary';
	button.textContent = instead;
	button.onclick = () => {
		restore(fields);
		place.remove();
		given(question, 0);
		question.focus();
	};
	place.append(heading, text, button);
	question.after(place);
}

/** An answer in the words of its question. @param {HTMLElement} question @param {Fields} fields */
function wordsOf(question, fields) {
	const values = fields.filter(([name]) => name !== 'soal').map(([, value]) => value);
	const chosen = [...question.querySelectorAll('label, select')].flatMap((part) => {
		if (part instanceof HTMLLabelElement)
			return part.control instanceof HTMLInputElement && values.includes(part.control.value)
				? [part.textContent.trim()]
				: [];
		const { options, labels, attributes } = /** @type {HTMLSelectElement} */ (part);
		const option = [...options].find(({ value }) => value && values.includes(value));
		const step = attributes.getNamedItem('aria-describedby')?.value.split(' ')[0] ?? '';
		const of = labels[0] ?? document.getElementById(step);
		return option ? [`${of?.textContent.trim() ?? ''}: ${option.textContent.trim()}`] : [];
	});
	return [...chosen, valueOf(fields, 'tulis.')].filter(Boolean).join('\n');
}

/** @param {EventTarget | null} target @param {number} pause @param {string} [at] When it was given, if not now. */
function given(target, pause, at = String(Date.now())) {
	const question = target instanceof Element ? target.closest('.test-question') : null;
	if (!(question instanceof HTMLElement)) return;
	const sent = (waiting()[question.id] ?? []).filter(([name]) => name === SENT);
	keepWaiting(question.id, [...fieldsOf(question), ...sent, [CHANGED, 'ya'], [GIVEN, at]]);
	tally();
	clearTimeout(timer);
	timer = setTimeout(() => void send(), pause);
}

form.addEventListener('input', ({ target }) => {
	if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)
		given(target, PAUSE);
});
form.addEventListener('change', ({ target }) => given(target, 0));
// The form takes along all that waits; the page of the result forgets what has arrived (sent-paper.js).
form.addEventListener('submit', () => {
	noteSent();
	for (const told of form.querySelectorAll('[name^="umur."]')) told.remove();
	for (const [name, value] of Object.values(waiting()).flatMap(ageOf)) {
		const age = document.createElement('input');
		[age.type, age.name, age.value] = ['hidden', name, value];
		form.append(age);
	}
});
addEventListener('online', () => void send());
// Nothing is left for the browser to put back when this page is come back to: that is nobody's answer, and what was
// answered elsewhere since would be lost under it.
form.autocomplete = 'off';
// What was answered before this module came.
for (const field of form.querySelectorAll('input, textarea')) {
	const { type, checked, defaultChecked, value, defaultValue } = /** @type {HTMLInputElement} */ (
		field
	);
	const chosen = type === 'radio' || type === 'checkbox';
	if (type !== 'hidden' && (chosen ? checked !== defaultChecked : value !== defaultValue))
		given(field, 0);
}
for (const [question, fields] of Object.entries(waiting())) {
	const mark = markIn(question);
	const element = document.getElementById(question);
	if (!mark || !element) continue;
	const shown = answerIn(fieldsOf(element));
	// The server has what this one began from, or an earlier state of it whose receipt was lost on the way.
	if (
		valueOf(fields, 'asal.') === mark.value ||
		fields.some(([name, value]) => name === SENT && value === shown)
	) {
		restore(fields);
		given(element, 0, valueOf(fields, GIVEN) || undefined);
	}
	// Else it was answered elsewhere since: which answer stands is said when this one has been sent.
}
tally();
void send();
// Where time is limited it runs as long as the page is open and there is a line, looked at or not.
if (soon)
	setInterval(() => {
		if (navigator.onLine) void send(true);
	}, BEAT);
