/**
 * What Open Badges 3.0 asks of an AchievementCredential (1EdTech, "Open Badges Specification", 3.0, section B.1 and the
 * classes it names), as JSON Schema in our own words and narrower: nothing is allowed here that we do not write.
 */
const text = { type: 'string', minLength: 1 };
const uri = { type: 'string', format: 'uri' };
const dateTime = { type: 'string', format: 'date-time' };

const only = (properties: Record<string, object>, optional: string[] = []) => ({
	type: 'object',
	properties,
	required: Object.keys(properties).filter((name) => !optional.includes(name)),
	additionalProperties: false
});

const typed = (...types: string[]) => ({ type: 'array', const: types });
const listOf = (items: object) => ({ type: 'array', items });

const identity = {
	oneOf: [
		only({
			type: { const: 'IdentityObject' },
			hashed: { const: false },
			identityHash: text,
			identityType: { const: 'name' }
		}),
		only({
			type: { const: 'IdentityObject' },
			hashed: { const: true },
			identityHash: { type: 'string', pattern: '^sha256\\$[0-9a-f]{64}$' },
			identityType: { type: 'string', pattern: '^ext:[a-zA-Z0-9._-]+$' },
			salt: { type: 'string', minLength: 16 }
		})
	]
};

const achievement = only({
	id: uri,
	type: typed('Achievement'),
	achievementType: { const: 'Course' },
	name: text,
	description: text,
	humanCode: text,
	version: text,
	inLanguage: { type: 'string', pattern: '^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$' },
	creditsAvailable: { type: 'number', exclusiveMinimum: 0 },
	criteria: only({ narrative: text }),
	alignment: listOf(
		only({
			type: typed('Alignment'),
			targetCode: text,
			targetName: text,
			targetUrl: uri,
			targetDescription: text
		})
	)
});

const subject = only({
	type: typed('AchievementSubject'),
	identifier: { ...listOf(identity), minItems: 1 },
	licenseNumber: text,
	activityStartDate: dateTime,
	activityEndDate: dateTime,
	creditsEarned: { type: 'number', exclusiveMinimum: 0 },
	achievement
});

const status = only({
	id: uri,
	type: { const: 'BitstringStatusListEntry' },
	statusPurpose: { const: 'revocation' },
	statusListIndex: { type: 'string', pattern: '^[0-9]+$' },
	statusListCredential: uri
});

const proof = only({
	type: { const: 'DataIntegrityProof' },
	cryptosuite: { const: 'eddsa-rdfc-2022' },
	created: dateTime,
	verificationMethod: uri,
	proofPurpose: { const: 'assertionMethod' },
	proofValue: { type: 'string', pattern: '^z[1-9A-HJ-NP-Za-km-z]+$' }
});

export const ACHIEVEMENT_CREDENTIAL = only(
	{
		'@context': {
			const: [
				'https://www.w3.org/ns/credentials/v2',
				'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
			]
		},
		id: uri,
		type: typed('VerifiableCredential', 'AchievementCredential'),
		name: text,
		issuer: only({ id: uri, type: typed('Profile'), name: text }),
		validFrom: dateTime,
		validUntil: dateTime,
		awardedDate: dateTime,
		credentialSubject: subject,
		evidence: listOf(
			only({
				type: typed('Evidence'),
				name: text,
				description: text,
				narrative: { type: 'string' }
			})
		),
		credentialStatus: status,
		proof: { ...listOf(proof), minItems: 1, maxItems: 1 }
	},
	['validUntil']
);
