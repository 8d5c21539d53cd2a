import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { files, releaseFiles, releases } from '#lib/server/catalog/tables.ts';
import { SYSTEM, withScope } from '#lib/server/db/scope.ts';
import { PAGE_POLICY } from '#lib/server/http/headers.ts';
import { parseMarkdown } from '#lib/server/markdown/parse.ts';
import { joinRegulations } from '#lib/server/markdown/regulations.ts';
import { renderTokens, type RenderContext } from '#lib/server/markdown/render.ts';
import { aLesson, picture } from '../support/courses.ts';
import { activePictures, hostileWords } from '../support/hostile-files.ts';
import { hostileTexts } from '../support/hostile-markdown.ts';
import { hostileCourse } from './support/hostile-course.ts';
import { aLearnerOf } from './support/people.ts';
import { aPublishedCourse } from './support/publish.ts';
import { expect, test } from './support/story.ts';
import { provoke, setTraps, strangers } from './support/traps.ts';

const perPage = 60;
const encoded = (path: string) => encodeURIComponent(path.toWellFormed());

/** Grants whatever a text asks for, so that nothing is harmless only because it is missing. */
const generous: RenderContext = {
	image: (path) => ({ href: `/berkas/x/${encoded(path)}`, width: 4, height: 4 }),
	file: (path) => ({ href: `/berkas/x/${encoded(path)}` }),
	term: (id) => `#istilah-${id}`,
	headingIds: new Set(['bagian-x', 'aturan', 'constructor'])
};

const state = {
	text: hostileWords[0]!,
	title: hostileWords[1]!,
	status: 'berlaku',
	source: `https://jahat.example/?${hostileWords[2]!}`
} as const;

const pages = Array.from({ length: Math.ceil(hostileTexts.length / perPage) }, (_, nth) =>
	hostileTexts.slice(nth * perPage, (nth + 1) * perPage).map(({ text }, at) => {
		const html = renderTokens(parseMarkdown(text).tokens, generous);
		return `<section data-text="${nth * perPage + at}">${joinRegulations(html, () => state)}</section>`;
	})
);

/** Serves the texts as bare pages, under our policy or under none. */
async function serveTexts(): Promise<{ server: Server; origin: string }> {
	const server = createServer((request, response) => {
		const [, kind = '', nth = ''] = (request.url ?? '').split('/');
		if (kind === 'berkas')
			return void response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(picture);
		const sections = pages[Number(nth)]?.join('\n');
		if (sections === undefined) return void response.writeHead(204).end();
		const policy = kind === 'dijaga' ? { 'content-security-policy': PAGE_POLICY } : {};
		response
			.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...policy })
			.end(`<!doctype html><title>Uji</title><body>\n${sections}\n</body>`);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Names by which a text could put itself in the place of something of the document. */
const overlaid = (page: Page) =>
	page.evaluate(() =>
		['getElementById', 'querySelector', 'forms', 'cookie', 'body', 'head', 'location'].filter(
			(name) => Object.hasOwn(document, name) !== (name === 'location')
		)
	);

for (const [guard, path] of [
	['without any policy', 'bebas'],
	['under our policy', 'dijaga']
] as const)
	test(`of ${hostileTexts.length} hostile texts nothing runs, loads or leaves, ${guard}`, async ({
		context
	}) => {
		const { server, origin } = await serveTexts();
		const alarms = await setTraps(context, origin);
		const page = await context.newPage();
		for (const [nth, sections] of pages.entries()) {
			const address = `${origin}/${path}/${nth}`;
			await page.goto(address, { waitUntil: 'load' });
			const children = await page.evaluate(() =>
				Array.from(document.body.children, ({ localName }) => localName)
			);
			expect(children, 'every text stays in its place').toEqual(sections.map(() => 'section'));
			expect(await strangers(page, 'section'), address).toEqual([]);
			expect(await overlaid(page), address).toEqual([]);
			await provoke(page, 'section');
			expect(page.url().split('#')[0]).toBe(address);
		}
		await page.goto('about:blank');
		expect(alarms).toEqual([]);
		server.close();
	});

test('the traps go off where something does run, load or leave', async ({ context }) => {
	const { server, origin } = await serveTexts();
	const alarms = await setTraps(context, origin);
	const page = await context.newPage();
	await page.goto(`${origin}/bebas/0`);
	await page.evaluate(() => {
		document.body.innerHTML =
			'<section><p onclick="alert(1)">x</p><a href="javascript:alert(2)">x</a><img src="//jahat.example/x.png"><p style="x">y</p></section>';
	});
	expect((await strangers(page, 'section')).length).toBeGreaterThan(2);
	await provoke(page, 'section');
	await expect.poll(() => alarms.filter((alarm) => alarm === 'alert').length).toBe(2);
	await expect.poll(() => alarms.some((alarm) => alarm.startsWith('request'))).toBe(true);
	server.close();
});

test('a published course of hostile texts does nothing to its readers', async ({
	page,
	context,
	house,
	baseURL
}) => {
	const { texts, lessons, published } = hostileCourse();
	expect(published).toBeGreaterThan(300);
	await aPublishedCourse(house, 'naskah-jahat', texts);
	const alarms = await setTraps(context, baseURL!);
	await aLearnerOf(house, page, 'naskah-jahat');
	const addresses = ['/', '/katalog', '/katalog/naskah-jahat', '/belajar/naskah-jahat'];
	for (const address of [...addresses, ...lessons.map((id) => `/belajar/naskah-jahat/${id}`)]) {
		await page.goto(address, { waitUntil: 'load' });
		expect(await intruders(page), address).toEqual([]);
		expect(await overlaid(page), address).toEqual([]);
		await provoke(page, 'main');
		expect(new URL(page.url()).pathname).toBe(address);
	}
	await page.goto(`/belajar/naskah-jahat/${lessons[0]}`);
	expect(alarms).toEqual([]);
});

test('what is told of an answer does nothing either, and a question may be called like a part of the page', async ({
	page,
	context,
	house,
	baseURL
}) => {
	const question = (id: string, right: number) =>
		`:::question{#${id} objective=m1-1 level=C2}\n${hostileWords.join(' ')}\n\n${hostileWords
			.map(
				(words, at) =>
					`- [${at === right ? 'x' : ' '}] ${at} ${words}\n  > ${words} [x](https://contoh.go.id)`
			)
			.join('\n')}\n:::\n`;
	const names = [
		'aturan',
		'kemajuan',
		'antrean',
		'daftar-materi',
		'isi',
		'hasil-aturan',
		'cek-isi'
	];
	await aPublishedCourse(house, 'jawaban-jahat', {
		'01-dasar/01-gejala-silo.md': aLesson(names.map(question).join('\n'))
	});
	const alarms = await setTraps(context, baseURL!);
	await aLearnerOf(house, page, 'jawaban-jahat', { id: 'gejala-silo' });
	for (const [right, name] of names.entries()) {
		const form = page.locator(`form:has(input[name="question"][value="${name}"])`);
		await form.getByRole('radio').nth(right).check();
		await form.getByRole('button', { name: /^Periksa/ }).click();
		await expect(page.locator(`#hasil-${name}`)).toContainText('Benar');
	}
	await expect(page.locator('#aturan')).toHaveAttribute('data-live', '');
	expect(await intruders(page)).toEqual([]);
	await page.reload();
	expect(await intruders(page)).toEqual([]);
	expect(alarms).toEqual([]);
});

