import { createHash } from 'node:crypto';
import { displayName } from '../../format/names.ts';
import type { Document } from './canonical.ts';
import type { CertificateFacts } from './facts.ts';

/** Who issues, as fixed with their first certificate (tables.ts, certificateIssuers). */
export interface Issuer {
	name: string;
	/** e.g. `https://belajar.contoh.go.id/penerbit/KEM`. */
	identity: string;
}

/** Where a published list tells whether a certificate was revoked. */
export interface StatusEntry {
	/** e.g. `KEM-1`. */
	list: string;
	index: number;
}

/** Vocabularies of a credential, in the order that Open Badges asks for. */
const CONTEXT = [
	'https://www.w3.org/ns/credentials/v2',
	'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
];

/**
 * What a certificate says, as an Open Badges 3.0 AchievementCredential in the data model of W3C Verifiable Credentials
 * 2.0; still to be signed. The holder's number is in it only as a hash with `salt`; post, unit and score are not.
 * Addresses are those of the issuer's installation as they were fixed.
 */
export function credentialOf(
	facts: CertificateFacts,
	issuer: Issuer,
	{ list, index }: StatusEntry,
	salt: string
): Document {
	const { course, holder, employment } = facts;
	const at = (path: string) => new URL(path, issuer.identity).href;
	const lists = at(`/sertifikat/status/${list}`);
	return {
		'@context': CONTEXT,
		id: at(`/sertifikat/${facts.code}`),
		type: ['VerifiableCredential', 'AchievementCredential'],
		name: `Sertifikat ${course.title}`,
		issuer: { id: issuer.identity, type: ['Profile'], name: facts.organiser.name },
		validFrom: startOf(facts.issuedOn),
		...(facts.validUntil !== null && { validUntil: endOf(facts.validUntil) }),
		awardedDate: startOf(facts.completedOn),
		credentialSubject: {
			type: ['AchievementSubject'],
			identifier: [
				identity('name', displayName(holder)),
				...(employment.number === null ? [] : [hashed('ext:nip', employment.number, salt)])
			],
			licenseNumber: facts.number,
			activityStartDate: startOf(facts.startedOn),
			activityEndDate: endOf(facts.completedOn),
			creditsEarned: facts.jp,
			achievement: {
				id: at(`/katalog/${course.id}#edisi-${course.edition}`),
				type: ['Achievement'],
				achievementType: 'Course',
				name: course.title,
				description: `Pelatihan ${course.title} (${course.code}), edisi ${course.edition}, ${facts.jp} JP. 1 JP = 45 menit.`,
				humanCode: course.code,
				version: course.edition,
				inLanguage: course.language,
				creditsAvailable: facts.jp,
				criteria: { narrative: criteriaOf(facts) },
				alignment: facts.competencies.map(({ id, name, level }) => ({
					type: ['Alignment'],
					targetCode: id,
					targetName: name,
					targetUrl: at(`/katalog/${course.id}#kompetensi-${id}`),
					targetDescription: `Bukti pendukung tingkat ${level}; bukan penetapan tingkat kompetensi.`
				}))
			}
		},
		evidence: [
			{
				type: ['Evidence'],
				name: `Edisi ${course.edition}`,
				description: 'Sidik isi pelatihan yang dipelajari.',
				narrative: course.releaseId
			},
			...facts.modules.map(({ title, jp, objectives }) => ({
				type: ['Evidence'],
				name: title,
				description: `Modul, ${jp} JP.`,
				narrative: objectives
					.map(({ text, met }) => `${met ? 'Tercapai' : 'Belum tercapai'}: ${text}`)
					.join('\n')
			}))
		],
		credentialStatus: {
			id: `${lists}#${index}`,
			type: 'BitstringStatusListEntry',
			statusPurpose: 'revocation',
			statusListIndex: String(index),
			statusListCredential: lists
		}
	};
}

/** Who stands for it, and what was asked and rests on which law, in words. */
function criteriaOf(facts: CertificateFacts): string {
	const { organiser, providers, signatory, issuedIn, modules, legal, sample } = facts;
	const by = [organiser.name, ...providers].join(' bersama ');
	const signed = [signatory.post, signatory.name].filter(Boolean).join(', ');
	const told = modules.map(({ title, jp }) => `${title} (${jp} JP)`).join('; ');
	return [
		...(sample ? ['CONTOH – bukan sertifikat resmi.'] : []),
		`Diselenggarakan oleh ${by}.`,
		`Pejabat yang menandatangani: ${signed}.`,
		...(issuedIn ? [`Diterbitkan di ${issuedIn}.`] : []),
		`Menyelesaikan seluruh syarat pelatihan: ${told}.`,
		...legal.map(({ short, status }) => `Dasar hukum: ${short} (${status}).`)
	].join('\n');
}

function identity(identityType: string, identityHash: string) {
	return { type: 'IdentityObject', hashed: false, identityHash, identityType };
}

/** As Open Badges hashes identities: the salt follows the value. */
function hashed(identityType: string, value: string, salt: string) {
	const digest = createHash('sha256')
		.update(value + salt)
		.digest('hex');
	const identityHash = `sha256$${digest}`;
	return { type: 'IdentityObject', hashed: true, identityHash, identityType, salt };
}

/** Days are Jakarta's. */
const startOf = (day: string) => `${day}T00:00:00+07:00`;
const endOf = (day: string) => `${day}T23:59:59+07:00`;
