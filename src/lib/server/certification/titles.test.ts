import { expect, test } from 'vitest';
import { findOddTitle } from './titles.ts';

test.each([
	'',
	'Dr.',
	'Ir',
	'dr.',
	'drg.',
	'Drs.',
	'Dra. Hj.',
	'DR. H.',
	'Prof. Dr. Ir. Hj.',
	'Prof.Dr.',
	'K.H.',
	'Dr. (H.C.)',
	'R.A.',
	'Ns.',
	'apt.',
	'Kombes Pol. Drs.',
	'Brigjen TNI (Purn)'
])('%j may stand in front of a name', (written) => {
	expect(findOddTitle(written, 'before')).toBeNull();
});

test.each([
	'',
	'S.Sos., M.A.P.',
	'S.SOS, M.SI',
	'SE, MM',
	'S.E., Ak., CA, CPA',
	'Ph.D',
	'Ph.D.',
	'PhD',
	'M.Sc., Ph.D.',
	'LL.M.',
	'A.Md.Kep.',
	'AMd',
	'S.Tr.IP',
	'S.STP M.Si',
	'M.Si (Han)',
	'M.Si(Han)',
	'Sp.PD-KGEH, FINASIM',
	'Sp.OG(K)',
	'Sp.B(K)Onk',
	'Sp.Rad.(K)',
	'Dipl.-Ing.',
	'SSos, MSi',
	'S.Psi., M.Psi., Psikolog',
	'S.Kep., Ners',
	'B.Sc.(Hons)',
	'IPM, ASEAN Eng.',
	'CISA, CRMO, CGCAE',
	'Lc., M.A.',
	'S.I.Kom., M.I.Kom.',
	'M.Biomed',
	'D.E.A.',
	'S.H., M.H., M.Kn.'
])('%j may stand behind a name', (written) => {
	expect(findOddTitle(written, 'after')).toBeNull();
});

test.each([
	['before', 'Prof. Dr. Agus Salim, M.Si. dan', 'Agus'],
	['before', 'Prof. Dr. AGUS SALIM', 'AGUS'],
	['before', 'Agus.', 'Agus.'],
	['before', 'Prof.Dr.Agus.Salim', 'Prof.Dr.Agus.Salim'],
	['before', 'S.Sos.', 'S.Sos.'],
	['before', 'Menteri', 'Menteri'],
	['before', 'https://jahat.example', 'https://jahat.example'],
	['before', '-', '-'],
	['before', '中', '中'],
	['before', 'Dr. '.repeat(13).trim(), 'Dr.'],
	['after', 'dan Agus Salim', 'dan'],
	['after', 'AGUS SALIM', 'AGUS'],
	['after', 'M.Si. Agus', 'Agus'],
	['after', 'lulus dengan pujian', 'lulus'],
	['after', 'Direktur', 'Direktur'],
	['after', '100 JP', '100'],
	['after', 'М.Si', 'М.Si'],
	['after', '<b>', '<b>']
] as const)('%s a name, %j is no title for %j', (side, written, odd) => {
	expect(findOddTitle(written, side)).toBe(odd);
});
