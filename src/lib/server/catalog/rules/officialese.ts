/**
 * Turns of phrase of the office, each with what to write instead; `null` when it can simply go. Sources: KBBI VI and
 * EYD V for "dimana", "dikarenakan", "merubah"; the Language Agency's Buku Praktis Bahasa Indonesia on doubled words
 * ("agar supaya", "adalah merupakan") and on "dipergunakan"; UU 12/2011, annex II, on "yang berlaku" after
 * "peraturan perundang-undangan"; the rest is plain-language usage: the shorter word that means the same.
 */
export const officialese: Readonly<Record<string, string | null>> = {
	adapun: null,
	'adalah merupakan': 'adalah',
	'agar supaya': 'agar',
	'atas dasar hal tersebut': 'karena itu',
	'bersama ini disampaikan': 'kami sampaikan',
	'berkenaan dengan': 'tentang',
	bilamana: 'bila',
	'dalam hal ini': null,
	'dalam kurun waktu': 'selama',
	'dalam rangka': 'untuk',
	'dalam rangka untuk': 'untuk',
	'dalam upaya untuk': 'untuk',
	'dapat disampaikan bahwa': null,
	'demi untuk': 'untuk',
	'dengan ini disampaikan': 'kami sampaikan',
	dikarenakan: 'karena',
	'dikarenakan oleh': 'karena',
	diimplementasikan: 'diterapkan',
	dimana: '"tempat", "yang", atau kalimat baru',
	'dipandang perlu': 'perlu',
	'dipandang perlu untuk': 'perlu',
	dipergunakan: 'dipakai',
	dirubah: 'diubah',
	'disebabkan karena': 'karena',
	'guna untuk': 'untuk',
	'hal mana': 'hal itu',
	'hal tersebut di atas': 'hal itu',
	kesemuanya: 'semuanya',
	kiranya: null,
	'leading sector': 'penanggung jawab utama',
	manakala: 'ketika',
	'melakukan evaluasi': 'menilai',
	'melakukan koordinasi': 'berkoordinasi',
	'melakukan pemeriksaan': 'memeriksa',
	'melakukan pencatatan': 'mencatat',
	'melakukan pendaftaran': 'mendaftar',
	'melakukan pengecekan': 'mengecek',
	'melakukan pengisian': 'mengisi',
	'melakukan penilaian': 'menilai',
	'melakukan perbaikan': 'memperbaiki',
	'melakukan perubahan': 'mengubah',
	'melakukan verifikasi': 'memverifikasi',
	'memberikan dukungan': 'mendukung',
	'memberikan penjelasan': 'menjelaskan',
	'memberikan persetujuan': 'menyetujui',
	mempergunakan: 'memakai',
	mengimplementasikan: 'menerapkan',
	merubah: 'mengubah',
	mindset: 'pola pikir',
	monev: 'pemantauan dan evaluasi',
	'oleh karenanya': 'karena itu',
	'pada saat ini': 'kini',
	'peraturan perundang-undangan yang berlaku': 'peraturan perundang-undangan',
	'perlu diketahui bahwa': null,
	'perlu disampaikan bahwa': null,
	'satu dan lain hal': 'sebabnya yang sebenarnya',
	'sebagaimana tersebut di atas': null,
	'sehubungan dengan': 'karena atau tentang',
	'sehubungan dengan hal tersebut': 'karena itu',
	'sejak dari': 'sejak',
	'seperti misalnya': 'misalnya',
	'sesuai dengan ketentuan yang berlaku': 'nama aturannya',
	'sesuai ketentuan yang berlaku': 'nama aturannya',
	stakeholder: 'pemangku kepentingan',
	'terkait dengan hal tersebut': 'tentang itu',
	'tidak menutup kemungkinan': 'mungkin',
	tupoksi: 'tugas',
	'untuk selanjutnya': 'selanjutnya',
	utamanya: 'terutama',
	'yang mana': 'yang'
};

/**
 * Phrases that are officialese only in some places, as patterns: at the head of a clause ("fungsi utamanya" is plain),
 * and as a conjunction ("yang mana yang benar?" asks).
 */
export const officialOnlyAs: Readonly<Record<string, string>> = {
	utamanya: '(?<=^|[,;:.!?…] )utamanya',
	'yang mana': '(?<=, )yang mana(?! yang|[^.!?…]*\\?)'
};

/** Words of chat rather than of a teacher who addresses a colleague as "Anda" (look.md, "Words"). */
export const chatty: readonly string[] = [
	'aja',
	'banget',
	'bikin',
	'cuma',
	'deh',
	'doang',
	'dong',
	'enggak',
	'gak',
	'gimana',
	'guys',
	'kalian',
	'kamu',
	'kayak',
	'kepo',
	'nah',
	'nggak',
	'ngapain',
	'sih',
	'tau',
	'udah',
	'yuk'
];

/**
 * Abbreviations a civil servant uses without thinking; every other one is explained once. Kept short on purpose:
 * employment, identity, money and law of the office, time zones.
 */
export const commonAbbreviations: ReadonlySet<string> = new Set([
	...['ASN', 'PNS', 'PPPK', 'CPNS', 'NIP', 'NIK', 'KTP', 'KK', 'JP', 'SK', 'SKP', 'TNI', 'POLRI'],
	...['RI', 'UU', 'PP', 'DPR', 'DPRD', 'APBN', 'APBD', 'OPD', 'SD', 'SMP', 'SMA', 'RT', 'RW'],
	...['WIB', 'WITA', 'WIT', 'SMS', 'PDF']
]);
