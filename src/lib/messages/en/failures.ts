import type { Messages } from '../catalogue.ts';
import { authoringRefusals } from './authoring-refusals.ts';
import { certificateRefusals } from './certificate-refusals.ts';
import { hoursRefusals } from './hours-refusals.ts';
import { identityRefusals } from './identity-refusals.ts';

export const failures: Messages['failures'] = {
	titles: {
		'not-found': 'Page not found',
		forbidden: 'You may not open this page',
		conflict: 'The request cannot be carried out',
		invalid: 'The input cannot be accepted',
		fault: 'Something went wrong in the system'
	},
	remedies: {
		'not-found':
			'The address may be mistyped, or the content has moved. Start again from the home page or the catalogue.',
		forbidden: 'If you need it for your work, ask your agency’s administrator for the right role.',
		conflict: 'Reload the previous page and try again.',
		invalid: 'Go back to the previous page and correct the input.',
		fault: 'Try again in a moment. If it persists, give the code below to the administrator.'
	},
	faultCode: 'Fault code',
	signedOut: 'Your session has ended',
	signedOutText:
		'What you sent is not saved. Copy the text below, sign in again, then paste it on the page you came from.',
	typed: 'What you wrote',
	toHome: 'To the home page',
	toCatalogue: 'To the course catalogue',
	notAForm: 'What was sent is not a form and cannot be read.',
	tooLarge: 'What you sent is too large. Make it smaller and send it again.',
	crossSite:
		'This form was sent from another address and was refused for safety. Open the page on this site and send it again.',
	methodNotAllowed: 'This page does not accept that. Go back and use the buttons on the page.',
	codes: {
		...certificateRefusals,
		...identityRefusals,
		...authoringRefusals,
		...hoursRefusals,
		'text-long': (p) => `Text here has at most ${p.most} characters. Shorten it and send again.`,
		'ability-missing': () => 'Your roles do not include this action.',
		'file-unknown': () => 'There is no such file.',
		'course-unknown': () => 'This course is not in the catalogue.',
		'lesson-unknown': () => 'This lesson is not part of the edition you are taking.',
		'check-unknown': () => 'This question is not part of the lesson.',
		'choice-unknown': () =>
			'The choice that was sent does not belong to this question. Reload the page and answer again.',
		'choice-missing': () => 'Choose an answer first, then send it.',
		'answer-missing': () => 'Write an answer first, then send it.',
		'answer-incomplete': () =>
			'The answer is incomplete. Choose an answer for every row, then send it.',
		'positions-repeat': () =>
			'Two steps have the same position. Give every step a position of its own.',
		'answer-not-number': () => 'The answer must be a number, for example 2,5.',
		'answer-too-long': (p) => `The answer is too long. Write at most ${p.most} characters.`,
		'event-malformed': () => 'The submission is incomplete. Reload the page and send it again.',
		'event-reused': () =>
			'This answer was not saved because its form had already been sent. Reload the page, then answer again.',
		'place-unknown': () =>
			'The section you chose is not part of the lesson. Reload the page and choose again.',
		'survey-unknown': () => 'This course has no evaluation survey.',
		'survey-incomplete': () => 'Choose a number from 1 to 5 for every statement, then send.',
		'module-unknown': () => 'This module is not part of the edition you are taking.',
		'note-empty': () => 'The note is still empty. Write its text, then save.',
		'note-long': (p) =>
			`The note has ${p.length} characters; the most is ${p.most}. Shorten it or make it two.`,
		'search-too-slow': () =>
			'This search is too heavy to answer. Search with fewer or more specific words.',
		'note-reused': () =>
			'This form had already been sent with another text. Your text is still here; save it again as a new note.',
		'note-unknown': () => 'This note is not in this lesson.',
		'notes-all-full': (p) =>
			`You already have ${p.most} notes, the limit for one person. Download your notes, delete what you no longer need, then save this one.`,
		'notes-full': (p) =>
			`You already have ${p.most} notes on this lesson. Delete what you no longer need, then save again.`,
		'test-unknown': () => 'This quiz or test is not part of the edition you take.',
		'test-unfillable': () =>
			'There are not enough questions for this test. Tell the organiser of the course.',
		'test-passed': () => 'You have passed this quiz or test already; the result stands.',
		'attempt-unknown': () => 'This attempt does not exist. Reload the page.',
		'attempt-question-unknown': () =>
			'There is an answer to a question that is not part of this attempt. Reload the page and answer again.',
		'attempt-closed': () =>
			'This attempt was sent already, perhaps from another tab or device. These last answers are not judged.',
		'attempt-waiting': () =>
			'The next attempt cannot begin yet. Reload the page to see when it can.',
		'attempt-marking': () => 'The attempt before is still waiting to be marked.',
		'attempts-used-up': () => 'All attempts at this quiz or test have been used.',
		'project-unknown': () => 'The edition of the course that you take has no project.',
		'hand-in-unknown': () => 'There is no such draft. Load the page again.',
		'hand-in-closed': () =>
			'This project was handed in, perhaps from another tab or device, and cannot be changed any more.',
		'hand-in-empty': () => 'The draft is empty. Write something or add a file, then hand it in.',
		'hand-in-unchanged': () =>
			'This draft is still the version that was sent back. Mend it first, then hand it in.',
		'hand-in-text-long': (p) =>
			`The text has ${p.length} characters; at most ${p.most} are taken. Shorten it, or move a part into a PDF file.`,
		'hand-in-files-full': (p) =>
			`There are ${p.most} files already. Take one out, then add this one again.`,
		'draft-changed': () =>
			'This draft was changed in another tab or on another device. What you typed is below, beside what is saved; save once more if it is the text to keep.',
		'return-words-missing': () => 'Write what is to be mended, then send it back.',
		'return-words-long': (p) => `The message is too long. Write at most ${p.most} characters.`,
		'work-unknown': () => 'This essay or project is not in your queue, or it is settled already.',
		'work-settled': () => 'This was settled or sent back by other markers meanwhile.',
		'work-held': () =>
			'Another marker is reading it. What you filled in is still on this page; save it again after the time that is stated.',
		'work-marked': () =>
			'You have marked this essay already, perhaps in another tab. Reload the page to see your last mark.',
		'mark-incomplete': () => 'Choose one level for every criterion, then save.',
		'mark-reason-missing': () => 'Write the reason for the change, then save.',
		'rubric-missing': () =>
			'This essay question or project has no rubric and cannot be marked yet. Tell the course’s author.',
		'duty-unknown': () => 'This duty is not yours to change.',
		'duty-person-unknown': () =>
			'Nobody with this office address holds a fitting role. A marker must be a contributor or organiser; a course’s organiser must be an organiser.',
		'mark-comment-long': (p) => `The comment is too long. Write at most ${p.most} characters.`,
		'mark-reason-long': (p) => `The reason is too long. Write at most ${p.most} characters.`,
		'chance-needless': () =>
			'This request is not needed: there are attempts left, or you have passed. Reload the page.',
		'chance-reason-missing': () => 'Write the reason, then send.',
		'chance-decided': () =>
			'This request has been answered already, perhaps by another organiser or because its time was over.',
		'chance-unknown': () => 'There is no such request.',
		'chance-reason-long': (p) => `The reason is too long. Write at most ${p.most} characters.`,
		'attempt-time-up': () =>
			'The time for this attempt is up; what had been answered was sent. This last answer is not judged.',
		'extension-person-unknown': () =>
			'Nobody with this office address takes the course. Check its spelling; the person must have joined the course.',
		'extension-reason': () => 'Choose the reason. Only its class is recorded.',
		'extension-held': () =>
			'This person has another extension already. End it, then add the new one.',
		'extension-unknown': () => 'This extension is not yours to change.',
		'correction-nothing': () =>
			'No answer key needs judging again: the newest edition judges as is done now.',
		'correction-unsettled': () =>
			'The decision before is still being carried out. Wait a moment and try again.',
		'correction-reason': () =>
			'Give the reason in 10 to 1,000 characters. Those whose result changes will read it.',
		'correction-changed': () =>
			'The keys or the edition changed since this page was opened. Look at the table again, then decide.',
		'correction-unknown': () => 'This course has no such decision.',
		'correction-undone': () => 'This decision was taken back before.',
		'not-enrolled': () => 'You are not enrolled in this course. Enrol from the catalogue first.',
		'checks-remain': (p) =>
			`This lesson is complete once every question is answered correctly. ${p.count} remaining.`
	}
};
