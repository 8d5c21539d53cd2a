// On the author's preview, where JavaScript runs: takes what a save has changed from the server's own page, without
// moving what is being read, and tries checks in place. Without it "Muat ulang" and plain forms do the same.

const frame = /** @type {HTMLElement} */ (document.getElementById('pratinjau'));
const status = /** @type {HTMLElement} */ (document.getElementById('sambungan'));

/** After this long a connection that the browser gave up is tried again (milliseconds). */
const RETRY = 2000;

/** @type {EventSource | undefined} */
let source;

/** Hears of saves while the page is seen: a browser grants a site few connections at once, and tabs are many. */
function listen() {
	source?.close();
	if (document.visibilityState === 'hidden') return;
	const own = (source = new EventSource('/pratinjau/perubahan'));
	own.onmessage = ({ data }) => {
		status.textContent = '';
		if (data !== frame.dataset.version) void refresh();
	};
	own.onerror = () => {
		status.textContent = frame.dataset.lost ?? '';
		if (own.readyState === EventSource.CLOSED) setTimeout(() => own === source && listen(), RETRY);
	};
}

let asking = false;
let again = false;

/** Fetches the page anew; saves that come meanwhile are one more fetch. */
async function refresh() {
	again = asking;
	if (asking) return;
	asking = true;
	try {
		await take(await fetch(location.href));
	} catch {
		// The preview is being started again; the connection will tell when it is back.
		status.textContent = frame.dataset.lost ?? '';
	} finally {
		asking = false;
	}
	if (again) await refresh();
}

/** Shows the page of an answer in place of this one. @param {Response} answer */
async function take(answer) {
	const elsewhere = new URL(answer.url).pathname !== location.pathname;
	if (elsewhere) return location.assign(answer.url);
	const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
	const next = fresh.getElementById('pratinjau');
	if (!next) return location.reload();
	document.title = fresh.title;
	keepingPlace(() => become(frame, next));
}

/** Leaves what is at the top of the window where it is. @param {() => void} change */
function keepingPlace(change) {
	const blocks = [...frame.querySelectorAll('.preview-page :is(.prose, article, .course) > *')];
	const seen = blocks
		.map((block) => ({ block, top: block.getBoundingClientRect().top }))
		.filter(({ top }) => top >= 0);
	change();
	const kept = seen.find(({ block }) => block.isConnected);
	if (kept && scrollY > 0) scrollBy(0, kept.block.getBoundingClientRect().top - kept.top);
}

const LINE = / id="(?:[\w-]+--)?baris-\d+"/g;

/** What a node says, wherever in its file it stands. @param {ChildNode | undefined} node */
function said(node) {
	return node instanceof Element ? node.outerHTML.replace(LINE, '') : node?.textContent;
}

/**
 * Turns an element into another by as few changes as it takes: what says the same stays, with the focus, the choice
 * and the openness it has.
 * @param {Element} now
 * @param {Element} next
 */
function become(now, next) {
	takeAttributes(now, next);
	const old = [...now.childNodes];
	const fresh = [...next.childNodes];
	const most = Math.min(old.length, fresh.length);
	const same = (/** @type {number} */ a, /** @type {number} */ b) =>
		said(old[a]) === said(fresh[b]);
	let head = 0;
	while (head < most && same(head, head)) head++;
	let tail = 0;
	while (tail < most - head && same(old.length - 1 - tail, fresh.length - 1 - tail)) tail++;
	for (let at = 0; at < head; at++) renumber(old[at], fresh[at]);
	for (let at = 1; at <= tail; at++) renumber(old.at(-at), fresh.at(-at));
	const gone = old.slice(head, old.length - tail);
	const come = fresh.slice(head, fresh.length - tail);
	const pairs = gone.length === come.length;
	const after = old[old.length - tail] ?? null;
	gone.forEach((node, at) => {
		const other = come[at];
		const kin =
			node instanceof Element && other instanceof Element && node.tagName === other.tagName;
		if (pairs && kin) become(node, other);
		else if (pairs && other) node.replaceWith(other);
		else node.remove();
	});
	if (!pairs) for (const node of come) now.insertBefore(node, after);
}

/** @param {Element} now @param {Element} next */
function takeAttributes(now, next) {
	const chosen = next.hasAttribute('checked');
	if (now instanceof HTMLInputElement && now.hasAttribute('checked') !== chosen)
		now.checked = chosen;
	for (const { name, value } of next.attributes)
		if (now.getAttribute(name) !== value) now.setAttribute(name, value);
	for (const name of now.getAttributeNames())
		if (!next.hasAttribute(name) && name !== 'open') now.removeAttribute(name);
}

/** Lines move when something above them grows. @param {ChildNode | undefined} now @param {ChildNode | undefined} next */
function renumber(now, next) {
	if (!(now instanceof Element) || !(next instanceof Element)) return;
	const marked = (/** @type {Element} */ root) => [
		root,
		...root.querySelectorAll('[id^="baris-"]')
	];
	const fresh = marked(next);
	marked(now).forEach((element, at) => {
		const id = fresh[at]?.id;
		if (id) element.id = id;
	});
}

document.addEventListener('submit', (event) => {
	const form = /** @type {HTMLFormElement} */ (event.target);
	if (!form.matches('[data-check], [data-try]')) return;
	event.preventDefault();
	void send(form);
});

/** @param {HTMLFormElement} form */
async function send(form) {
	const data = new FormData(form);
	const body = new URLSearchParams([...data].map(([name, value]) => [name, String(value)]));
	try {
		await take(
			await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } })
		);
		document.getElementById(`hasil-${data.get('question')}`)?.focus();
	} catch {
		// Let the browser itself say that nobody answers.
		form.submit();
	}
}

/** What the author looks for stays chosen from page to page. */
for (const box of document.querySelectorAll('.lint-filter input')) {
	const input = /** @type {HTMLInputElement} */ (box);
	input.checked = sessionStorage.getItem(input.id) !== 'tidak';
}
document.addEventListener('change', ({ target }) => {
	if (target instanceof HTMLInputElement && target.closest('.lint-filter'))
		sessionStorage.setItem(target.id, target.checked ? 'ya' : 'tidak');
});

document.addEventListener('visibilitychange', listen);
addEventListener('pagehide', () => source?.close());
addEventListener('pageshow', ({ persisted }) => persisted && listen());
listen();
