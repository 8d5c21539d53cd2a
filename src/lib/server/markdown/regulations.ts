/** The state of an instrument on a day, in the reader's words. */
export interface RegulationState {
	/** A word or two: "berlaku", "dicabut oleh PermenPANRB 8/2026". */
	text: string;
	/** Machine-readable, for the style: in force, amended, revoked, not yet in force. */
	status: 'berlaku' | 'diubah' | 'dicabut' | 'belum-berlaku';
	title: string;
	/** Where its text was read, which need not be the official place; null where no address is on record. */
	source: string | null;
}

// Exactly what the renderer writes; text of an author cannot contain it because "<" is escaped.
const marker =
	/<a class="reg" href="reg:([a-z0-9-]+)(?:#([a-z0-9-]+))?">|<span class="reg-state" data-reg="([a-z0-9-]+)"><\/span>/g;

/** Ids of the instruments that rendered HTML cites, in order of first citation. */
export function regulationsIn(html: string): string[] {
	return [...new Set([...html.matchAll(marker)].flatMap(([, cited]) => cited ?? []))];
}

/**
 * Fills the state of cited instruments into rendered HTML when it is read, so that a repeal shows
 * on every release at once. An instrument the registry no longer knows stays as plain text.
 */
export function joinRegulations(
	html: string,
	stateOf: (id: string) => RegulationState | null
): string {
	return html.replace(
		marker,
		(_all, cited: string | undefined, article: string | undefined, marked: string | undefined) => {
			const state = stateOf(cited ?? marked ?? '');
			if (marked !== undefined) {
				return state
					? `<span class="reg-state reg-state-${state.status}" data-reg="${marked}">${escapeText(state.text)}</span>`
					: `<span class="reg-state" data-reg="${marked}"></span>`;
			}
			const data = article === undefined ? '' : ` data-article="${article}"`;
			if (!state) return `<a class="reg"${data}>`;
			const address =
				state.source === null ? '' : ` href="${escapeText(state.source)}" rel="noopener"`;
			return `<a class="reg"${address} title="${escapeText(state.title)}"${data}>`;
		}
	);
}

function escapeText(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
