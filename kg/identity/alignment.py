"""Two names laid side by side: which words answer each other and how, and which stand alone."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from rigour.text import levenshtein

from kg.identity import lexicon
from kg.identity.names import NameForm, Role, Word, bones, sounded, spelled


class How(StrEnum):
    """By what two words answer each other, the surest first."""

    EQUAL = "equal"
    TRANSLATED = "translated"
    JOINED = "joined"
    SOUNDED = "sounded"
    INITIALS = "initials"
    SPELLED = "spelled"
    UNVOWELLED = "unvowelled"
    RELATED = "related"


@dataclass(frozen=True, slots=True)
class Answer:
    """Words of the left name, and those of the right one that answer them."""

    left: tuple[Word, ...]
    right: tuple[Word, ...]
    how: How


@dataclass(frozen=True)
class Alignment:
    """`left` and `right` are the words that nothing answers."""

    answers: tuple[Answer, ...]
    left: tuple[Word, ...]
    right: tuple[Word, ...]
    in_order: bool

    @cached_property
    def doubts(self) -> tuple[Answer, ...]:
        """Answers of words that are neither equal nor of one sense."""
        sure = (How.EQUAL, How.TRANSLATED)
        return tuple(answer for answer in self.answers if answer.how not in sure)

    @property
    def is_whole(self) -> bool:
        return not self.left and not self.right


def align(a: NameForm, b: NameForm) -> Alignment:
    """Lay two names side by side; legal forms and articles take no part."""
    if a.key == b.key:
        pairs = zip(a.content, b.content, strict=True)
        return Alignment(tuple(_answer(x, y) for x, y in pairs), (), (), True)
    answers, order, left, right = _equal(list(a.content), list(b.content))
    if left and right:
        answers += _joined(left, right)
        if len(a.content) > 1 and len(b.content) > 1:
            answers += _initials(left, right)
        answers += _alike(left, right)
    return Alignment(tuple(answers), tuple(left), tuple(right), order == sorted(order))


def _answer(left: Word, right: Word) -> Answer:
    """Two words with one key: the same word, or two of one sense ("oil" is not "petroleum")."""
    if left.role is not Role.SENSE or left.text == right.text:
        return Answer((left,), (right,), How.EQUAL)
    english = lexicon.load().english_words
    apart = left.text in english and right.text in english and left.text[:4] != right.text[:4]
    return Answer((left,), (right,), How.RELATED if apart else How.TRANSLATED)


def _equal(
    left: list[Word], right: list[Word]
) -> tuple[list[Answer], list[int], list[Word], list[Word]]:
    """Words with one key; also where each stands in the right name, and what is left over."""
    open_at: dict[str, list[int]] = {}
    for index, word in enumerate(right):
        open_at.setdefault(word.key, []).append(index)
    answers, order, alone = [], [], []
    for word in left:
        free = open_at.get(word.key)
        if free:
            order.append(free.pop(0))
            answers.append(_answer(word, right[order[-1]]))
        else:
            alone.append(word)
    taken = set(order)
    return answers, order, alone, [w for i, w in enumerate(right) if i not in taken]


def _joined(left: list[Word], right: list[Word]) -> list[Answer]:
    """ "Great Wall" answers "Greatwall"; words that are found are taken out of the lists."""
    answers = []
    for many, one, swapped in ((left, right, False), (right, left, True)):
        for word in tuple(one):
            run = _run(many, word)
            if run:
                one.remove(word)
                for part in run:
                    many.remove(part)
                answers.append(_run_answer(run, word, How.JOINED, swapped=swapped))
    return answers


def _run_answer(run: tuple[Word, ...], word: Word, how: How, *, swapped: bool) -> Answer:
    return Answer((word,), run, how) if swapped else Answer(run, (word,), how)


def _run(words: list[Word], whole: Word) -> tuple[Word, ...] | None:
    """The two or three neighbouring words that written together are `whole`."""
    target = spelled(whole.text.replace(" ", ""))
    for length in (2, 3):
        for start in range(len(words) - length + 1):
            run = words[start : start + length]
            if run[0].text[0] != target[0] and run[0].key[0] != target[0]:
                continue
            if spelled("".join(w.text for w in run).replace(" ", "")) == target:
                return tuple(run)
    return None


def _initials(left: list[Word], right: list[Word]) -> list[Answer]:
    """ "NPO" answers "Nauchno-proizvodstvennoye obyedineniye"; what is found is taken out."""
    answers = []
    for many, one, swapped in ((left, right, False), (right, left, True)):
        for word in tuple(one):
            length = len(word.text)
            if word.role is not Role.PLAIN or not 2 <= length <= 6:
                continue
            starts = (i for i in range(len(many) - length + 1) if _begins(many[i:], word.text))
            start = next(starts, None)
            if start is not None:
                run = tuple(many[start : start + length])
                one.remove(word)
                del many[start : start + length]
                answers.append(_run_answer(run, word, How.INITIALS, swapped=swapped))
    return answers


def _begins(words: list[Word], short: str) -> bool:
    pairs = zip(words, short, strict=False)
    return all(len(word.text) > 1 and word.text[0] == letter for word, letter in pairs)


def _alike(left: list[Word], right: list[Word]) -> list[Answer]:
    """Words of one's own that differ by a slip or by their romanisation, the nearest first."""
    found = []
    for i, word in enumerate(left):
        for j, other in enumerate(right):
            how = _likeness(word, other)
            if how is not None:
                found.append((how[1], i, j, how[0]))
    answers: list[Answer] = []
    used_left: set[int] = set()
    used_right: set[int] = set()
    for _, i, j, kind in sorted(found):
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            answers.append(Answer((left[i],), (right[j],), kind))
    left[:] = [w for i, w in enumerate(left) if i not in used_left]
    right[:] = [w for j, w in enumerate(right) if j not in used_right]
    return answers


# No spelling of a word is longer than another by more letters than this.
_FARTHEST = 4


def _likeness(a: Word, b: Word) -> tuple[How, float] | None:
    """How two words are alike and the distance for their length, or None."""
    if abs(len(a.text) - len(b.text)) > _FARTHEST and a.vowels and b.vowels:
        return None
    if not (a.text.isalpha() and b.text.isalpha()):
        return None
    if not (a.vowels and b.vowels):
        same = len(bones(a.text)) > 1 and bones(a.text) == bones(b.text)
        return (How.UNVOWELLED, 0.5) if same else None
    longest = max(len(a.key), len(b.key))
    allowed = 0 if longest < 6 else 1 if longest < 10 else 2 if longest < 15 else 3
    if a.role is not Role.PLAIN or b.role is not Role.PLAIN:
        allowed = 0 if a.role is b.role else min(allowed, 1)
    if longest > 4 and sounded(a.text) == sounded(b.text):
        return How.SOUNDED, 0.0
    first, second = spelled(a.text), spelled(b.text)
    distance = levenshtein(first, second, max_edits=allowed)
    return (How.SPELLED, distance / longest) if distance <= allowed and longest > 3 else None
