import { readdirSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { SESSION_COOKIE } from '#lib/server/identity/sessions.ts';
import { measureTransfer, SLOW_LINE, type Transfer } from '../support/transfer.ts';
import { COURSE, LESSONS } from './support/course-sources.ts';
import { aLearnerOf } from './support/people.ts';
import { expect, test, watch } from './support/story.ts';

const KB = 1000;
const PHONE = { width: 360, height: 740 };

test('a lesson stays within its bytes, requests and layout shift on the first visit, the next one within less', async ({
	page,
	browser,
	house
}) => {
	test.setTimeout(120_000);
	await aLearnerOf(house, page, COURSE);
	const heaviest = await heaviestLesson(page);
	const first = await newVisit(browser, page);
	const lesson = await measureTransfer(first, () => first.goto(heaviest), SLOW_LINE);
	report('materi terberat', lesson);
	expect(lesson.bytes).toBeLessThanOrEqual(70 * KB);
	expect(lesson.requests.length).toBeLessThanOrEqual(16);
	expect(lesson.requestsBeforeText).toBeLessThanOrEqual(4);
	expect(lesson.readableAfter).toBeLessThanOrEqual(2000);
	expect(lesson.shift).toBeLessThanOrEqual(0.02);
	expectOwnHost(lesson, first.url());

	const next = await measureTransfer(first, () =>
		first.locator('.lesson-steps > a').first().click()
	);
	report('materi berikutnya', next);
	expect(next.bytes).toBeLessThanOrEqual(15 * KB);
	expect(next.requests.length).toBeLessThanOrEqual(2);
	await first.context().close();
});

for (const path of ['/masuk', '/katalog', '/cari?q=layanan', '/'])
	test(`${path} stays within its bytes on the first visit`, async ({ page, browser }) => {
		await page.goto('/health');
		const visit = await newVisit(browser, page);
		const cost = await measureTransfer(visit, () => visit.goto(path), SLOW_LINE);
		report(path, cost);
		expect(cost.bytes).toBeLessThanOrEqual(60 * KB);
		expect(cost.requests.length).toBeLessThanOrEqual(16);
		expect(cost.shift).toBeLessThanOrEqual(0.02);
		expectOwnHost(cost, visit.url());
		await visit.context().close();
	});

test('the first page brings its style along, the next ones find it on the device', async ({
	page,
	browser
}) => {
	await page.goto('/health');
	const visit = await newVisit(browser, page);
	const complaints = watch(visit.context());
	const stylesOf = (html: string) => [
		html.match(/<style>/g)?.length ?? 0,
		html.match(/rel="stylesheet"(?! media="print")/g)?.length ?? 0
	];

	const first = (await visit.goto('/masuk'))!;
	expect(stylesOf(await first.text())).toEqual([1, 0]);
	expect(first.headers()['content-security-policy']).toMatch(/style-src 'self' 'sha256-[^']+';?/);
	const look = () =>
		visit.evaluate(() => {
			const styled = (of: string) => getComputedStyle(document.querySelector(of)!);
			const { paddingInline, backgroundColor } = styled('.site-header');
			return [paddingInline, backgroundColor, styled('h1').fontSize, styled('body').fontFamily];
		});
	const brought = await look();
	await visit.waitForLoadState('networkidle');

	const second = (await visit.goto('/masuk'))!;
	expect(stylesOf(await second.text())).toEqual([0, 1]);
	expect(second.headers()['content-security-policy']).not.toContain('sha256');
	expect(await look()).toEqual(brought);
	const sheets = await visit.evaluate(() =>
		performance
			.getEntriesByType('resource')
			.filter(({ name }) => name.endsWith('.css'))
			.map((sheet) => (sheet as PerformanceResourceTiming).transferSize)
	);
	expect(sheets).toEqual([0]);
	expect(complaints).toEqual([]);
	await visit.context().close();
});

test('the text of a lesson travels once', async ({ page, house }) => {
	await aLearnerOf(house, page, COURSE);
	for (const { id, plainLines } of LESSONS) {
		const path = `/belajar/${COURSE}/${id}`;
		const sent = await (await page.request.get(path)).text();
		expect(plainLines.length, path).toBeGreaterThan(2);
		for (const line of plainLines) expect(sent.split(line).length - 1, line).toBe(1);
		// The build strips what only hydration reads; a few marks come from Svelte's runtime.
		const comments = sent.match(/<!--.*?-->/g) ?? [];
		expect(comments.join('').length / sent.length, path).toBeLessThan(0.025);
	}
});

test('answers are compressed, files may be kept for good', async ({ page, house }) => {
	const files: Record<string, string>[] = [];
	page.on('response', (response) => {
		if (/_app\/immutable|\/berkas\//.test(response.url())) files.push(response.headers());
	});
	await aLearnerOf(house, page, COURSE);
	const answer = await page.goto(`/belajar/${COURSE}/${LESSONS[0]!.id}`);
	expect(answer!.headers()['content-encoding']).toMatch(/br|gzip/);
	expect(answer!.headers()['cache-control']).toBe('no-store');
	expect(files.length).toBeGreaterThan(1);
	for (const headers of files) expect(headers['cache-control']).toContain('immutable');
});

/** A fresh browser profile with the learner's session: cold cache, on a phone. */
async function newVisit(browser: Browser, page: Page): Promise<Page> {
	const context = await browser.newContext({
		baseURL: new URL(page.url()).origin,
		viewport: PHONE
	});
	const session = await page.context().cookies();
	await context.addCookies(session.filter(({ name }) => name === SESSION_COOKIE));
	return context.newPage();
}

/** The lessons of every shipped course, all of which this learner comes to take. */
async function everyLesson(page: Page): Promise<string[]> {
	const courses = readdirSync('courses', { withFileTypes: true }).filter((entry) =>
		entry.isDirectory()
	);
	const lessons: string[] = [];
	for (const { name } of courses) {
		await page.goto(`/katalog/${name}`);
		const join = page.getByRole('button', { name: 'Ikuti Pelatihan' });
		if (await join.isVisible()) await join.click();
		await page.goto(`/belajar/${name}`);
		const links = page.locator('.outline a[data-state]');
		lessons.push(...(await links.evaluateAll((all) => all.map((a) => a.getAttribute('href')!))));
	}
	return lessons;
}

/** The address of the lesson with most bytes on the wire. */
async function heaviestLesson(page: Page): Promise<string> {
	const sizes = new Map<string, number>();
	const lessons = await everyLesson(page);
	expect(lessons).toContain('/belajar/panduan-kontributor/soal-pilihan-dan-kasus');
	for (const path of lessons) {
		const finished = page.waitForEvent(
			'requestfinished',
			(request) => new URL(request.url()).pathname === path
		);
		await page.goto(path);
		sizes.set(path, (await (await finished).sizes()).responseBodySize);
	}
	return [...sizes].sort(([, a], [, b]) => b - a)[0]![0];
}

function expectOwnHost({ requests }: Transfer, address: string): void {
	const { host } = new URL(address);
	expect(requests.filter(({ url }) => new URL(url).host !== host)).toEqual([]);
}

/** The figures stand in the report beside the test. */
function report(what: string, { bytes, requests, readableAfter, shift, ...rest }: Transfer): void {
	test.info().annotations.push({
		type: what,
		description: `${bytes} B, ${requests.length} requests (${rest.requestsBeforeText} before text), text after ${readableAfter.toFixed(0)} ms, shift ${shift.toFixed(4)}: ${requests.map(({ url, bytes: own }) => `${new URL(url).pathname} ${own}`).join(', ')}`
	});
}
