<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Age</name>
    <message>
        <source>d</source>
        <translation>h</translation>
    </message>
    <message>
        <source>h</source>
        <translation>j</translation>
    </message>
    <message>
        <source>m</source>
        <translation>m</translation>
    </message>
    <message>
        <source>s</source>
        <translation>d</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Put away</source>
        <translation>Tutup pesan</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Alarms, the most dangerous first</source>
        <translation>Alarm, yang paling berbahaya di atas</translation>
    </message>
    <message>
        <source>Answer of an agency</source>
        <translation>Jawaban instansi</translation>
    </message>
    <message>
        <source>Assign units</source>
        <translation>Tugaskan armada</translation>
    </message>
    <message>
        <source>Assign what is recommended</source>
        <translation>Tugaskan yang disarankan</translation>
    </message>
    <message>
        <source>Block the number or lift its block</source>
        <translation>Blokir nomor atau cabut blokir</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Panggilan</translation>
    </message>
    <message>
        <source>Caller hung up</source>
        <translation>Pelapor menutup</translation>
    </message>
    <message>
        <source>Calls on paper, entered later</source>
        <translation>Laporan di kertas, dimasukkan menyusul</translation>
    </message>
    <message>
        <source>Calls to call back</source>
        <translation>Panggilan untuk ditelepon balik</translation>
    </message>
    <message>
        <source>Change the own password</source>
        <translation>Ubah kata sandi sendiri</translation>
    </message>
    <message>
        <source>Close the incident</source>
        <translation>Tutup kejadian</translation>
    </message>
    <message>
        <source>Command line: type any order</source>
        <translation>Baris perintah: ketik perintah apa pun</translation>
    </message>
    <message>
        <source>Correct a time</source>
        <translation>Koreksi waktu</translation>
    </message>
    <message>
        <source>Correct the incident</source>
        <translation>Koreksi kejadian</translation>
    </message>
    <message>
        <source>Correct, take back or add a fact</source>
        <translation>Koreksi, urungkan, atau tambah fakta</translation>
    </message>
    <message>
        <source>Crew in distress: alarm every desk</source>
        <translation>Regu dalam bahaya: bunyikan di semua meja</translation>
    </message>
    <message>
        <source>Crews on duty</source>
        <translation>Regu dinas</translation>
    </message>
    <message>
        <source>Day or night</source>
        <translation>Siang atau malam</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Meja</translation>
    </message>
    <message>
        <source>Desks signed in</source>
        <translation>Meja yang masuk</translation>
    </message>
    <message>
        <source>End a distress: who said so</source>
        <translation>Akhiri darurat regu: kata siapa</translation>
    </message>
    <message>
        <source>End as dropped</source>
        <translation>Akhiri: terputus</translation>
    </message>
    <message>
        <source>End as information</source>
        <translation>Akhiri: informasi</translation>
    </message>
    <message>
        <source>End as opened by mistake or test</source>
        <translation>Akhiri: salah buka atau uji</translation>
    </message>
    <message>
        <source>End as outside the area</source>
        <translation>Akhiri: luar wilayah</translation>
    </message>
    <message>
        <source>End as prank</source>
        <translation>Akhiri: iseng</translation>
    </message>
    <message>
        <source>End as silent</source>
        <translation>Akhiri: senyap</translation>
    </message>
    <message>
        <source>End as wrong number</source>
        <translation>Akhiri: salah sambung</translation>
    </message>
    <message>
        <source>Fifth answer</source>
        <translation>Jawaban kelima</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Saring daftar</translation>
    </message>
    <message>
        <source>First answer on the card</source>
        <translation>Jawaban pertama di kartu</translation>
    </message>
    <message>
        <source>Fourth answer</source>
        <translation>Jawaban keempat</translation>
    </message>
    <message>
        <source>Go to the address of the call</source>
        <translation>Ke alamat panggilan</translation>
    </message>
    <message>
        <source>Go to the call</source>
        <translation>Ke panggilan</translation>
    </message>
    <message>
        <source>Go to the caller&apos;s number</source>
        <translation>Ke nomor pelapor</translation>
    </message>
    <message>
        <source>Go to the incident list</source>
        <translation>Ke daftar kejadian</translation>
    </message>
    <message>
        <source>Go to the timeline</source>
        <translation>Ke kronologi</translation>
    </message>
    <message>
        <source>Go to the units</source>
        <translation>Ke armada</translation>
    </message>
    <message>
        <source>Group the list by place and category</source>
        <translation>Kelompokkan daftar menurut tempat dan kategori</translation>
    </message>
    <message>
        <source>Handing over</source>
        <translation>Serah terima</translation>
    </message>
    <message>
        <source>Hold the call or speak again</source>
        <translation>Tahan panggilan atau bicara lagi</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Kejadian</translation>
    </message>
    <message>
        <source>Join the call to the likely incident</source>
        <translation>Gabungkan panggilan ke kejadian yang mungkin sama</translation>
    </message>
    <message>
        <source>Join the call to the selected incident</source>
        <translation>Gabungkan panggilan ke kejadian terpilih</translation>
    </message>
    <message>
        <source>Keep the place for all desks</source>
        <translation>Simpan tempat untuk semua meja</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Teks lebih besar</translation>
    </message>
    <message>
        <source>Load of each desk</source>
        <translation>Beban tiap meja</translation>
    </message>
    <message>
        <source>Lock, or let another operator sign in</source>
        <translation>Kunci layar atau ganti operator</translation>
    </message>
    <message>
        <source>Look up incidents and calls</source>
        <translation>Cari kejadian dan panggilan</translation>
    </message>
    <message>
        <source>Lower the alarm</source>
        <translation>Turunkan alarm</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Merge into another incident</source>
        <translation>Satukan ke kejadian lain</translation>
    </message>
    <message>
        <source>New call</source>
        <translation>Panggilan baru</translation>
    </message>
    <message>
        <source>Next call</source>
        <translation>Panggilan berikutnya</translation>
    </message>
    <message>
        <source>Next caller joins the same incident</source>
        <translation>Pelapor berikutnya gabung ke kejadian yang sama</translation>
    </message>
    <message>
        <source>Next likely incident</source>
        <translation>Kejadian mungkin sama berikutnya</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Pertanyaan berikutnya</translation>
    </message>
    <message>
        <source>Open a restricted incident for a reason</source>
        <translation>Buka kejadian terbatas dengan alasan</translation>
    </message>
    <message>
        <source>Open the incident</source>
        <translation>Buka kejadian</translation>
    </message>
    <message>
        <source>Open the incident again</source>
        <translation>Buka kembali kejadian</translation>
    </message>
    <message>
        <source>Part the call from its incident</source>
        <translation>Pisahkan panggilan dari kejadiannya</translation>
    </message>
    <message>
        <source>Phone book: telephone somebody</source>
        <translation>Buku telepon: menelepon seseorang</translation>
    </message>
    <message>
        <source>Question before, to correct its answer</source>
        <translation>Pertanyaan sebelumnya, untuk koreksi jawaban</translation>
    </message>
    <message>
        <source>Question cards and their approval</source>
        <translation>Kartu tanya dan persetujuannya</translation>
    </message>
    <message>
        <source>Questions in a visitor&apos;s language</source>
        <translation>Pertanyaan dalam bahasa tamu</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>Raise the alarm: more units</source>
        <translation>Naikkan alarm: tambah armada</translation>
    </message>
    <message>
        <source>Refer to agencies</source>
        <translation>Rujuk ke instansi</translation>
    </message>
    <message>
        <source>Relate to another incident</source>
        <translation>Kaitkan dengan kejadian lain</translation>
    </message>
    <message>
        <source>Reminders and messages</source>
        <translation>Pengingat dan pesan</translation>
    </message>
    <message>
        <source>Response plans, for an administrator</source>
        <translation>Rencana respons, untuk administrator</translation>
    </message>
    <message>
        <source>Restrict the incident or lift that</source>
        <translation>Batasi kejadian atau buka batasnya</translation>
    </message>
    <message>
        <source>Rhythm for chest compressions</source>
        <translation>Irama pijat jantung</translation>
    </message>
    <message>
        <source>Ring time and recording</source>
        <translation>Waktu dering dan rekaman</translation>
    </message>
    <message>
        <source>Save over what another wrote</source>
        <translation>Simpan menimpa tulisan rekan</translation>
    </message>
    <message>
        <source>Second answer</source>
        <translation>Jawaban kedua</translation>
    </message>
    <message>
        <source>Send a free unit to what waits for it</source>
        <translation>Kirim armada bebas ke yang menunggunya</translation>
    </message>
    <message>
        <source>Send a message to another desk</source>
        <translation>Kirim pesan ke meja lain</translation>
    </message>
    <message>
        <source>Send help to the crew, tell the police</source>
        <translation>Kirim bantuan ke regu, beri tahu polisi</translation>
    </message>
    <message>
        <source>Set a PIN for outages</source>
        <translation>Pasang PIN untuk gangguan server</translation>
    </message>
    <message>
        <source>Set a reminder</source>
        <translation>Pasang pengingat</translation>
    </message>
    <message>
        <source>Short form: place, number, people hurt</source>
        <translation>Formulir singkat: tempat, nomor, korban</translation>
    </message>
    <message>
        <source>Show civic work</source>
        <translation>Tampilkan layanan warga</translation>
    </message>
    <message>
        <source>Show closed today</source>
        <translation>Tampilkan yang ditutup hari ini</translation>
    </message>
    <message>
        <source>Show emergencies</source>
        <translation>Tampilkan gawat darurat</translation>
    </message>
    <message>
        <source>Show open incidents</source>
        <translation>Tampilkan yang terbuka</translation>
    </message>
    <message>
        <source>Show waiting incidents</source>
        <translation>Tampilkan yang menunggu</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Teks lebih kecil</translation>
    </message>
    <message>
        <source>Sort by age</source>
        <translation>Urut umur</translation>
    </message>
    <message>
        <source>Sort by category</source>
        <translation>Urut kategori</translation>
    </message>
    <message>
        <source>Sort by holder</source>
        <translation>Urut pemegang</translation>
    </message>
    <message>
        <source>Sort by number</source>
        <translation>Urut nomor</translation>
    </message>
    <message>
        <source>Sort by phase</source>
        <translation>Urut tahap</translation>
    </message>
    <message>
        <source>Sort by place</source>
        <translation>Urut tempat</translation>
    </message>
    <message>
        <source>Sort by units and agencies</source>
        <translation>Urut armada dan instansi</translation>
    </message>
    <message>
        <source>Sort by urgency</source>
        <translation>Urut kegentingan</translation>
    </message>
    <message>
        <source>Status of a unit</source>
        <translation>Status armada</translation>
    </message>
    <message>
        <source>Strike the note through</source>
        <translation>Coret catatan</translation>
    </message>
    <message>
        <source>Swap what is recommended</source>
        <translation>Tukar yang disarankan</translation>
    </message>
    <message>
        <source>Take a place offered (Ctrl+1 to Ctrl+5)</source>
        <translation>Pilih tempat yang ditawarkan (Ctrl+1 s.d. Ctrl+5)</translation>
    </message>
    <message>
        <source>Take back the last end of a call</source>
        <translation>Urungkan akhir panggilan terakhir</translation>
    </message>
    <message>
        <source>Take back what was just done (15 s)</source>
        <translation>Urungkan yang baru dilakukan (15 d)</translation>
    </message>
    <message>
        <source>Take the blocked call as real</source>
        <translation>Anggap panggilan yang diblokir asli</translation>
    </message>
    <message>
        <source>Take the distress of a crew; its card</source>
        <translation>Tangani regu dalam bahaya; kartunya</translation>
    </message>
    <message>
        <source>Take the incident or let it go</source>
        <translation>Pegang kejadian atau lepas</translation>
    </message>
    <message>
        <source>Take the likeliest category</source>
        <translation>Ambil kategori yang paling mungkin</translation>
    </message>
    <message>
        <source>Take the line that is on hold longest</source>
        <translation>Ambil yang paling lama ditahan</translation>
    </message>
    <message>
        <source>Take the next kelurahan near the point</source>
        <translation>Pakai kelurahan berikutnya di dekat titik</translation>
    </message>
    <message>
        <source>Take the second category proposed</source>
        <translation>Ambil usul kategori kedua</translation>
    </message>
    <message>
        <source>Take the third category proposed</source>
        <translation>Ambil usul kategori ketiga</translation>
    </message>
    <message>
        <source>Tell units and agencies, copy the text</source>
        <translation>Beri tahu armada dan instansi, salin teks</translation>
    </message>
    <message>
        <source>Third answer</source>
        <translation>Jawaban ketiga</translation>
    </message>
    <message>
        <source>Try the sounds, choose their device</source>
        <translation>Coba bunyi, pilih perangkatnya</translation>
    </message>
    <message>
        <source>Units and agencies</source>
        <translation>Armada dan instansi</translation>
    </message>
    <message>
        <source>Units in a window of their own</source>
        <translation>Armada di jendela sendiri</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Tampilan</translation>
    </message>
    <message>
        <source>Warnings of places</source>
        <translation>Peringatan tempat</translation>
    </message>
    <message>
        <source>Warnings of the place: read</source>
        <translation>Peringatan tempat: sudah dibaca</translation>
    </message>
    <message>
        <source>What is from before a restore</source>
        <translation>Yang dari sebelum pemulihan</translation>
    </message>
    <message>
        <source>What was kept and not accepted</source>
        <translation>Simpanan yang tidak diterima</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Tulis catatan</translation>
    </message>
    <message>
        <source>at the units</source>
        <translation>di armada</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>di mana saja</translation>
    </message>
    <message>
        <source>in the call</source>
        <translation>di panggilan</translation>
    </message>
    <message>
        <source>in the incident</source>
        <translation>di kejadian</translation>
    </message>
    <message>
        <source>in the list</source>
        <translation>di daftar</translation>
    </message>
