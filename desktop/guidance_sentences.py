"""What the counter says about policies and intermediaries: key -> (Chinese, English)."""

GUIDANCE_SENTENCES: dict[str, tuple[str, str]] = {
    "why.policy_gone": (
        "这项政策今天已不在有效期内，或者目录已更新，请重新查看。",
        "This policy is not in force today, or the catalogue is new: look again.",
    ),
    "invalid.intermediary": (
        "这家机构今天不在该中介服务的名录里，请另选。",
        "Nobody of this code is on the register of the service today: choose another.",
    ),
    "why.lot_drawn": (
        "“{service}”已经抽取过，结果留在记录里，不能再抽；申请人可以改为自主选择，或者不从名录选。",
        "A lot was drawn for {service} and stays on record; the applicant may still choose freely, or nobody.",
    ),
    "why.register_empty": (
        "名录里今天没有提供“{service}”的机构，不能抽取；申请人可以自行选择名录外的机构。",
        "Nobody on the register offers {service} today; the applicant may choose anyone outside it.",
    ),
    "why.service_not_named": (
        "这个事项的目录没有列出中介服务“{service}”，不能要求。",
        "The catalogue of this item names no service {service}: it cannot be asked for.",
    ),
}
