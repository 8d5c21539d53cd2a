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

/** Front matter that wants to be more than fields; each stands between the two lines. */
export const hostileYaml: readonly string[] = [
	'__proto__: {polluted: yes}\ntitle: x',
	'"__proto__":\n  polluted: yes',
	'constructor:\n  prototype:\n    polluted: yes',
	'<<: {polluted: yes}',
	'a: &a {b: 1}\n<<: *a',
	'title: !!js/function "function(){alert(1)}"',
	'title: !!js/regexp /x/',
	'title: !!python/object/apply:os.system ["x"]',
	'title: !!binary PHNjcmlwdD4=',
	'title: !!set {a, b}',
	'title: !!omap [a: 1]',
	'title: !<tag:yaml.org,2002:js/undefined> x',
	'%TAG ! tag:jahat.example,2000:\ntitle: !x y',
	'%YAML 9.9',
	'title: *nowhere',
	'title: &a [*a, *a]',
	'? [a, b]\n: x',
	'? {a: b}\n: x',
	'? |\n  a\n: b',
	'[a, b]: c',
	'{',
	'[[[[',
	'"\\u0000": x',
	'title: "\\x00\\uD800"',
	'title: |\n  <script>alert(1)</script>\n  ---\n',
	'title: >-\n  a\n...\n---\nb: c',
	'title: x\n---\n---\ntitle: y',
	'title: 2026-11-21T00:00:00Z',
	'title: 0x1F\nminutes: 1e999',
	'minutes: .inf',
	'minutes: -0',
	'objectives: [[m1-1]]',
	'objectives: {0: m1-1, length: 1}',
	'objectives: [toString, __proto__, constructor]',
	'id: ../../etc',
	'id: constructor',
	'legal: [__proto__]',
	'title: \u202Ejudul\u2066',
	'title: "\u2028\u2029\u0085"',
	'\u00A0title: x',
	'title\u200B: x',
	`title: ${'x'.repeat(100_000)}`,
	`${'a'.repeat(100_000)}: x`,
	`title: ${'{a: '.repeat(5000)}`,
	`${'- '.repeat(5000)}x`,
	`${Array.from({ length: 5000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')}`,
	`title: "${'\\u0041'.repeat(20_000)}"`,
	`title: ${'"'.repeat(50_000)}`,
	`title: ${"'".repeat(50_000)}`,
	`${'#'.repeat(100_000)}\ntitle: x`,
	`${'# x\n'.repeat(20_000)}title: x`,
	`a: &a [x,x]\n${Array.from({ length: 40 }, (_, at) => `b${at}: &b${at} [*${at ? `b${at - 1}` : 'a'},*${at ? `b${at - 1}` : 'a'}]`).join('\n')}`,
	`title: ${'&a '.repeat(10_000)}x`,
	`title: ${'!a '.repeat(10_000)}x`,
	`${'? '.repeat(10_000)}x`,
	`title: >${'\n '.repeat(50_000)}x`,
	`objectives: [${'m1-1,'.repeat(50_000)}]`
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
