<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>CaseTable</name>
    <message>
        <source>Incidents</source>
        <translation>Kejadian</translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>Filter the list</source>
        <translation>Saring daftar</translation>
    </message>
    <message>
        <source>Number, place, unit …</source>
        <translation>Nomor, tempat, armada …</translation>
    </message>
</context>
<context>
    <name>Heading</name>
    <message>
        <source>/ filter</source>
        <translation>/ saring</translation>
    </message>
    <message>
        <source>Esc clears</source>
        <translation>Esc hapus</translation>
    </message>
    <message>
        <source>P1 hidden: {numbers}</source>
        <translation>P1 tersembunyi: {numbers}</translation>
    </message>
    <message>
        <source>by danger, in groups</source>
        <translation>menurut bahaya, per kelompok</translation>
    </message>
    <message>
        <source>many calls: {key} groups</source>
        <translation>banyak panggilan: {key} kelompokkan</translation>
    </message>
    <message>
        <source>no sound</source>
        <translation>tanpa suara</translation>
    </message>
    <message>
        <source>{count} new above</source>
        <translation>{count} baru di atas</translation>
    </message>
    <message>
        <source>{order}, reversed</source>
        <translation>{order}, terbalik</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} dari {all}</translation>
    </message>
</context>
<context>
    <name>IncidentList</name>
    <message>
        <source>Age</source>
        <translation>Umur</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>Bertugas</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Dipegang</translation>
    </message>
    <message>
        <source>No incident is selected.</source>
        <translation>Belum ada kejadian yang dipilih.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
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
        <source>You have {number} in hand</source>
        <translation>{number} Anda pegang</translation>
    </message>
    <message>
        <source>by age</source>
        <translation>menurut umur</translation>
    </message>
    <message>
        <source>by category</source>
        <translation>menurut kategori</translation>
    </message>
    <message>
        <source>by holder</source>
        <translation>menurut pemegang</translation>
    </message>
    <message>
        <source>by number</source>
        <translation>menurut nomor</translation>
    </message>
    <message>
        <source>by phase</source>
        <translation>menurut tahap</translation>
    </message>
    <message>
        <source>by place</source>
        <translation>menurut tempat</translation>
    </message>
    <message>
        <source>by units</source>
        <translation>menurut armada</translation>
    </message>
    <message>
        <source>by urgency</source>
        <translation>menurut kegentingan</translation>
    </message>
    <message>
        <source>group of {count}</source>
        <translation>kelompok {count}</translation>
    </message>
    <message>
        <source>held by nobody</source>
        <translation>belum dipegang</translation>
    </message>
    <message>
        <source>held by {name}</source>
        <translation>dipegang {name}</translation>
    </message>
    <message>
        <source>late</source>
        <translation>terlambat</translation>
    </message>
    <message>
        <source>left behind</source>
        <translation>ditinggal</translation>
    </message>
    <message>
        <source>much too late</source>
        <translation>sangat terlambat</translation>
    </message>
    <message>
        <source>new</source>
        <translation>baru</translation>
    </message>
    <message>
        <source>nobody at work</source>
        <translation>tidak ada yang bertugas</translation>
    </message>
    <message>
        <source>outside the city</source>
        <translation>di luar kota</translation>
    </message>
    <message>
        <source>place not clear yet</source>
        <translation>tempat belum jelas</translation>
    </message>
    <message>
        <source>restricted</source>
        <translation>terbatas</translation>
    </message>
    <message>
        <source>{count} callers</source>
        <translation>{count} pelapor</translation>
    </message>
    <message>
        <source>{count} civic work</source>
        <translation>{count} layanan warga</translation>
    </message>
    <message>
        <source>{count} closed today</source>
        <translation>{count} ditutup hari ini</translation>
    </message>
    <message>
        <source>{count} emergencies</source>
        <translation>{count} gawat darurat</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} terbuka</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} menunggu</translation>
    </message>
    <message>
        <source>{name} edits</source>
        <translation>{name} mengubah</translation>
    </message>
    <message>
        <source>{number} is in nobody&apos;s hands now</source>
        <translation>{number} dilepas, belum dipegang</translation>
    </message>
</context>
<context>
    <name>IncidentListPanel</name>
    <message>
        <source>Filter cleared to show {number}</source>
        <translation>Saringan dilepas untuk menampilkan {number}</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Kejadian</translation>
    </message>
</context>
</TS>
