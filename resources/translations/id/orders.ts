<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>OrderBar</name>
    <message>
        <source>ORDER {key}</source>
        <translation>PERINTAH {key}</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Perintah</translation>
    </message>
    <message>
        <source>send dam4, a3 to 003; mind the cable</source>
        <translation>kirim dam4, a3 ke 003; hati-hati kabel</translation>
    </message>
</context>
<context>
    <name>OrderDesk</name>
    <message>
        <source>Brought back, not entered yet</source>
        <translation>Dikembalikan, belum dikirim</translation>
    </message>
    <message>
        <source>Done: {done}. Not done: {problem}</source>
        <translation>Sudah: {done}. Belum: {problem}</translation>
    </message>
    <message>
        <source>Enter: {what}</source>
        <translation>Enter: {what}</translation>
    </message>
    <message>
        <source>Tab: {texts}</source>
        <translation>Tab: {texts}</translation>
    </message>
</context>
</TS>
