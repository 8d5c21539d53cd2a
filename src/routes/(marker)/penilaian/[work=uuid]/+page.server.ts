import { randomUUID } from 'node:crypto';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { markFields } from '#lib/mark-fields.ts';
import { projectFields } from '#lib/project-fields.ts';
import { serverRendered } from '#lib/server-rendered.ts';
import type { Actor } from '#lib/server/access/policy.ts';
import type { Database } from '#lib/server/db/connect.ts';
import { leaveFlash, type Flash } from '#lib/server/http/flash.ts';
import { readLines, refuseForm } from '#lib/server/http/form.ts';
import { readMark } from '#lib/server/http/mark-form.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';
import {
	giveUpWork,
	markWork,
	readWork,
	returnForMending,
	takeWork
} from '#lib/server/journeys/mark-work.ts';
import { Refusal } from '#lib/server/refusal.ts';

/** Where in the form a refusal belongs. */
const FIELDS: Record<string, string> = {
	'mark-comment-long': markFields.comment,
	'mark-reason-missing': markFields.reason,
	'mark-reason-long': markFields.reason,
	'mark-incomplete': 'rubrik',
	'return-words-missing': projectFields.words,
	'return-words-long': projectFields.words
};

export async function load(event) {
	const { actor } = requireSignedIn(event);
	const work = await inScope(event.locals, (db) => readWork(db, actor, event.params.work));
	return serverRendered({ work, newId: randomUUID() });
}

export const actions = {
	mark: async (event) => {
		const mark = readMark(await event.request.formData());
		const { levels, comment, replaces, further } = mark;
		const kept = { levels, comment, reason: (replaces ?? further)?.reason ?? '' };
		const marked = (db: Database, actor: Actor) => markWork(db, actor, event.params.work, mark);
		return act(event, marked, kept, 'mark-saved');
	},
	return: async (event) => {
		const words = readLines(await event.request.formData(), projectFields.words).trim();
		const returned = (db: Database, actor: Actor) =>
			returnForMending(db, actor, event.params.work, words);
		return act(event, returned, { words }, 'work-returned');
	},
	take: (event) => {
		const taken = (db: Database, actor: Actor) => takeWork(db, actor, event.params.work);
		return act(event, taken, nothingTyped, null);
	},
	giveUp: (event) => {
		const givenUp = (db: Database, actor: Actor) => giveUpWork(db, actor, event.params.work);
		return act(event, givenUp, nothingTyped, 'work-given-up');
	}
};

const nothingTyped = {};

/** One act on the work: back to the queue with word of it, or (null) to the work itself; else why not, beside what was typed. */
async function act(
	event: RequestEvent<{ work: string }>,
	verb: (db: Database, actor: Actor) => Promise<void>,
	kept: { levels?: number[]; comment?: string; reason?: string; words?: string },
	done: Flash | null
) {
	const { actor } = requireSignedIn(event);
	try {
		await inScope(event.locals, (db) => verb(db, actor));
	} catch (error) {
		if (!(error instanceof Refusal) || !GONE.includes(error.code))
			return refuseForm(error, event.locals.m, kept, (code) => FIELDS[code] ?? null);
		leaveFlash(event, 'work-settled');
		redirect(303, '/penilaian');
	}
	if (done === null) redirect(303, event.url.pathname);
	leaveFlash(event, done);
	redirect(303, '/penilaian');
}

/** Colleagues were faster: the work is out of sight now. */
const GONE = ['work-unknown', 'work-settled'];
