<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Alarms</name>
    <message>
        <source>CREW IN DISTRESS</source>
        <translation>REGU DALAM BAHAYA</translation>
    </message>
    <message>
        <source>alarm</source>
        <translation>alarm</translation>
    </message>
    <message>
        <source>ask whether the crew is well</source>
        <translation>tanyakan keadaan regu</translation>
    </message>
    <message>
        <source>caution</source>
        <translation>waspada</translation>
    </message>
    <message>
        <source>crew does not answer</source>
        <translation>regu tidak menjawab</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>kritis</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>tidak menjawab</translation>
    </message>
    <message>
        <source>has not answered yet</source>
        <translation>belum menjawab</translation>
    </message>
    <message>
        <source>nobody sent</source>
        <translation>tidak ada yang dikirim</translation>
    </message>
    <message>
        <source>nobody sent yet</source>
        <translation>belum ada yang dikirim</translation>
    </message>
    <message>
        <source>not on scene</source>
        <translation>tidak di lokasi</translation>
    </message>
    <message>
        <source>not on scene yet</source>
        <translation>belum di lokasi</translation>
    </message>
    <message>
        <source>not under way</source>
        <translation>tidak berangkat</translation>
    </message>
    <message>
        <source>not under way yet</source>
        <translation>belum berangkat</translation>
    </message>
    <message>
        <source>reminder</source>
        <translation>pengingat</translation>
    </message>
    <message>
        <source>reminder, overdue</source>
        <translation>pengingat, terlewat</translation>
    </message>
    <message>
        <source>work past its time</source>
        <translation>pekerjaan lewat waktu</translation>
    </message>
    <message>
        <source>work soon past its time</source>
        <translation>pekerjaan hampir lewat waktu</translation>
    </message>
</context>
<context>
    <name>Arguments</name>
    <message>
        <source>CITY</source>
        <translation>KOTA</translation>
    </message>
    <message>
        <source>CODE</source>
        <translation>KODE</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>PERINTAH</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Perintah</translation>
    </message>
    <message>
        <source>DAY</source>
        <translation>HARI</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>BERKAS</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation>FOLDER</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAMA</translation>
    </message>
    <message>
        <source>NUMBER</source>
        <translation>NOMOR</translation>
    </message>
    <message>
        <source>ORDER</source>
        <translation>PERINTAH</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Pilihan</translation>
    </message>
    <message>
        <source>PLACE</source>
        <translation>TEMPAT</translation>
    </message>
    <message>
        <source>ROLE</source>
        <translation>PERAN</translation>
    </message>
    <message>
        <source>RULE</source>
        <translation>ATURAN</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Settings may also stand in {file} and in variables such as {variable}; arguments come first. The command doctor shows what is in force.</source>
        <translation>Pengaturan juga dapat ditulis di {file} dan di variabel seperti {variable}; argumen didahulukan. Perintah doctor menunjukkan yang berlaku.</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>TEKS</translation>
    </message>
    <message>
        <source>The dispatch desk of a 112 centre. Without a command it opens the desk; without a database, in the city&apos;s training centre.</source>
        <translation>Meja dispatch pusat layanan 112. Tanpa perintah, meja dibuka; tanpa basis data, di pusat latihan kota itu.</translation>
    </message>
    <message>
        <source>Usage: </source>
        <translation>Cara pakai: </translation>
    </message>
    <message>
        <source>[COMMAND]</source>
        <translation>[PERINTAH]</translation>
    </message>
    <message>
        <source>[SETTINGS]</source>
        <translation>[PENGATURAN]</translation>
    </message>
    <message>
        <source>a centre for training: exercises are played there, no call is real</source>
        <translation>pusat latihan: latihan dimainkan di sana, tidak ada panggilan sungguhan</translation>
    </message>
    <message>
        <source>all calls from this telephone number</source>
        <translation>semua panggilan dari nomor telepon ini</translation>
    </message>
    <message>
        <source>all messages and reminders made up to a day: 2026-11-30</source>
        <translation>semua pesan dan pengingat yang dibuat sampai suatu hari: 2026-11-30</translation>
    </message>
    <message>
        <source>apply all acts again and compare the state with the database</source>
        <translation>terapkan ulang semua tindakan dan bandingkan hasilnya dengan basis data</translation>
    </message>
    <message>
        <source>bring a backup into an empty database of a server</source>
        <translation>kembalikan cadangan ke basis data kosong di server</translation>
    </message>
    <message>
        <source>bring a centre to this program&apos;s version</source>
        <translation>sesuaikan pusat layanan dengan versi program ini</translation>
    </message>
    <message>
        <source>bring in .osm.pbf, GeoJSON lines, or edges as CSV with nodes beside them</source>
        <translation>masukkan .osm.pbf, garis GeoJSON, atau ruas (edges) CSV dengan simpul (nodes) di sampingnya</translation>
    </message>
    <message>
        <source>bring in a list (CSV): code, name, address, city, lat, lon, beds</source>
        <translation>memasukkan daftar (CSV): kode, nama, alamat, wilayah, lat, lon, tempat_tidur</translation>
    </message>
    <message>
        <source>bring in and look up streets, places and borders</source>
        <translation>memasukkan dan mencari jalan, tempat, dan batas wilayah</translation>
    </message>
    <message>
        <source>bring in map data: .osm.pbf, GeoJSON or CSV, also packed (.gz)</source>
        <translation>memasukkan data peta: .osm.pbf, GeoJSON, atau CSV, juga yang dimampatkan (.gz)</translation>
    </message>
    <message>
        <source>bring in the roads by which travel times are reckoned</source>
        <translation>masukkan jalan untuk menghitung waktu tempuh</translation>
    </message>
    <message>
        <source>bring in where hospitals lie, so that the nearest is proposed</source>
        <translation>memasukkan letak RS, agar yang terdekat diusulkan</translation>
    </message>
    <message>
        <source>change nothing: say what they would have asked for at the last incidents</source>
        <translation>tidak mengubah apa pun: sebutkan apa yang akan diminta pada kejadian-kejadian terakhir</translation>
    </message>
    <message>
        <source>city of the training centre or of a new centre</source>
        <translation>kota untuk pusat latihan atau pusat baru</translation>
    </message>
    <message>
        <source>colours at the start</source>
        <translation>warna saat mulai: night (malam) atau day (siang)</translation>
    </message>
    <message>
        <source>deliver what another workstation wrote into a file</source>
        <translation>kirim yang ditulis komputer lain ke berkas</translation>
    </message>
    <message>
        <source>erase what is personal of a caller whose calls are over</source>
        <translation>hapus data pribadi seorang pelapor yang panggilannya sudah selesai</translation>
    </message>
    <message>
        <source>file with the operator&apos;s password; else {variable}, or it is asked for</source>
        <translation>berkas berisi kata sandi operator; jika tidak ada {variable}, atau ditanyakan</translation>
    </message>
    <message>
        <source>file with the public key for which the backup is encrypted</source>
        <translation>berkas kunci publik untuk mengenkripsi cadangan</translation>
    </message>
    <message>
        <source>file with the public key of the centre (make-key)</source>
        <translation>berkas kunci publik pusat (make-key)</translation>
    </message>
    <message>
        <source>file with the secret key of the centre</source>
        <translation>berkas kunci rahasia pusat</translation>
    </message>
    <message>
        <source>file with the secret key that fits the one it was encrypted for</source>
        <translation>berkas kunci rahasia, pasangan kunci yang dipakai mengenkripsi</translation>
    </message>
    <message>
        <source>folder of everything that is kept here</source>
        <translation>folder untuk semua yang disimpan di sini</translation>
    </message>
    <message>
        <source>give an order as in the desk&apos;s command line (docs/commands.md)</source>
        <translation>beri perintah seperti di baris perintah meja (docs/commands.md)</translation>
    </message>
    <message>
        <source>give somebody another password</source>
        <translation>ganti kata sandi seseorang</translation>
    </message>
    <message>
        <source>language of the screen</source>
        <translation>bahasa layar</translation>
    </message>
    <message>
        <source>let somebody no longer sign in</source>
        <translation>tutup akun seseorang</translation>
    </message>
    <message>
        <source>let somebody sign in</source>
        <translation>beri seseorang akun untuk masuk</translation>
    </message>
    <message>
        <source>let the clocks hold that come with the city</source>
        <translation>berlakukan target waktu bawaan kota</translation>
    </message>
    <message>
        <source>let the plans hold that come with the city</source>
        <translation>berlakukan rencana bawaan kota</translation>
    </message>
    <message>
        <source>let the shifts hold that come with the city</source>
        <translation>berlakukan shift bawaan kota</translation>
    </message>
    <message>
        <source>login of the server that does this: its superuser, or an administrator</source>
        <translation>nama masuk di server yang menjalankan ini: superuser, atau administrator</translation>
    </message>
    <message>
        <source>make a key: FILE is secret, FILE.pub encrypts backups for it</source>
        <translation>buat kunci: BERKAS itu rahasia, BERKAS.pub mengenkripsi cadangan</translation>
    </message>
    <message>
        <source>make a real centre and its operators</source>
        <translation>buat pusat layanan sungguhan dan operatornya</translation>
    </message>
    <message>
        <source>make the database of a centre and its first administrator</source>
        <translation>buat basis data pusat layanan dan administrator pertamanya</translation>
    </message>
    <message>
        <source>minutes without a key after which the desk locks; 0: never</source>
        <translation>menit tanpa tombol sebelum layar terkunci; 0: tidak pernah</translation>
    </message>
    <message>
        <source>missing: {arguments}</source>
        <translation>belum diisi: {arguments}</translation>
    </message>
    <message>
        <source>name of the first administrator</source>
        <translation>nama administrator pertama</translation>
    </message>
    <message>
        <source>name that others see</source>
        <translation>nama yang dilihat orang lain</translation>
    </message>
    <message>
        <source>not understood: {arguments}</source>
        <translation>tidak dikenal: {arguments}</translation>
    </message>
    <message>
        <source>on a server: who plays it; has all roles that write</source>
        <translation>di server: siapa yang memainkannya; memiliki semua peran yang menulis</translation>
    </message>
    <message>
        <source>one of {roles}; may be given several times</source>
        <translation>salah satu dari {roles}; boleh diulang</translation>
    </message>
    <message>
        <source>only say what would be done</source>
        <translation>hanya katakan apa yang akan dilakukan</translation>
    </message>
    <message>
        <source>or -</source>
        <translation>atau -</translation>
    </message>
    <message>
        <source>play a file of calls into a training centre</source>
        <translation>mainkan berkas panggilan di pusat latihan</translation>
    </message>
    <message>
        <source>print the categories proposed for each line of a text (JSON lines)</source>
        <translation>cetak kategori yang diusulkan untuk tiap baris teks (baris JSON)</translation>
    </message>
    <message>
        <source>print the places that a text may mean, as JSON lines</source>
        <translation>mencetak tempat yang mungkin dimaksud sebuah teks, sebagai baris JSON</translation>
    </message>
    <message>
        <source>say what is in force and what is wrong</source>
        <translation>tunjukkan pengaturan yang berlaku dan apa yang salah</translation>
    </message>
    <message>
        <source>say what is loaded, and from where</source>
        <translation>menyebutkan apa yang sudah dimuat, dan dari mana</translation>
    </message>
    <message>
        <source>settings file to read instead of the usual one</source>
        <translation>berkas pengaturan pengganti yang biasa</translation>
    </message>
    <message>
        <source>show the centres kept here, or one on a server, and who may sign in</source>
        <translation>tampilkan pusat layanan di sini, atau yang di server, dan siapa yang boleh masuk</translation>
    </message>
    <message>
        <source>show the clocks of a centre as a table, or let others hold</source>
        <translation>tampilkan target waktu sebuah pusat sebagai tabel, atau berlakukan yang lain</translation>
    </message>
    <message>
        <source>show the phone book of a centre as a table, or let another hold</source>
        <translation>tampilkan buku telepon pusat sebagai tabel, atau berlakukan yang lain</translation>
    </message>
    <message>
        <source>show the response plans of a centre as a table, or let others hold</source>
        <translation>tampilkan rencana respons pusat sebagai tabel, atau berlakukan yang lain</translation>
    </message>
    <message>
        <source>show the rules of a centre, or set one</source>
        <translation>tampilkan aturan sebuah pusat, atau ubah satu</translation>
    </message>
    <message>
        <source>show the shifts of a centre as a table, or let others hold</source>
        <translation>tampilkan shift sebuah pusat sebagai tabel, atau berlakukan yang lain</translation>
    </message>
    <message>
        <source>show the version</source>
        <translation>tampilkan versi</translation>
    </message>
    <message>
        <source>show this help</source>
        <translation>tampilkan bantuan ini</translation>
    </message>
    <message>
        <source>size of text in per cent, {smallest} to {largest}</source>
        <translation>ukuran teks dalam persen, {smallest} sampai {largest}</translation>
    </message>
    <message>
        <source>sqlite:/// and the file of a centre, or postgresql:// and a server</source>
        <translation>sqlite:/// dan berkas pusat layanan, atau postgresql:// dan server</translation>
    </message>
    <message>
        <source>the call, by its id</source>
        <translation>panggilannya, menurut id</translation>
    </message>
    <message>
        <source>the crews and hand-overs in which this name stands</source>
        <translation>regu dan serah terima yang memuat nama ini</translation>
    </message>
    <message>
        <source>the person behind a contact of the phone book, by its code</source>
        <translation>orang pada kontak buku telepon, menurut kodenya</translation>
    </message>
    <message>
        <source>the table whose clocks shall hold; without it those of now are shown</source>
        <translation>tabel target waktu yang diberlakukan; tanpa tabel ditampilkan yang sekarang</translation>
    </message>
    <message>
        <source>the table whose contacts shall hold; without it those of now are shown</source>
        <translation>tabel yang kontaknya berlaku; tanpa itu yang sekarang ditampilkan</translation>
    </message>
    <message>
        <source>the table whose plans shall hold; without it those of now are shown</source>
        <translation>tabel yang rencananya diberlakukan; tanpanya yang berlaku sekarang ditampilkan</translation>
    </message>
    <message>
        <source>the table whose shifts shall hold; without it those of now are shown</source>
        <translation>tabel shift yang diberlakukan; tanpa tabel ditampilkan yang sekarang</translation>
    </message>
    <message>
        <source>the withdrawn warnings of a place: its address, a point, or an id</source>
        <translation>peringatan suatu tempat yang sudah dicabut: alamatnya, titik, atau id</translation>
    </message>
    <message>
        <source>times as fast as real time (1), or max: as fast as can be</source>
        <translation>kelipatan waktu sebenarnya (1), atau max: secepat mungkin</translation>
    </message>
    <message>
        <source>what it shall be</source>
        <translation>menjadi berapa</translation>
    </message>
    <message>
        <source>what narratives are read by to propose categories</source>
        <translation>kamus yang dipakai membaca uraian untuk mengusulkan kategori</translation>
    </message>
    <message>
        <source>what the administrator signs in with</source>
        <translation>nama masuk administrator</translation>
    </message>
    <message>
        <source>what the administrator signs in with (admin)</source>
        <translation>nama masuk administrator (admin)</translation>
    </message>
    <message>
        <source>what the data are known by; a newer file replaces an older one of the same name</source>
        <translation>nama data itu; berkas yang lebih baru menggantikan yang lama dengan nama yang sama</translation>
    </message>
    <message>
        <source>what the operator signs in with</source>
        <translation>nama masuk operator</translation>
    </message>
    <message>
        <source>what the supervisor or administrator who erases signs in with</source>
        <translation>nama masuk supervisor atau administrator yang menghapus</translation>
    </message>
    <message>
        <source>which column is what, for records that none of our mappings fits</source>
        <translation>kolom mana berisi apa, untuk catatan yang tidak cocok dengan pemetaan kami</translation>
    </message>
    <message>
        <source>which rule; without it all are shown</source>
        <translation>aturan yang mana; tanpa ini semua ditampilkan</translation>
    </message>
    <message>
        <source>who does this, with the own password or PIN</source>
        <translation>siapa yang melakukan ini, dengan kata sandi atau PIN-nya</translation>
    </message>
    <message>
        <source>who gives it</source>
        <translation>siapa yang memberi perintah</translation>
    </message>
    <message>
        <source>why, by what law; is kept, and must name nobody</source>
        <translation>alasan dan dasar hukumnya; tetap tersimpan, jangan sebut nama siapa pun</translation>
    </message>
    <message>
        <source>write everything on a server into a file</source>
        <translation>tulis seluruh isi pusat layanan di server ke berkas</translation>
    </message>
    <message>
        <source>write the empty form for calls on paper, as a PDF to print</source>
        <translation>tulis formulir kosong untuk laporan di kertas, PDF untuk dicetak</translation>
    </message>
    <message>
        <source>write what this workstation could not deliver into a file</source>
        <translation>tulis yang belum terkirim dari komputer ini ke berkas</translation>
    </message>
    <message>
        <source>{argument} needs a value</source>
        <translation>{argument} perlu diisi nilainya</translation>
    </message>
    <message>
        <source>{argument}: there is no {value}</source>
        <translation>{argument}: tidak ada {value}</translation>
    </message>
    <message>
        <source>{text} is no day as 2026-11-30</source>
        <translation>{text} bukan hari seperti 2026-11-30</translation>
    </message>
    <message>
        <source>{text} is no id of a call</source>
        <translation>{text} bukan id panggilan</translation>
    </message>
    <message>
        <source>{text} is no login: a small letter, then small letters, digits, dots, dashes, underscores</source>
        <translation>{text} bukan nama masuk: mulai dengan huruf kecil, lalu huruf kecil, angka, titik, tanda hubung, garis bawah</translation>
    </message>
    <message>
        <source>{text} is no role; there are {roles}</source>
        <translation>{text} bukan peran; yang ada: {roles}</translation>
    </message>
    <message>
        <source>{text} is no speed: a number above 0, up to {highest}, or max</source>
        <translation>{text} bukan kecepatan: angka di atas 0 sampai {highest}, atau max</translation>
    </message>
