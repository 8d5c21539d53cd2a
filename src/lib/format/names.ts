/** A name with titles (gelar) in front and behind. */
export interface TitledName {
	name: string;
	titleBefore: string;
	titleAfter: string;
}

/** `Dr. Ir. Siti Rahmawati, S.Sos., M.A.P.` */
export function displayName({ name, titleBefore, titleAfter }: TitledName): string {
	const front = titleBefore ? `${titleBefore} ${name}` : name;
	return titleAfter ? `${front}, ${titleAfter}` : front;
}
