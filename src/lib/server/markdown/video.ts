import { minutesIn } from './directive-minutes.ts';
import { classifyLink } from './links.ts';
import { attributes, escapeHtml } from './markup.ts';
import type { RenderContext } from './render.ts';

/**
 * The beginning of `:::video{src=… title=… poster=… captions=… transcript=… size=… minutes=…}`: a clip stored with
 * the course plays in place, any other is a link; either loads nothing before somebody taps it. What stands inside
 * the directive is its transcript.
 */
export function videoOpen(
	values: Record<string, string>,
	context: RenderContext,
	hasTranscript: boolean
): string {
	const title = values['title'] ?? 'Video';
	const minutes = minutesIn(values);
	const facts = [title, minutes && `${minutes} menit`, values['size']]
		.filter((fact) => fact != null)
		.join(' · ');
	const transcript = addressOf(values['transcript'], context);
	const link = transcript ? ` <a${attributes({ href: transcript })}>Transkrip</a>` : '';
	const caption = `<figcaption>${escapeHtml(facts)}${link}</figcaption>\n`;
	const figure = `<figure class="video">${player(values, title, context)}\n${caption}</figure>\n`;
	// Beside the figure: a caption stands last in it.
	return hasTranscript
		? `${figure}<details class="directive directive-reveal">\n<summary>Transkrip</summary>\n`
		: figure;
}

/** The end of the same directive. */
export function videoClose(hasTranscript: boolean): string {
	return hasTranscript ? '</details>\n' : '';
}

function player(values: Record<string, string>, title: string, context: RenderContext): string {
	const poster = values['poster'] === undefined ? null : context.image(values['poster']);
	const source = classifyLink(values['src'] ?? '', null);
	if (source.kind === 'external') {
		const picture = poster
			? `<img${attributes({ src: poster.href, alt: '', width: poster.width, height: poster.height, loading: 'lazy', decoding: 'async' })}>`
			: '';
		const { hostname } = new URL(source.href);
		return `<a${attributes({ class: 'external video-card', href: source.href, rel: 'noopener' })}>${picture}<span>Tonton <span class="visually-hidden">${escapeHtml(title)}</span> di ${escapeHtml(hostname)}</span></a>`;
	}
	const href = source.kind === 'file' ? context.file(source.path, null)?.href : undefined;
	if (href === undefined) return `<span class="figure-missing">${escapeHtml(title)}</span>`;
	const captions = storedAt(values['captions'], context);
	const track = captions
		? `<track${attributes({ kind: 'captions', src: captions, srclang: 'id', label: 'Teks' })} default>`
		: '';
	const shown = {
		src: href,
		preload: 'none',
		poster: poster?.href ?? null,
		width: poster?.width ?? null,
		height: poster?.height ?? null,
		'aria-label': title
	};
	return `<video controls${attributes(shown)}>${track}</video>`;
}

/** The address of a file of the course; a player would fetch any other without being asked. */
function storedAt(path: string | undefined, context: RenderContext): string | null {
	const target = classifyLink(path ?? '', null);
	return target.kind === 'file' ? (context.file(target.path, target.fragment)?.href ?? null) : null;
}

function addressOf(path: string | undefined, context: RenderContext): string | null {
	if (path === undefined) return null;
	const target = classifyLink(path, null);
	if (target.kind === 'external') return target.href;
	return target.kind === 'file' ? (context.file(target.path, target.fragment)?.href ?? null) : null;
}
