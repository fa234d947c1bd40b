<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Paper</name>
    <message>
        <source>earlier than the time before it</source>
        <translation>lebih awal dari waktu sebelumnya</translation>
    </message>
    <message>
        <source>only for an incident: leave the call type empty</source>
        <translation>hanya untuk kejadian: kosongkan jenis panggilan</translation>
    </message>
    <message>
        <source>sent already as “{text}”: put that back, and note at the incident what differs</source>
        <translation>sudah dikirim sebagai “{text}”: kembalikan isian itu, lalu catat perbedaannya di kejadian</translation>
    </message>
    <message>
        <source>when it ended</source>
        <translation>kapan selesainya</translation>
    </message>
    <message>
        <source>when the call came, as 20:58 or 24-11 20:58</source>
        <translation>kapan panggilan masuk, misalnya 20:58 atau 24-11 20:58</translation>
    </message>
    <message>
        <source>{text} is not free now: leave it out, and note it at the incident</source>
        <translation>{text} sekarang tidak siap: kosongkan, lalu tulis catatan di kejadiannya</translation>
    </message>
    <message>
        <source>“{text}” is no unit, or several</source>
        <translation>“{text}” bukan armada, atau cocok dengan beberapa</translation>
    </message>
</context>
<context>
    <name>PaperPage</name>
    <message>
        <source>Calls on paper</source>
        <translation>Laporan di kertas</translation>
    </message>
    <message>
        <source>Enter goes on · Ctrl+Enter enters the report · Ctrl+P writes an empty form · Esc: back</source>
        <translation>Enter lanjut · Ctrl+Enter memasukkan laporan · Ctrl+P menulis formulir kosong · Esc: kembali</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Sudah dimasukkan</translation>
    </message>
    <message>
        <source>It is being entered. What is typed now comes into the next row.</source>
        <translation>Sedang dimasukkan. Yang diketik sekarang masuk ke baris berikut.</translation>
    </message>
    <message>
        <source>What was typed since then comes into the next row.</source>
        <translation>Yang diketik sesudahnya masuk ke baris berikut.</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>Ditulis: {file}</translation>
    </message>
    <message>
        <source>calls-on-paper.pdf</source>
        <translation>laporan-di-kertas.pdf</translation>
    </message>
    <message>
        <source>{number} is open already. Not done: {why} Ctrl+Enter goes on from there.</source>
        <translation>{number} sudah dibuka. Belum: {why} Ctrl+Enter melanjutkan dari situ.</translation>
    </message>
</context>
</TS>
