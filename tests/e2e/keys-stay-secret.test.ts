import type { Page } from '@playwright/test';
import { theCheck } from './support/check.ts';
import { COURSE, keyOf, LESSONS, type SourceLesson } from './support/course-sources.ts';
import { aLearnerOf } from './support/people.ts';
import { expect, test } from './support/story.ts';

const rationales = LESSONS.flatMap(({ questions }) =>
	questions.flatMap(({ options }) => options.map(({ rationale }) => rationale))
);
const addressOf = ({ id }: SourceLesson) => `/belajar/${COURSE}/${id}`;

test('the sources were read whole', () => {
	expect(LESSONS).toHaveLength(6);
	for (const { id, questions } of LESSONS) {
		expect(questions.length, id).toBeGreaterThanOrEqual(3);
		for (const question of questions) {
			expect(question.options.length, question.id).toBeGreaterThanOrEqual(2);
			expect(keyOf(question).length, question.id).toBeGreaterThanOrEqual(1);
		}
	}
	expect(rationales.every((rationale) => rationale.length > 10)).toBe(true);
});

test('before an answer no page and no data tells a rationale or which option is right', async ({
	page,
	house
}) => {
	await aLearnerOf(house, page, COURSE);
	const pages = ['/', '/katalog', `/katalog/${COURSE}`, `/belajar/${COURSE}`, '/profil'];
	for (const path of [...pages, ...LESSONS.map(addressOf)]) {
		for (const address of [path, `${path === '/' ? '' : path}/__data.json`]) {
			const text = await readAloud(page, address);
			for (const rationale of rationales) expect(text.includes(rationale), address).toBe(false);
			expect(text, address).not.toMatch(/"(correct|right|key|rationales?)"\s*:/);
		}
	}
	for (const lesson of LESSONS) {
		await page.goto(addressOf(lesson));
		for (const question of lesson.questions) await expectNoSign(page, question.id);
	}
});

test('after an answer only the rationale of the chosen option has come', async ({
	page,
	house
}) => {
	await aLearnerOf(house, page, COURSE);
	for (const lesson of LESSONS) {
		await page.goto(addressOf(lesson));
		const question = lesson.questions[0]!;
		const wrong = question.options.find(({ right }) => !right)!;
		await theCheck(page, question).answer(wrong.text);
		await expect(theCheck(page, question).result).toContainText('Belum tepat');
		for (const address of [addressOf(lesson), `${addressOf(lesson)}/__data.json`]) {
			const text = await readAloud(page, address);
			const others = rationales.filter((rationale) => rationale !== wrong.rationale);
			for (const rationale of others) expect(text.includes(rationale), rationale).toBe(false);
		}
	}
});

/** What an address sends, as a reader of its text would see it: without tags, entities resolved. */
async function readAloud(page: Page, address: string): Promise<string> {
	const sent = await (await page.request.get(address)).text();
	return sent
		.replace(/<[^>]+>/g, '')
		.replace(/\\u003C[^>]+>/gi, '')
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replaceAll('&amp;', '&');
}

/** Every option of the question is built alike: nothing but its own id and words differs. */
async function expectNoSign(page: Page, question: string): Promise<void> {
	const shapes = await page
		.locator(`form:has(input[name="question"][value="${question}"]) label`)
		.evaluateAll((labels) =>
			labels.map((label) => {
				const copy = label.cloneNode(true) as HTMLElement;
				for (const input of copy.querySelectorAll('input')) input.removeAttribute('value');
				copy.querySelector('span')!.textContent = '';
				return copy.outerHTML;
			})
		);
	expect(new Set(shapes).size, question).toBe(1);
}
