// On the page that checks certificates, where the browser itself can read QR codes: a photo or a scanned page is read on
// the device, and only what the code says is sent, by the form that takes it as text. Without it the sentence in its
// place stays.

/** @typedef {{ rawValue: string }} Code */
/** @typedef {{ detect(image: ImageBitmap): Promise<Code[]> }} Detector */
/** @typedef {{ new (options: { formats: string[] }): Detector, getSupportedFormats(): Promise<string[]> }} Detectors */

/** Not in TypeScript's DOM yet. */
const Detectors = /** @type {Detectors | undefined} */ (Reflect.get(globalThis, 'BarcodeDetector'));

const part = /** @type {HTMLElement} */ (document.getElementById('foto-qr'));
const chooser = /** @type {HTMLInputElement} */ (part.querySelector('input'));
const status = /** @type {HTMLElement} */ (part.querySelector('[role=status]'));
const field = /** @type {HTMLInputElement} */ (document.getElementById('code'));

/** What the codes in a picture say; none for a file that is no picture. @param {Detector} detector @param {File} file */
async function codesIn(detector, file) {
	try {
		const image = await createImageBitmap(file);
		const codes = await detector.detect(image);
		image.close();
		return codes.map(({ rawValue }) => rawValue);
	} catch {
		return [];
	}
}

/** @param {Detector} detector */
async function read(detector) {
	const [file] = chooser.files ?? [];
	if (!file) return;
	status.textContent = part.dataset.reading ?? '';
	const said = await codesIn(detector, file);
	const code = said.find((text) => text.includes('/sertifikat/')) ?? said[0];
	status.textContent = code === undefined ? (part.dataset.unread ?? '') : '';
	if (code === undefined) return;
	field.value = code;
	field.form?.requestSubmit();
}

if (Detectors && (await Detectors.getSupportedFormats()).includes('qr_code')) {
	const detector = new Detectors({ formats: ['qr_code'] });
	chooser.addEventListener('change', () => void read(detector));
	part.hidden = false;
	/** @type {HTMLElement} */ (document.getElementById('tanpa-foto')).hidden = true;
}
