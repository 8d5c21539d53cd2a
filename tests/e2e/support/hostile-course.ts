import { blocksPublication, checkCourse } from '#lib/server/catalog/check.ts';
import { parseMarkdown } from '#lib/server/markdown/parse.ts';
import { renderTokens, type RenderContext } from '#lib/server/markdown/render.ts';
import { aCourse, aLesson, exampleTexts, picture, registry } from '../../support/courses.ts';
import { hostileWords } from '../../support/hostile-files.ts';
import { hostileTexts } from '../../support/hostile-markdown.ts';

const perLesson = 25;
const words = (at: number) => JSON.stringify(hostileWords[at % hostileWords.length]);

/** What may be silenced is: the lint is to stop as few texts as it can. */
const silenced = [
	...['heading-order', 'broken-link', 'unknown-term', 'footnote', 'alt-text', 'link-text'],
	...['table-header', 'image-size', 'missing-rationale', 'objective-elsewhere', 'page-budget']
]
	.map((rule) => `# periksa:abaikan ${rule} teks uji`)
	.join('\n');

function aHostileLesson(body: string, nth: number): string {
	return aLesson(body, { title: words(nth), words: 10, check: `akhir-${nth}` }).replace(
		'minutes: 45\n',
		`minutes: 45\n${silenced}\n`
	);
}

const frame = {
	'course.md': exampleTexts['course.md']!.replace('Data terpadu', words(1))
		.replace('Edisi pertama.', words(2))
		.replace('Mencatat data satu kali.', words(3))
		.replace('Semua pegawai.', words(4))
		.replace('[Contoh]', `[${words(0)}]`)
		.replace('Selamat datang.', hostileWords.join(' ')),
	'01-dasar/module.md': exampleTexts['01-dasar/module.md']!.replace(
		'title: Dasar',
		`title: ${words(1)}\n# periksa:abaikan jp-sum teks uji`
	)
		.replace('Menjelaskan data induk.', words(0))
		.replace('Modul pertama.', hostileWords.join(' ')),
	'glossary.md': `data\n: ${hostileWords[0]} ${hostileWords[1]}\n`,
	'01-dasar/assets/a.svg': picture,
	'01-dasar/01-gejala-silo.md': null
};

const fileOf = (nth: number) => `01-dasar/${nth + 10}-uji-${nth}.md`;

function courseOf(bodies: readonly string[]): Record<string, string | null> {
	const lessons = bodies.map((body, nth) => [fileOf(nth), aHostileLesson(body, nth)]);
	return { ...frame, ...Object.fromEntries(lessons) };
}

/** The texts that the lint lets through, each judged in a lesson of its own. */
function publishable(texts: readonly string[]): string[] {
	const files = aCourse(courseOf(texts));
	const { problems } = checkCourse('data-1', files, registry, '2026-11-22');
	const blocked = problems.filter((problem) => blocksPublication([problem]));
	const refused = new Set(blocked.map(({ file }) => file));
	return texts.filter((_, nth) => !refused.has(fileOf(nth)));
}

const nowhere: RenderContext = {
	image: () => null,
	file: () => null,
	term: () => null,
	headingIds: new Set()
};

/** Whether what follows a text stands on its own again. */
function closes(text: string): boolean {
	const { tokens } = parseMarkdown(`${text}\n\npenanda\n`);
	return renderTokens(tokens, nowhere).includes('<p>penanda</p>');
}

/** Texts that the lint lets through, as many lessons of a course. */
export function hostileCourse(): {
	texts: Record<string, string | null>;
	lessons: string[];
	published: number;
} {
	const allowed = publishable(hostileTexts.map(({ text }) => text));
	const open = allowed.filter((text) => !closes(text));
	const bodies: string[] = [];
	const closed = allowed.filter((text) => !open.includes(text));
	for (let at = 0; at < closed.length; at += perLesson)
		bodies.push([...closed.slice(at, at + perLesson), ...open.splice(0, 1)].join('\n\n'));
	bodies.push(...open);
	return {
		texts: courseOf(bodies),
		lessons: bodies.map((_, nth) => `uji-${nth}`),
		published: allowed.length
	};
}
