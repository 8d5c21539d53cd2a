import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { SourceFile } from '#lib/server/catalog/course.ts';
import { aCourse, aLesson } from './courses.ts';

/*
 * Each file of tests/fixtures/rules shows one rule: "Buruk" breaks it, "Baik" nearly does, "Diabaikan" breaks it with a
 * reason. A fenced block replaces the file it names in a course without any problem; "isi materi" stands at the top of
 * its lesson, "hapus <path>" takes a file away. ▶ stands where the rule must point.
 */
const folder = 'tests/fixtures/rules';
const lesson = '01-dasar/01-gejala-silo.md';

interface Fixture {
	/** "Buruk: gambar tanpa teks pengganti". */
	name: string;
	kind: 'Buruk' | 'Baik' | 'Diabaikan';
	files: SourceFile[];
	/** `file:line:column` of every mark, and what "Di:" names. */
	places: string[];
	/** The day of the check (ISO date). */
	on: string;
}

/** Every rule that has a file of fixtures, with what it holds. */
export function ruleFixtures(): Map<string, Fixture[]> {
	return new Map(
		readdirSync(folder).map((file) => [
			basename(file, '.md'),
			readFileSync(join(folder, file), 'utf8')
				.split(/^## (?=Buruk|Baik|Diabaikan)/m)
				.slice(1)
				.map(fixture)
		])
	);
}

function fixture(section: string): Fixture {
	const name = section.slice(0, section.indexOf('\n'));
	const kind = (['Buruk', 'Baik', 'Diabaikan'] as const).find((word) => name.startsWith(word));
	if (!kind) throw new Error(`A section is "Buruk", "Baik" or "Diabaikan", not "${name}".`);
	const changes: Record<string, string | null> = {};
	for (const [, , info = '', text = ''] of section.matchAll(
		/^(`{3,})(.+)\n([\s\S]*?\n)?\1[ \t]*$/gm
	)) {
		if (info.startsWith('hapus ')) changes[info.slice(6)] = null;
		else if (info === 'isi materi') changes[lesson] = aLesson(expanded(text).trimEnd());
		else changes[info] = expanded(text);
	}
	const places = [...section.matchAll(/^Di: (\S+)$/gm)].map(([, place]) => place!);
	const bytes: Record<string, Uint8Array | null> = {};
	for (const [path, text] of Object.entries(changes)) {
		bytes[path] = text === null ? null : Buffer.from(unmarked(path, text, places), 'latin1');
	}
	const on = /^Pada: (\S+)$/m.exec(section)?.[1] ?? '2026-11-21';
	return { name, kind, files: aCourse(bytes), places, on };
}

const words = 'Data yang sama cukup dicatat satu kali oleh satu pemilik. ';
const blank: Record<string, string> = { spasi: ' ', tab: '\t', cr: '\r' };

/** Writes out what cannot be seen or would be long: `{{kata 450}}`, `{{ulang 3 x}}`, `{{U+202E}}`, `{{bita ff fe}}`. */
function expanded(text: string): string {
	return text
		.replace(/\{\{kata (\d+)\}\}/g, (_, count) =>
			words.repeat(Math.ceil(Number(count) / 10)).trimEnd()
		)
		.replace(/\{\{ulang (\d+) (.+?)\}\}/g, (_, count, part) => String(part).repeat(Number(count)))
		.replace(/\{\{U\+([0-9A-F]{4})\}\}/g, (_, code) => String.fromCodePoint(parseInt(code, 16)))
		.replace(/\{\{(spasi|tab|cr)\}\}/g, (_, name) => blank[name]!);
}

/** Takes the marks out and notes their places; the answer holds a byte in each character. */
function unmarked(path: string, text: string, places: string[]): string {
	const lines = text.split('\n').map((line, row) => {
		let rest = line;
		for (let at = rest.indexOf('▶'); at !== -1; at = rest.indexOf('▶')) {
			places.push(`${path}:${row + 1}:${at + 1}`);
			rest = rest.slice(0, at) + rest.slice(at + 1);
		}
		return rest;
	});
	const raw = Buffer.from(lines.join('\n'), 'utf8').toString('latin1');
	return raw.replace(/\{\{bita ([0-9a-f ]+)\}\}/g, (_, bytes) =>
		Buffer.from(String(bytes).replaceAll(' ', ''), 'hex').toString('latin1')
	);
}