</context>
<context>
    <name>Backup</name>
    <message>
        <source>Mind: it is not encrypted, and holds callers&apos; data. With --key it would be.</source>
        <translation>Ingat: berkas ini tidak dienkripsi dan berisi data pelapor. Pakai --key agar dienkripsi.</translation>
    </message>
    <message>
        <source>Nobody can sign in until given a password (centre reset-password): {logins}</source>
        <translation>Belum ada yang dapat masuk sebelum diberi kata sandi (centre reset-password): {logins}</translation>
    </message>
    <message>
        <source>this is for a centre on a server: --database {server}; a file is copied</source>
        <translation>ini untuk pusat layanan di server: --database {server}; berkas cukup disalin</translation>
    </message>
    <message>
        <source>{file} is in {database}. Now prove it: verify</source>
        <translation>{file} sudah ada di {database}. Sekarang buktikan: verify</translation>
    </message>
    <message>
        <source>{file}: {size} MB</source>
        <translation>{file}: {size} MB</translation>
    </message>
    <message>
        <source>{public} encrypts backups; only {secret} opens them: keep it elsewhere, twice</source>
        <translation>{public} mengenkripsi cadangan; hanya {secret} yang dapat membukanya: simpan di tempat lain, rangkap dua</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>add it</source>
        <translation>tambahkan</translation>
    </message>
    <message>
        <source>add it, with the publication that was read</source>
        <translation>tambahkan, dengan terbitan yang dibaca</translation>
    </message>
    <message>
        <source>add what was read to sources.toml; what was not read may not be told</source>
        <translation>tambahkan yang dibaca ke sources.toml; yang tidak dibaca tidak boleh disampaikan</translation>
    </message>
    <message>
        <source>correct the line; a value is written as name = &quot;value&quot;</source>
        <translation>koreksi barisnya; isian ditulis sebagai nama = &quot;isi&quot;</translation>
    </message>
    <message>
        <source>give each its own</source>
        <translation>beri masing-masing kodenya sendiri</translation>
    </message>
    <message>
        <source>give from {low} to {high}</source>
        <translation>beri {low} sampai {high}</translation>
    </message>
    <message>
        <source>leave it in one card</source>
        <translation>biarkan dalam satu kartu</translation>
    </message>
    <message>
        <source>name in facts what the answer makes known</source>
        <translation>sebut dalam facts apa yang diketahui dari jawaban itu</translation>
    </message>
    <message>
        <source>name it in an answer&apos;s tells, or write always = true</source>
        <translation>sebut dalam tells sebuah jawaban, atau tulis always = true</translation>
    </message>
    <message>
        <source>no answer calls for it</source>
        <translation>tidak ada jawaban yang memanggilnya</translation>
    </message>
    <message>
        <source>remove it; known are {known}</source>
        <translation>hapus; yang dikenal: {known}</translation>
    </message>
    <message>
        <source>save it as text in UTF-8</source>
        <translation>simpan sebagai teks UTF-8</translation>
    </message>
    <message>
        <source>the file cannot be read ({why})</source>
        <translation>berkas tidak dapat dibaca ({why})</translation>
    </message>
    <message>
        <source>the file is called otherwise</source>
        <translation>nama berkasnya lain</translation>
    </message>
    <message>
        <source>the priority changes without a reason</source>
        <translation>prioritas berubah tanpa alasan</translation>
    </message>
    <message>
        <source>there are too few or too many</source>
        <translation>jumlahnya kurang atau berlebih</translation>
    </message>
    <message>
        <source>there are two of this code</source>
        <translation>ada dua dengan kode ini</translation>
    </message>
    <message>
        <source>there is no instruction “{value}”</source>
        <translation>tidak ada petunjuk “{value}”</translation>
    </message>
    <message>
        <source>there is no publication “{value}”</source>
        <translation>tidak ada terbitan “{value}”</translation>
    </message>
    <message>
        <source>this is missing</source>
        <translation>ini belum ada</translation>
    </message>
    <message>
        <source>this is no address</source>
        <translation>ini bukan alamat</translation>
    </message>
    <message>
        <source>this is no date</source>
        <translation>ini bukan tanggal</translation>
    </message>
    <message>
        <source>this is no such number</source>
        <translation>angka ini tidak sesuai</translation>
    </message>
    <message>
        <source>this is no table</source>
        <translation>ini bukan tabel</translation>
    </message>
    <message>
        <source>this is no text of 1 to {limit} characters on one line</source>
        <translation>ini bukan teks 1 sampai {limit} huruf dalam satu baris</translation>
    </message>
    <message>
        <source>this is not known here</source>
        <translation>ini tidak dikenal di sini</translation>
    </message>
    <message>
        <source>this is not possible here</source>
        <translation>ini tidak mungkin di sini</translation>
    </message>
    <message>
        <source>use one of: {known}</source>
        <translation>pakai salah satu dari: {known}</translation>
    </message>
    <message>
        <source>use small letters and _, 31 at most</source>
        <translation>pakai huruf kecil dan _, paling banyak 31</translation>
    </message>
    <message>
        <source>write a whole number from {low} to {high}</source>
        <translation>tulis bilangan bulat dari {low} sampai {high}</translation>
    </message>
    <message>
        <source>write it as 2026-11-29, without quotes</source>
        <translation>tulis seperti 2026-11-29, tanpa tanda kutip</translation>
    </message>
    <message>
        <source>write it as in the cards that come with the desk</source>
        <translation>tulis seperti pada kartu bawaan</translation>
    </message>
    <message>
        <source>write one in quotes, or shorten it</source>
        <translation>tulis dalam tanda kutip, atau pendekkan</translation>
    </message>
    <message>
        <source>write where it was read, as https://…</source>
        <translation>tulis tempat membacanya, seperti https://…</translation>
    </message>
    <message>
        <source>write {name}, or rename the file</source>
        <translation>tulis {name}, atau ganti nama berkasnya</translation>
    </message>
    <message>
        <source>{other} has the category {value} too</source>
        <translation>{other} juga punya kategori {value}</translation>
    </message>
    <message>
        <source>“{value}” is no code</source>
        <translation>“{value}” bukan kode</translation>
    </message>
</context>
<context>
    <name>Centre</name>
    <message>
        <source>Mind: a file enforces nothing against its owner. Whoever may open {file} on this machine can read and change everything in it, with any program and without a password.</source>
        <translation>Ingat: sebuah berkas tidak dapat membatasi pemiliknya. Siapa pun yang boleh membuka {file} di komputer ini dapat membaca dan mengubah semua isinya, dengan program apa pun dan tanpa kata sandi.</translation>
    </message>
    <message>
        <source>Name of the first administrator</source>
        <translation>Nama administrator pertama</translation>
    </message>
    <message>
        <source>Next, let operators in: centre add-operator --help</source>
        <translation>Berikutnya, buat akun operator: centre add-operator --help</translation>
    </message>
    <message>
        <source>No centre in {folder} yet.</source>
        <translation>Belum ada pusat layanan di {folder}.</translation>
    </message>
    <message>
        <source>The administrator signs in as {login}.</source>
        <translation>Administrator masuk sebagai {login}.</translation>
    </message>
    <message>
        <source>The centre of {city} is made: {file}</source>
        <translation>Pusat layanan {city} sudah dibuat: {file}</translation>
    </message>
    <message>
        <source>centre of {city}</source>
        <translation>pusat layanan {city}</translation>
    </message>
    <message>
        <source>desk {number}: {login}, Kulkul {version}, seen at {time}, {kept} acts kept</source>
        <translation>meja {number}: {login}, Kulkul {version}, terlihat {time}, {kept} tindakan tertahan</translation>
    </message>
    <message>
        <source>no terminal to ask for the administrator&apos;s name; give --admin-name</source>
        <translation>tidak ada terminal untuk menanyakan nama administrator; beri --admin-name</translation>
    </message>
    <message>
        <source>say in which file or on which server: --database {file} or {server}</source>
        <translation>sebutkan berkas atau servernya: --database {file} atau {server}</translation>
    </message>
    <message>
        <source>training centre of {city}</source>
        <translation>pusat latihan {city}</translation>
    </message>
    <message>
        <source>{database} is at this program&apos;s version; desks go on</source>
        <translation>{database} sudah sesuai versi program ini; meja dapat terus bekerja</translation>
    </message>
    <message>
        <source>{file} is upgraded; as it was before: {copy}</source>
        <translation>{file} sudah ditingkatkan; keadaan sebelumnya: {copy}</translation>
    </message>
    <message>
        <source>{file} needs no upgrade</source>
        <translation>{file} tidak perlu ditingkatkan</translation>
    </message>
    <message>
        <source>{login} can no longer sign in</source>
        <translation>{login} tidak dapat masuk lagi</translation>
    </message>
    <message>
        <source>{login} has another password</source>
        <translation>kata sandi {login} sudah diganti</translation>
    </message>
    <message>
        <source>{name} can sign in at {centre} as {login}: {roles}</source>
        <translation>{name} dapat masuk di {centre} sebagai {login}: {roles}</translation>
    </message>
</context>
<context>
    <name>Clocks</name>
    <message>
        <source>just these clocks hold already</source>
        <translation>target waktu ini sudah berlaku</translation>
    </message>
    <message>
        <source>not accepted: {code}</source>
        <translation>tidak diterima: {code}</translation>
    </message>
    <message>
        <source>only an administrator may change clocks</source>
        <translation>hanya administrator yang boleh mengubah target waktu</translation>
    </message>
    <message>
        <source>{new} new, {changed} changed, {withdrawn} withdrawn; all desks have them</source>
        <translation>{new} baru, {changed} berubah, {withdrawn} dicabut; semua meja memakainya</translation>
    </message>
</context>
<context>
    <name>Contacts</name>
    <message>
        <source>just these contacts hold already</source>
        <translation>kontak ini sudah berlaku</translation>
    </message>
    <message>
        <source>not accepted: {code}</source>
        <translation>tidak diterima: {code}</translation>
    </message>
    <message>
        <source>only an administrator may change the phone book</source>
        <translation>hanya administrator yang boleh mengubah buku telepon</translation>
    </message>
    <message>
        <source>{new} new, {changed} changed, {out} taken out; all desks have them</source>
        <translation>{new} baru, {changed} diubah, {out} dikeluarkan; semua meja menerimanya</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>Marked with !!: {count} to put right</source>
        <translation>Bertanda !!: {count} hal perlu dibetulkan</translation>
    </message>
    <message>
        <source>Nothing is wrong.</source>
        <translation>Tidak ada yang salah.</translation>
    </message>
    <message>
        <source>as the server&apos;s, to {seconds} s</source>
        <translation>sama dengan jam server, selisih {seconds} detik</translation>
    </message>
    <message>
        <source>centre of {city}</source>
        <translation>pusat layanan {city}</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>jam</translation>
    </message>
    <message>
        <source>connection encrypted, the server&apos;s certificate verified</source>
        <translation>sambungan dienkripsi, sertifikat server sudah diperiksa</translation>
    </message>
    <message>
        <source>connection not encrypted: anybody on the way can read along</source>
        <translation>sambungan tidak dienkripsi: siapa pun di jaringan dapat ikut membaca</translation>
    </message>
    <message>
        <source>connection on this machine, not encrypted</source>
        <translation>sambungan di komputer ini sendiri, tidak dienkripsi</translation>
    </message>
    <message>
        <source>database</source>
        <translation>basis data</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>disk</translation>
    </message>
    <message>
        <source>dispatch texts</source>
        <translation>teks pemberitahuan</translation>
    </message>
    <message>
        <source>display</source>
        <translation>layar</translation>
    </message>
    <message>
        <source>font</source>
        <translation>fon</translation>
    </message>
    <message>
        <source>no settings file ({file} is not there)</source>
        <translation>tanpa berkas pengaturan ({file} tidak ada)</translation>
    </message>
    <message>
        <source>no window can be opened: {reason}</source>
        <translation>jendela tidak dapat dibuka: {reason}</translation>
    </message>
    <message>
        <source>question cards</source>
        <translation>kartu tanya</translation>
    </message>
    <message>
        <source>schema {version}, {acts} acts</source>
        <translation>skema {version}, {acts} tindakan</translation>
    </message>
    <message>
        <source>server</source>
        <translation>server</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>pengaturan</translation>
    </message>
    <message>
        <source>the city&apos;s own in {file}</source>
        <translation>milik kota sendiri di {file}</translation>
    </message>
    <message>
        <source>the city&apos;s training centre</source>
        <translation>pusat latihan kota</translation>
    </message>
    <message>
        <source>the server&apos;s free disk space cannot be seen from here; look there with df -h</source>
        <translation>ruang kosong di cakram server tidak terlihat dari sini; periksa di sana dengan df -h</translation>
    </message>
    <message>
        <source>this is a standby: it takes no changes</source>
        <translation>ini server siaga: tidak menerima perubahan</translation>
    </message>
    <message>
        <source>this machine&apos;s clock is behind: the newest act is of {time}</source>
        <translation>jam komputer ini terlambat: tindakan terbaru bertanggal {time}</translation>
    </message>
    <message>
        <source>those that come with the city</source>
        <translation>yang dibawa paket kota</translation>
    </message>
    <message>
        <source>training centre of {city}</source>
        <translation>pusat latihan {city}</translation>
    </message>
    <message>
        <source>what is confirmed is not written through to the disk</source>
        <translation>yang sudah dikonfirmasi belum pasti tersimpan di disk</translation>
    </message>
    <message>
        <source>{connections} connections: room for {room} desks, {desks} seen in the last minute</source>
        <translation>{connections} sambungan: cukup untuk {room} meja, {desks} terlihat dalam semenit terakhir</translation>
    </message>
    <message>
        <source>{count}, {own} of them the city&apos;s own in {folder}</source>
        <translation>{count}, {own} di antaranya milik kota di {folder}</translation>
    </message>
    <message>
        <source>{file} is made when the desk is first opened</source>
        <translation>{file} dibuat saat meja pertama kali dibuka</translation>
    </message>
    <message>
        <source>{folder} cannot be written</source>
        <translation>{folder} tidak dapat ditulisi</translation>
    </message>
    <message>
        <source>{font} is not installed, {other} is used; Debian has it in fonts-inter</source>
        <translation>{font} belum terpasang, {other} yang dipakai; di Debian ada di paket fonts-inter</translation>
    </message>
    <message>
        <source>{free} GB free for {folder}</source>
        <translation>{free} GB kosong untuk {folder}</translation>
    </message>
    <message>
        <source>{seconds} s away from the server&apos;s clock: let a time server keep both (timedatectl set-ntp true)</source>
        <translation>selisih {seconds} detik dari jam server: samakan keduanya dengan server waktu (timedatectl set-ntp true)</translation>
    </message>
    <message>
        <source>{time}, kept by a time server</source>
        <translation>{time}, disetel oleh server waktu</translation>
    </message>
    <message>
        <source>{time}, not kept by a time server; ages and times may be wrong</source>
        <translation>{time}, tidak disetel oleh server waktu; umur dan waktu kejadian bisa keliru</translation>
    </message>
    <message>
        <source>{time}; whether a time server keeps it cannot be asked here</source>
        <translation>{time}; di sini tidak dapat ditanyakan apakah disetel oleh server waktu</translation>
    </message>
    <message>
        <source>{url} answers; to look inside: doctor --as LOGIN, password in {variable}</source>
        <translation>{url} menjawab; untuk melihat isinya: doctor --as LOGIN, kata sandi di {variable}</translation>
    </message>
</context>
<context>
    <name>Erase</name>
    <message>
        <source>Personal values erased: {calls} calls, {incidents} incidents, {memos} reminders or messages</source>
        <translation>Data pribadi dihapus: {calls} panggilan, {incidents} kejadian, {memos} pengingat atau pesan</translation>
    </message>
    <message>
        <source>Personal values erased: {calls} calls, {incidents} incidents, {memos} reminders or messages, {others} other texts in which the number stood</source>
        <translation>Data pribadi dihapus: {calls} panggilan, {incidents} kejadian, {memos} pengingat atau pesan, {others} teks lain yang memuat nomor itu</translation>
    </message>
    <message>
        <source>Personal values erased: {contacts} contacts</source>
        <translation>Data pribadi dihapus: {contacts} kontak</translation>
    </message>
    <message>
        <source>Personal values erased: {memos} reminders or messages</source>
        <translation>Data pribadi dihapus: {memos} pengingat atau pesan</translation>
    </message>
    <message>
        <source>Personal values erased: {others} crews and hand-overs</source>
        <translation>Nilai pribadi dihapus: {others} regu dan serah terima</translation>
    </message>
    <message>
        <source>Personal values erased: {warnings} warnings</source>
        <translation>Data pribadi dihapus: {warnings} peringatan</translation>
    </message>
    <message>
        <source>not accepted: {code}</source>
        <translation>tidak diterima: {code}</translation>
    </message>
    <message>
        <source>only a supervisor or an administrator may erase</source>
        <translation>hanya supervisor atau administrator boleh menghapus</translation>
    </message>
    <message>
        <source>somebody changed this meanwhile; once more</source>
        <translation>sementara itu ada yang mengubahnya; ulangi</translation>
    </message>
    <message>
        <source>the number also stands in {count} places that are not personal to the database (landmark, address, told to): they stay</source>
        <translation>nomor itu juga tertulis di {count} tempat yang bagi basis data bukan data pribadi (patokan, alamat, diberi tahu kepada): tetap ada</translation>
    </message>
    <message>
        <source>the reason is missing or too long</source>
        <translation>alasannya kosong atau terlalu panjang</translation>
    </message>
    <message>
        <source>this has been opened again; once more when it is over</source>
        <translation>ini dibuka kembali; ulangi bila sudah selesai</translation>
    </message>
    <message>
        <source>traces may be left in the file&apos;s free space: close all desks, then give this command again</source>
        <translation>mungkin ada sisa di ruang kosong berkas: tutup semua meja, lalu ulangi perintah ini</translation>
    </message>
    <message>
        <source>{count} calls, or what belongs to them, are not over: left as they are</source>
        <translation>{count} panggilan atau yang terkait dengannya belum selesai: dibiarkan</translation>
    </message>
    <message>
        <source>{count} reminders are not done: left as they are (Alt+P)</source>
        <translation>{count} pengingat belum beres: dibiarkan (Alt+P)</translation>
    </message>
    <message>
        <source>{count} texts or calls with the number are not over: left as they are</source>
        <translation>{count} teks atau panggilan dengan nomor itu belum selesai: dibiarkan</translation>
    </message>
    <message>
        <source>{count} warnings still hold: withdraw them first (Ctrl+Shift+H)</source>
        <translation>{count} peringatan masih berlaku: cabut dulu (Ctrl+Shift+H)</translation>
    </message>
    <message>
        <source>{number} is no telephone number</source>
        <translation>{number} bukan nomor telepon</translation>
    </message>
