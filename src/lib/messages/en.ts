import type { Messages } from './catalogue.ts';
import { common } from './en/common.ts';
import { catalogue } from './en/catalogue.ts';
import { failures } from './en/failures.ts';
import { home } from './en/home.ts';
import { learning } from './en/learning.ts';

export const en: Messages = { common, catalogue, failures, home, learning };
