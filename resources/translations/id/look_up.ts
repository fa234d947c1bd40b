<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>HitModel</name>
    <message>
        <source>call</source>
        <translation>panggilan</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>ditutup</translation>
    </message>
    <message>
        <source>open</source>
        <translation>terbuka</translation>
    </message>
    <message>
        <source>was {number}</source>
        <translation>dahulu {number}</translation>
    </message>
</context>
<context>
    <name>LookUp</name>
    <message>
        <source>Enter opens it, Esc leaves</source>
        <translation>Enter membuka, Esc keluar</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Ditemukan</translation>
    </message>
    <message>
        <source>Look up: number, telephone, place or words — all years</source>
        <translation>Cari: nomor, telepon, tempat atau kata — semua tahun</translation>
    </message>
    <message>
        <source>This call belongs to no incident: all that is known stands in its line.</source>
        <translation>Panggilan ini tidak masuk kejadian: semua yang diketahui ada di barisnya.</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>{count} ditemukan</translation>
    </message>
</context>
</TS>
