"""Three made-up items that a household asks for together, and the bundle and cart of them.

Worked out by hand: what each asks for and what the three ask for together stands in tests/domain/test_bundle.py.
"""

import msgspec

from desktop.domain.catalogue import (
    Bundle,
    BundlePart,
    Catalogue,
    Handling,
    ItemKind,
    MaterialRequirement,
    NotRequiredHere,
    Option,
    OtherAuthority,
    Question,
    Role,
    ServiceItem,
)
from desktop.domain.deadline import LimitUnit, TimeLimit
from desktop.domain.regime import Regime
from tests.builders import HALL, catalogue

WORKDAYS = LimitUnit.WORKING_DAYS


def a_question(key: str, text: str, **answers: str) -> Question:
    return Question(key=key, text=text, options=tuple(Option(key=k, text=words) for k, words in answers.items()))


HOME = a_question("home", "房子是自己的还是租的？", own="自有", rent="租用")
SHOP = a_question("kind", "做什么？", food="餐饮", other="其他")
FARM = a_question("kind", "种什么？", rice="水稻", cane="甘蔗")
INSURE = a_question("insure", "要不要参保？", yes="要", no="不要")


def material(code: str, name: str, standard: str = "", **changes: object) -> MaterialRequirement:
    return MaterialRequirement(code=code, name=name, standard=standard, **changes)  # type: ignore[arg-type]


def an_item(code: str, name: str, **changes: object) -> ServiceItem:
    fields: dict[str, object] = {
        "code": code,
        "name": name,
        "group": "示例",
        "kind": ItemKind.PUBLIC_SERVICE,
        "regime": Regime.SERVICE,
        "role": Role.OWN,
        "authority": HALL.authority,
        "handling": Handling.COMMITTED,
    }
    return ServiceItem(**{**fields, **changes})  # type: ignore[arg-type]


SHOP_ITEM = an_item(
    "A1",
    "开店登记（示例）",
    committed_limit=TimeLimit(3, WORKDAYS),
    statutory_limit=TimeLimit(5, WORKDAYS),
    questions=(HOME, SHOP),
    materials=(
        material("m1", "申请表", originals=1),
        material("m2", "居民身份证", "id_card", copies=1, is_shareable=True, is_pledgeable=True),
        material("m3", "租赁合同", "lease", copies=2, is_deferrable=True, when={"home": ("rent",)}),
    ),
)
FARM_ITEM = an_item(
    "A2",
    "种植备案（示例）",
    committed_limit=TimeLimit(10, WORKDAYS),
    statutory_limit=TimeLimit(20, WORKDAYS),
    visits=2,
    questions=(HOME, FARM),
    materials=(
        material("m1", "居民身份证", "id_card", copies=2, is_shareable=True, is_original_compared=True),
        material("m2", "照片", "photo", copies=1, is_required=False),
        material("m3", "租赁合同", "lease", copies=1, when={"home": ("rent",)}),
    ),
)
INSURANCE_ITEM = an_item(
    "A3",
    "参保登记（示例）",
    role=Role.COLLECTS,
    authority="示例县医疗保障局",
    committed_limit=TimeLimit(1, WORKDAYS),
    materials=(
        material("m1", "居民身份证", "id_card", copies=1, is_shareable=True),
        material("m2", "照片", "photo", copies=2),
    ),
)
BUNDLE = Bundle(
    code="B1",
    name="返乡创业一件事（示例）",
    group="一件事",
    parts=(
        BundlePart(item="A1"),
        BundlePart(item="A2"),
        BundlePart(item="A3", when={"insure": ("yes",)}),
    ),
    questions=(INSURE,),
    summed=("photo",),
)
ALL_IN = ("id_card", "photo", "1-m1")


def bundled_catalogue(bundle: Bundle = BUNDLE) -> Catalogue:
    return catalogue(SHOP_ITEM, FARM_ITEM, INSURANCE_ITEM, bundles=(bundle,))


FOREST = OtherAuthority(reason="果园占用林地，由林业部门办理", authority="示例县林业局", phone="0771-0000")
GARDEN = NotRequiredHere(reason="自家菜地不需要备案", basis="示例规定第三条")
WHERE = Question(
    key="land",
    text="种在哪里？",
    options=(
        Option(key="field", text="耕地"),
        Option(key="forest", text="林地", other_authority=FOREST),
        Option(key="garden", text="自家菜地", not_required=GARDEN),
    ),
)
INSURED = Question(
    key="at",
    text="在哪里参保？",
    options=(
        Option(key="here", text="本县"),
        Option(key="city", text="市里", other_authority=OtherAuthority(reason="单位参保", authority="示例市医保局")),
    ),
)
FOREST_FARM = msgspec.structs.replace(FARM_ITEM, questions=(WHERE, *FARM_ITEM.questions))
CITY_INSURANCE = msgspec.structs.replace(INSURANCE_ITEM, questions=(INSURED,))


def with_forest() -> Catalogue:
    """The bundle with two questions more, each with an answer that sends its item elsewhere."""
    return catalogue(SHOP_ITEM, FOREST_FARM, CITY_INSURANCE, bundles=(BUNDLE,))
