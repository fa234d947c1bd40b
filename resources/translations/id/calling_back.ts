<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>CallBackPage</name>
    <message>
        <source>Age</source>
        <translation>Umur</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>Call {number} back no more</source>
        <translation>Hentikan telepon balik {number}</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Pelapor</translation>
    </message>
    <message>
        <source>Calls to call back</source>
        <translation>Panggilan untuk ditelepon balik</translation>
    </message>
    <message>
        <source>Enter: call back, without a number settle · Delete: give up · Esc: back</source>
        <translation>Enter: telepon balik, tanpa nomor selesaikan · Delete: hentikan · Esc: kembali</translation>
    </message>
    <message>
        <source>Incident (≈ near in time)</source>
        <translation>Kejadian (≈ dekat waktunya)</translation>
    </message>
    <message>
        <source>Nobody is to be called back.</source>
        <translation>Tidak ada yang perlu ditelepon balik.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>Reason, if any</source>
        <translation>Alasan, kalau ada</translation>
    </message>
    <message>
        <source>Settle the call of {time}</source>
        <translation>Selesaikan panggilan pukul {time}</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>No. telepon</translation>
    </message>
    <message>
        <source>The call is settled.</source>
        <translation>Panggilan sudah diselesaikan.</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Dicoba</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>Tipe</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Yang sempat dikatakan</translation>
    </message>
    <message>
        <source>Write what became of it.</source>
        <translation>Tulis bagaimana akhirnya.</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>tanpa nomor</translation>
    </message>
    <message>
        <source>{kind} in mid-sentence</source>
        <translation>{kind} di tengah bicara</translation>
    </message>
    <message>
        <source>{kind}, listened {seconds} s</source>
        <translation>{kind}, didengarkan {seconds} d</translation>
    </message>
    <message>
        <source>{number} is called back no more.</source>
        <translation>{number} tidak ditelepon balik lagi.</translation>
    </message>
    <message>
        <source>{who} is calling</source>
        <translation>{who} sedang menelepon</translation>
    </message>
</context>
<context>
    <name>HeldWatch</name>
    <message>
        <source>A caller has been on hold for {age} ({who}): Ctrl+F3 takes the line.</source>
        <translation>Pelapor ditahan {age} ({who}): Ctrl+F3 mengambilnya.</translation>
    </message>
</context>
</TS>
