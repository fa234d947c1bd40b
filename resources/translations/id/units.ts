<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>AlarmLevel</name>
    <message>
        <source>Nothing is planned for this incident above alarm {level}.</source>
        <translation>Tidak ada rencana untuk kejadian ini di atas alarm {level}.</translation>
    </message>
    <message>
        <source>The alarm is at its lowest level.</source>
        <translation>Alarm sudah di tingkat terendah.</translation>
    </message>
    <message>
        <source>{number}: alarm {level}</source>
        <translation>{number}: alarm {level}</translation>
    </message>
</context>
<context>
    <name>AssignRecommended</name>
    <message>
        <source>F5: nobody was sent, another incident was selected meanwhile.</source>
        <translation>F5: tidak ada yang dikirim, sementara itu kejadian lain dipilih.</translation>
    </message>
    <message>
        <source>Nobody is recommended here: Alt+U sends units by their call signs.</source>
        <translation>Tidak ada yang disarankan di sini: Alt+U menugaskan armada dengan nama panggilnya.</translation>
    </message>
    <message>
        <source>{number}: {units} assigned</source>
        <translation>{number}: {units} ditugaskan</translation>
    </message>
</context>
<context>
    <name>Assigning</name>
    <message>
        <source>Left behind if diverted: {numbers}</source>
        <translation>Ditinggal bila dialihkan: {numbers}</translation>
    </message>
    <message>
        <source>Type call signs first, as: dam4 a3</source>
        <translation>Ketik armada dulu, seperti: dam4 a3</translation>
    </message>
    <message>
        <source>{assigned}; left behind: {numbers}</source>
        <translation>{assigned}; ditinggal: {numbers}</translation>
    </message>
    <message>
        <source>{number}: {units} assigned</source>
        <translation>{number}: {units} ditugaskan</translation>
    </message>
    <message>
        <source>{number}: {units} comes next where it was busy</source>
        <translation>{number}: {units} datang berikutnya, yang sibuk begitu bebas</translation>
    </message>
    <message>
        <source>{units} is there already.</source>
        <translation>{units} sudah di kejadian ini.</translation>
    </message>
    <message>
        <source>{unit} is {status}. Shift+Enter diverts it; + lets it come next.</source>
        <translation>{unit} {status}. Shift+Enter mengalihkannya; + berikutnya, begitu bebas.</translation>
    </message>
    <message>
        <source>{unit} is {status}: end that first (Ctrl+U, {unit} k).</source>
        <translation>{unit} {status}: selesaikan dulu (Ctrl+U, {unit} k).</translation>
    </message>
    <message>
        <source>{unit} is {status}: it must be available first (Ctrl+U, {unit} s).</source>
        <translation>{unit} {status}: harus siap dulu (Ctrl+U, {unit} s).</translation>
    </message>
    <message>
        <source>→ the incident that is being opened</source>
        <translation>→ kejadian yang sedang dibuka</translation>
    </message>
</context>
<context>
    <name>HospitalActs</name>
    <message>
        <source>Full until when? (22:00, +2h; empty: not known)</source>
        <translation>Penuh sampai kapan? (22:00, +2j; kosong: belum diketahui)</translation>
    </message>
    <message>
        <source>Hospital</source>
        <translation>Rumah sakit</translation>
    </message>
    <message>
        <source>Hospital (empty: not known yet)</source>
        <translation>Rumah sakit (kosong: belum tahu)</translation>
    </message>
    <message>
        <source>How many, of which colour?</source>
        <translation>Berapa, warna apa?</translation>
    </message>
    <message>
        <source>No time ahead. Type 22:00 or +2h.</source>
        <translation>Bukan waktu yang akan datang. Ketik 22:00 atau +2j.</translation>
    </message>
    <message>
        <source>Patients, as: 2 red 1 yellow 3 green 1 black</source>
        <translation>Pasien, mis. 2 merah 1 kuning 3 hijau 1 hitam</translation>
    </message>
    <message>
        <source>Type as: 2 red 1 yellow; or 0</source>
        <translation>Ketik mis. 2 merah 1 kuning; atau 0</translation>
    </message>
    <message>
        <source>Which hospital?</source>
        <translation>Rumah sakit mana?</translation>
    </message>
    <message>
        <source>{hospital} is full: say where {unit} goes (Ctrl+U, {unit} h).</source>
        <translation>{hospital} penuh: tulis tujuan {unit} (Ctrl+U, {unit} h).</translation>
    </message>
    <message>
        <source>{unit} has no hospital yet (h).</source>
        <translation>{unit} belum punya RS tujuan (h).</translation>
    </message>
