"""What the administrator at the city reads, and the reasons that the city gives a counter: (Chinese, English)."""

CITY_SENTENCES: dict[str, tuple[str, str]] = {
    # the city's own surroundings
    "no_city_here": (
        "{path} 不是市级端的文件夹。请用 --folder 指定，或先运行 yichuang city init。",
        "{path} is no city's folder: name it with --folder, or make one with `yichuang city init`.",
    ),
    "city_exists": (
        "{path} 已有市级端，密钥不会被覆盖。要另建请换一个文件夹。",
        "There is a city in {path} already and its keys are not overwritten: choose another folder.",
    ),
    "city_keys_damaged": (
        "文件 {path} 已损坏，请用备份恢复；没有它就打不开各窗口发来的内容。",
        "The file {path} is damaged: restore it from a copy; without it nothing that windows send can be opened.",
    ),
    "city_database_refuses": (
        "数据库不可用（{reason}）。已收下的都在；恢复后再运行一次即可继续。",
        "The database does not work ({reason}). What was taken is kept; run it again when it is back.",
    ),
    "city_database_unknown": (
        "不支持“{kind}”数据库，请用 sqlite:///… 或 postgresql://…。",
        "Databases of the kind “{kind}” are not served: use sqlite:///… or postgresql://….",
    ),
    "head_held_elsewhere": (
        "另一个收件程序一直占用着 {hall} 的回执，未能更新。请查看它是否停住了，然后重试。",
        "Another collector has held the head of {hall} for too long: see whether it hangs, then try again.",
    ),
    "invalid.city_hall": (
        "没有登记过大厅 {hall}，请先用 yichuang city enrol 登记它的窗口。",
        "No window of the hall {hall} was ever enrolled: do that first with `yichuang city enrol`.",
    ),
    "invalid.city_hall_code": (
        "大厅用行政区划代码表示：1 至 20 位数字或字母。",
        "A hall is named by its division code: 1 to 20 digits or letters.",
    ),
    "invalid.city_window": (
        "窗口号用 1 至 20 位数字或字母，不能用 city。",
        "A window is named by 1 to 20 digits or letters, and not `city`.",
    ),
    "invalid.city_origin": (
        "没有来源 {origin} 的接入申请。用 yichuang city approve 可列出等待批准的窗口。",
        "Nobody asked to be let in as {origin}: `yichuang city approve` lists who waits.",
    ),
    "invalid.city_catalogue_version": (
        "版本号 {version} 已发布过，内容不同。请改一个更大的版本号再发布。",
        "A different catalogue of version {version} is out already: give this one a higher version.",
    ),
    "invalid.answer_case": (
        "没有收到过办件 {number}，请核对编号，或等它上传后再答复。",
        "No case {number} has arrived: compare the number, or wait for it.",
    ),
    "invalid.answer_entry": (
        "没有收到过 {origin} 第{seq}条，请核对。",
        "There is no entry {seq} of {origin} here: compare origin and number.",
    ),
    "invalid.answer_field": ("“{heading}”没有填。", "“{heading}” is empty."),
    "invalid.answer_kind": (
        "不认识答复“{what}”：请填 接收、准予、不予、补正 或 消息。",
        "There is no answer “{what}”: received, granted, denied, correction or message.",
    ),
    "invalid.answer_date": (
        "“{text}”不是日期，请写成 2026-11-30。",
        "“{text}” is no date: write 2026-11-30.",
    ),
    "invalid.city_option": ("--option 请写成 名称=值。", "Write --option as NAME=VALUE."),
    "answer_sheet_faulty": (
        "表格有{count}处要改，一条答复都没有发出：\n{faults}",
        "{count} places of the sheet are to be corrected, and no answer was given:\n{faults}",
    ),
    "answer_sheet_taken": (
        "这张表已经答复过（{answers}条），没有重复发出。内容有变请另存为新表。",
        "This very sheet was answered from before ({answers} answers); nothing was given twice.",
    ),
    "export_target_exists": (
        "{path} 已存在，没有覆盖。请换一个名字，或先移走它。",
        "{path} is there already and was not overwritten: choose another name or move it away.",
    ),
    # what a person at the city should see, with what to do
    "city_fault.gap": (
        "{origin}：缺第{first}至{last}条，之后的已到、先存着；缺的一到自动继续。超过一天请联系该窗口同步，或用U盘带来。",
        "{origin}: entries {first} to {last} are missing; later ones wait and go on by themselves. After a day ask the "
        "window to sync, or to send a stick.",
    ),
    "city_fault.fork": (
        "{origin}：文件 {name}（第{first}至{last}条）与已收的不一致，两份都保留。多半是一台电脑被整机复制或恢复："
        "请联系该窗口，让其中一台以新来源继续。",
        "{origin}: {name} (entries {first} to {last}) differs from what was taken; both are kept. A PC was probably "
        "copied or restored: call the window, one of the two has to go on as a new origin.",
    ),
    "city_fault.set_aside": (
        "{origin}：文件 {name} 不能使用，已另存到 set_aside，其余照常。请让该窗口用U盘再送一次，或从存储中移走坏文件。",
        "{origin}: {name} cannot be used; a copy is in set_aside, all else goes on. Let the window send a stick, or "
        "take the bad file out of the store.",
    ),
    "city_fault.unknown_origin": (
        "{origin}：放了{files}个文件但没有接入申请。请核对是否登记过；登记并批准后自动收取。",
        "{origin} has put {files} files and never asked to be let in. Check who it is; they are collected once it is "
        "approved.",
    ),
    "city_fault.revoked": (
        "{origin}：已停用，仍放了{files}个文件，未收。确属误停可重新批准，否则请追查这台电脑。",
        "{origin} is revoked and has put {files} files, which are not taken. Approve it again, or find that PC.",
    ),
    "city_fault.join_faulty": (
        "{origin}：接入申请 {name} 不能使用，请让该窗口重新接入。",
        "{origin}: the request {name} cannot be used; let the window enrol again.",
    ),
    "city_fault.clock_ahead": (
        "{origin}：时钟快了约{minutes}分钟，内容照收。请通知该窗口校准系统时间，以免文书日期有误。",
        "The clock of {origin} is about {minutes} minutes ahead; entries are taken. Tell the window to set it right.",
    ),
    "city_fault.clock_back": (
        "{origin}：时钟曾往回跳约{minutes}分钟，内容照收。请通知该窗口校准系统时间。",
        "The clock of {origin} went back by about {minutes} minutes; entries are taken. Tell the window to check it.",
    ),
    "city_fault.scan_wrong": (
        "{origin}：第{seq}条的扫描页与登记的不一致，未收下。请该窗口重新扫描这一页。",
        "{origin}: the page of entry {seq} is not what was announced and was not kept; it has to be scanned again.",
    ),
    "city_fault.missing_file": (
        "{origin}：存储里少了已收的文件 {name}，数据库里有。请检查谁动过存储，并用备份补回。",
        "{origin}: the store has lost {name}, which the database has. See who touched the store; restore it there.",
    ),
    "city_fault.late_file": (
        "{origin}：{name} 排在已收内容之前才出现，未收。请核对是否电脑被复制或时钟有误；内容相同则无须处理。",
        "{origin}: {name} appeared behind what was taken. See whether a PC was copied or its clock was wrong.",
    ),
    "city_fault.other_size": (
        "{origin}：存储里的 {name} 已不是当初收下的那一份（{found} 字节，应为 {expected}）。请检查谁动过存储。",
        "{origin}: {name} is not the file that was taken ({found} bytes, {expected} expected): who touched the store?",
    ),
    # reasons that a counter reads about an entry of its own
    "entry_unreadable": (
        "市里的程序读不懂这一条，可能是版本不同。内容都在，请联系市里。",
        "The city's program cannot read this entry; perhaps it is of another version. It is kept; call the city.",
    ),
    "entry_field_missing": (
        "缺少市里交换办件必需的内容，请补正后说明。",
        "Something that the exchange of cases requires is missing: correct it.",
    ),
    "entry_field_wrong": (
        "有一项内容不符合格式，市里不能采用，请更正。",
        "One field is not of its form and cannot be used: correct it.",
    ),
}
