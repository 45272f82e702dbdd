"""The voices within a position: what each speaker says, and the rule that made one position of them (method, section 3)."""

from __future__ import annotations

from collections.abc import Sequence

from parley.analysis.outcomes import Span
from parley.analysis.positions import Part
from parley.analysis.voices import PartVoices, Voice
from parley.model import Party
from parley.telling.counting import counted
from parley.telling.evidence import attribution_of
from parley.telling.places import at_place
from parley.telling.said import Argument, Listed, Said, Stretch, Verbatim, said, together
from parley.telling.terms import part_of_position


def voice_place(voice: Voice, span: Span | None = None) -> Argument:
    """Return where a speaker places the part, or that part at `span`."""
    return at_place(span or voice.place, voice.axis, voice.part, voice.direction)


def voice_told(voice: Voice) -> Said:
    """Return who says what."""
    return said("voice", voice.ids, speaker=_speaker(voice), place=voice_place(voice))


def voice_cited(voice: Voice) -> Said:
    """Return when a speaker last said it, and on whose word."""
    return said("voice-cited", (voice.newest.id,), day=voice.newest.said, grade=attribution_of(voice.newest))


def not_counted() -> Said:
    """Return that something does not count."""
    return said("not-counted")


def whole_voice(voice: Voice) -> Said:
    """Return who says what, under the letter, with when and on whose word."""
    cited: Argument = voice_cited(voice)
    aside = cited if voice.counts else together(cited, not_counted(), how="comma")
    return said("whole-voice", voice.ids, letter=Verbatim(voice.key), voice=voice_told(voice), aside=aside)


def voices_at_one_place(party: Party, part: Part, voices: Sequence[Voice]) -> Said:
    """Return the place that several speakers name, and who they are."""
    who = together(*(_lettered(one) for one in voices), how="semicolon")
    ids = tuple(sorted({one for voice in voices for one in voice.ids}))
    return said("voices-at", ids, party=Verbatim(party.short), part=part_of_position(part), place=voice_place(voices[0]), who=who)


def voices_heading(name: str, part: Part) -> Said:
    """Return the heading over the voices within one part of a party's position; `name` is the party's as there is room for it."""
    return said("heading-voices", party=Verbatim(name), part=part_of_position(part))


def rule_told(several: PartVoices) -> Said:
    """Return which rule made the part what it is."""
    rule, told = several.rule, [_rule(several)]
    if rule.keeps_official:
        told.append(said("official-word-stays", party=several.party))
    if rule.fitted is not None:
        told.append(said("with-other-parts", part=part_of_position(several.part), place=voice_place(several.voices[0], rule.fitted)))
    return said("told-together", rule.ids, all=together(*told, how="sentences"))


def _rule(several: PartVoices) -> Said:
    match several.rule.kind:
        case "adds_up":
            return said("offers-add-up", who=_furthest(several))
        case "adds_nothing":
            return said("offers-add-nothing")
        case "kept_apart":
            return _kept_apart(several)
    return _newest(several)


def _furthest(several: PartVoices) -> Listed:
    """Return the letters of those who count and on whose offer an end of the part rests."""
    ends = several.rule.together
    return together(*(Verbatim(one.key) for one in several.voices if one.counts and (one.place.low == ends.low or one.place.high == ends.high)))


def _kept_apart(several: PartVoices) -> Said:
    rule, voices = several.rule, several.voices
    word = said("newest-word", official="yes" if several.is_official else "no")
    when = said("within-days-of", days=counted(rule.window, "days"), word=word) if rule.window else said("on-the-day-of", word=word)
    everyone = "all" if len(voices) > 2 else "both"
    return said(
        "kept-apart",
        which=everyone if all(one.counts for one in voices) else "counting",
        sure="yes" if several.is_surely_near else "no",
        when=when,
        part=part_of_position(several.part),
        where=_together(several),
    )


def _together(several: PartVoices) -> Argument:
    """Return where those who count place the part together."""
    voice, span = several.voices[0], several.rule.together
    if span.is_exact or several.part == "limit":
        return voice_place(voice, span)
    return said("limit-between", place=Stretch(span, voice.axis), scale="ladder" if voice.axis.is_ladder else "quantity")


def _newest(several: PartVoices) -> Said:
    counting = [said("voice-dated", speaker=_speaker(one), day=one.newest.said) for one in several.voices if one.counts]
    # Each has a comma of its own, so that "and" stands before every one.
    who: Argument = counting[0]
    for one in counting[1:]:
        who = together(who, one)
    return said("newest-official-counts" if several.is_official else "newest-counts", party=several.party, who=who)


def _lettered(voice: Voice) -> Said:
    return said("voice-lettered", letter=Verbatim(voice.key), voice=said("voice-dated", speaker=_speaker(voice), day=voice.newest.said))


def _speaker(voice: Voice) -> Verbatim:
    return Verbatim(voice.speaker.shown)
