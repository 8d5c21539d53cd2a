import { listCitations, type Citation } from '#lib/server/catalog/citations.ts';
import { findRegistries } from '#lib/server/catalog/registry.ts';
import { nearest } from '#lib/server/markdown/nearest.ts';
import { slug } from '#lib/server/markdown/slug.ts';
import { SYSTEM, withScope } from '#lib/server/db/scope.ts';
import { Trouble } from '#lib/server/db/trouble.ts';
import { countCertificates } from '#lib/server/reporting/touched.ts';
import { withCatalogue } from './with-catalogue.ts';

/**
 * Prints which places of the published courses cite `uu-27-2022`, or `uu-27-2022#pasal-20` (also "#Pasal 20") with all below it,
 * and how many certificates stand on editions that do.
 */
export async function citeCourses(
	cited: string,
	{ json, all }: { json: boolean; all: boolean }
): Promise<void> {
	const [regulation = '', typed = ''] = cited.split('#', 2);
	const article = slug(typed) || null;
	const { found, certificates } = await withCatalogue((pool) =>
		withScope(pool, SYSTEM, async (db) => {
			const { regulations } = await findRegistries(db);
			if (!regulations.has(regulation)) throw unknown(regulation, [...regulations.keys()]);
			const editions = all ? 'all' : 'newest';
			return {
				found: await listCitations(db, { regulation, article, editions }),
				certificates: await countCertificates(db, { regulation, article })
			};
		})
	);
	if (json) {
		console.log(JSON.stringify({ citations: found, certificates }, null, '\t'));
		return;
	}
	for (const citation of found) console.log(lineOf(citation));
	for (const { courseId, edition, certificates: given } of certificates)
		console.log(`${courseId}@${edition}: ${given} sertifikat`);
	console.log(summaryOf(cited, found));
}

function unknown(regulation: string, known: string[]): Trouble {
	const guess = nearest(regulation, known);
	return new Trouble(
		`Peraturan "${regulation}" tidak dikenal.${guess ? ` Maksud Anda "${guess}"?` : ''} Daftarnya ada di regulations.yaml.`
	);
}

function lineOf({
	courseId,
	edition,
	path,
	line,
	article,
	questionId,
	lessonId
}: Citation): string {
	const within = [lessonId && `materi ${lessonId}`, questionId && `soal ${questionId}`];
	const place = within.filter(Boolean).join(', ');
	return `${courseId}@${edition} ${path}:${line} ${article ?? '(seluruhnya)'}${place && ` · ${place}`}`;
}

function summaryOf(cited: string, found: readonly Citation[]): string {
	const count = (names: (string | null)[]) => new Set(names.filter((name) => name !== null)).size;
	const named = (id: string | null, release: string) => (id === null ? null : `${release}/${id}`);
	const lessons = count(found.map((one) => named(one.lessonId, one.releaseId)));
	const items = count(found.map((one) => named(one.questionId, one.releaseId)));
	const editions = count(found.map(({ releaseId }) => releaseId));
	return `${cited}: ${found.length} kutipan pada ${editions} edisi, ${lessons} materi, ${items} soal.`;
}
