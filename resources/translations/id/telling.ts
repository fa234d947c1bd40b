<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>TellingPage</name>
    <message>
        <source>Enter: copy for WhatsApp · R: read out by radio · T: read out by telephone · Esc: back</source>
        <translation>Enter: salin untuk WhatsApp · R: bacakan lewat radio · T: bacakan lewat telepon · Esc: kembali</translation>
    </message>
    <message>
        <source>Enter: it was told · Esc: back, it was not</source>
        <translation>Enter: sudah diberi tahu · Esc: kembali, belum diberi tahu</translation>
    </message>
    <message>
        <source>Esc: back</source>
        <translation>Esc: kembali</translation>
    </message>
    <message>
        <source>It changed meanwhile: read it out as it is now.</source>
        <translation>Sementara itu berubah: bacakan yang sekarang.</translation>
    </message>
    <message>
        <source>Read out to {names} by {means}</source>
        <translation>Bacakan kepada {names} lewat {means}</translation>
    </message>
    <message>
        <source>Tell of {number}</source>
        <translation>Beri tahu tentang {number}</translation>
    </message>
    <message>
        <source>The words</source>
        <translation>Teks</translation>
    </message>
    <message>
        <source>Whom to tell</source>
        <translation>Siapa yang diberi tahu</translation>
    </message>
    <message>
        <source>category</source>
        <translation>kategori</translation>
    </message>
    <message>
        <source>copy only</source>
        <translation>salin saja</translation>
    </message>
    <message>
        <source>danger</source>
        <translation>bahaya</translation>
    </message>
    <message>
        <source>knows it: {time} {means}</source>
        <translation>tahu: {time} {means}</translation>
    </message>
    <message>
        <source>not told yet</source>
        <translation>belum diberi tahu</translation>
    </message>
    <message>
        <source>people hurt</source>
        <translation>korban</translation>
    </message>
    <message>
        <source>place</source>
        <translation>tempat</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>prioritas</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>pihak lain</translation>
    </message>
    <message>
        <source>tell again: {count}</source>
        <translation>beri tahu lagi: {count}</translation>
    </message>
    <message>
        <source>to be told again: {what}</source>
        <translation>beri tahu lagi: {what}</translation>
    </message>
    <message>
        <source>together</source>
        <translation>sekaligus</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>peringatan</translation>
    </message>
    <message>
        <source>{number} is copied: paste it into the message.</source>
        <translation>{number} disalin: tempelkan ke pesan.</translation>
    </message>
    <message>
        <source>{number}: {names} told by {means}.</source>
        <translation>{number}: {names} diberi tahu lewat {means}.</translation>
    </message>
    <message>
        <source>{number}: {names} told; the text is copied: paste it.</source>
        <translation>{number}: {names} diberi tahu; teks disalin: tempelkan.</translation>
    </message>
</context>
<context>
    <name>ToldWatch</name>
    <message>
        <source>{number}: tell again {names} ({key})</source>
        <translation>{number}: beri tahu lagi {names} ({key})</translation>
    </message>
</context>
</TS>
