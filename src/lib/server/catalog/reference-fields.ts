import type * as v from 'valibot';

/** One field of a front matter, as the reference tells of it. */
export interface FieldRow {
	/** `pass.quiz`, `objectives[].id`. */
	name: string;
	required: boolean;
	/** What may stand there, in Indonesian. */
	form: string;
	description: string;
}

/** What of a Valibot schema or action is asked here. */
interface Node {
	kind: 'schema' | 'validation' | 'transformation' | 'metadata';
	type: string;
	pipe?: readonly Node[];
	wrapped?: Node;
	default?: unknown;
	entries?: Readonly<Record<string, Node>>;
	item?: Node;
	value?: Node;
	options?: readonly string[];
	requirement?: unknown;
	message?: unknown;
	description?: string;
}

/** The fields of a schema, those within a field after it; throws when one has no description. */
export function fieldRows(schema: v.GenericSchema): FieldRow[] {
	return rowsWithin(read(schema as unknown as Node), '');
}

/** A schema with its wrappers and pipes taken off and remembered. */
interface Read {
	base: Node;
	actions: Node[];
	description: string | null;
	required: boolean;
	fallback: unknown;
}

function read(schema: Node): Read {
	let base = schema;
	let required = true;
	let fallback: unknown;
	const actions: Node[] = [];
	for (;;) {
		if (base.wrapped) {
			required &&= base.type !== 'optional';
			fallback = base.default;
			base = base.wrapped;
		} else if (base.pipe) {
			const [inner, ...rest] = base.pipe;
			actions.push(...rest);
			if (!inner || inner === base || (!inner.pipe && !inner.wrapped)) {
				base = inner ?? base;
				break;
			}
			base = inner;
		} else break;
	}
	const description = actions.find(({ type }) => type === 'description')?.description ?? null;
	return { base, actions, description, required, fallback };
}

function rowsWithin({ base }: Read, prefix: string): FieldRow[] {
	if (base.item) return rowsWithin(read(base.item), `${prefix}[]`);
	return Object.entries(base.entries ?? {}).flatMap(([key, node]) => {
		const field = read(node);
		const name = prefix === '' ? key : `${prefix}.${key}`;
		if (field.description === null) throw new Error(`The field ${name} has no description.`);
		const { required, description } = field;
		return [
			{ name, required, form: formWithDefault(field), description },
			...rowsWithin(field, name)
		];
	});
}

function formWithDefault(field: Read): string {
	const stated = Array.isArray(field.fallback) ? undefined : field.fallback;
	return stated === undefined ? formOf(field) : `${formOf(field)}; bila kosong: ${String(stated)}`;
}

/** What may stand in a field, in words made from its schema. */
function formOf({ base, actions }: Read): string {
	const limit = (type: string) => actions.find((action) => action.type === type)?.requirement;
	if (base.type === 'array') {
		const item = read(base.item!);
		const least = limit('min_length');
		const many = typeof least === 'number' ? `, paling sedikit ${least}` : '';
		return item.base.entries ? `daftar kelompok kolom${many}` : `daftar${many}: ${formOf(item)}`;
	}
	if (base.type === 'record') return `pasangan nomor dan isi: ${formOf(read(base.value!))}`;
	if (base.entries) return 'kelompok kolom';
	if (base.options) return base.options.map((option) => `\`${option}\``).join(', ');
	if (limit('iso_date')) return 'tanggal TTTT-BB-HH';
	const [least, most] = [limit('min_value'), limit('max_value')];
	if (typeof least === 'number' && typeof most === 'number') {
		const whole = actions.some(({ type }) => type === 'integer');
		return `${whole ? 'bilangan bulat' : 'angka'} ${least}–${most}`;
	}
	const shape = actions.find(({ type }) => type === 'regex')?.message;
	const longest = limit('max_length');
	const parts = [
		// The schema's message tells what to write; here it says what may stand.
		typeof shape === 'string' ? shape.replace(/^(?:hanya|harus|tulis(?: sebagai)?) /, '') : 'teks',
		...(typeof longest === 'number' ? [`paling panjang ${longest} karakter`] : [])
	];
	return parts.join(', ');
}
