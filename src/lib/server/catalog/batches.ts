/** Rows in portions: PostgreSQL takes 65,535 parameters a statement; nothing here has more than 14 a row. */
export function* batches<Row>(rows: readonly Row[], size = 500): Generator<Row[]> {
	for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}
