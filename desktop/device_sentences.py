"""Sentences about printers and what goes wrong between them and us; the rest stands in desktop.sentences."""

DEVICE_SENTENCES: dict[str, tuple[str, str]] = {
    "printer_none": (
        "这台电脑没有可用的打印机，请接好打印机或保存到文件夹。",
        "No printer here: connect one or save into a folder.",
    ),
    "printer_unknown": ("找不到这台打印机，请按 F8 另选。", "This printer is gone: choose another with F8."),
    "printer_stopped": (
        "打印机已暂停，请检查后恢复，或按 F8 另选。",
        "The printer is stopped: start it again or choose another (F8).",
    ),
    "printer_refused": ("打印机没有接收这张文书，请再打一次。", "The printer refused the sheet: print once more."),
    "printer_silent": ("打印机没有应答，请稍后再打。", "The printer does not answer: try again."),
    "printer_folder": ("文件没有写成，请换一个文件夹。", "The file was not written: choose another folder."),
    "printer_unreachable": (
        "连不上这台打印机，请检查电源、接线和设置里的地址。",
        "The printer cannot be reached: check its power, its cable and the address in Settings.",
    ),
    "printer_not_listening": (
        "这个地址有设备，但不接收打印；请核对端口，通常是 9100。",
        "Something is at this address, but it takes no prints: check the port, usually 9100.",
    ),
    "printer_forbidden": (
        "没有使用这个端口的权限，请技术人员把本机用户加入打印组。",
        "This user may not use the port: ask the technician for the right to print on it.",
    ),
    "printer_no_paper": (
        "打印机缺纸，请装纸后再打一次，文号不变。",
        "The printer is out of paper: fill it and print once more, the number stays.",
    ),
    "printer_no_driver": (
        "这台电脑还不能使用 USB 小票机，请改用网口，或请技术人员安装 libusb。",
        "This computer cannot speak to USB slip printers: use the network, or have libusb installed.",
    ),
    "printer_interrupted": (
        "上次关闭程序时这张还没有送出，请再打一次，文号不变。",
        "The program ended before this sheet was sent: print once more, the number stays.",
    ),
    "print_paused": (
        "打印机已暂停，这张还在队列里，恢复后接着打出；要换打印机请按 N。",
        "The printer is paused with the sheet in its queue; it goes on when started. To use another printer press N.",
    ),
    "print_no_paper": (
        "打印机缺纸，请装纸，这张会接着打出；要换打印机请按 N。",
        "The printer is out of paper: fill it and the sheet goes on. To use another printer press N.",
    ),
    "print_not_out": ("没有拿到纸，请检查打印机后再打一次。", "The sheet did not come out: check and print once more."),
    "print_cancelled": ("已取消，没有打印，文号不变。", "Cancelled and not printed; the number stays."),
    "invalid.device_address": (
        "地址看不懂，请写成 192.168.1.50:9100、04b8:0e15 或 /dev/usb/lp0。",
        "The address cannot be read: write 192.168.1.50:9100, 04b8:0e15 or /dev/usb/lp0.",
    ),
}
