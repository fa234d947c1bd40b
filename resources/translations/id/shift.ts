<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>CrewsPage</name>
    <message>
        <source>Crews on duty</source>
        <translation>Regu dinas</translation>
    </message>
    <message>
        <source>Enter: sign a crew on · Delete: sign it off · Esc: back</source>
        <translation>Enter: regu mulai dinas · Delete: lepas dinas · Esc: kembali</translation>
    </message>
    <message>
        <source>From 1 to {most} people, and nobody named is left out of the count.</source>
        <translation>Dari 1 sampai {most} orang, dan yang disebut namanya ikut dihitung.</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Names with commas, or how many people: “3”, “made, wayan”, “3 made”</source>
        <translation>Nama dengan koma, atau berapa orang: “3”, “made, wayan”, “3 made”</translation>
    </message>
    <message>
        <source>Nobody is on duty there.</source>
        <translation>Tidak ada yang dinas di sana.</translation>
    </message>
    <message>
        <source>Note, if any</source>
        <translation>Catatan, jika ada</translation>
    </message>
    <message>
        <source>On duty for</source>
        <translation>Lama dinas</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Orang</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Pos</translation>
    </message>
    <message>
        <source>Relieve the crew of {unit}</source>
        <translation>Gantikan regu {unit}</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Shift {name}, {begins} to {ends}, signed on</source>
        <translation>Shift {name}, {begins} sampai {ends}, tercatat dinas</translation>
    </message>
    <message>
        <source>Sign a crew on to {unit}</source>
        <translation>Regu mulai dinas di {unit}</translation>
    </message>
    <message>
        <source>Sign off: {unit} goes off duty</source>
        <translation>{unit} lepas dinas</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Dicatat oleh</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Type names, or how many people.</source>
        <translation>Ketik nama, atau berapa orang.</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Armada</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>Peran Anda tidak mengizinkan ini.</translation>
    </message>
    <message>
        <source>not signed on</source>
        <translation>belum dicatat</translation>
    </message>
    <message>
        <source>{people} of {wanted}</source>
        <translation>{people} dari {wanted}</translation>
    </message>
    <message>
        <source>{unit} is off duty.</source>
        <translation>{unit} lepas dinas.</translation>
    </message>
</context>
<context>
    <name>HandOverPage</name>
    <message>
        <source> — into your hand: {numbers}</source>
        <translation> — Anda pegang: {numbers}</translation>
    </message>
    <message>
        <source>Both have signed: P prints it.</source>
        <translation>Keduanya sudah menandatangani: P mencetaknya.</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Oleh</translation>
    </message>
    <message>
        <source>Enter: sign · P: print · Tab: read, arrows roll · Esc: back</source>
        <translation>Enter: tanda tangan · P: cetak · Tab: baca, panah menggulung · Esc: kembali</translation>
    </message>
    <message>
        <source>Hand-overs</source>
        <translation>Serah terima</translation>
    </message>
    <message>
        <source>Handing over</source>
        <translation>Serah terima</translation>
    </message>
    <message>
        <source>Printed on {printer}</source>
        <translation>Dicetak di {printer}</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>Diterima oleh</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Sign that this is handed over</source>
        <translation>Tandatangani penyerahan ini</translation>
    </message>
    <message>
        <source>Sign that you read it and take over from {name}</source>
        <translation>Tandatangani: sudah dibaca, menerima dari {name}</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Ditandatangani</translation>
    </message>
    <message>
        <source>Signed more than 4 hours ago: who goes signs anew, or a supervisor takes over.</source>
        <translation>Ditandatangani lebih dari 4 jam lalu: yang pergi menandatangani lagi, atau supervisor mengambil alih.</translation>
    </message>
    <message>
        <source>Signed: who comes next signs it, here (Ctrl+Shift+L) or at another desk.</source>
        <translation>Ditandatangani: yang berikutnya menandatangani di sini (Ctrl+Shift+L) atau di meja lain.</translation>
    </message>
    <message>
        <source>There is no printer: the page is in {file}</source>
        <translation>Tidak ada pencetak: halamannya ada di {file}</translation>
    </message>
    <message>
        <source>What the hand-over says</source>
        <translation>Isi serah terima</translation>
    </message>
    <message>
        <source>What the next one is to watch, if anything</source>
        <translation>Yang perlu diawasi yang berikutnya, jika ada</translation>
    </message>
    <message>
        <source>What you add, if anything</source>
        <translation>Tambahan Anda, jika ada</translation>
    </message>
    <message>
        <source>You signed this: who comes next signs it, here (Ctrl+Shift+L) or at another desk.</source>
        <translation>Sudah Anda tandatangani: yang berikutnya menandatangani di sini (Ctrl+Shift+L) atau di meja lain.</translation>
    </message>
    <message>
        <source>You took over from {name}</source>
        <translation>Anda menerima dari {name}</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>Peran Anda tidak mengizinkan ini.</translation>
    </message>
    <message>
        <source>lapsed</source>
        <translation>kedaluwarsa</translation>
    </message>
    <message>
        <source>not signed yet</source>
        <translation>belum ditandatangani</translation>
    </message>
    <message>
        <source>now</source>
        <translation>sekarang</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>menunggu</translation>
    </message>
    <message>
        <source>{file} cannot be written: {why}</source>
        <translation>{file} tidak dapat ditulis: {why}</translation>
    </message>
