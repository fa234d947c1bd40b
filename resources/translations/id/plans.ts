<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Plans</name>
    <message>
        <source>Agencies told; ! behind one that must call it safe, as PLN!</source>
        <translation>Instansi yang diberi tahu; ! di belakang yang harus menyatakan aman, seperti PLN!</translation>
    </message>
    <message>
        <source>Alarm level, and priority where for one only, as: 1 P2</source>
        <translation>Tingkat alarm, dan prioritas bila hanya untuk satu, seperti: 1 P2</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Choose a category.</source>
        <translation>Pilih kategori.</translation>
    </message>
    <message>
        <source>Code of the plan</source>
        <translation>Kode rencana</translation>
    </message>
    <message>
        <source>Give it a code.</source>
        <translation>Beri kode.</translation>
    </message>
    <message>
        <source>Hours, as 22:00-06:00 (empty: always)</source>
        <translation>Jam, seperti 22:00-06:00 (kosong: selalu)</translation>
    </message>
    <message>
        <source>Kelurahan or kecamatan (empty: the whole city)</source>
        <translation>Kelurahan atau kecamatan (kosong: seluruh kota)</translation>
    </message>
    <message>
        <source>Minutes within which who goes must be there</source>
        <translation>Menit paling lama sampai yang berangkat tiba</translation>
    </message>
    <message>
        <source>Only at this address, or point and metres, as -8.65,115.2 @200</source>
        <translation>Hanya di alamat ini, atau titik dan meter, seperti -8.65,115.2 @200</translation>
    </message>
    <message>
        <source>Tried on the last {count} incidents: none would have been asked otherwise.</source>
        <translation>Dicoba pada {count} kejadian terakhir: tidak ada yang diminta lain.</translation>
    </message>
    <message>
        <source>Tried on the last {count} incidents; what differs:</source>
        <translation>Dicoba pada {count} kejadian terakhir; yang berbeda:</translation>
    </message>
    <message>
        <source>Units, as {engine}:2/3 {rescue}|{engine}:1 (kind:count/people, or | another)</source>
        <translation>Armada, seperti {engine}:2/3 {rescue}|{engine}:1 (jenis:jumlah/orang; | berarti atau)</translation>
    </message>
    <message>
        <source>a level from 1 to {most}, and P1 to P4 or nothing</source>
        <translation>tingkat 1 sampai {most}, dan P1 sampai P4 atau tanpa</translation>
    </message>
    <message>
        <source>a number from 1 to {most}</source>
        <translation>angka 1 sampai {most}</translation>
    </message>
    <message>
        <source>address</source>
        <translation>alamat</translation>
    </message>
    <message>
        <source>and {count} categories more</source>
        <translation>dan {count} kategori lagi</translation>
    </message>
    <message>
        <source>another plan is called so</source>
        <translation>rencana lain sudah bernama begitu</translation>
    </message>
    <message>
        <source>area</source>
        <translation>wilayah</translation>
    </message>
    <message>
        <source>calls it safe</source>
        <translation>menyatakan aman</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>jam</translation>
    </message>
    <message>
        <source>latitude</source>
        <translation>lintang</translation>
    </message>
    <message>
        <source>letters, digits, - and _ only</source>
        <translation>hanya huruf, angka, - dan _</translation>
    </message>
    <message>
        <source>level</source>
        <translation>tingkat</translation>
    </message>
    <message>
        <source>longitude</source>
        <translation>bujur</translation>
    </message>
    <message>
        <source>metres from 1 to {most}</source>
        <translation>meter, 1 sampai {most}</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>menit</translation>
    </message>
    <message>
        <source>neither an address nor a point</source>
        <translation>bukan alamat dan bukan titik</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>prioritas</translation>
    </message>
    <message>
        <source>radius in metres</source>
        <translation>radius dalam meter</translation>
    </message>
    <message>
        <source>told</source>
        <translation>diberi tahu</translation>
    </message>
    <message>
        <source>units</source>
        <translation>armada</translation>
    </message>
    <message>
        <source>{category}: {otherwise} of {incidents} otherwise · as sent {alike} → {alike_then}, too few sent {fewer} → {fewer_then}, too many {more} → {more_then} · asked {asked} → {asked_then}</source>
        <translation>{category}: {otherwise} dari {incidents} diminta lain · sesuai yang dikirim {alike} → {alike_then}, kurang {fewer} → {fewer_then}, lebih {more} → {more_then} · diminta {asked} → {asked_then}</translation>
    </message>
    <message>
        <source>{plan}: as the centre was made; nobody changed it since.</source>
        <translation>{plan}: seperti saat pusat dibuat; belum ada yang mengubahnya.</translation>
    </message>
    <message>
        <source>{units} (crew of {people})</source>
        <translation>{units} (regu {people})</translation>
    </message>
    <message>
        <source>“{typed}” is no agency. Known: {known}</source>
        <translation>“{typed}” bukan instansi. Yang dikenal: {known}</translation>
    </message>
    <message>
        <source>“{typed}” says no hours</source>
        <translation>“{typed}” bukan jam</translation>
    </message>
    <message>
        <source>“{typed}” says no units. Kinds: {kinds}</source>
        <translation>“{typed}” tidak menyebut armada. Jenis: {kinds}</translation>
    </message>
</context>
<context>
    <name>PlansPage</name>
    <message>
        <source>A new plan</source>
        <translation>Rencana baru</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Menjadi</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Change {plan}</source>
        <translation>Ubah {plan}</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Enter: change · Insert: new · Delete: take out · T: try on past incidents · P: put in force · V: versions · Esc: back</source>
        <translation>Enter: ubah · Insert: baru · Delete: keluarkan · T: coba pada kejadian lampau · P: berlakukan · V: versi · Esc: kembali</translation>
    </message>
    <message>
        <source>Fill units or agencies: it sends nobody and tells nobody.</source>
        <translation>Isi armada atau instansi: tidak ada yang dikirim atau diberi tahu.</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Tingkat</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Menit</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>Only an administrator may change response plans.</source>
        <translation>Hanya administrator yang boleh mengubah rencana respons.</translation>
    </message>
    <message>
        <source>Put in force: {plans}</source>
        <translation>Berlakukan: {plans}</translation>
    </message>
    <message>
        <source>Response plans</source>
        <translation>Rencana respons</translation>
    </message>
    <message>
        <source>The database cannot be read now.</source>
        <translation>Basis data sedang tidak dapat dibaca.</translation>
    </message>
    <message>
        <source>The plans are in force at all desks.</source>
        <translation>Rencana berlaku di semua meja.</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Jam</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Diberi tahu</translation>
    </message>
    <message>
        <source>Try them first (T): they were changed since.</source>
        <translation>Coba dulu (T): sudah diubah sejak itu.</translation>
    </message>
    <message>
        <source>Trying …</source>
        <translation>Mencoba …</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Armada</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Di mana</translation>
    </message>
    <message>
        <source>Why, if it is to be remembered</source>
        <translation>Mengapa, bila perlu diingat</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>diubah</translation>
    </message>
    <message>
        <source>new</source>
        <translation>baru</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>dikeluarkan</translation>
    </message>
    <message>
        <source>{count} edited, not in force yet: T tries them on past incidents.</source>
        <translation>{count} diubah, belum berlaku: T mencobanya pada kejadian lampau.</translation>
    </message>
    <message>
        <source>{plan} holds for the same already: change that one.</source>
        <translation>{plan} sudah berlaku untuk hal yang sama: ubah yang itu.</translation>
    </message>
</context>
</TS>
