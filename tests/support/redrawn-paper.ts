/** A PDF of ours with an update behind it, as a signature is added, that draws something else on its first page. */
export function redrawn(pdf: Uint8Array, says: string): Buffer {
	const text = Buffer.from(pdf).toString('latin1');
	const [, content, resources] =
		/\/Type \/Page\b[^]*?\/Contents (\d+) 0 R[^]*?\/Resources (\d+) 0 R/.exec(text)!;
	const [root, size] = [/\/Root \d+ 0 R/, /\/Size \d+/].map((part) => part.exec(text)![0]);
	const before = text.slice(text.lastIndexOf('startxref')).match(/\d+/)![0];
	const drawn = `BT /F1 24 Tf 100 300 Td (${says}) Tj ET`;
	const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
	const objects: [string | undefined, string][] = [
		[content, `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`],
		[resources, `<< /Font << /F1 ${font} >> >>`]
	];
	let [added, table] = ['\n', 'xref\n'];
	for (const [number, object] of objects) {
		const at = String(text.length + added.length).padStart(10, '0');
		table += `${number} 1\n${at} 00000 n \n`;
		added += `${number} 0 obj\n${object}\nendobj\n`;
	}
	const end = `trailer\n<< ${size} ${root} /Prev ${before} >>\nstartxref\n${text.length + added.length}\n%%EOF\n`;
	return Buffer.concat([pdf, Buffer.from(added + table + end, 'latin1')]);
}