</context>
<context>
    <name>LoadPage</name>
    <message>
        <source>Calls spoken</source>
        <translation>Bicara</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Meja</translation>
    </message>
    <message>
        <source>Enter: to the incidents, then take one over for a reason · Esc: back</source>
        <translation>Enter: ke kejadian, lalu ambil alih dengan alasan · Esc: kembali</translation>
    </message>
    <message>
        <source>Held for</source>
        <translation>Lama dipegang</translation>
    </message>
    <message>
        <source>In hand</source>
        <translation>Dipegang</translation>
    </message>
    <message>
        <source>Incidents in this hand</source>
        <translation>Kejadian yang dipegang</translation>
    </message>
    <message>
        <source>It is in your own hand already.</source>
        <translation>Sudah Anda pegang.</translation>
    </message>
    <message>
        <source>Load of each desk</source>
        <translation>Beban tiap meja</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Ditahan</translation>
    </message>
    <message>
        <source>Only a supervisor, administrator or auditor sees the loads.</source>
        <translation>Hanya supervisor, administrator atau auditor yang melihat beban.</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Tahap</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Tempat</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioritas</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Menunggu</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>Peran Anda tidak mengizinkan ini.</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>tidak di meja</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>di meja</translation>
    </message>
</context>
<context>
    <name>Shift</name>
    <message>
        <source>A reason is needed.</source>
        <translation>Alasan wajib diisi.</translation>
    </message>
    <message>
        <source>Blocked callers ({count})</source>
        <translation>Pelapor yang diblokir ({count})</translation>
    </message>
    <message>
        <source>Calls being spoken: {count}</source>
        <translation>Panggilan yang sedang berlangsung: {count}</translation>
    </message>
    <message>
        <source>Calls to call back ({count})</source>
        <translation>Panggilan yang perlu ditelepon balik ({count})</translation>
    </message>
    <message>
        <source>Handed over by {name}, {time}</source>
        <translation>Diserahkan oleh {name}, {time}</translation>
    </message>
    <message>
        <source>Handing over</source>
        <translation>Serah terima</translation>
    </message>
    <message>
        <source>Hospitals full, end not known ({count})</source>
        <translation>RS penuh, belum tahu sampai kapan ({count})</translation>
    </message>
    <message>
        <source>Nobody has received it yet.</source>
        <translation>Belum ada yang menerima.</translation>
    </message>
    <message>
        <source>Not to be read: erased, or not for your role.</source>
        <translation>Tidak dapat dibaca: sudah dihapus, atau bukan untuk peran Anda.</translation>
    </message>
    <message>
        <source>Open incidents ({count})</source>
        <translation>Kejadian terbuka ({count})</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Received by {name}, {time}</source>
        <translation>Diterima oleh {name}, {time}</translation>
    </message>
    <message>
        <source>Reminders ({count})</source>
        <translation>Pengingat ({count})</translation>
    </message>
    <message>
        <source>Take {number} over from {name}</source>
        <translation>Ambil alih {number} dari {name}</translation>
    </message>
    <message>
        <source>Units that are out ({count})</source>
        <translation>Armada yang keluar ({count})</translation>
    </message>
    <message>
        <source>What to watch</source>
        <translation>Yang perlu diawasi</translation>
    </message>
    <message>
        <source>You have {number} in hand, taken over from {name}</source>
        <translation>{number} Anda pegang, diambil alih dari {name}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>dan {count} lagi</translation>
    </message>
    <message>
        <source>back at {time}</source>
        <translation>siap lagi {time}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>belum ditandatangani</translation>
    </message>
    <message>
        <source>nothing in particular</source>
        <translation>tidak ada yang khusus</translation>
    </message>
    <message>
        <source>number not told</source>
        <translation>nomor tidak disebut</translation>
    </message>
    <message>
        <source>restricted</source>
        <translation>terbatas</translation>
    </message>
    <message>
        <source>shift {name}</source>
        <translation>shift {name}</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>sejak {time}</translation>
    </message>
    <message>
        <source>{name} has it</source>
        <translation>dipegang {name}</translation>
    </message>
    <message>
        <source>{number}, called at {time}</source>
        <translation>{number}, menelepon {time}</translation>
    </message>
    <message>
        <source>{number}, until {time}</source>
        <translation>{number}, sampai {time}</translation>
    </message>
    <message>
        <source>{signer} (delivered by {name})</source>
        <translation>{signer} (disampaikan {name})</translation>
    </message>
</context>
<context>
    <name>TakenOverWatch</name>
    <message>
        <source>{name} took {number} over from you: “{reason}”. What you were typing stays here.</source>
        <translation>{name} mengambil alih {number} dari Anda: “{reason}”. Yang sedang Anda ketik tetap di sini.</translation>
    </message>
</context>
</TS>
