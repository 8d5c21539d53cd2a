const parts: Record<string, (value: string) => string> = {
	pasal: (value) => `Pasal ${value.toUpperCase()}`,
	ayat: (value) => `ayat (${value})`,
	huruf: (value) => `huruf ${value}`,
	angka: (value) => `angka ${value}`,
	bab: (value) => `Bab ${value.toUpperCase()}`,
	lampiran: (value) => `Lampiran ${value.toUpperCase()}`
};

/** `pasal-4-ayat-2` → `Pasal 4 ayat (2)`. What is not of that form stays as it is. */
export function formatArticle(article: string): string {
	if (article === 'lampiran') return 'Lampiran';
	const words = article.split('-');
	const said: string[] = [];
	for (let at = 0; at < words.length; at += 2) {
		const part = parts[words[at]!];
		const value = words[at + 1];
		if (!part || value === undefined) return article;
		said.push(part(value));
	}
	return said.join(' ');
}
