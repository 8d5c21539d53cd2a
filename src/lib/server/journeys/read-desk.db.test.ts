import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { actAs, test } from '../../../../tests/support/database.ts';
import {
	aMarkerOf,
	anEssaySent,
	anOrganiserOf,
	aUsedUpQuiz,
	usedUpQuiz
} from '../../../../tests/support/marking.ts';
import { anAgency, anOfficer, aPerson } from '../../../../tests/support/people.ts';
import { isoDay } from '../../format/dates.ts';
import { SYSTEM } from '../db/scope.ts';
import { keepEvidence } from '../hours/evidence.ts';
import { decideTraining, submitTraining } from '../hours/external.ts';
import { readDesk } from './read-desk.ts';
import { askForChance } from './sit-test.ts';

const nothing = { works: 0, chances: 0, submissions: 0, returned: 0 };

test('markers and organisers are told how much waits for them', async ({ db }) => {
	await anEssaySent(db);
	const marker = await aMarkerOf(db, 'uraian-1');
	await actAs(db, marker.personId);
	expect(await readDesk(db, marker)).toEqual({ ...nothing, works: 1 });

	const learner = await aUsedUpQuiz(db);
	await askForChance(db, learner, usedUpQuiz, 'Listrik padam saat mengerjakan.');
	const organiser = await anOrganiserOf(db, usedUpQuiz.course);
	await actAs(db, organiser.personId);
	expect(await readDesk(db, organiser)).toEqual({ ...nothing, chances: 1 });
});

test('an officer is told of trainings to confirm, and their owner of one that came back', async ({
	db
}) => {
	await actAs(db, SYSTEM);
	const place = await anAgency(db, 'Kabupaten');
	const officer = await anOfficer(db, 'hr-officer', { ...place, unitId: null });
	const learner = { personId: await aPerson(db, {}, place), ...place };
	await actAs(db, learner.personId);
	const now = new Date();
	const { id: evidenceId } = await keepEvidence(
		db,
		learner.personId,
		Buffer.from('%PDF-1.7 bukti'),
		now
	);
	const id = randomUUID();
	const training = {
		...{ title: 'Bimbingan teknis Satu Data', organiser: 'Bappenas' },
		...{ form: 'bimbingan-teknis' as const, jp: 8, certificate: '1/V/2026', evidenceId },
		...{ startedOn: '2026-05-04', endedOn: '2026-05-05' }
	};
	await submitTraining(db, learner, id, training, now, isoDay(now));
	await actAs(db, officer.personId);
	expect(await readDesk(db, officer)).toEqual({ ...nothing, submissions: 1 });
	const reason = 'Nomor sertifikat belum lengkap.';
	await decideTraining(db, officer, id, { outcome: 'returned', number: 1, reason });
	expect(await readDesk(db, officer)).toEqual(nothing);
	await actAs(db, learner.personId);
	const actor = { personId: learner.personId, grants: [] };
	expect(await readDesk(db, actor)).toEqual({ ...nothing, returned: 1 });
});
