<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Distress</name>
    <message>
        <source>Ask and write down: where exactly · who, how many · what happened · air · needs.</source>
        <translation>Tanya dan catat: di mana persisnya · siapa, berapa orang · apa yang terjadi · sisa udara · butuh apa.</translation>
    </message>
    <message>
        <source>CREW IN DISTRESS: {unit}</source>
        <translation>REGU DALAM BAHAYA: {unit}</translation>
    </message>
    <message>
        <source>Clear the channel: only {unit} and its commander speak.</source>
        <translation>Kosongkan kanal: hanya {unit} dan komandannya yang bicara.</translation>
    </message>
    <message>
        <source>Help sent: {units}</source>
        <translation>Bantuan dikirim: {units}</translation>
    </message>
    <message>
        <source>NOBODY HAS TAKEN IT — {key} takes it</source>
        <translation>BELUM ADA YANG MENANGANI — {key} menangani</translation>
    </message>
    <message>
        <source>Nearest ({how}): {units}</source>
        <translation>Terdekat ({how}): {units}</translation>
    </message>
    <message>
        <source>Nearest: being reckoned</source>
        <translation>Terdekat: sedang dihitung</translation>
    </message>
    <message>
        <source>No crew is free</source>
        <translation>Tidak ada regu yang bebas</translation>
    </message>
    <message>
        <source>Send help and tell the police ({help}). No answer: call each minute, also by telephone.</source>
        <translation>Kirim bantuan dan beri tahu polisi ({help}). Tak ada jawaban: panggil tiap menit, juga lewat telepon.</translation>
    </message>
    <message>
        <source>Stay on the channel until the crew is counted and safe; then end it ({end}).</source>
        <translation>Tetap di kanal sampai regu lengkap dan aman; lalu akhiri ({end}).</translation>
    </message>
    <message>
        <source>Tell the commander on scene; no other unit leaves the scene.</source>
        <translation>Beri tahu komandan di lokasi; armada lain tidak meninggalkan lokasi.</translation>
    </message>
    <message>
        <source>by road</source>
        <translation>lewat jalan</translation>
    </message>
    <message>
        <source>by straight line</source>
        <translation>garis lurus</translation>
    </message>
    <message>
        <source>for {age}</source>
        <translation>sejak {age}</translation>
    </message>
    <message>
        <source>in the hand of {who} since {time} — {key} ends it</source>
        <translation>ditangani {who} sejak {time} — {key} mengakhiri</translation>
    </message>
    <message>
        <source>no incident yet: open one, then send</source>
        <translation>belum ada kejadian: buka dulu, lalu kirim</translation>
    </message>
    <message>
        <source>{key} sends and tells</source>
        <translation>{key} mengirim dan memberi tahu</translation>
    </message>
    <message>
        <source>{key} shows what to do</source>
        <translation>{key} langkahnya</translation>
    </message>
    <message>
        <source>{police} knows</source>
        <translation>{police} sudah tahu</translation>
    </message>
    <message>
        <source>{police} {number} to be told</source>
        <translation>{police} {number} belum diberi tahu</translation>
    </message>
    <message>
        <source>{unit} in {minutes} min</source>
        <translation>{unit} dalam {minutes} mnt</translation>
    </message>
</context>
<context>
    <name>DistressDesk</name>
    <message>
        <source>Another crew is shown now: look, then press the key again.</source>
        <translation>Kini regu lain yang ditampilkan: lihat dahulu, lalu tekan tombolnya lagi.</translation>
    </message>
    <message>
        <source>Crew in distress</source>
        <translation>Regu dalam bahaya</translation>
    </message>
    <message>
        <source>Distress of {unit} ends</source>
        <translation>Darurat {unit} berakhir</translation>
    </message>
    <message>
        <source>How did it end?</source>
        <translation>Bagaimana berakhirnya?</translation>
    </message>
    <message>
        <source>No crew is in distress. {key} raises the alarm.</source>
        <translation>Tidak ada regu dalam bahaya. {key} membunyikan darurat.</translation>
    </message>
    <message>
        <source>No incident stands behind it: open one, then send units to it.</source>
        <translation>Belum ada kejadiannya: buka dulu, lalu kirim armada ke sana.</translation>
    </message>
    <message>
        <source>Safe, or a false alarm?</source>
        <translation>Regu aman, atau alarm palsu?</translation>
    </message>
    <message>
        <source>To be told of {number}: {agencies} ({key})</source>
        <translation>Perlu diberi tahu tentang {number}: {agencies} ({key})</translation>
    </message>
    <message>
        <source>Which crew is in distress?</source>
        <translation>Regu mana yang dalam bahaya?</translation>
    </message>
    <message>
        <source>Which unit?</source>
        <translation>Armada mana?</translation>
    </message>
    <message>
        <source>Who said so?</source>
        <translation>Kata siapa?</translation>
    </message>
    <message>
        <source>crew safe</source>
        <translation>regu aman</translation>
    </message>
    <message>
        <source>false alarm</source>
        <translation>alarm palsu</translation>
    </message>
    <message>
        <source>{unit}: the alarm was raised already. {key} takes it.</source>
        <translation>{unit}: sudah dibunyikan. {key} menangani.</translation>
    </message>
    <message>
        <source>{unit}: the distress is over</source>
        <translation>{unit}: darurat berakhir</translation>
    </message>
</context>
</TS>
