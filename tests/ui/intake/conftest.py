"""A call panel at Made's desk, and what it needs to come back after a death."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.domain.acts import Act, Refusal, Result
from desktop.domain.board import Case
from desktop.operations.desk import Author
from tests.ui.driver import Driver, OpenDesk, open_desk
from tests.ui.intake.scene import Gate, Intake
from ui.intake import chain


@pytest.fixture
def intake(driver: Driver, desk: OpenDesk, tmp_path: Path) -> Iterator[Intake]:
    """The panel at Made's desk."""
    made = Intake(driver, desk, tmp_path)
    yield made
    made.close()


@pytest.fixture
def dressed(intake: Intake) -> None:
    """As it looks at a desk, for what is measured: a panel that is put together undressed costs far less."""
    intake.desk.session.look.apply(intake.driver.app)
    intake.driver.settle()


@pytest.fixture
def open_again(driver: Driver, centre_file: Path, tmp_path: Path) -> Iterator[Callable[..., Intake]]:
    """Opens the panel anew at the same centre, with the drafts that lie there."""
    made: list[Intake] = []

    def again(login: str = "made") -> Intake:
        intake = Intake(driver, open_desk(driver, centre_file, login), tmp_path)
        made.append(intake)
        driver.settle(0.1)
        return intake

    yield again
    for one in made:
        one.close()


@pytest.fixture
def quick_retry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Try again soon."""
    monkeypatch.setattr(chain, "RETRY_MS", 30)


@pytest.fixture
def gate(intake: Intake, monkeypatch: pytest.MonkeyPatch) -> Gate:
    """From now on this desk writes slowly."""
    submit, made = intake.desk.services.store.submit, Gate()

    async def slowly(act: Act, author: Author) -> Result | Refusal:
        await made.passed(act)
        return await submit(act, author)

    monkeypatch.setattr(intake.desk.services.store, "submit", slowly)
    return made


@pytest.fixture
def case(intake: Intake) -> Case:
    """An incident whose caller hung up."""
    intake.answer("banjir")
    intake.fill("address", "Jl. Pura Demak 3")
    case = intake.open()
    intake.driver.press("F4")
    intake.until(lambda: not intake.works)
    intake.chosen = case
    return case


@pytest.fixture
def slow(intake: Intake, request: pytest.FixtureRequest) -> Callable[[], Gate]:
    """Lets the desk write slowly from now on."""

    def begin() -> Gate:
        intake.idle()
        gate: Gate = request.getfixturevalue("gate")
        return gate

    return begin
