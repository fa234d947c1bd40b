"""Signing in, driven by keys."""

from pathlib import Path

import pytest

from desktop.domain.reference import Role
from desktop.operations.desk import Desk
from desktop.runtime.services import open_services
from desktop.store.accounts import add_operator
from desktop.store.sqlite_engine import engine_for
from desktop.store.sqlite_store import in_transaction
from tests.ui.driver import Driver
from ui.sign_in import SignIn
from ui.theme import NIGHT, Look


@pytest.fixture
def guarded_file(centre_file: Path) -> Path:
    """A centre at which Nyoman signs in with a password."""
    engine = engine_for(centre_file, writes=True)
    roles = frozenset({Role.CALL_TAKER})
    in_transaction(engine, lambda connection: add_operator(connection, "nyoman", "Nyoman", roles, "rahasia"))
    engine.dispose()
    return centre_file


def test_enter_twice_opens_one_desk(driver: Driver, guarded_file: Path) -> None:
    services = driver.run(open_services(guarded_file))
    opened: list[Desk] = []
    page = SignIn(services, Look(NIGHT), opened.append)
    driver.show(page, 800, 600)
    driver.type("nyoman", page.login)
    driver.type("salah", page.password)
    driver.press("Return", page.password)
    driver.until(page.problem.text, "a wrong password is told")
    page.password.clear()
    driver.type("rahasia", page.password)
    driver.press("Return", page.password)
    driver.press("Return", page.password)
    driver.until(lambda: opened)
    driver.settle(0.5)
    assert [desk.author.login for desk in opened] == ["nyoman"]
    page.hide()
    driver.run(services.close())
