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
		await Promise.all([
			tx.unsafe(`set local widyapraja.actor = person; set local widyapraja.person = '${personId}'`),
			tx`
				select e.release_id,
					(select coalesce(json_agg(json_build_object('lessonId', s.lesson_id, 'lastAt', s.last_at,
						'place', s.place, 'completedAt', s.completed_at)), '[]')
					from lesson_states s where s.person_id = e.person_id and s.release_id = e.release_id) as progress,
					(select coalesce(json_agg(json_build_object('questionId', c.question_id, 'tries', c.tries,
						'lastChoice', c.last_choice, 'lastCorrect', c.last_correct, 'lastAt', c.last_at,
						'firstCorrectAt', c.first_correct_at)), '[]')
					from check_states c
					where c.person_id = e.person_id and c.release_id = e.release_id and c.lesson_id = ${lessonId!}) as checks
				from enrolments e
				where e.person_id = ${personId!} and e.course_id = ${courseId!}
				order by e.enrolled_at desc limit 1`
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
