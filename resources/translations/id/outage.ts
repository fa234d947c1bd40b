<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Outage</name>
    <message>
        <source>A reason is needed.</source>
        <translation>Alasan wajib diisi.</translation>
    </message>
    <message>
        <source>A supervisor or administrator decides of that.</source>
        <translation>Supervisor atau administrator yang memutuskan.</translation>
    </message>
    <message>
        <source>At least six digits, not all the same.</source>
        <translation>Paling sedikit enam angka, tidak semuanya sama.</translation>
    </message>
    <message>
        <source>Choose one of the two.</source>
        <translation>Pilih salah satu.</translation>
    </message>
    <message>
        <source>Cut off from the server since {time}. Go on: what you write is kept here ({count}) and delivered when it is back. Numbers with S are provisional. Other desks, history and look-up are not seen.</source>
        <translation>Terputus dari server sejak {time}. Lanjutkan: yang Anda tulis disimpan di sini ({count}) dan dikirim saat server kembali. Nomor dengan S bersifat sementara. Meja lain, riwayat, dan pencarian tidak terlihat.</translation>
    </message>
    <message>
        <source>Decided: every desk delivers what it has from before the restore.</source>
        <translation>Diputuskan: setiap meja mengirim yang dimilikinya dari sebelum pemulihan.</translation>
    </message>
    <message>
        <source>Decided: what desks have from before the restore is left out.</source>
        <translation>Diputuskan: yang dimiliki meja dari sebelum pemulihan ditinggalkan.</translation>
    </message>
    <message>
        <source>Deliver all of it</source>
        <translation>Kirim semuanya</translation>
    </message>
    <message>
        <source>Entered with a PIN, without the server. What you write is kept here ({count}). When the server is back, lock the screen ({key}) and sign in with your password: then it is delivered.</source>
        <translation>Masuk dengan PIN, tanpa server. Yang Anda tulis disimpan di sini ({count}). Saat server kembali, kunci layar ({key}) dan masuk dengan kata sandi: baru dikirim.</translation>
    </message>
    <message>
        <source>Leave all of it out</source>
        <translation>Tinggalkan semuanya</translation>
    </message>
    <message>
        <source>PIN for signing in here while the server is away: holds 12 hours</source>
        <translation>PIN untuk masuk di sini saat server hilang: berlaku 12 jam</translation>
    </message>
    <message>
        <source>PIN: at least six digits</source>
        <translation>PIN: paling sedikit enam angka</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>The PIN is set for 12 hours.</source>
        <translation>PIN berlaku 12 jam.</translation>
    </message>
    <message>
        <source>The centre was restored to {time}. What desks wrote after that waits ({count} here): decide with {key} whether it is delivered.</source>
        <translation>Pusat dipulihkan ke keadaan {time}. Yang ditulis meja sesudahnya menunggu ({count} di sini): putuskan dengan {key} apakah dikirim.</translation>
    </message>
    <message>
        <source>The centre was restored to {time}. {count} written here after that wait for a supervisor&apos;s decision: tell one.</source>
        <translation>Pusat dipulihkan ke keadaan {time}. {count} yang ditulis di sini sesudahnya menunggu keputusan supervisor: beri tahu.</translation>
    </message>
    <message>
        <source>The centre was restored to {time}: one decision for all desks</source>
        <translation>Pusat dipulihkan ke keadaan {time}: satu keputusan untuk semua meja</translation>
    </message>
    <message>
        <source>The disk of this workstation takes nothing: tell your supervisor.</source>
        <translation>Disk komputer ini tidak bisa ditulisi: beri tahu pengawas.</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Sekali lagi</translation>
    </message>
    <message>
        <source>The server is back: delivering {count}.</source>
        <translation>Server kembali: mengirim {count}.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Keduanya tidak sama.</translation>
    </message>
    <message>
        <source>This centre lies on this workstation: no PIN is needed.</source>
        <translation>Pusat ini ada di komputer ini: PIN tidak diperlukan.</translation>
    </message>
    <message>
        <source>This centre was not restored from a backup.</source>
        <translation>Pusat ini tidak pernah dipulihkan dari cadangan.</translation>
    </message>
    <message>
        <source>Undelivered work of others lies here; it is delivered when {names} signs in.</source>
        <translation>Di sini ada catatan rekan yang belum terkirim; terkirim begitu {names} masuk.</translation>
    </message>
    <message>
        <source>Was in the centre before it was restored to {time}. A supervisor decides.</source>
        <translation>Sudah ada di pusat sebelum dipulihkan ke keadaan {time}. Supervisor memutuskan.</translation>
    </message>
    <message>
        <source>Was in the centre before it was restored. A supervisor decides.</source>
        <translation>Sudah ada di pusat sebelum dipulihkan. Supervisor memutuskan.</translation>
    </message>
    <message>
        <source>What desks wrote after that</source>
        <translation>Yang ditulis meja sesudahnya</translation>
    </message>
    <message>
        <source>{count} did not fit any more and wait for a decision: {key} shows them.</source>
        <translation>{count} tidak cocok lagi dan menunggu keputusan: {key} menampilkannya.</translation>
    </message>
    <message>
        <source>{count} kept entries are damaged; the file was put aside.</source>
        <translation>{count} catatan tersimpan rusak; berkasnya disisihkan.</translation>
    </message>
    <message>
        <source>{name} decided: what is from before the restore is delivered.</source>
        <translation>{name} memutuskan: yang dari sebelum pemulihan dikirim.</translation>
    </message>
    <message>
        <source>{name} decided: what is from before the restore is left out.</source>
        <translation>{name} memutuskan: yang dari sebelum pemulihan ditinggalkan.</translation>
    </message>
    <message>
        <source>▲ delivering {count}</source>
        <translation>▲ mengirim {count}</translation>
    </message>
    <message>
        <source>✕ cut off since {time}</source>
        <translation>✕ terputus sejak {time}</translation>
    </message>
</context>
<context>
    <name>WaitingActs</name>
    <message>
        <source>A reason is needed.</source>
        <translation>Alasan wajib diisi.</translation>
    </message>
    <message>
        <source>Enter: deliver on top of what is there now · Del: put away · Esc: back</source>
        <translation>Enter: kirim di atas keadaan sekarang · Del: sisihkan · Esc: kembali</translation>
    </message>
    <message>
        <source>Kept while cut off, and not accepted</source>
        <translation>Disimpan saat terputus, dan tidak diterima</translation>
    </message>
    <message>
        <source>Nothing waits for a decision.</source>
        <translation>Tidak ada yang menunggu keputusan.</translation>
    </message>
    <message>
        <source>Reason for putting it away</source>
        <translation>Alasan menyisihkan</translation>
    </message>
    <message>
        <source>Reason, then Enter</source>
        <translation>Alasan, lalu Enter</translation>
    </message>
    <message>
        <source>Waiting for a decision</source>
        <translation>Menunggu keputusan</translation>
    </message>
</context>
</TS>
