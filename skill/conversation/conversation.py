"""A question comes in, a reply goes out; danger is looked for first."""

from __future__ import annotations

from skill.conversation.alarms import Alarms
from skill.conversation.composition import compose
from skill.conversation.context import Context
from skill.conversation.matcher import SampleMatcher
from skill.conversation.question import Question
from skill.conversation.reply import Reply
from skill.conversation.route import Route
from skill.conversation.routing import Routing
from skill.conversation.subject import message
from skill.conversation.tellings import tell
from skill.library.library import Library


class Conversation:
    """Answers questions from a library; holds no state of any person."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._alarms = Alarms(library)
        self.samples = SampleMatcher(library.model)
        self._routing = Routing(library, self.samples)

    def answer(self, question: Question) -> Reply:
        """The reply to one question.

        In: what was heard, with the session's context. Out: the reply, with the next context.
        """
        heard = self._routing.resolve(question)
        alarm = self._alarms.heard(question) or self._alarms.heard(heard)
        route = self._routing.route(heard) if alarm is None else Route(alarm.subject, alarm.because)
        return self._say(question, route)

    def failure(self, locale: str, context: Context) -> Reply:
        """What is said when something broke inside: honest, with the number and the care prompt."""
        return self._say(
            Question(locale, "", context=context), Route(message("failure"), "a failure")
        )

    def _say(self, question: Question, route: Route) -> Reply:
        locale = self.library.locale(question.locale)
        telling = tell(self.library, locale, route.subject)
        return compose(
            self.library,
            locale,
            telling,
            question.context,
            awaiting=route.awaiting,
            because=route.because,
        )
