"""What F1 shows on the intake page."""

from PySide6.QtCore import QCoreApplication


def help_text() -> str:
    """Rich text, translated."""
    return QCoreApplication.translate(
        "intake",
        "<p><b>Five steps, by keyboard alone.</b> Enter goes to the next field and at the end to the next step, Esc "
        "goes back. Ctrl+1 to Ctrl+5 go to a step that is open. Everything typed is saved as a draft by itself.</p>"
        "<p><b>1 Item</b>: type part of the name, what people call it, pinyin initials or the code; ↑ ↓ move, Enter "
        "chooses. What is not in the catalogue cannot be taken in. Ctrl+Enter puts an item into the cart: several "
        "items are applied for with one form and one set of materials; Backspace takes the last one out.</p>"
        "<p><b>2 Applicant</b>: the number first; a card or barcode reader may type it. Ctrl+R reuses what is on file "
        "when the citizen agrees. Alt+1 person, Alt+2 organisation, Alt+3 agent. Ctrl+T prints the agent's authority "
        "with what has been typed, F12 the truth pledge.</p>"
        "<p><b>3 Situation</b>: a number key answers, Backspace takes back.</p>"
        "<p><b>4 Materials</b>: 1 complete, 2 missing, 3 faulty (then the number of a common defect, or type it and "
        "Enter), 4 deferred, 5 pledged, 6 shared, 0 not applicable. Space: original compared. + and −: pages. "
        "G: grade. S or Ins adds scanned pages from files, Ctrl+V from the clipboard, and files may be dropped on a "
        "row; → goes to the pages, Space shows one in full, Del removes it, Ctrl+Z brings it back.</p>"
        "<p><b>5 Conclusion</b>: a number or ↑ ↓ chooses among what is lawful, Enter concludes and shows the paper, "
        "F9 prints; pledges come before the notice, because they are signed first. Then F8 turns the window to the "
        "citizen, who checks and rates, or R prints a rating sheet for them to fill in.</p>"
        "<p><b>Alt+P</b>, at any step and after it: the policies that fit the applicant. <b>Alt+I</b>: the "
        "intermediary services that the item may need; the applicant chooses, lets a lot decide, or takes nobody. The "
        "choice stays with the draft and goes to the case with its slip; a lot is drawn once.</p>",
    )
