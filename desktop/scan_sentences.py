"""Why a page cannot be added, kept or shown, and what to do: (Chinese, English), by key."""

SCAN_SENTENCES: dict[str, tuple[str, str]] = {
    # a file that is no page
    "invalid.scan_empty": (
        "文件是空的（0字节）。请重新扫描，或换一个文件。",
        "The file is empty (0 bytes): scan it again, or take another file.",
    ),
    "invalid.scan_size": (
        "文件约{megabytes} MB，超过{most} MB的上限。请用较低的分辨率（200 dpi）扫描，或拆成几个文件再加入。",
        "The file has about {megabytes} MB, more than the limit of {most} MB: scan it at 200 dpi, or split it.",
    ),
    "invalid.scan_kind": (
        "这不是图片，也不是PDF。可以加入JPEG、PNG、WebP、TIFF、BMP图片和PDF。",
        "This is neither a picture nor a PDF. JPEG, PNG, WebP, TIFF, BMP and PDF can be added.",
    ),
    "invalid.scan_heic": (
        "这是苹果手机的HEIC照片，本机读不了。请在手机“设置—相机—格式”选“兼容性最佳”后重拍，或另存为JPEG。",
        "This is a HEIC photograph of an Apple phone, which cannot be read here: set the phone's camera to the most "
        "compatible format, or save the picture as JPEG.",
    ),
    "invalid.scan_video": (
        "这是录像，不是图片。请拍照或扫描成图片、PDF。",
        "This is a video. Take a photograph, or scan it as a picture or PDF.",
    ),
    "invalid.scan_locked": (
        "这个PDF设了打开密码。请让提供的人去掉密码，或打印出来扫描。",
        "The PDF asks for a password: have it saved without one, or print it and scan the paper.",
    ),
    "invalid.scan_pages": (
        "文件有{pages}页，一次最多{most}页。请拆成几个文件再加入。",
        "The file has {pages} pages, and at most {most} can be added at once: split it.",
    ),
    "invalid.scan_pixels": (
        "图片太大，超过{most}百万像素。请用较低的分辨率（200 dpi）扫描。",
        "The picture has more than {most} million dots: scan it at 200 dpi.",
    ),
    "invalid.scan_tiny": (
        "图片只有{width}×{height}像素，看不清内容。请重新扫描或拍照。",
        "The picture has only {width} × {height} dots, too few to read: scan it again.",
    ),
    "invalid.scan_broken": (
        "文件已损坏或没有写完，读不出来。请重新扫描；已经读出的页面都在。",
        "The file is damaged or was not written to its end: scan it again. Pages that were read are kept.",
    ),
    "invalid.scan_folder": (
        "这是文件夹。请打开它，把里面的文件拖进来。",
        "This is a folder: open it and drop the files that are in it.",
    ),
    "invalid.scan_clipboard": (
        "剪贴板里没有图片或文件。请先复制图片，再按Ctrl+V。",
        "There is no picture and no file on the clipboard: copy one first, then press Ctrl+V.",
    ),
    "invalid.scan_missing_reason": (
        "请写明移除的原因，会记入账目。",
        "Say why it is removed: the reason goes on record.",
    ),
    # keeping and reading
    "shrinking_failed": (
        "扫描页处理程序没能启动（{reason}）。请关闭其他程序后再试；文件还在原处。",
        "The program that shrinks pages could not be started ({reason}): close other programs and try again. The file "
        "is where it was.",
    ),
    "scan_missing": (
        "本机没有这一页的文件（{sha256}）。如果从备份恢复过，请再恢复备份里的scans文件夹；市里已有的不受影响。",
        "The file of this page is not on this PC ({sha256}): restore the folder scans of the backup. What the city "
        "has is not touched by it.",
    ),
    "scan_damaged": (
        "这一页的文件已损坏（{sha256}），没有删除。请重新扫描这一页，或从备份取回。",
        "The file of this page is damaged ({sha256}) and was not deleted: scan the page again, or take it from a "
        "backup.",
    ),
}
