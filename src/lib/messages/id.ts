import { account } from './id/account.ts';
import { administration } from './id/administration.ts';
import { frame } from './id/frame.ts';
import { catalogue } from './id/catalogue.ts';
import { certificates } from './id/certificates.ts';
import { failures } from './id/failures.ts';
import { graduation } from './id/graduation.ts';
import { guide } from './id/guide.ts';
import { home } from './id/home.ts';
import { hours } from './id/hours.ts';
import { keeping } from './id/keeping.ts';
import { learning } from './id/learning.ts';
import { marking } from './id/marking.ts';
import { preview } from './id/preview.ts';
import { project } from './id/project.ts';
import { reading } from './id/reading.ts';
import { review } from './id/review.ts';
import { search } from './id/search.ts';
import { test } from './id/test.ts';

export const id = {
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
