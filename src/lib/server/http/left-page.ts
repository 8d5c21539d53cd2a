import type { IncomingMessage, ServerResponse } from 'node:http';

/** Application and front are built apart and share no module; what one leaves for the other lies on the request. */
const LEFT = Symbol.for('widyapraja.page');

interface LeavingPage {
	[LEFT]?: Buffer | null;
}

/**
 * Leaves a page with its request for the front to send, and says whether a front is there to do so. As the
 * body of a Response it would be copied into a stream of one piece and read out of it again.
 */
export function leavePage(request: object | undefined, page: Buffer): boolean {
	if (!request || !(LEFT in request)) return false;
	(request as LeavingPage)[LEFT] = page;
	return true;
}

/** Sends what is left with the request when the response ends without a body of its own. */
export function sendLeftPage(request: IncomingMessage, response: ServerResponse): void {
	const leaving = request as LeavingPage;
	leaving[LEFT] = null;
	const end = response.end;
	response.end = function (this: ServerResponse, ...given: unknown[]) {
		const page = leaving[LEFT];
		if (!page || given.length > 0) return Reflect.apply(end, this, given) as ServerResponse;
		return end.call(this, page, 'utf8');
	} as typeof end;
}
