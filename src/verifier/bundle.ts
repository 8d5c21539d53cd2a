import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rollup } from 'vite';

const NAME = 'virtual:verifier';
const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/**
 * Gives the application the verifier as two texts, a classic script and its style: what judges a credential on the
 * server, bundled for a file that is opened from disk (http/verifier-page.ts).
 */
export function verifierBundle(): Plugin {
	return {
		name: 'verifier-bundle',
		resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
		async load(id) {
			if (id !== `\0${NAME}`) return null;
			const style = readFileSync(here('verifier.css'), 'utf8');
			const script = await bundleScript();
			return `export const script = ${JSON.stringify(script)};\nexport const style = ${JSON.stringify(style)};\n`;
		}
	};
}

async function bundleScript(): Promise<string> {
	const built = (await build({
		configFile: false,
		logLevel: 'error',
		publicDir: false,
		// What canonises hashes through Web Crypto, which a page that came over plain http does not have.
		resolve: {
			alias: [
				{ find: /^.*\/MessageDigest(-webcrypto)?(\.js)?$/, replacement: here('message-digest.ts') }
			]
		},
		define: { 'process.env.NODE_ENV': '"production"' },
		build: {
			write: false,
			target: 'es2022',
			lib: { entry: here('main.ts'), formats: ['iife'], name: 'verifier' }
		}
	})) as Rollup.RollupOutput[];
	const [chunk, ...more] = built.flatMap(({ output }) => output);
	if (chunk?.type !== 'chunk' || more.length > 0) throw new Error('the verifier is not one script');
	if (/<\/script|<!--/i.test(chunk.code)) throw new Error('the verifier would end its own script');
	return chunk.code;
}
