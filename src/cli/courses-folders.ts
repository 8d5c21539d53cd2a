import { delimiter } from 'node:path';

/** The folders named by COURSES_DIR: a list, separated as PATH is, or by commas. */
export function coursesFolders(): string[] {
	const stated = process.env.COURSES_DIR || 'courses';
	return stated.split(new RegExp(`[,${delimiter}]`)).filter((folder) => folder !== '');
}
