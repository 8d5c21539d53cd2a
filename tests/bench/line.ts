import { chromium, type Browser, type Page } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from '../../src/cli/browser.mjs';
import { SESSION_COOKIE } from '#lib/server/identity/sessions.ts';
import { Trouble } from '#lib/server/db/trouble.ts';
import { measureTransfer, SLOW_LINE, type Line, type Transfer } from '../support/transfer.ts';
import type { Application } from './application.ts';
import { layLine } from './slow-line.ts';
import type { Visitor } from './visitor.ts';

const ROUNDS = 5;
const COURSE = 'spbe-101';
const PHONE = { width: 360, height: 740 };
/** Milliseconds until a lesson's text must be readable (issue 2). */
const LIMIT = 2000;

/**
 * How long a learner on a district network (400 kbit/s, 400 ms) waits for a lesson's text, with a cold cache on a phone:
 * through a line of our own and through Chromium's own throttling, medians; and what the pages weigh.
 */
export async function measureLine(application: Application, learner: Visitor): Promise<string[]> {
	const executablePath = findBrowser();
	if (!executablePath)
		throw new Trouble('Pengukuran memerlukan Chromium. Pasang dengan: apt-get install chromium');
	const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS });
	const line = await layLine(new URL(application.origin), {
		bitsPerSecond: SLOW_LINE.download,
		roundTrip: SLOW_LINE.latency
	});
	try {
		await learner.post(`/katalog/${COURSE}?/enrol`, {});
		const path = await heaviestLesson(learner);
		const visit = (origin: string, at: string, quality?: Line) =>
			visitCold(browser, learner, new URL(at, origin), quality);
		const wired = await rounds(() => visit(line.origin, path));
		const throttled = await rounds(() => visit(application.origin, path, SLOW_LINE));
		const signIn = await visitCold(browser, null, new URL('/masuk', application.origin));
		const catalogue = await visit(application.origin, '/katalog');
		return [
			`saluran 400 kbit/d, 400 ms, tembolok kosong, ${path}: teks terbaca dalam ${seconds(wired.readableAfter)} (syarat ≤ ${seconds(LIMIT)})`,
			`  dengan pelambatan Chromium: ${seconds(throttled.readableAfter)}; median dari ${ROUNDS}`,
			weight('  materi terberat', throttled, 70),
			weight('  halaman masuk', signIn, 60),
			weight('  katalog', catalogue, 60)
		];
	} finally {
		await browser.close();
		await line.stop();
	}
}

/** The lesson with most HTML, compressed, of those the outline leads to. */
async function heaviestLesson(learner: Visitor): Promise<string> {
	const outline = await (await learner.get(`/belajar/${COURSE}`)).text();
	const paths = new Set(outline.match(new RegExp(`/belajar/${COURSE}/[\\w-]+`, 'g')));
	let heaviest = { path: '', bytes: 0 };
	for (const path of paths) {
		const bytes = (await (await learner.get(path)).arrayBuffer()).byteLength;
		if (bytes > heaviest.bytes) heaviest = { path, bytes };
	}
	return heaviest.path;
}

/** One visit in a profile that has never been here; signed in where a learner is given. */
async function visitCold(
	browser: Browser,
	learner: Visitor | null,
	address: URL,
	quality?: Line
): Promise<Transfer> {
	const context = await browser.newContext({ viewport: PHONE, locale: 'id-ID' });
	try {
		if (learner)
			await context.addCookies([
				{ name: SESSION_COOKIE, value: learner.sessionId, url: address.origin }
			]);
		const page: Page = await context.newPage();
		return await measureTransfer(page, () => page.goto(address.href), quality);
	} finally {
		await context.close();
	}
}

/** The visit with the median time. */
async function rounds(visit: () => Promise<Transfer>): Promise<Transfer> {
	const visits: Transfer[] = [];
	for (let round = 0; round < ROUNDS; round++) visits.push(await visit());
	visits.sort((a, b) => a.readableAfter - b.readableAfter);
	return visits[Math.floor(ROUNDS / 2)]!;
}

function weight(what: string, { bytes, requests }: Transfer, limit: number): string {
	const kilobytes = (bytes / 1000).toFixed(1).replace('.', ',');
	return `${what}: ${kilobytes} KB (syarat ≤ ${limit} KB), ${requests.length} permintaan (syarat ≤ 16)`;
}

function seconds(milliseconds: number): string {
	return `${(milliseconds / 1000).toFixed(2).replace('.', ',')} d`;
}
