import { randomUUID } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import type { Messages } from '#lib/messages/catalogue.ts';
import { serverRendered } from '#lib/server-rendered.ts';
import type { Conflict } from '#lib/server/assessment/attempt-answers.ts';
import { grantedBySilenceAt } from '#lib/server/assessment/chances.ts';
import { statusOf, wordsOf } from '#lib/server/http/failures.ts';
import { readLines, refuseForm } from '#lib/server/http/form.ts';
import { leaveFlash, takeFlash } from '#lib/server/http/flash.ts';
import { readAnswers, readAttemptId } from '#lib/server/http/test-form.ts';
import { inScope, learnerOf, readingScope, requireSignedIn } from '#lib/server/http/visit.ts';
import { readRest } from '#lib/server/journeys/read-outline.ts';
import { readTest } from '#lib/server/journeys/read-test.ts';
import {
	askForChance,
	beginTest,
	openTest,
	saveTest,
	sendTest,
	type Sending
} from '#lib/server/journeys/sit-test.ts';
import { Refusal } from '#lib/server/refusal.ts';
import { testFields } from '#lib/test-fields.ts';

export async function load(event) {
	const learner = learnerOf(requireSignedIn(event));
	const read = () => readingScope(event.locals, (db) => readTest(db, learner, event.params));
	let page = await read();
	if (page?.paper?.time) {
		await inScope(event.locals, (db) => openTest(db, learner, event.params));
		page = await read();
	}
	if (!page) redirect(303, `/katalog/${event.params.course}`);
	const ended = page.test.kind === 'posttest' && page.review?.passed === true;
	return serverRendered({
		page,
		/** After the test at the end was passed: what is left of the course, and its certificate. */
		rest: ended
			? await inScope(event.locals, (db) => readRest(db, learner, event.params.course))
			: null,
		/** When a request made now would be granted by silence. */
		silence: grantedBySilenceAt(new Date()),
		// What makes the form that begins an attempt, sent twice, begin one.
		newId: randomUUID(),
		saved: takeFlash(event.cookies, ['answers-saved']) !== null,
		/** Whether the paper was about to be sent with answers missing. */
		unfinished: event.url.searchParams.has('belum')
	});
}

export const actions = {
	begin: async (event) => {
		const learner = learnerOf(requireSignedIn(event));
		const id = readAttemptId(await event.request.formData());
		await inScope(event.locals, (db) => beginTest(db, learner, event.params, id));
		redirect(303, event.url.pathname);
	},
	save: async (event) => {
		const learner = learnerOf(requireSignedIn(event));
		const form = await event.request.formData();
		const [attempt, answers] = [readAttemptId(form), readAnswers(form)];
		try {
			const { late, conflicts } = await inScope(event.locals, (db) =>
				saveTest(db, learner, event.params, attempt, answers)
			);
			if (conflicts.length > 0) return fail(409, { ...nothingSaid, others: conflicts });
			if (late) return refused(timeUp(), event.locals.m, answers);
		} catch (error) {
			return refused(error, event.locals.m, answers);
		}
		leaveFlash(event, 'answers-saved');
		redirect(303, `${event.url.pathname}#tersimpan`);
	},
	send: async (event) => {
		const learner = learnerOf(requireSignedIn(event));
		const form = await event.request.formData();
		const [attempt, answers] = [readAttemptId(form), readAnswers(form)];
		const sure = form.has(testFields.sure);
		let sending: Sending;
		try {
			sending = await inScope(event.locals, (db) =>
				sendTest(db, learner, event.params, attempt, answers, sure)
			);
		} catch (error) {
			return refused(error, event.locals.m, answers);
		}
		const { state, conflicts } = sending;
		if (state === 'late') return refused(timeUp(), event.locals.m, answers);
		// A page of its own: loaded again it sends nothing again.
		if (state === 'unfinished' && conflicts.length > 0)
			return fail(409, { ...nothingSaid, others: conflicts });
		// It is sent in any case; what was not taken here is said once.
		const unused = conflicts.filter(({ taken }) => !taken).map(({ other }) => other.typed);
		if (state === 'sent' && unused.length > 0)
			return fail(409, { ...nothingSaid, unused: unused.filter((text) => text !== null) });
		if (state === 'unfinished') redirect(303, `${event.url.pathname}?belum#kesalahan`);
		redirect(303, `${event.url.pathname}#hasil`);
	},
	ask: async (event) => {
		const learner = learnerOf(requireSignedIn(event));
		const reason = readLines(await event.request.formData(), testFields.reason).trim();
		try {
			await inScope(event.locals, (db) => askForChance(db, learner, event.params, reason));
		} catch (error) {
			return refuseForm(error, event.locals.m, { ...nothingSaid, reason }, () => testFields.reason);
		}
		redirect(303, `${event.url.pathname}#kesempatan`);
	}
};

/** What a form can be answered with. */
const nothingSaid: {
	message: string | null;
	late: string[];
	reason: string | null;
	mistakes: { field: string | null; message: string }[];
	/** What was answered otherwise elsewhere, while it can still be chosen. */
	others: Conflict[];
	/** Once it was sent: what was typed and gave way to an answer from elsewhere. */
	unused: string[] | null;
} = { message: null, late: [], reason: null, mistakes: [], others: [], unused: null };

/** Said of answers that came after the time, with which the attempt was sent without them. */
const timeUp = () => new Refusal('conflict', 'attempt-time-up');

/** What nothing is taken after. */
const TOO_LATE = new Set(['attempt-time-up', 'attempt-closed']);

/** What a learner can understand on the page itself, such as an attempt sent from another tab, is said there. */
function refused(error: unknown, m: Messages, answers: readonly { typed?: string | null }[]) {
	if (!(error instanceof Refusal) || error.reason === 'not-found') throw error;
	// What was typed in vain can still be read and copied.
	const late = TOO_LATE.has(error.code) ? answers.flatMap(({ typed }) => typed || []) : [];
	return fail(statusOf(error), { ...nothingSaid, message: wordsOf(error, m), late });
}
