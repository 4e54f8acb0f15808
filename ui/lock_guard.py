"""Locks a window and opens it again: saves first, hides all of it, checks the password on a worker."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.people import Session
from desktop.services import hall
from ui.context import Context
from ui.idle import IdleWatch
from ui.login.credentials_form import Credentials
from ui.login.lock_overlay import LockOverlay

if TYPE_CHECKING:
    from ui.window import MainWindow


class LockGuard(QObject):
    """Locks on Ctrl+L and after the minutes of the settings. The page and the focus come back exactly as they were."""

    opened = Signal()
    """Somebody has given their password; the window shows what it held, or begins anew for another clerk."""

    def __init__(self, window: "MainWindow", context: Context) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self._focus: QWidget | None = None
        self._hidden: list[QWidget] = []
        settings = context.settings
        self.overlay = LockOverlay(language=settings.language, percent=settings.percent, parent=window)
        self.overlay.unlock_asked.connect(self._check)
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # there is no window without it
        self.idle = IdleWatch(application, window, minutes=settings.idle_minutes)
        self.idle.idle.connect(self.lock)
        context.settings_store.changed.connect(self._use_settings)

    @property
    def is_locked(self) -> bool:
        """Whether the window hides what it holds."""
        return not self.overlay.isHidden()

    def lock(self) -> None:
        """Saves what is typed and covers the window; panels and dialogs of it are hidden too."""
        if self.is_locked:
            return
        self._window.save_all()
        self._focus = self._window.focusWidget()
        self._hidden = [w for w in QApplication.topLevelWidgets() if w is not self._window and w.isVisible()]
        for other in self._hidden:
            other.hide()
        session, counter = self._context.session, self._context.counter
        self.overlay.show_for(
            clerk_id=session.clerk.clerk_id, name=session.clerk.name, clerk_ids=sorted(counter.keys.users)
        )
        self._window.central.hide()  # not only covered: no key and no shortcut reaches it
        self._context.tasks.run(self._note, lambda _changes: None, self._window.page_failed)

    def stop(self) -> None:
        """No more watching: the window closes."""
        self.idle.stop()

    def _note(self) -> None:
        with self._context.counter.store.write(self._context.session) as uow:
            hall.locked(uow)

    def _check(self, credentials: Credentials) -> None:
        from desktop import bootstrap, bootstrap_pin

        counter, secret = self._context.counter, credentials.password
        check = bootstrap_pin.check_pin if bootstrap_pin.is_pin(secret) else bootstrap.check_password
        self._context.tasks.run(
            lambda: check(counter, credentials.clerk_id, secret),
            self._open,
            self.overlay.form.refuse,
        )

    def _open(self, session: Session) -> None:
        is_same = session.clerk.clerk_id == self._context.session.clerk.clerk_id
        self._window.central.show()
        self.overlay.hide()
        for other in self._hidden:
            if is_same:
                other.show()
            else:
                other.close()
        self._hidden = []
        if not is_same:
            self._window.begin_session(session)
        elif self._focus is not None:
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)  # any other reason would select what is in the field
        self._focus = None
        self.idle.timer.start()
        self.opened.emit()

    def _use_settings(self) -> None:
        self.idle.set_minutes(self._context.settings.idle_minutes)