</context>
<context>
    <name>Exercise</name>
    <message>
        <source>Stopped; the same command goes on from here.</source>
        <translation>Dihentikan; perintah yang sama akan melanjutkan dari sini.</translation>
    </message>
    <message>
        <source>{count} not possible: {kinds}</source>
        <translation>{count} tidak dapat dimainkan: {kinds}</translation>
    </message>
    <message>
        <source>{count} played</source>
        <translation>{count} sudah dimainkan</translation>
    </message>
    <message>
        <source>{count} played: {kinds}</source>
        <translation>{count} dimainkan: {kinds}</translation>
    </message>
    <message>
        <source>{count} were played before</source>
        <translation>{count} sudah dimainkan sebelumnya</translation>
    </message>
    <message>
        <source>{login} must have the roles: {roles}</source>
        <translation>{login} harus memiliki peran: {roles}</translation>
    </message>
    <message>
        <source>{name}: {count} events, into the training centre of {city}. Ctrl+C stops.</source>
        <translation>{name}: {count} peristiwa, ke pusat latihan {city}. Ctrl+C untuk berhenti.</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>, or nothing</source>
        <translation>, atau kosongkan</translation>
    </message>
    <message>
        <source>1 to 20 small letters, digits, dashes</source>
        <translation>1 sampai 20 huruf kecil, angka, atau tanda hubung</translation>
    </message>
    <message>
        <source>a heading, a number, or a list of them</source>
        <translation>judul kolom, angka, atau daftarnya</translation>
    </message>
    <message>
        <source>a list of lines in quotes</source>
        <translation>daftar baris dalam tanda kutip</translation>
    </message>
    <message>
        <source>a number from {low} to {high}, with a point</source>
        <translation>angka dari {low} sampai {high}, dengan titik desimal</translation>
    </message>
    <message>
        <source>a point needs latitude and longitude</source>
        <translation>titik perlu lintang dan bujur</translation>
    </message>
    <message>
        <source>a target cannot hold for a category and a priority</source>
        <translation>batas waktu tidak dapat berlaku untuk kategori dan prioritas sekaligus</translation>
    </message>
    <message>
        <source>a time zone, as America/New_York</source>
        <translation>zona waktu, misalnya America/New_York</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>bilangan bulat</translation>
    </message>
    <message>
        <source>a whole number from {low} to {high}</source>
        <translation>bilangan bulat dari {low} sampai {high}</translation>
    </message>
    <message>
        <source>add it below [groups], or write a word without @</source>
        <translation>tambahkan di bawah [groups], atau tulis kata tanpa @</translation>
    </message>
    <message>
        <source>add it to agencies.csv or use a code from there</source>
        <translation>tambahkan instansinya di agencies.csv atau pakai kode dari sana</translation>
    </message>
    <message>
        <source>add it to stations.csv or use a code from there</source>
        <translation>tambahkan di stations.csv atau pakai kode dari sana</translation>
    </message>
    <message>
        <source>add it; resources/cities/README.md says what it holds</source>
        <translation>tambahkan; isinya dijelaskan di resources/cities/README.md</translation>
    </message>
    <message>
        <source>add the heading and at least one line</source>
        <translation>tambahkan judul kolom dan sedikitnya satu baris</translation>
    </message>
    <message>
        <source>add {column} to the heading and to every line</source>
        <translation>tambahkan {column} di judul kolom dan di setiap baris</translation>
    </message>
    <message>
        <source>add {example}</source>
        <translation>tambahkan {example}</translation>
    </message>
    <message>
        <source>add {key} = …</source>
        <translation>tambahkan {key} = …</translation>
    </message>
    <message>
        <source>agency</source>
        <translation>instansi</translation>
    </message>
    <message>
        <source>area</source>
        <translation>wilayah</translation>
    </message>
    <message>
        <source>begin with HH:MM:SS, or -1d HH:MM:SS for the day before</source>
        <translation>awali dengan HH:MM:SS, atau -1d HH:MM:SS untuk sehari sebelumnya</translation>
    </message>
    <message>
        <source>category</source>
        <translation>kategori</translation>
    </message>
    <message>
        <source>city pack {city}:</source>
        <translation>berkas kota {city}:</translation>
    </message>
    <message>
        <source>correct the line</source>
        <translation>koreksi barisnya</translation>
    </message>
    <message>
        <source>correct the line; a value is written as name = &quot;value&quot;</source>
        <translation>koreksi barisnya; isian ditulis sebagai nama = &quot;isi&quot;</translation>
    </message>
    <message>
        <source>correct the mapping</source>
        <translation>koreksi pemetaannya</translation>
    </message>
    <message>
        <source>correct the mapping; the file has: {known}</source>
        <translation>koreksi pemetaannya; kolom di berkas: {known}</translation>
    </message>
    <message>
        <source>exercises are played in a training centre only</source>
        <translation>latihan hanya dijalankan di pusat latihan</translation>
    </message>
    <message>
        <source>fill both, or none</source>
        <translation>isi keduanya, atau kosongkan</translation>
    </message>
    <message>
        <source>fill it in</source>
        <translation>isilah</translation>
    </message>
    <message>
        <source>fill needs or tell</source>
        <translation>isi needs atau tell</translation>
    </message>
    <message>
        <source>give each incident its own</source>
        <translation>beri setiap kejadian nama sendiri</translation>
    </message>
    <message>
        <source>give each line its own code</source>
        <translation>beri setiap baris kode sendiri</translation>
    </message>
    <message>
        <source>give each outcome its own letter or digit</source>
        <translation>beri setiap hasil huruf atau angka sendiri</translation>
    </message>
    <message>
        <source>give each unit its own</source>
        <translation>beri setiap armada nama panggil sendiri</translation>
    </message>
    <message>
        <source>hospital</source>
        <translation>rumah sakit</translation>
    </message>
    <message>
        <source>kelurahan</source>
        <translation>kelurahan</translation>
    </message>
    <message>
        <source>leave one of the two empty</source>
        <translation>kosongkan salah satunya</translation>
    </message>
    <message>
        <source>leave parent empty</source>
        <translation>kosongkan parent</translation>
    </message>
    <message>
        <source>let opened come later</source>
        <translation>tulis opened yang lebih lambat</translation>
    </message>
    <message>
        <source>let until come later</source>
        <translation>tulis until yang lebih lambat</translation>
    </message>
    <message>
        <source>line {first} plans the same level for the same incidents</source>
        <translation>baris {first} merencanakan tingkat yang sama untuk kejadian yang sama</translation>
    </message>
    <message>
        <source>line {first} sets the same clock for the same incidents</source>
        <translation>baris {first} sudah mengatur batas waktu itu untuk kejadian yang sama</translation>
    </message>
    <message>
        <source>name a file that exists</source>
        <translation>sebutkan berkas yang ada</translation>
    </message>
    <message>
        <source>name a text file in UTF-8, zipped with gzip or not</source>
        <translation>sebutkan berkas teks UTF-8, boleh dipadatkan dengan gzip</translation>
    </message>
    <message>
        <source>name a time zone, as Asia/Makassar</source>
        <translation>sebutkan zona waktu, misalnya Asia/Makassar</translation>
    </message>
    <message>
        <source>name each agency once</source>
        <translation>sebutkan setiap instansi sekali saja</translation>
    </message>
    <message>
        <source>name the one that leads</source>
        <translation>sebutkan instansi utamanya</translation>
    </message>
    <message>
        <source>no mapping fits the columns of the file</source>
        <translation>tidak ada pemetaan yang cocok dengan kolom berkas</translation>
    </message>
    <message>
        <source>one of: {known}</source>
        <translation>salah satu dari: {known}</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>hasil</translation>
    </message>
    <message>
        <source>play it in a centre of {wanted}</source>
        <translation>jalankan di pusat {wanted}</translation>
    </message>
    <message>
        <source>put a cell that contains a separator in quotes</source>
        <translation>beri tanda kutip pada sel yang berisi tanda pemisah</translation>
    </message>
    <message>
        <source>put {value} into it: nobody is sent without</source>
        <translation>masukkan {value}: tanpa itu tidak ada yang dikirim</translation>
    </message>
    <message>
        <source>remove it; known are {known}</source>
        <translation>hapus; yang dikenal: {known}</translation>
    </message>
    <message>
        <source>remove one of the two</source>
        <translation>hapus salah satunya</translation>
    </message>
    <message>
        <source>save it as UTF-8</source>
        <translation>simpan sebagai UTF-8</translation>
    </message>
    <message>
        <source>save it as text in UTF-8</source>
        <translation>simpan sebagai teks UTF-8</translation>
    </message>
    <message>
        <source>set alarm to {warn} or more</source>
        <translation>tulis alarm {warn} atau lebih</translation>
    </message>
    <message>
        <source>set parent to the code of a line whose level is kecamatan</source>
        <translation>isi parent dengan kode baris yang level-nya kecamatan</translation>
    </message>
    <message>
        <source>shorten it to {limit}</source>
        <translation>ringkas menjadi {limit}</translation>
    </message>
    <message>
        <source>take it out of “unchecked”</source>
        <translation>keluarkan dari “unchecked”</translation>
    </message>
    <message>
        <source>the alarm ({alarm} s) comes before the warning ({warn} s)</source>
        <translation>alarm ({alarm} d) mendahului peringatan ({warn} d)</translation>
    </message>
    <message>
        <source>the call sign “{value}” is used in line {first} already</source>
        <translation>nama panggil “{value}” sudah dipakai di baris {first}</translation>
    </message>
    <message>
        <source>the call “{value}” ends before its incident has it</source>
        <translation>panggilan “{value}” berakhir sebelum masuk ke kejadiannya</translation>
    </message>
    <message>
        <source>the code “{value}” cannot be used</source>
        <translation>kode “{value}” tidak dapat dipakai</translation>
    </message>
    <message>
        <source>the code “{value}” was used in line {first} already</source>
        <translation>kode “{value}” sudah dipakai di baris {first}</translation>
    </message>
    <message>
        <source>the column {column} is missing</source>
        <translation>kolom {column} tidak ada</translation>
    </message>
    <message>
        <source>the column {column} is not known</source>
        <translation>kolom {column} tidak dikenal</translation>
    </message>
    <message>
        <source>the exercise is written for {wanted}, the centre is {city}</source>
        <translation>latihan ini ditulis untuk {wanted}, pusatnya {city}</translation>
    </message>
    <message>
        <source>the file cannot be read: {why}</source>
        <translation>berkas tidak dapat dibaca: {why}</translation>
    </message>
    <message>
        <source>the file has no column “{value}” for {key}</source>
        <translation>berkas tidak punya kolom “{value}” untuk {key}</translation>
    </message>
    <message>
        <source>the file has no line with a call and a time</source>
        <translation>berkas tidak punya baris dengan panggilan dan waktu</translation>
    </message>
    <message>
        <source>the file has no lines</source>
        <translation>berkas tidak punya baris</translation>
    </message>
    <message>
        <source>the file is missing</source>
        <translation>berkas tidak ada</translation>
    </message>
    <message>
        <source>the file is not UTF-8</source>
        <translation>berkas ini bukan UTF-8</translation>
    </message>
    <message>
        <source>the key is “{value}”</source>
        <translation>tombolnya “{value}”</translation>
    </message>
    <message>
        <source>the key “{value}” chooses {other} already</source>
        <translation>tombol “{value}” sudah memilih {other}</translation>
    </message>
    <message>
        <source>the line has {found} cells, the heading {expected}</source>
        <translation>baris punya {found} sel, judul kolom {expected}</translation>
    </message>
    <message>
        <source>the name “{value}” is used twice</source>
        <translation>nama “{value}” dipakai dua kali</translation>
    </message>
    <message>
        <source>there is no agency “{value}” in this city</source>
        <translation>tidak ada instansi “{value}” di kota ini</translation>
    </message>
    <message>
        <source>there is no area “{value}”</source>
        <translation>tidak ada wilayah “{value}”</translation>
    </message>
    <message>
        <source>there is no category “{value}”</source>
        <translation>tidak ada kategori “{value}”</translation>
    </message>
    <message>
        <source>there is no group “{value}”, used in “{key}”</source>
        <translation>tidak ada kelompok “{value}”, yang dipakai dalam “{key}”</translation>
    </message>
    <message>
        <source>there is no setting “{key}”</source>
        <translation>tidak ada pengaturan “{key}”</translation>
    </message>
    <message>
        <source>there is no station “{value}”</source>
        <translation>tidak ada pos “{value}”</translation>
    </message>
    <message>
        <source>there is no {what} “{value}” in {city}</source>
        <translation>tidak ada {what} “{value}” di {city}</translation>
    </message>
    <message>
        <source>this centre is real</source>
        <translation>ini pusat sungguhan</translation>
    </message>
    <message>
        <source>this is not TOML</source>
        <translation>ini bukan TOML</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>armada</translation>
    </message>
    <message>
        <source>use a code from areas.csv</source>
        <translation>pakai kode dari areas.csv</translation>
    </message>
    <message>
        <source>use a code from categories.csv</source>
        <translation>pakai kode dari categories.csv</translation>
    </message>
    <message>
        <source>use a code of categories.csv</source>
        <translation>pakai kode dari categories.csv</translation>
    </message>
    <message>
        <source>use a number like 112 or leave it empty</source>
        <translation>pakai nomor seperti 112 atau kosongkan</translation>
    </message>
    <message>
        <source>use letters and digits, _ between words that follow each other, + for a doubled word</source>
        <translation>pakai huruf dan angka, _ di antara kata yang beriringan, + untuk kata ulang</translation>
    </message>
    <message>
        <source>use letters, digits, dots, dashes and _, 1 to 64 of them</source>
        <translation>pakai huruf, angka, titik, tanda hubung dan _, 1 sampai 64</translation>
    </message>
    <message>
        <source>use one capital letter or one digit</source>
        <translation>pakai satu huruf besar atau satu angka</translation>
    </message>
    <message>
        <source>use one of the city&apos;s: {known}</source>
        <translation>pakai salah satu milik kota: {known}</translation>
    </message>
    <message>
        <source>use one of: {known}</source>
        <translation>pakai salah satu dari: {known}</translation>
    </message>
    <message>
        <source>use the names that resources/lexicon/README.md describes</source>
        <translation>pakai nama yang dijelaskan di resources/lexicon/README.md</translation>
    </message>
    <message>
        <source>use two capital letters</source>
        <translation>pakai dua huruf besar</translation>
    </message>
    <message>
        <source>write 1 to 9</source>
        <translation>tulis 1 sampai 9</translation>
    </message>
    <message>
        <source>write [{key}] on a line of its own, and below it what belongs to it</source>
        <translation>tulis [{key}] pada baris sendiri, dan isinya di bawahnya</translation>
    </message>
    <message>
        <source>write _ between words that follow each other, or a comma</source>
        <translation>tulis _ di antara kata yang beriringan, atau koma</translation>
    </message>
    <message>
        <source>write a name, =, and a text in quotes; each name once</source>
        <translation>tulis nama, =, dan teks dalam tanda kutip; tiap nama sekali saja</translation>
    </message>
    <message>
        <source>write a time and one of: {known}</source>
        <translation>tulis waktu dan salah satu dari: {known}</translation>
    </message>
    <message>
        <source>write area code and number, as 0361-223333</source>
        <translation>tulis kode wilayah dan nomor, misalnya 0361-223333</translation>
    </message>
    <message>
        <source>write digits, as 0361-223333; a slash stands between two numbers</source>
        <translation>tulis angka, seperti 0361-223333; garis miring memisahkan dua nomor</translation>
    </message>
    <message>
        <source>write from-to, as 22:00-06:00</source>
        <translation>tulis dari-sampai, seperti 22:00-06:00</translation>
    </message>
    <message>
        <source>write it as {key} = &quot;&quot;&quot;…&quot;&quot;&quot;, and shorter</source>
        <translation>tulis {key} = &quot;&quot;&quot;…&quot;&quot;&quot;, dan lebih pendek</translation>
    </message>
    <message>
        <source>write it as {key} = &quot;…&quot;, with up to {limit} characters in one line</source>
        <translation>tulis {key} = &quot;…&quot;, paling banyak {limit} huruf dalam satu baris</translation>
    </message>
    <message>
        <source>write it as {wanted}</source>
        <translation>tulis sebagai {wanted}</translation>
    </message>
    <message>
        <source>write kind:count, or kind:count/people, as engine:2/3; kinds joined by |</source>
        <translation>tulis jenis:jumlah, atau jenis:jumlah/orang, misalnya engine:2/3; jenis dipisah |</translation>
    </message>
    <message>
        <source>write one, as {example}, and name it</source>
        <translation>buat pemetaan seperti {example}, lalu sebutkan</translation>
    </message>
    <message>
        <source>write street and number, as Jl. Gajah Mada 5</source>
        <translation>tulis jalan dan nomor, seperti Jl. Gajah Mada 5</translation>
    </message>
    <message>
        <source>write the city&apos;s name, 1 to 80 characters</source>
        <translation>tulis nama kota, 1 sampai 80 karakter</translation>
    </message>
    <message>
        <source>write the trunk code with its zero, as 0361</source>
        <translation>tulis kode area dengan nolnya, misalnya 0361</translation>
    </message>
    <message>
        <source>write words in quotes, with commas between them</source>
        <translation>tulis kata dalam tanda kutip, dipisahkan koma</translation>
    </message>
    <message>
        <source>write {wanted}</source>
        <translation>tulis {wanted}</translation>
    </message>
    <message>
        <source>{column} has {found} characters</source>
        <translation>{column} berisi {found} karakter</translation>
    </message>
    <message>
        <source>{column} is empty</source>
        <translation>{column} kosong</translation>
    </message>
    <message>
        <source>{column} is “{value}”</source>
        <translation>{column} berisi “{value}”</translation>
    </message>
    <message>
        <source>{key} is missing</source>
        <translation>{key} tidak ada</translation>
    </message>
    <message>
        <source>{key} is no text of up to {limit} characters</source>
        <translation>{key} bukan teks dengan paling banyak {limit} huruf</translation>
    </message>
    <message>
        <source>{key} is no word or two</source>
        <translation>{key} bukan satu dua kata</translation>
    </message>
    <message>
        <source>{key} is not known here</source>
        <translation>{key} tidak dikenal di sini</translation>
    </message>
    <message>
        <source>{key} is “{value}”</source>
        <translation>{key} berisi “{value}”</translation>
    </message>
    <message>
        <source>{key} tells no {value}</source>
        <translation>{key} tidak memuat {value}</translation>
    </message>
    <message>
        <source>{value} has supporting agencies and no lead</source>
        <translation>{value} punya instansi pendukung tanpa instansi utama</translation>
    </message>
    <message>
        <source>{value} is a kecamatan and has a parent</source>
        <translation>{value} adalah kecamatan tetapi punya parent</translation>
    </message>
    <message>
        <source>{value} is in line {first} already</source>
        <translation>{value} sudah ada di baris {first}</translation>
    </message>
    <message>
        <source>{value} is named twice</source>
        <translation>{value} disebut dua kali</translation>
    </message>
    <message>
        <source>{value} is no part of a text</source>
        <translation>{value} bukan bagian teks</translation>
    </message>
    <message>
        <source>{value} lies in no kecamatan</source>
        <translation>{value} tidak berada di kecamatan mana pun</translation>
    </message>
    <message>
        <source>“{key}” is no number of words</source>
        <translation>“{key}” bukan jumlah kata</translation>
    </message>
    <message>
        <source>“{key}” is no section</source>
        <translation>“{key}” bukan bagian</translation>
    </message>
    <message>
        <source>“{key}” is no text</source>
        <translation>“{key}” bukan teks</translation>
    </message>
    <message>
        <source>“{value}” begins with no time</source>
        <translation>“{value}” tidak diawali waktu</translation>
    </message>
    <message>
        <source>“{value}” cannot be read as a word</source>
        <translation>“{value}” tidak dapat dibaca sebagai kata</translation>
    </message>
    <message>
        <source>“{value}” cannot be understood</source>
        <translation>“{value}” tidak dapat dipahami</translation>
    </message>
    <message>
        <source>“{value}” has a brace too many, or is no part of a text</source>
        <translation>“{value}” kelebihan kurung kurawal, atau bukan bagian teks</translation>
    </message>
    <message>
        <source>“{value}” has no call</source>
        <translation>“{value}” tidak punya panggilan</translation>
    </message>
    <message>
        <source>“{value}” has no word in it by which a place is known</source>
        <translation>“{value}” tidak memuat kata yang menunjukkan tempat</translation>
    </message>
    <message>
        <source>“{value}” in “{key}” is more than one word</source>
        <translation>“{value}” dalam “{key}” lebih dari satu kata</translation>
    </message>
    <message>
        <source>“{value}” is no public short number</source>
        <translation>“{value}” bukan nomor pendek umum</translation>
    </message>
    <message>
        <source>“{value}” is no telephone number</source>
        <translation>“{value}” bukan nomor telepon</translation>
    </message>
    <message>
        <source>“{value}” is opened before its call is answered</source>
        <translation>“{value}” dibuka sebelum panggilannya dijawab</translation>
    </message>
    <message>
        <source>“{value}” is to be checked, but no pattern uses it</source>
        <translation>“{value}” harus diperiksa, tetapi tidak dipakai pola mana pun</translation>
    </message>
    <message>
        <source>“{value}” says no hours</source>
        <translation>“{value}” bukan jam</translation>
    </message>
    <message>
        <source>“{value}” says no units</source>
        <translation>“{value}” tidak menyebut armada</translation>
    </message>
    <message>
        <source>“{value}” sends nobody and tells nobody</source>
        <translation>“{value}” tidak menugaskan dan tidak memberi tahu siapa pun</translation>
    </message>
