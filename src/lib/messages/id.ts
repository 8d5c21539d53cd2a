import { common } from './id/common.ts';
import { catalogue } from './id/catalogue.ts';
import { failures } from './id/failures.ts';
import { home } from './id/home.ts';
import { learning } from './id/learning.ts';

export const id = { common, catalogue, failures, home, learning };
