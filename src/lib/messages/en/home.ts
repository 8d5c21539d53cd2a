import type { Messages } from '../catalogue.ts';

export const home: Messages['home'] = {
	front: {
		title: 'Learning together, serving as one government',
		description:
			'Online training for Indonesia’s civil servants, beginning with SPBE and digital government. Light on a phone, with clear results.',
		lead: 'Widyapraja trains civil servants from any agency: PNS, PPPK and part-time PPPK. Its lessons are light on a phone and stay readable when the signal is weak.',
		toCatalogue: 'See the course catalogue',
		obstaclesTitle: 'Three obstacles we work on',
		obstaclesLead:
			'Public services rarely stall for want of applications. The same three causes keep coming back.',
		coming: (course) => `${course} (coming)`,
		obstacles: [
			{
				title: 'Agencies work alone',
				text: 'Applications and processes are built unit by unit, so citizens enter the same data again and again.',
				answer: 'SPBE and digital government',
				courseId: 'spbe-101'
			},
			{
				title: 'Data do not match',
				text: 'Formats and standards differ, so data are hard to match and decisions easily go wrong.',
				answer: 'Data governance and protection',
				courseId: 'data-101'
			},
			{
				title: 'Working together is not yet a habit',
				text: 'Programmes across agencies need leaders who are open and put the common result first.',
				answer: 'Collaborative leadership',
				courseId: 'kolab-101'
			}
		],
		promisesTitle: 'What you can rely on',
		promises: [
			{
				title: 'Complete means understood',
				text: 'A lesson is complete when its questions are answered correctly. Time on the page never counts.'
			},
			{
				title: 'Made for slow networks',
				text: 'A lesson is smaller than a photograph. Everything that matters works without JavaScript.'
			},
			{
				title: 'Your data stay yours',
				text: 'Answers and failed attempts are never visible to your supervisor or HR officer. Markers read essays without your name.'
			}
		],
		checkTitle: 'Were you handed a Widyapraja certificate?',
		checkText:
			'Anybody can check it by number and name, by its QR code or by its file, without signing in.',
		coursesTitle: 'Available courses',
		allCourses: 'All courses in the catalogue'
	},
	learner: {
		title: 'Home',
		greeting: (name) => `Welcome, ${name}`,
		continueTitle: 'Continue learning',
		continueWith: (lesson) => `Next lesson: ${lesson}`,
		nextTest: (test) => `Next step: ${test}`,
		resumeAt: (lesson) => `Last read: ${lesson}`,
		continue: 'Continue',
		begin: 'Start learning',
		coursesTitle: 'My courses',
		otherCoursesTitle: 'My other courses',
		openOutline: 'List of lessons',
		empty: 'You are not taking a course yet',
		emptyText:
			'Choose one from the catalogue. You can start any time and continue on another device.',
		toCatalogue: 'Open the course catalogue',
		courseDone: 'All lessons of this edition are complete.',
		returned: (count) => `${count} requests to record training hours were returned to be mended`,
		returnedOpen: 'Open requests',
		waiting: {
			submissions: (count) =>
				count === 0 ? 'No requests are waiting.' : `${count} requests are waiting.`,
			marking: (works, chances) =>
				works + chances === 0
					? 'Nothing is waiting.'
					: `Waiting: ${[works > 0 && `${works} essays or projects`, chances > 0 && `${chances} requests for attempts`].filter(Boolean).join(' and ')}.`
		},
		rolesTitle: 'Your other tasks',
		markingText: 'Mark learners’ essays, answer requests for further chances, name markers.',
		reviewTitle: 'Review',
		reviewText: 'See how questions do, and judge again when an answer key was mended.',
		adminTitle: 'Administration',
		adminText: 'Find people, grant or withdraw roles, and check the system’s health.',
		adminTexts: {
			find: 'Find people and see their records.',
			law: 'Survey the regulations that lessons cite.'
		}
	}
};
