<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>CorrectForm</name>
    <message>
        <source>Which caller</source>
        <translation>Pelapor yang mana</translation>
    </message>
    <message>
        <source>{rank}. caller</source>
        <translation>{rank}. pelapor</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>Brought back, not saved yet</source>
        <translation>Dikembalikan, belum disimpan</translation>
    </message>
    <message>
        <source>Esc once more throws away what you typed. Enter saves it.</source>
        <translation>Esc sekali lagi membuang ketikan Anda. Enter menyimpannya.</translation>
    </message>
    <message>
        <source>Save this caller first: Enter.</source>
        <translation>Simpan dulu pelapor ini: Enter.</translation>
    </message>
    <message>
        <source>{number} is not corrected: {why}</source>
        <translation>{number} tidak dikoreksi: {why}</translation>
    </message>
</context>
<context>
    <name>Correction</name>
    <message>
        <source>Someone</source>
        <translation>Seseorang</translation>
    </message>
    <message>
        <source>{who} wrote at {at} {others}. Enter saves yours too.</source>
        <translation>{who} menulis pukul {at} {others}. Enter juga menyimpan ketikan Anda.</translation>
    </message>
    <message>
        <source>{who} wrote “{text}” at {at}. Enter writes yours over it.</source>
        <translation>{who} menulis “{text}” pukul {at}. Enter menggantinya dengan ketikan Anda.</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Choose a fact.</source>
        <translation>Pilih satu fakta.</translation>
    </message>
    <message>
        <source>Correct, take back or add a fact of {number}</source>
        <translation>Koreksi, urungkan, atau tambah fakta {number}</translation>
    </message>
    <message>
        <source>No card asks about such an incident.</source>
        <translation>Tidak ada kartu tanya untuk kejadian seperti ini.</translation>
    </message>
    <message>
        <source>Type parts of it: question, answer</source>
        <translation>Ketik sebagian: pertanyaan, jawaban</translation>
    </message>
    <message>
        <source>Your role does not allow corrections.</source>
        <translation>Peran Anda tidak boleh melakukan koreksi.</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>diurungkan</translation>
    </message>
    <message>
        <source>{number}, corrected: {fact}</source>
        <translation>{number}, dikoreksi: {fact}</translation>
    </message>
</context>
<context>
    <name>IncidentPane</name>
    <message>
        <source>Callers, units, agencies</source>
        <translation>Pelapor, armada, instansi</translation>
    </message>
    <message>
        <source>Correcting — Enter saves, Esc leaves</source>
        <translation>Koreksi — Enter menyimpan, Esc keluar</translation>
    </message>
    <message>
        <source>No incident is selected.</source>
        <translation>Belum ada kejadian yang dipilih.</translation>
    </message>
    <message>
        <source>Select an incident first.</source>
        <translation>Pilih kejadian dulu.</translation>
    </message>
    <message>
        <source>The templates of dispatch texts cannot be used.</source>
        <translation>Templat teks pemberitahuan tidak dapat dipakai.</translation>
    </message>
    <message>
        <source>There is no such incident.</source>
        <translation>Kejadian itu tidak ada.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Kronologi</translation>
    </message>
    <message>
        <source>Your role does not allow corrections.</source>
        <translation>Peran Anda tidak boleh melakukan koreksi.</translation>
    </message>
    <message>
        <source>{key} selects the first of the list, arrows another, Enter writes a note.</source>
        <translation>{key} memilih yang teratas di daftar, tombol panah yang lain, Enter menulis catatan.</translation>
    </message>
</context>
<context>
    <name>NoteLine</name>
    <message>
        <source>Brought back, not saved yet</source>
        <translation>Dikembalikan, belum disimpan</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Note on the incident that is being opened …</source>
        <translation>Catatan untuk kejadian yang sedang dibuka …</translation>
    </message>
    <message>
        <source>Note …  Enter saves (Ctrl+N)</source>
        <translation>Catatan …  Enter menyimpan (Ctrl+N)</translation>
    </message>
