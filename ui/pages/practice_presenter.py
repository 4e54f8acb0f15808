"""The ten exercises in words: what to do, by which keys, and how far the clerk is. Without Qt."""

from dataclasses import dataclass

from desktop.demo.people import HUANG
from desktop.domain.exercise import FIND_TAIL, HAND_OUT_NAME, Exercise, current
from desktop.messages import LANGUAGES

_TEXTS: dict[str, tuple[str, str]] = {
    "accept": ("材料齐全，当场受理", "Accept a complete application"),
    "accept.how": (
        "F2 收件，选“设施农业用地备案”，填一位申请人（如 {example}），每份材料按 1 齐全，结论选受理。",
        "F2, item “设施农业用地备案”, applicant {example}, 1 on every material, conclude with acceptance.",
    ),
    "notice": ("缺一份、错一份，一次性告知", "One notice that names two faults"),
    "notice.how": (
        "F2 收件，材料中一份按 2 缺、一份按 3 有误并选原因，结论选补正告知。",
        "F2; mark one material 2 missing and one 3 faulty with its reason; conclude with the notice.",
    ),
    "on_spot": ("可当场更正的错误，当场改好", "Correct on the spot"),
    "on_spot.how": (
        "F2 收件，一份材料按 3 有误，结论选当场更正。",
        "F2; one material 3 faulty; conclude with correction on the spot.",
    ),
    "refuse": ("不属于本机关，不予受理", "Refuse what is another authority's"),
    "refuse.how": (
        "F2 收件，选“林木采伐许可证核发”，情形答“本镇以外”，结论选不予受理。",
        "F2, item “林木采伐许可证核发”, answer “本镇以外”, conclude with refusal.",
    ),
    "inform": ("只来问问，给一次性告知单", "Inform somebody who only asks"),
    "inform.how": (
        "F7 目录，选一个事项，按页上的键打印一次性告知单。",
        "F7, choose an item, print the sheet for people who only ask.",
    ),
    "defer": ("容缺受理", "Accept with a material deferred"),
    "defer.how": (
        "F2 收件，选“设施农业用地备案”，可容缺的材料按 4，结论选容缺受理。",
        "F2, item “设施农业用地备案”, 4 on a material that may be deferred, conclude with deferral.",
    ),
    "pledge": ("告知承诺", "Take a pledge"),
    "pledge.how": (
        "F2 收件，选“生育登记”，可承诺的材料按 5，作出结论，承诺书请申请人签名。",
        "F2, item “生育登记”, 5 on a material that may be pledged, conclude; the pledge is printed to be signed.",
    ),
    "reprint": ("补打一份文书，写明原因", "Reprint a paper with its reason"),
    "reprint.how": (
        "F3 找到一件，Enter 打开，F9 打印；打过的再按 F9 就是补打，写明原因。",
        "F3, Enter, F9; a paper that was printed is printed again with a reason.",
    ),
    "find": (
        "按电话尾号{tail}找到办件，更正住址",
        "Find the case by the phone's last digits {tail}, amend its address",
    ),
    "find.how": (
        "F3 输入{tail}，Enter 打开，Alt+0 更正，选住址，写新住址和原因。",
        "F3, type {tail}, Enter, Alt+0, choose the address, type the new one and why.",
    ),
    "hand_out": ("把结果送达申请人", "Hand a result out"),
    "hand_out.how": (
        "F3 找到{name}的宅基地审批，Alt+6，选送达申请人，Enter 到底。",
        "F3, the case of {name}, Alt+6, hand the result out, Enter to the end.",
    ),
    "line": ("练习 {done}/10　{title}　{how}", "Practice {done}/10　{title}　{how}"),
    "all": ("练习 10/10　十个练习都完成了。可以随意再练。", "Practice 10/10　All ten are done. Go on as you like."),
}
_BLANKS = {"tail": FIND_TAIL, "name": HAND_OUT_NAME, "example": f"{HUANG.name} {HUANG.id_number}"}


@dataclass(frozen=True, slots=True)
class ExerciseLine:
    """An exercise as the page shows it."""

    number: int
    title: str
    how: str
    is_done: bool
    is_now: bool


def lines(done: frozenset[Exercise], language: str) -> tuple[ExerciseLine, ...]:
    """All ten, in order."""
    now = current(done)
    return tuple(
        ExerciseLine(
            number,
            _say(exercise.value, language),
            _say(f"{exercise.value}.how", language),
            exercise in done,
            exercise is now,
        )
        for number, exercise in enumerate(Exercise, start=1)
    )


def line(done: frozenset[Exercise], language: str) -> str:
    """How far, and what is to be done now by which keys."""
    now = current(done)
    if now is None:
        return _say("all", language)
    title, how = _say(now.value, language), _say(f"{now.value}.how", language)
    return _say("line", language, done=len(done), title=title, how=how)


def _say(key: str, language: str, **blanks: object) -> str:
    return _TEXTS[key][LANGUAGES.index(language)].format_map({**_BLANKS, **blanks})
