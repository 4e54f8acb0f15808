"""Who stands at the counter: the applicant, the agent, the clerk, and the hall itself."""

from datetime import date
from enum import Enum

import msgspec


class _Value(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An immutable value; parsed and checked before it is built."""


class Applicant(_Value, frozen=True, kw_only=True):
    """申请人. `kind` is person or organisation; numbers are the checked text of desktop.domain.identity."""

    kind: str
    name: str
    id_kind: str  # value of IdKind, or credit_code
    id_number: str
    phone: str = ""
    address: str = ""
    legal_representative: str = ""  # of an organisation


class Agent(_Value, frozen=True, kw_only=True):
    """代理人 (行政许可法 29) with what the paper allows, and until when."""

    name: str
    id_kind: str
    id_number: str
    phone: str = ""
    relation: str = ""  # 配偶, 子女, 村委会代办员 …
    powers: tuple[str, ...] = ()  # 提交, 补正, 领取, 签收
    valid_to: date | None = None


class ClerkRole(Enum):
    """What somebody at the counter may do."""

    CLERK = "clerk"  # 窗口经办人
    LEAD = "lead"  # 窗口负责人: settings, colleagues' drafts, adding clerks


class Clerk(_Value, frozen=True, kw_only=True):
    """窗口经办人. `clerk_id` is the login name and never changes."""

    clerk_id: str
    name: str
    role: ClerkRole = ClerkRole.CLERK
    is_active: bool = True


class Hall(_Value, frozen=True, kw_only=True):
    """The hall and this window, as printed on papers."""

    name: str  # 便民服务中心
    division: str  # 9-digit code of the township
    window: str  # two digits
    authority: str  # the town government: decides the items of its own
    short_name: str  # in paper numbers: 阳圩
    address: str = ""
    hours: str = ""
    service_phone: str = ""
    complaint_phone: str = ""
    review_authority: str = ""  # 行政复议机关 of the town government
    court: str = ""


class Session(_Value, frozen=True, kw_only=True):
    """Who acts at which window: goes into every ledger line."""

    clerk: Clerk
    window: str
