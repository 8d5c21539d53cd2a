// Abbreviations whose full stop does not end a sentence.
const abbreviation =
	/(?:^|[\s(])(?:no|nomor|hlm|hal|dr|drs|ir|prof|jl|kab|prov|dll|dsb|dst|tsb|yth|a\.n|u\.p|s\.d|d\.a|vol|ed|mis|lih|bdk|st|tn|ny|[a-z])\.$/i;

/** Splits running Indonesian text into sentences. */
export function sentences(text: string): string[] {
	const found: string[] = [];
	let start = 0;
	for (const { index, 0: mark } of text.matchAll(
		/[.!?…]["'”’)\]]?\s+(?=["'“‘([]?[\p{Lu}\p{N}]|\([a-z]\))/gu
	)) {
		const candidate = text.slice(start, index + mark.length).trim();
		if (abbreviation.test(candidate.slice(-12))) continue;
		found.push(candidate);
		start = index + mark.length;
	}
	const rest = text.slice(start).trim();
	return rest === '' ? found : [...found, rest];
}
