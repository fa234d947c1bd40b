<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Blocking</name>
    <message>
        <source>A reason is needed.</source>
        <translation>Alasan wajib diisi.</translation>
    </message>
    <message>
        <source>Lift the block of this number</source>
        <translation>Cabut blokir nomor ini</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Taken as real: the block of the number is lifted.</source>
        <translation>Dianggap asli: blokir nomor ini dicabut.</translation>
    </message>
    <message>
        <source>The block of the number is lifted.</source>
        <translation>Blokir nomor dicabut.</translation>
    </message>
    <message>
        <source>The call has no number that could be blocked.</source>
        <translation>Panggilan tidak punya nomor untuk diblokir.</translation>
    </message>
    <message>
        <source>The number is blocked for {hours} hours.</source>
        <translation>Nomor diblokir selama {hours} jam.</translation>
    </message>
    <message>
        <source>The number is not blocked.</source>
        <translation>Nomor ini tidak diblokir.</translation>
    </message>
    <message>
        <source>The number is still being looked up.</source>
        <translation>Nomor ini masih dicari datanya.</translation>
    </message>
</context>
<context>
    <name>CallJoining</name>
    <message>
        <source>Not joined: that incident was not opened.</source>
        <translation>Tidak digabung: kejadian itu tidak dibuka.</translation>
    </message>
    <message>
        <source>Said by {who}, who joined</source>
        <translation>Dikatakan {who}, pelapor yang digabung</translation>
    </message>
    <message>
        <source>another caller</source>
        <translation>pelapor lain</translation>
    </message>
</context>
<context>
    <name>Calls</name>
    <message>
        <source>Call ended: {type} — {key} takes it back</source>
        <translation>Panggilan diakhiri: {type} — {key} mengurungkan</translation>
    </message>
    <message>
        <source>Cut off: the incident stays, the caller is to be called back — {key} takes it back</source>
        <translation>Terputus: kejadian tetap, pelapor perlu ditelepon balik — {key} mengurungkan</translation>
    </message>
    <message>
        <source>No voice, listened {seconds} s — {key} takes it back</source>
        <translation>Tidak ada suara, didengarkan {seconds} d — {key} mengurungkan</translation>
    </message>
    <message>
        <source>The call goes on.</source>
        <translation>Panggilan dilanjutkan.</translation>
    </message>
    <message>
        <source>{count} pranks of this number: Ctrl+B blocks it — {key} takes the end back</source>
        <translation>Iseng {count} kali dari nomor ini: Ctrl+B memblokir — {key} mengurungkan akhir panggilan</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>From anywhere on the desk; the cursor is then where you write.</source>
        <translation>Dari mana saja; kursor langsung di uraian.</translation>
    </message>
    <message>
        <source>Today: {genuine} with an incident, {others} without</source>
        <translation>Hari ini: {genuine} jadi kejadian, {others} tidak</translation>
    </message>
    <message>
        <source>{key} takes a call</source>
        <translation>{key} terima panggilan</translation>
    </message>
</context>
<context>
    <name>Ends</name>
    <message>
        <source>Dropped</source>
        <translation>Terputus</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Informasi</translation>
    </message>
    <message>
        <source>Mistake or test</source>
        <translation>Salah buka / uji</translation>
    </message>
    <message>
        <source>Outside area</source>
        <translation>Luar wilayah</translation>
    </message>
    <message>
        <source>Prank</source>
        <translation>Iseng</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Senyap</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation>Salah sambung</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>urungkan</translation>
    </message>
</context>
<context>
    <name>FormLayout</name>
    <message>
        <source>no point yet</source>
        <translation>belum ada titik</translation>
    </message>
