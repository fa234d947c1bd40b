<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Sounds</name>
    <message>
        <source>A P1 waits</source>
        <translation>P1 menunggu</translation>
    </message>
    <message>
        <source>A caller is on hold</source>
        <translation>Pelapor ditahan</translation>
    </message>
    <message>
        <source>A caller is on hold for long</source>
        <translation>Pelapor lama ditahan</translation>
    </message>
    <message>
        <source>A crew does not answer</source>
        <translation>Regu tidak menjawab</translation>
    </message>
    <message>
        <source>A crew is in distress</source>
        <translation>Regu dalam bahaya</translation>
    </message>
    <message>
        <source>A crew is to be asked</source>
        <translation>Regu perlu ditanya</translation>
    </message>
    <message>
        <source>A new P1</source>
        <translation>P1 baru</translation>
    </message>
    <message>
        <source>A reminder is due</source>
        <translation>Pengingat tiba</translation>
    </message>
    <message>
        <source>An agency does not answer</source>
        <translation>Instansi tidak menjawab</translation>
    </message>
    <message>
        <source>Rhythm for chest compressions</source>
        <translation>Irama pijat jantung</translation>
    </message>
    <message>
        <source>Something is late</source>
        <translation>Ada yang terlambat</translation>
    </message>
    <message>
        <source>Work is past its days</source>
        <translation>Pekerjaan lewat waktunya</translation>
    </message>
</context>
<context>
    <name>SoundsPage</name>
    <message>
        <source>Device</source>
        <translation>Perangkat</translation>
    </message>
    <message>
        <source>Enter: play the sound, or take the device · Esc: back</source>
        <translation>Enter: bunyikan, atau pakai perangkat · Esc: kembali</translation>
    </message>
    <message>
        <source>Looking for devices…</source>
        <translation>Mencari perangkat…</translation>
    </message>
    <message>
        <source>No sound: nothing on this workstation plays one. Install pipewire, pulseaudio-utils or alsa-utils, switch a device on, and try a sound.</source>
        <translation>Tanpa bunyi: tidak ada yang membunyikannya di komputer ini. Pasang pipewire, pulseaudio-utils, atau alsa-utils, nyalakan perangkat, lalu coba satu bunyi.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Bunyi</translation>
    </message>
    <message>
        <source>Sound or device</source>
        <translation>Bunyi atau perangkat</translation>
    </message>
    <message>
        <source>Sounds and their device</source>
        <translation>Bunyi dan perangkatnya</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>The chosen device does not play: the system&apos;s own choice is used.</source>
        <translation>Perangkat pilihan tidak berbunyi: pilihan sistem yang dipakai.</translation>
    </message>
    <message>
        <source>The device is remembered on this workstation.</source>
        <translation>Perangkat diingat di komputer ini.</translation>
    </message>
    <message>
        <source>The system&apos;s own choice</source>
        <translation>Pilihan sistem</translation>
    </message>
    <message>
        <source>This system does not tell its devices: its own choice is used.</source>
        <translation>Sistem ini tidak memberitahukan perangkatnya: pilihan sistem yang dipakai.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Apa</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>dipakai</translation>
    </message>
    <message>
        <source>chosen, not there now</source>
        <translation>dipakai, sekarang tidak ada</translation>
    </message>
    <message>
        <source>could not be played</source>
        <translation>tidak dapat dibunyikan</translation>
    </message>
    <message>
        <source>plays</source>
        <translation>berbunyi</translation>
    </message>
    <message>
        <source>was played</source>
        <translation>sudah dibunyikan</translation>
    </message>
</context>
</TS>
