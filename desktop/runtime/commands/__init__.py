"""The commands that need no window. Each module has a `run` that gives the exit code."""

from importlib import import_module

from desktop.operations.packs import PackError
from desktop.runtime import terminal
from desktop.runtime.arguments import Wanted
from desktop.runtime.commands import words
from desktop.runtime.paths import close_to_others
from desktop.runtime.settings import Settings, SettingsError, likely_language, load
from desktop.store.problems import StoreError


def run_command(wanted: Wanted) -> int:
    """Carry out the command that was asked for; the exit code."""
    terminal.speak(likely_language(wanted.settings), draws=wanted.command == "paper-form")
    if wanted.command == "doctor":
        from desktop.runtime.commands import doctor

        return doctor.run(wanted.settings, **wanted.options)
    try:
        settings = load(wanted.settings)
        close_to_others(settings.data_dir)
        return _run(wanted, settings)
    except SettingsError as error:
        return explain(error, wanted)
    except terminal.NotGivenError as error:
        terminal.complain(str(error))
        return terminal.MISUSED
    except StoreError as error:
        terminal.complain(words.of_store(error))
        return terminal.NO_DATABASE
    except PackError as error:
        from desktop.runtime.commands.file_words import of_pack

        terminal.complain(of_pack(error))
        return terminal.WRONG
    except OSError as error:
        terminal.complain(words.of_system(error))
        return terminal.NO_DATABASE
    except (KeyboardInterrupt, EOFError):
        return terminal.INTERRUPTED


def explain(error: SettingsError, wanted: Wanted) -> int:
    """Say in the operator's language why the settings cannot be used; the exit code."""
    terminal.speak(likely_language(wanted.settings))
    for line in words.of_settings(error):
        terminal.complain(line)
    return terminal.MISUSED


def explain_missing_display(settings: Settings) -> int:
    """Say that the desk needs a graphical session; the exit code."""
    terminal.speak(settings.language)
    terminal.complain(words.no_display())
    return terminal.WRONG


def _run(wanted: Wanted, settings: Settings) -> int:
    name = wanted.command.replace(" ", "_").replace("-", "_")
    module = import_module(f"desktop.runtime.commands.{name}")  # no command waits for what another needs
    code: int = module.run(settings, **wanted.options)
    return code
