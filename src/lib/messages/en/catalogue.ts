import type { Messages } from '../catalogue.ts';

export const catalogue: Messages['catalogue'] = {
	title: 'Course catalogue',
	description:
		'Widyapraja’s courses for civil servants: contents, training hours, requirements and how to take them.',
	lead: 'Every course is open to civil servants from any agency.',
	empty: 'No course has been published yet',
	emptyText: 'Courses appear here once they are published. Please look again later.',
	edition: (number) => `Edition ${number}`,
	publishedOn: (day) => `published ${day}`,
	provider: 'Provider',
	authors: 'Authors',
	reviewers: 'Reviewers',
	jp: 'Training hours',
	jpValue: (jp, minutes) => `${jp} JP (about ${minutes} minutes)`,
	cost: 'Cost',
	costFree: 'Free of charge',
	form: 'Format',
	formOnline: 'Online, at your own pace',
	prerequisites: 'Prerequisites',
	prerequisitesNone: 'None',
	audience: 'Audience',
	assessment: 'Assessment',
	assessmentText:
		'A lesson is complete when all its questions are answered correctly, with any number of tries.',
	assessmentIs: (tests) => {
		const quizzes = tests.filter((kind) => kind === 'quiz').length;
		return [
			'Questions in every lesson',
			...(quizzes > 0 ? [quizzes === 1 ? '1 module quiz' : `${quizzes} module quizzes`] : []),
			...(tests.includes('pretest') ? ['test before the course'] : []),
			...(tests.includes('posttest') ? ['final test'] : [])
		].join(', ');
	},
	certificate: 'Certificate',
	certificateIs: (months) =>
		months === null
			? 'Yes, once the final test is passed; does not expire'
			: `Yes, once the final test is passed; valid for ${months} months`,
	certificateNone: 'None; the hours (JP) are recorded under Training hours',
	completion: 'How to complete it',
	lessonsTitle: 'Lessons',
	once: 'Once, and may be left out',
	noTimeLimit: 'No time limit',
	licence: 'Licence of the material',
	competencies: 'Competencies supported',
	competencyLevel: (level: number) => `level ${level}`,
	competenciesHint:
		'Passing the course is supporting evidence, not an assessment of your competency level.',
	contents: 'Contents',
	objectives: 'After this module you can',
	lessons: (count) => (count === 1 ? '1 lesson' : `${count} lessons`),
	moduleSummary: (jp, lessons) => `${jp} JP, ${lessons === 1 ? '1 lesson' : `${lessons} lessons`}`,
	minutesSum: (minutes, jp) =>
		`Lessons, activities, quizzes and tests add up to ${minutes} minutes for ${jp} JP (1 JP = 45 minutes).`,
	releaseNotes: 'Notes on this edition',
	enrol: 'Enrol',
	enrolHint: 'You can stop and continue at any time.',
	signInToEnrol: 'Sign in to enrol',
	goOn: 'Continue learning',
	enrolledSince: (day) => `You have been enrolled in this course since ${day}.`,
	otherEdition: (mine, newest) =>
		`You are taking edition ${mine}; the newest is ${newest}. Yours remains valid.`,
	facts: 'Course facts'
};
