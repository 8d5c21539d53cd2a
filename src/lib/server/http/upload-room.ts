/**
 * Room for `inAll` uploads at once in this process, `perNetwork` of them from one network: what is sent is held in
 * memory. Lets one of a network in and returns how it leaves; null where there is no room.
 */
export function uploadRoom({
	inAll,
	perNetwork
}: {
	inAll: number;
	perNetwork: number;
}): (network: string) => (() => void) | null {
	const inside = new Map<string, number>();
	let count = 0;
	return (network) => {
		const own = inside.get(network) ?? 0;
		if (count >= inAll || own >= perNetwork) return null;
		count += 1;
		inside.set(network, own + 1);
		return () => {
			count -= 1;
			const left = inside.get(network)! - 1;
			if (left > 0) inside.set(network, left);
			else inside.delete(network);
		};
	};
}
