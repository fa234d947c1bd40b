<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>MemoWatch</name>
    <message>
        <source>Message from {who}: {text}</source>
        <translation>Pesan dari {who}: {text}</translation>
    </message>
    <message>
        <source>Reminder: {text}</source>
        <translation>Pengingat: {text}</translation>
    </message>
    <message>
        <source>{key}: list</source>
        <translation>{key}: daftar</translation>
    </message>
</context>
<context>
    <name>MemosPage</name>
    <message>
        <source>Due or sent</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Enter: done, or read · +: put off · Insert: new reminder · Esc: back</source>
        <translation>Enter: beres, atau dibaca · +: tunda · Insert: pengingat baru · Esc: kembali</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Untuk</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>In or since</source>
        <translation>Umur</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Kejadian</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Pesan</translation>
    </message>
    <message>
        <source>Message, new</source>
        <translation>Pesan, baru</translation>
    </message>
    <message>
        <source>No time ahead. Type +10m, or 14:05</source>
        <translation>Bukan waktu mendatang. Ketik +10m, atau 14:05</translation>
    </message>
    <message>
        <source>Put off: {text}</source>
        <translation>Tunda: {text}</translation>
    </message>
    <message>
        <source>Read by</source>
        <translation>Dibaca oleh</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Pengingat</translation>
    </message>
    <message>
        <source>Reminder done: {text}</source>
        <translation>Pengingat beres: {text}</translation>
    </message>
    <message>
        <source>Reminder, due</source>
        <translation>Pengingat, tiba</translation>
    </message>
    <message>
        <source>Reminders and messages</source>
        <translation>Pengingat dan pesan</translation>
    </message>
    <message>
        <source>The reminder is put off.</source>
        <translation>Pengingat ditunda.</translation>
    </message>
    <message>
        <source>There is no reminder and no message.</source>
        <translation>Tidak ada pengingat dan pesan.</translation>
    </message>
    <message>
        <source>Until (+10m, or 14:05)</source>
        <translation>Sampai (+10m, atau 14:05)</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>Isi</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>Peran Anda tidak mengizinkan ini.</translation>
    </message>
    <message>
        <source>all desks</source>
        <translation>semua meja</translation>
    </message>
    <message>
        <source>in {age}</source>
        <translation>dalam {age}</translation>
    </message>
</context>
</TS>
