import type { Messages } from '../catalogue.ts';

export const certificates: Messages['certificates'] = {
	state: {
		validOriginal: 'The true certificate is registered and valid.',
		valid: 'This certificate is registered and valid.',
		expired: (day) => `This certificate expired on ${day}.`,
		revoked: (day) => `This certificate was revoked on ${day}.`,
		replaced: (day) => `This certificate was replaced by another one on ${day}.`,
		preparing: 'This certificate is being prepared.',
		causes: {
			mistaken: 'Cause: issued by mistake.',
			fraudulent: 'Cause: obtained by fraud.',
			requested: 'Cause: at the holder’s request.'
		},
		because: (reason) => `Reason: ${reason}`,
		notAnymore: 'What stands below is what it said when issued; it is no longer valid.',
		notExpired:
			'What stands below is what it said when issued. It has run out, but was not revoked.',
		replacement: 'Open the certificate that replaces it',
		replacementAwaited: 'The certificate that replaces it is being prepared.',
		replaces: 'This certificate replaces or continues an earlier one.',
		previous: 'Open the earlier certificate',
		preparingText:
			'A certificate is issued once its holder has checked name and titles. Reload this page in a little while.'
	},
	page: {
		sample: 'EXAMPLE – not an official certificate',
		sampleText:
			'This certificate was made by a trial installation of Widyapraja to show how it works. Person, agency and result are invented.',
		title: (course) => `Certificate ${course}`,
		awaited: 'Training certificate',
		givenTo: 'Awarded to',
		certified: 'What is certified',
		number: 'Certificate number',
		course: 'Course',
		courseIs: (title, code) => `${title} (${code})`,
		edition: 'Edition',
		extent: 'Extent',
		extentIs: (jp) => `${jp} JP (1 JP = 45 minutes)`,
		when: 'Period',
		issued: 'Issued on',
		issuedIn: 'Place of issue',
		validUntil: 'Valid until',
		validForever: 'Without limit',
		organiser: 'Organiser',
		providers: 'Together with',
		signatory: 'Signatory',
		qualification: 'Qualification',
		qualificationShared: (band) => `${band} (shared by the holder)`,
		legal: 'Legal basis as it stood when issued',
		legalNone: 'None is cited.',
		legalStatus: {
			berlaku: 'in force',
			diubah: 'in force as amended',
			dicabut: 'revoked',
			'belum-berlaku': 'not yet in force'
		},
		technical: 'Technical details',
		release: 'Fingerprint of the course’s content',
		modules: 'Modules and learning objectives',
		module: 'Module',
		jp: 'JP',
		objectives: 'Learning objectives',
		objectivesNone: 'No objective was tested.',
		met: 'Met',
		notMet: 'Not yet met',
		sum: 'Sum',
		competencies: 'Competencies supported',
		competency: (name, level) => `${name}, level ${level}`,
		evidence: 'This evidence of learning supports an assessment; it does not replace one.',
		own: 'Check it yourself',
		ownText:
			'The holder has a digital credential that says the same and can be checked without this server. Ask for its PDF or JSON. This page shows no employee number.',
		verifier: 'Check without a network',
		checkAnother: 'Check a document or another certificate'
	},
	check: {
		title: 'Check a certificate',
		description: 'Find out whether a training certificate is registered, valid and unchanged.',
		lead: 'Choose one of these ways. You need not sign in.',
		again: 'Check another one',
		byNumber: 'By number and name',
		number: 'Certificate number',
		numberHint: 'Printed on the certificate, e.g. 00123/SPBE-101/KEM/XI/2026.',
		name: 'Name of the holder',
		nameHint: 'Titles, capitals and spaces make no difference.',
		findButton: 'Find certificate',
		byDocument: 'By PDF or JSON file',
		document: 'Certificate file',
		documentHint:
			'The certificate’s PDF or its JSON credential, 5 MB at most. Your file is only checked: nothing of it is kept.',
		checkButton: 'Check file',
		byCode: 'By QR code',
		code: 'Address or code',
		codeHint:
			'Scan the QR code on the certificate with a phone’s camera; the phone opens its page. Or paste the address or code here.',
		openButton: 'Open certificate',
		photo: 'Photo or scan of the QR code',
		photoHint: 'Choose the picture. The code is read on your own device; the picture is not sent.',
		photoReading: 'Reading the picture …',
		photoUnread:
			'No QR code could be read in this picture. Take it closer and with more light, or type the address printed beside the code.',
		photoElsewhere:
			'Only have a photo or a scan? This browser cannot read pictures. Open it on a phone, read its QR code with the camera or gallery and paste what it says above; or type the address printed beside the code.',
		offline: 'Without a network',
		offlineText:
			'The verifier is a single HTML file that checks the signature on your own device, also with the network off.',
		offlineLink: 'Download verifier',
		mistakes: {
			number: 'Enter the certificate number',
			name: 'Enter the name of the holder',
			notFound:
				'There is no certificate with that number and name. Check both: the number with all its slashes, the name without abbreviations.',
			code: 'Paste the address or code of a certificate',
			codeUnknown:
				'There is no certificate with that code. A code has 26 letters and digits; scan it again, or search by number and name.'
		},
		unreadable: {
			empty: 'Choose a PDF or JSON file first.',
			large: 'The file is larger than 5 MB and was not checked. Our certificates are far smaller.',
			'bare-paper':
				'This PDF carries no digital credential. It may be a reprint, a scan, or none of our certificates. Scan its QR code, or search by number and name.',
			'beyond-measure':
				'This PDF is far more complex than a certificate of ours, so it was not checked. Send the original file you received, or search by number and name.',
			'other-file':
				'This file is neither a PDF nor a JSON credential. Choose the certificate file you were given.',
			malformed:
				'What is in this file is not a signed certificate credential, or is damaged. Ask for the original, or search by number and name.',
			doubled:
				'This credential says one thing twice, so that different readers may read different things. Ours never do: ask for the original.',
			'other-kind':
				'We signed this file, but it is no certificate; it may be a list of revoked ones. Choose the PDF or JSON of the certificate.'
		},
		result: 'Result',
		genuine: 'This document is genuine: it says what was certified.',
		changed: 'This document was changed.',
		changedText: (count) =>
			`${count} ${count === 1 ? 'part differs' : 'parts differ'} from what was certified. What was certified counts.`,
		signatureBroken:
			'It says what was certified, but its digital signature is damaged. Ask for the original.',
		paperSame: 'The PDF is, bit by bit, the one that was issued.',
		paperExtended: 'This file was added to after it was issued: do not trust what is printed.',
		paperExtendedText:
			'The credential in it is genuine. What was added is not checked: it may be an electronic signature, or pages drawn anew. Only what stands below was certified.',
		paperOther:
			'The credential in it is genuine, but the PDF is not the one that was issued. Do not trust what is printed; compare it with what was certified, below.',
		paperChanged: 'This PDF was changed after it was issued.',
		foreign: 'This document was not issued here.',
		foreignText:
			'None of our keys signed it, and its number is not registered under that name. If another body issued it, ask that body.',
		unregistered: 'The signature is genuine, but this certificate is not in our register.',
		unregisteredText: 'Neither revocation nor expiry could be checked. Tell the organiser.',
		withdrawn: (since) => `The key that signed it is said to be compromised since ${since}.`,
		withdrawnUnknown:
			'Others can make the same signature, with an earlier date as well. As this certificate is not in our register, do not trust it.',
		withdrawnKnown:
			'This certificate was issued after that. Only what our register says below counts.',
		differences: 'What was certified and what the document says',
		part: 'Part',
		certified: 'What was certified',
		told: 'In this document',
		nothing: '(nothing)',
		concealed: '(fingerprint, not shown)',
		open: 'Open the certificate’s page',
		kept: 'The file you sent has been discarded.'
	},
	claims: {
		name: 'Name of the holder',
		number: 'Certificate number',
		course: 'Course',
		courseCode: 'Course code',
		edition: 'Edition',
		description: 'About the course',
		jp: 'JP',
		startedOn: 'Began on',
		completedOn: 'Completed on',
		issuedOn: 'Issued on',
		validUntil: 'Valid until',
		organiser: 'Organiser',
		issuer: 'Issuer’s identity',
		criteria: 'Criteria, signatory and legal basis',
		module: 'Module',
		moduleJp: 'About module',
		objectives: 'Learning objectives',
		competency: 'Competency supported',
		competencyNote: 'About competency',
		release: 'Fingerprint of the course’s content',
		code: 'Address of the certificate',
		numberHash: 'Fingerprint of the employee number',
		status: 'Where revocation is told',
		other: 'Another part'
	},
	nth: (claim, nth) => `${claim} ${nth}`,
	verifier: {
		title: 'Certificate verifier',
		lead: 'This page checks certificates on your own device. Nothing is sent anywhere, and the network may be off. Save this page as a file to use it later.',
		noScript: 'The verifier needs JavaScript. Without it, use the page “Check a certificate”.',
		choose: 'Certificate file',
		hint: 'The certificate’s PDF or its JSON credential.',
		working: 'Checking …',
		unreadable: 'This file cannot be checked.',
		valid: 'The signature is genuine. What stands below is what was certified.',
		paper: 'What is printed in the PDF was not checked.',
		paperText:
			'Only what stands below was certified. Where the print differs, do not trust the print.',
		withdrawnText:
			'Others can make the same signature, with an earlier date as well. Only the issuer’s register can tell: open the page that checks certificates.',
		unchecked: 'Revocation was not checked.',
		uncheckedText:
			'Without a network this page cannot know whether the certificate was revoked or replaced. For that, open the page “Check a certificate”.',
		keysUntil: (moment) => `The keys in this page were current until ${moment}.`,
		expired: (day, today) => `It expired on ${day}, by the clock of this device (${today}).`,
		notExpired: (day) => `It is valid until ${day}.`,
		changed: 'This file was changed, or is damaged.',
		changedText:
			'It does not say what was signed, so it is not shown. To see what was certified, check this file on the page “Check a certificate”.',
		unknownKey: 'The issuer is not known.',
		unknownKeyText:
			'No key in this page signed this file. It may be somebody else’s, forged, or signed with a newer key: download the newest verifier and check again.'
	},
	own: {
		title: 'My certificates',
		emptyTitle: 'No certificates yet',
		emptyText:
			'You get a certificate when you complete a course that has a final test and pass it. The course’s page in the catalogue says whether there is one.',
		toCatalogue: 'Catalogue',
		states: {
			'awaiting-confirmation': 'Name to be checked',
			preparing: 'Being prepared',
			valid: 'Valid',
			expired: 'Expired',
			revoked: 'Revoked',
			replaced: 'Replaced',
			void: 'Cancelled'
		},
		facts: (number, jp) => `Number ${number} · ${jp} JP`,
		awarded: (day) => `Earned ${day}`,
		issued: (day) => `Issued ${day}`,
		validUntil: (day) => `valid until ${day}`,
		confirmTitle: 'Check name and titles',
		confirmText:
			'The certificate is written exactly like this and cannot be changed once it is issued. The name must be the one on record; your titles are yours to write.',
		titleBefore: 'Titles before the name',
		titleBeforeHint: 'For example Dr. or Ir. May be empty.',
		name: 'Name without titles',
		titleAfter: 'Titles after the name',
		titleAfterHint: 'For example S.Sos., M.A.P. May be empty.',
		look: 'See it first',
		lookFor: (course) => `See the name on the certificate ${course} first`,
		sureTitle: 'Your name will be written like this',
		sureText: 'After this name and titles cannot be changed any more.',
		change: 'Change',
		confirm: 'Name and titles are right',
		confirmFor: (course) => `Name and titles are right: ${course}`,
		preparingText: 'This usually takes a few minutes. Reload this page later.',
		delayedText:
			'Issuing is delayed by a fault of the server. Your name is on record and need not be entered again; the certificate is issued by itself once the fault is mended. The administrators see this on the page System health.',
		voidText: 'This certificate was not issued.',
		replacementBelow: 'Its replacement is on this page.',
		objection: 'If you object',
		objectionText: (organiser) =>
			`Write to ${organiser} within 21 working days of being told of this decision (Law 30/2014, article 77). Name the certificate’s number and your reasons. If your objection is upheld, you get a new certificate.`,
		open: 'Open certificate',
		openFor: (course) => `Open certificate ${course}`,
		pdf: 'Download PDF',
		pdfFor: (course) => `Download PDF ${course}`,
		json: 'Download digital credential (JSON)',
		jsonFor: (course) => `Download digital credential (JSON) ${course}`,
		pdfNote: 'The PDF carries your employee number and post. To share, use the public link.',
		link: 'Public link',
		linkHint: 'Whoever has this link can check your certificate, without your employee number.',
		share: {
			shown: (band) => `The qualification “${band}” is shown on the public page.`,
			hidden: (band) => `The qualification “${band}” is not shown to others.`,
			begin: 'Share qualification',
			beginFor: (course) => `Share qualification ${course}`,
			end: 'Take back',
			endFor: (course) => `Take back qualification ${course}`
		},
		done: {
			'certificate-confirmed': 'Name and titles are recorded. The certificate is being prepared.',
			'score-shared': 'The qualification is now shown on the public page.',
			'score-withdrawn': 'The qualification is no longer shown on the public page.'
		},
		follows: (number) => `Replaces or renews certificate number ${number}.`,
		renewableFrom: (day) =>
			`Can be renewed from ${day}: sit the final test of the course again. If you pass, you get a new certificate.`,
		renewableAnew: 'For a new certificate, sit the final test of the course again and pass it.',
		renewableNow:
			'Can be renewed now: sit the final test of the course again. If you pass, you get a new certificate.',
		toCourse: 'Open the course',
		onCourse: 'See your certificate',
		none: 'This course gives training hours (JP) and no certificate.',
		awaitingTitle: 'Your certificate waits for your name to be checked',
		awaitingText:
			'It is issued once you have checked how your name and titles are written. They cannot be changed afterwards.',
		checkName: 'Check name and titles'
	}
};
