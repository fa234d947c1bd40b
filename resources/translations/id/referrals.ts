<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>AnswerQuestion</name>
    <message>
        <source>A reason is needed.</source>
        <translation>Alasan wajib diisi.</translation>
    </message>
    <message>
        <source>Agency and answer, as: pln t</source>
        <translation>Instansi dan jawabannya, misalnya: pln t</translation>
    </message>
    <message>
        <source>Answer of an agency, {number}</source>
        <translation>Jawaban instansi, {number}</translation>
    </message>
    <message>
        <source>How told</source>
        <translation>Disampaikan lewat</translation>
    </message>
    <message>
        <source>How were they told?</source>
        <translation>Disampaikan lewat apa?</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>That incident is no longer on the board.</source>
        <translation>Kejadian itu sudah tidak ada di daftar.</translation>
    </message>
    <message>
        <source>Type the agency and a letter.</source>
        <translation>Ketik instansi dan hurufnya.</translation>
    </message>
    <message>
        <source>Which one: {verbs}?</source>
        <translation>Yang mana: {verbs}?</translation>
    </message>
    <message>
        <source>Who took it</source>
        <translation>Diterima oleh</translation>
    </message>
    <message>
        <source>{agency} is {state}: “{verb}” cannot follow.</source>
        <translation>{agency} {state}: tidak bisa langsung “{verb}”.</translation>
    </message>
    <message>
        <source>“{typed}” is no answer.</source>
        <translation>“{typed}” bukan jawaban.</translation>
    </message>
</context>
<context>
    <name>ReferralDesk</name>
    <message>
        <source>No agency has been told yet (Ctrl+R).</source>
        <translation>Belum ada instansi yang diberi tahu (Ctrl+R).</translation>
    </message>
</context>
<context>
    <name>ReferralQuestion</name>
    <message>
        <source>Agencies (as: pln polisi; * behind one lets it lead)</source>
        <translation>Instansi (misalnya: pln polisi; * di belakang nama = utama)</translation>
    </message>
    <message>
        <source>How told</source>
        <translation>Disampaikan lewat</translation>
    </message>
    <message>
        <source>How were they told?</source>
        <translation>Disampaikan lewat apa?</translation>
    </message>
    <message>
        <source>Not referred: the question was left before.</source>
        <translation>Tidak dirujuk: pertanyaannya sudah ditinggalkan.</translation>
    </message>
    <message>
        <source>Refer the incident that is being opened</source>
        <translation>Rujuk kejadian yang sedang dibuka</translation>
    </message>
    <message>
        <source>Refer {number}</source>
        <translation>Rujuk {number}</translation>
    </message>
    <message>
        <source>The incident is open now.</source>
        <translation>Kejadian kini terbuka.</translation>
    </message>
    <message>
        <source>Which agencies?</source>
        <translation>Instansi mana?</translation>
    </message>
    <message>
        <source>Who took it</source>
        <translation>Diterima oleh</translation>
    </message>
    <message>
        <source>nobody leads: the incident goes on waiting</source>
        <translation>tanpa instansi utama: kejadian tetap menunggu</translation>
    </message>
    <message>
        <source>{agency} has been told already: its answer is Ctrl+Shift+R.</source>
        <translation>{agency} sudah diberi tahu: jawabannya lewat Ctrl+Shift+R.</translation>
    </message>
    <message>
        <source>{agency} is this centre itself: send its units (Alt+U).</source>
        <translation>{agency} adalah pusat ini sendiri: kirim armadanya (Alt+U).</translation>
    </message>
    <message>
        <source>{number}: {agencies} told</source>
        <translation>{number}: {agencies} diberi tahu</translation>
    </message>
</context>
<context>
    <name>Referrals</name>
    <message>
        <source>called off</source>
        <translation>batal</translation>
    </message>
    <message>
        <source>calls it safe</source>
        <translation>menyatakan aman</translation>
    </message>
    <message>
        <source>leads</source>
        <translation>jadi utama</translation>
    </message>
    <message>
        <source>not safe yet</source>
        <translation>belum aman</translation>
    </message>
    <message>
        <source>told again</source>
        <translation>diberi tahu ulang</translation>
    </message>
</context>
</TS>