</context>
<context>
    <name>Gazetteer</name>
    <message>
        <source>alleys</source>
        <translation>gang dan lorong</translation>
    </message>
    <message>
        <source>banjar halls</source>
        <translation>balai banjar</translation>
    </message>
    <message>
        <source>beaches</source>
        <translation>pantai</translation>
    </message>
    <message>
        <source>borders changed</source>
        <translation>batas berubah</translation>
    </message>
    <message>
        <source>borders gone</source>
        <translation>batas yang hilang</translation>
    </message>
    <message>
        <source>borders left out, known by their code already</source>
        <translation>batas dilewati, sudah dikenal dari kodenya</translation>
    </message>
    <message>
        <source>borders left out, of no known level</source>
        <translation>batas dilewati, tingkatnya tidak dikenal</translation>
    </message>
    <message>
        <source>borders left out, twice in the file</source>
        <translation>batas dilewati, dua kali di berkas</translation>
    </message>
    <message>
        <source>borders of a city or kabupaten</source>
        <translation>batas kota atau kabupaten</translation>
    </message>
    <message>
        <source>borders of a kecamatan</source>
        <translation>batas kecamatan</translation>
    </message>
    <message>
        <source>borders of a kelurahan or desa</source>
        <translation>batas kelurahan atau desa</translation>
    </message>
    <message>
        <source>bridges</source>
        <translation>jembatan</translation>
    </message>
    <message>
        <source>hospitals and clinics</source>
        <translation>rumah sakit dan klinik</translation>
    </message>
    <message>
        <source>hotels</source>
        <translation>hotel</translation>
    </message>
    <message>
        <source>import {number}: {file} as {source}, by {by}, {when}</source>
        <translation>impor {number}: {file} sebagai {source}, oleh {by}, {when}</translation>
    </message>
    <message>
        <source>junctions</source>
        <translation>simpang</translation>
    </message>
    <message>
        <source>known from another file already</source>
        <translation>sudah dikenal dari berkas lain</translation>
    </message>
    <message>
        <source>left out, no place that callers name</source>
        <translation>dilewati, bukan tempat yang disebut pelapor</translation>
    </message>
    <message>
        <source>left out, without a name</source>
        <translation>dilewati, tanpa nama</translation>
    </message>
    <message>
        <source>markets and shops</source>
        <translation>pasar dan toko</translation>
    </message>
    <message>
        <source>mosques</source>
        <translation>masjid</translation>
    </message>
    <message>
        <source>new borders</source>
        <translation>batas baru</translation>
    </message>
    <message>
        <source>new places</source>
        <translation>tempat baru</translation>
    </message>
    <message>
        <source>no borders loaded: a point tells no kelurahan; import the borders of the kelurahan</source>
        <translation>belum ada batas wilayah: titik belum menunjukkan kelurahan; impor batas kelurahan</translation>
    </message>
    <message>
        <source>offices</source>
        <translation>kantor</translation>
    </message>
    <message>
        <source>other places</source>
        <translation>tempat lain</translation>
    </message>
    <message>
        <source>places changed</source>
        <translation>tempat berubah</translation>
    </message>
    <message>
        <source>places gone</source>
        <translation>tempat yang hilang</translation>
    </message>
    <message>
        <source>places of other files with another kelurahan now</source>
        <translation>tempat dari berkas lain yang kini berkelurahan lain</translation>
    </message>
    <message>
        <source>points too far from the city</source>
        <translation>titik terlalu jauh dari kota</translation>
    </message>
    <message>
        <source>puskesmas</source>
        <translation>puskesmas</translation>
    </message>
    <message>
        <source>schools</source>
        <translation>sekolah</translation>
    </message>
    <message>
        <source>streets</source>
        <translation>jalan</translation>
    </message>
    <message>
        <source>temples</source>
        <translation>pura</translation>
    </message>
    <message>
        <source>without a point on the map</source>
        <translation>tanpa titik di peta</translation>
    </message>
    <message>
        <source>{count} places imported, {kept} kept by operators</source>
        <translation>{count} tempat diimpor, {kept} disimpan operator</translation>
    </message>
    <message>
        <source>{done} of {total} places written</source>
        <translation>{done} dari {total} tempat ditulis</translation>
    </message>
    <message>
        <source>{file} holds nothing of this city; nothing was changed</source>
        <translation>{file} tidak berisi apa pun dari kota ini; tidak ada yang diubah</translation>
    </message>
    <message>
        <source>{file} is damaged or of another form: {detail}</source>
        <translation>{file} rusak atau bentuknya lain: {detail}</translation>
    </message>
    <message>
        <source>{file}: no column tells the name ({detail})</source>
        <translation>{file}: tidak ada kolom berisi nama ({detail})</translation>
    </message>
    <message>
        <source>{file}: no known form; .osm.pbf, .geojson or .csv, also packed (.gz)</source>
        <translation>{file}: bentuk tidak dikenal; .osm.pbf, .geojson, atau .csv, juga yang dimampatkan (.gz)</translation>
    </message>
    <message>
        <source>{source}: imported</source>
        <translation>{source}: diimpor</translation>
    </message>
    <message>
        <source>{source}: nothing changed</source>
        <translation>{source}: tidak ada yang berubah</translation>
    </message>
</context>
<context>
    <name>Hospitals</name>
    <message>
        <source>line {line}: {name}: lat and lon are swapped; point left out</source>
        <translation>baris {line}: {name}: lintang dan bujur tertukar; titik tidak diambil</translation>
    </message>
    <message>
        <source>line {line}: {name}: no coordinates</source>
        <translation>baris {line}: {name}: tanpa koordinat</translation>
    </message>
    <message>
        <source>line {line}: {name}: the point of line {figure} too; both left out</source>
        <translation>baris {line}: {name}: titiknya sama dengan baris {figure}; keduanya tidak diambil</translation>
    </message>
    <message>
        <source>line {line}: {name}: {km} km outside the city; point left out</source>
        <translation>baris {line}: {name}: {km} km di luar kota; titik tidak diambil</translation>
    </message>
    <message>
        <source>no borders loaded: judged by the middles of the areas</source>
        <translation>batas wilayah belum dimuat: dinilai dari tengah kelurahan</translation>
    </message>
    <message>
        <source>not accepted: {code}</source>
        <translation>tidak diterima: {code}</translation>
    </message>
    <message>
        <source>only an administrator may import hospitals</source>
        <translation>hanya administrator yang boleh mengimpor daftar RS</translation>
    </message>
    <message>
        <source>{file} cannot be read: {detail}</source>
        <translation>{file} tidak dapat dibaca: {detail}</translation>
    </message>
    <message>
        <source>{file} needs a column called one of: {detail}</source>
        <translation>{file} perlu kolom bernama salah satu dari: {detail}</translation>
    </message>
    <message>
        <source>{new} new hospitals, {placed} places new, {changed} changed, {known} known already; {doubts} points left out; {elsewhere} lines of other cities</source>
        <translation>{new} RS baru, {placed} titik baru, {changed} berubah, {known} sudah ada; {doubts} titik tidak diambil; {elsewhere} baris kota lain</translation>
    </message>
</context>
<context>
    <name>Kept</name>
    <message>
        <source>{count} acts are in {file}. Deliver them at another desk: deliver-kept {file}</source>
        <translation>{count} catatan ada di {file}. Kirim dari meja lain: deliver-kept {file}</translation>
    </message>
    <message>
        <source>{count} acts were new here; {waiting} did not fit and wait for a decision.</source>
        <translation>{count} catatan baru di sini; {waiting} tidak cocok dan menunggu keputusan.</translation>
    </message>
</context>
<context>
    <name>Lexicon</name>
    <message>
        <source>{file} is not UTF-8: save it as UTF-8</source>
        <translation>{file} bukan UTF-8: simpan sebagai UTF-8</translation>
    </message>
