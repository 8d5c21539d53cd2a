import { formatNumber } from '../../../format/numbers.ts';
import { minutesIn, mostMinutes } from '../../markdown/directive-minutes.ts';
import type { Course } from '../course.ts';
import { renderCourse } from '../lesson-page.ts';
import { minutesOf, minutesOfModule } from '../outline.ts';
import { error, type Hit, type Rule, type Subject } from './rule.ts';

/** Most bytes of HTML in one lesson (look.md: 60 KB of text). */
export const pageBudget = 60_000;
/** One JP, in minutes. */
export const minutesPerJp = 45;

/** An activity states its minutes; what else states some states a number. */
function directiveMinutes({ pages }: Subject): Hit[] {
	return pages.flatMap(({ file, document }) =>
		document.directives.flatMap(({ name, values, line, column }): Hit[] => {
			const stated = values['minutes'];
			if (minutesIn(values) !== null || (stated === undefined && name !== 'activity')) return [];
			const fault =
				stated === undefined
					? 'belum punya menit'
					: `menyebut menit "${stated.slice(0, 20)}", bukan bilangan bulat 1–${mostMinutes}`;
			const message = `Blok ":::${name}" ${fault}. Tulis misalnya {minutes=10}.`;
			return [{ file, line, column, message }];
		})
	);
}

const withinFifth = (minutes: number, jp: number) => {
	const share = Math.round((minutes / (jp * minutesPerJp)) * 100);
	return share >= 80 && share <= 120 ? null : share;
};

const said = (number: number) => formatNumber(number, 'id', 2);

const shareOf = (share: number, jp: number) =>
	`${share} % dari ${said(jp)} JP (${said(jp * minutesPerJp)} menit)`;

function jpSum({ course }: Subject): Hit[] {
	const modules = course.modules.flatMap(({ id, file, fields, lessons, frontMatter }): Hit[] => {
		if (lessons.length === 0) return [];
		const minutes = minutesOfModule(course, id, lessons);
		const share = withinFifth(minutes, fields.jp);
		if (share === null) return [];
		const message = `Menit materi dan kuis berjumlah ${minutes}, yaitu ${shareOf(share, fields.jp)}. Sesuaikan menit atau JP agar berada pada 80–120 %.`;
		return [{ file, ...frontMatter.placeOf(['jp']), message }];
	});
	return course.modules.length === 0 ? [] : [...modules, ...jpOfCourse(course)];
}

function jpOfCourse(course: Course): Hit[] {
	const { jp } = course.fields;
	const place = { file: course.file, ...course.frontMatter.placeOf(['jp']) };
	const parts = [...course.modules, ...(course.project ? [course.project] : [])];
	const total = parts.reduce((sum, { fields }) => sum + fields.jp, 0);
	if (Math.abs(total - jp) > 1e-9) {
		const message = `JP modul dan tugas berjumlah ${said(total)}, sedangkan JP pelatihan ${said(jp)}. Samakan jumlahnya.`;
		return [{ ...place, message }];
	}
	const minutes = minutesOf(course);
	const share = course.tests.length > 0 || course.project ? withinFifth(minutes, jp) : null;
	if (share === null) return [];
	const message = `Menit seluruh pelatihan, termasuk tes dan tugas, berjumlah ${minutes}, yaitu ${shareOf(share, jp)}. Sesuaikan agar berada pada 80–120 %.`;
	return [{ ...place, message }];
}

function overBudget({ course, lessons }: Subject): Hit[] {
	const rendered = renderCourse(course);
	return lessons.flatMap(({ file, bodyLine }) => {
		const { bytes } = rendered.get(file)!;
		return bytes > pageBudget
			? [
					{
						file,
						line: bodyLine,
						column: 1,
						message: `Materi menjadi ${Math.ceil(bytes / 1000)} KB; paling besar ${pageBudget / 1000} KB. Bagi menjadi beberapa materi.`
					}
				]
			: [];
	});
}

/** Rules of what a course asks of its learners: minutes, JP and bytes. */
export const load: Record<string, Rule> = {
	'directive-minutes': error({
		finds: 'Kegiatan tanpa minutes, atau minutes yang bukan bilangan bulat yang wajar.',
		remedy: `Tulis minutes=1 sampai minutes=${mostMinutes}.`,
		why: 'Menit kegiatan ikut dihitung ke dalam JP dan ditampilkan kepada peserta.',
		run: directiveMinutes
	}),
	'jp-sum': error({
		finds: 'Jumlah menit yang jauh dari JP, atau JP modul yang tidak sama dengan JP pelatihan.',
		remedy: 'Sesuaikan menit atau JP.',
		why: 'JP tercatat sebagai hak pegawai; 1 JP adalah 45 menit, dengan ruang 20 %.',
		suppressible: true,
		whole: true,
		run: jpSum
	}),
	'page-budget': error({
		finds: `Materi yang teksnya lebih dari ${pageBudget / 1000} KB.`,
		remedy: 'Bagi menjadi beberapa materi.',
		why: 'Di jaringan kabupaten materi sebesar itu terbuka terlalu lama.',
		suppressible: true,
		run: overBudget
	})
};
