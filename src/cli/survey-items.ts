import { formatNumber } from '#lib/format/numbers.ts';
import { messagesIn } from '#lib/messages/catalogue.ts';
import { Trouble } from '#lib/server/db/trouble.ts';
import { surveyItems, type SurveyedItem } from '#lib/server/journeys/survey-items.ts';
import { Refusal } from '#lib/server/refusal.ts';
import { withCatalogue } from './with-catalogue.ts';

/** Prints how the items of a course do, each by `file:line`; as JSON for machines. */
export async function printItems(courseId: string, { json }: { json: boolean }): Promise<void> {
	const { outline, ...survey } = await withCatalogue((pool) =>
		surveyItems(pool, null, courseId)
	).catch((error: unknown) => {
		if (!(error instanceof Refusal)) throw error;
		throw new Trouble(`Pelatihan "${courseId}" belum diterbitkan di sini.`);
	});
	if (json) {
		const { courseId: course, edition } = outline;
		console.log(JSON.stringify({ course, edition, ...survey }, null, '\t'));
		return;
	}
	const { items, least, most } = survey;
	for (const item of items) if (item.figures) console.log(lineOf(item));
	const known = items.filter(({ figures }) => figures !== null).length;
	console.log(
		`${courseId}@${outline.edition}: ${known} dari ${items.length} butir dapat dinilai mutunya (paling sedikit ${least} orang; terbanyak kini ${most}).`
	);
}

function lineOf({ path, line, questionId, testId, people, figures }: SurveyedItem): string {
	const number = (value: number | null) =>
		value === null ? '–' : formatNumber(value, 'id', 2).padStart(5);
	const hints = figures!.hints.map((hint) => messagesIn('id').review.items.hint[hint]);
	const facts = `${people} orang, kesukaran ${number(figures!.difficulty)}, daya beda ${number(figures!.discrimination)}`;
	return `${path}:${line}: ${questionId} (${testId}): ${facts}${hints.map((hint) => `; ${hint}`).join('')}`;
}