</context>
<context>
    <name>Orders</name>
    <message>
        <source>; note</source>
        <translation>; catatan</translation>
    </message>
    <message>
        <source>; words</source>
        <translation>; kata</translation>
    </message>
    <message>
        <source>A merge stays: what came to the other incident cannot be told apart.</source>
        <translation>Yang sudah disatukan tetap satu: yang datang ke kejadian lain tidak dapat dipisahkan lagi.</translation>
    </message>
    <message>
        <source>AGENCIES</source>
        <translation>INSTANSI</translation>
    </message>
    <message>
        <source>AGENCY</source>
        <translation>INSTANSI</translation>
    </message>
    <message>
        <source>All at work on {about} know it. Name whom to tell again.</source>
        <translation>Semua yang bertugas di {about} sudah tahu. Sebutkan siapa yang diberi tahu lagi.</translation>
    </message>
    <message>
        <source>An incident stays: merge it (Ctrl+M) or close it (Ctrl+W).</source>
        <translation>Kejadian tetap ada: satukan (Ctrl+M) atau tutup (Ctrl+W).</translation>
    </message>
    <message>
        <source>Another level is needed, from {least} to {most}: more is not planned for it.</source>
        <translation>Perlu tingkat lain, dari {least} sampai {most}: lebih dari itu tidak direncanakan.</translation>
    </message>
    <message>
        <source>CLOSED INCIDENT</source>
        <translation>KEJADIAN TERTUTUP</translation>
    </message>
    <message>
        <source>CONTACT</source>
        <translation>KONTAK</translation>
    </message>
    <message>
        <source>For 48 hours at most; say so again then.</source>
        <translation>Paling lama 48 jam; katakan lagi nanti.</translation>
    </message>
    <message>
        <source>HOSPITAL</source>
        <translation>RS</translation>
    </message>
    <message>
        <source>INCIDENT</source>
        <translation>KEJADIAN</translation>
    </message>
    <message>
        <source>It was changed since: it stays as it is.</source>
        <translation>Sudah berubah sejak itu: tetap seperti adanya.</translation>
    </message>
    <message>
        <source>LEVEL</source>
        <translation>TINGKAT</translation>
    </message>
    <message>
        <source>Letters and digits only, a letter first, at most {about}.</source>
        <translation>Hanya huruf dan angka, huruf di depan, paling banyak {about}.</translation>
    </message>
    <message>
        <source>No alarm waits to be taken.</source>
        <translation>Tidak ada alarm yang belum dipegang.</translation>
    </message>
    <message>
        <source>No incident waits for {about}: say which one (antre).</source>
        <translation>Tidak ada kejadian yang menunggu {about}: sebutkan yang mana (antre).</translation>
    </message>
    <message>
        <source>No incident “{typed}” was closed today.</source>
        <translation>Tidak ada kejadian “{typed}” yang ditutup hari ini.</translation>
    </message>
    <message>
        <source>No message waits to be read.</source>
        <translation>Tidak ada pesan yang belum dibaca.</translation>
    </message>
    <message>
        <source>No order was about an incident yet: type its number.</source>
        <translation>Belum ada perintah tentang kejadian: ketik nomornya.</translation>
    </message>
    <message>
        <source>No reminder has the words “{typed}”.</source>
        <translation>Tidak ada pengingat dengan kata “{typed}”.</translation>
    </message>
    <message>
        <source>No time ahead. Type +30m, or: until 14:05</source>
        <translation>Bukan waktu mendatang. Ketik +30m, atau: sampai 14:05</translation>
    </message>
    <message>
        <source>No time that has been. Type -5m, or: at 14:05</source>
        <translation>Bukan waktu yang sudah lewat. Ketik -5m, atau: pukul 14:05</translation>
    </message>
    <message>
        <source>No warning of this place waits to be read.</source>
        <translation>Tidak ada peringatan tempat ini yang belum dibaca.</translation>
    </message>
    <message>
        <source>Nobody has {about} in hand.</source>
        <translation>{about} tidak dipegang siapa pun.</translation>
    </message>
    <message>
        <source>Nobody is called “{typed}” in the phone book.</source>
        <translation>Tidak ada “{typed}” di buku telepon.</translation>
    </message>
    <message>
        <source>Nobody knows which is nearest: import hospitals, or type its name.</source>
        <translation>Belum diketahui mana yang terdekat: impor daftar RS, atau ketik namanya.</translation>
    </message>
    <message>
        <source>OPERATORS</source>
        <translation>OPERATOR</translation>
    </message>
    <message>
        <source>OUTCOME</source>
        <translation>HASIL</translation>
    </message>
    <message>
        <source>PATIENTS</source>
        <translation>PASIEN</translation>
    </message>
    <message>
        <source>POST</source>
        <translation>POS</translation>
    </message>
    <message>
        <source>REMINDER</source>
        <translation>PENGINGAT</translation>
    </message>
    <message>
        <source>REMINDER TIME</source>
        <translation>PENGINGAT WAKTU</translation>
    </message>
    <message>
        <source>Read first: {warnings}. Alt+A: read</source>
        <translation>Baca dulu: {warnings}. Alt+A: sudah dibaca</translation>
    </message>
    <message>
        <source>Read first: {warnings}. Then type: read {number}</source>
        <translation>Baca dulu: {warnings}. Lalu ketik: baca {number}</translation>
    </message>
    <message>
        <source>Say how: by whatsapp, by radio or by telephone.</source>
        <translation>Sebutkan caranya: lewat whatsapp, lewat radio, atau lewat telepon.</translation>
    </message>
    <message>
        <source>Stands for: {about}. Type = and an order to change it, = alone to forget it.</source>
        <translation>Artinya: {about}. Ketik = dan perintah untuk mengubahnya, = saja untuk melupakannya.</translation>
    </message>
    <message>
        <source>TIME</source>
        <translation>WAKTU</translation>
    </message>
    <message>
        <source>That cannot be taken back by a key: correct it by hand.</source>
        <translation>Itu tidak bisa diurungkan dengan tombol: koreksi sendiri.</translation>
    </message>
    <message>
        <source>That is the same incident: type another.</source>
        <translation>Itu kejadian yang sama: ketik yang lain.</translation>
    </message>
    <message>
        <source>That is you. Type another name, or a reminder: ingatkan saya 10m; …</source>
        <translation>Itu Anda sendiri. Ketik nama lain, atau pengingat: ingatkan saya 10m; …</translation>
    </message>
    <message>
        <source>That needs the desk&apos;s window.</source>
        <translation>Itu memerlukan jendela meja.</translation>
    </message>
    <message>
        <source>That one works on {about}: name the right incident, or none.</source>
        <translation>Yang itu bertugas di {about}: sebutkan kejadian yang benar, atau kosongkan.</translation>
    </message>
    <message>
        <source>That status stays: correct its time (Ctrl+Shift+U), or call the unit off.</source>
        <translation>Status itu tetap: koreksi waktunya (Ctrl+Shift+U), atau batalkan armadanya.</translation>
    </message>
    <message>
        <source>That word means something already: take another.</source>
        <translation>Kata itu sudah punya arti: pilih yang lain.</translation>
    </message>
    <message>
        <source>The call joined an incident: Ctrl+Shift+J parts it.</source>
        <translation>Panggilan digabung ke kejadian: Ctrl+Shift+J memisahkannya.</translation>
    </message>
    <message>
        <source>The call was ended: Shift+F6 takes back the last end of a call.</source>
        <translation>Panggilan sudah diakhiri: Shift+F6 mengurungkan akhir panggilan yang terakhir.</translation>
    </message>
    <message>
        <source>The call was parted: Ctrl+J joins it again.</source>
        <translation>Panggilan sudah dipisahkan: Ctrl+J menggabungkannya lagi.</translation>
    </message>
    <message>
        <source>The templates of dispatch texts cannot be used: see the doctor.</source>
        <translation>Templat teks pemberitahuan tidak dapat dipakai: lihat ./run doctor.</translation>
    </message>
    <message>
        <source>There are {about} already: forget one first (singkat … =).</source>
        <translation>Sudah ada {about}: lupakan satu dulu (singkat … =).</translation>
    </message>
    <message>
        <source>There is no agency “{typed}”.</source>
        <translation>Tidak ada instansi “{typed}”.</translation>
    </message>
    <message>
        <source>There is no hospital “{typed}”.</source>
        <translation>Tidak ada rumah sakit “{typed}”.</translation>
    </message>
    <message>
        <source>There is no incident “{typed}” on the board.</source>
        <translation>Tidak ada kejadian “{typed}” di daftar.</translation>
    </message>
    <message>
        <source>There is no open incident “{typed}”.</source>
        <translation>Tidak ada kejadian terbuka “{typed}”.</translation>
    </message>
    <message>
        <source>There is no operator “{typed}”.</source>
        <translation>Tidak ada operator “{typed}”.</translation>
    </message>
    <message>
        <source>There is no outcome “{typed}”.</source>
        <translation>Tidak ada hasil “{typed}”.</translation>
    </message>
    <message>
        <source>There is no post “{typed}”.</source>
        <translation>Tidak ada pos “{typed}”.</translation>
    </message>
    <message>
        <source>There is no unit and no agency “{typed}”.</source>
        <translation>Tidak ada armada maupun instansi “{typed}”.</translation>
    </message>
    <message>
        <source>There is no unit “{typed}”.</source>
        <translation>Tidak ada armada “{typed}”.</translation>
    </message>
    <message>
        <source>This order takes no note: leave it out.</source>
        <translation>Perintah ini tanpa catatan: hapus.</translation>
    </message>
    <message>
        <source>This order takes no time: leave it out.</source>
        <translation>Perintah ini tanpa waktu: hapus.</translation>
    </message>
    <message>
        <source>Too long: at most {about} characters are kept of it.</source>
        <translation>Terlalu panjang: paling banyak {about} huruf disimpan.</translation>
    </message>
    <message>
        <source>Too long: at most {about} characters.</source>
        <translation>Terlalu panjang: paling banyak {about} huruf.</translation>
    </message>
    <message>
        <source>Type 1 to {about} people, or their names with commas; nobody named is left out of the count.</source>
        <translation>Ketik 1 sampai {about} orang, atau nama mereka dengan koma; yang disebut namanya ikut dihitung.</translation>
    </message>
    <message>
        <source>Type a semicolon and the words: “; …”</source>
        <translation>Ketik titik koma lalu kata-katanya: “; …”</translation>
    </message>
    <message>
        <source>Type an order, as: {example}</source>
        <translation>Ketik perintah, seperti: {example}</translation>
    </message>
    <message>
        <source>Type what is to be said.</source>
        <translation>Ketik apa yang hendak dikatakan.</translation>
    </message>
    <message>
        <source>Type {what}</source>
        <translation>Ketik {what}</translation>
    </message>
    <message>
        <source>UNIT NAMES or NUMBER</source>
        <translation>ARMADA NAMA atau JUMLAH</translation>
    </message>
    <message>
        <source>UNIT STATUS at TIME</source>
        <translation>ARMADA STATUS pukul WAKTU</translation>
    </message>
    <message>
        <source>UNITS</source>
        <translation>ARMADA</translation>
    </message>
    <message>
        <source>UNITS, AGENCIES</source>
        <translation>ARMADA, INSTANSI</translation>
    </message>
    <message>
        <source>Units or agencies are still at work: give a reason, “; …”</source>
        <translation>Masih ada armada atau instansi yang bertugas: isi alasannya, “; …”</translation>
    </message>
    <message>
        <source>WORD = ORDER</source>
        <translation>KATA = PERINTAH</translation>
    </message>
    <message>
        <source>WORDS</source>
        <translation>KATA</translation>
    </message>
    <message>
        <source>Which one: {verbs}? Type more of it.</source>
        <translation>Yang mana: {verbs}? Ketik lebih lengkap.</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>Peran Anda tidak mengizinkan ini.</translation>
    </message>
    <message>
        <source>[+30m]</source>
        <translation>[+30m]</translation>
    </message>
    <message>
        <source>[INCIDENT] TIME [;] WORDS</source>
        <translation>[KEJADIAN] WAKTU [;] KATA-KATA</translation>
    </message>
    <message>
        <source>a closed incident, as: 003; or select one</source>
        <translation>kejadian yang ditutup, seperti: 003; atau pilih satu</translation>
    </message>
    <message>
        <source>a crew is in distress: alarms every desk until one takes it</source>
        <translation>regu dalam bahaya: berbunyi di semua meja sampai ada yang menangani</translation>
    </message>
    <message>
        <source>a hospital takes nobody, until a time if known; the next is proposed</source>
        <translation>RS tidak menerima pasien, sampai pukul sekian bila diketahui; yang berikut diusulkan</translation>
    </message>
    <message>
        <source>a hospital that was full takes patients again</source>
        <translation>RS yang penuh menerima pasien lagi</translation>
    </message>
    <message>
        <source>a hospital was told who comes: its destination, or the one named</source>
        <translation>RS diberi tahu siapa yang datang: tujuannya, atau yang disebut</translation>
    </message>
    <message>
        <source>a hospital, as: to wangaya</source>
        <translation>rumah sakit, seperti: ke wangaya</translation>
    </message>
    <message>
        <source>a post, as: to juanda</source>
        <translation>pos, seperti: ke juanda</translation>
    </message>
    <message>
        <source>a short word and what it stands for, as: k1 = kirim dam1, a1 ke</source>
        <translation>sebuah kata pendek dan artinya, misalnya: k1 = kirim dam1, a1 ke</translation>
    </message>
    <message>
        <source>a unit and its crew, as: dam4 made, wayan; or only how many: dam4 3</source>
        <translation>armada dan regunya, seperti: dam4 made, wayan; atau jumlahnya saja: dam4 3</translation>
    </message>
    <message>
        <source>about no incident</source>
        <translation>tidak tentang kejadian</translation>
    </message>
    <message>
        <source>agencies, as: pln, polisi*</source>
        <translation>instansi, seperti: pln, polisi*</translation>
    </message>
    <message>
        <source>an agency accepted</source>
        <translation>instansi menerima</translation>
    </message>
    <message>
        <source>an agency calls the place safe: PLN cut the power</source>
        <translation>instansi menyatakan aman: PLN sudah memutus listrik</translation>
    </message>
    <message>
        <source>an agency is done</source>
        <translation>instansi selesai</translation>
    </message>
    <message>
        <source>an agency is there</source>
        <translation>instansi di lokasi</translation>
    </message>
    <message>
        <source>an agency refused</source>
        <translation>instansi menolak</translation>
    </message>
    <message>
        <source>an agency set out</source>
        <translation>instansi berangkat</translation>
    </message>
    <message>
        <source>an agency that was told</source>
        <translation>instansi yang sudah diberi tahu</translation>
    </message>
    <message>
        <source>an incident, as: 003; or select one</source>
        <translation>kejadian, seperti: 003; atau pilih satu</translation>
    </message>
    <message>
        <source>an open incident, as: 003; or select one</source>
        <translation>kejadian terbuka, seperti: 003; atau pilih satu</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>pukul {time}</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>sibuk</translation>
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
        <source>called off</source>
        <translation>batal</translation>
    </message>
    <message>
        <source>called off from its incident</source>
        <translation>batal dari kejadiannya</translation>
    </message>
    <message>
        <source>calls an agency off, for a reason</source>
        <translation>membatalkan instansi, dengan alasan</translation>
    </message>
    <message>
        <source>calls units off, for a reason</source>
        <translation>membatalkan armada, dengan alasan</translation>
    </message>
    <message>
        <source>closes an incident with its outcome, by letter or name</source>
        <translation>menutup kejadian dengan hasilnya, huruf atau nama</translation>
    </message>
    <message>
        <source>corrects a time of a unit at work, for a reason</source>
        <translation>koreksi waktu armada bertugas, dengan alasan</translation>
    </message>
    <message>
        <source>crew of {people}</source>
        <translation>regu {people}</translation>
    </message>
    <message>
        <source>ends a distress that was none, and who said so</source>
        <translation>mengakhiri darurat yang ternyata bukan, dan kata siapa</translation>
    </message>
    <message>
        <source>ends a distress: the crew is safe, and who said so</source>
        <translation>mengakhiri darurat: regu aman, dan kata siapa</translation>
    </message>
    <message>
        <source>filter the list by “{text}”</source>
        <translation>saring daftar dengan “{text}”</translation>
    </message>
    <message>
        <source>filters the list by words; without words it shows all</source>
        <translation>menyaring daftar dengan kata; tanpa kata semua tampil</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>pasien diserahkan</translation>
    </message>
    <message>
        <source>handed over, returning</source>
        <translation>pasien diserahkan, kembali</translation>
    </message>
    <message>
        <source>hospital not known yet; nearest: {proposed}</source>
        <translation>RS belum diketahui; terdekat: {proposed}</translation>
    </message>
    <message>
        <source>how many of which colour, as: 2 red 1 yellow</source>
        <translation>berapa dan warna apa, mis. 2 merah 1 kuning</translation>
    </message>
    <message>
        <source>how many patients, each with a colour: red, yellow, green, black</source>
        <translation>berapa pasien, masing-masing dengan warna: merah, kuning, hijau, hitam</translation>
    </message>
    <message>
        <source>lets a word of your own stand for the beginning of an order</source>
        <translation>membuat kata Anda sendiri mewakili awal suatu perintah</translation>
    </message>
    <message>
        <source>lets busy units come to an incident next, once they are free</source>
        <translation>armada yang sibuk menuju kejadian ini berikutnya, begitu bebas</translation>
    </message>
    <message>
        <source>lets go of an incident</source>
        <translation>melepaskan kejadian</translation>
    </message>
    <message>
        <source>lets units not come to the incident that waits for them</source>
        <translation>armada tidak jadi menuju kejadian yang menunggunya</translation>
    </message>
    <message>
        <source>lets units stand at another post</source>
        <translation>memindahkan armada ke pos lain</translation>
    </message>
    <message>
        <source>logs a call to a contact, with what came of it</source>
        <translation>mencatat telepon ke kontak, dengan hasilnya</translation>
    </message>
    <message>
        <source>look up “{text}” through all years</source>
        <translation>cari “{text}” di semua tahun</translation>
    </message>
    <message>
        <source>looks up incidents and calls of all years</source>
        <translation>mencari kejadian dan panggilan semua tahun</translation>
    </message>
    <message>
        <source>makes an agency the lead</source>
        <translation>menjadikan instansi utama</translation>
    </message>
    <message>
        <source>merges an incident into another</source>
        <translation>menyatukan kejadian ke kejadian lain</translation>
    </message>
    <message>
        <source>new call “{text}”</source>
        <translation>panggilan baru “{text}”</translation>
    </message>
    <message>
        <source>next: {proposed}</source>
        <translation>berikutnya: {proposed}</translation>
    </message>
    <message>
        <source>nobody else is at a desk now</source>
        <translation>tidak ada orang lain di meja sekarang</translation>
    </message>
    <message>
        <source>none</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>opens a closed incident again, for a reason</source>
        <translation>membuka kembali kejadian, dengan alasan</translation>
    </message>
    <message>
        <source>patients were handed over: the unit returns</source>
        <translation>pasien diserahkan: armada kembali</translation>
    </message>
    <message>
        <source>put off to {time}: “{memo}”</source>
        <translation>ditunda sampai {time}: “{memo}”</translation>
    </message>
    <message>
        <source>puts a reminder off, named by its words or its incident</source>
        <translation>menunda pengingat, disebut dengan kata-katanya atau kejadiannya</translation>
    </message>
    <message>
        <source>raises the alarm by one, or sets it to a level</source>
        <translation>menaikkan alarm satu tingkat, atau menetapkan tingkatnya</translation>
    </message>
    <message>
        <source>read, from {who}: “{memo}”</source>
        <translation>dibaca, dari {who}: “{memo}”</translation>
    </message>
    <message>
        <source>relates two incidents that stay separate</source>
        <translation>mengaitkan dua kejadian yang tetap terpisah</translation>
    </message>
    <message>
        <source>reminder at {time} for all desks: “{text}”</source>
        <translation>pengingat pukul {time} untuk semua meja: “{text}”</translation>
    </message>
    <message>
        <source>reminder at {time} for you alone: “{text}”</source>
        <translation>pengingat pukul {time} untuk Anda saja: “{text}”</translation>
    </message>
    <message>
        <source>reminder done: “{memo}”</source>
        <translation>pengingat beres: “{memo}”</translation>
    </message>
    <message>
        <source>reminds all desks of words at a time (saya|me: you alone)</source>
        <translation>mengingatkan semua meja pada suatu waktu (saya|me: Anda saja)</translation>
    </message>
    <message>
        <source>says that a reminder is done</source>
        <translation>menyatakan pengingat sudah beres</translation>
    </message>
    <message>
        <source>says that all messages were read</source>
        <translation>menyatakan semua pesan sudah dibaca</translation>
    </message>
    <message>
        <source>says that the critical warnings of the place were read</source>
        <translation>menyatakan peringatan kritis tempat itu sudah dibaca</translation>
    </message>
    <message>
        <source>select {incident}</source>
        <translation>pilih {incident}</translation>
    </message>
    <message>
        <source>selects an incident in the list</source>
        <translation>memilih kejadian di daftar</translation>
    </message>
    <message>
        <source>sends a message to operators by name, or to all desks</source>
        <translation>mengirim pesan ke operator menurut nama, atau ke semua meja</translation>
    </message>
    <message>
        <source>sends busy units to another incident</source>
        <translation>mengalihkan armada bertugas ke kejadian lain</translation>
    </message>
    <message>
        <source>sends free units to the incident that waits for them</source>
        <translation>mengirim armada yang bebas ke kejadian yang menunggunya</translation>
    </message>
    <message>
        <source>sends units to an incident; ! diverts those that are busy</source>
        <translation>menugaskan armada ke kejadian; ! mengalihkan yang bertugas</translation>
    </message>
    <message>
        <source>sets the hospital to which units go</source>
        <translation>menetapkan rumah sakit tujuan armada</translation>
    </message>
    <message>
        <source>show the crews on duty</source>
        <translation>tampilkan regu yang dinas</translation>
    </message>
    <message>
        <source>show the page of handing over</source>
        <translation>tampilkan halaman serah terima</translation>
    </message>
    <message>
        <source>shows the crews on duty</source>
        <translation>menampilkan regu yang dinas</translation>
    </message>
    <message>
        <source>shows the page of handing over</source>
        <translation>menampilkan halaman serah terima</translation>
    </message>
    <message>
        <source>signs a crew on to a unit: how many people, or their names</source>
        <translation>mencatat regu mulai dinas di armada: berapa orang, atau nama mereka</translation>
    </message>
    <message>
        <source>some words</source>
        <translation>kata-kata</translation>
    </message>
    <message>
        <source>take back what was just done</source>
        <translation>urungkan yang baru dilakukan</translation>
    </message>
    <message>
        <source>take the alarm “{alarm}” · {incident}</source>
        <translation>pegang alarm “{alarm}” · {incident}</translation>
    </message>
    <message>
        <source>takes a distress in hand; the alarm ends at every desk</source>
        <translation>menangani darurat regu; alarm berhenti di semua meja</translation>
    </message>
    <message>
        <source>takes a new call, with what the caller says</source>
        <translation>menerima panggilan baru, dengan kata pelapor</translation>
    </message>
    <message>
        <source>takes an alarm, the most dangerous one without an incident</source>
        <translation>memegang alarm; tanpa kejadian, yang paling berbahaya</translation>
    </message>
    <message>
        <source>takes an incident in hand</source>
        <translation>memegang kejadian</translation>
    </message>
    <message>
        <source>takes an incident out of another&apos;s hand, for a reason</source>
        <translation>mengambil alih kejadian dari tangan orang lain, dengan alasan</translation>
    </message>
    <message>
        <source>takes back what was just done, as Alt+Z does</source>
        <translation>mengurungkan yang baru dilakukan, seperti Alt+Z</translation>
    </message>
    <message>
        <source>tells agencies of an incident; * lets one lead; alone the category&apos;s</source>
        <translation>merujuk kejadian ke instansi; * jadi utama; tanpa nama: milik kategori</translation>
    </message>
    <message>
        <source>tells an agency once more</source>
        <translation>memberi tahu instansi ulang</translation>
    </message>
    <message>
        <source>tells units or agencies the dispatch text; alone all who do not know it yet</source>
        <translation>memberi tahu armada atau instansi dengan teks pemberitahuan; tanpa nama semua yang belum tahu</translation>
    </message>
    <message>
        <source>the crew on scene is well: its clock begins anew</source>
        <translation>regu di lokasi aman: hitungan waktunya mulai lagi</translation>
    </message>
    <message>
        <source>the hospital agreed to take them</source>
        <translation>RS bersedia menerima</translation>
    </message>
    <message>
        <source>the hospital to which a unit goes is full, until a time if known</source>
        <translation>RS tujuan armada penuh, sampai pukul sekian bila diketahui</translation>
    </message>
    <message>
        <source>the outcome, as: as handled</source>
        <translation>hasilnya, seperti: sebagai tertangani</translation>
    </message>
    <message>
        <source>the place is not safe though that was written, for a reason</source>
        <translation>tempat belum aman meski sudah dicatat, dengan alasan</translation>
    </message>
    <message>
        <source>the time, as: 10m, or: at 14:05</source>
        <translation>waktunya, misalnya: 10m, atau: pukul 14:05</translation>
    </message>
    <message>
        <source>to all desks: “{text}”</source>
        <translation>ke semua meja: “{text}”</translation>
    </message>
    <message>
        <source>to whom: a name, or all</source>
        <translation>kepada siapa: sebuah nama, atau semua</translation>
    </message>
    <message>
        <source>to {name}: “{text}”</source>
        <translation>ke {name}: “{text}”</translation>
    </message>
    <message>
        <source>units are at the hospital</source>
        <translation>armada di rumah sakit</translation>
    </message>
    <message>
        <source>units are available</source>
        <translation>armada siap</translation>
    </message>
    <message>
        <source>units are busy with what is no incident</source>
        <translation>armada sibuk dengan yang bukan kejadian</translation>
    </message>
    <message>
        <source>units are on scene</source>
        <translation>armada di lokasi</translation>
    </message>
    <message>
        <source>units are out of service: why, and until when</source>
        <translation>armada rusak: mengapa, dan sampai kapan</translation>
    </message>
    <message>
        <source>units are under way</source>
        <translation>armada menuju</translation>
    </message>
    <message>
        <source>units go off duty</source>
        <translation>armada lepas dinas</translation>
    </message>
    <message>
        <source>units or agencies at work, as: dam4, pln</source>
        <translation>armada atau instansi yang bertugas, misalnya: dam4, pln</translation>
    </message>
    <message>
        <source>units return and may be sent again</source>
        <translation>armada kembali dan boleh ditugaskan lagi</translation>
    </message>
    <message>
        <source>units take patients to a hospital</source>
        <translation>armada membawa pasien ke rumah sakit</translation>
    </message>
    <message>
        <source>units, as: dam4, a3</source>
        <translation>armada, seperti: dam4, a3</translation>
    </message>
    <message>
        <source>until now: {meaning}</source>
        <translation>sampai sekarang: {meaning}</translation>
    </message>
    <message>
        <source>until when, as: until 22:00, or +2h</source>
        <translation>sampai kapan, mis. sampai 22:00, atau +2j</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>sampai {time}</translation>
    </message>
    <message>
        <source>was not on scene: the incident counts as handled</source>
        <translation>belum di lokasi: kejadian terhitung tertangani</translation>
    </message>
    <message>
        <source>which reminder: some of its words, or the number of its incident</source>
        <translation>pengingat yang mana: sebagian katanya, atau nomor kejadiannya</translation>
    </message>
    <message>
        <source>whom to telephone, as: pln</source>
        <translation>siapa yang ditelepon, misalnya: pln</translation>
    </message>
    <message>
        <source>writes a note on the timeline</source>
        <translation>menulis catatan di kronologi</translation>
    </message>
    <message>
        <source>{about} comes there next already: nothing changes.</source>
        <translation>{about} memang sudah berikutnya ke sana: tidak ada yang berubah.</translation>
    </message>
    <message>
        <source>{about} has been told already: write down its answer.</source>
        <translation>{about} sudah diberi tahu: catat jawabannya.</translation>
    </message>
    <message>
        <source>{about} has no number yet: an administrator adds it (Alt+K).</source>
        <translation>{about} belum punya nomor: administrator menambahkannya (Alt+K).</translation>
    </message>
    <message>
        <source>{about} has no such time now. Type as: dam4 on scene at 14:05</source>
        <translation>{about} tidak punya waktu itu sekarang. Ketik seperti: dam4 di lokasi pukul 14:05</translation>
    </message>
    <message>
        <source>{about} has not called it safe: write that first (aman), or give a reason, “; …”</source>
        <translation>{about} belum menyatakan aman: catat itu dulu (aman), atau isi alasannya, “; …”</translation>
    </message>
    <message>
        <source>{about} is closed: open it again first (buka kembali).</source>
        <translation>{about} sudah ditutup: buka kembali dulu.</translation>
    </message>
    <message>
        <source>{about} is free: send it now (kirim).</source>
        <translation>{about} bebas: kirim sekarang (kirim).</translation>
    </message>
    <message>
        <source>{about} is in no distress.</source>
        <translation>{about} tidak dalam bahaya.</translation>
    </message>
    <message>
        <source>{about} is in nobody else&apos;s hand: take it (pegang).</source>
        <translation>{about} tidak dipegang orang lain: pegang saja (pegang).</translation>
    </message>
    <message>
        <source>{about} is open.</source>
        <translation>{about} masih terbuka.</translation>
    </message>
    <message>
        <source>{about} is sent to no incident: there is nothing to tell it.</source>
        <translation>{about} tidak ditugaskan ke kejadian mana pun: tidak ada yang diberitahukan.</translation>
    </message>
    <message>
        <source>{about} is there already: nothing changes.</source>
        <translation>{about} sudah di sana: tidak ada yang berubah.</translation>
    </message>
    <message>
        <source>{about} is this centre itself: send its units.</source>
        <translation>{about} adalah pusat ini sendiri: tugaskan armadanya.</translation>
    </message>
    <message>
        <source>{about} takes patients already.</source>
        <translation>{about} sudah menerima pasien.</translation>
    </message>
    <message>
        <source>{about} was told of nothing yet: refer first.</source>
        <translation>{about} belum diberi tahu: rujuk dulu.</translation>
    </message>
    <message>
        <source>{about}: the alarm was raised already. Take it: take distress</source>
        <translation>{about}: sudah dibunyikan. Tangani: tangani darurat</translation>
    </message>
    <message>
        <source>{agency} was told of {numbers}: type which, as: of 003</source>
        <translation>{agency} diberi tahu {numbers}: ketik yang mana, seperti: dari 003</translation>
    </message>
    <message>
        <source>{agency}: calls it safe · {incident}</source>
        <translation>{agency}: menyatakan aman · {incident}</translation>
    </message>
    <message>
        <source>{agency}: leads · {incident}</source>
        <translation>{agency}: jadi utama · {incident}</translation>
    </message>
    <message>
        <source>{agency}: not safe yet · {incident}</source>
        <translation>{agency}: belum aman · {incident}</translation>
    </message>
    <message>
        <source>{agency}: told again · {incident}</source>
        <translation>{agency}: diberi tahu ulang · {incident}</translation>
    </message>
    <message>
        <source>{agency}: {state} by now: call it off for a reason instead.</source>
        <translation>{agency} kini {state}: batalkan dengan alasan.</translation>
    </message>
    <message>
        <source>{contact} telephoned, {number}: {result}</source>
        <translation>{contact} ditelepon, {number}: {result}</translation>
    </message>
    <message>
        <source>{contact}: {number}. Type a semicolon and what came of it: {results}</source>
        <translation>{contact}: {number}. Ketik titik koma dan hasilnya: {results}</translation>
    </message>
    <message>
        <source>{hospital}, {minutes} min {way}</source>
        <translation>{hospital}, {minutes} mnt {way}</translation>
    </message>
    <message>
        <source>{hospital}: FULL since {time}, end not known</source>
        <translation>{hospital}: PENUH sejak {time}, belum tahu sampai kapan</translation>
    </message>
    <message>
        <source>{hospital}: FULL until {time}</source>
        <translation>{hospital}: PENUH sampai {time}</translation>
    </message>
    <message>
        <source>{hospital}: full until {time}; all desks see it</source>
        <translation>{hospital}: penuh sampai {time}; terlihat di semua meja</translation>
    </message>
    <message>
        <source>{hospital}: full, end not known; all desks see it</source>
        <translation>{hospital}: penuh, belum tahu sampai kapan; terlihat di semua meja</translation>
    </message>
    <message>
        <source>{hospital}: takes patients again</source>
        <translation>{hospital}: menerima pasien lagi</translation>
    </message>
    <message>
        <source>{incident} was changed since: it stays as it is.</source>
        <translation>{incident} sudah berubah sejak itu: tetap seperti adanya.</translation>
    </message>
    <message>
        <source>{incident}: alarm {level}</source>
        <translation>{incident}: alarm {level}</translation>
    </message>
    <message>
        <source>{incident}: closed, {outcome}</source>
        <translation>{incident}: ditutup, {outcome}</translation>
    </message>
    <message>
        <source>{incident}: in your hand</source>
        <translation>{incident}: Anda pegang</translation>
    </message>
    <message>
        <source>{incident}: let go</source>
        <translation>{incident}: dilepaskan</translation>
    </message>
    <message>
        <source>{incident}: merged into {other}</source>
        <translation>{incident}: disatukan ke {other}</translation>
    </message>
    <message>
        <source>{incident}: note “{note}”</source>
        <translation>{incident}: catatan “{note}”</translation>
    </message>
    <message>
        <source>{incident}: note “{note}” struck through</source>
        <translation>{incident}: catatan “{note}” dicoret</translation>
    </message>
    <message>
        <source>{incident}: open again</source>
        <translation>{incident}: dibuka kembali</translation>
    </message>
    <message>
        <source>{incident}: related to {other}</source>
        <translation>{incident}: dikaitkan dengan {other}</translation>
    </message>
    <message>
        <source>{incident}: taken over into your hand</source>
        <translation>{incident}: diambil alih, kini Anda pegang</translation>
    </message>
    <message>
        <source>{incident}: warnings read: {warnings}</source>
        <translation>{incident}: peringatan dibaca: {warnings}</translation>
    </message>
    <message>
        <source>{incident}: {agencies} told by {means}</source>
        <translation>{incident}: {agencies} diberi tahu lewat {means}</translation>
    </message>
    <message>
        <source>{incident}: {names} told the text by {means}</source>
        <translation>{incident}: {names} diberi tahu teksnya lewat {means}</translation>
    </message>
    <message>
        <source>{name} has it in hand: a supervisor takes it over (take over {number}; why).</source>
        <translation>Dipegang {name}: supervisor mengambil alih (ambil alih {number}; alasan).</translation>
    </message>
    <message>
        <source>{name} is at no desk now and reads it later</source>
        <translation>{name} tidak di meja sekarang dan membacanya nanti</translation>
    </message>
    <message>
        <source>{name} is {status}: “{verb}” cannot follow. Possible: {options}</source>
        <translation>{name} {status}: “{verb}” tidak bisa menyusul. Bisa: {options}</translation>
    </message>
    <message>
        <source>{units}: assigned to {incident}</source>
        <translation>{units}: ditugaskan ke {incident}</translation>
    </message>
    <message>
        <source>{units}: crew is well · {incident}</source>
        <translation>{units}: regu aman · {incident}</translation>
    </message>
    <message>
        <source>{units}: next to {incident}, once free</source>
        <translation>{units}: berikutnya ke {incident}, begitu bebas</translation>
    </message>
    <message>
        <source>{units}: not next to {incident} any more</source>
        <translation>{units}: tidak jadi ke {incident} berikutnya</translation>
    </message>
    <message>
        <source>{unit} is bound for it</source>
        <translation>{unit} menuju ke sana</translation>
    </message>
    <message>
        <source>{unit} is bound for it: next is {proposed}</source>
        <translation>{unit} menuju ke sana: berikutnya {proposed}</translation>
    </message>
    <message>
        <source>{unit} is {status} by now: call it off for a reason instead.</source>
        <translation>{unit} kini {status}: batalkan dengan alasan.</translation>
    </message>
    <message>
        <source>{unit} is {status} since {time}: it cannot have happened before.</source>
        <translation>{unit} {status} sejak {time}: tidak mungkin terjadi sebelumnya.</translation>
    </message>
    <message>
        <source>{unit} is {status}. Type what is said of it: {options}</source>
        <translation>{unit} {status}. Ketik keadaannya: {options}</translation>
    </message>
    <message>
        <source>{unit} is {status}: end that first ({unit} k).</source>
        <translation>{unit} {status}: selesaikan dulu ({unit} k).</translation>
    </message>
    <message>
        <source>{unit} is {status}: it must be available first ({unit} s).</source>
        <translation>{unit} {status}: harus siap dulu ({unit} s).</translation>
    </message>
    <message>
        <source>{unit} is {status}: “{typed}!” diverts it.</source>
        <translation>{unit} {status}: “{typed}!” mengalihkannya.</translation>
    </message>
    <message>
        <source>{unit}: CREW IN DISTRESS, all desks are alarmed · {incident}</source>
        <translation>{unit}: REGU DALAM BAHAYA, semua meja berbunyi · {incident}</translation>
    </message>
    <message>
        <source>{unit}: crew safe, distress over</source>
        <translation>{unit}: regu aman, darurat selesai</translation>
    </message>
    <message>
        <source>{unit}: distress in your hand</source>
        <translation>{unit}: darurat Anda tangani</translation>
    </message>
    <message>
        <source>{unit}: diverted to {incident}</source>
        <translation>{unit}: dialihkan ke {incident}</translation>
    </message>
    <message>
        <source>{unit}: diverted to {incident}; left behind: {left}</source>
        <translation>{unit}: dialihkan ke {incident}; ditinggal: {left}</translation>
    </message>
    <message>
        <source>{unit}: false alarm, distress over</source>
        <translation>{unit}: alarm palsu, darurat selesai</translation>
    </message>
    <message>
        <source>{unit}: goes to {hospital}</source>
        <translation>{unit}: menuju {hospital}</translation>
    </message>
    <message>
        <source>{unit}: patients {told}</source>
        <translation>{unit}: pasien {told}</translation>
    </message>
    <message>
        <source>{unit}: stands at {station}</source>
        <translation>{unit}: berada di {station}</translation>
    </message>
    <message>
        <source>{unit}: {hospital} agreed</source>
        <translation>{unit}: {hospital} bersedia</translation>
    </message>
    <message>
        <source>{unit}: {hospital} was told</source>
        <translation>{unit}: {hospital} diberi tahu</translation>
    </message>
    <message>
        <source>{word} is forgotten: it stood for {meaning}</source>
        <translation>{word} dilupakan: tadinya berarti {meaning}</translation>
    </message>
    <message>
        <source>{word} stands for: {meaning}</source>
        <translation>{word} berarti: {meaning}</translation>
    </message>
    <message>
        <source>“{typed}” counts no patients. Type as: 2 red 1 yellow 3 green 1 black</source>
        <translation>“{typed}” bukan hitungan pasien. Ketik mis. 2 merah 1 kuning 3 hijau 1 hitam</translation>
    </message>
    <message>
        <source>“{typed}” fits {names}: type more of it.</source>
        <translation>“{typed}” cocok dengan {names}: ketik lebih lengkap.</translation>
    </message>
    <message>
        <source>“{typed}” is no order. To go there: {select} {typed}</source>
        <translation>“{typed}” bukan perintah. Untuk ke sana: {select} {typed}</translation>
    </message>
    <message>
        <source>“{typed}” is no order. Type a verb: {verbs} …</source>
        <translation>“{typed}” bukan perintah. Ketik kata kerja: {verbs} …</translation>
    </message>
    <message>
        <source>“{typed}” is too much here: leave it out, or write it behind a semicolon.</source>
        <translation>“{typed}” berlebih di sini: hapus, atau tulis setelah titik koma.</translation>
    </message>
