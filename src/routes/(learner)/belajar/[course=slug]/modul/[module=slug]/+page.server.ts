import { serverRendered } from '#lib/server-rendered.ts';
import { inScope, learnerOf, requireSignedIn } from '#lib/server/http/visit.ts';
import { readModule } from '#lib/server/journeys/read-module.ts';

export async function load(event) {
	const learner = learnerOf(requireSignedIn(event));
	const { course, module } = event.params;
	const print = await inScope(event.locals, (db) => readModule(db, learner, course, module));
	return serverRendered({ print, now: new Date() });
}
