"""Where a centre's templates of dispatch texts lie: the city's own file, else the one of its pack."""

from pathlib import Path

from desktop.operations.packs import PackError, PackProblem, pack_folder
from desktop.operations.packs_read import Problems
from desktop.operations.packs_texts import FILE, Texts, read_texts


def load_texts(city: str, own: Path) -> Texts:
    """The templates in the file `own`, where it is there, else those that came with the city.

    PackError with everything that is wrong with them.
    """
    try:
        file = own if own.exists() else pack_folder(city) / FILE
    except KeyError as error:
        raise PackError(own.parent, [PackProblem("file_missing", own.name, 0)]) from error
    problems = Problems()
    texts = read_texts(file, problems)
    if texts is None:
        raise PackError(file.parent, problems.found)
    return texts
