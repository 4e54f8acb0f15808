"""What the clerk and the city read about sync: (Chinese, English). Nothing is lost by any of it; the words say so."""

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
    "stick_gone": (
        "U盘已被拔出。请插好后再试；已写完的部分不用重来。",
        "The USB stick was pulled out. Put it back and try again; what was written whole stays.",
    ),
    "stick_read_only": (
        "U盘不能写入，请打开写保护开关或换一个U盘。",
        "The USB stick cannot be written: open its lock or take another one.",
    ),
}
