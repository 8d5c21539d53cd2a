// What a course can hold besides Markdown, written to break out.

const svg = (inside: string, more = '') =>
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"${more}>${inside}</svg>`;

/** Pictures that would run or load something were they opened on their own. */
export const activePictures: readonly string[] = [
	svg('<script>alert(1)</script>'),
	svg('<script href="//jahat.example/x.js"/>'),
	svg('<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>'),
	svg('<SCRIPT>alert(1)</SCRIPT>'),
	svg('<\nscript>alert(1)</script>'),
	svg('', ' onload="alert(1)"'),
	svg('', ' OnLoad = "alert(1)"'),
	svg('', '\nonload\n=\n"alert(1)"'),
	svg('<rect onclick="alert(1)" width="4" height="4"/>'),
	svg('<rect width="4"onmouseover="alert(1)" height="4"/>'),
	svg('<image href="x" onerror="alert(1)"/>'),
	svg('<animate onbegin="alert(1)" attributeName="x" dur="1s"/>'),
	svg('<set attributeName="onload" to="alert(1)"/>'),
	svg('<a><animate attributeName="href" values="&#106;avascript:alert(1)"/></a>'),
	svg('<a><set attributeName="xlink:href" to="&#106;avascript:alert(1)"/></a>'),
	svg('<a href="javascript:alert(1)"><rect width="4" height="4"/></a>'),
	svg('<a href="&#106;avascript:alert(1)"><rect width="4" height="4"/></a>'),
	svg('<a xlink:href="javascript:alert(1)"/>'),
	svg('<a xl:href="//jahat.example" xmlns:xl="http://www.w3.org/1999/xlink"/>'),
	svg('<use href="data:image/svg+xml,x#x"/>'),
	svg('<use href="//jahat.example/x.svg#x"/>'),
	svg('<image href="//jahat.example/x.png"/>'),
	svg('<feImage href="https://jahat.example/x.png"/>'),
	svg('<foreignObject><p>x</p></foreignObject>'),
	svg('<svg:foreignObject/>'),
	svg('<h:img xmlns:h="http://www.w3.org/1999/xhtml" src="//jahat.example"/>'),
	svg('<h:meta xmlns:h="http://www.w3.org/1999/xhtml" http-equiv="refresh" content="0"/>'),
	svg('<iframe src="//jahat.example"/>'),
	svg('<embed src="x"/>'),
	svg('<object data="x"/>'),
	svg('<handler type="text/javascript">alert(1)</handler>'),
	svg('<style>@import "//jahat.example";</style>'),
	svg('<style>rect{fill:url(//jahat.example)}</style>'),
	svg('<style>rect{fill:url( "//jahat.example")}</style>'),
	svg('<style>rect{background:image-set("//jahat.example" 1x)}</style>'),
	svg('<rect style="fill:url(https://jahat.example#x)" width="4" height="4"/>'),
	svg('<rect fill="url(\'//jahat.example#x\')"/>'),
	`<?xml-stylesheet href="//jahat.example/x.css"?>${svg('')}`,
	`<!DOCTYPE svg SYSTEM "//jahat.example/x.dtd">${svg('')}`,
	`<!DOCTYPE svg [<!ENTITY x "&#60;script>">]>${svg('&x;')}`,
	`<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>${svg('')}`,
	`<?xml version="1.0" encoding="UTF-7"?>${svg('+ADw-script+AD4-')}`,
	`<?xml version="1.0" encoding='iso-2022-jp'?>${svg('')}`
];

/** The same in encodings in which a reader of UTF-8 sees nothing. */
export const encodedPictures: readonly Uint8Array[] = [
	Buffer.from(`\uFEFF${activePictures[0]!}`, 'utf16le'),
	Buffer.from(activePictures[0]!, 'utf16le'),
	Buffer.from(`\uFEFF${activePictures[0]!}`, 'utf16le').swap16(),
	Buffer.concat([Buffer.from('<svg>'), Buffer.from([0xc0, 0xbc]), Buffer.from('script></svg>')])
];

/** Pictures as authors have them. */
export const plainPictures: readonly string[] = [
	svg('<rect width="4" height="4"/>'),
	`<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n${svg('<title>Alur: "data" & <tspan/></title>')}`,
	svg('<defs><linearGradient id="a"/></defs><rect fill="url(#a)" style="stroke:url(\'#a\')"/>'),
	svg('<use href="#a"/><use xlink:href="#a"/>', ' xmlns:xlink="http://www.w3.org/1999/xlink"'),
	svg('<style>.a{fill:#123}</style><text class="a">on the one = 1</text>')
];

/**
 * Fields that want to be more than fields, and what is told of them where they stand first in front matter that is
 * otherwise right: rule and place in the file. Null are those that mean nothing: a title or id is text like any other.
 */
