import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line between a browser and a server: bits per second towards the browser, milliseconds there and back. */
export interface LineQuality {
	bitsPerSecond: number;
	roundTrip: number;
}

/** A running imitation of a slow line. */
export interface SlowLine {
	/** Where the browser connects. */
	origin: string;
	stop(): Promise<void>;
}

/** Payload of one packet and what TCP and IP add to it. */
const SEGMENT = 1448;
const OVERHEAD = 52;
/** Segments a server may send before it hears anything (RFC 6928). */
const INITIAL_WINDOW = 10;

/**
 * A proxy that makes loopback behave like a slow line. All connections share its width, packet by packet; each pays
 * a round trip to be opened, half of one for every packet, and starts slowly as TCP does: ten packets, then one more
 * for each that arrived.
 */
export async function layLine(target: URL, quality: LineQuality): Promise<SlowLine> {
	const down = new Pipe(quality.bitsPerSecond);
	const up = new Pipe(quality.bitsPerSecond);
	const ends = new Set<Socket>();
	const server = createServer((browser) => {
		const application = connect(Number(target.port), target.hostname);
		for (const end of [browser, application]) {
			ends.add(end.setNoDelay(true));
			end.on('error', () => end.destroy()).on('close', () => ends.delete(end));
		}
		// The browser believes to be connected at once; on a real line it would have waited for a round trip.
		const opened = performance.now() + quality.roundTrip;
		carry(browser, application, up, quality.roundTrip, opened);
		carry(application, browser, down, quality.roundTrip, opened);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		async stop() {
			for (const end of ends) end.destroy();
			server.close();
			await once(server, 'close');
		}
	};
}

/** What every packet of one direction has to pass through, one after the other. */
class Pipe {
	readonly #bitsPerSecond: number;
	#freeAt = 0;

	constructor(bitsPerSecond: number) {
		this.#bitsPerSecond = bitsPerSecond;
	}

	/** When a packet that is ready at `from` has left the pipe. Milliseconds. */
	pass(bytes: number, from: number): number {
		const start = Math.max(this.#freeAt, from);
		this.#freeAt = start + ((bytes + OVERHEAD) * 8 * 1000) / this.#bitsPerSecond;
		return this.#freeAt;
	}
}

function carry(from: Socket, to: Socket, pipe: Pipe, roundTrip: number, opened: number): void {
	const waiting: Buffer[] = [];
	let window = INITIAL_WINDOW;
	let inFlight = 0;
	let lastArrival = 0;
	const send = () => {
		while (inFlight < window) {
			const packet = waiting.shift();
			if (!packet) return;
			inFlight++;
			const left = pipe.pass(packet.length, Math.max(performance.now(), opened));
			lastArrival = left + roundTrip / 2;
			at(lastArrival, () => to.writable && to.write(packet));
			at(lastArrival + roundTrip / 2, () => {
				inFlight--;
				window++;
				send();
			});
		}
	};
	from.on('data', (chunk: Buffer) => {
		for (let start = 0; start < chunk.length; start += SEGMENT)
			waiting.push(chunk.subarray(start, start + SEGMENT));
		send();
	});
	from.on('close', () => at(lastArrival + 1, () => to.end()));
}

function at(moment: number, act: () => void): void {
	setTimeout(act, Math.max(0, moment - performance.now()));
}