</context>
<context>
    <name>NextUp</name>
    <message>
        <source>No free unit is waited for. Behind a busy unit, + lets it come next (Alt+U).</source>
        <translation>Tidak ada armada bebas yang ditunggu. Tanda + di belakang armada sibuk: berikutnya, begitu bebas (Alt+U).</translation>
    </message>
    <message>
        <source>{key}: {unit} → {number}</source>
        <translation>{key}: {unit} → {number}</translation>
    </message>
    <message>
        <source>{number}: {units} assigned</source>
        <translation>{number}: {units} ditugaskan</translation>
    </message>
</context>
<context>
    <name>PickList</name>
    <message>
        <source>Recommended</source>
        <translation>Disarankan</translation>
    </message>
</context>
<context>
    <name>RecommendedStrip</name>
    <message>
        <source>Recommended for {number}</source>
        <translation>Disarankan untuk {number}</translation>
    </message>
    <message>
        <source>Recommended for {number}, alarm {level}</source>
        <translation>Disarankan untuk {number}, alarm {level}</translation>
    </message>
    <message>
        <source>nobody (Del takes back)</source>
        <translation>tidak ada (Del mengurungkan)</translation>
    </message>
    <message>
        <source>{assign} assigns · {swap} swaps (← →, Del)</source>
        <translation>{assign} tugaskan · {swap} tukar (← →, Del)</translation>
    </message>
</context>
<context>
    <name>StampCorrection</name>
    <message>
        <source>A reason is needed.</source>
        <translation>Alasan wajib diisi.</translation>
    </message>
    <message>
        <source>Correct a time</source>
        <translation>Koreksi waktu</translation>
    </message>
    <message>
        <source>No time up to now. Type 20:59 or 20:59:30.</source>
        <translation>Bukan waktu yang sudah lewat. Ketik 20:59 atau 20:59:30.</translation>
    </message>
    <message>
        <source>Right time (20:59, 20:59:30, -5m)</source>
        <translation>Waktu yang benar (20:59, 20:59:30, -5m)</translation>
    </message>
    <message>
        <source>There is no time to correct.</source>
        <translation>Tidak ada waktu yang bisa dikoreksi.</translation>
    </message>
    <message>
        <source>Which time is right?</source>
        <translation>Waktu mana yang benar?</translation>
    </message>
    <message>
        <source>Which time?</source>
        <translation>Waktu yang mana?</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Alasannya?</translation>
    </message>