</context>
<context>
    <name>HistoryStrip</name>
    <message>
        <source>Blocked by {who} until {at}. Alt+B: this call is real. Ctrl+B lifts the block.</source>
        <translation>Diblokir {who} s.d. {at}. Alt+B: panggilan ini asli. Ctrl+B cabut</translation>
    </message>
    <message>
        <source>Blocked until {at}. Alt+B: this call is real. Ctrl+B lifts the block.</source>
        <translation>Diblokir s.d. {at}. Alt+B: panggilan ini asli. Ctrl+B cabut</translation>
    </message>
    <message>
        <source>Ctrl+B blocks it for 24 hours</source>
        <translation>Ctrl+B memblokir 24 jam</translation>
    </message>
    <message>
        <source>This number called before.</source>
        <translation>Nomor ini pernah menelepon.</translation>
    </message>
    <message>
        <source>This number has not called before.</source>
        <translation>Nomor ini baru pertama menelepon.</translation>
    </message>
    <message>
        <source>This number: {counts}</source>
        <translation>Nomor ini: {counts}</translation>
    </message>
    <message>
        <source>{count} not shown</source>
        <translation>{count} tidak ditampilkan</translation>
    </message>
    <message>
        <source>{count} pranks: block it by the rule? Ctrl+B blocks it for 24 hours</source>
        <translation>Iseng {count} kali: blokir sesuai aturan? Ctrl+B memblokir 24 jam</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Alt+{row} {category} “{words}”</source>
        <translation>Alt+{row} {category} “{words}”</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Jawaban</translation>
    </message>
    <message>
        <source>Being opened as an incident …</source>
        <translation>Sedang dibuka jadi kejadian …</translation>
    </message>
    <message>
        <source>Brought back · {rest}</source>
        <translation>Dikembalikan · {rest}</translation>
    </message>
    <message>
        <source>Brought back, not saved yet: typed about {names}</source>
        <translation>Dikembalikan, belum disimpan: ketikan tentang {names}</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Pelapor</translation>
    </message>
    <message>
        <source>Calling back: Ctrl+Enter opens the incident, F8 when nobody answers</source>
        <translation>Menelepon balik: Ctrl+Enter buka kejadian, F8 bila tidak dijawab</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Draft: not opened as an incident yet</source>
        <translation>Draf: belum dibuka jadi kejadian</translation>
    </message>
    <message>
        <source>Ended at another desk. What is typed here is not saved; F4 lets it go.</source>
        <translation>Sudah diakhiri di meja lain. Ketikan di sini tidak tersimpan; F4 melepasnya.</translation>
    </message>
    <message>
        <source>Heard, {key} takes it: {place}</source>
        <translation>Terdengar, {key} mengambil: {place}</translation>
    </message>
    <message>
        <source>It is tried again by itself; go on typing.</source>
        <translation>Dicoba lagi otomatis; teruskan mengetik.</translation>
    </message>
    <message>
        <source>Kecamatan</source>
        <translation>Kecamatan</translation>
    </message>
    <message>
        <source>Kelurahan</source>
        <translation>Kelurahan</translation>
    </message>
    <message>
        <source>Landmark</source>
        <translation>Patokan</translation>
    </message>
    <message>
        <source>Near {names}: Ctrl+H takes it.</source>
        <translation>Dekat {names}: Ctrl+H memakainya.</translation>
    </message>
    <message>
        <source>People hurt</source>
        <translation>Korban</translation>
    </message>
    <message>
        <source>Point or map link</source>
        <translation>Koordinat atau tautan peta</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioritas</translation>
    </message>
    <message>
        <source>Proposed: {first}</source>
        <translation>Usul: {first}</translation>
    </message>
    <message>
        <source>RT/RW</source>
        <translation>RT/RW</translation>
    </message>
    <message>
        <source>Rang at</source>
        <translation>Berdering</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Rekaman</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>No. telepon</translation>
    </message>
    <message>
        <source>The call is being recorded …</source>
        <translation>Panggilan sedang dicatat …</translation>
    </message>
    <message>
        <source>The caller hung up.</source>
        <translation>Pelapor sudah menutup.</translation>
    </message>
    <message>
        <source>The caller hung up. Not saved: {fields}. Mend it, or F4 again lets it go.</source>
        <translation>Pelapor menutup. Belum tersimpan: {fields}. Perbaiki, atau F4 lagi melepasnya.</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Uraian — apa yang terjadi</translation>
    </message>
    <message>
        <source>a digit from 1 to 4</source>
        <translation>angka 1 sampai 4</translation>
    </message>
    <message>
        <source>an order ({key})</source>
        <translation>perintah ({key})</translation>
    </message>
    <message>
        <source>brought back</source>
        <translation>dikembalikan</translation>
    </message>
    <message>
        <source>brought back, not saved; “{text}” is saved. Ctrl+S saves yours, Esc takes the other.</source>
        <translation>dikembalikan, belum disimpan; tersimpan “{text}”. Ctrl+S simpan ketikan, Esc pakai yang tersimpan.</translation>
    </message>
    <message>
        <source>digits are missing</source>
        <translation>nomornya belum lengkap</translation>
    </message>
    <message>
        <source>hung up {age}</source>
        <translation>menutup {age}</translation>
    </message>
    <message>
        <source>longitude stood first</source>
        <translation>bujur tertulis lebih dulu</translation>
    </message>
    <message>
        <source>near the border: Ctrl+H takes {names}</source>
        <translation>dekat batas: Ctrl+H memakai {names}</translation>
    </message>
    <message>
        <source>neither coordinates nor a map link</source>
        <translation>bukan koordinat atau tautan peta</translation>
    </message>
    <message>
        <source>no category is called that</source>
        <translation>tidak ada kategori itu</translation>
    </message>
    <message>
        <source>no channel is called that</source>
        <translation>tidak ada kanal itu</translation>
    </message>
    <message>
        <source>no kelurahan or kecamatan is called that</source>
        <translation>tidak ada kelurahan atau kecamatan itu</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>kosong</translation>
    </message>
    <message>
        <source>on hold {age}</source>
        <translation>ditahan {age}</translation>
    </message>
    <message>
        <source>over</source>
        <translation>selesai</translation>
    </message>
    <message>
        <source>read as south of the equator</source>
        <translation>dibaca sebagai lintang selatan</translation>
    </message>
    <message>
        <source>someone</source>
        <translation>seseorang</translation>
    </message>
    <message>
        <source>something older</source>
        <translation>sesuatu yang lebih lama</translation>
    </message>
    <message>
        <source>the call of {time}</source>
        <translation>panggilan pukul {time}</translation>
    </message>
    <message>
        <source>the link carries no coordinates</source>
        <translation>tautan ini tidak memuat koordinat</translation>
    </message>
    <message>
        <source>the point lies in {name}: Ctrl+H takes it</source>
        <translation>titik berada di {name}: Ctrl+H memakainya</translation>
    </message>
    <message>
        <source>the point lies outside the city</source>
        <translation>titik berada di luar kota</translation>
    </message>
    <message>
        <source>the point lies outside the city, in {name}</source>
        <translation>titik berada di luar kota, di {name}</translation>
    </message>
    <message>
        <source>the short link hides the point: open it and paste the long one</source>
        <translation>tautan pendek menyembunyikan titiknya: buka, lalu tempel tautan panjang</translation>
    </message>
    <message>
        <source>there is no such latitude or longitude</source>
        <translation>lintang atau bujur tidak mungkin</translation>
    </message>
    <message>
        <source>this is no telephone number</source>
        <translation>ini bukan nomor telepon</translation>
    </message>
    <message>
        <source>too long to be saved</source>
        <translation>terlalu panjang untuk disimpan</translation>
    </message>
    <message>
        <source>units (in their line)</source>
        <translation>armada (di barisnya)</translation>
    </message>
    <message>
        <source>write a number, as 2</source>
        <translation>tulis angka, misalnya 2</translation>
    </message>
    <message>
        <source>write a time, as 20:58</source>
        <translation>tulis waktu, misalnya 20:58</translation>
    </message>
    <message>
        <source>write as 1/9 or RW 9</source>
        <translation>tulis 1/9 atau RW 9</translation>
    </message>
    <message>
        <source>{count} others are speaking</source>
        <translation>{count} meja lain berbicara</translation>
    </message>
    <message>
        <source>{number} · saved {at}</source>
        <translation>{number} · tersimpan {at}</translation>
    </message>
    <message>
        <source>{number} · saving …</source>
        <translation>{number} · menyimpan …</translation>
    </message>
    <message>
        <source>{who} is speaking</source>
        <translation>{who} berbicara</translation>
    </message>
    <message>
        <source>{who} took the line. What is typed here is not saved; F4 lets it go.</source>
        <translation>{who} mengambil telepon ini. Yang diketik di sini tidak tersimpan; F4 melepasnya.</translation>
    </message>
    <message>
        <source>{who} wrote “{text}” at {at}. Ctrl+S saves yours over it, Esc takes the other.</source>
        <translation>{who} menulis “{text}” pukul {at}. Ctrl+S timpa dengan ketikan ini, Esc pakai yang itu.</translation>
    </message>