</context>
<context>
    <name>EarlyActs</name>
    <message>
        <source>Not done: another incident was selected meanwhile</source>
        <translation>Tidak dilakukan: sementara itu kejadian lain dipilih</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>a day</source>
        <translation>sehari</translation>
    </message>
    <message>
        <source>a pile</source>
        <translation>satu tumpukan</translation>
    </message>
    <message>
        <source>a street</source>
        <translation>satu jalan</translation>
    </message>
    <message>
        <source>a truckload</source>
        <translation>satu truk</translation>
    </message>
    <message>
        <source>a vehicle</source>
        <translation>kendaraan</translation>
    </message>
    <message>
        <source>abnormal</source>
        <translation>tidak biasa</translation>
    </message>
    <message>
        <source>access</source>
        <translation>jalan masuk</translation>
    </message>
    <message>
        <source>accident</source>
        <translation>kecelakaan</translation>
    </message>
    <message>
        <source>accidents there</source>
        <translation>kecelakaan di sana</translation>
    </message>
    <message>
        <source>adult</source>
        <translation>dewasa</translation>
    </message>
    <message>
        <source>aggressive person</source>
        <translation>orang mengamuk</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>jumlah</translation>
    </message>
    <message>
        <source>an area</source>
        <translation>satu kawasan</translation>
    </message>
    <message>
        <source>animal</source>
        <translation>hewan</translation>
    </message>
    <message>
        <source>ankle-deep</source>
        <translation>semata kaki</translation>
    </message>
    <message>
        <source>armed</source>
        <translation>bersenjata</translation>
    </message>
    <message>
        <source>at home</source>
        <translation>di rumah</translation>
    </message>
    <message>
        <source>attacker</source>
        <translation>pelaku</translation>
    </message>
    <message>
        <source>baby</source>
        <translation>bayi</translation>
    </message>
    <message>
        <source>birth</source>
        <translation>persalinan</translation>
    </message>
    <message>
        <source>bitten</source>
        <translation>digigit</translation>
    </message>
    <message>
        <source>bleeding</source>
        <translation>perdarahan</translation>
    </message>
    <message>
        <source>born</source>
        <translation>sudah lahir</translation>
    </message>
    <message>
        <source>breathing</source>
        <translation>napas</translation>
    </message>
    <message>
        <source>breathless</source>
        <translation>sesak napas</translation>
    </message>
    <message>
        <source>broken-down vehicle</source>
        <translation>kendaraan mogok</translation>
    </message>
    <message>
        <source>building</source>
        <translation>bangunan</translation>
    </message>
    <message>
        <source>burn</source>
        <translation>luka bakar</translation>
    </message>
    <message>
        <source>burning</source>
        <translation>terbakar</translation>
    </message>
    <message>
        <source>cable</source>
        <translation>kabel</translation>
    </message>
    <message>
        <source>caller safe</source>
        <translation>pelapor aman</translation>
    </message>
    <message>
        <source>car</source>
        <translation>mobil</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>penyebab</translation>
    </message>
    <message>
        <source>chemicals</source>
        <translation>bahan kimia</translation>
    </message>
    <message>
        <source>chest pain</source>
        <translation>nyeri dada</translation>
    </message>
    <message>
        <source>chest-deep</source>
        <translation>sedada</translation>
    </message>
    <message>
        <source>child</source>
        <translation>anak</translation>
    </message>
    <message>
        <source>choking</source>
        <translation>tersedak</translation>
    </message>
    <message>
        <source>closed off</source>
        <translation>tertutup</translation>
    </message>
    <message>
        <source>collapse</source>
        <translation>runtuhan</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>runtuh</translation>
    </message>
    <message>
        <source>company</source>
        <translation>pendamping</translation>
    </message>
    <message>
        <source>complaint</source>
        <translation>keluhan</translation>
    </message>
    <message>
        <source>conscious</source>
        <translation>sadar</translation>
    </message>
    <message>
        <source>cracked</source>
        <translation>retak</translation>
    </message>
    <message>
        <source>crowd</source>
        <translation>kerumunan</translation>
    </message>
    <message>
        <source>cylinder</source>
        <translation>tabung</translation>
    </message>
    <message>
        <source>days</source>
        <translation>berhari-hari</translation>
    </message>
    <message>
        <source>deceased</source>
        <translation>jenazah</translation>
    </message>
    <message>
        <source>deep water</source>
        <translation>air dalam</translation>
    </message>
    <message>
        <source>dog or monkey</source>
        <translation>anjing atau monyet</translation>
    </message>
    <message>
        <source>done</source>
        <translation>sudah</translation>
    </message>
    <message>
        <source>elderly</source>
        <translation>lanjut usia</translation>
    </message>
    <message>
        <source>electricity</source>
        <translation>listrik</translation>
    </message>
    <message>
        <source>evacuation</source>
        <translation>evakuasi</translation>
    </message>
    <message>
        <source>explosion</source>
        <translation>ledakan</translation>
    </message>
    <message>
        <source>fall</source>
        <translation>jatuh</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>deras</translation>
    </message>
    <message>
        <source>fire</source>
        <translation>api</translation>
    </message>
    <message>
        <source>fire spreads</source>
        <translation>api menjalar</translation>
    </message>
    <message>
        <source>first</source>
        <translation>pertama</translation>
    </message>
    <message>
        <source>follow-up</source>
        <translation>lanjutan</translation>
    </message>
    <message>
        <source>found</source>
        <translation>ditemukan</translation>
    </message>
    <message>
        <source>from a hospital</source>
        <translation>dari rumah sakit</translation>
    </message>
    <message>
        <source>fuel</source>
        <translation>bahan bakar</translation>
    </message>
    <message>
        <source>gas</source>
        <translation>gas</translation>
    </message>
    <message>
        <source>gas from</source>
        <translation>asal gas</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>sudah tidak ada</translation>
    </message>
    <message>
        <source>hanging</source>
        <translation>menjuntai</translation>
    </message>
    <message>
        <source>hit</source>
        <translation>menimpa</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>beberapa jam</translation>
    </message>
    <message>
        <source>house</source>
        <translation>rumah</translation>
    </message>
    <message>
        <source>illegal parking</source>
        <translation>parkir liar</translation>
    </message>
    <message>
        <source>in part</source>
        <translation>sebagian</translation>
    </message>
    <message>
        <source>in sight</source>
        <translation>terlihat</translation>
    </message>
    <message>
        <source>in the water</source>
        <translation>di air</translation>
    </message>
    <message>
        <source>infection</source>
        <translation>penularan</translation>
    </message>
    <message>
        <source>injury</source>
        <translation>cedera</translation>
    </message>
    <message>
        <source>involved</source>
        <translation>terlibat</translation>
    </message>
    <message>
        <source>kidnapped</source>
        <translation>diculik</translation>
    </message>
    <message>
        <source>kind of animal</source>
        <translation>jenis hewan</translation>
    </message>
    <message>
        <source>kitchen</source>
        <translation>dapur</translation>
    </message>
    <message>
        <source>knee-deep</source>
        <translation>selutut</translation>
    </message>
    <message>
        <source>labour</source>
        <translation>mules</translation>
    </message>
    <message>
        <source>lamps out</source>
        <translation>lampu padam</translation>
    </message>
    <message>
        <source>little</source>
        <translation>sedikit</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>mesin</translation>
    </message>
    <message>
        <source>missing for</source>
        <translation>hilang selama</translation>
    </message>
    <message>
        <source>monitor lizard or crocodile</source>
        <translation>biawak atau buaya</translation>
    </message>
    <message>
        <source>motorcycle</source>
        <translation>sepeda motor</translation>
    </message>
    <message>
        <source>narrow alley</source>
        <translation>gang sempit</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>perlu</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>tidak keduanya</translation>
    </message>
    <message>
        <source>no</source>
        <translation>tidak</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>biasa</translation>
    </message>
    <message>
        <source>not damaged</source>
        <translation>tidak rusak</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>tidak diketahui</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>tidak perlu</translation>
    </message>
    <message>
        <source>on a cable</source>
        <translation>kena kabel</translation>
    </message>
    <message>
        <source>on the ground</source>
        <translation>di tanah</translation>
    </message>
    <message>
        <source>one</source>
        <translation>satu</translation>
    </message>
    <message>
        <source>one side weak</source>
        <translation>lumpuh sebelah</translation>
    </message>
    <message>
        <source>only an outage</source>
        <translation>hanya padam</translation>
    </message>
    <message>
        <source>open</source>
        <translation>terbuka</translation>
    </message>
    <message>
        <source>other</source>
        <translation>lainnya</translation>
    </message>
    <message>
        <source>out of it</source>
        <translation>sudah di darat</translation>
    </message>
    <message>
        <source>oxygen at home</source>
        <translation>oksigen di rumah</translation>
    </message>
    <message>
        <source>pedestrian</source>
        <translation>pejalan kaki</translation>
    </message>
    <message>
        <source>people hurt</source>
        <translation>korban</translation>
    </message>
    <message>
        <source>people inside</source>
        <translation>orang di dalam</translation>
    </message>
    <message>
        <source>people trapped</source>
        <translation>orang terjebak</translation>
    </message>
    <message>
        <source>person</source>
        <translation>orang</translation>
    </message>
    <message>
        <source>pipe</source>
        <translation>pipa</translation>
    </message>
    <message>
        <source>power cut</source>
        <translation>pemadaman listrik</translation>
    </message>
    <message>
        <source>power pole</source>
        <translation>tiang listrik</translation>
    </message>
    <message>
        <source>pregnant woman</source>
        <translation>ibu hamil</translation>
    </message>
    <message>
        <source>public place</source>
        <translation>tempat umum</translation>
    </message>
    <message>
        <source>pushing</source>
        <translation>mengejan</translation>
    </message>
    <message>
        <source>rising</source>
        <translation>naik</translation>
    </message>
    <message>
        <source>road closed</source>
        <translation>jalan tertutup</translation>
    </message>
    <message>
        <source>rubbish or land</source>
        <translation>sampah atau lahan</translation>
    </message>
    <message>
        <source>seizure</source>
        <translation>kejang</translation>
    </message>
    <message>
        <source>severe</source>
        <translation>banyak</translation>
    </message>
    <message>
        <source>shop or store</source>
        <translation>toko atau gudang</translation>
    </message>
    <message>
        <source>smoke</source>
        <translation>asap</translation>
    </message>
    <message>
        <source>snake</source>
        <translation>ular</translation>
    </message>
    <message>
        <source>some bags</source>
        <translation>beberapa kantong</translation>
    </message>
    <message>
        <source>sparking</source>
        <translation>memercik</translation>
    </message>
    <message>
        <source>still</source>
        <translation>diam</translation>
    </message>
    <message>
        <source>still there</source>
        <translation>masih di sana</translation>
    </message>
    <message>
        <source>strong current</source>
        <translation>arus deras</translation>
    </message>
    <message>
        <source>suicidal</source>
        <translation>ingin bunuh diri</translation>
    </message>
    <message>
        <source>tank</source>
        <translation>tangki</translation>
    </message>
    <message>
        <source>traffic</source>
        <translation>lalu lintas</translation>
    </message>
    <message>
        <source>traffic light out</source>
        <translation>lampu merah mati</translation>
    </message>
    <message>
        <source>truck or bus</source>
        <translation>truk atau bus</translation>
    </message>
    <message>
        <source>vehicle hit</source>
        <translation>kendaraan</translation>
    </message>
    <message>
        <source>venom</source>
        <translation>bisa</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>kunjungan</translation>
    </message>
    <message>
        <source>waist-deep</source>
        <translation>sepinggang</translation>
    </message>
    <message>
        <source>wasps or bees</source>
        <translation>tawon atau lebah</translation>
    </message>
    <message>
        <source>water</source>
        <translation>air</translation>
    </message>
    <message>
        <source>water moves</source>
        <translation>gerak air</translation>
    </message>
    <message>
        <source>water, tree, ceremony</source>
        <translation>genangan, pohon, acara</translation>
    </message>
    <message>
        <source>weapon</source>
        <translation>senjata</translation>
    </message>
    <message>
        <source>wholly</source>
        <translation>semua</translation>
    </message>
    <message>
        <source>with bleeding</source>
        <translation>dengan perdarahan</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ya</translation>
    </message>
    <message>
        <source>{now} (from {before}): {reasons}</source>
        <translation>{now} (dari {before}): {reasons}</translation>
    </message>
