<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>AlarmSound</name>
    <message>
        <source>{who}: {what}. {key} takes the alarm.</source>
        <translation>{who}: {what}. {key} untuk memegang alarm.</translation>
    </message>
</context>
<context>
    <name>AlarmsPage</name>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Enter: take it and go to the incident · Esc: back</source>
        <translation>Enter: pegang dan buka kejadiannya · Esc: kembali</translation>
    </message>
    <message>
        <source>In hand</source>
        <translation>Dipegang</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Kejadian</translation>
    </message>
    <message>
        <source>Nothing is late, and no crew is in danger.</source>
        <translation>Tidak ada yang terlambat, dan tidak ada regu dalam bahaya.</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sejak</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Tahap</translation>
    </message>
    <message>
        <source>Unit or agency</source>
        <translation>Armada atau instansi</translation>
    </message>
    <message>
        <source>What and where</source>
        <translation>Apa dan di mana</translation>
    </message>
    <message>
        <source>You have the alarm in hand: {what}</source>
        <translation>Alarm Anda pegang: {what}</translation>
    </message>
    <message>
        <source>and {count} more, less dangerous</source>
        <translation>dan {count} lagi, kurang berbahaya</translation>
    </message>
    <message>
        <source>restricted</source>
        <translation>terbatas</translation>
    </message>
    <message>
        <source>{name}, {age}</source>
        <translation>{name}, {age}</translation>
    </message>
</context>
</TS>
