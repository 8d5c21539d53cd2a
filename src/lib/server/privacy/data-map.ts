/** Why personal data are kept and for how long (UU 27/2022 art. 20, 31; product.md §3.8). */
export interface PersonalTable {
	personal: true;
	/** What the data serve. */
	purpose: string;
	/** Basis of processing under UU 27/2022 art. 20. */
	basis: 'legal-obligation' | 'public-interest' | 'contract' | 'consent';
	/** How long rows stay. */
	retention: string;
	/** Every column, and what of the person it shows. */
	columns: Record<string, 'identifies' | 'about' | 'technical'>;
}

/** A table without personal data. */
export interface ImpersonalTable {
	personal: false;
	holds: string;
}

const BASIS = 'legal-obligation';
/** What learners keep for themselves. They need not, yet nobody asks for their consent, so none is claimed. */
const LEARNING_SERVICE = 'public-interest';
const SERVICE = 'Selama menjadi ASN dan sepanjang diwajibkan ketentuan kearsipan.';

/**
 * The record of processing: every table of the database, and every column of those with personal data.
 * A test fails when a table or column is missing here.
 */
export const DATA_MAP: Record<string, PersonalTable | ImpersonalTable> = {
	agencies: { personal: false, holds: 'Instansi dan perguruan tinggi mitra.' },
	units: { personal: false, holds: 'Unit kerja.' },
	courses: { personal: false, holds: 'Pelatihan dan tempat penyuntingannya.' },
	releases: { personal: false, holds: 'Edisi pelatihan; penerbitnya hanya sebagai id.' },
	release_files: { personal: false, holds: 'Berkas yang menyusun sebuah edisi.' },
	files: { personal: false, holds: 'Isi berkas pelatihan.' },
	lessons: { personal: false, holds: 'Materi sebuah edisi.' },
	questions: { personal: false, holds: 'Soal tanpa kunci.' },
	question_keys: { personal: false, holds: 'Kunci dan pembahasan soal.' },
	glossary_terms: { personal: false, holds: 'Istilah sebuah edisi.' },
	regulations: { personal: false, holds: 'Peraturan yang dikutip dan statusnya.' },
	search_courses: { personal: false, holds: 'Edisi terbaru tiap pelatihan, untuk menyaring.' },
	search_entries: {
		personal: false,
		holds:
			'Pelatihan, materi, dan istilah yang dapat dicari; tanpa soal. Yang dicari orang tidak disimpan.'
	},
	search_words: { personal: false, holds: 'Kata yang ada dalam pencarian dan banyaknya.' },
	citations: { personal: false, holds: 'Materi dan soal mana mengutip pasal mana.' },
	blocks: { personal: false, holds: 'Blok materi sebuah edisi, untuk membandingkan edisi.' },
	signing_keys: {
		personal: false,
		holds:
			'Kunci penanda tangan sertifikat: bagian umumnya, masa pakainya, dan alasan penggantiannya.'
	},
	signing_key_secrets: {
		personal: false,
		holds:
			'Bagian rahasia kunci penanda tangan, terbungkus KEY_SECRET yang tidak tersimpan di sini.'
	},
	signing_key_revocations: {
		personal: false,
		holds: 'Kunci penanda tangan yang dinyatakan bocor: sejak kapan dan mengapa.'
	},
	certificate_issuers: { personal: false, holds: 'Penerbit sertifikat dan pengenal tetapnya.' },
	certificate_series: {
		personal: false,
		holds: 'Seri nomor sertifikat sesudah pemulihan cadangan.'
	},
	issuing_failures: {
		personal: false,
		holds: 'Sertifikat yang gagal diterbitkan: kodenya, berapa kali, dan jenis kesalahannya.'
	},
	certificate_counts: {
		personal: false,
		holds: 'Nomor sertifikat terakhir per penyelenggara dan tahun.'
	},
	competencies: {
		personal: false,
		holds: 'Kompetensi yang didukung pelatihan, beserta tingkatnya.'
	},
	people: {
		personal: true,
		purpose: 'Pengenal orang tanpa nama, tempat semua fakta merujuk.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			id: 'technical',
			employee_kind: 'about',
			language: 'about',
			created_at: 'technical',
			closed_at: 'about'
		}
	},
	person_names: {
		personal: true,
		purpose: 'Menyapa orang dan mencantumkan nama pada sertifikat.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			person_id: 'technical',
			name: 'identifies',
			title_before: 'about',
			title_after: 'about'
		}
	},
	person_numbers: {
		personal: true,
		purpose: 'Mencocokkan orang dengan data kepegawaian dan masuk dengan NIP/NI PPPK.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			person_id: 'technical',
			number: 'identifies',
			kind: 'about',
			from_on: 'about',
			until_on: 'about'
		}
	},
	person_contacts: {
		personal: true,
		purpose: 'Masuk dengan email dinas dan memulihkan kata sandi.',
		basis: BASIS,
		retention: 'Sampai akun ditutup.',
		columns: { person_id: 'technical', email: 'identifies' }
	},
	credentials: {
		personal: true,
		purpose: 'Memeriksa kata sandi; hanya sidik argon2id.',
		basis: BASIS,
		retention: 'Sampai akun ditutup.',
		columns: { person_id: 'technical', password_hash: 'about', changed_at: 'technical' }
	},
	sessions: {
		personal: true,
		purpose: 'Menjaga orang tetap masuk dan menunjukkan sesinya.',
		basis: BASIS,
		retention: 'Sampai sesi berakhir, paling lama 14 hari tanpa kunjungan.',
		columns: {
			digest: 'technical',
			person_id: 'technical',
			created_at: 'technical',
			expires_at: 'technical',
			shared: 'about',
			device: 'about',
			label: 'technical'
		}
	},
	sign_in_failures: {
		personal: true,
		purpose:
			'Menahan percobaan menebak kata sandi; pengenal dan alamat hanya sebagai sidik berkunci.',
		basis: BASIS,
		retention: 'Satu hari.',
		columns: { id: 'technical', key: 'about', kind: 'technical', at: 'technical' }
	},
	recoveries: {
		personal: true,
		purpose: 'Memulihkan kata sandi; tautan dan kode hanya sebagai sidik.',
		basis: BASIS,
		retention: 'Satu tahun, sebagai jejak siapa memulihkan akun.',
		columns: {
			id: 'technical',
			person_id: 'technical',
			kind: 'technical',
			secret_hash: 'technical',
			issued_by: 'about',
			issued_at: 'technical',
			expires_at: 'technical',
			used_at: 'about'
		}
	},
	privacy_acknowledgements: {
		personal: true,
		purpose: 'Membuktikan bahwa pemberitahuan privasi telah dibaca.',
		basis: BASIS,
		retention: SERVICE,
		columns: { person_id: 'technical', edition: 'technical', at: 'about' }
	},
	placements: {
		personal: true,
		purpose: 'Menentukan instansi dan unit yang berwenang atas capaian seseorang.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			id: 'technical',
			person_id: 'technical',
			agency_id: 'about',
			unit_id: 'about',
			post_title: 'about',
			from_on: 'about',
			until_on: 'about',
			recorded_at: 'technical'
		}
	},
	role_grants: {
		personal: true,
		purpose: 'Mencatat siapa berwenang atas apa, sejak dan sampai kapan.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			id: 'technical',
			person_id: 'technical',
			role: 'about',
			agency_id: 'about',
			unit_id: 'about',
			granted_by: 'about',
			granted_at: 'technical',
			ends_on: 'about'
		}
	},
	role_withdrawals: {
		personal: true,
		purpose: 'Mencatat siapa mencabut wewenang dan kapan.',
		basis: BASIS,
		retention: SERVICE,
		columns: { grant_id: 'technical', withdrawn_by: 'about', withdrawn_at: 'technical' }
	},
	audit_entries: {
		personal: true,
		purpose:
			'Jejak tindakan yang berakibat hukum; hanya pengenal, dan nama akun komputer yang menjalankan perintah atas kunci.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			id: 'technical',
			at: 'technical',
			actor_id: 'about',
			act: 'about',
			subject_id: 'about',
			detail: 'about'
		}
	},
	mails: {
		personal: true,
		purpose: 'Menyampaikan surat; alamat dan isi dikosongkan setelah terkirim.',
		basis: BASIS,
		retention: 'Isi sampai terkirim; baris satu tahun.',
		columns: {
			id: 'technical',
			person_id: 'technical',
			recipient: 'identifies',
			subject: 'about',
			body: 'about',
			created_at: 'technical',
			not_before: 'technical',
			attempts: 'technical',
			about: 'technical',
			last_error: 'technical',
			sent_at: 'technical'
		}
	},
	enrolments: {
		personal: true,
		purpose: 'Mencatat siapa mengikuti edisi pelatihan yang mana.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			person_id: 'technical',
			release_id: 'about',
			course_id: 'about',
			enrolled_at: 'about',
			agency_id: 'about',
			unit_id: 'about'
		}
	},
	learning_events: {
		personal: true,
		purpose: 'Catatan belajar yang menjadi dasar kemajuan; hanya terlihat oleh orangnya sendiri.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			person_id: 'technical',
			id: 'technical',
			kind: 'about',
			release_id: 'about',
			lesson_id: 'about',
			question_id: 'about',
			choice: 'about',
			correct: 'about',
			place: 'about',
			claimed_at: 'about',
			received_at: 'technical',
			agency_id: 'about',
			unit_id: 'about'
		}
	},
	typed_answers: {
		personal: true,
		purpose: 'Jawaban yang diketik pada cek pemahaman; hanya terlihat oleh orangnya sendiri.',
		basis: BASIS,
		retention: SERVICE,
		columns: { person_id: 'technical', event_id: 'technical', answer: 'about' }
	},
	module_completions: {
		personal: true,
		purpose: 'Modul yang diselesaikan, dasar pencatatan JP.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			person_id: 'technical',
			release_id: 'about',
			module_id: 'about',
			course_id: 'about',
			completed_at: 'about',
			agency_id: 'about',
			unit_id: 'about'
		}
	},
	course_completions: {
		personal: true,
		purpose: 'Pelatihan yang diselesaikan dan nilai Tes Akhirnya, dasar penerbitan sertifikat.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			person_id: 'technical',
			release_id: 'about',
			course_id: 'about',
			completed_at: 'about',
			score: 'about',
			agency_id: 'about',
			unit_id: 'about'
		}
	},
	survey_completions: {
		personal: true,
		purpose: 'Bahwa survei evaluasi sudah dikirim, tanpa isinya.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			person_id: 'technical',
			release_id: 'about',
			sent_on: 'about',
			agency_id: 'about',
			unit_id: 'about'
		}
	},
	survey_answers: {
		personal: false,
		holds:
			'Isi survei evaluasi, tanpa pengenal orang dan tanpa jam pengiriman; ditampilkan hanya dalam gabungan.'
	},
	attempts: {
		personal: true,
		purpose: 'Percobaan kuis dan tes: soal yang diterima dan aturan yang berlaku saat itu.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			person_id: 'technical',
			id: 'technical',
			release_id: 'about',
			course_id: 'about',
			test_id: 'about',
			number: 'about',
			paper: 'about',
			criteria: 'technical',
			started_at: 'about',
			submitted_at: 'about',
			agency_id: 'about',
			unit_id: 'about'
		}
	},
	attempt_answers: {
		personal: true,
		purpose: 'Jawaban pada kuis dan tes; hanya terlihat oleh orangnya sendiri.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			person_id: 'technical',
			attempt_id: 'technical',
			question_id: 'about',
			choice: 'about',
			saved_at: 'about',
			given_at: 'about'
		}
	},
	attempt_texts: {
		personal: true,
		purpose: 'Jawaban yang diketik pada kuis dan tes; hanya terlihat oleh orangnya sendiri.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			person_id: 'technical',
			attempt_id: 'technical',
			question_id: 'technical',
			text: 'about'
		}
	},
	gradings: {
		personal: true,
		purpose: 'Hasil penilaian kuis dan tes, termasuk penilaian ulang.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			person_id: 'technical',
			attempt_id: 'technical',
			ordinal: 'technical',
			cause: 'about',
			graded_at: 'about',
			items: 'about',
			score: 'about',
			passed: 'about',
			correction_id: 'technical'
		}
	},
	awards: {
		personal: true,
		purpose: 'Sertifikat yang diperoleh, dengan nomor dan isinya; bukti yang tidak berubah.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			code: 'technical',
			person_id: 'technical',
			course_id: 'about',
			follows: 'technical',
			organiser: 'about',
			year: 'about',
			series: 'technical',
			ordinal: 'about',
			number: 'about',
			facts: 'about',
			awarded_at: 'about',
			agency_id: 'about',
			unit_id: 'about'
		}
	},
	award_holders: {
		personal: true,
		purpose:
			'Pemegang sertifikat seperti tercatat saat memperolehnya; NIP dan jabatan untuk lembar cetak.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			code: 'technical',
			person_id: 'technical',
			name: 'identifies',
			title_before: 'identifies',
			title_after: 'identifies',
			number: 'identifies',
			post: 'about',
			unit: 'about',
			agency: 'about'
		}
	},
	award_confirmations: {
		personal: true,
		purpose: 'Penulisan nama dan gelar pada sertifikat menurut pemegangnya.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			code: 'technical',
			person_id: 'technical',
			name: 'identifies',
			title_before: 'identifies',
			title_after: 'identifies',
			confirmed_at: 'about'
		}
	},
	certificates: {
		personal: true,
		purpose: 'Sertifikat seperti diterbitkan: berkas bertanda tangan dan PDF.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			code: 'technical',
			person_id: 'technical',
			issued_at: 'about',
			key_id: 'technical',
			credential: 'identifies',
			pdf: 'identifies',
			status_list: 'technical',
			status_index: 'technical'
		}
	},
	certificate_revocations: {
		personal: true,
		purpose: 'Pencabutan dan penggantian sertifikat, dengan alasan dan yang memutuskannya.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			code: 'technical',
			cause: 'about',
			reason: 'about',
			replaced_by: 'technical',
			revoked_by: 'technical',
			revoked_at: 'about'
		}
	},
	certificate_restorations: {
		personal: true,
		purpose: 'Pemulihan sertifikat yang keliru dicabut, dengan alasan dan yang memutuskannya.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			code: 'technical',
			restored_as: 'technical',
			reason: 'about',
			restored_by: 'technical',
			restored_at: 'about'
		}
	},
	certificate_signatories: {
		personal: true,
		purpose: 'Penanda tangan dan tempat terbit sertifikat setiap penyelenggara.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			id: 'technical',
			organiser: 'about',
			post: 'about',
			name: 'identifies',
			place: 'technical',
			from_on: 'technical',
			set_by: 'technical',
			set_at: 'technical'
		}
	},
	lesson_states: {
		personal: true,
		purpose: 'Kemajuan per materi, turunan dari catatan belajar.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			person_id: 'technical',
			release_id: 'about',
			lesson_id: 'about',
			last_at: 'about',
			place: 'about',
			completed_at: 'about',
			agency_id: 'about',
			unit_id: 'about'
		}
	},
	notes: {
		personal: true,
		purpose: 'Catatan pribadi peserta di samping materi; hanya terbaca oleh penulisnya sendiri.',
		basis: LEARNING_SERVICE,
		retention: 'Sampai dihapus penulisnya, atau dikosongkan atas permintaannya.',
		columns: {
			person_id: 'technical',
			id: 'technical',
			course_id: 'about',
			lesson_id: 'about',
			release_id: 'about',
			place: 'about',
			text: 'about',
			version: 'technical',
			written_at: 'about',
			changed_at: 'about'
		}
	},
	bookmarks: {
		personal: true,
		purpose: 'Tempat yang ditandai peserta untuk dibaca lagi; hanya terlihat olehnya sendiri.',
		basis: LEARNING_SERVICE,
		retention: 'Sampai tandanya dihapus, atau dikosongkan atas permintaannya.',
		columns: {
			person_id: 'technical',
			course_id: 'about',
			lesson_id: 'about',
			place: 'about',
			release_id: 'about',
			marked_at: 'about'
		}
	},
	check_states: {
		personal: true,
		purpose: 'Jawaban terakhir per pertanyaan, hanya terlihat oleh orangnya sendiri.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			person_id: 'technical',
			release_id: 'about',
			lesson_id: 'about',
			question_id: 'about',
			tries: 'about',
			last_choice: 'about',
			typed_event: 'technical',
			last_correct: 'about',
			last_at: 'about',
			first_correct_at: 'about'
		}
	},
	course_duties: {
		personal: true,
		purpose:
			'Mencatat siapa menyelenggarakan dan menilai sebuah pelatihan, sejak dan sampai kapan.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			id: 'technical',
			course_id: 'about',
			person_id: 'technical',
			duty: 'about',
			given_by: 'about',
			given_at: 'technical',
			ended_by: 'about',
			ended_at: 'technical'
		}
	},
	works: {
		personal: true,
		purpose:
			'Uraian dan proyek yang menunggu atau sudah dinilai; penilai membacanya tanpa nama penulisnya.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			id: 'technical',
			person_id: 'technical',
			attempt_id: 'technical',
			question_id: 'about',
			release_id: 'about',
			course_id: 'about',
			test_id: 'about',
			hand_in: 'about',
			pass_mark: 'technical',
			sent_at: 'about',
			awaits: 'about',
			lacks: 'about',
			score: 'about'
		}
	},
	work_settlements: {
		personal: true,
		purpose:
			'Uraian dan proyek yang nilainya berlaku dari pembacaan yang ada, karena tidak ada pembaca berikutnya.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			work_id: 'technical',
			settled_at: 'about',
			unread_since: 'about',
			awaited: 'about',
			readings: 'about'
		}
	},
	hand_ins: {
		personal: true,
		purpose:
			'Proyek yang ditulis dan dikumpulkan peserta; penilai membacanya tanpa nama penulisnya, dan tidak ada orang lain.',
		basis: BASIS,
		retention: `${SERVICE} Isinya dikosongkan bila datanya dihapus.`,
		columns: {
			person_id: 'technical',
			course_id: 'about',
			number: 'about',
			release_id: 'about',
			text: 'identifies',
			revision: 'technical',
			changed_at: 'about',
			handed_in_at: 'about',
			agency_id: 'about',
			unit_id: 'about'
		}
	},
	project_files: {
		personal: true,
		purpose: 'Berkas proyek; terlihat oleh orangnya dan, tanpa namanya, oleh penilainya.',
		basis: BASIS,
		retention: `${SERVICE} Yang dikeluarkan dari draf langsung dihapus; isi yang sudah dikumpulkan dikosongkan bila datanya dihapus.`,
		columns: {
			person_id: 'technical',
			sha256: 'technical',
			media_type: 'technical',
			size: 'technical',
			bytes: 'identifies',
			uploaded_at: 'technical'
		}
	},
	hand_in_files: {
		personal: true,
		purpose: 'Berkas mana yang termasuk versi proyek yang mana.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			person_id: 'technical',
			course_id: 'about',
			number: 'technical',
			sha256: 'technical',
			position: 'technical'
		}
	},
	work_returns: {
		personal: true,
		purpose: 'Proyek yang dikembalikan penilai untuk diperbaiki, beserta pesannya bagi peserta.',
		basis: BASIS,
		retention: `${SERVICE} Pesannya dikosongkan bila datanya dihapus.`,
		columns: {
			work_id: 'technical',
			marker_id: 'about',
			returned_at: 'about',
			words: 'about'
		}
	},
	work_reservations: {
		personal: true,
		purpose: 'Siapa sedang membaca uraian, supaya penilai lain tidak menilainya bersamaan.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			id: 'technical',
			work_id: 'technical',
			marker_id: 'about',
			reserved_at: 'about',
			held_until: 'technical',
			ended_at: 'about'
		}
	},
	marks: {
		personal: true,
		purpose:
			'Penilaian uraian dan proyek menurut rubrik: siapa menilai, kapan, jenjang tiap kriteria, dan komentarnya bagi peserta.',
		basis: BASIS,
		retention: `${SERVICE} Komentar dan alasan dikosongkan bila datanya dihapus.`,
		columns: {
			id: 'technical',
			work_id: 'technical',
			marker_id: 'about',
			marked_at: 'about',
			rubric: 'technical',
			levels: 'about',
			score: 'about',
			comment: 'about',
			replaces: 'technical',
			reason: 'about'
		}
	},
	chance_requests: {
		personal: true,
		purpose: 'Permintaan kesempatan tambahan untuk kuis atau tes, beserta alasannya.',
		basis: BASIS,
		retention: `${SERVICE} Alasan dikosongkan bila datanya dihapus.`,
		columns: {
			id: 'technical',
			person_id: 'technical',
			release_id: 'about',
			course_id: 'about',
			test_id: 'about',
			number: 'about',
			requested_at: 'about',
			reason: 'about',
			agency_id: 'about',
			unit_id: 'about'
		}
	},
	chance_decisions: {
		personal: true,
		purpose: 'Jawaban atas permintaan kesempatan tambahan: oleh siapa, kapan, dan alasannya.',
		basis: BASIS,
		retention: `${SERVICE} Alasan dikosongkan bila datanya dihapus.`,
		columns: {
			request_id: 'technical',
			granted: 'about',
			decided_by: 'about',
			decided_at: 'about',
			reason: 'about'
		}
	},
	attempt_clocks: {
		personal: true,
		purpose: 'Waktu yang terpakai pada tes berbatas waktu; hanya terlihat oleh orangnya sendiri.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			person_id: 'technical',
			attempt_id: 'technical',
			spent_ms: 'about',
			beat_at: 'about'
		}
	},
	time_extensions: {
		personal: true,
		purpose:
			'Tambahan waktu tes bagi seseorang; alasannya hanya sebagai golongan, terlihat oleh orangnya dan penyelenggara pelatihan itu.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			id: 'technical',
			person_id: 'technical',
			course_id: 'about',
			factor: 'about',
			reason: 'about',
			granted_by: 'about',
			granted_at: 'technical',
			ended_by: 'about',
			ended_at: 'technical'
		}
	},
	hour_evidence: {
		personal: true,
		purpose: 'Bukti pelatihan dari luar; terlihat oleh orangnya dan pejabat yang memeriksanya.',
		basis: BASIS,
		retention: `${SERVICE} Berkas yang tidak jadi dikirim dihapus setelah satu hari.`,
		columns: {
			id: 'technical',
			person_id: 'technical',
			media_type: 'technical',
			size: 'technical',
			bytes: 'identifies',
			uploaded_at: 'technical'
		}
	},
	hour_submissions: {
		personal: true,
		purpose: 'Permohonan pencatatan JP pelatihan dari luar.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			id: 'technical',
			person_id: 'technical',
			agency_id: 'about',
			unit_id: 'about',
			submitted_at: 'about'
		}
	},
	hour_versions: {
		personal: true,
		purpose: 'Isi permohonan JP setiap kali dikirim.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			person_id: 'technical',
			submission_id: 'technical',
			number: 'technical',
			title: 'about',
			organiser: 'about',
			form: 'about',
			jp: 'about',
			started_on: 'about',
			ended_on: 'about',
			certificate: 'about',
			evidence_id: 'technical',
			sent_at: 'about'
		}
	},
	hour_decisions: {
		personal: true,
		purpose:
			'Keputusan pejabat atas permohonan JP beserta alasannya, juga bila disetujui walau ada tanda sudah tercatat.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			submission_id: 'technical',
			number: 'technical',
			outcome: 'about',
			reason: 'about',
			decided_by: 'about',
			decided_at: 'about'
		}
	},
	hour_withdrawals: {
		personal: true,
		purpose: 'Permohonan JP yang ditarik kembali oleh pemohonnya.',
		basis: BASIS,
		retention: SERVICE,
		columns: { submission_id: 'technical', withdrawn_at: 'about' }
	},
	hour_entries: {
		personal: true,
		purpose: 'Riwayat JP: bukti pemenuhan hak dan kewajiban pengembangan kompetensi.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			person_id: 'technical',
			key: 'technical',
			kind: 'about',
			course_id: 'about',
			release_id: 'about',
			module_id: 'about',
			submission_id: 'technical',
			reverses: 'technical',
			reason: 'about',
			title: 'about',
			organiser: 'about',
			form: 'about',
			jp: 'about',
			started_on: 'about',
			earned_on: 'about',
			certificate: 'about',
			recorded_by: 'about',
			recorded_at: 'technical',
			agency_id: 'about',
			unit_id: 'about'
		}
	},
	hour_rules: {
		personal: false,
		holds: 'Aturan JP per jenis pegawai; penetapnya hanya sebagai id.'
	},
	contracts: {
		personal: true,
		purpose: 'Masa perjanjian kerja PPPK, tahun yang dipakai menghitung JP.',
		basis: BASIS,
		retention: SERVICE,
		columns: {
			person_id: 'technical',
			starts_on: 'about',
			ends_on: 'about',
			recorded_by: 'about',
			recorded_at: 'technical'
		}
	},
	corrections: {
		personal: false,
		holds: 'Keputusan memperbaiki kunci jawaban dan alasannya; pemutusnya hanya sebagai id.'
	},
	correction_keys: { personal: false, holds: 'Soal edisi mana dinilai dengan kunci yang baru.' },
	correction_settlements: { personal: false, holds: 'Penilaian ulang yang sudah selesai.' },
	score_shares: {
		personal: true,
		purpose:
			'Izin pemegang sertifikat untuk memperlihatkan kualifikasi nilainya, dan pencabutannya.',
		basis: 'consent',
		retention: SERVICE,
		columns: {
			code: 'technical',
			ordinal: 'technical',
			person_id: 'technical',
			shared: 'about',
			at: 'about'
		}
	}
};
