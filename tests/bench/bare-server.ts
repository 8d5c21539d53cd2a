// The yardstick of `npm run bench`: a bare node:http server that asks PostgreSQL as little as can be, or the same
// statements as a lesson page, and answers with as many bytes. One process, like the application.
import { createServer } from 'node:http';
import postgres from 'postgres';

const [kind, url, bytes, digest, personId, courseId, releaseId, lessonId] = process.argv.slice(2);
const sql = postgres(url!, { max: 10, connection: { role: 'widyapraja_app' } });
const body = Buffer.alloc(Number(bytes), 'x');

const oneQuery = () => sql`select id, number from releases where id = ${releaseId!}`;

const sameStatements = async () => {
	await sql`select * from find_session(${Buffer.from(digest!, 'hex')})`;
	await sql.begin(async (tx) => {
		const entered = tx`select set_config('widyapraja.actor', 'person', true), set_config('widyapraja.person', ${personId!}, true)`;
		const enrolment = tx`
			select release_id, course_id, enrolled_at from enrolments
			where person_id = ${personId!} and course_id = ${courseId!} order by enrolled_at desc limit 1`;
		await Promise.all([entered, enrolment]);
		await Promise.all([
			tx`
				select lesson_id, last_at, place, completed_at from lesson_states
				where person_id = ${personId!} and release_id = ${releaseId!}`,
			tx`
				select question_id, tries, last_choice, last_correct, last_at, first_correct_at from check_states
				where person_id = ${personId!} and release_id = ${releaseId!} and lesson_id = ${lessonId!}`
		]);
	});
};

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
