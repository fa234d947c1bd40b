<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>CardDesk</name>
    <message>
        <source>No call is open: F2 takes one.</source>
        <translation>Tidak ada panggilan terbuka: F2 menerima.</translation>
    </message>
    <message>
        <source>number</source>
        <translation>nomor</translation>
    </message>
    <message>
        <source>safe?</source>
        <translation>aman?</translation>
    </message>
    <message>
        <source>what</source>
        <translation>apa</translation>
    </message>
    <message>
        <source>where</source>
        <translation>di mana</translation>
    </message>
</context>
<context>
    <name>CardPanel</name>
    <message>
        <source>All was asked.</source>
        <translation>Semua sudah ditanyakan.</translation>
    </message>
    <message>
        <source>Card: {name}</source>
        <translation>Kartu: {name}</translation>
    </message>
    <message>
        <source>DANGER to the crew: {hazards}</source>
        <translation>BAHAYA bagi regu: {hazards}</translation>
    </message>
    <message>
        <source>Priority {reason}</source>
        <translation>Prioritas {reason}</translation>
    </message>
    <message>
        <source>Tell the caller</source>
        <translation>Katakan kepada pelapor</translation>
    </message>
    <message>
        <source>The questions come with the category.</source>
        <translation>Pertanyaan muncul setelah kategori dipilih.</translation>
    </message>
    <message>
        <source>approved ({name})</source>
        <translation>disetujui ({name})</translation>
    </message>
    <message>
        <source>no year</source>
        <translation>tanpa tahun</translation>
    </message>
    <message>
        <source>proposed, to be approved by the city&apos;s medical officer</source>
        <translation>usulan, menunggu persetujuan petugas medis kota</translation>
    </message>
    <message>
        <source>read {day}</source>
        <translation>dibaca {day}</translation>
    </message>
    <message>
        <source>{key} back</source>
        <translation>{key} kembali</translation>
    </message>
    <message>
        <source>{key} rhythm</source>
        <translation>{key} irama</translation>
    </message>
    <message>
        <source>{key} skip</source>
        <translation>{key} lewati</translation>
    </message>
    <message>
        <source>{language} — {key} next language</source>
        <translation>{language} — {key} bahasa berikutnya</translation>
    </message>
</context>
<context>
    <name>CardsPage</name>
    <message>
        <source>Approve this version: {card}</source>
        <translation>Setujui versi ini: {card}</translation>
    </message>
    <message>
        <source>Enter: approve the card, or withdraw that (supervisor) · Esc: back</source>
        <translation>Enter: setujui kartu, atau cabut (supervisor) · Esc: kembali</translation>
    </message>
    <message>
        <source>Medical officer, date, reason</source>
        <translation>Petugas medis, tanggal, alasan</translation>
    </message>
    <message>
        <source>Only a supervisor writes down what was decided of a card.</source>
        <translation>Hanya supervisor yang mencatat keputusan tentang kartu.</translation>
    </message>
    <message>
        <source>Question cards</source>
        <translation>Kartu tanya</translation>
    </message>
    <message>
        <source>The card with its sources</source>
        <translation>Kartu dengan sumbernya</translation>
    </message>
    <message>
        <source>Withdraw the approval: {card}</source>
        <translation>Cabut persetujuan: {card}</translation>
    </message>
    <message>
        <source>Write who decided.</source>
        <translation>Tulis siapa yang memutuskan.</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>usulan</translation>
    </message>
    <message>
        <source>version {digest}</source>
        <translation>versi {digest}</translation>
    </message>
    <message>
        <source>✓ approved ({name})</source>
        <translation>✓ disetujui ({name})</translation>
    </message>
</context>
<context>
    <name>RhythmStrip</name>
    <message>
        <source>PRESS — {rate} a minute, {count} so far — {key} stops</source>
        <translation>TEKAN — {rate} per menit, sudah {count} — {key} berhenti</translation>
    </message>
</context>
</TS>