export const hostileYaml: readonly (readonly [yaml: string, told: string | null])[] = [
	['__proto__: {polluted: yes}\ntitle: x', 'unknown-field 2:1'],
	['"__proto__":\n  polluted: yes', 'unknown-field 2:1'],
	['constructor:\n  prototype:\n    polluted: yes', 'unknown-field 2:1'],
	['<<: {polluted: yes}', 'unknown-field 2:1'],
	['a: &a {b: 1}\n<<: *a', 'front-matter 2:1'],
	['title: !!js/function "function(){alert(1)}"', null],
	['title: !!js/regexp /x/', null],
	['title: !!python/object/apply:os.system ["x"]', 'bad-field 2:1'],
	['title: !!binary PHNjcmlwdD4=', 'bad-field 2:1'],
	['title: !!set {a, b}', 'bad-field 2:1'],
	['title: !!omap [a: 1]', 'bad-field 2:1'],
	['title: !<tag:yaml.org,2002:js/undefined> x', null],
	['%TAG ! tag:jahat.example,2000:\ntitle: !x y', 'front-matter 3:1'],
	['%YAML 9.9', 'front-matter 3:1'],
	['title: *nowhere', 'front-matter 2:1'],
	['title: &a [*a, *a]', 'front-matter 2:1'],
	['? [a, b]\n: x', 'unknown-field 2:1'],
	['? {a: b}\n: x', 'unknown-field 2:1'],
	['? |\n  a\n: b', 'unknown-field 2:3'],
	['[a, b]: c', 'unknown-field 2:1'],
	['{', 'front-matter 3:8'],
	['[[[[', 'front-matter 3:8'],
	['"\\u0000": x', 'hidden-character 2:1'],
	['title: "\\x00\\uD800"', 'hidden-character 2:8'],
	['title: |\n  <script>alert(1)</script>\n  ---\n', null],
	['title: >-\n  a\n...\n---\nb: c', 'missing-field 2:1'],
	['title: x\n---\n---\ntitle: y', 'missing-field 2:1'],
	['title: 2026-11-21T00:00:00Z', null],
	['title: 0x1F\nminutes: 1e999', 'bad-field 3:1'],
	['minutes: .inf', 'bad-field 2:1'],
	['minutes: -0', 'bad-field 2:1'],
	['objectives: [[m1-1]]', 'bad-field 2:14'],
	['objectives: {0: m1-1, length: 1}', 'bad-field 2:1'],
	['objectives: [toString, __proto__, constructor]', 'bad-field 2:14'],
	['id: ../../etc', 'bad-field 2:1'],
	['id: constructor', null],
	['legal: [__proto__]', 'bad-field 2:9'],
	['title: \u202Ejudul\u2066', 'hidden-character 2:8'],
	['title: "\u2028\u2029\u0085"', 'hidden-character 2:11'],
	['\u00A0title: x', 'unknown-field 2:1'],
	['title\u200B: x', 'hidden-character 2:6'],
	[`title: ${'x'.repeat(30_000)}`, 'bad-field 2:1'],
	[`${'a'.repeat(30_000)}: x`, 'front-matter 2:1'],
	[`title: ${'{a: '.repeat(5000)}`, 'front-matter 2'],
	[`${'- '.repeat(5000)}x`, 'front-matter 2'],
	[
		`${Array.from({ length: 250 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')}`,
		'unknown-field 2:1'
	],
	[`title: "${'\\u0041'.repeat(6000)}"`, 'bad-field 2:1'],
	[`title: ${'"'.repeat(30_000)}`, 'front-matter 2'],
	[`title: ${"'".repeat(30_000)}`, 'bad-field 2:1'],
	[`${'#'.repeat(30_000)}\ntitle: x`, null],
	[`${'# x\n'.repeat(9000)}title: x`, null],
	[
		`a: &a [x,x]\n${Array.from({ length: 40 }, (_, at) => `b${at}: &b${at} [*${at ? `b${at - 1}` : 'a'},*${at ? `b${at - 1}` : 'a'}]`).join('\n')}`,
		'front-matter 2:1'
	],
	[`title: ${'&a '.repeat(10_000)}x`, 'front-matter 2'],
	[`title: ${'!a '.repeat(10_000)}x`, 'front-matter 2'],
	[`${'? '.repeat(10_000)}x`, 'front-matter 2'],
	[`title: >${'\n '.repeat(18_000)}x`, null],
	[`objectives: [${'m1-1,'.repeat(7500)}]`, 'bad-field 2:1']
];

/** Bytes that are no text of ours. */
export const brokenBytes: readonly (readonly number[])[] = [
	[0xc0, 0xbc],
	[0xe0, 0x80, 0xbc],
	[0xf0, 0x80, 0x80, 0xbc],
	[0xed, 0xa0, 0x80],
	[0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80],
	[0xf4, 0x90, 0x80, 0x80],
	[0xf8, 0x88, 0x80, 0x80, 0x80],
	[0xfc, 0x84, 0x80, 0x80, 0x80, 0x80],
	[0x80],
	[0xbf, 0xbf],
	[0xc3],
	[0xe2, 0x82],
	[0xf0, 0x9f, 0x98],
	[0xff, 0xfe],
	[0xfe, 0xff],
	[0xc3, 0x28]
];

/** Words for every field that a page shows as plain text. */
export const hostileWords: readonly string[] = [
	'<script>alert(1)</script>',
	'"><img src=x onerror=alert(1)>',
	"' onmouseover='alert(1)",
	'</title><script>alert(1)</script>',
	'</script><script>alert(1)</script>',
	'{@html "<script>alert(1)</script>"} ${alert(1)}',
	'javascript:alert(1)',
	'&lt;img src=x onerror=alert(1)&gt;'
];
