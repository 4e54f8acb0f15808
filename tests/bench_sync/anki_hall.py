"""A hall that syncs by Anki's protocol; runs in a virtual environment of its own that has `anki` and nothing of ours.

    python anki_hall.py FOLDER URL PAYLOAD

PAYLOAD has one document a line; each becomes a note. Commands on standard input, each answered by the seconds that it
took: `add FIRST LAST` (local, from 0), `sync`, `again` (a new installation fetches everything).
"""

import sys
import time
from pathlib import Path

from anki.collection import Collection  # type: ignore[import-not-found,unused-ignore]
from anki.sync import SyncAuth, SyncOutput  # type: ignore[import-not-found,unused-ignore]

USER = ("hall", "hall")
PATIENCE_S = 600  # its own 30 s give up on the first upload over a weak link


class Hall:
    """One collection and its account."""

    def __init__(self, folder: Path, url: str) -> None:
        self._folder, self._url = folder, url
        self._collections = 0
        self.collection, self.auth = self._open()

    def _open(self) -> tuple[Collection, SyncAuth]:
        self._collections += 1
        collection = Collection(str(self._folder / f"{self._collections}.anki2"))
        auth = collection.sync_login(*USER, self._url)
        auth.io_timeout_secs = PATIENCE_S
        return collection, auth

    def add(self, lines: list[str]) -> None:
        kind = self.collection.models.by_name("Basic")
        assert kind
        for line in lines:
            note = self.collection.new_note(kind)
            note["Front"], note["Back"] = line.split(",", 1)[0], line
            self.collection.add_note(note, 1)

    def sync(self) -> None:
        done = self.collection.sync_collection(self.auth, False)
        if done.required != SyncOutput.NO_CHANGES:
            self.collection.close_for_full_sync()
            upload = done.required != SyncOutput.FULL_DOWNLOAD
            self.collection.full_upload_or_download(auth=self.auth, server_usn=None, upload=upload)
            self.collection.reopen(after_full_sync=True)

    def again(self) -> None:
        """A second installation takes everything that the city has."""
        kept = self.collection.note_count()
        self.collection.close()
        self.collection, self.auth = self._open()
        self.sync()
        assert self.collection.note_count() == kept


def main() -> None:
    """See the module."""
    folder, url, payload = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
    lines = payload.read_text("utf-8").splitlines()
    hall = Hall(folder, url)
    print("ready", flush=True)
    for command in sys.stdin:
        verb, *places = command.split()
        begin = time.monotonic()
        if verb == "add":
            hall.add(lines[int(places[0]) : int(places[1])])
        elif verb == "sync":
            hall.sync()
        else:
            hall.again()
        print(time.monotonic() - begin, flush=True)


if __name__ == "__main__":
    main()