</context>
<context>
    <name>PaperForm</name>
    <message>
        <source>112 {city} — calls on paper, to be entered later</source>
        <translation>112 {city} — laporan di kertas, dimasukkan menyusul</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Call type, if no incident</source>
        <translation>Jenis, bila bukan kejadian</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Pelapor</translation>
    </message>
    <message>
        <source>Calls on paper</source>
        <translation>Laporan di kertas</translation>
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
        <source>Date: ____-____-________     Operator: ______________________</source>
        <translation>Tanggal: ____-____-________     Operator: ______________________</translation>
    </message>
    <message>
        <source>Done at</source>
        <translation>Selesai</translation>
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
        <source>Outcome</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>People hurt</source>
        <translation>Korban</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioritas</translation>
    </message>
    <message>
        <source>Sent at</source>
        <translation>Berangkat</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>No. telepon</translation>
    </message>
    <message>
        <source>Time of the call</source>
        <translation>Jam panggilan</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Armada</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Uraian — apa yang terjadi</translation>
    </message>
</context>
<context>
    <name>PaperFormCommand</name>
    <message>
        <source>Written: {file}</source>
        <translation>Ditulis: {file}</translation>
    </message>
</context>
<context>
    <name>Plans</name>
    <message>
        <source>just these plans hold already</source>
        <translation>rencana itu sudah berlaku</translation>
    </message>
    <message>
        <source>no incident with a category was closed yet</source>
        <translation>belum ada kejadian berkategori yang ditutup</translation>
    </message>
    <message>
        <source>not accepted: {code}</source>
        <translation>tidak diterima: {code}</translation>
    </message>
    <message>
        <source>only an administrator may change response plans</source>
        <translation>hanya administrator yang boleh mengubah rencana respons</translation>
    </message>
    <message>
        <source>{category}: {incidents} incidents · as planned {alike}, fewer {fewer}, more {more}, no plan {unplanned} · asked {asked} · sent {sent}</source>
        <translation>{category}: {incidents} kejadian · sesuai rencana {alike}, kurang {fewer}, lebih {more}, tanpa rencana {unplanned} · diminta {asked} · ditugaskan {sent}</translation>
    </message>
    <message>
        <source>{new} new, {changed} changed, {withdrawn} withdrawn; all desks have them</source>
        <translation>{new} baru, {changed} berubah, {withdrawn} dicabut; semua meja memakainya</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>A critical warning of the place must be read first: Alt+A.</source>
        <translation>Peringatan kritis tempat ini wajib dibaca dulu: Alt+A.</translation>
    </message>
    <message>
        <source>A hospital is full for 48 hours at most, from now on.</source>
        <translation>RS penuh paling lama 48 jam sejak sekarang.</translation>
    </message>
    <message>
        <source>A place that is kept needs a name.</source>
        <translation>Tempat yang disimpan perlu nama.</translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation>Alasan wajib diisi.</translation>
    </message>
    <message>
        <source>A restricted incident can only be merged into one that is restricted too.</source>
        <translation>Kejadian terbatas hanya dapat disatukan ke kejadian yang juga terbatas.</translation>
    </message>
    <message>
        <source>A unit that is called off is available or on its way home.</source>
        <translation>Armada yang dibatalkan berstatus siap atau kembali.</translation>
    </message>
    <message>
        <source>A value is not possible: {column}.</source>
        <translation>Nilai tidak mungkin: {column}.</translation>
    </message>
    <message>
        <source>A value names what is not in the database: {column}.</source>
        <translation>Sebuah isian menunjuk yang tidak ada di basis data: {column}.</translation>
    </message>
    <message>
        <source>A warning needs a place: an address, an area or a point.</source>
        <translation>Peringatan perlu tempat: alamat, wilayah, atau titik.</translation>
    </message>
    <message>
        <source>An incident cannot be related to itself.</source>
        <translation>Kejadian tidak dapat dikaitkan dengan dirinya sendiri.</translation>
    </message>
    <message>
        <source>Another agency leads already.</source>
        <translation>Sudah ada instansi utama lain.</translation>
    </message>
    <message>
        <source>Incidents of this category are restricted: set both together.</source>
        <translation>Kejadian berkategori ini terbatas: tetapkan keduanya sekaligus.</translation>
    </message>
    <message>
        <source>Only a call that joined the incident can be parted from it.</source>
        <translation>Hanya panggilan yang bergabung bisa dipisahkan dari kejadiannya.</translation>
    </message>
    <message>
        <source>Only a message is read, only a reminder is put off or done.</source>
        <translation>Hanya pesan yang dibaca, hanya pengingat yang ditunda atau beres.</translation>
    </message>
    <message>
        <source>Only a supervisor may lift the restriction.</source>
        <translation>Hanya supervisor yang boleh membuka pembatasan.</translation>
    </message>
    <message>
        <source>Say what kind of call it was.</source>
        <translation>Sebutkan jenis panggilannya.</translation>
    </message>
    <message>
        <source>Something followed already: that status stays. Look again.</source>
        <translation>Sudah ada yang menyusul: status itu tetap. Lihat lagi.</translation>
    </message>
    <message>
        <source>That agency has been told already.</source>
        <translation>Instansi itu sudah diberi tahu.</translation>
    </message>
    <message>
        <source>That answer cannot follow the present one.</source>
        <translation>Jawaban itu tidak dapat menyusul jawaban sekarang.</translation>
    </message>
    <message>
        <source>That assignment has already ended.</source>
        <translation>Penugasan itu sudah berakhir.</translation>
    </message>
    <message>
        <source>That call is not one to call back.</source>
        <translation>Panggilan itu bukan untuk ditelepon balik.</translation>
    </message>
    <message>
        <source>That cannot be the number of an incident.</source>
        <translation>Itu tidak mungkin nomor kejadian.</translation>
    </message>
    <message>
        <source>That is no version of a question card.</source>
        <translation>Itu bukan versi kartu tanya.</translation>
    </message>
    <message>
        <source>That is too long to be saved.</source>
        <translation>Terlalu panjang untuk disimpan.</translation>
    </message>
    <message>
        <source>That place was corrected by {who} at {at}: change that instead.</source>
        <translation>Tempat itu sudah dikoreksi oleh {who} pukul {at}: ubah koreksi itu.</translation>
    </message>
    <message>
        <source>That place was withdrawn by {who} at {at}.</source>
        <translation>Tempat itu sudah dicabut oleh {who} pukul {at}.</translation>
    </message>
    <message>
        <source>That time does not fit the times before and after it.</source>
        <translation>Waktu itu tidak cocok dengan waktu sebelum dan sesudahnya.</translation>
    </message>
    <message>
        <source>That time lies too far from now.</source>
        <translation>Waktu itu terlalu jauh dari sekarang.</translation>
    </message>
    <message>
        <source>That was decided already.</source>
        <translation>Itu sudah diputuskan.</translation>
    </message>
    <message>
        <source>That was decided so already by {who} at {at}.</source>
        <translation>Itu sudah diputuskan demikian oleh {who} pukul {at}.</translation>
    </message>
    <message>
        <source>That was done already.</source>
        <translation>Itu sudah dilakukan.</translation>
    </message>
    <message>
        <source>That was not accepted ({code}).</source>
        <translation>Tidak diterima ({code}).</translation>
    </message>
    <message>
        <source>That was signed more than 4 hours ago: who goes signs anew, or a supervisor takes over.</source>
        <translation>Itu ditandatangani lebih dari 4 jam lalu: yang pergi menandatangani lagi, atau supervisor mengambil alih.</translation>
    </message>
    <message>
        <source>The agency called it safe already, or is not there.</source>
        <translation>Instansi itu sudah menyatakan aman, atau tidak di sana.</translation>
    </message>
    <message>
        <source>The agency has not called it safe.</source>
        <translation>Instansi itu belum menyatakan aman.</translation>
    </message>
    <message>
        <source>The block is on another number.</source>
        <translation>Blokir itu untuk nomor lain.</translation>
    </message>
    <message>
        <source>The call belongs to an incident already.</source>
        <translation>Panggilan sudah masuk suatu kejadian.</translation>
    </message>
    <message>
        <source>The call belongs to no incident.</source>
        <translation>Panggilan tidak masuk kejadian mana pun.</translation>
    </message>
    <message>
        <source>The call has already ended.</source>
        <translation>Panggilan sudah berakhir.</translation>
    </message>
    <message>
        <source>The call has no number that could be blocked.</source>
        <translation>Panggilan tidak punya nomor untuk diblokir.</translation>
    </message>
    <message>
        <source>The call or incident is not over yet.</source>
        <translation>Panggilan atau kejadian itu belum selesai.</translation>
    </message>
    <message>
        <source>The call runs already.</source>
        <translation>Panggilan sudah berjalan.</translation>
    </message>
    <message>
        <source>The clock can be set in a training centre only.</source>
        <translation>Jam hanya dapat diatur di pusat latihan.</translation>
    </message>
    <message>
        <source>The hand-over cannot be before the unit came as far as it did.</source>
        <translation>Serah terima tidak bisa lebih awal daripada waktu armada yang sudah tercatat.</translation>
    </message>
    <message>
        <source>The incident changed meanwhile. Look again, then merge.</source>
        <translation>Kejadian berubah sementara itu. Lihat lagi, lalu satukan.</translation>
    </message>
    <message>
        <source>The incident changed meanwhile. Look again, then open it again.</source>
        <translation>Kejadian itu berubah sementara itu. Periksa dulu, lalu buka kembali.</translation>
    </message>
    <message>
        <source>The incident is in nobody else&apos;s hand.</source>
        <translation>Kejadian ini tidak dipegang orang lain.</translation>
    </message>
    <message>
        <source>The incident is not closed.</source>
        <translation>Kejadian belum ditutup.</translation>
    </message>
    <message>
        <source>The incident was already closed by {who} at {at}.</source>
        <translation>Kejadian sudah ditutup oleh {who} pukul {at}.</translation>
    </message>
    <message>
        <source>The incident was closed or merged by {who} at {at}.</source>
        <translation>Kejadian sudah ditutup atau disatukan oleh {who} pukul {at}.</translation>
    </message>
    <message>
        <source>The incident was merged into another by {who} at {at}.</source>
        <translation>Kejadian sudah disatukan ke yang lain oleh {who} pukul {at}.</translation>
    </message>
    <message>
        <source>The incident was restricted meanwhile. Open it for a reason (Ctrl+Shift+G) then deliver it anew, or let a dispatcher or supervisor sign in here and deliver it.</source>
        <translation>Kejadian ini dibatasi sementara itu. Buka dengan alasan (Ctrl+Shift+G) lalu kirim ini lagi, atau biarkan pengendali atau SPV masuk di sini dan mengirimkannya.</translation>
    </message>
    <message>
        <source>The server did not accept this and gave no reason.</source>
        <translation>Server menolak ini; alasannya tidak diketahui.</translation>
    </message>
    <message>
        <source>The unit is there already, or the incident is closed.</source>
        <translation>Armada sudah di kejadian itu, atau kejadian sudah ditutup.</translation>
    </message>
    <message>
        <source>The unit was not waited for any more. Look again, then repeat.</source>
        <translation>Armada itu tidak ditunggu lagi. Lihat lagi, lalu ulangi.</translation>
    </message>
    <message>
        <source>The unit works for another incident now. Look again, then repeat.</source>
        <translation>Armada kini bertugas untuk kejadian lain. Lihat lagi, lalu ulangi.</translation>
    </message>
    <message>
        <source>The warning was withdrawn by {who} at {at}.</source>
        <translation>Peringatan dicabut {who} pukul {at}.</translation>
    </message>
    <message>
        <source>There is no note to erase.</source>
        <translation>Tidak ada catatan untuk dihapus.</translation>
    </message>
    <message>
        <source>There is no note to strike through.</source>
        <translation>Tidak ada catatan untuk dicoret.</translation>
    </message>
    <message>
        <source>This desk and its centre do not understand each other ({code}): update the older one.</source>
        <translation>Program di meja ini dan di pusat tidak cocok ({code}): perbarui yang lebih lama.</translation>
    </message>
    <message>
        <source>Too much was written in one minute. Wait a moment, then repeat.</source>
        <translation>Terlalu banyak yang ditulis dalam satu menit. Tunggu sebentar, lalu ulangi.</translation>
    </message>
    <message>
        <source>Units or agencies are still at work: give a reason.</source>
        <translation>Armada atau instansi masih bertugas: isi alasannya.</translation>
    </message>
    <message>
        <source>What this is about is not in the database.</source>
        <translation>Yang dimaksud tidak ada di basis data.</translation>
    </message>
    <message>
        <source>Who hands over cannot take it over: another signs.</source>
        <translation>Yang menyerahkan tidak dapat menerima sendiri: orang lain yang menandatangani.</translation>
    </message>
    <message>
        <source>Whoever was told works for another incident now. Look again, then repeat.</source>
        <translation>Yang diberi tahu kini bertugas untuk kejadian lain. Lihat lagi, lalu ulangi.</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>Peran Anda tidak mengizinkan ini.</translation>
    </message>
    <message>
        <source>someone</source>
        <translation>seseorang</translation>
    </message>
    <message>
        <source>{column} has not called the place safe: write that first, or give a reason.</source>
        <translation>{column} belum menyatakan aman: catat itu dulu, atau isi alasannya.</translation>
    </message>
    <message>
        <source>{unit} has changed meanwhile. Look again, then repeat.</source>
        <translation>{unit} berubah sementara itu. Lihat lagi, lalu ulangi.</translation>
    </message>
    <message>
        <source>{unit} has just been assigned by {who} at {at}.</source>
        <translation>{unit} baru saja ditugaskan oleh {who} pukul {at}.</translation>
    </message>
    <message>
        <source>{unit} is expected at an incident already. Look again, then repeat.</source>
        <translation>{unit} sudah ditunggu di suatu kejadian. Lihat lagi, lalu ulangi.</translation>
    </message>
    <message>
        <source>{unit} is {status}: it brings nobody to a hospital.</source>
        <translation>{unit} {status}: tidak membawa siapa pun ke RS.</translation>
    </message>
    <message>
        <source>{unit} is {status}: that status cannot follow.</source>
        <translation>{unit} {status}: status itu tidak dapat menyusul.</translation>
    </message>
    <message>
        <source>{unit} was changed by {who} at {at}. Look again, then repeat.</source>
        <translation>{unit} diubah oleh {who} pukul {at}. Lihat lagi, lalu ulangi.</translation>
    </message>
    <message>
        <source>{who} changed the warning at {at}. Read it again: Alt+A.</source>
        <translation>{who} mengubah peringatan pukul {at}. Baca kembali: Alt+A.</translation>
    </message>
    <message>
        <source>{who} changed this at {at}. Look again, then repeat.</source>
        <translation>{who} mengubah ini pukul {at}. Lihat lagi, lalu ulangi.</translation>
    </message>
    <message>
        <source>{who} did that already at {at}.</source>
        <translation>{who} sudah melakukannya pukul {at}.</translation>
    </message>
    <message>
        <source>{who} ended this distress at {at}.</source>
        <translation>{who} sudah mengakhiri darurat ini pukul {at}.</translation>
    </message>
    <message>
        <source>{who} has been calling back since {at}.</source>
        <translation>{who} sedang menelepon balik sejak {at}.</translation>
    </message>
    <message>
        <source>{who} has had it in hand since {at}: a supervisor takes it over, for a reason.</source>
        <translation>Dipegang {who} sejak {at}: supervisor yang mengambil alih, dengan alasan.</translation>
    </message>
    <message>
        <source>{who} has had it in hand since {at}: who has it lets go, or a supervisor takes it over.</source>
        <translation>Dipegang {who} sejak {at}: pemegangnya yang melepaskan, atau supervisor mengambil alih.</translation>
    </message>
    <message>
        <source>{who} raised the alarm for this crew at {at}: take it.</source>
        <translation>{who} sudah membunyikan darurat regu ini pukul {at}: tangani yang itu.</translation>
    </message>
    <message>
        <source>{who} took one of these incidents at {at}. Look again, then sign.</source>
        <translation>{who} memegang salah satu kejadian ini pukul {at}. Lihat lagi, lalu tandatangani.</translation>
    </message>
    <message>
        <source>{who} took this over at {at}.</source>
        <translation>{who} sudah menerimanya pukul {at}.</translation>
    </message>
