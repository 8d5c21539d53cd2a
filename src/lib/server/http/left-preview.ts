import type { Preview } from '../catalog/preview.ts';

/** Application and command are built apart and share no module; what one leaves for the other lies on the process. */
const LEFT = Symbol.for('widyapraja.preview');

/**
 * Leaves a folder's preview for the application, before it is loaded: from then on it shows that and nothing else, and
 * asks no database. No variable and no request can do the same to an application that serves learners.
 */
export function leavePreview(preview: Preview): void {
	Object.assign(process, { [LEFT]: preview });
}

/** The preview this process was started for; null in the ordinary application. */
export const leftPreview: Preview | null =
	(process as { [LEFT]?: Preview } & NodeJS.Process)[LEFT] ?? null;
