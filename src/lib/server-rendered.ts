/**
 * Data that only the server's rendering of a page needs. Kit serialises what a server `load` returns even where no
 * client runtime will read it; what is wrapped in this is left out (src/hooks.ts), which spares a tenth of a lesson's
 * cost and keeps the text from being sent twice.
 */
export class ServerRendered<Value> {
	readonly value: Value;

	constructor(value: Value) {
		this.value = value;
	}
}
