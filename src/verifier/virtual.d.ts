/** Made by the build (bundle.ts). */
declare module 'virtual:verifier' {
	export const script: string;
	export const style: string;
}
