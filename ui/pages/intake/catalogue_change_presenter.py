"""What a newer catalogue changes for a draft, in one sentence. Without Qt."""

from desktop.domain.catalogue_change import ItemChange
from desktop.messages import LANGUAGES

_TEXTS: dict[str, tuple[str, str]] = {
    "gone": (
        "目录已更新到{version}，这个事项不在其中，不能再收件；已录的内容都在草稿里。",
        "The catalogue is {version} now and has this item no more: nothing can be taken in. What was typed is kept.",
    ),
    "changed": ("目录已更新到{version}，本草稿按新目录办理：{what}。", "The catalogue is {version} now: {what}."),
    "added": ("增加材料{names}", "asked for in addition: {names}"),
    "dropped": ("不再需要{names}", "needed no more: {names}"),
    "limit": ("办理时限有变", "another time limit"),
    "fee": ("收费有变", "another fee"),
    "and": ("；", "; "),
    "list": ("、", ", "),
}


def change_text(change: ItemChange, language: str) -> str:
    """The sentence; call it for a change that is felt."""
    at = LANGUAGES.index(language)

    def say(key: str, **fields: str) -> str:
        return _TEXTS[key][at].format_map(fields)

    if change.is_gone:
        return say("gone", version=change.new_version)
    parts = [say("added", names=say("list").join(change.added))] if change.added else []
    parts += [say("dropped", names=say("list").join(change.dropped))] if change.dropped else []
    parts += [say("limit")] if change.has_new_limit else []
    parts += [say("fee")] if change.has_new_fee else []
    return say("changed", version=change.new_version, what=say("and").join(parts))
