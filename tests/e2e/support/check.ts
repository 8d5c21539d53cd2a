import type { Locator, Page } from '@playwright/test';
import { keyOf, type SourceQuestion } from './course-sources.ts';
import { expect } from './story.ts';

/** A check in an open lesson, as a learner meets it. */
export interface Check {
	form: Locator;
	/** Where the verdict appears and the focus goes. */
	result: Locator;
	choose(...options: string[]): Promise<void>;
	send(): Promise<void>;
	/** Chooses and sends. */
	answer(...options: string[]): Promise<void>;
}

/** The check of this question on the page now open. */
export function theCheck(page: Page, question: SourceQuestion): Check {
	const form = page.locator(`form:has(input[name="question"][value="${question.id}"])`);
	const button = form.getByRole('button', { name: /^Periksa/ });
	const choose = async (...options: string[]) => {
		for (const option of options) await form.getByLabel(option, { exact: true }).check();
	};
	return {
		form,
		result: page.locator(`#hasil-${question.id}`),
		choose,
		send: () => button.click(),
		async answer(...options) {
			await choose(...options);
			await button.click();
		}
	};
}

/** Answers every question of the open lesson that is still open. */
export async function answerAll(page: Page, questions: readonly SourceQuestion[]): Promise<void> {
	for (const question of questions) {
		const check = theCheck(page, question);
		await check.answer(...keyOf(question));
		await expect(check.result).toContainText('Benar');
	}
}
