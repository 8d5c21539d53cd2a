// On the result of a test that was sent: forgets what this device kept of its attempts and the server has, and shows what
// never arrived, so that nothing typed is lost without a word. Without this script nothing was kept.

const place = /** @type {HTMLElement} */ (document.getElementById('tertinggal'));
const learner = document.getElementById('antrean')?.dataset.learner ?? '';

for (const attempt of (place.dataset.attempts ?? '').split(' ')) {
	const list = `kertas:${learner}:${attempt}`;
	try {
		/** @type {Record<string, [string, string][]>} */
		const kept = JSON.parse(localStorage.getItem(list) ?? '{}');
		for (const fields of Object.values(kept)) show(fields);
		localStorage.removeItem(list);
	} catch {
		// This device keeps nothing.
	}
}

/** Typed text that was never on its way (enhance/test.js notes what was changed since). @param {[string, string][]} fields */
function show(fields) {
	const typed = fields.find(([name]) => name.startsWith('tulis.'))?.[1] ?? '';
	if (!typed || !fields.some(([name]) => name === 'berubah')) return;
	const text = document.createElement('blockquote');
	text.className = 'marking-text';
	text.textContent = typed;
	place.append(text);
	place.hidden = false;
}
