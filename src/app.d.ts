import type { IncomingMessage } from 'node:http';
import type { Display } from '#lib/server/http/display.ts';
import type { SignedIn } from '#lib/server/identity/sessions.ts';
import type { Language } from '#lib/format/dates.ts';
import type { Messages } from '#lib/messages/catalogue.ts';

declare global {
	namespace App {
		interface Locals {
			requestId: string;
			/** Null for visitors. */
			signedIn: SignedIn | null;
			/** What a form carried whose session had ended. */
			unsent?: string[];
			language: Language;
			display: Display;
			m: Messages;
		}
		/** What adapter-node gives; nothing under `npm run dev`. */
		interface Platform {
			req: IncomingMessage;
		}
		interface Error {
			/** What the error page says to do. */
			remedy?: string;
			/** What was typed into a form that nobody was signed in for. */
			typed?: string[];
			/** Where to sign in and come back from. */
			signIn?: string;
			/** Names a fault in the log. */
			id?: string;
		}
	}
}

export {};
