"""Small files of dispatch records, invented, in the forms in which cities publish theirs."""

SFFD_HEADING = (
    "Call Number,Unit ID,Call Type,Received DtTm,Entry DtTm,Dispatch DtTm,Response DtTm,On Scene DtTm,"
    "Transport DtTm,Hospital DtTm,Call Final Disposition,Available DtTm,Address,Zipcode of Incident,"
    "Original Priority,Priority,Unit Type,Neighborhooods - Analysis Boundaries,Location"
)


def sffd_line(call: str, unit: str, *clocks: str, day: str = "04/08/2020", **other: str) -> str:
    """A line as San Francisco writes it; clocks from received to available as `11:53:08 PM`, or empty."""
    times = [f"{day} {clock}" if clock else "" for clock in clocks]
    received, entry, sent, response, scene, transport, hospital, free = times
    values = {
        "kind": "Medical Incident",
        "outcome": "Code 2 Transport",
        "address": "4000 Block of INVENTED ST",
        "zip": "94112",
        "first": "3",
        "priority": "3",
        "type": "ENGINE",
        "zone": "Bernal Heights",
        "point": '"(37.7321, -122.4277)"',
        **other,
    }
    return ",".join(
        [
            *(call, unit, values["kind"], received, entry, sent, response, scene, transport, hospital),
            *(values["outcome"], free, values["address"], values["zip"], values["first"]),
            *(values["priority"], values["type"], values["zone"], values["point"]),
        ]
    )


def sffd_file(*lines: str) -> str:
    """A file of such lines."""
    return "\n".join([SFFD_HEADING, *lines, ""])


WHOLE_CALLS = """\
Waktu;Nomor;Jenis;Kirim;Tiba;Selesai;Alamat;Lat;Lon
2026-03-02T23:10:00;7;KEBAKARAN;2026-03-02T23:11:00;2026-03-02T23:20:00;2026-03-03T00:40:00;Jl. A;-5,1;119,4
2026-03-02T22:00:00;6;ULAR;2026-03-02T22:03:00;;2026-03-02T22:30:00;Jl. B 2;;
2026-03-02T23:12:00;8;KECELAKAAN MOTOR;2026-03-02T23:12:30;2026-03-02T23:19:00;2026-03-02T23:50:00;Jl. C 3;;
2026-03-03T01:00:00;9;LAIN;;;;Jl. D 4;;
"""
"""One line a call, without units: semicolons, ISO times, another order."""

WHOLE_CALLS_MAPPING = """\
name = "kota"
[columns]
call = "nomor"
kind = "jenis"
address = "ALAMAT"
[times]
received = "Waktu"
assigned = "Kirim"
on_scene = "Tiba"
available = "Selesai"
[categories]
"kebakaran*" = "fire_building"
"kecelakaan*" = "traffic_accident"
"ular" = "animal"
"""

NO_HEADING = """\
1586329509|A-1|E1|1586329600|1586330000|POINT (-122.4 37.7)
1586329509|A-1|E2|1586329600|1586330300|POINT (-122.4 37.7)
"""

NO_HEADING_MAPPING = """\
name = "angka"
header = false
[columns]
call = 2
unit = 3
point = 6
[times]
format = "epoch"
zone = "America/Los_Angeles"
received = 1
assigned = 4
available = 5
"""