test('a picture that would run is served so that it cannot', async ({
	page,
	context,
	house,
	baseURL,
	watched
}) => {
	const alarms = await setTraps(context, baseURL!);
	const digests = activePictures.map((svg) => createHash('sha256').update(svg).digest('hex'));
	// The lint refuses such pictures; this is what would happen had it not.
	await withScope(house.pool, SYSTEM, async (db) => {
		const [release] = await db.select({ id: releases.id }).from(releases).limit(1);
		for (const [at, svg] of activePictures.entries()) {
			const [sha256, bytes] = [digests[at]!, Buffer.from(svg)];
			await db.insert(files).values({ sha256, size: bytes.length, bytes });
			await db
				.insert(releaseFiles)
				.values({ releaseId: release!.id, path: `bermusuhan-${at}/x.svg`, sha256 });
		}
	});
	for (const [at, digest] of digests.entries()) {
		const answer = await page.goto(`/berkas/${digest}/x.svg`);
		const headers = answer!.headers();
		expect(headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/);
		expect(headers['x-content-type-options']).toBe('nosniff');
		const ran = alarms.splice(0).filter((alarm) => !alarm.startsWith('policy'));
		expect(ran, activePictures[at]!).toEqual([]);
	}
	// The browser says what the policy kept from happening.
	watched.length = 0;
});

/** What stands in a page that neither its makers nor the renderer wrote, and ids that stand twice. */
function intruders(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const found: string[] = [];
		const ids = new Set<string>();
		for (const element of document.querySelectorAll('body *')) {
			if (element.id && ids.has(element.id)) found.push(`id ${element.id} twice`);
			ids.add(element.id);
			for (const { name, value } of element.attributes) {
				if (/^on|^style$|^srcdoc$|^formaction$|^ping$/.test(name))
					found.push(`${element.localName} ${name}`);
				if (
					/^(?:href|src|action|poster)$/.test(name) &&
					/^\s*(?:javascript|vbscript|data|blob):/i.test(value)
				)
					found.push(`${name} ${value}`);
			}
			const inMain = element.closest('main') !== null;
			if (
				inMain &&
				/^(?:script|style|iframe|object|embed|base|meta|link|frame|applet)$/.test(element.localName)
			)
				found.push(`element ${element.localName}`);
		}
		return found;
	});
}
