"""What the clerk and the city read about sync: (Chinese, English). Nothing is lost by any of it; the words say so."""

from desktop.city_sentences import CITY_SENTENCES

SYNC_SENTENCES: dict[str, tuple[str, str]] = {
    # the line and the store
    "certificate_refused": (
        "市里存储的安全证书不被本机信任（{reason}），没有发送任何内容。请联系技术人员核对证书或登记文件。",
        "This PC does not trust the certificate of the city's store ({reason}); nothing was sent. Ask the technician.",
    ),
    "clock_wrong": (
        "本机时间与市里相差约{minutes}分钟，暂时不能传送。请校准系统时间，办件都保存在本机。",
        "The clock of this PC is about {minutes} minutes off, so nothing can be sent. Check the clock; all is kept.",
    ),
    "credentials_refused": (
        "市里的存储不认本窗口的账号或密码。请联系市里重新发放登记文件；办件都保存在本机。",
        "The city's store does not know this window's name or password. Ask the city for a new enrolment file.",
    ),
    "line_down": (
        "网络不通（{reason}），恢复后自动续传。",
        "The line is down ({reason}); sending goes on when it is back.",
    ),
    "line_problem": ("传送没有成功，稍后自动再试。", "It did not go through; it is tried again by itself."),
    "line_silent": (
        "对方{seconds}秒没有回应，稍后自动再试。",
        "No answer within {seconds} seconds; it is tried again by itself.",
    ),
    "login_page_in_the_way": (
        "网络要求先登录：请打开浏览器完成上网登录，之后自动续传。",
        "The line asks for a login page: log in with the browser; sending goes on by itself.",
    ),
    "not_there": ("存储里没有文件 {name}。", "The store has no file {name}."),
    "store_busy": ("市里的存储正忙，稍后自动再试。", "The city's store is busy; it is tried again by itself."),
    "store_config_faulty": (
        "登记文件里存储“{kind}”的设置“{option}”缺少或有误，请联系市里重新发放。",
        "In the enrolment the option “{option}” of the store “{kind}” is missing or wrong: ask the city for a new one.",
    ),
    "store_faulty": (
        "市里的存储出了故障（{reason}），稍后自动再试。",
        "The city's store has a fault ({reason}); it is tried again by itself.",
    ),
    "store_forbids": (
        "市里的存储不允许本窗口写入或读取 {name}，请联系市里检查权限。",
        "The city's store does not let this window do this ({name}): ask the city to check the permissions.",
    ),
    "store_full": (
        "市里的存储空间已满，请通知市里清理；办件都保存在本机。",
        "The store is full: tell the city. Everything is kept here.",
    ),
    "too_large": ("文件 {name} 超过允许的大小，没有读写。", "The file {name} is larger than any of ours may be."),
    # USB stick
    "stick_full": (
        "U盘空间不够：需要 {needed}，只剩 {free}。请换一个U盘，或在上面清出空间。本机的数据没有变化。",
        "The USB stick is full: {needed} needed, {free} left. Take another one or make room; nothing here has changed.",
    ),
    "stick_stopped": (
        "已停止。U盘恢复原样，本机的数据没有变化，可以再写。",
        "Stopped. The stick is as before and nothing here has changed; it can be written again.",
    ),
    "stick_unsound": (
        "写到U盘的文件读回来不一样，这个U盘不可靠。请换一个U盘再写；本机的数据没有变化。",
        "What was written to the stick reads back as something else: take another stick. Nothing here has changed.",
    ),
    "stick_gone": (
        "U盘中途被拔出或读写出错，这次没有做完。请插好后再做一次；没有写完的U盘不要交给快递员。本机的数据没有变化。",
        "The USB stick was pulled out or failed. Put it back and do it again; one that is not finished must not go.",
    ),
    "stick_read_only": (
        "U盘不能写入，请打开写保护开关或换一个U盘。",
        "The USB stick cannot be written: open its lock or take another one.",
    ),
    # files that travel: every fault of desktop.sync.faults
    "file_fault": (
        "收到的文件不能使用，已原样另存，其他内容照常收发。",
        "A file cannot be used. It was set aside as it is; everything else goes on.",
    ),
    "damaged": (
        "文件 {name} 已损坏或不是本系统的文件，已原样另存，请对方重新发送。",
        "The file {name} is damaged or none of ours. It was set aside as it is; ask for it to be sent again.",
    ),
    "not_for_us": (
        "文件 {name} 是加密给其他大厅的，本机打不开，请核对是否拿错了文件。",
        "The file {name} is sealed to another hall and cannot be opened here: is it the right file?",
    ),
    "misplaced": (
        "文件 {name} 的内容与文件名不符（内容：{found}；应为：{expected}），可能被改名或放错了地方，未采用。",
        "The file {name} holds {found}, not {expected}: renamed or put in a wrong place. It was not used.",
    ),
    "unknown_signer": (
        "文件 {name} 来自未批准的窗口（{origin}），请市级管理员核对并批准后再收。",
        "The file {name} comes from a window that is not approved ({origin}): the city has to check and approve it.",
    ),
    "revoked_signer": (
        "窗口（{origin}）的密钥已被停用，文件 {name} 未采用，请联系市级管理员。",
        "The key of the window ({origin}) was revoked; the file {name} was not used. Call the city.",
    ),
    "signature_wrong": (
        "文件 {name} 的签名不对（应由 {signer} 签名），可能被人改动或冒充，未采用，请报告市级管理员。",
        "The signature of {name} is not that of {signer}: it may be forged. It was not used; tell the city.",
    ),
    "chain_broken": (
        "窗口（{origin}）的账目从第{seq}行起接不上，未采用，请联系技术人员核查该窗口的数据。",
        "The ledger of the window ({origin}) does not follow from line {seq} on; it was not used. Call the technician.",
    ),
    "too_new": (
        "文件 {name} 由更新版本的程序生成（{found}，本程序支持到 {known}），请先升级本程序，文件会保留。",
        "The file {name} was made by a newer program ({found}; this one knows {known}): update; the file is kept.",
    ),
    "bomb": (
        "文件 {name} 超出允许的大小（{limit} 字节），未打开，已原样另存。",
        "The file {name} is larger than it may be ({limit} bytes). It was not opened and was set aside as it is.",
    ),
    "invalid.enrolment_code": (
        "接入码不对：应为12位数字，请与市里电话逐组核对。",
        "The code does not open this file: it has twelve digits; compare it with the city by telephone.",
    ),
    # what the pump does and meets
    "lines_forked": (
        "另一台电脑正以本窗口（{origin}）的名义写账，第{seq}条起两边不同。已停止发送，本机内容都在。"
        "请联系市里核对；按“立即同步”后本机以新的窗口身份继续。",
        "Another PC writes as this window ({origin}); from entry {seq} on the two differ. Nothing is sent, all is kept "
        "here. Call the city; with “Sync now” this PC goes on as a new origin.",
    ),
    "lines_missing": (
        "{origin} 第{seq}条之前的内容还没有到，到后自动继续。",
        "Entries of {origin} from {seq} on have not arrived yet; it goes on by itself.",
    ),
    "lines_unsound": (
        "{origin} 第{seq}条与校验不符，未采用。请联系市里核对。",
        "Entry {seq} of {origin} does not pass its check and was not taken in. Call the city.",
    ),
    **CITY_SENTENCES,
    "origin_forked": (
        "另一台电脑也在以本窗口（{origin}）的名义写账，已停止发送；本机内容都在。请告诉市里，"
        "再按“立即同步”，本机就以新的窗口身份继续。",
        "Another PC writes as this window ({origin}), so nothing is sent; all is kept here. Tell the city, then press "
        "“Sync now”: this PC goes on as a new origin.",
    ),
    "window_revoked": (
        "市里已停用本窗口的密钥，没有发送任何内容；办件都保存在本机。请联系市里。",
        "The city has revoked the key of this window. Nothing is sent, all is kept here. Call the city.",
    ),
    "not_enrolled": (
        "本窗口还没有登记到市里，请先用市里发的登记文件登记。",
        "This window has no enrolment yet: use the file that the city issued.",
    ),
    "stick_of_another_hall": (
        "U盘上是别的大厅（{found}）的答复，不是本厅（{hall}）的，没有读取。请核对U盘。",
        "The answers on this stick are for another hall ({found}), not for this one ({hall}); nothing was read.",
    ),
    "stick_without_answers": (
        "这个文件夹里没有市里给本所（{hall}）的回复。请确认是快递员带回的U盘。",
        "There are no answers of the city for this hall ({hall}) here. Is it the stick that the courier brought back?",
    ),
    "invalid.enrolment_hall": (
        "这份登记文件是发给{hall}、{window}号窗口的，与本窗口不符。",
        "This enrolment file is for hall {hall}, window {window}, not for this one.",
    ),
    "invalid.support_code": (
        "报障码有误，请再读一遍，逐组核对。",
        "The support code has a slip: have it read again, group by group.",
    ),
    # why something waits
    "sync_waits_for_city": ("已传到存储，等待市里确认。", "It lies in the store and waits for the city's receipt."),
    "sync_waits_for_quiet": ("刚写入，稍后自动发送。", "Just written; it is sent in a moment."),
    "sync_waits_for_approval": (
        "等待市里批准本窗口，批准后自动发送。",
        "The city has not approved this window yet; sending goes on by itself then.",
    ),
    "sync_waits_for_line": ("等待网络，连通后自动发送。", "It waits for the line and is sent when that is there."),
    "sync_waits_its_turn": ("排队等候发送。", "It waits its turn."),
    "sync_paused": ("已手动暂停，按“继续”后发送。", "Paused by hand; it is sent after “Resume”."),
    "sync_paused_metered": (
        "当前是按流量计费的网络，已暂停；急用可按“立即同步”。",
        "Paused on a metered line; press “Sync now” if it is urgent.",
    ),
    "sync_day_limit": ("今天的流量上限已用完，明天继续。", "Today's limit is used up; it goes on tomorrow."),
    "sync_not_enrolled": ("本窗口还没有登记到市里。", "This window has no enrolment yet."),
}
