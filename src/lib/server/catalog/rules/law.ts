import { articleForms, isArticle } from '../../../format/articles.ts';
import { nearestAmong } from '../../markdown/nearest.ts';
import { isRevoked, isStale, regulationState } from '../regulations.ts';
import { advice, error, type Hit, type Rule, type Subject } from './rule.ts';

function unknownRegulations(subject: Subject): Hit[] {
	const guessed = nearestAmong([...subject.registry.keys()]);
	const message = (id: string) => {
		const guess = guessed(id);
		return `Peraturan "${id}" tidak ada di regulations.yaml.${guess ? ` Maksud Anda "${guess}"?` : ' Tambahkan butirnya.'}`;
	};
	return subject.cited.flatMap(({ regulation, file, line, column }) =>
		subject.registry.has(regulation) ? [] : [{ file, line, column, message: message(regulation) }]
	);
}

function revokedInstruments(subject: Subject): Hit[] {
	return subject.cited.flatMap(({ regulation, listed, asHistory, file, line, column }) => {
		const entry = subject.registry.get(regulation);
		if (!entry || asHistory || !isRevoked(entry, subject.on)) return [];
		const { text } = regulationState(entry, subject.registry, subject.on);
		const history = `[teks](reg:${regulation} "history")`;
		const remedy = listed
			? `Tulis penggantinya di "legal"; sebagai riwayat cukup kutip di materi: ${history}`
			: `Kutip penggantinya, atau tandai sebagai riwayat: ${history}`;
		return [{ file, line, column, message: `${entry.short} sudah ${text}. ${remedy}.` }];
	});
}

function unknownForms(subject: Subject): Hit[] {
	return subject.cited.flatMap(({ article, file, line, column }) =>
		article === null || isArticle(article)
			? []
			: [
					{
						file,
						line,
						column,
						message: `Bentuk pasal "#${article}" tidak dikenal. Bentuk yang ada: ${articleForms.join(', ')}.`
					}
				]
	);
}

function staleChecks(subject: Subject): Hit[] {
	const told = new Set<string>();
	return subject.cited.flatMap(({ regulation, file, line, column }) => {
		const entry = subject.registry.get(regulation);
		if (!entry || !isStale(entry, subject.on) || told.has(regulation)) return [];
		told.add(regulation);
		return [
			{
				file,
				line,
				column,
				message: `Status ${entry.short} terakhir diperiksa ${entry.lastChecked}, lebih dari setahun lalu. Periksa lagi dan perbarui lastChecked.`
			}
		];
	});
}

/** Rules of law. */
export const law: Record<string, Rule> = {
	'unknown-regulation': error({
		finds: 'Peraturan yang tidak ada di regulations.yaml.',
		remedy: 'Tambahkan peraturannya di regulations.yaml.',
		why: 'Tanpa catatan itu status peraturannya tidak diketahui peserta.',
		run: unknownRegulations
	}),
	'revoked-instrument': error({
		finds:
			'Peraturan yang sudah dicabut, tetapi dikutip atau didaftar di "legal" sebagai aturan yang berlaku.',
		remedy: 'Kutip penggantinya atau tandai sebagai riwayat.',
		why: 'Pegawai yang bekerja menurut aturan yang dicabut menanggung akibatnya.',
		suppressible: true,
		run: revokedInstruments
	}),
	'article-form': error({
		finds: 'Pasal atau bagian lain pada tautan reg: yang bentuknya tidak dikenal.',
		remedy: `Tulis dalam salah satu bentuk ini: ${articleForms.join(', ')}.`,
		why: 'Bila pasal itu berubah, materi yang mengutipnya harus dapat ditemukan.',
		run: unknownForms
	}),
	'stale-regulation': advice({
		finds: 'Peraturan yang statusnya diperiksa lebih dari setahun lalu.',
		remedy: 'Periksa status peraturannya dan perbarui lastChecked.',
		why: 'Peraturan dapat diubah atau dicabut tanpa kabar kepada penulis.',
		run: staleChecks
	}),
	'regulation-older': advice({
		finds: 'Catatan peraturan yang lebih lama daripada yang sudah diketahui tempat menerbitkan.',
		remedy: 'Perbarui butirnya di regulations.yaml.',
		why: 'Salinan lama tidak boleh menghidupkan lagi aturan yang sudah dicabut.',
		suppressible: false
	})
};
