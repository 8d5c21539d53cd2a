import { redirect, type RequestEvent } from '@sveltejs/kit';
import { endDuty, giveDuty } from '#lib/server/access/duties.ts';
import type { Actor } from '#lib/server/access/policy.ts';
import type { Database } from '#lib/server/db/connect.ts';
import { endExtension, extendTime, FACTORS } from '#lib/server/assessment/extensions.ts';
import { readExtension } from '#lib/server/http/extension-form.ts';
import { leaveFlash, takeFlash, type Flash } from '#lib/server/http/flash.ts';
import { readText, refuseForm } from '#lib/server/http/form.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';
import { readRunCourse } from '#lib/server/journeys/run-course.ts';

export async function load(event) {
	const { actor } = requireSignedIn(event);
	const { course } = event.params;
	return {
		course: await inScope(event.locals, (db) => readRunCourse(db, actor, course)),
		factors: FACTORS,
		done: takeFlash(event.cookies, ['duty-given', 'duty-ended', 'time-extended', 'time-ended'])
	};
}

export const actions = {
	give: (event) =>
		act(event, 'duty-given', (db, actor, form) =>
			giveDuty(db, actor, {
				courseId: event.params.course,
				duty: readText(form, 'duty') === 'organiser' ? 'organiser' : 'marker',
				email: readText(form, 'email')
			})
		),
	end: (event) =>
		act(event, 'duty-ended', (db, actor, form) => endDuty(db, actor, readText(form, 'duty'))),
	extend: (event) =>
		act(event, 'time-extended', (db, actor, form) =>
			extendTime(db, actor, event.params.course, readExtension(form))
		),
	endTime: (event) =>
		act(event, 'time-ended', (db, actor, form) =>
			endExtension(db, actor, readText(form, 'extension'))
		)
};

/** One act on the course's people: goes back and says what was done, or answers the form with why not. */
async function act(
	event: RequestEvent<{ course: string }>,
	done: Flash,
	verb: (db: Database, actor: Actor, form: FormData) => Promise<void>
) {
	const { actor } = requireSignedIn(event);
	const form = await event.request.formData();
	try {
		await inScope(event.locals, (db) => verb(db, actor, form));
	} catch (error) {
		const kept = {
			...{ done, email: readText(form, 'email'), duty: readText(form, 'duty') },
			...{ factor: readText(form, 'factor'), reason: readText(form, 'reason') }
		};
		return refuseForm(error, event.locals.m, kept, (code) => {
			if (code === 'extension-reason') return 'reason';
			return done === 'time-extended' ? 'email-waktu' : 'email';
		});
	}
	leaveFlash(event, done);
	redirect(303, event.url.pathname);
}
