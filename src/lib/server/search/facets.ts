import { slug } from '../markdown/slug.ts';

/** What can be found. */
const KINDS = ['course', 'lesson', 'term'] as const;
export type Kind = (typeof KINDS)[number];

/** A course as facets see it: the newest release's front matter. */
export interface FacetedCourse {
	courseId: string;
	title: string;
	code: string;
	language: string;
	/** Hours of training; 1 JP = 45 minutes. */
	jp: number;
	topics: string[];
	providers: string[];
	competencies: string[];
}

/** Names of the facets as they stand in addresses. */
export const FACETS = ['jenis', 'topik', 'penyelenggara', 'kompetensi', 'jp'] as const;
export type Facet = (typeof FACETS)[number];

/** Chosen values by facet; none means that the facet does not matter. */
export type Selection = Record<Facet, string[]>;

/** One value that can be chosen. `name` is what an author wrote, or the value where the interface has words for it. */
export interface FacetOption {
	value: string;
	name: string;
	/** What it would show, were the other facets as they are. */
	count: number;
	chosen: boolean;
}

/** What competencies are called, by id; one that is unknown keeps its id. */
export type CompetencyNames = ReadonlyMap<string, { name: string }>;

/** How many entries of a kind a course has among what was found. */
export interface Tally {
	courseId: string;
	kind: Kind;
	entries: number;
}

/** Kinds as addresses name them. */
export const KIND_VALUES: Record<Kind, string> = {
	course: 'pelatihan',
	lesson: 'materi',
	term: 'istilah'
};

/** Ranges of JP: up to and including `most`. */
const JP_RANGES = [
	{ value: '1-5', most: 5 },
	{ value: '6-10', most: 10 },
	{ value: '11-20', most: 20 },
	{ value: '21-', most: Infinity }
] as const;

/** Kinds that the selection shows. */
export function chosenKinds({ jenis }: Selection): Kind[] {
	const chosen = KINDS.filter((kind) => jenis.includes(KIND_VALUES[kind]));
	return chosen.length > 0 ? chosen : [...KINDS];
}

/** Courses that every facet but `except` lets through. */
export function chosenCourses<Course extends FacetedCourse>(
	courses: readonly Course[],
	selection: Selection,
	except?: Facet
): Course[] {
	return courses.filter((course) =>
		FACETS.every((facet) => {
			const chosen = selection[facet];
			if (facet === 'jenis' || facet === except || chosen.length === 0) return true;
			return valuesOf(course, facet).some(({ value }) => chosen.includes(value));
		})
	);
}

/**
 * Every value of every facet that something found has, with how much it would show: within a facet values widen the
 * choice, between facets they narrow it, so a facet's own choice does not count for its numbers. What is chosen stays
 * listed, also with nothing behind it.
 */
export function facetsOf(
	courses: readonly FacetedCourse[],
	tallies: readonly Tally[],
	selection: Selection,
	competencies: CompetencyNames
): Record<Facet, FacetOption[]> {
	const kinds = new Set(chosenKinds(selection));
	const found = new Map<string, number>();
	for (const { courseId, kind, entries } of tallies)
		if (kinds.has(kind)) found.set(courseId, (found.get(courseId) ?? 0) + entries);
	const list = (facet: Facet): FacetOption[] => {
		const reached = new Set(chosenCourses(courses, selection, facet));
		const options = new Map<string, FacetOption>();
		for (const course of courses) {
			const count = reached.has(course) ? (found.get(course.courseId) ?? 0) : 0;
			for (const { value, name } of valuesOf(course, facet, competencies)) {
				const chosen = selection[facet].includes(value);
				if (count === 0 && !chosen) continue;
				const option = options.get(value) ?? { value, name, count: 0, chosen };
				option.count += count;
				options.set(value, option);
			}
		}
		return sorted(facet, [...options.values()]);
	};
	return {
		jenis: kindOptions(courses, tallies, selection),
		topik: list('topik'),
		penyelenggara: list('penyelenggara'),
		kompetensi: list('kompetensi'),
		jp: list('jp')
	};
}

/** Kinds are always listed, each with what the other facets let through. */
function kindOptions(
	courses: readonly FacetedCourse[],
	tallies: readonly Tally[],
	selection: Selection
): FacetOption[] {
	return KINDS.map((kind) => {
		const value = KIND_VALUES[kind];
		const count = countChosen(courses, tallies, { ...selection, jenis: [value] });
		return { value, name: value, count, chosen: selection.jenis.includes(value) };
	});
}

/** How many entries the whole selection shows. */
export function countChosen(
	courses: readonly FacetedCourse[],
	tallies: readonly Tally[],
	selection: Selection
): number {
	const reached = new Set(chosenCourses(courses, selection).map(({ courseId }) => courseId));
	const kinds = chosenKinds(selection);
	return tallies.reduce(
		(sum, { courseId, kind, entries }) =>
			reached.has(courseId) && kinds.includes(kind) ? sum + entries : sum,
		0
	);
}

function valuesOf(
	course: FacetedCourse,
	facet: Facet,
	competencies?: CompetencyNames
): { value: string; name: string }[] {
	const named = (names: readonly string[]) =>
		[...new Map(names.map((name) => [slug(name), name]))].map(([value, name]) => ({ value, name }));
	switch (facet) {
		case 'topik':
			return named(course.topics);
		case 'penyelenggara':
			return named(course.providers);
		case 'kompetensi':
			return course.competencies.map((id) => ({
				value: id,
				name: competencies?.get(id)?.name ?? id
			}));
		case 'jp': {
			const { value } = JP_RANGES.find(({ most }) => course.jp <= most)!;
			return [{ value, name: value }];
		}
		case 'jenis':
			return [];
	}
}

function sorted(facet: Facet, options: FacetOption[]): FacetOption[] {
	if (facet === 'jp') {
		const order: string[] = JP_RANGES.map(({ value }) => value);
		return options.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
	}
	return options.sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'id'));
}
