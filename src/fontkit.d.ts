/** What we use of fontkit 2, which brings no types. pdfkit sets text with the same fonts. */
declare module 'fontkit' {
	export interface Font {
		/** Code points it has a glyph for. */
		characterSet: number[];
		unitsPerEm: number;
		glyphForCodePoint(codePoint: number): unknown;
		layout(
			text: string,
			features?: Readonly<Record<string, boolean>>
		): {
			advanceWidth: number;
			glyphs: { advanceWidth: number; path: { toSVG(): string } }[];
		};
	}

	/** Reads TTF, OTF, WOFF or WOFF2. */
	export function create(bytes: Uint8Array): Font;
}
