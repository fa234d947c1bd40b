<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Reading</name>
    <message>
        <source>No warning of this place waits to be read.</source>
        <translation>Tidak ada peringatan tempat ini yang belum dibaca.</translation>
    </message>
    <message>
        <source>Read: {warnings}</source>
        <translation>Dibaca: {warnings}</translation>
    </message>
    <message>
        <source>Select an incident first (Ctrl+L).</source>
        <translation>Pilih kejadian dulu (Ctrl+L).</translation>
    </message>
    <message>
        <source>{warnings}. Alt+A: read</source>
        <translation>{warnings}. Alt+A: sudah dibaca</translation>
    </message>
</context>
<context>
    <name>WarningStrip</name>
    <message>
        <source>{count} more</source>
        <translation>{count} lagi</translation>
    </message>
</context>
<context>
    <name>Warnings</name>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>CRITICAL</source>
        <translation>KRITIS</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>Pilih satu.</translation>
    </message>
    <message>
        <source>Choose what kind of warning it is.</source>
        <translation>Pilih jenis peringatannya.</translation>
    </message>
    <message>
        <source>Kelurahan or kecamatan</source>
        <translation>Kelurahan atau kecamatan</translation>
    </message>
    <message>
        <source>Kind of warning</source>
        <translation>Jenis peringatan</translation>
    </message>
    <message>
        <source>Metres around the point</source>
        <translation>Meter di sekitar titik</translation>
    </message>
    <message>
        <source>Must it be read before a unit is assigned?</source>
        <translation>Wajib dibaca sebelum armada ditugaskan?</translation>
    </message>
    <message>
        <source>Point or map link</source>
        <translation>Koordinat atau tautan peta</translation>
    </message>
    <message>
        <source>Until when (31-12-2026 08:00, +30 h; empty: until withdrawn)</source>
        <translation>Sampai kapan (31-12-2026 08:00, +30 h; kosong: sampai dicabut)</translation>
    </message>
    <message>
        <source>What the crew must know</source>
        <translation>Yang harus diketahui regu</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>Kata siapa</translation>
    </message>
    <message>
        <source>Write what the crew must know.</source>
        <translation>Tulis yang harus diketahui regu.</translation>
    </message>
    <message>
        <source>Write who says so.</source>
        <translation>Tulis kata siapa.</translation>
    </message>
    <message>
        <source>metres, from 1 to {most}</source>
        <translation>meter, dari 1 sampai {most}</translation>
    </message>
    <message>
        <source>neither coordinates nor a map link</source>
        <translation>bukan koordinat atau tautan peta</translation>
    </message>
    <message>
        <source>no time to come</source>
        <translation>bukan waktu yang akan datang</translation>
    </message>
    <message>
        <source>no, it is shown only</source>
        <translation>tidak, hanya ditampilkan</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>peringatan</translation>
    </message>
    <message>
        <source>yes, critical</source>
        <translation>ya, kritis</translation>
    </message>
    <message>
        <source>{metres} m around {latitude}, {longitude}</source>
        <translation>{metres} m di sekitar {latitude}, {longitude}</translation>
    </message>
    <message>
        <source>· not read yet: Alt+A</source>
        <translation>· belum dibaca: Alt+A</translation>
    </message>
    <message>
        <source>· read by {who} {at}</source>
        <translation>· dibaca {who} {at}</translation>
    </message>
</context>
<context>
    <name>WarningsPage</name>
    <message>
        <source>Change the warning</source>
        <translation>Ubah peringatan</translation>
    </message>
    <message>
        <source>Insert: a new one · Enter: change · Delete: withdraw · Esc: back</source>
        <translation>Insert: buat baru · Enter: ubah · Delete: cabut · Esc: kembali</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Dibuat</translation>
    </message>
    <message>
        <source>No place is warned of.</source>
        <translation>Belum ada peringatan tempat.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Tempat</translation>
    </message>
    <message>
        <source>Reason, if any</source>
        <translation>Alasan, kalau ada</translation>
    </message>
    <message>
        <source>The warning is withdrawn.</source>
        <translation>Peringatan dicabut.</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Sampai</translation>
    </message>
    <message>
        <source>Warn of a place</source>
        <translation>Buat peringatan tempat</translation>
    </message>
    <message>
        <source>Warned: {text}</source>
        <translation>Peringatan tersimpan: {text}</translation>
    </message>
    <message>
        <source>Warnings of places</source>
        <translation>Peringatan tempat</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Bobot</translation>
    </message>
    <message>
        <source>What the crew must know</source>
        <translation>Yang harus diketahui regu</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>Kata siapa</translation>
    </message>
    <message>
        <source>Withdraw: {warning}</source>
        <translation>Cabut: {warning}</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>Peran Anda tidak mengizinkan ini.</translation>
    </message>
</context>
</TS>
