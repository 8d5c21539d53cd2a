/**
 * The anchor in a lesson's page of a place where reading can be resumed: a heading's id as it is, a question's with the
 * prefix that keeps what authors call their questions apart from the page's own ids.
 */
export function placeAnchor(place: string): string {
	return place.startsWith('bagian-') ? place : `soal-${place}`;
}