</context>
<context>
    <name>GlassWatch</name>
    <message>
        <source>{name} opened a restricted incident ({number}). The reason stands in its timeline.</source>
        <translation>{name} membuka kejadian terbatas ({number}). Alasannya ada di kronologi.</translation>
    </message>
    <message>
        <source>{name} opened an earlier restricted incident. The reason stands in its timeline.</source>
        <translation>{name} membuka kejadian terbatas yang lama. Alasannya ada di kronologi.</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>Keys — Escape closes</source>
        <translation>Tombol — Esc menutup</translation>
    </message>
    <message>
        <source>Own abbreviations (Ctrl+K): {texts}</source>
        <translation>Singkatan sendiri (Ctrl+K): {texts}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Opening the desk …</source>
        <translation>Membuka meja …</translation>
    </message>
</context>
<context>
    <name>Meant</name>
    <message>
        <source>Not done: its incident was not opened</source>
        <translation>Tidak dilakukan: kejadiannya tidak jadi dibuka</translation>
    </message>
    <message>
        <source>Select an incident first (Ctrl+L).</source>
        <translation>Pilih kejadian dulu (Ctrl+L).</translation>
    </message>
    <message>
        <source>That incident is no longer on the board.</source>
        <translation>Kejadian itu sudah tidak ada di daftar.</translation>
    </message>
    <message>
        <source>The incident is still being opened.</source>
        <translation>Kejadian masih sedang dibuka.</translation>
    </message>
    <message>
        <source>Waits for the incident that is being opened</source>
        <translation>Menunggu kejadian yang sedang dibuka</translation>
    </message>
