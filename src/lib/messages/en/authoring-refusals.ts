import type { authoringRefusals as base } from '../id/authoring-refusals.ts';

const parts: Record<string, string> = {
	attributes: 'The attributes in the opening line',
	prompt: 'The question',
	options: 'An option',
	value: 'The correct number',
	accepted: 'An accepted answer',
	pairs: 'A pair',
	steps: 'A step',
	rubric: 'The rubric',
	rationale: 'The explanation',
	text: 'The case',
	questions: 'A question of the case',
	body: 'The text of the block'
};

export const authoringRefusals: typeof base = {
	'block-unknown': () =>
		'This part is no longer in the file. Reload the page and make the change again.',
	'block-empty': () => 'There is nothing in it. Write something, or delete this part.',
	'block-not-separate': () =>
		'This change would change other parts. Check for a block (:::) or code (```) that is not closed.',
	'directive-unwritable': (p) =>
		`${parts[String(p.part)] ?? 'This block'} cannot be written like that. Check for a block (:::) or code (\`\`\`) that is not closed.`,
	'directive-unreadable': () => 'This is not one whole block. Edit it as text.',
	'question-unwritable': (p) =>
		`${parts[String(p.part)] ?? 'This question'} cannot be written like that. Make it simpler: begin with a sentence, not with a table, quotation or code.`,
	'question-unreadable': () =>
		'This question contains something a form cannot show. Edit it as text.',
	'field-unwritable': (p) =>
		`The field "${p.field}" cannot be written without changing others. Edit the front matter as text.`,
	'fields-unwritable': () => 'The front matter is incomplete or cannot be written.',
	'term-unwritable': () =>
		'A term and its definition take one line each, and a term may not begin with punctuation.',
	'term-unknown': () => 'This term is no longer in the glossary. Reload the page.'
};