</context>
<context>
    <name>Pane</name>
    <message>
        <source>1 person hurt</source>
        <translation>1 korban</translation>
    </message>
    <message>
        <source>1 report</source>
        <translation>1 laporan</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>Instansi</translation>
    </message>
    <message>
        <source>Callers</source>
        <translation>Pelapor</translation>
    </message>
    <message>
        <source>Category not clear yet</source>
        <translation>Kategori belum jelas</translation>
    </message>
    <message>
        <source>DANGER to the crew: {hazards}</source>
        <translation>BAHAYA bagi regu: {hazards}</translation>
    </message>
    <message>
        <source>Other incidents</source>
        <translation>Kejadian lain</translation>
    </message>
    <message>
        <source>Restricted: Ctrl+Shift+G opens it for a reason</source>
        <translation>Terbatas: Ctrl+Shift+G membukanya dengan alasan</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Armada</translation>
    </message>
    <message>
        <source>agreed {time}</source>
        <translation>bersedia {time}</translation>
    </message>
    <message>
        <source>called off</source>
        <translation>batal</translation>
    </message>
    <message>
        <source>calls it safe {time}</source>
        <translation>menyatakan aman {time}</translation>
    </message>
    <message>
        <source>closed {time} by {operator}: {outcome}</source>
        <translation>ditutup {time} oleh {operator}: {outcome}</translation>
    </message>
    <message>
        <source>comes next, once free</source>
        <translation>berikutnya, begitu bebas</translation>
    </message>
    <message>
        <source>diverted</source>
        <translation>dialihkan</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>selesai</translation>
    </message>
    <message>
        <source>first {time}</source>
        <translation>semula {time}</translation>
    </message>
    <message>
        <source>handed over {time}</source>
        <translation>diserahkan {time}</translation>
    </message>
    <message>
        <source>has not called it safe</source>
        <translation>belum menyatakan aman</translation>
    </message>
    <message>
        <source>hospital told {time}</source>
        <translation>RS diberi tahu {time}</translation>
    </message>
    <message>
        <source>merged into this one</source>
        <translation>disatukan ke sini</translation>
    </message>
    <message>
        <source>no point yet</source>
        <translation>belum ada titik</translation>
    </message>
    <message>
        <source>nobody hurt</source>
        <translation>tidak ada korban</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>ditahan</translation>
    </message>
    <message>
        <source>on the line</source>
        <translation>masih bicara</translation>
    </message>
    <message>
        <source>opened {time}</source>
        <translation>dibuka {time}</translation>
    </message>
    <message>
        <source>outside the city</source>
        <translation>di luar kota</translation>
    </message>
    <message>
        <source>place not clear yet</source>
        <translation>tempat belum jelas</translation>
    </message>
    <message>
        <source>planned for {time}</source>
        <translation>direncanakan {time}</translation>
    </message>
    <message>
        <source>related</source>
        <translation>dikaitkan</translation>
    </message>
    <message>
        <source>restricted</source>
        <translation>terbatas</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>seseorang</translation>
    </message>
    <message>
        <source>tel. {number}</source>
        <translation>tel. {number}</translation>
    </message>
    <message>
        <source>telephoned {name}: {result} {time}</source>
        <translation>ditelepon {name}: {result} {time}</translation>
    </message>
    <message>
        <source>{count} people hurt</source>
        <translation>{count} korban</translation>
    </message>
    <message>
        <source>{count} reports</source>
        <translation>{count} laporan</translation>
    </message>
    <message>
        <source>{operator} has it</source>
        <translation>dipegang {operator}</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>{name} edits the caller</source>
        <translation>{name} mengubah data pelapor</translation>
    </message>
    <message>
        <source>{name} edits the category</source>
        <translation>{name} mengubah kategori</translation>
    </message>
    <message>
        <source>{name} edits the narrative</source>
        <translation>{name} mengubah keterangan</translation>
    </message>
    <message>
        <source>{name} edits the people hurt</source>
        <translation>{name} mengubah jumlah korban</translation>
    </message>
    <message>
        <source>{name} edits the place</source>
        <translation>{name} mengubah tempat</translation>
    </message>
    <message>
        <source>{name} edits the priority</source>
        <translation>{name} mengubah prioritas</translation>
    </message>
    <message>
        <source>{name} has this open</source>
        <translation>{name} sedang membuka kejadian ini</translation>
    </message>
    <message>
        <source>{name} writes a note</source>
        <translation>{name} menulis catatan</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>A reason is needed.</source>
        <translation>Alasan wajib diisi.</translation>
    </message>
    <message>
        <source>Choose a note in the timeline that is not struck through yet.</source>
        <translation>Pilih catatan di kronologi yang belum dicoret.</translation>
    </message>
    <message>
        <source>Choose an incident.</source>
        <translation>Pilih kejadian.</translation>
    </message>
    <message>
        <source>Choose an outcome.</source>
        <translation>Pilih hasil.</translation>
    </message>
    <message>
        <source>Close {number}</source>
        <translation>Tutup {number}</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>Keterangan</translation>
    </message>
    <message>
        <source>Lift the restriction of {number}: all read it again</source>
        <translation>Buka pembatasan {number}: semua membacanya lagi</translation>
    </message>
    <message>
        <source>Merge {number} into another</source>
        <translation>Satukan {number} ke kejadian lain</translation>
    </message>
    <message>
        <source>Only a supervisor may lift the restriction.</source>
        <translation>Hanya supervisor yang boleh membuka pembatasan.</translation>
    </message>
    <message>
        <source>Open the restricted {number}</source>
        <translation>Buka {number} yang terbatas</translation>
    </message>
    <message>
        <source>Open {number} again</source>
        <translation>Buka kembali {number}</translation>
    </message>
    <message>
        <source>Outcome: its letter, or type</source>
        <translation>Hasil: hurufnya, atau ketik</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Reason, if any</source>
        <translation>Alasan, kalau ada</translation>
    </message>
    <message>
        <source>Reason, which the supervisor sees</source>
        <translation>Alasan, dilihat pengawas</translation>
    </message>
    <message>
        <source>Reason: {names} has not called it safe</source>
        <translation>Alasan: {names} belum menyatakan aman</translation>
    </message>
    <message>
        <source>Reason: {names} still at work</source>
        <translation>Alasan: {names} masih bertugas</translation>
    </message>
    <message>
        <source>Relate {number}: separate, but belonging together</source>
        <translation>Kaitkan {number}: terpisah, tetapi berhubungan</translation>
    </message>
    <message>
        <source>Restrict {number}: only some roles read place, kind and callers</source>
        <translation>Batasi {number}: hanya sebagian peran membaca tempat, jenis, dan pelapor</translation>
    </message>
    <message>
        <source>Strike through: “{note}”</source>
        <translation>Coret: “{note}”</translation>
    </message>
    <message>
        <source>That incident is no longer on the board.</source>
        <translation>Kejadian itu sudah tidak ada di daftar.</translation>
    </message>
    <message>
        <source>The incident is already closed.</source>
        <translation>Kejadian ini sudah ditutup.</translation>
    </message>
    <message>
        <source>The incident is open.</source>
        <translation>Kejadian ini masih terbuka.</translation>
    </message>
    <message>
        <source>The other incident: number, category or place</source>
        <translation>Kejadian lain: nomor, kategori atau tempat</translation>
    </message>
    <message>
        <source>This incident is not restricted.</source>
        <translation>Kejadian ini tidak terbatas.</translation>
    </message>
    <message>
        <source>This one is restricted: the other becomes so with it.</source>
        <translation>Yang ini terbatas: yang lain menjadi terbatas juga.</translation>
    </message>
    <message>
        <source>Units or agencies are still at work: give a reason.</source>
        <translation>Armada atau instansi masih bertugas: isi alasannya.</translation>
    </message>
    <message>
        <source>You may read this incident.</source>
        <translation>Anda boleh membaca kejadian ini.</translation>
    </message>
    <message>
        <source>{names} has not called it safe: write that first, or give a reason.</source>
        <translation>{names} belum menyatakan aman: catat itu dulu, atau isi alasannya.</translation>
    </message>
    <message>
        <source>{number} is closed: {outcome}</source>
        <translation>{number} ditutup: {outcome}</translation>
    </message>
    <message>
        <source>{number} is merged into {other}</source>
        <translation>{number} disatukan ke {other}</translation>
    </message>
    <message>
        <source>{number} is open again</source>
        <translation>{number} dibuka kembali</translation>
    </message>
    <message>
        <source>{number} is open to you; the supervisor is told</source>
        <translation>{number} terbuka untuk Anda; pengawas diberi tahu</translation>
    </message>
    <message>
        <source>{number} is restricted no more</source>
        <translation>{number} tidak terbatas lagi</translation>
    </message>
    <message>
        <source>{number} is restricted now</source>
        <translation>{number} kini terbatas</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>(the category brings {priority})</source>
        <translation>(menurut kategori {priority})</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Agency called off</source>
        <translation>Instansi batal</translation>
    </message>
    <message>
        <source>Agency done</source>
        <translation>Instansi selesai</translation>
    </message>
    <message>
        <source>Agency set out</source>
        <translation>Instansi berangkat</translation>
    </message>
    <message>
        <source>Agency there</source>
        <translation>Instansi tiba</translation>
    </message>
    <message>
        <source>Alarm level</source>
        <translation>Tingkat alarm</translation>
    </message>
    <message>
        <source>Alarm taken</source>
        <translation>Alarm dipegang</translation>
    </message>
    <message>
        <source>Also known by number</source>
        <translation>Juga dikenal dengan nomor</translation>
    </message>
    <message>
        <source>Another call</source>
        <translation>Laporan lain</translation>
    </message>
    <message>
        <source>Approval of a question card withdrawn</source>
        <translation>Persetujuan kartu tanya dicabut</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Ditugaskan</translation>
    </message>
    <message>
        <source>At hospital</source>
        <translation>Di RS</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Siap</translation>
    </message>
    <message>
        <source>Block lifted</source>
        <translation>Blokir dicabut</translation>
    </message>
    <message>
        <source>CREW IN DISTRESS</source>
        <translation>REGU DALAM BAHAYA</translation>
    </message>
    <message>
        <source>Call answered</source>
        <translation>Dijawab</translation>
    </message>
    <message>
        <source>Call back given up</source>
        <translation>Telepon balik dihentikan</translation>
    </message>
    <message>
        <source>Call ended</source>
        <translation>Panggilan diakhiri</translation>
    </message>
    <message>
        <source>Call over</source>
        <translation>Panggilan selesai</translation>
    </message>
    <message>
        <source>Call parted</source>
        <translation>Panggilan dipisahkan</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>Ditelepon balik</translation>
    </message>
    <message>
        <source>Called safe</source>
        <translation>Dinyatakan aman</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Pelapor</translation>
    </message>
    <message>
        <source>Caller cut off</source>
        <translation>Pelapor terputus</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Clock set</source>
        <translation>Jam disetel</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Ditutup</translation>
    </message>
    <message>
        <source>Comes next</source>
        <translation>Berikutnya</translation>
    </message>
    <message>
        <source>Comes next no more</source>
        <translation>Tidak jadi berikutnya</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Koordinat</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Disalin</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Dikoreksi</translation>
    </message>
    <message>
        <source>Crew is well</source>
        <translation>Regu aman</translation>
    </message>
    <message>
        <source>Crew off duty</source>
        <translation>Regu lepas dinas</translation>
    </message>
    <message>
        <source>Crew on duty</source>
        <translation>Regu mulai dinas</translation>
    </message>
    <message>
        <source>Crew relieved</source>
        <translation>Regu diganti</translation>
    </message>
    <message>
        <source>Decided after a restore</source>
        <translation>Diputuskan setelah pemulihan</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Tujuan</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Arah</translation>
    </message>
    <message>
        <source>Distress over</source>
        <translation>Darurat berakhir</translation>
    </message>
    <message>
        <source>Distress taken</source>
        <translation>Darurat regu ditangani</translation>
    </message>
    <message>
        <source>Diverted</source>
        <translation>Dialihkan</translation>
    </message>
    <message>
        <source>End taken back</source>
        <translation>Akhir diurungkan</translation>
    </message>
    <message>
        <source>External number</source>
        <translation>Nomor luar</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fakta</translation>
    </message>
    <message>
        <source>False alarm</source>
        <translation>Alarm palsu</translation>
    </message>
    <message>
        <source>Filled in</source>
        <translation>Dilengkapi</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Pasien diserahkan</translation>
    </message>
    <message>
        <source>Hospital agreed</source>
        <translation>RS bersedia</translation>
    </message>
    <message>
        <source>Hospital full</source>
        <translation>RS penuh</translation>
    </message>
    <message>
        <source>Hospital takes patients again</source>
        <translation>RS menerima lagi</translation>
    </message>
    <message>
        <source>Hospital told</source>
        <translation>RS diberi tahu</translation>
    </message>
    <message>
        <source>Hung up</source>
        <translation>Pelapor menutup</translation>
    </message>
    <message>
        <source>In hand</source>
        <translation>Dipegang</translation>
    </message>
    <message>
        <source>Kelurahan</source>
        <translation>Kelurahan</translation>
    </message>
    <message>
        <source>Kept act put away</source>
        <translation>Aksi tertahan disisihkan</translation>
    </message>
    <message>
        <source>Kept place changed</source>
        <translation>Tempat simpanan diubah</translation>
    </message>
    <message>
        <source>Kept place withdrawn</source>
        <translation>Tempat simpanan dicabut</translation>
    </message>
    <message>
        <source>Landmark</source>
        <translation>Patokan</translation>
    </message>
    <message>
        <source>Lead agency</source>
        <translation>Instansi utama</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Dilepas</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Sambungan</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Disatukan</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Pesan</translation>
    </message>
    <message>
        <source>Message read</source>
        <translation>Pesan dibaca</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Pindah pos</translation>
    </message>
    <message>
        <source>Narrative</source>
        <translation>Uraian</translation>
    </message>
    <message>
        <source>Not safe yet</source>
        <translation>Belum aman</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Note struck</source>
        <translation>Catatan dicoret</translation>
    </message>
    <message>
        <source>Number blocked</source>
        <translation>Nomor diblokir</translation>
    </message>
    <message>
        <source>Off duty</source>
        <translation>Lepas dinas</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Ditahan</translation>
    </message>
    <message>
        <source>On scene</source>
        <translation>Di lokasi</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Dibuka</translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation>Dibuka kembali</translation>
    </message>
    <message>
        <source>Opened though restricted</source>
        <translation>Dibuka meski terbatas</translation>
    </message>
    <message>
        <source>Other duty</source>
        <translation>Tugas lain</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>Rusak</translation>
    </message>
    <message>
        <source>Outside the city</source>
        <translation>Di luar kota</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Pasien</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Pasien</translation>
    </message>
    <message>
        <source>People hurt</source>
        <translation>Korban</translation>
    </message>
    <message>
        <source>Personal data erased</source>
        <translation>Data pribadi dihapus</translation>
    </message>
    <message>
        <source>Place corrected</source>
        <translation>Tempat dikoreksi</translation>
    </message>
    <message>
        <source>Place kept</source>
        <translation>Tempat disimpan</translation>
    </message>
    <message>
        <source>Planned for</source>
        <translation>Direncanakan</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioritas</translation>
    </message>
    <message>
        <source>Question card approved</source>
        <translation>Kartu tanya disetujui</translation>
    </message>
    <message>
        <source>RT/RW</source>
        <translation>RT/RW</translation>
    </message>
    <message>
        <source>Rang at</source>
        <translation>Berdering</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Rekaman</translation>
    </message>
    <message>
        <source>Reference data</source>
        <translation>Data acuan</translation>
    </message>
    <message>
        <source>Referred</source>
        <translation>Dirujuk</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Ditolak</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>Dikaitkan</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Pengingat</translation>
    </message>
    <message>
        <source>Reminder done</source>
        <translation>Pengingat beres</translation>
    </message>
    <message>
        <source>Reminder put off</source>
        <translation>Pengingat ditunda</translation>
    </message>
    <message>
        <source>Response plans in force</source>
        <translation>Rencana respons berlaku</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>Terbatas</translation>
    </message>
    <message>
        <source>Returning</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Shift handed over</source>
        <translation>Serah terima shift</translation>
    </message>
    <message>
        <source>Speaking again</source>
        <translation>Bicara lagi</translation>
    </message>
    <message>
        <source>Status taken back</source>
        <translation>Status diurungkan</translation>
    </message>
    <message>
        <source>Taken as real</source>
        <translation>Dianggap asli</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>Diambil alih</translation>
    </message>
    <message>
        <source>Taken over with the shift</source>
        <translation>Diterima saat serah terima</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>No. telepon</translation>
    </message>
    <message>
        <source>Telephoned</source>
        <translation>Ditelepon</translation>
    </message>
    <message>
        <source>Text told</source>
        <translation>Diberi tahu</translation>
    </message>
    <message>
        <source>Time corrected</source>
        <translation>Waktu dikoreksi</translation>
    </message>
    <message>
        <source>To hospital</source>
        <translation>Ke RS</translation>
    </message>
    <message>
        <source>Told again</source>
        <translation>Diberi tahu ulang</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Menuju</translation>
    </message>
    <message>
        <source>Unit called off</source>
        <translation>Armada batal</translation>
    </message>
    <message>
        <source>Warning changed</source>
        <translation>Peringatan diubah</translation>
    </message>
    <message>
        <source>Warning made</source>
        <translation>Peringatan dibuat</translation>
    </message>
    <message>
        <source>Warning read</source>
        <translation>Peringatan dibaca</translation>
    </message>
    <message>
        <source>Warning withdrawn</source>
        <translation>Peringatan dicabut</translation>
    </message>
    <message>
        <source>a critical warning had not been read</source>
        <translation>peringatan kritis belum dibaca</translation>
    </message>
    <message>
        <source>another delivered the page as signed by who had it in hand</source>
        <translation>halaman serah terima disampaikan orang lain atas nama pemegangnya</translation>
    </message>
    <message>
        <source>another incident</source>
        <translation>kejadian lain</translation>
    </message>
    <message>
        <source>as text for a message</source>
        <translation>sebagai teks pesan</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>pukul {time}</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>otomatis</translation>
    </message>
    <message>
        <source>before: {operator}</source>
        <translation>sebelumnya {operator}</translation>
    </message>
    <message>
        <source>caller {rank}</source>
        <translation>pelapor {rank}</translation>
    </message>
    <message>
        <source>callers</source>
        <translation>pelapor</translation>
    </message>
    <message>
        <source>corrected later</source>
        <translation>koreksi kemudian</translation>
    </message>
    <message>
        <source>danger to the crew: {hazards}</source>
        <translation>bahaya bagi regu: {hazards}</translation>
    </message>
    <message>
        <source>end not known</source>
        <translation>belum tahu sampai kapan</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>berakhir</translation>
    </message>
    <message>
        <source>for {hours} hours</source>
        <translation>selama {hours} jam</translation>
    </message>
    <message>
        <source>for {name}</source>
        <translation>untuk {name}</translation>
    </message>
    <message>
        <source>for {operator}, as {author} says</source>
        <translation>atas nama {operator}, menurut {author}</translation>
    </message>
    <message>
        <source>from paper</source>
        <translation>dari kertas</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>pasien diserahkan</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>impor</translation>
    </message>
    <message>
        <source>not every agency had called it safe</source>
        <translation>belum semua instansi menyatakan aman</translation>
    </message>
    <message>
        <source>referrals</source>
        <translation>rujukan</translation>
    </message>
    <message>
        <source>restricted with it</source>
        <translation>ikut menjadi terbatas</translation>
    </message>
    <message>
        <source>runs {rate} times as fast</source>
        <translation>berjalan {rate} kali lebih cepat</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>seseorang</translation>
    </message>
    <message>
        <source>struck through</source>
        <translation>dicoret</translation>
    </message>
    <message>
        <source>time as claimed, written down {time}</source>
        <translation>waktu menurut keterangan, dicatat {time}</translation>
    </message>
    <message>
        <source>told again</source>
        <translation>diberi tahu ulang</translation>
    </message>
    <message>
        <source>units</source>
        <translation>armada</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>sampai {time}</translation>
    </message>
    <message>
        <source>with the caller&apos;s number</source>
        <translation>dengan nomor pelapor</translation>
    </message>
    <message>
        <source>written while cut off</source>
        <translation>ditulis saat terputus</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ya</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} mnt</translation>
    </message>
    <message>
        <source>{number} into this one</source>
        <translation>{number} ke sini</translation>
    </message>
    <message>
        <source>{number} into {target}</source>
        <translation>{number} ke {target}</translation>
    </message>
    <message>
        <source>{operator} had it</source>
        <translation>tadinya dipegang {operator}</translation>
    </message>
    <message>
        <source>{operator} has it</source>
        <translation>dipegang {operator}</translation>
    </message>
    <message>
        <source>{units} — as recommended ({picks})</source>
        <translation>{units} — sesuai saran ({picks})</translation>
    </message>
    <message>
        <source>{units} — recommended: {picks}</source>
        <translation>{units} — disarankan: {picks}</translation>
    </message>
    <message>
        <source>{units} — {age} after opening</source>
        <translation>{units} — {age} sejak dibuka</translation>
    </message>
    <message>
        <source>{unit} comes here</source>
        <translation>{unit} ke sini</translation>
    </message>
    <message>
        <source>{unit} goes to {number}</source>
        <translation>{unit} ke {number}</translation>
    </message>
    <message>
        <source>{unit} in {minutes}</source>
        <translation>{unit} dalam {minutes}</translation>
    </message>
</context>
</TS>
