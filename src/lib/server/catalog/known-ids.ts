import { sql } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import type { KnownId } from './identities.ts';

/** The ids of every edition of a course published here, each where it last stood. */
export async function readKnownIds(db: Database, courseId: string): Promise<KnownId[]> {
	const rows = await db.execute<KnownId & Record<string, unknown>>(sql`
		with editions as (
			select id, ordinal, number as edition, outline, ordinal = max(ordinal) over () as current
			from releases where course_id = ${courseId}
		), modules as (
			select edition, ordinal, current, module
			from editions, jsonb_array_elements(outline -> 'modules') as module
		), ids as (
			select 'module' as kind, module ->> 'id' as id, edition, ordinal, current, module ->> 'path' as path, 1 as line,
				module -> 'title' as says
			from modules
			union all
			select 'objective', objective ->> 'id', edition, ordinal, current, module ->> 'path', 1,
				objective -> 'text'
			from modules, jsonb_array_elements(module -> 'objectives') as objective
			union all
			select 'lesson', lessons.id, edition, ordinal, current, path, 1, to_jsonb(title)
			from editions join lessons on lessons.release_id = editions.id
			union all
			select 'question', questions.id, edition, ordinal, current, path, line,
				jsonb_build_object('kind', kind, 'prompt', prompt, 'options', options)
			from editions join questions on questions.release_id = editions.id
		)
		select distinct on (kind, id) kind, id, edition, path, line, current,
			case when not current then says end as says
		from ids order by kind, id, ordinal desc`);
	return [...rows];
}
