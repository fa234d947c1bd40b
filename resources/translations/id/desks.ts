<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Desks</name>
    <message>
        <source>Desk</source>
        <translation>Meja</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>Terakhir terdengar</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Undelivered</source>
        <translation>Belum terkirim</translation>
    </message>
    <message>
        <source>Undelivered since</source>
        <translation>Belum terkirim sejak</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versi</translation>
    </message>
    <message>
        <source>everything delivered</source>
        <translation>semua sudah terkirim</translation>
    </message>
    <message>
        <source>now</source>
        <translation>sekarang</translation>
    </message>
    <message>
        <source>{acts} undelivered at {desks} desks</source>
        <translation>{acts} belum terkirim di {desks} meja</translation>
    </message>
    <message>
        <source>{count} at work</source>
        <translation>{count} meja bertugas</translation>
    </message>
    <message>
        <source>{desk} (this one)</source>
        <translation>{desk} (meja ini)</translation>
    </message>
    <message>
        <source>{time}, {age}</source>
        <translation>{time}, {age}</translation>
    </message>
    <message>
        <source>{time}, {age} ago</source>
        <translation>{time}, {age} lalu</translation>
    </message>
    <message>
        <source>{version}, older</source>
        <translation>{version}, versi lama</translation>
    </message>
</context>
<context>
    <name>DesksPage</name>
    <message>
        <source>Cut off: what the other desks do is not known.</source>
        <translation>Terputus: keadaan meja lain tidak diketahui.</translation>
    </message>
    <message>
        <source>Desks signed in</source>
        <translation>Meja yang masuk</translation>
    </message>
    <message>
        <source>Esc: back</source>
        <translation>Esc: kembali</translation>
    </message>
    <message>
        <source>Only a supervisor, administrator or auditor sees the desks.</source>
        <translation>Hanya supervisor, administrator, atau auditor yang melihat daftar meja.</translation>
    </message>
    <message>
        <source>Which desks are signed in is known on a server only.</source>
        <translation>Meja yang masuk hanya diketahui bila pusat ada di server.</translation>
    </message>
</context>
</TS>
