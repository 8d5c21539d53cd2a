import { and, count, desc, eq, inArray, sql } from 'drizzle-orm';
import { citations, releases } from '../catalog/tables.ts';
import { withinArticle } from '../catalog/citations.ts';
import { awards } from '../certification/tables.ts';
import type { Database } from '../db/connect.ts';

/** How many certificates stand on an edition. */
export interface TouchedCertificates {
	courseId: string;
	title: string;
	edition: string;
	certificates: number;
}

/**
 * The certificates, by the edition they certify, whose course cites an instrument, or what of it stands within an
 * article; revoked and replaced ones too. Numbers alone. In `system` scope, for whom the caller has let in.
 */
export async function countCertificates(
	db: Database,
	{ regulation, article }: { regulation: string; article: string | null }
): Promise<TouchedCertificates[]> {
	const citing = db
		.selectDistinct({ id: citations.releaseId })
		.from(citations)
		.where(
			and(
				eq(citations.regulationId, regulation),
				article === null ? undefined : withinArticle(article)
			)
		);
	const release = sql<string>`${awards.facts}->'course'->>'releaseId'`;
	return db
		.select({
			courseId: releases.courseId,
			title: sql<string>`${releases.outline}->>'title'`,
			edition: releases.number,
			certificates: count()
		})
		.from(awards)
		.innerJoin(releases, eq(releases.id, release))
		.where(inArray(releases.id, citing))
		.groupBy(releases.id)
		.orderBy(releases.courseId, desc(releases.ordinal));
}
