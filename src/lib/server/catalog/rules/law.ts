import { nearest } from '../../markdown/nearest.ts';
import { citedIn } from '../cited.ts';
import { isRevoked, isStale, regulationState } from '../regulations.ts';
import { lessonsOf } from './structure.ts';
import type { Hit, Rule, Subject } from './rule.ts';

const articleForm =
	/^(?:pasal-\d+[a-z]?(?:-ayat-\d+[a-z]?)?(?:-huruf-[a-z])?(?:-angka-\d+)?|bab-[ivxlc\d]+|lampiran(?:-[a-z\d]+)*)$/;

const citations = ({ course }: Subject) => citedIn(course);

function unknownRegulations(subject: Subject): Hit[] {
	const known = [...subject.registry.keys()];
	const message = (id: string) => {
		const guess = nearest(id, known);
		return `Peraturan "${id}" tidak ada di regulations.yaml.${guess ? ` Maksud Anda "${guess}"?` : ' Tambahkan butirnya.'}`;
	};
	const cited = citations(subject).flatMap(({ regulation, file, line, column }) =>
		subject.registry.has(regulation) ? [] : [{ file, line, column, message: message(regulation) }]
	);
	const listed = lessonsOf(subject).flatMap((lesson) =>
		lesson.fields.legal.flatMap((id, at) =>
			subject.registry.has(id)
				? []
				: [
						{
							file: lesson.file,
							...lesson.frontMatter.placeOf(['legal', at]),
							message: message(id)
						}
					]
		)
	);
	return [...cited, ...listed];
}

function revokedInstruments(subject: Subject): Hit[] {
	return citations(subject).flatMap(({ regulation, asHistory, file, line, column }) => {
		const entry = subject.registry.get(regulation);
		if (!entry || asHistory || !isRevoked(entry, subject.on)) return [];
		const { text } = regulationState(entry, subject.registry, subject.on);
		return [
			{
				file,
				line,
				column,
				message: `${entry.short} sudah ${text}. Kutip penggantinya, atau tandai sebagai riwayat: [teks](reg:${regulation} "history").`
			}
		];
	});
}

function articleForms(subject: Subject): Hit[] {
	return citations(subject).flatMap(({ article, file, line, column }) =>
		article === null || articleForm.test(article)
			? []
			: [
					{
						file,
						line,
						column,
						message: `Bentuk pasal "#${article}" tidak dikenal. Tulis misalnya #pasal-49 atau #pasal-4-ayat-2.`
					}
				]
	);
}

function staleChecks(subject: Subject): Hit[] {
	const told = new Set<string>();
	return citations(subject).flatMap(({ regulation, file, line, column }) => {
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

const lawful = (remedy: string, run: NonNullable<Rule['run']>, suppressible = false): Rule => ({
	severity: 'error',
	remedy,
	suppressible,
	run
});

/** Rules of law. */
export const law: Record<string, Rule> = {
	'unknown-regulation': lawful('Tambahkan peraturannya di regulations.yaml.', unknownRegulations),
	'revoked-instrument': lawful(
		'Kutip penggantinya atau tandai sebagai riwayat.',
		revokedInstruments,
		true
	),
	'article-form': lawful('Tulis pasal sebagai #pasal-49 atau #pasal-4-ayat-2.', articleForms),
	'stale-regulation': {
		severity: 'warning',
		remedy: 'Periksa status peraturannya.',
		suppressible: true,
		run: staleChecks
	}
};
