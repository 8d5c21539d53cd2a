import type { Messages } from './catalogue.ts';
import { account } from './en/account.ts';
import { administration } from './en/administration.ts';
import { common } from './en/common.ts';
import { catalogue } from './en/catalogue.ts';
import { failures } from './en/failures.ts';
import { home } from './en/home.ts';
import { learning } from './en/learning.ts';

export const en: Messages = {
	account,
	administration,
	common,
	catalogue,
	failures,
	home,
	learning
};