</context>
<context>
    <name>MessageLine</name>
    <message>
        <source>F1 keys</source>
        <translation>F1 tombol</translation>
    </message>
</context>
<context>
    <name>Naming</name>
    <message>
        <source>Enter: {what}</source>
        <translation>Enter: {what}</translation>
    </message>
    <message>
        <source>There is no agency “{typed}”.</source>
        <translation>Tidak ada instansi “{typed}”.</translation>
    </message>
    <message>
        <source>There is no unit “{typed}”.</source>
        <translation>Tidak ada armada “{typed}”.</translation>
    </message>
    <message>
        <source>“{typed}” fits {names}: type more of the call sign.</source>
        <translation>“{typed}” cocok dengan {names}: ketik nama panggil lebih lengkap.</translation>
    </message>
    <message>
        <source>“{typed}” fits {names}: type more of the name.</source>
        <translation>“{typed}” cocok dengan {names}: ketik nama lebih lengkap.</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Drafts cannot go where they belong. They are in {path}</source>
        <translation>Draf tidak dapat disimpan di tempatnya. Sekarang disimpan di {path}</translation>
    </message>
    <message>
        <source>Locked. {name} goes on with the own password, or another operator signs in.</source>
        <translation>Terkunci. {name} lanjut dengan kata sandinya, atau operator lain masuk.</translation>
    </message>
    <message>
        <source>No folder takes drafts: what is typed is only in memory until the disk has space again.</source>
        <translation>Draf tidak dapat disimpan di mana pun: ketikan hanya ada di memori sampai disk kembali lapang.</translation>
    </message>
    <message>
        <source>Nobody has a password here: nothing can be locked.</source>
        <translation>Di sini tidak ada kata sandi: tidak ada yang bisa dikunci.</translation>
    </message>
    <message>
        <source>Signing in met a fault. Try again. Report: {path}</source>
        <translation>Ada gangguan program saat masuk. Coba sekali lagi. Laporan: {path}</translation>
    </message>
    <message>
        <source>The account of {name} was shut, or its password changed. Sign in again: what was typed is kept.</source>
        <translation>Akun {name} ditutup atau kata sandinya diubah. Masuk lagi: yang sudah diketik tetap tersimpan.</translation>
    </message>
    <message>
        <source>The account of {name} was shut. What was typed is kept. Another operator may sign in.</source>
        <translation>Akun {name} ditutup. Yang sudah diketik tetap tersimpan. Operator lain boleh masuk.</translation>
    </message>
    <message>
        <source>The desk could not be opened. Report: {path}</source>
        <translation>Meja tidak dapat dibuka. Laporan: {path}</translation>
    </message>
    <message>
        <source>The desk met a fault of its own and goes on. Your drafts are saved. Report: {path}</source>
        <translation>Program mengalami galat dan tetap berjalan. Draf Anda tersimpan. Laporan: {path}</translation>
    </message>
