// The yardstick of `npm run bench`: a bare node:http server that asks PostgreSQL as little as can be, or the same
// statements as a lesson page, and answers with as many bytes. One process, like the application.
import { createServer } from 'node:http';
import postgres from 'postgres';

const [kind, url, bytes, personId, courseId, releaseId, lessonId] = process.argv.slice(2);
// As many connections as the application has (http/pool.ts).
const sql = postgres(url!, { max: 4, connection: { role: 'widyapraja_app' } });
const body = Buffer.alloc(Number(bytes), 'x');

const oneQuery = () => sql`select id, number from releases where id = ${releaseId!}`;

// The session is in the application's memory (identity/session-memory.ts), so a lesson asks one thing.
const sameStatements = () =>
	sql`select * from lesson_standing(${personId!}, ${courseId!}, ${lessonId!})`;

const ask = kind === 'same' ? sameStatements : oneQuery;

createServer((_request, response) => {
	ask().then(
		() => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body),
		(error: unknown) => response.writeHead(500).end(String(error))
	);
}).listen(0, '127.0.0.1', function (this: import('node:http').Server) {
	const address = this.address();
	process.send?.(typeof address === 'object' && address ? address.port : 0);
});
process.on('disconnect', () => process.exit());
