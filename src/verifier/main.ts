// The verifier: one HTML file that judges a certificate on the device it is opened on, and asks nobody.
import { formatDay, formatMoment, isoDay, type Language } from '#lib/format/dates.ts';
import { certificates as english } from '#lib/messages/en/certificates.ts';
import { certificates as indonesian } from '#lib/messages/id/certificates.ts';
import { claimsOf, type Told } from '#lib/server/certification/claims.ts';
import { readShown } from '#lib/server/certification/shown.ts';
import { judgeCredential } from '#lib/server/certification/verdict.ts';
import { BROWSER_MEANS, inflate } from './means.ts';

const language: Language = document.documentElement.lang === 'en' ? 'en' : 'id';
const m = language === 'en' ? english : indonesian;
const words = m.verifier;
const { keys, withdrawn, at, check } = JSON.parse(element('kunci').textContent) as {
	keys: string[];
	/** Since when a key is not to be trusted, by key. */
	withdrawn: Record<string, string>;
	at: string;
	/** Where the register can be asked, once there is a network. */
	check: string;
};
const chooser = element('berkas') as HTMLInputElement;
const result = element('hasil');
const known = words.keysUntil(formatMoment(new Date(at), language));

chooser.addEventListener('change', () => {
	const [file] = chooser.files ?? [];
	if (!file) return;
	result.replaceChildren(line(words.working));
	void judge(file).then((parts) => result.replaceChildren(...parts));
});

async function judge(file: File): Promise<Node[]> {
	const shown = readShown(new Uint8Array(await file.arrayBuffer()), inflate);
	if (shown.credential === null)
		return [notice('bad', words.unreadable, [m.check.unreadable[shown.why]])];
	const verdict = await judgeCredential(shown.credential, keys, BROWSER_MEANS);
	switch (verdict.state) {
		case 'malformed':
		case 'doubled':
		case 'other-kind':
			return [notice('bad', words.unreadable, [m.check.unreadable[verdict.state]])];
		case 'changed':
			return [notice('bad', words.changed, [words.changedText, register()])];
		case 'unknown-key':
			return [notice('bad', words.unknownKey, [words.unknownKeyText, known])];
		case 'valid': {
			const told = claimsOf(verdict.credential);
			const since = withdrawn[verdict.publicKey];
			if (since !== undefined)
				return [
					notice('bad', m.check.withdrawn(formatMoment(new Date(since), language)), [
						words.withdrawnText,
						register()
					]),
					facts(told)
				];
			const paper = shown.paper ? [notice('warn', words.paper, [words.paperText])] : [];
			return [
				notice('good', words.valid, []),
				...paper,
				notice('warn', words.unchecked, [
					...validity(told),
					words.uncheckedText,
					register(),
					known
				]),
				facts(told)
			];
		}
	}
}

/** Whether it has expired, by the clock of this device. */
function validity(told: readonly Told[]): string[] {
	const until = told.find(({ claim }) => claim === 'validUntil')?.text;
	if (until === undefined) return [];
	const over = new Date(until) < new Date();
	const day = formatDay(new Date(until), language);
	return [over ? words.expired(day, isoDay(new Date())) : words.notExpired(day)];
}

function facts(told: readonly Told[]): HTMLElement {
	const list = document.createElement('dl');
	for (const { claim, nth, text } of told) {
		const [name, value] = [document.createElement('dt'), document.createElement('dd')];
		name.textContent = nth > 0 ? m.nth(m.claims[claim], nth) : m.claims[claim];
		value.textContent = /^\d{4}-\d\d-\d\dT[\d:]+\+07:00$/.test(text)
			? formatDay(new Date(text), language)
			: text;
		list.append(name, value);
	}
	return list;
}

function notice(
	tone: 'good' | 'warn' | 'bad',
	title: string,
	lines: readonly (string | Node)[]
): Node {
	const box = document.createElement('section');
	box.className = tone;
	const heading = document.createElement('h2');
	heading.textContent = `${{ good: '✓', warn: '!', bad: '✗' }[tone]} ${title}`;
	box.append(heading, ...lines.map((one) => (typeof one === 'string' ? line(one) : one)));
	return box;
}

/** The way to the page that knows of revocations; its address is written out, for a printed or copied page. */
function register(): HTMLElement {
	const link = document.createElement('a');
	link.href = check;
	link.textContent = check;
	const paragraph = line(`${m.check.title}: `);
	paragraph.append(link);
	return paragraph;
}

function line(text: string): HTMLElement {
	const paragraph = document.createElement('p');
	paragraph.textContent = text;
	return paragraph;
}

function element(id: string): HTMLElement {
	return document.getElementById(id)!;
}
