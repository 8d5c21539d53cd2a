import type { CDPSession, Page } from '@playwright/test';

/** What one visit cost and felt like, as the browser counts it. */
export interface Transfer {
	/** Bytes on the wire, headers of answers included, compressed as sent. */
	bytes: number;
	requests: { url: string; bytes: number }[];
	/** Requests that were complete when the text could be read; no other can have been needed for it. */
	requestsBeforeText: number;
	/** Milliseconds from the start of navigation until text of the page's own content was painted. */
	readableAfter: number;
	/** Cumulative layout shift. */
	shift: number;
}

/** A line as Chromium imitates it: bits per second and milliseconds from request to the first byte. */
export interface Line {
	download: number;
	upload: number;
	latency: number;
}

/** District network of the reference conditions: 400 kbit/s, 400 ms round trip. */
export const SLOW_LINE: Line = { download: 400_000, upload: 400_000, latency: 400 };

/** Watches for paint and shifts from before the first byte on; what the page itself never sees. */
const WATCH_PAINT = `(() => {
	window.__seen = { text: null, shift: 0 };
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries())
			if (window.__seen.text === null && entry.element?.closest('main')) window.__seen.text = entry.startTime;
	}).observe({ type: 'largest-contentful-paint', buffered: true });
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.__seen.shift += entry.value;
	}).observe({ type: 'layout-shift', buffered: true });
})()`;

/** Visits with `go` and says what it cost; with `line`, over a line that slow. */
export async function measureTransfer(
	page: Page,
	go: () => Promise<unknown>,
	line?: Line
): Promise<Transfer> {
	const browser = await page.context().newCDPSession(page);
	await browser.send('Network.enable');
	await browser.send('Page.enable');
	const watch = await browser.send('Page.addScriptToEvaluateOnNewDocument', {
		source: WATCH_PAINT
	});
	if (line)
		await browser.send('Network.emulateNetworkConditions', {
			offline: false,
			latency: line.latency,
			downloadThroughput: line.download / 8,
			uploadThroughput: line.upload / 8
		});
	const counted = count(browser);
	await go();
	await page.waitForLoadState('networkidle');
	const { text, shift } = await page.evaluate(async () => {
		await document.fonts.ready;
		await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
		return (window as unknown as { __seen: { text: number | null; shift: number } }).__seen;
	});
	await browser.send('Page.removeScriptToEvaluateOnNewDocument', watch);
	await browser.detach();
	if (text === null) throw new Error(`no text of ${page.url()} was painted`);
	const requests = [...counted.values()].filter(({ cached }) => !cached);
	const began = Math.min(...requests.map((request) => request.began));
	return {
		bytes: requests.reduce((sum, { bytes }) => sum + bytes, 0),
		requests: requests.map(({ url, bytes }) => ({ url, bytes })),
		requestsBeforeText: requests.filter((r) => (r.ended - began) * 1000 < text).length,
		readableAfter: text,
		shift
	};
}

interface Counted {
	url: string;
	/** Seconds, on the browser's own clock. */
	began: number;
	ended: number;
	bytes: number;
	cached: boolean;
}

function count(browser: CDPSession): Map<string, Counted> {
	const counted = new Map<string, Counted>();
	browser.on('Network.requestWillBeSent', ({ requestId, request, timestamp }) => {
		if (request.url.startsWith('data:')) return;
		counted.set(requestId, {
			url: request.url,
			began: timestamp,
			ended: Infinity,
			bytes: 0,
			cached: false
		});
	});
	browser.on('Network.requestServedFromCache', ({ requestId }) => {
		const request = counted.get(requestId);
		if (request) request.cached = true;
	});
	browser.on('Network.responseReceived', ({ requestId, response }) => {
		const request = counted.get(requestId);
		if (request && response.fromDiskCache) request.cached = true;
	});
	browser.on('Network.loadingFinished', ({ requestId, encodedDataLength, timestamp }) => {
		const request = counted.get(requestId);
		if (request) Object.assign(request, { bytes: encodedDataLength, ended: timestamp });
	});
	return counted;
}