</context>
<context>
    <name>IntakePanel</name>
    <message>
        <source>Calls</source>
        <translation>Panggilan</translation>
    </message>
    <message>
        <source>F2 new</source>
        <translation>F2 baru</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Choose the caller in the incident, or be in the call that joined it.</source>
        <translation>Pilih pelapornya di kejadian, atau buka panggilan yang bergabung.</translation>
    </message>
    <message>
        <source>First open an incident or join a call to one.</source>
        <translation>Buka dulu satu kejadian atau gabungkan satu panggilan.</translation>
    </message>
    <message>
        <source>First select the incident in the list.</source>
        <translation>Pilih dulu kejadiannya di daftar.</translation>
    </message>
    <message>
        <source>No call is open: F2 takes one.</source>
        <translation>Tidak ada panggilan terbuka: F2 menerima.</translation>
    </message>
    <message>
        <source>No end of a call can be taken back.</source>
        <translation>Tidak ada akhir panggilan yang bisa diurungkan.</translation>
    </message>
    <message>
        <source>No other incident is likely the same event.</source>
        <translation>Tidak ada kejadian lain yang mungkin sama.</translation>
    </message>
    <message>
        <source>No place is offered or heard: type into the address.</source>
        <translation>Tidak ada tempat yang ditawarkan atau terdengar: ketik di alamat.</translation>
    </message>
    <message>
        <source>No point with a kelurahan near it stands in the call.</source>
        <translation>Belum ada titik dengan kelurahan di dekatnya.</translation>
    </message>
    <message>
        <source>No such category is proposed: what was chosen by hand stays.</source>
        <translation>Tidak ada usul kategori itu: yang dipilih sendiri tetap.</translation>
    </message>
    <message>
        <source>Nobody is on hold.</source>
        <translation>Tidak ada yang ditahan.</translation>
    </message>
    <message>
        <source>Nothing on the board is likely the same event.</source>
        <translation>Tidak ada kejadian di daftar yang mungkin sama.</translation>
    </message>
    <message>
        <source>That call is over. Shift+F3 takes up the one that is shown now.</source>
        <translation>Panggilan itu sudah selesai. Shift+F3 melanjutkan panggilan yang kini tampil.</translation>
    </message>
    <message>
        <source>That incident is closed: Ctrl+Enter opens a new one.</source>
        <translation>Kejadian itu sudah ditutup: Ctrl+Enter membuka yang baru.</translation>
    </message>
    <message>
        <source>The call has an incident or is over: F4 when the caller hung up, F8 when cut off.</source>
        <translation>Panggilan sudah punya kejadian atau sudah selesai: F4 kalau pelapor menutup, F8 kalau terputus.</translation>
    </message>
    <message>
        <source>The incident was opened from this call: it cannot be parted.</source>
        <translation>Kejadian dibuka dari panggilan ini: tidak bisa dipisahkan.</translation>
    </message>
    <message>
        <source>Your role takes no calls: sign in as a call taker or dispatcher.</source>
        <translation>Peran Anda tidak menerima panggilan: masuklah sebagai penerima panggilan atau pengendali.</translation>
    </message>
