"""The walk through the check: start, one page for each topic, the review, the result."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget, QWizard

from twitchcheck.gui.pages.check_page import CheckPage
from twitchcheck.gui.pages.start_page import StartPage
from twitchcheck.gui.side_panel import SidePanel
from twitchcheck.gui.state.preferences import Preferences
from twitchcheck.gui.state.session import Session
from twitchcheck.gui.widgets.first_click import FirstClick
from twitchcheck.questionnaire.interview import enabled_pages

START = 0

_BETWEEN_BUTTONS = 160
_STYLE = QWizard.WizardStyle.ModernStyle
_BACK, _NEXT, _FINISH = (
    QWizard.WizardButton.BackButton,
    QWizard.WizardButton.NextButton,
    QWizard.WizardButton.FinishButton,
)


class CheckWizard(QWizard):
    """Shows one page at a time; the answers live in the session. The path walked is always the path that
    the answers ask for, so Back goes where the person came from, even after a change from the review."""

    leaving_wanted = Signal()
    new_check_wanted = Signal()
    print_wanted = Signal()
    save_pdf_wanted = Signal()
    page_shown = Signal()
    told = Signal(str)
    check_again_wanted = Signal()
    see_last_wanted = Signal()
    plan_wanted = Signal()
    former_plan_wanted = Signal(object)

    def __init__(self, session: Session, preferences: Preferences) -> None:
        super().__init__()
        self.session = session
        self._preferences = preferences
        self.setObjectName("wizard")
        self.setWizardStyle(_STYLE)
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage)
        self.setOption(QWizard.WizardOption.ExtendedWatermarkPixmap)
        self.setWindowFlags(Qt.WindowType.Widget)
        start = StartPage(session, preferences)
        self._pages: dict[int, CheckPage] = {START: start}
        self.setPage(START, start)
        start.see_last_wanted.connect(self.see_last_wanted)
        start.plan_wanted.connect(self.plan_wanted)
        start.former_plan_wanted.connect(self.former_plan_wanted)
        self._content_pages = list(session.questionnaire.pages())
        self.review_id = len(self._content_pages) + 1
        self.result_id = self.review_id + 1
        self._numbers = {page.id: number for number, page in enumerate(self._content_pages, 1)}
        self._last = -1
        self._walking = self._changing = False
        self._looked_at = ""
        """The page that was asked for last: shown even if its answers were taken over, as those of an earlier day."""
        self._way = Qt.FocusReason.OtherFocusReason
        titles = [session.worded(section.title) for section in session.questionnaire.sections]
        self.panel = SidePanel([*titles, "Check my answers", "Result"])
        self.setSideWidget(self.panel)
        # "New check" never stands where "Continue" stood.
        self.setButtonLayout([_FINISH, QWizard.WizardButton.Stretch, _BACK, _NEXT])
        self._first_click = FirstClick(self)
        self._dress()
        self.currentIdChanged.connect(self._arrive)
        session.changed.connect(self._name_buttons)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._keep_primary)

    def current_page(self) -> CheckPage:
        """The page that is shown."""
        return self._pages[self.currentId()]

    def nextId(self) -> int:
        """The page that the answers ask for next; -1 after the result."""
        current = self.currentId()
        if current >= self.review_id:
            return self.result_id if current == self.review_id else -1
        passed = self.session.as_on.keys() - {self._looked_at}
        numbers = (self._numbers[page.id] for page in enabled_pages(self.session.facts) if page.id not in passed)
        return next((number for number in numbers if number > current), self.review_id)

    def validateCurrentPage(self) -> bool:
        """Whether the page lets the person go on; makes the next page, which nobody needed before."""
        if self.currentId() == START and self.session.is_over and not self._walking:
            self.check_again_wanted.emit()
            return False
        going_on = super().validateCurrentPage()
        number = self.nextId()
        if going_on and number not in self._pages and number >= 0:
            self._pages[number] = self._made(number)
            self.setPage(number, self._pages[number])
        return going_on

    def _made(self, number: int) -> CheckPage:
        # Imported here, so that the first page is on the screen sooner.
        if number < self.review_id:
            from twitchcheck.gui.pages.question_page import QuestionPage

            page = QuestionPage(self.session, self._content_pages[number - 1])
            page.told.connect(self.told)
            return page
        if number == self.review_id:
            from twitchcheck.gui.pages.review_page import ReviewPage

            review = ReviewPage(self.session)
            review.change_wanted.connect(self.change)
            review.check_again_wanted.connect(self.check_again_wanted)
            return review
        from twitchcheck.gui.pages.result_page import ResultPage

        result = ResultPage(self.session, self._preferences)
        result.print_wanted.connect(self.print_wanted)
        result.save_pdf_wanted.connect(self.save_pdf_wanted)
        result.change_wanted.connect(self._change_item)
        result.check_again_wanted.connect(self.check_again_wanted)
        result.plan_wanted.connect(self.plan_wanted)
        return result

    def show_item(self, item_id: str) -> None:
        """Shows the page of an item, with the keyboard at it; goes back where that page came before this one."""
        number = self._numbers[self.session.questionnaire.page_of_item[item_id].id]
        if number < self.currentId():
            self._change_item(item_id)
        if number == self.currentId():
            self.current_page().show_item(item_id)

    def _change_item(self, item_id: str) -> None:
        self.change(self.session.questionnaire.page_of_item[item_id].id)

    def change(self, page_id: str) -> None:
        """Goes back from review or result to one page; Continue leads to what is missing, or to the review."""
        number = self._numbers[page_id]
        self.session.look_at(page_id)
        self._looked_at = page_id
        self.setUpdatesEnabled(False)
        self._walking = True
        while self.currentId() > number:
            self.back()
        while self.currentId() < number:  # a page that was passed over, since its answers were taken over
            self.next()
        self._walking = False
        self._changing = True
        self._arrive(self.currentId())
        self.setUpdatesEnabled(True)

    def begin_again(self) -> None:
        """Goes to the first page that a later check asks, even if everything there may stay open."""
        self.start_again()
        self.next()

    def go_on_from_answers(self) -> None:
        """Goes to the review, or to the first page where an answer is missing."""
        self.start_again()
        self._walking = True
        while self.currentId() < self.review_id:
            before = self.currentId()
            self.next()
            if self.currentId() == before:
                break
        self._walking = False
        self._arrive(self.currentId())

    def go_to_result(self) -> None:
        """Goes to the result, or to the first page where an answer is missing."""
        self.go_on_from_answers()
        if self.currentId() == self.review_id:
            self.next()

    def go_back_to_missing(self) -> None:
        """Goes back to a page before this one where an answer is missing, else to where this one begins."""
        unsettled = self._first_unsettled()
        if unsettled is not None:
            self.change(unsettled)
        else:
            self.current_page().focus_first()

    def start_again(self) -> None:
        """Back to the first page, for a check without answers."""
        self._changing = False
        self._looked_at = ""
        self._last = -1
        self.current_page().drop()  # else Qt has it take over what its steppers show
        self.restart()

    def make_way(self) -> None:
        """Lets go of what is shown before another look: to dress it first and make it anew then takes twice as long."""
        self.setUpdatesEnabled(False)
        if self.currentId() >= 0:
            self.current_page().put_away()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def refresh(self) -> None:
        """Makes the shown page anew, for another look. What was typed, the place and the keyboard stay."""
        if self.currentId() >= 0:
            self._fit_panel()
            self.current_page().make_again()
            self.panel.show_place(*self._progress(self.currentId()))
            self._tidy()
            self._keep_primary(None, self)
        self.setUpdatesEnabled(True)

    def accept(self) -> None:
        """The last button offers a new check."""
        self.new_check_wanted.emit()

    def reject(self) -> None:
        """Esc asks before anything is lost."""
        self.leaving_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on once, however long it is held down."""
        if not (event.isAutoRepeat() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives the side panel its width, and the buttons their margins."""
        self._fit_panel()
        self._keep_the_place()
        self._fit_buttons()
        super().resizeEvent(event)

    def _fit_panel(self) -> None:
        self.panel.fit(self.width())
        holder = self.panel.parentWidget()
        if holder is not None and holder is not self:
            holder.setHidden(self.panel.isHidden())

    def _arrive(self, number: int) -> None:
        if number < 0 or self._walking:
            return
        if self._changing and number > self._last >= 0 and self._is_settled(number):
            self._last = number
            self.next()
            return
        if number == self.review_id:
            self._changing = False
            unsettled = self._first_unsettled()
            if unsettled is not None:
                # A change has opened questions on a page before the changed one.
                self.change(unsettled)
                return
        for page in self._pages.values():
            if page is not self._pages[number]:
                page.drop()
        self._last = number
        self._pages[number].way = self._way
        self._pages[number].enter()
        self.panel.show_place(*self._progress(number))
        self._name_buttons()
        self._tidy()
        self._pages[number].focus_first()
        self._keep_primary(None, self)
        self.page_shown.emit()

    def _first_unsettled(self) -> str | None:
        """The first page before this one where an answer is missing."""
        for page in enabled_pages(self.session.facts):
            number = self._numbers[page.id]
            if number < self.currentId() and not self._is_settled(number):
                return page.id
        return None

    def _keep_primary(self, _: QWidget | None, now: QWidget | None) -> None:
        """Gives the Enter key back to the primary button, from which it is taken when the keyboard moves. On the result
        it does nothing: one Enter too many begins no new check."""
        is_result = self.currentId() == self.result_id
        primary = self.button(_FINISH if is_result else _NEXT)
        in_page = now is not None and not isinstance(now, QPushButton) and (now is self or self.isAncestorOf(now))
        if in_page and isinstance(primary, QPushButton) and primary.isDefault() is is_result:
            primary.setDefault(not is_result)

    def _is_settled(self, number: int) -> bool:
        """Whether a page can be passed over on the way back to the review."""
        if not START < number < self.review_id:
            return False
        page = self._content_pages[number - 1]
        return not self.session.missing(page)

    def _progress(self, number: int) -> tuple[int, frozenset[int]]:
        """The part of the check where a page stands, and the parts that are done besides those before it: all with
        questions, on the way back from a change."""
        done = range(len(self.session.questionnaire.sections)) if self._changing else ()
        return self._place(number), frozenset(done)

    def _place(self, number: int) -> int:
        sections = self.session.questionnaire.sections
        if number == START:
            return -1
        if number >= self.review_id:
            return len(sections) + number - self.review_id
        page = self._content_pages[number - 1]
        return sections.index(self.session.questionnaire.section_of_page[page.id])

    def _name_buttons(self) -> None:
        number = self.currentId()
        primary = (
            self._beginning() if number == START else "See my &result" if number >= self.review_id else "&Continue"
        )
        if (START < number < self.review_id and self.nextId() == self.review_id) or self._changing:
            primary = "&Check my answers"
        self.setButtonText(_NEXT, primary)
        self.setButtonText(_BACK, "&Back to my answers" if number == self.result_id else "&Back")
        self.setButtonText(_FINISH, "&New check")
        self._keep_the_place()

    def _beginning(self) -> str:
        """What the button of the first page does: it begins the first check or another one, or goes on with one."""
        if self.session.is_over:
            return "&Check again"
        return "&Go on" if self.session.is_kept and self.session.answers else "&Start"

    def _keep_the_place(self) -> None:
        """Keeps the place of "Continue" free on the result, where there is room for it."""
        buttons = [self.button(which) for which in (_BACK, _NEXT, _FINISH)]
        policy = buttons[1].sizePolicy()
        needed = sum(one.sizeHint().width() for one in buttons) + _BETWEEN_BUTTONS
        policy.setRetainSizeWhenHidden(self.width() - self.panel.width() >= needed)
        buttons[1].setSizePolicy(policy)

    def _dress(self) -> None:
        """Names what Qt made, so that the style sheet and the tests can reach it."""
        for which, name, look in ((_BACK, "back", ""), (_NEXT, "next", "primary"), (_FINISH, "newCheck", "")):
            made = self.button(which)
            made.setObjectName(name)
            made.setProperty("look", look)
            made.setCursor(Qt.CursorShape.PointingHandCursor)
            # A click leaves the keyboard on the page, where it is put to what is missing.
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.pressed.connect(self._note_way)
            self._first_click.watch(made)
        # Kept as members: a wrapper that Python lets go of takes those of its layouts with it.
        self._frame = self._pages[START].parentWidget() or self
        # Not parentWidget(), which tries every class of widgets there is on one that QWizard keeps to itself.
        ground = self._frame.parent()
        self._ground = ground if isinstance(ground, QWidget) else self
        self._frame.setObjectName("pageFrame")
        self._ground.setObjectName("wizardGround")
        self._ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def _note_way(self) -> None:
        """Notes whether a button was pressed by a key, which is when no mouse button is down."""
        by_mouse = QGuiApplication.mouseButtons() is not Qt.MouseButton.NoButton
        self._way = Qt.FocusReason.OtherFocusReason if by_mouse else Qt.FocusReason.TabFocusReason
        self.current_page().way = self._way

    def _tidy(self) -> None:
        """Sets the margins that QWizard takes from the style each time it lays out a page."""
        self._side = self.panel.parentWidget()
        for widget in (self._side, self._frame):
            if widget is not None and (layout := widget.layout()) is not None:
                layout.setContentsMargins(0, 0, 0, 0)
                layout.setSpacing(0)
        # The style sheet paints it. An opaque widget is painted by itself, and then once more with what is around it.
        self._frame.setAutoFillBackground(False)
        for child in self._ground.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if child.objectName() == "" and child not in (self._side, self._frame):
                child.hide()  # QWizard's own ruler
        self._fit_panel()
        self._fit_buttons()
        # Tab comes to what goes on before it comes to Back.
        QWidget.setTabOrder(self.button(_NEXT), self.button(_BACK))

    def _fit_buttons(self) -> None:
        for row in self._ground.findChildren(QHBoxLayout):
            if row.indexOf(self.button(_NEXT)) >= 0:
                side = 56 if self.width() > 1000 else 24
                row.setContentsMargins(side, 15, side, 16)
                row.setSpacing(12)
