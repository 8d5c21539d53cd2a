// The yardstick for papers: a bare node:http server that answers each request of a paper after one transaction of as many
// statements as the application asks there, each by primary key; where the application writes, the last one is an insert.
// One process, like the application.
import { createServer } from 'node:http';
import postgres from 'postgres';

const [url, releaseId, counts] = process.argv.slice(2);
/** Statements by request, BEGIN and COMMIT among them. */
const statements = JSON.parse(counts!) as number[];
// As many connections as the application has (http/pool.ts).
const sql = postgres(url!, { max: 4, connection: { role: 'widyapraja_app' } });

createServer((request, response) => {
	const asked = statements[Number(request.url?.slice(1))] ?? 2;
	request.resume().on('end', () => {
		sql
			.begin(async (tx) => {
				const reads = asked - 2 - (request.method === 'POST' ? 1 : 0);
				for (let left = reads; left > 0; left--)
					await tx`select id, number from releases where id = ${releaseId!}`;
				if (request.method === 'POST') await tx`insert into bench_papers default values`;
			})
			.then(
				() => response.writeHead(200).end('ok'),
				(error: unknown) => response.writeHead(500).end(String(error))
			);
	});
}).listen(0, '127.0.0.1', function (this: import('node:http').Server) {
	const address = this.address();
	process.send?.(typeof address === 'object' && address ? address.port : 0);
});
process.on('disconnect', () => process.exit());