</context>
<context>
    <name>PlaceStrip</name>
    <message>
        <source>Earlier at this place: {count}</source>
        <translation>Sebelumnya di tempat ini: {count}</translation>
    </message>
</context>
<context>
    <name>SameStrip</name>
    <message>
        <source>Maybe the same, closed: {number}</source>
        <translation>Mungkin sama, sudah ditutup: {number}</translation>
    </message>
    <message>
        <source>Maybe the same: {number}, {score} — {key} joins</source>
        <translation>Mungkin sama: {number}, {score} — {key} gabung</translation>
    </message>
    <message>
        <source>related category</source>
        <translation>kategori serupa</translation>
    </message>
    <message>
        <source>same category</source>
        <translation>kategori sama</translation>
    </message>
    <message>
        <source>same kelurahan</source>
        <translation>kelurahan sama</translation>
    </message>
    <message>
        <source>same number</source>
        <translation>nomor sama</translation>
    </message>
    <message>
        <source>same: {words}</source>
        <translation>sama: {words}</translation>
    </message>
    <message>
        <source>{count} callers</source>
        <translation>{count} pelapor</translation>
    </message>
</context>
<context>
    <name>_EarlierCalls</name>
    <message>
        <source>not ended</source>
        <translation>belum berakhir</translation>
    </message>
</context>
</TS>
