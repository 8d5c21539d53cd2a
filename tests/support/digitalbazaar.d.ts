// The libraries that judge our credentials in tests bring no types.
declare module '@digitalbazaar/vc' {
	type Outcome = { verified: boolean; error?: unknown };
	type Options = { suite: unknown; documentLoader: unknown };
	export function verifyCredential(
		options: Options & { credential: unknown; checkStatus?: unknown }
	): Promise<Outcome>;
	export function issue(
		options: Options & { credential: unknown }
	): Promise<Record<string, unknown>>;
}
declare module '@digitalbazaar/data-integrity' {
	export class DataIntegrityProof {
		constructor(options: { cryptosuite: unknown; signer?: unknown; date?: string });
	}
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
	export const cryptosuite: unknown;
}
declare module '@digitalbazaar/ed25519-multikey' {
	export function generate(options: { id: string; controller: string }): Promise<{
		publicKeyMultibase: string;
		signer(): unknown;
	}>;
}
declare module '@digitalbazaar/vc-bitstring-status-list' {
	export function checkStatus(options: {
		credential: unknown;
		documentLoader: unknown;
		suite: unknown;
	}): Promise<{ verified: boolean; error?: unknown; results?: { status: boolean }[] }>;
}