</context>
<context>
    <name>OwnPassword</name>
    <message>
        <source>A password is needed.</source>
        <translation>Kata sandi wajib diisi.</translation>
    </message>
    <message>
        <source>At least {count} characters.</source>
        <translation>Paling sedikit {count} karakter.</translation>
    </message>
    <message>
        <source>Change the own password</source>
        <translation>Ubah kata sandi sendiri</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Kata sandi baru</translation>
    </message>
    <message>
        <source>New password once more</source>
        <translation>Kata sandi baru sekali lagi</translation>
    </message>
    <message>
        <source>Nobody has a password here.</source>
        <translation>Di sini tidak ada yang memakai kata sandi.</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Kata sandi sekarang</translation>
    </message>
    <message>
        <source>That is not the present password.</source>
        <translation>Itu bukan kata sandi sekarang.</translation>
    </message>
    <message>
        <source>The two new ones are not the same.</source>
        <translation>Kedua kata sandi baru tidak sama.</translation>
    </message>
    <message>
        <source>Your password is changed.</source>
        <translation>Kata sandi Anda sudah diubah.</translation>
    </message>
</context>
<context>
    <name>PlaceKeeping</name>
    <message>
        <source>All desks find “{place}” by “{name}” too. {key} once more takes that back.</source>
        <translation>Semua meja kini menemukan “{place}” juga dengan “{name}”. {key} sekali lagi menariknya.</translation>
    </message>
    <message>
        <source>There is no name of a place to keep.</source>
        <translation>Tidak ada nama tempat untuk disimpan.</translation>
    </message>
    <message>
        <source>“{name}” ({kind}) is kept for all desks. {key} once more takes that back.</source>
        <translation>“{name}” ({kind}) disimpan untuk semua meja. {key} sekali lagi menariknya.</translation>
    </message>
    <message>
        <source>“{name}” is kept no more.</source>
        <translation>“{name}” tidak disimpan lagi.</translation>
    </message>
    <message>
        <source>“{name}” lies at the server: it can be taken back once that is reached again.</source>
        <translation>“{name}” tersimpan di server: baru bisa diurungkan setelah server terhubung lagi.</translation>
    </message>
