import { displayName } from '../../format/names.ts';
import { certificatePaper as words } from '../../messages/id/papers.ts';
import { attach, closeSheet, openSheet } from '../paper/sheet.ts';
import type { CertificateFacts } from './facts.ts';
import { drawAnnex } from './paper-annex.ts';
import { drawFront } from './paper-front.ts';
import { CREDENTIAL } from './shown.ts';

/**
 * The certificate on paper: A4 landscape, PDF/A-3b, tagged; the front, and an annex of a page or more. The same facts
 * give the same bytes. The credential travels inside it, byte for byte.
 */
export async function certificatePdf(
	facts: CertificateFacts,
	{ credential, verifyUrl }: { credential: string; verifyUrl: string }
): Promise<Uint8Array> {
	const sheet = openSheet({
		title: words.documentTitle(facts.number, displayName(facts.holder)),
		subject: words.subject(facts.course.title),
		on: facts.issuedOn,
		layout: 'landscape',
		margin: { side: 70, top: 56, bottom: 56 }
	});
	attach(sheet, {
		name: CREDENTIAL,
		type: 'application/json',
		description: words.attachment,
		text: credential,
		on: facts.issuedOn
	});
	const cut = drawFront(sheet, facts, verifyUrl);
	drawAnnex(sheet, facts, { verifyUrl, cut });
	return closeSheet(sheet);
}
