"""A packed file, read name by name into memory: nothing is ever written, and nothing larger than it may be is read."""

import posixpath
import zipfile
import zlib
from io import BytesIO
from urllib.parse import unquote

from tuireader.errors import UnreadableError
from tuireader.loaders.decoding import decode

_MOST_FILES = 20_000
_LARGEST = 64_000_000
_LARGEST_SUM = 256_000_000
_DAMAGED = "it is damaged: {reason}; get it again"


class Archive:
    """The files in a ZIP archive."""

    def __init__(self, data: bytes) -> None:
        """Read the list of what is inside.

        Raises:
            UnreadableError: It is damaged, or holds more files than any document does.
        """
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise UnreadableError(_DAMAGED.replace("{reason}", "its table of contents cannot be read")) from error
        infos = self._zip.infolist()
        if len(infos) > _MOST_FILES:
            raise UnreadableError(f"it holds {len(infos)} files, which no document does")
        self._infos = {info.filename: info for info in infos}
        self._folded = {info.filename.casefold(): info for info in infos}
        self._left = _LARGEST_SUM

    @property
    def names(self) -> tuple[str, ...]:
        """What is inside."""
        return tuple(self._infos)

    def __contains__(self, name: str) -> bool:
        return self._info(name) is not None

    def read(self, name: str) -> bytes:
        """The bytes of a file; none for one that is not there.

        Raises:
            UnreadableError: It is damaged or locked, or unpacks to more than anything to be read.
        """
        info = self._info(name)
        if info is None:
            return b""
        limit = min(_LARGEST, self._left)
        try:
            with self._zip.open(info) as stream:
                data = stream.read(limit + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise UnreadableError(_DAMAGED.replace("{reason}", f"'{name}' in it cannot be unpacked")) from error
        except RuntimeError as error:
            raise UnreadableError(f"'{name}' in it is locked with a password, which cannot be opened") from error
        if len(data) > limit:
            raise UnreadableError("it unpacks to more than any document holds")
        self._left -= len(data)
        return data

    def size(self, name: str) -> int:
        """How many bytes a file has, as the archive tells it; none if it is not there."""
        info = self._info(name)
        return info.file_size if info is not None else 0

    def text(self, name: str) -> str:
        """What a file says; nothing for one that is not there."""
        return decode(self.read(name))

    def _info(self, name: str) -> zipfile.ZipInfo | None:
        return self._infos.get(name) or self._folded.get(name.casefold())


def resolved(base: str, reference: str) -> tuple[str, str]:
    """Where a reference leads.

    Args:
        base: The file that it stands in.
        reference: An address, relative to that.

    Returns:
        The name of a file inside the archive, empty for anything outside of it, and the place in that file.
    """
    path, _, fragment = reference.partition("#")
    if ":" in path.partition("/")[0]:
        return "", ""
    if not path:
        return base, unquote(fragment)
    whole = posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(path)))
    return ("" if whole.startswith(("../", "/")) or whole == ".." else whole), unquote(fragment)
