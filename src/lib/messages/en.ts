import type { Messages } from './catalogue.ts';
import { account } from './en/account.ts';
import { administration } from './en/administration.ts';
import { frame } from './en/frame.ts';
import { catalogue } from './en/catalogue.ts';
import { certificates } from './en/certificates.ts';
import { failures } from './en/failures.ts';
import { graduation } from './en/graduation.ts';
import { guide } from './en/guide.ts';
import { home } from './en/home.ts';
import { hours } from './en/hours.ts';
import { keeping } from './en/keeping.ts';
import { learning } from './en/learning.ts';
import { marking } from './en/marking.ts';
import { preview } from './en/preview.ts';
import { project } from './en/project.ts';
import { reading } from './en/reading.ts';
import { review } from './en/review.ts';
import { search } from './en/search.ts';
import { test } from './en/test.ts';

export const en: Messages = {
	account,
	administration,
	frame,
	catalogue,
	certificates,
	failures,
	graduation,
	guide,
	home,
	hours,
	keeping,
	learning,
	marking,
	preview,
	project,
	reading,
	review,
	search,
	test
};
