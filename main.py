"""The door: the desk, or a command without a window."""

import os
import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Open the desk or carry out a command; the exit code. SystemExit after help or wrong arguments."""
    from desktop.runtime.paths import private_files

    with private_files():
        return _main(argv)


def _main(argv: Sequence[str] | None) -> int:
    from ui.lean_imports import leave_sources_unread

    leave_sources_unread()
    from desktop.runtime.arguments import parse

    wanted = parse(sys.argv[1:] if argv is None else argv)
    if wanted.command:
        from desktop.runtime.commands import run_command

        return run_command(wanted)

    # The window paints before the rest is imported: nothing here may bring in the database or pydantic.
    from desktop.runtime.settings import SettingsError, load

    try:
        settings = load(wanted.settings)
    except SettingsError as error:
        from desktop.runtime.commands import explain

        return explain(error, wanted)

    from desktop.runtime import display, paths

    paths.close_to_others(settings.data_dir)
    if display.is_missing(os.environ):
        from desktop.runtime.commands import explain_missing_display

        return explain_missing_display(settings)

    from ui.desk_app import run

    return run(settings)


if __name__ == "__main__":
    sys.exit(main())
