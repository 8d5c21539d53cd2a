import type { Language } from '../format/dates.ts';
import { en } from './en.ts';
import { id } from './id.ts';

/** Every text of the interface; Indonesian is the base and sets the shape. */
export type Messages = typeof id;

/** The texts in `language`. Mail and commands pass it as an argument, pages get it as `data.m`. */
export function messagesIn(language: Language): Messages {
	return language === 'en' ? en : id;
}
