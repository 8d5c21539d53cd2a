/** A small store for things that never change. */
export interface Kept<Value> {
	get(name: string): Value | undefined;
	/** Keeps the value and hands it back. */
	set(name: string, value: Value): Value;
}

/** Keeps the `most` last used; the least recently used goes first. */
export function kept<Value>(most: number): Kept<Value> {
	const values = new Map<string, Value>();
	return {
		get(name: string): Value | undefined {
			const value = values.get(name);
			if (value !== undefined) {
				values.delete(name);
				values.set(name, value);
			}
			return value;
		},
		set(name: string, value: Value): Value {
			values.set(name, value);
			if (values.size > most) values.delete(values.keys().next().value!);
			return value;
		}
	};
}