</context>
<context>
    <name>StatusActs</name>
    <message>
        <source>A reason is needed.</source>
        <translation>Alasan wajib diisi.</translation>
    </message>
    <message>
        <source>Busy with what?</source>
        <translation>Sibuk apa?</translation>
    </message>
    <message>
        <source>No time ahead. Type 14:05, 1405 or +30m.</source>
        <translation>Bukan waktu yang akan datang. Ketik 14:05, 1405 atau +30m.</translation>
    </message>
    <message>
        <source>Say with what it is busy.</source>
        <translation>Sebutkan sibuk apa.</translation>
    </message>
    <message>
        <source>To which post?</source>
        <translation>Ke pos mana?</translation>
    </message>
    <message>
        <source>Until when? (14:05, +30m; empty: not known)</source>
        <translation>Sampai kapan? (14:05, +30m; kosong: belum tahu)</translation>
    </message>
    <message>
        <source>Which post?</source>
        <translation>Pos mana?</translation>
    </message>
    <message>
        <source>Why is it called off?</source>
        <translation>Mengapa dibatalkan?</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Alasannya?</translation>
    </message>
    <message>
        <source>{order}; called off from {number}</source>
        <translation>{order}; batal dari {number}</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Unit and letter, as: dam4 m</source>
        <translation>Armada dan huruf, misalnya: dam4 m</translation>
    </message>
    <message>
        <source>Which one: {verbs}?</source>
        <translation>Yang mana: {verbs}?</translation>
    </message>
    <message>
        <source>{unit} is available: type a letter, or assign it with Alt+U.</source>
        <translation>{unit} siap: ketik hurufnya, atau tugaskan dengan Alt+U.</translation>
    </message>
    <message>
        <source>“{typed}” is no status.</source>
        <translation>“{typed}” bukan status.</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source> or </source>
        <translation> atau </translation>
    </message>
    <message>
        <source>(first {time})</source>
        <translation>(semula {time})</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 orang</translation>
    </message>
    <message>
        <source>FULL since {time}</source>
        <translation>PENUH sejak {time}</translation>
    </message>
    <message>
        <source>FULL until {time}</source>
        <translation>PENUH sampai {time}</translation>
    </message>
    <message>
        <source>Missing: {count} {kind} — {why}</source>
        <translation>Kurang: {count} {kind} — {why}</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Time in status</source>
        <translation>Lama dalam status</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Armada</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Armada</translation>
    </message>
    <message>
        <source>Where? With a kelurahan or a point units are recommended.</source>
        <translation>Di mana? Dengan kelurahan atau titik, armada disarankan.</translation>
    </message>
    <message>
        <source>all beyond {figure} min</source>
        <translation>semua di luar {figure} mnt</translation>
    </message>
    <message>
        <source>back at {time}</source>
        <translation>siap lagi {time}</translation>
    </message>
    <message>
        <source>back {rest} ago</source>
        <translation>selesai {rest} lalu</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>sibuk</translation>
    </message>
    <message>
        <source>called off</source>
        <translation>batal</translation>
    </message>
    <message>
        <source>crew of {people}</source>
        <translation>regu {people}</translation>
    </message>
    <message>
        <source>crew too small ({figure} of {people})</source>
        <translation>regu kurang ({figure} dari {people})</translation>
    </message>
    <message>
        <source>crew well</source>
        <translation>regu aman</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>berakhir</translation>
    </message>
    <message>
        <source>from {station}</source>
        <translation>dari {station}</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>pasien diserahkan</translation>
    </message>
    <message>
        <source>hospital</source>
        <translation>RS tujuan</translation>
    </message>
    <message>
        <source>hospital agreed</source>
        <translation>RS bersedia</translation>
    </message>
    <message>
        <source>hospital full</source>
        <translation>RS penuh</translation>
    </message>
    <message>
        <source>hospital told</source>
        <translation>RS diberi tahu</translation>
    </message>
    <message>
        <source>its last scene {number}</source>
        <translation>lokasi terakhir {number}</translation>
    </message>
    <message>
        <source>late</source>
        <translation>terlambat</translation>
    </message>
    <message>
        <source>much too late</source>
        <translation>sangat terlambat</translation>
    </message>
    <message>
        <source>nearest</source>
        <translation>terdekat</translation>
    </message>
    <message>
        <source>next nearest</source>
        <translation>berikutnya</translation>
    </message>
    <message>
        <source>next {number}</source>
        <translation>berikutnya {number}</translation>
    </message>
    <message>
        <source>no crew</source>
        <translation>tanpa regu</translation>
    </message>
    <message>
        <source>no place to reckon from</source>
        <translation>tempatnya tidak diketahui</translation>
    </message>
    <message>
        <source>no roads: straight line × {factor}</source>
        <translation>tanpa jalan: garis lurus × {factor}</translation>
    </message>
    <message>
        <source>none free</source>
        <translation>tidak ada yang siap</translation>
    </message>
    <message>
        <source>none in the fleet</source>
        <translation>tidak dimiliki</translation>
    </message>
    <message>
        <source>on duty for {duty}, not relieved</source>
        <translation>bertugas {duty}, belum diganti</translation>
    </message>
    <message>
        <source>on its way back</source>
        <translation>sedang kembali</translation>
    </message>
    <message>
        <source>other post</source>
        <translation>pindah pos</translation>
    </message>
    <message>
        <source>own area</source>
        <translation>wilayahnya</translation>
    </message>
    <message>
        <source>patients</source>
        <translation>pasien</translation>
    </message>
    <message>
        <source>rested {rest}</source>
        <translation>istirahat {rest}</translation>
    </message>
    <message>
        <source>special</source>
        <translation>khusus</translation>
    </message>
    <message>
        <source>the only one</source>
        <translation>satu-satunya</translation>
    </message>
    <message>
        <source>to the middle of {area}</source>
        <translation>ke tengah {area}</translation>
    </message>
    <message>
        <source>your choice</source>
        <translation>pilihan Anda</translation>
    </message>
    <message>
        <source>{area} has no {kind} left</source>
        <translation>{area} tanpa {kind} lagi</translation>
    </message>
    <message>
        <source>{area} has no {kind} left: {unit} can move up</source>
        <translation>{area} tanpa {kind} lagi: {unit} bisa digeser</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} orang</translation>
    </message>
    <message>
        <source>{key} tells {agencies}</source>
        <translation>{key} memberi tahu {agencies}</translation>
    </message>
    <message>
        <source>{key} then tells {agencies}</source>
        <translation>{key} lalu memberi tahu {agencies}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} mnt</translation>
    </message>
    <message>
        <source>{minutes} min by road</source>
        <translation>{minutes} mnt lewat jalan</translation>
    </message>
    <message>
        <source>{minutes} min by straight line</source>
        <translation>{minutes} mnt garis lurus</translation>
    </message>
    <message>
        <source>{unit} is {status}: “{verb}” cannot follow. Possible: {options}</source>
        <translation>{unit} {status}: tidak bisa langsung “{verb}”. Pilihan: {options}</translation>
    </message>
    <message>
        <source>{unit} was not on scene: “{verb}” makes the incident handled, {cancel} lets it wait again.</source>
        <translation>{unit} belum di lokasi: “{verb}” membuat kejadian tertangani, {cancel} membuatnya menunggu lagi.</translation>
    </message>
    <message>
        <source>“{letter}” is no status.</source>
        <translation>“{letter}” bukan status.</translation>
    </message>
</context>
<context>
    <name>UnitsPanel</name>
    <message>
        <source>Assign units</source>
        <translation>Tugaskan armada</translation>
    </message>
    <message>
        <source>Brought back, not entered yet</source>
        <translation>Dikembalikan, belum dikirim</translation>
    </message>
    <message>
        <source>Status of a unit</source>
        <translation>Status armada</translation>
    </message>
    <message>
        <source>Status…  dam4 m ⏎</source>
        <translation>Status…  dam4 m ⏎</translation>
    </message>
    <message>
        <source>Units…  dam4 a3 ⏎</source>
        <translation>Armada…  dam4 a3 ⏎</translation>
    </message>
    <message>
        <source>{free} available · {key} assign</source>
        <translation>{free} siap · {key} tugaskan</translation>
    </message>
</context>
<context>
    <name>UnitsTable</name>
    <message>
        <source>Units by station</source>
        <translation>Armada per pos</translation>
    </message>
</context>
</TS>