</context>
<context>
    <name>PlaceLine</name>
    <message>
        <source>Places offered</source>
        <translation>Tempat yang ditawarkan</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Name and password do not fit.</source>
        <translation>Nama dan kata sandi tidak cocok.</translation>
    </message>
    <message>
        <source>Nobody known here signed the server&apos;s certificate: name the authority&apos;s file.</source>
        <translation>Penanda tangan sertifikat server tidak dikenal di sini: sebutkan berkas otoritasnya.</translation>
    </message>
    <message>
        <source>Not done: a fault of the desk. Look again, then repeat.</source>
        <translation>Belum terlaksana: program mengalami galat. Lihat lagi, lalu ulangi.</translation>
    </message>
    <message>
        <source>Only an administrator may do this.</source>
        <translation>Hanya administrator yang boleh melakukan ini.</translation>
    </message>
    <message>
        <source>Only the server&apos;s superuser may do this.</source>
        <translation>Hanya superuser server yang boleh melakukan ini.</translation>
    </message>
    <message>
        <source>PostgreSQL&apos;s own tool did not succeed.</source>
        <translation>Perkakas PostgreSQL tidak berhasil.</translation>
    </message>
    <message>
        <source>PostgreSQL&apos;s own tools are missing: apt install postgresql-client</source>
        <translation>Perkakas PostgreSQL belum ada: apt install postgresql-client</translation>
    </message>
    <message>
        <source>That cannot be a login.</source>
        <translation>Itu tidak dapat dipakai sebagai nama masuk.</translation>
    </message>
    <message>
        <source>That is not the key that is needed here.</source>
        <translation>Itu bukan kunci yang diperlukan di sini.</translation>
    </message>
    <message>
        <source>That is the last administrator: make another first.</source>
        <translation>Itu administrator terakhir: buat yang lain dahulu.</translation>
    </message>
    <message>
        <source>That is your own account: another administrator must do this.</source>
        <translation>Itu akun Anda sendiri: administrator lain yang harus melakukannya.</translation>
    </message>
    <message>
        <source>That was encrypted for another key.</source>
        <translation>Itu dienkripsi untuk kunci lain.</translation>
    </message>
    <message>
        <source>The authority&apos;s certificate cannot be read: check sslrootcert.</source>
        <translation>Sertifikat otoritas tidak dapat dibaca: periksa sslrootcert.</translation>
    </message>
    <message>
        <source>The backup is damaged or was cut short: use another.</source>
        <translation>Cadangan rusak atau terpotong: pakai yang lain.</translation>
    </message>
    <message>
        <source>The backup is encrypted: its secret key is needed.</source>
        <translation>Cadangan terenkripsi: diperlukan kunci rahasianya.</translation>
    </message>
    <message>
        <source>The database cannot be reached. What you typed is kept here.</source>
        <translation>Basis data tidak dapat dijangkau. Yang Anda ketik tersimpan di sini.</translation>
    </message>
    <message>
        <source>The database cannot be written to. Check the rights on its file.</source>
        <translation>Basis data tidak dapat ditulisi. Periksa hak akses berkasnya.</translation>
    </message>
    <message>
        <source>The database could not do that ({code}). What you typed is kept here.</source>
        <translation>Basis data tidak dapat melakukannya ({code}). Yang Anda ketik disimpan di sini.</translation>
    </message>
    <message>
        <source>The database file is damaged. Restore it from a backup.</source>
        <translation>Berkas basis data rusak. Pulihkan dari cadangan.</translation>
    </message>
    <message>
        <source>The database is busy. Nothing was lost: try once more.</source>
        <translation>Basis data sibuk. Tidak ada yang hilang: coba sekali lagi.</translation>
    </message>
    <message>
        <source>The database was made by a newer Kulkul. Update this program.</source>
        <translation>Basis data dibuat oleh Kulkul yang lebih baru. Perbarui program ini.</translation>
    </message>
    <message>
        <source>The database was made by an older Kulkul. Close all desks, then: ./run centre upgrade</source>
        <translation>Basis data dibuat oleh Kulkul yang lebih lama. Tutup semua meja, lalu: ./run centre upgrade</translation>
    </message>
    <message>
        <source>The database&apos;s address is none of a server: check the settings.</source>
        <translation>Alamat basis data bukan alamat server: periksa pengaturan.</translation>
    </message>
    <message>
        <source>The disk of the database is full. Free some space; what you typed is kept here.</source>
        <translation>Disk basis data penuh. Kosongkan ruang; yang Anda ketik tersimpan di sini.</translation>
    </message>
    <message>
        <source>The name is empty or too long.</source>
        <translation>Nama kosong atau terlalu panjang.</translation>
    </message>
    <message>
        <source>The password is empty.</source>
        <translation>Kata sandi kosong.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Who signed in here in the last 12 hours and set a PIN enters with it.</source>
        <translation>Server tidak terjangkau. Yang masuk di sini dalam 12 jam terakhir dan memasang PIN bisa masuk dengan PIN itu.</translation>
    </message>
    <message>
        <source>The server does not admit this workstation: add it to pg_hba.conf there.</source>
        <translation>Server tidak menerima komputer ini: tambahkan di pg_hba.conf server.</translation>
    </message>
    <message>
        <source>The server does not take a password prepared so: update this program.</source>
        <translation>Server tidak menerima kata sandi yang disiapkan begini: perbarui program ini.</translation>
    </message>
    <message>
        <source>The server has no connection left. Raise max_connections there.</source>
        <translation>Sambungan di server habis: naikkan max_connections di sana.</translation>
    </message>
    <message>
        <source>The server offers no encryption: switch on TLS there (ssl = on).</source>
        <translation>Server tidak menyediakan enkripsi: nyalakan TLS di sana (ssl = on).</translation>
    </message>
    <message>
        <source>The server&apos;s PostgreSQL is too old: 15 or newer is needed.</source>
        <translation>PostgreSQL di server terlalu lama: perlu versi 15 atau lebih baru.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for another name: use that one.</source>
        <translation>Sertifikat server untuk nama lain: pakai nama itu.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid today: renew it, or set this workstation&apos;s clock.</source>
        <translation>Sertifikat server tidak berlaku hari ini: perbarui, atau atur ulang jam komputer ini.</translation>
    </message>
    <message>
        <source>There is no database there. Make one with: ./run centre new</source>
        <translation>Tidak ada basis data di sana. Buat dengan: ./run centre new</translation>
    </message>
    <message>
        <source>There is no such role.</source>
        <translation>Tidak ada peran seperti itu.</translation>
    </message>
    <message>
        <source>There is one of that name already.</source>
        <translation>Nama itu sudah ada.</translation>
    </message>
    <message>
        <source>This database holds no centre. Make one with: ./run centre new</source>
        <translation>Basis data ini tidak berisi pusat 112. Buat dengan: ./run centre new</translation>
    </message>
    <message>
        <source>This server was replaced by another and must not be used any more.</source>
        <translation>Server ini sudah diganti dan tidak boleh dipakai lagi.</translation>
    </message>
    <message>
        <source>This workstation&apos;s clock is wrong: let a time server keep it.</source>
        <translation>Jam komputer ini salah: samakan dengan server waktu.</translation>
    </message>
