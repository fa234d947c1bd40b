"""A new P1 is heard at the desk until somebody takes it from the list of alarms."""

from pathlib import Path

from tests.journeys.centres import quiet_centre
from tests.journeys.conftest import StartDesk
from tests.journeys.display import Display
from tests.journeys.player import Player
from tests.journeys.steps import hang_up, open_incident, take_call, wait_line, wait_row


def test_a_new_p1_plays_its_sound_and_calmer_work_none(
    display: Display, start_desk: StartDesk, tmp_path: Path
) -> None:
    player = Player(tmp_path / "bin")
    with player.before(display):
        desk = start_desk("--database", quiet_centre(tmp_path), anew=True)
    desk.wait_for("F2 terima panggilan")
    desk.until(lambda: player.played == ["silence.wav"], "whether there is sound was tried", 15)
    assert not desk.look().shows("tanpa suara")

    take_call(desk, "pohon tumbang", category="pohon tumb")
    open_incident(desk, "001")
    hang_up(desk)
    assert player.played == ["silence.wav"]

    take_call(desk, "api di dapur", category="kebakaran rumah")
    open_incident(desk, "002")
    desk.until(lambda: player.played[1:2] == ["new_p1.wav"], "the sound of a new P1", 5)

    hang_up(desk)
    desk.wait_for("alarm 1")
    desk.keys("Alt+d")
    wait_row(desk, "Alarm", "P1 waspada", "belum ada yang dikirim", "Kebakaran rumah/bangunan")
    desk.keys("Enter")
    desk.wait_said("Alarm Anda pegang: belum ada yang dikirim")
    wait_line(desk, "Kronologi", "Alarm dipegang")
    for order in ("kirim dam3 ke 002", "dam3 l", "aman dam3; lewat HT"):
        desk.enter("Ctrl+k", order)
    desk.wait_said("Damkar 3: regu aman")
    heard = len(player.played)
    desk.keys("Alt+d")
    desk.wait_for("Tidak ada yang terlambat, dan tidak ada regu dalam bahaya.")
    assert len(player.played) == heard, "nothing is heard of what somebody has in hand"
