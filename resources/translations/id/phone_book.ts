<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>BookKeeping</name>
    <message>
        <source>Add to the phone book</source>
        <translation>Tambah ke buku telepon</translation>
    </message>
    <message>
        <source>Agency, if any</source>
        <translation>Instansi, bila ada</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>Ubah {name}</translation>
    </message>
    <message>
        <source>Choose a kind.</source>
        <translation>Pilih jenisnya.</translation>
    </message>
    <message>
        <source>Erase the person and the private numbers of {name}</source>
        <translation>Hapus orang dan nomor pribadi pada {name}</translation>
    </message>
    <message>
        <source>His own numbers (personal): … / …</source>
        <translation>Nomor pribadinya: … / …</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Jam kerja</translation>
    </message>
    <message>
        <source>In the phone book: {name}</source>
        <translation>Di buku telepon: {name}</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>Person (personal)</source>
        <translation>Orangnya (pribadi)</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Tempat</translation>
    </message>
    <message>
        <source>Public numbers, the first first: … / …</source>
        <translation>Nomor umum, yang pertama dulu: … / …</translation>
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
        <source>Take {name} out of the phone book: Enter</source>
        <translation>Keluarkan {name} dari buku telepon: Enter</translation>
    </message>
    <message>
        <source>The person behind {name} was erased.</source>
        <translation>Orang pada {name} sudah dihapus.</translation>
    </message>
    <message>
        <source>Turn among those of its agency</source>
        <translation>Urutan di antara kontak instansinya</translation>
    </message>
    <message>
        <source>Write a name.</source>
        <translation>Tulis namanya.</translation>
    </message>
    <message>
        <source>Write the reason; it must name nobody.</source>
        <translation>Tulis alasannya; tanpa nama orang.</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>Peran Anda tidak mengizinkan ini.</translation>
    </message>
    <message>
        <source>a number from 1 to {most}</source>
        <translation>angka 1 sampai {most}</translation>
    </message>
    <message>
        <source>{name} was taken out.</source>
        <translation>{name} dikeluarkan.</translation>
    </message>
    <message>
        <source>“{number}” is no number.</source>
        <translation>“{number}” bukan nomor telepon.</translation>
    </message>
</context>
<context>
    <name>PhoneBook</name>
    <message>
        <source>  ({at} of {count})</source>
        <translation>  ({at} dari {count})</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Instansi</translation>
    </message>
    <message>
        <source>For no incident</source>
        <translation>Bukan untuk kejadian</translation>
    </message>
    <message>
        <source>For {number}</source>
        <translation>Untuk {number}</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Jam kerja</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Place and note</source>
        <translation>Tempat dan catatan</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>Dicoba</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Urutan</translation>
    </message>
    <message>
        <source>no number yet</source>
        <translation>belum ada nomor</translation>
    </message>
</context>
<context>
    <name>PhoneBookPage</name>
    <message>
        <source> · Insert: add · U: change · Delete: take out · E: erase the person</source>
        <translation> · Insert: tambah · U: ubah · Delete: keluarkan · E: hapus datanya</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontak</translation>
    </message>
    <message>
        <source>Dial: {who}</source>
        <translation>Telepon: {who}</translation>
    </message>
    <message>
        <source>Enter, then {results}</source>
        <translation>Enter, lalu {results}</translation>
    </message>
    <message>
        <source>Enter: telephone · ← →: other number · letter: what came of it · Esc: back</source>
        <translation>Enter: telepon · ← →: nomor lain · huruf: hasilnya · Esc: kembali</translation>
    </message>
    <message>
        <source>Next: {who}</source>
        <translation>Berikutnya: {who}</translation>
    </message>
    <message>
        <source>Nobody comes next: {who} once more</source>
        <translation>Tidak ada yang berikutnya: {who} sekali lagi</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>Tidak ada yang cocok</translation>
    </message>
    <message>
        <source>Phone book: name, agency, place or number</source>
        <translation>Buku telepon: nama, instansi, tempat, atau nomor</translation>
    </message>
    <message>
        <source>There is no number to dial.</source>
        <translation>Tidak ada nomor untuk ditelepon.</translation>
    </message>
    <message>
        <source>Told: {name}</source>
        <translation>Diberi tahu: {name}</translation>
    </message>
    <message>
        <source>Who took it, and what was said</source>
        <translation>Siapa yang menerima, dan apa katanya</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>Peran Anda tidak mengizinkan ini.</translation>
    </message>
    <message>
        <source>{name}: no number yet</source>
        <translation>{name}: belum ada nomor</translation>
    </message>
    <message>
        <source>{name}: what came of it is still being written.</source>
        <translation>{name}: hasilnya masih ditulis.</translation>
    </message>
    <message>
        <source>{tried} · {agency} referred</source>
        <translation>{tried} · {agency} dirujuk</translation>
    </message>
</context>
</TS>