</context>
<context>
    <name>Prompt</name>
    <message>
        <source>Brought back, not saved yet</source>
        <translation>Dikembalikan, belum disimpan</translation>
    </message>
    <message>
        <source>Enter goes on, Esc leaves</source>
        <translation>Enter lanjut, Esc keluar</translation>
    </message>
    <message>
        <source>Enter saves, Esc leaves</source>
        <translation>Enter menyimpan, Esc keluar</translation>
    </message>
    <message>
        <source>First answer this question (Enter) or leave it (Esc).</source>
        <translation>Jawab dulu pertanyaan ini (Enter) atau tinggalkan (Esc).</translation>
    </message>
    <message>
        <source>Not written, more has to be asked: {question}</source>
        <translation>Belum ditulis, masih ada yang perlu ditanyakan: {question}</translation>
    </message>
    <message>
        <source>Nothing fits “{text}”.</source>
        <translation>Tidak ada yang cocok dengan “{text}”.</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Enter  Sign in</source>
        <translation>Enter  Masuk</translation>
    </message>
    <message>
        <source>Let in: reading the board …</source>
        <translation>Sudah masuk: membaca papan …</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kata sandi</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>Sedang masuk …</translation>
    </message>
</context>
<context>
    <name>TakingBack</name>
    <message>
        <source>Not taken back: it is still being written.</source>
        <translation>Tidak diurungkan: masih sedang ditulis.</translation>
    </message>
    <message>
        <source>Not taken back: {problem}</source>
        <translation>Tidak diurungkan: {problem}</translation>
    </message>
    <message>
        <source>Nothing was written in the last {count} seconds.</source>
        <translation>Tidak ada yang ditulis dalam {count} detik terakhir.</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Diurungkan</translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>Diurungkan: {what}</translation>
    </message>
    <message>
        <source>{key} takes it back</source>
        <translation>{key} mengurungkan</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>TRAINING</source>
        <translation>LATIHAN</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>administrator</translation>
    </message>
    <message>
        <source>alarms {count}</source>
        <translation>alarm {count}</translation>
    </message>
    <message>
        <source>all roles</source>
        <translation>semua peran</translation>
    </message>
    <message>
        <source>auditor</source>
        <translation>auditor</translation>
    </message>
    <message>
        <source>available {free} of {all}</source>
        <translation>siap {free} / {all}</translation>
    </message>
    <message>
        <source>call back {count}</source>
        <translation>telepon balik {count}</translation>
    </message>
    <message>
        <source>call taker</source>
        <translation>penerima panggilan</translation>
    </message>
    <message>
        <source>dispatcher</source>
        <translation>pengendali</translation>
    </message>
    <message>
        <source>messages {count}</source>
        <translation>pesan {count}</translation>
    </message>
    <message>
        <source>on hold {age}</source>
        <translation>ditahan {age}</translation>
    </message>
    <message>
        <source>reminders due {count}</source>
        <translation>pengingat {count}</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>supervisor</translation>
    </message>
    <message>
        <source>waiting {count}</source>
        <translation>menunggu {count}</translation>
    </message>
    <message>
        <source>wall</source>
        <translation>layar dinding</translation>
    </message>
    <message>
        <source>▲ not read since {time}</source>
        <translation>▲ belum terbaca sejak {time}</translation>
    </message>
    <message>
        <source>● live</source>
        <translation>● langsung</translation>
    </message>
    <message>
        <source>● live, by a slow network</source>
        <translation>● langsung, jaringan lambat</translation>
    </message>
    <message>
        <source>✕ cut off since {time}</source>
        <translation>✕ terputus sejak {time}</translation>
    </message>
</context>
<context>
    <name>WorkstationWatch</name>
    <message>
        <source>The centre was upgraded: this desk goes on, but must be updated. Tell who looks after it.</source>
        <translation>Pusat sudah diperbarui: meja ini tetap bekerja, tetapi programnya harus diperbarui. Beri tahu petugas teknis.</translation>
    </message>
    <message>
        <source>This workstation&apos;s clock is {minutes} min ahead of the server&apos;s: ages are wrong. Go on, and have it set: timedatectl set-ntp true.</source>
        <translation>Jam komputer ini {minutes} menit lebih cepat dari jam server: lama waktu di layar salah. Lanjutkan, dan minta jam disetel: timedatectl set-ntp true.</translation>
    </message>
    <message>
        <source>This workstation&apos;s clock is {minutes} min behind the server&apos;s: ages are wrong. Go on, and have it set: timedatectl set-ntp true.</source>
        <translation>Jam komputer ini {minutes} menit lebih lambat dari jam server: lama waktu di layar salah. Lanjutkan, dan minta jam disetel: timedatectl set-ntp true.</translation>
    </message>
</context>
</TS>
