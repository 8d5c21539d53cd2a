import { changesOf, demandPreview } from '#lib/server/http/preview.ts';

/** Tells an open page that a file was saved. */
export function GET() {
	const changes = changesOf(demandPreview()).pipeThrough(new TextEncoderStream());
	const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store' };
	return new Response(changes, { headers });
}
