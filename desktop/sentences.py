"""The sentence of each key: (Chinese, English). Chinese speaks to the clerk and says what to do."""

from desktop.amend_sentences import AMEND_SENTENCES
from desktop.bundle_sentences import BUNDLE_SENTENCES
from desktop.course_sentences import COURSE_SENTENCES
from desktop.device_sentences import DEVICE_SENTENCES
from desktop.elsewhere_sentences import ELSEWHERE_SENTENCES
from desktop.guidance_sentences import GUIDANCE_SENTENCES
from desktop.paper_sentences import PAPER_SENTENCES
from desktop.pledge_sentences import PLEDGE_SENTENCES
from desktop.scan_sentences import SCAN_SENTENCES
from desktop.service_sentences import SERVICE_SENTENCES
from desktop.sync_sentences import SYNC_SENTENCES

SENTENCES: dict[str, tuple[str, str]] = {
    # materials and outcomes
    "calendar_missing": (
        "工作日历没有{year}年的数据，不能算出期限。请在“设置—工作日历”录入国务院办公厅当年的节假日通知。",
        "The work calendar has no data for {year}: enter the year's public notice in Settings, Work calendar.",
    ),
    "clock_behind": (
        "本机日期早于最近的办件（{last}）。文书和期限都会印错日期，请先校准系统时间，再收件。",
        "This PC's date is earlier than the newest case ({last}): papers and due dates would be wrong. Set the clock "
        "of the system right before taking in anything.",
    ),
    "no_recovery_sheet": (
        "恢复码还没有抄下或打印。密码都丢失时数据将无法打开，请负责人换一张新的恢复单。",
        "No recovery sheet is on paper: lost passwords would lose the data. The lead should make a new sheet.",
    ),
    "materials_missing": ("材料不齐全，不能受理。", "Materials are missing: the case cannot be accepted."),
    "not_in_catalogue": (
        "该事项不在今天有效的目录内，不能收件。",
        "This item is not in the catalogue in force today.",
    ),
    "not_allowed": ("依照目录和法律，现在不能这样办。", "Neither catalogue nor law allow this now."),
    "conflict": ("内容已被更新，请重新打开后再办。", "It has changed meanwhile: open it again."),
    "catalogue_invalid": ("目录文件有误，未导入任何内容。", "The catalogue file is not sound; nothing was imported."),
    "state_deferred": ("目录没有把这份材料列为可容缺。", "The catalogue does not let this material be deferred."),
    "state_pledged": ("这份材料不适用告知承诺。", "No pledge may stand for this material."),
    "state_shared": ("这份材料没有共享来源。", "There is no shared source for this material."),
    "state_not_applicable": ("这份材料是必要材料，不能标为不适用。", "A required material cannot be not applicable."),
    "why.only_advises": ("本窗口只提供咨询，由{authority}办理", "advice only; {authority} handles it"),
    "why.unanswered": ("还有{count}个情形问题没有回答", "{count} questions of the situation are open"),
    "why.not_required": ("依法不需要办理：{because}", "not required by law: {because}"),
    "why.other_authority": ("属于{authority}的职权", "within the powers of {authority}"),
    "why.unchecked": ("还有{count}份材料未核", "{count} materials are not checked"),
    "why.missing": ("缺必要材料{count}份：{names}", "{count} required materials are missing: {names}"),
    "why.faulty": ("有误{count}份：{names}", "{count} faulty: {names}"),
    "why.owed": ("有{count}份材料容缺，请选容缺受理", "{count} materials are deferred: accept with deferral"),
    "why.role_cannot_accept": (
        "受理由{authority}作出，本窗口只能收件",
        "only {authority} can accept; this window receives",
    ),
    "why.role_cannot_refuse": ("不予受理由{authority}作出", "only {authority} can refuse"),
    "why.immediate_item": ("即办件不适用容缺受理", "an immediate item knows no deferral"),
    "why.nothing_deferred": ("没有标为容缺的材料", "no material is marked as deferred"),
    "why.not_deferrable": ("{names}不在容缺清单内", "{names}: not on the list of what may be deferred"),
    "why.nothing_faulty": ("没有有误的材料", "nothing is faulty"),
    "why.nothing_to_correct": ("材料齐全，没有需要补正的内容", "everything is there: nothing to correct"),
    "why.no_waiting": (
        "{law}{article}要求当场决定，没有先收件后告知的期间",
        "{law} {article} asks for a decision on the spot",
    ),
    "why.inform_only_for_questions": ("可以收件的事项应当收件", "what can be taken in has to be"),
    "why.within_powers": ("属于本机关职权，不能不予受理", "within this authority's powers"),
    "why.is_required": ("依法需要办理", "required by law"),
    "why.state": ("办件当前状态不能再作这个结论", "the state of the case does not allow it"),
    "why.no_case": ("一次性告知不形成办件", "informing opens no case"),
    "why.no_limit": ("容缺材料没有可用的补交期限", "no date can be set for the deferred material"),
    # input
    "invalid.fault_reason_missing": ("请写明错在哪里，告知单上要印出来。", "Say what is wrong: the notice prints it."),
    "invalid.repeat_reason_missing": (
        "同一办件第二次告知，请写明原因（行政许可法第七十二条）。",
        "A second notice on the same case needs its reason.",
    ),
    "invalid.reprint_reason_missing": ("补打请写明原因。", "A reprint needs its reason."),
    "invalid.checklist_of_other_facts": (
        "情形已改变，请重新核对材料。",
        "The situation has changed: check the materials again.",
    ),
    "invalid.paper_code": ("这不是本系统文书上的二维码。", "This is not the code of one of our papers."),
    "invalid.paper_code_newer": (
        "这个二维码由更新的版本生成，请升级后再查验。",
        "This code was made by a newer version: update before checking.",
    ),
    "invalid.agent_powers_missing": ("请选择代理权限，至少一项。", "Choose at least one power of the agent."),
    "invalid.agent_expired": ("委托期限已过，请核对委托书。", "The authority of the agent has expired."),
    "invalid.agent_is_applicant": (
        "代理人与申请人是同一人，请取消代理。",
        "Agent and applicant are the same person.",
    ),
    "invalid.date": ("日期请写成 2026-12-31 的形式。", "Write the date as 2026-12-31."),
    "invalid.address_too_long": ("地址太长，最多120字。", "The address is too long: 120 characters at most."),
    "invalid.outcome_missing": ("请先选择结论。", "Choose an outcome first."),
    "invalid.window": ("窗口号是两位数字。", "The window is two digits."),
    "invalid.empty": ("此项必填。", "This field is required."),
    "invalid.clerk_id": (
        "登录名用字母、数字，2到20位。",
        "The login name has 2 to 20 letters or digits.",
    ),
    "invalid.unknown_clerk": (
        "本窗口没有这个登录名，请照人员名单填写。",
        "Nobody at this counter has this login name.",
    ),
    "invalid.clerk_exists": ("这个登录名已经有人用了。", "This login name is taken."),
    "invalid.last_lead": ("至少要留一位窗口负责人。", "At least one lead must stay."),
    "invalid.short_name": ("文号简称是1到8个汉字，如“阳圩”。", "The short name has 1 to 8 Chinese characters."),
    "invalid.password_short": ("密码至少8位。", "The password has at least 8 characters."),
    "invalid.catalogue_older": (
        "目录版本{version}不比已有版本新，未导入。",
        "Catalogue {version} is not newer than the one in use.",
    ),
    "invalid.catalogue_division": (
        "这份目录是{division}的，与本窗口的行政区划不符。",
        "This catalogue is for {division}, not for this hall.",
    ),
    "invalid.id_length": ("身份证号码应为18位，现在是{length}位。", "The id number has 18 characters, not {length}."),
    "invalid.id_characters": ("前17位只能是数字，末位是数字或X。", "17 digits, then a digit or X."),
    "invalid.id_check_digit": ("号码有误，请对照证件逐位核对。", "A digit is wrong: compare with the card."),
    "invalid.id_birth_date": ("号码中的出生日期不存在或过早。", "Its birth date cannot be right."),
    "invalid.id_birth_future": ("出生日期{birth_on}还没有到。", "Born in the future: {birth_on}."),
    "invalid.id_old_15": (
        "这是15位旧号码，新号码应为{suggestion}，请与证件核对。",
        "An old 15-digit number; the new one is {suggestion}: compare with the card.",
    ),
    "invalid.id_other_document": (
        "9开头的是外国人永久居留身份证，请改选证件类型。",
        "This is a foreigner's residence card: change the kind.",
    ),
    "invalid.passport": ("护照号码应为5至15位字母、数字。", "A passport number has 5 to 15 letters and digits."),
    "invalid.hkm_permit": ("应为H或M加8位（旧证10位）数字。", "H or M and 8 (old: 10) digits."),
    "invalid.tw_permit": ("应为8位数字（旧证10位）。", "8 digits (old: 10)."),
    "invalid.hkmt_residence": (
        "居住证号码有误，应以81、82、83开头共18位。",
        "18 characters from 81, 82 or 83; one is wrong.",
    ),
    "invalid.foreign_pr": (
        "应为9开头18位，或旧证3个字母加12位数字。",
        "18 characters from 9, or 3 letters and 12 digits.",
    ),
    "invalid.credit_length": (
        "统一社会信用代码应为18位，现在是{length}位。",
        "A credit code has 18 characters, not {length}.",
    ),
    "invalid.credit_characters": (
        "含有不该出现的字符（不用I、O、S、V、Z）。",
        "A character cannot stand here (no I O S V Z).",
    ),
    "invalid.credit_check_digit": ("代码有误，请对照执照核对。", "A character is wrong: compare with the licence."),
    "invalid.division_characters": ("区划代码只能是数字。", "A division code has digits only."),
    "invalid.division_length": (
        "区划代码应为9位（乡镇级），现在是{length}位。",
        "The township's code has 9 digits, not {length}.",
    ),
    "invalid.division_unknown": ("没有这样的区划代码。", "There is no such division."),
    "invalid.phone": (
        "请填11位手机号，或带区号的座机号。",
        "An 11-digit mobile number, or a landline with its area code.",
    ),
    "invalid.name_empty": ("请填写名称。", "Enter the name."),
    "invalid.name_too_long": ("太长，最多{most}字。", "At most {most} characters."),
    "invalid.name_characters": (
        "含有不能使用的字符：{characters}，请对照证件。",
        "These cannot stand in a name: {characters}.",
    ),
    "invalid.calendar_day_twice": ("{day}重复或又休又班。", "{day} stands twice."),
    "invalid.calendar_day_outside_year": ("{day}不在{year}年（或上年12月）。", "{day} is outside {year}."),
    "invalid.calendar_workday_not_weekend": ("调休上班日{day}不是周末。", "{day} is no weekend."),
    "invalid.calendar_empty": ("请录入{year}年放假日期。", "Enter the days off of {year}."),
    "invalid.calendar_overlay_file": ("地方节假日文件{file}有误：{fault}", "{file} is not sound: {fault}"),
    "invalid.limit_count": ("期限至少1天。", "A limit is at least one day."),
    "invalid.suspension_order": ("特别程序结束日早于开始日。", "The special procedure ends before it begins."),
    "invalid.extension_days": (
        "延期为1至{most}个工作日（行政许可法第四十二条）。",
        "An extension has 1 to {most} working days.",
    ),
    "extension_once": ("只能延期一次（行政许可法第四十二条）。", "One extension only."),
    "extension_other_law": (
        "该期限按其他法律以日计算，不适用行政许可法第四十二条延期。",
        "Another law sets this limit.",
    ),
    "invalid.case_number_form": ("这不是办件编号。", "This is not a case number."),
    "invalid.case_number_check": ("编号有误，请逐位核对。", "A character is wrong or two are swapped."),
    "invalid.document_number_form": ("文号的机关简称或字样有误。", "Office name or mark is not right."),
    # this PC
    "file_refused": (
        "无法读写 {path}：{reason}。请检查权限或磁盘后再试。",
        "{path} cannot be read or written: {reason}. Check its permissions or the disk and try again.",
    ),
    "disk_full": (
        "磁盘已满（{path}），本次操作未保存，以前的都在。请清理磁盘后再试一次。",
        "The disk is full ({path}); this action was not saved, all earlier ones are. Make room and try again.",
    ),
    "file_missing": ("找不到文件 {path}。", "There is no file {path}."),
    "database_damaged": (
        "数据文件已损坏（{path}），不会被删除。请从备份恢复或联系技术人员。",
        "The data file is damaged ({path}); it will not be deleted. Restore a backup or call the technician.",
    ),
    "wrong_key": (
        "密钥与数据文件 {path} 不符，请确认没有混用其他电脑的文件。",
        "The key does not belong to {path}: were files of two PCs mixed?",
    ),
    "database_busy": (
        "另一程序正占用数据文件，请稍候再试，没有丢失内容。",
        "Another program holds the data file; wait and try again, nothing was lost.",
    ),
    "schema_too_new": (
        "数据由更新版本写入（{found}，本程序支持到 {known}），请先升级本程序。",
        "The data were written by a newer version ({found}; this one knows {known}): update the program.",
    ),
    "key_file_damaged": (
        "密钥文件 {path} 已损坏，请从备份取回该文件。",
        "The key file {path} is damaged: take it from a backup.",
    ),
    "profile_in_use": (
        "本窗口已在另一个程序窗口中打开。",
        "This counter is already open in another window of the program.",
    ),
    "profile_exists": ("{path} 已有数据，不会覆盖。", "There are data at {path} already; they are not overwritten."),
    "backup_faulty": (
        "备份核对不一致（{reason}），未保留，请换一个存储位置再备份。",
        "The backup did not read back the same ({reason}) and was not kept: use another medium.",
    ),
    "wrong_password": ("密码不正确，还可再试 {tries_left} 次。", "Wrong password; {tries_left} tries left."),
    "invalid.pin_form": ("请输入{least}到{most}位数字。", "{least} to {most} digits."),
    "invalid.pin_simple": ("请不要用相同的或连续的数字。", "No digit over and over, no run of digits."),
    "locked_out": ("输错次数过多，请 {seconds} 秒后再试。", "Too many wrong tries: wait {seconds} seconds."),
    "last_user": ("这是最后一个能打开数据的人员，不能移除。", "This is the last person who can open the data."),
    "invalid.recovery_code": (
        "恢复码有误，请对照恢复单逐组核对。",
        "The recovery code has a slip: compare it group by group with the sheet.",
    ),
    "invalid.profile_name": (
        "窗口档案名用 1 至 40 个文字、数字、“_”或“-”，不能有空格、斜线。",
        "The name of a profile has 1 to 40 letters, digits, `_` or `-`; no blanks, no slashes.",
    ),
    "invalid.origin_part": ("只能用 1 至 20 个字母、数字或下划线。", "1 to 20 letters, digits or underscores only."),
    "database_set_aside": (
        "数据文件已损坏，已原样移到 {folder}，没有删除任何内容，{lines} 行账目可读。请从备份恢复，或联系技术人员。",
        "The data file is damaged. It was moved whole to {folder}, nothing was deleted; {lines} lines of its ledger "
        "can be read. Restore a backup or call the technician.",
    ),
    "invalid.calendar_notice_word": (
        "“{part}”看不懂：请写成 2027-01-01~2027-01-03 休。",
        "“{part}”: write days off as in the hint.",
    ),
    "invalid.calendar_notice_day": ("“{part}”里没有这一天，请核对日期。", "“{part}”: there is no such day."),
    "invalid.calendar_notice_order": (
        "“{part}”的起止日期不对，请核对。",
        "“{part}”: the last day is before the first.",
    ),
    "invalid.calendar_notice_empty": (
        "请粘贴或输入通知中的放假、上班日期。",
        "Enter the days off and the workdays of the notice.",
    ),
    "invalid.id_kind": ("请重新选择证件类型。", "Choose the kind of document again."),
    **AMEND_SENTENCES,
    **BUNDLE_SENTENCES,
    **COURSE_SENTENCES,
    **ELSEWHERE_SENTENCES,
    **PAPER_SENTENCES,
    **PLEDGE_SENTENCES,
    **DEVICE_SENTENCES,
    **GUIDANCE_SENTENCES,
    **SCAN_SENTENCES,
    **SERVICE_SENTENCES,
    **SYNC_SENTENCES,
}
