import type { hoursRefusals as base } from '../id/hours-refusals.ts';

export const hoursRefusals: typeof base = {
	'hours-no-agency': () =>
		'You are not on record as working for any agency, so nobody can check this request. Ask your agency’s HR officer.',
	'hours-own': () => 'Your own requests are checked by another officer.',
	'hours-decided': () =>
		'This request has changed or was decided meanwhile. Reload the page to see where it stands.',
	'hours-not-returned': () => 'This request was not returned, so it cannot be sent again.',
	'hours-reason-missing': () => 'Enter the reason, so that the person knows.',
	'hours-reason-long': (p) =>
		`A reason has at most ${p.most} characters. Shorten it and send again.`,
	'hours-own-certificate': (p) =>
		`${p.number} is the number of a Widyapraja certificate for “${p.title}”. Its JP were recorded by themselves when its modules were completed, so it is not recorded again as training from elsewhere.`,
	'hours-signs-unexplained': () =>
		'There are signs that this training is on record already. Check the list; if it is another one, write why, then confirm.',
	'hours-jp-range': (p) => `JP must be above 0 and at most ${p.most}.`,
	'hours-days-order': () => 'The last day is before the first day.',
	'hours-day-future': () => 'The last day is still to come. Record the training once it is over.',
	'hours-entry-unknown': () => 'There is no such entry.',
	'hours-entry-reversed': () => 'This entry was taken back before.',
	'hours-mending-none': () =>
		'Nothing is different. Mend the entry, or take it back if it is wrong altogether.',
	'unit-unknown': () => 'There is no such unit in your area.',
	'submission-unknown': () => 'There is no such request.',
	'evidence-missing': () => 'Choose the evidence file.',
	'evidence-many': (p) =>
		`You have uploaded ${p.most} files within 24 hours. Those received are kept; upload the next one tomorrow.`,
	'evidence-empty': () => 'The file chosen is empty. Choose the right one.',
	'evidence-large': () => 'The file is larger than 5 MB. Make it smaller, then choose it again.',
	'evidence-kind': () =>
		'The file’s content is not PDF, JPEG or PNG, whatever its name. Save or scan it as one of these, then choose it again.',
	'contract-day-unreal': () => 'Enter a day that exists.',
	'contract-days-order': () => 'The last day is before the first day.',
	'contract-known': () => 'An agreement from this day is on record already.',
	'hour-rule-bounds': () => 'The lower limit is above the upper one.',
	'hour-rule-source': () => 'Enter the basis, for example number and year of the decree.'
};
