// npm run bench: the performance figures, each as a ratio to a bare server measured in the same run.
import { startApplication } from '../../tests/bench/application.ts';
import { measureLine } from '../../tests/bench/line.ts';
import { measurePapers } from '../../tests/bench/papers.ts';
import { measurePublishing } from '../../tests/bench/publishing.ts';
import { measureSearch } from '../../tests/bench/search.ts';
import { measureSpeed } from '../../tests/bench/speed.ts';
import { Visitor } from '../../tests/bench/visitor.ts';
import { finish } from './lifecycle.ts';

await finish(async () => {
	const application = await startApplication();
	try {
		const learner = new Visitor(application.origin);
		await learner.signIn('peserta@contoh.go.id');
		for (const measure of [measureSpeed, measureLine, measurePublishing, measurePapers])
			for (const line of await measure(application, learner)) console.log(line);
	} finally {
		await application.stop();
	}
	for (const line of await measureSearch()) console.log(line);
});