</context>
<context>
    <name>Roads</name>
    <message>
        <source>desks take them within a minute</source>
        <translation>meja memakainya dalam satu menit</translation>
    </message>
    <message>
        <source>left out: {count} nodes that are cut off from the rest</source>
        <translation>dilewati: {count} simpul yang terputus dari yang lain</translation>
    </message>
    <message>
        <source>the centre has just these roads already</source>
        <translation>pusat sudah memiliki jalan yang persis sama</translation>
    </message>
    <message>
        <source>{file} cannot be read: {detail}</source>
        <translation>{file} tidak dapat dibaca: {detail}</translation>
    </message>
    <message>
        <source>{file}: edges need their nodes beside them: {detail}</source>
        <translation>{file}: ruas memerlukan simpul di sampingnya: {detail}</translation>
    </message>
    <message>
        <source>{file}: roads are read from .osm.pbf, GeoJSON or CSV</source>
        <translation>{file}: jalan dibaca dari .osm.pbf, GeoJSON, atau CSV</translation>
    </message>
    <message>
        <source>{file}: there is no road in it that is driven</source>
        <translation>{file}: tidak ada jalan yang bisa dilalui di dalamnya</translation>
    </message>
    <message>
        <source>{ways} ways, {kilometres} km: {nodes} nodes, {edges} edges, {size} KiB</source>
        <translation>{ways} jalan, {kilometres} km: {nodes} simpul, {edges} ruas, {size} KiB</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>not accepted: {code}</source>
        <translation>tidak diterima: {code}</translation>
    </message>
    <message>
        <source>only an administrator may change a rule</source>
        <translation>hanya administrator yang boleh mengubah aturan</translation>
    </message>
    <message>
        <source>there is no rule {name}; without a name all are shown</source>
        <translation>tidak ada aturan {name}; tanpa nama semua ditampilkan</translation>
    </message>
    <message>
        <source>{name} cannot be {number}</source>
        <translation>{name} tidak bisa {number}</translation>
    </message>
</context>
<context>
    <name>Shifts</name>
    <message>
        <source>just these shifts hold already</source>
        <translation>shift ini sudah berlaku</translation>
    </message>
    <message>
        <source>not accepted: {code}</source>
        <translation>tidak diterima: {code}</translation>
    </message>
    <message>
        <source>only an administrator may change shifts</source>
        <translation>hanya administrator yang boleh mengubah shift</translation>
    </message>
    <message>
        <source>{new} new, {changed} changed, {withdrawn} withdrawn; all desks have them</source>
        <translation>{new} baru, {changed} berubah, {withdrawn} dicabut; semua meja memakainya</translation>
    </message>
</context>
<context>
    <name>Terminal</name>
    <message>
        <source>Password for {login}: </source>
        <translation>Kata sandi untuk {login}: </translation>
    </message>
    <message>
        <source>The same again: </source>
        <translation>Ulangi kata sandi: </translation>
    </message>
    <message>
        <source>a password has at least {count} characters</source>
        <translation>kata sandi paling sedikit {count} karakter</translation>
    </message>
    <message>
        <source>no terminal to ask for the password; set {variable}</source>
        <translation>tidak ada terminal untuk menanyakan kata sandi; isi variabel {variable}</translation>
    </message>
    <message>
        <source>the two are not the same; once more</source>
        <translation>keduanya tidak sama; ulangi lagi</translation>
    </message>
