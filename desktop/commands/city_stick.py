"""What the lists on a courier's stick say of it, in words for whoever feeds it in at the city."""

from desktop import messages
from desktop.city import origin_book
from desktop.city.folder import City
from desktop.sync.carrier import Carrier
from desktop.sync.package_list import PackageCheck, check_package

MOST_NAMES = 20  # of each kind; a stick that was pulled out lacks thousands


async def stick_words(here: City, stick: Carrier, *, language: str) -> list[str]:
    """One line for each thing that a person at the window should hear; none where all packages are whole.

    Raises:
        LineProblem: of the stick as a whole.
    """
    with here.database.read() as conn:
        halls = origin_book.hall_names(conn)
        rows = {row.origin: row for hall in halls for row in origin_book.origins_of(conn, hall)}

    def key_of(origin: str) -> bytes | None:
        return origin_book.signer_key(rows.get(origin), name=origin)

    found = [await check_package(stick, hall, key_of=key_of) for hall in halls]
    return [line for check in found for line in _lines(check, language)]


def _lines(check: PackageCheck, language: str) -> list[str]:
    lines = [f"{origin} 的代送包没有写完：U盘拔得太早，请窗口再写一次。" for origin in check.unfinished]
    lines += [messages.text(fault, language) for fault in check.faults]
    for words, names in (("缺少", check.missing), ("损坏", check.spoilt)):
        lines += [f"U盘上{words}：{name}" for name in names[:MOST_NAMES]]
        if len(names) > MOST_NAMES:
            lines.append(f"U盘上{words}的文件另有 {len(names) - MOST_NAMES} 个。")
    return lines
