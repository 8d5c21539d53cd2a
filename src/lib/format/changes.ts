/** Two texts cut where they begin and cease to differ: before, the difference, after. */
export function cutAtChange(text: string, other: string): [string, string, string] {
	const [one, two] = [[...text], [...other]];
	const shorter = Math.min(one.length, two.length);
	let start = 0;
	while (start < shorter && one[start] === two[start]) start++;
	let end = 0;
	while (end < shorter - start && one.at(-1 - end) === two.at(-1 - end)) end++;
	const cut = one.length - end;
	return [one.slice(0, start).join(''), one.slice(start, cut).join(''), one.slice(cut).join('')];
}