</context>
<context>
    <name>Verify</name>
    <message>
        <source>Erased: the personal values of {calls} calls, {incidents} incidents, {warnings} warnings, {memos} reminders and messages, {contacts} contacts and in {acts} acts; of these it was compared that they were written, not what they were.</source>
        <translation>Dihapus: data pribadi {calls} panggilan, {incidents} kejadian, {warnings} peringatan, {memos} pengingat dan pesan, {contacts} kontak, dan dalam {acts} tindakan; yang dibandingkan hanyalah bahwa pernah ditulis, bukan isinya.</translation>
    </message>
    <message>
        <source>Looked at: {parts}</source>
        <translation>Diperiksa: {parts}</translation>
    </message>
    <message>
        <source>Not looked at: {parts}</source>
        <translation>Tidak diperiksa: {parts}</translation>
    </message>
    <message>
        <source>The state is not what the journal says: {count} places</source>
        <translation>Keadaan basis data tidak sesuai dengan jurnalnya: {count} tempat</translation>
    </message>
    <message>
        <source>The state is what the journal says.</source>
        <translation>Keadaan basis data sesuai dengan jurnalnya.</translation>
    </message>
    <message>
        <source>every value of every row</source>
        <translation>setiap nilai di setiap baris</translation>
    </message>
    <message>
        <source>no act made this row</source>
        <translation>tidak ada tindakan yang membuat baris ini</translation>
    </message>
    <message>
        <source>numbers given twice</source>
        <translation>nomor yang diberikan dua kali</translation>
    </message>
    <message>
        <source>operators&apos; accounts</source>
        <translation>akun operator</translation>
    </message>
    <message>
        <source>references from row to row</source>
        <translation>rujukan antarbaris</translation>
    </message>
    <message>
        <source>refers to a row that is not there</source>
        <translation>merujuk ke baris yang tidak ada</translation>
    </message>
    <message>
        <source>the act cannot be applied again</source>
        <translation>tindakan tidak dapat diterapkan ulang</translation>
    </message>
    <message>
        <source>the act cannot be read</source>
        <translation>tindakan tidak dapat dibaca</translation>
    </message>
    <message>
        <source>the database itself is damaged</source>
        <translation>basis datanya sendiri rusak</translation>
    </message>
    <message>
        <source>the day&apos;s serial is behind its incidents</source>
        <translation>nomor urut hari itu tertinggal dari kejadiannya</translation>
    </message>
    <message>
        <source>the log of who looked at what</source>
        <translation>catatan siapa melihat apa</translation>
    </message>
    <message>
        <source>the look-up&apos;s text is not that of the row</source>
        <translation>teks pencarian tidak sama dengan isi barisnya</translation>
    </message>
    <message>
        <source>the number was given twice</source>
        <translation>nomor diberikan dua kali</translation>
    </message>
    <message>
        <source>the row is missing</source>
        <translation>baris hilang</translation>
    </message>
    <message>
        <source>the row is not as its acts made it</source>
        <translation>isi baris tidak sesuai dengan tindakannya</translation>
    </message>
    <message>
        <source>the serials of each day</source>
        <translation>nomor urut tiap hari</translation>
    </message>
    <message>
        <source>the texts of the look-up</source>
        <translation>teks pencarian</translation>
    </message>
    <message>
        <source>the values that each act replaced</source>
        <translation>nilai yang digantikan setiap tindakan</translation>
    </message>
    <message>
        <source>the values that the act replaced are others</source>
        <translation>nilai yang digantikan tindakan ini berbeda</translation>
    </message>
    <message>
        <source>what each act is about</source>
        <translation>tentang apa setiap tindakan</translation>
    </message>
    <message>
        <source>what the act is about is something else</source>
        <translation>tindakan ini menyangkut hal lain</translation>
    </message>
    <message>
        <source>what was erased</source>
        <translation>apa yang sudah dihapus</translation>
    </message>
    <message>
        <source>whether acts are as they were sent</source>
        <translation>apakah tindakan sama seperti saat dikirim</translation>
    </message>
    <message>
        <source>which act wrote it last</source>
        <translation>tindakan mana yang terakhir menulisnya</translation>
    </message>
    <message>
        <source>{file}: {acts} acts applied again, {rows} rows compared</source>
        <translation>{file}: {acts} tindakan diterapkan ulang, {rows} baris dibandingkan</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… dan {count} lagi</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>112</source>
        <translation>112</translation>
    </message>
    <message>
        <source>App</source>
        <translation>Aplikasi</translation>
    </message>
    <message>
        <source>CCTV</source>
        <translation>CCTV</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Terputus</translation>
    </message>
    <message>
        <source>Home Care car</source>
        <translation>mobil Home Care</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Informasi</translation>
    </message>
    <message>
        <source>Local number</source>
        <translation>Nomor lokal</translation>
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
        <source>PostgreSQL says: {detail}</source>
        <translation>PostgreSQL menjawab: {detail}</translation>
    </message>
    <message>
        <source>PostgreSQL {detail} is too old; 15 or newer is needed</source>
        <translation>PostgreSQL {detail} terlalu lama; perlu versi 15 atau lebih baru</translation>
    </message>
    <message>
        <source>Prank</source>
        <translation>Iseng</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation>Radio (HT)</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Senyap</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>Datang langsung</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation>Salah sambung</translation>
    </message>
    <message>
        <source>a whole number from {smallest} to {largest} is expected</source>
        <translation>isi dengan bilangan bulat {smallest} sampai {largest}</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>diterima</translation>
    </message>
    <message>
        <source>agency</source>
        <translation>instansi</translation>
    </message>
    <message>
        <source>aggressive animal</source>
        <translation>hewan galak</translation>
    </message>
    <message>
        <source>alley</source>
        <translation>gang</translation>
    </message>
    <message>
        <source>ambulance</source>
        <translation>ambulans</translation>
    </message>
    <message>
        <source>another Kulkul is writing for too long; try again</source>
        <translation>Kulkul lain terlalu lama menulis; coba lagi</translation>
    </message>
    <message>
        <source>area</source>
        <translation>wilayah</translation>
    </message>
    <message>
        <source>argument {name}</source>
        <translation>argumen {name}</translation>
    </message>
    <message>
        <source>armed person</source>
        <translation>orang bersenjata</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>tiba</translation>
    </message>
    <message>
        <source>assigned</source>
        <translation>ditugaskan</translation>
    </message>
    <message>
        <source>at hospital</source>
        <translation>di RS</translation>
    </message>
    <message>
        <source>available</source>
        <translation>siap</translation>
    </message>
    <message>
        <source>banjar</source>
        <translation>banjar</translation>
    </message>
    <message>
        <source>beach</source>
        <translation>pantai</translation>
    </message>
    <message>
        <source>black</source>
        <translation>hitam</translation>
    </message>
    <message>
        <source>boat</source>
        <translation>perahu</translation>
    </message>
    <message>
        <source>bridge</source>
        <translation>jembatan</translation>
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
        <source>civic work</source>
        <translation>layanan warga</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>ditutup</translation>
    </message>
    <message>
        <source>departed</source>
        <translation>berangkat</translation>
    </message>
    <message>
        <source>desa</source>
        <translation>desa</translation>
    </message>
    <message>
        <source>duty officer</source>
        <translation>petugas piket</translation>
    </message>
    <message>
        <source>emergency</source>
        <translation>gawat darurat</translation>
    </message>
    <message>
        <source>expected is one of: {choices}</source>
        <translation>pilih salah satu: {choices}</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>selesai</translation>
    </message>
    <message>
        <source>fire engine</source>
        <translation>mobil damkar</translation>
    </message>
    <message>
        <source>gas or explosives</source>
        <translation>gas atau bahan meledak</translation>
    </message>
    <message>
        <source>genuine</source>
        <translation>asli</translation>
    </message>
    <message>
        <source>green</source>
        <translation>hijau</translation>
    </message>
    <message>
        <source>handled</source>
        <translation>tertangani</translation>
    </message>
    <message>
        <source>hearse</source>
        <translation>mobil jenazah</translation>
    </message>
    <message>
        <source>hospital</source>
        <translation>rumah sakit</translation>
    </message>
    <message>
        <source>hotel</source>
        <translation>hotel</translation>
    </message>
    <message>
        <source>junction</source>
        <translation>simpang</translation>
    </message>
    <message>
        <source>kecamatan</source>
        <translation>kecamatan</translation>
    </message>
    <message>
        <source>kelurahan</source>
        <translation>kelurahan</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>utama</translation>
    </message>
    <message>
        <source>market</source>
        <translation>pasar</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>disatukan</translation>
    </message>
    <message>
        <source>message</source>
        <translation>pesan</translation>
    </message>
    <message>
        <source>mosque</source>
        <translation>masjid</translation>
    </message>
    <message>
        <source>name and password do not fit, or the login is shut ({detail})</source>
        <translation>nama dan kata sandi tidak cocok, atau nama masuk itu ditutup ({detail})</translation>
    </message>
    <message>
        <source>narrow alley: no engine</source>
        <translation>gang sempit: mobil damkar tak masuk</translation>
    </message>
    <message>
        <source>neighbouring centre</source>
        <translation>pusat tetangga</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>tidak diangkat</translation>
    </message>
    <message>
        <source>not clear yet</source>
        <translation>belum jelas</translation>
    </message>
    <message>
        <source>not his number</source>
        <translation>salah nomor</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>bawaan</translation>
    </message>
    <message>
        <source>not urgent</source>
        <translation>gawat tidak darurat</translation>
    </message>
    <message>
        <source>off duty</source>
        <translation>lepas dinas</translation>
    </message>
    <message>
        <source>office</source>
        <translation>kantor</translation>
    </message>
    <message>
        <source>on scene</source>
        <translation>di lokasi</translation>
    </message>
    <message>
        <source>only an administrator may do this; say who: --as LOGIN</source>
        <translation>hanya administrator yang boleh melakukan ini; sebutkan siapa: --as LOGIN</translation>
    </message>
    <message>
        <source>other</source>
        <translation>lainnya</translation>
    </message>
    <message>
        <source>other danger</source>
        <translation>bahaya lain</translation>
    </message>
    <message>
        <source>out of service</source>
        <translation>rusak</translation>
    </message>
    <message>
        <source>patient</source>
        <translation>pasien</translation>
    </message>
    <message>
        <source>place</source>
        <translation>tempat</translation>
    </message>
    <message>
        <source>puskesmas</source>
        <translation>puskesmas</translation>
    </message>
    <message>
        <source>quick reaction</source>
        <translation>reaksi cepat</translation>
    </message>
    <message>
        <source>radio</source>
        <translation>radio (HT)</translation>
    </message>
    <message>
        <source>red</source>
        <translation>merah</translation>
    </message>
    <message>
        <source>referred</source>
        <translation>dirujuk</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>ditolak</translation>
    </message>
    <message>
        <source>rescue</source>
        <translation>penyelamatan</translation>
    </message>
    <message>
        <source>returning</source>
        <translation>kembali</translation>
    </message>
    <message>
        <source>school</source>
        <translation>sekolah</translation>
    </message>
    <message>
        <source>street</source>
        <translation>jalan</translation>
    </message>
    <message>
        <source>support</source>
        <translation>pendukung</translation>
    </message>
    <message>
        <source>tanker</source>
        <translation>mobil tangki</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>telepon</translation>
    </message>
    <message>
        <source>temple</source>
        <translation>pura</translation>
    </message>
    <message>
        <source>the backup is damaged or was cut short; use another</source>
        <translation>cadangan rusak atau terpotong; pakai cadangan lain</translation>
    </message>
    <message>
        <source>the backup was encrypted for another key than {detail}</source>
        <translation>cadangan dienkripsi untuk kunci lain, bukan {detail}</translation>
    </message>
    <message>
        <source>the database cannot be reached: {detail}</source>
        <translation>basis data tidak dapat dijangkau: {detail}</translation>
    </message>
    <message>
        <source>the database could not do that: {code} {detail}</source>
        <translation>basis data tidak dapat melakukannya: {code} {detail}</translation>
    </message>
    <message>
        <source>the database is damaged; keep it as it is and use a backup</source>
        <translation>basis data rusak; biarkan apa adanya dan pakai cadangan</translation>
    </message>
    <message>
        <source>the database may only be read; check the rights of file and folder</source>
        <translation>basis data hanya dapat dibaca; periksa hak akses berkas dan foldernya</translation>
    </message>
    <message>
        <source>the disk is full; make space and try again</source>
        <translation>disk penuh; kosongkan ruang lalu coba lagi</translation>
    </message>
    <message>
        <source>the name is empty or too long</source>
        <translation>nama kosong atau terlalu panjang</translation>
    </message>
    <message>
        <source>the password is empty</source>
        <translation>kata sandi kosong</translation>
    </message>
    <message>
        <source>the path of a folder is expected</source>
        <translation>isi dengan alamat folder</translation>
    </message>
    <message>
        <source>the server cannot be reached, and the PIN does not fit, or none was set here in the last 12 hours</source>
        <translation>server tidak terjangkau, dan PIN tidak cocok, atau tidak ada PIN yang dipasang di sini dalam 12 jam terakhir</translation>
    </message>
    <message>
        <source>the server does not admit this workstation; add it to pg_hba.conf there ({detail})</source>
        <translation>server tidak menerima komputer ini; tambahkan di pg_hba.conf server ({detail})</translation>
    </message>
    <message>
        <source>the server does not take a password prepared so; update this program or the server</source>
        <translation>server tidak menerima kata sandi yang disiapkan begini; perbarui program ini atau server</translation>
    </message>
    <message>
        <source>the server has no connection left; raise max_connections there: 3 for each desk, and 20 more</source>
        <translation>sambungan di server habis; naikkan max_connections di sana: 3 untuk tiap meja, ditambah 20</translation>
    </message>
    <message>
        <source>the server speaks no TLS; switch it on there (ssl = on), or say sslmode=disable to go without encryption</source>
        <translation>server tidak memakai TLS; nyalakan di sana (ssl = on), atau tulis sslmode=disable untuk tanpa enkripsi</translation>
    </message>
    <message>
        <source>the server&apos;s certificate is for another name; use that name, or have one made for this one</source>
        <translation>sertifikat server untuk nama lain; pakai nama itu, atau buat sertifikat untuk nama ini</translation>
    </message>
    <message>
        <source>the server&apos;s certificate is not valid today; renew it there, or put this workstation&apos;s clock right</source>
        <translation>sertifikat server tidak berlaku hari ini; perbarui di server, atau atur ulang jam komputer ini</translation>
    </message>
    <message>
        <source>the server&apos;s certificate is signed by nobody whom this workstation knows; give the authority&apos;s file: sslrootcert=FILE</source>
        <translation>penanda tangan sertifikat server tidak dikenal komputer ini; sebutkan berkas otoritasnya: sslrootcert=BERKAS</translation>
    </message>
    <message>
        <source>there is no database {detail}; make a centre with: centre new (the training centre is made when its desk is opened first)</source>
        <translation>tidak ada basis data {detail}; buat pusat dengan: centre new (pusat latihan dibuat saat layarnya pertama kali dibuka)</translation>
    </message>
    <message>
        <source>there is no display here; start the desk in a graphical session</source>
        <translation>tidak ada layar di sini; jalankan meja dari sesi grafis</translation>
    </message>
    <message>
        <source>there is no such role: {detail}</source>
        <translation>tidak ada peran {detail}</translation>
    </message>
    <message>
        <source>this database was made by a newer Kulkul (schema {detail}); update this program</source>
        <translation>basis data ini dibuat Kulkul yang lebih baru (skema {detail}); perbarui program ini</translation>
    </message>
    <message>
        <source>this database was made by an older Kulkul (schema {detail}); upgrade it with: centre upgrade</source>
        <translation>basis data ini dibuat Kulkul yang lebih lama (skema {detail}); sesuaikan dengan: centre upgrade</translation>
    </message>
    <message>
        <source>this is no address of a server, as: postgresql://host/database</source>
        <translation>ini bukan alamat server, seperti: postgresql://host/database</translation>
    </message>
    <message>
        <source>this is not the database of a centre; make one with: centre new</source>
        <translation>ini bukan basis data pusat layanan; buat dengan: centre new</translation>
    </message>
    <message>
        <source>this server was replaced by another and must not be used; name the new one</source>
        <translation>server ini sudah diganti dan tidak boleh dipakai; sebutkan server yang baru</translation>
    </message>
    <message>
        <source>this workstation&apos;s clock is wrong; let a time server keep it: timedatectl set-ntp true</source>
        <translation>jam komputer ini salah; samakan dengan server waktu: timedatectl set-ntp true</translation>
    </message>
    <message>
        <source>to hospital</source>
        <translation>ke RS</translation>
    </message>
    <message>
        <source>told</source>
        <translation>diberi tahu</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>menuju</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>tidak aktif</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>mendesak</translation>
    </message>
    <message>
        <source>variable {name}</source>
        <translation>variabel {name}</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>menunggu</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>kuning</translation>
    </message>
    <message>
        <source>{detail} cannot be a login of an operator</source>
        <translation>{detail} tidak dapat menjadi nama masuk operator</translation>
    </message>
    <message>
        <source>{detail} cannot be read as a certificate (sslrootcert)</source>
        <translation>{detail} tidak dapat dibaca sebagai sertifikat (sslrootcert)</translation>
    </message>
    <message>
        <source>{detail} is encrypted; give the secret key: --key FILE</source>
        <translation>{detail} dienkripsi; sebutkan kunci rahasianya: --key BERKAS</translation>
    </message>
    <message>
        <source>{detail} is missing; install it: apt install postgresql-client</source>
        <translation>{detail} tidak ada; pasang dengan: apt install postgresql-client</translation>
    </message>
    <message>
        <source>{detail} is not the key that is needed here</source>
        <translation>{detail} bukan kunci yang diperlukan di sini</translation>
    </message>
    <message>
        <source>{detail} is the last administrator; make another first</source>
        <translation>{detail} administrator terakhir; buat yang lain dahulu</translation>
    </message>
    <message>
        <source>{detail} is the own account; another administrator must do this</source>
        <translation>{detail} adalah akun sendiri; administrator lain yang harus melakukannya</translation>
    </message>
    <message>
        <source>{detail} is there already; nothing was changed</source>
        <translation>{detail} sudah ada; tidak ada yang diubah</translation>
    </message>
    <message>
        <source>{detail} may not do this: it makes roles, functions and an extension, so the server&apos;s superuser is needed (--as postgres)</source>
        <translation>{detail} tidak boleh melakukan ini: perlu membuat peran, fungsi dan ekstensi, jadi harus superuser server (--as postgres)</translation>
    </message>
    <message>
        <source>{file} and the path of a file, or {server}, is expected, or nothing</source>
        <translation>seharusnya {file} dan jalur berkas, atau {server}, atau kosong</translation>
    </message>
    <message>
        <source>{file}, line {line}</source>
        <translation>{file}, baris {line}</translation>
    </message>
    <message>
        <source>{path} cannot be used: {reason}</source>
        <translation>{path} tidak dapat dipakai: {reason}</translation>
    </message>
    <message>
        <source>{path} cannot be written; check its rights</source>
        <translation>{path} tidak dapat ditulisi; periksa hak aksesnya</translation>
    </message>
    <message>
        <source>{where}: behind the ? of {name} may stand: {options}</source>
        <translation>{where}: di belakang ? pada {name} boleh ada: {options}</translation>
    </message>
    <message>
        <source>{where}: leave the password out of {name}: others could read it here; it is asked for, or taken from {variable}</source>
        <translation>{where}: jangan tulis kata sandi di {name}: orang lain dapat membacanya di sini; kata sandi ditanyakan, atau diambil dari {variable}</translation>
    </message>
    <message>
        <source>{where}: sslmode may be verify-full (the server must prove who it is, as without it each other machine must) or disable (nothing is encrypted)</source>
        <translation>{where}: sslmode boleh verify-full (server harus membuktikan dirinya, seperti berlaku bagi mesin lain bila tidak ditulis) atau disable (tanpa enkripsi)</translation>
    </message>
    <message>
        <source>{where}: the settings file cannot be read</source>
        <translation>{where}: berkas pengaturan tidak dapat dibaca</translation>
    </message>
    <message>
        <source>{where}: there is no setting {name}</source>
        <translation>{where}: tidak ada pengaturan bernama {name}</translation>
    </message>
    <message>
        <source>{where}: there is no such setting</source>
        <translation>{where}: tidak ada pengaturan ini</translation>
    </message>
    <message>
        <source>{where}: this is not TOML, as for example: {example}</source>
        <translation>{where}: bukan TOML yang benar, misalnya: {example}</translation>
    </message>
    <message>
        <source>{where}: {name} cannot be “{value}”; {expected}</source>
        <translation>{where}: {name} tidak bisa “{value}”; {expected}</translation>
    </message>
</context>
</TS>
