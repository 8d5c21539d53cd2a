import type { Page } from '@playwright/test';
import { giveRole } from '#lib/server/access/grants.ts';
import type { Role } from '#lib/server/access/policy.ts';
import { SYSTEM, withScope } from '#lib/server/db/scope.ts';
import { createPerson } from '#lib/server/identity/people.ts';
import { acknowledge } from '#lib/server/identity/privacy-notice.ts';
import { createAgency, createUnit } from '#lib/server/organisation/agencies.ts';
import { placePerson } from '#lib/server/organisation/placements.ts';
import { expect, type House } from './story.ts';

/** Somebody with an account; nobody else in this run has the same name, e-mail address or number. */
export interface Account {
	id: string;
	name: string;
	email: string;
	/** Eighteen digits. */
	number: string;
	password: string;
	agency: string;
}

/** An agency that somebody in this run belongs to. */
export interface Agency {
	id: string;
	name: string;
}

/** Where the trial accounts' password stands in product.md, not in the code under test. */
export const TRIAL_PASSWORD = 'widyapraja-contoh';

const PASSWORD = 'kopi-susu-gula-aren';

/** How many people one worker can make. Each worker, and each that replaces a failed one, has an index of its own. */
const STRETCH = 1000;
let count = Number(process.env.TEST_WORKER_INDEX ?? 0) * STRETCH;

/** An agency of its own. */
export function anAgency(house: House): Promise<Agency> {
	const name = `Kabupaten Uji ${letters(++count)}`;
	return withScope(house.pool, SYSTEM, async (db) => {
		const code = `UJI-${process.pid}-${count}`;
		return {
			id: await createAgency(db, { code, name, kind: 'regency', timeZone: 'Asia/Makassar' }),
			name
		};
	});
}

/** A civil servant with a post in an agency, who has read the privacy notice unless `fresh`. */
export async function aCivilServant(
	house: House,
	{ fresh = false, agency, role }: { fresh?: boolean; agency?: Agency; role?: Role } = {}
): Promise<Account> {
	const place = agency ?? (await anAgency(house));
	const nth = ++count;
	const name = `Wayan Sudarma ${letters(nth)}`;
	const email = `wayan.${letters(nth).toLowerCase()}.${process.pid}@uji.go.id`;
	const number = employeeNumber(nth);
	const id = await withScope(house.pool, SYSTEM, async (db) => {
		const unitId = await createUnit(db, { agencyId: place.id, parentId: null, name: 'Dinas Uji' });
		const personId = await createPerson(db, null, {
			name,
			email,
			employeeKind: 'pns',
			number: { number, kind: 'nip' },
			password: PASSWORD
		});
		const post = { postTitle: 'Analis Kebijakan', fromOn: '2026-01-01' };
		await placePerson(db, { personId, agencyId: place.id, unitId, ...post });
		if (!fresh) await acknowledge(db, personId);
		if (role) {
			const everywhere = role === 'platform-admin';
			const agencyId = everywhere ? null : place.id;
			await giveRole(db, null, { personId, role, agencyId, unitId: null, endsOn: null });
		}
		return personId;
	});
	return { id, name, email, number, password: PASSWORD, agency: place.name };
}

/** Signs in through the form on the page now open, or on `/masuk`. */
export async function signIn(
	page: Page,
	{ email, password }: Pick<Account, 'email' | 'password'>,
	{ shared = false } = {}
): Promise<void> {
	if (!new URL(page.url(), 'http://nowhere').pathname.startsWith('/masuk')) {
		await page.goto('/masuk');
	}
	await page.getByLabel('NIP/NI PPPK atau email dinas').fill(email);
	await page.getByLabel('Kata sandi', { exact: true }).fill(password);
	if (shared) await page.getByLabel('Ini perangkat bersama').check();
	await page.getByRole('main').getByRole('button', { name: 'Masuk' }).click();
	await expect(page).not.toHaveURL(/\/masuk/);
}

/** A learner, signed in on this page; the home page is open. */
async function aLearner(house: House, page: Page): Promise<Account> {
	const learner = await aCivilServant(house);
	await signIn(page, learner);
	return learner;
}

/** A learner who takes the course; its outline is open, or the lesson named. */
export async function aLearnerOf(
	house: House,
	page: Page,
	course: string,
	lesson?: { id: string }
): Promise<Account> {
	const learner = await aLearner(house, page);
	await page.goto(`/katalog/${course}`);
	await page.getByRole('button', { name: 'Ikuti Pelatihan' }).click();
	await expect(page).toHaveURL(`/belajar/${course}`);
	if (lesson) await page.goto(`/belajar/${course}/${lesson.id}`);
	return learner;
}

/** Eighteen digits: of one worker everybody is born on another day, and each worker has a serial number of its own. */
function employeeNumber(nth: number): string {
	const day = new Date(Date.UTC(1970, 0, 1 + (nth % STRETCH)));
	const serial = String(Math.floor(nth / STRETCH) + 1).padStart(3, '0');
	return `${day.toISOString().slice(0, 10).replaceAll('-', '')}2015051${serial}`;
}

/** A count as a word, since names carry no digits. */
function letters(value: number): string {
	const rest = Math.floor(value / 26);
	return (rest > 0 ? letters(rest) : 'U') + String.fromCharCode(97 + (value % 26));
}
