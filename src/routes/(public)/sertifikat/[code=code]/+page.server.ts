import { redirect } from '@sveltejs/kit';
import { isoDay } from '#lib/format/dates.ts';
import { readCode } from '#lib/server/certification/code.ts';
import { pool } from '#lib/server/http/pool.ts';
import { readCertificate } from '#lib/server/journeys/read-certificate.ts';
import { Refusal } from '#lib/server/refusal.ts';

export async function load({ params, setHeaders }) {
	const code = readCode(params.code);
	if (code === null) throw new Refusal('not-found', 'certificate-unknown');
	if (code !== params.code) redirect(308, `/sertifikat/${code}`);
	setHeaders({ 'x-robots-tag': 'noindex' });
	return { code, ...(await readCertificate(pool, code, isoDay(new Date()))) };
}
