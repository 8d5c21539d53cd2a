import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { stringify } from 'yaml';
import { isoDay } from '#lib/format/dates.ts';
import { exportRelease, findRelease } from '#lib/server/catalog/export.ts';
import { printRecord, recordName } from '#lib/server/catalog/release-record.ts';
import { findRegistries } from '#lib/server/catalog/registry.ts';
import { SYSTEM, withScope } from '#lib/server/db/scope.ts';
import { Trouble } from '#lib/server/db/trouble.ts';
import { withCatalogue } from './with-catalogue.ts';

/**
 * Writes a release, `spbe-101` or `spbe-101@2026.1`, to a folder of the course's name inside `folder`, with the
 * registries it needs and a record of it beside it: `courses -- publish FOLDER` elsewhere makes the same release, also
 * when a law it cites has been revoked meanwhile.
 */
export async function exportCourse(name: string, folder: string): Promise<void> {
	const [courseId = '', edition = null] = name.split('@', 2);
	const target = join(folder, courseId);
	if (existsSync(target) && (await readdir(target)).length > 0)
		throw new Trouble(`${target} sudah berisi. Sebut folder lain, atau kosongkan dahulu.`);
	const { release, files, registries } = await withCatalogue((pool) =>
		withScope(pool, SYSTEM, async (db) => {
			const found = await findRelease(db, courseId, edition);
			if (!found)
				throw new Trouble(
					`Edisi "${name}" tidak ada. Sebut pelatihan yang telah terbit, misalnya spbe-101 atau spbe-101@2026.1.`
				);
			return {
				release: found,
				files: await exportRelease(db, found.id),
				registries: await findRegistries(db)
			};
		})
	);
	for (const { path, bytes } of files) {
		const place = join(target, path);
		if (!place.startsWith(target + sep))
			throw new Trouble(`Berkas "${path}" menunjuk ke luar folder; ekspor dihentikan.`);
		await mkdir(dirname(place), { recursive: true });
		await writeFile(place, bytes);
	}
	const { id, edition: number, publishedAt } = release;
	const record = { id, course: courseId, edition: number, publishedOn: isoDay(publishedAt) };
	await writeFile(join(folder, recordName(courseId)), printRecord(record));
	const kept = [
		await writeRegistry(folder, 'regulations.yaml', [...registries.regulations.values()]),
		await writeRegistry(folder, 'competencies.yaml', [...registries.competencies.values()])
	].filter((note) => note !== null);
	console.log(
		`${courseId}@${release.edition}: ${files.length} berkas ditulis ke ${target} (rilis ${release.id}).`
	);
	for (const note of kept) console.log(note);
}

/** Writes a registry unless the folder has one; says so then. */
async function writeRegistry(
	folder: string,
	name: string,
	entries: readonly unknown[]
): Promise<string | null> {
	const path = join(folder, name);
	if (existsSync(path)) return `${path} sudah ada dan tidak diubah.`;
	await writeFile(path, stringify(entries));
	return null;
}
