"""From whose knowledge, and by which convention, a page speaks: `known_on` and the rule profile. No streamlit."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from components.captions import day
from components.wording import DEFAULT, _, language
from etl.counting.intervals import DEFAULT_PROFILE, PROFILES
from etl.select import Selection


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """The day by which everything shown had been published (None: today), and the rule profile for vague words."""

    known_on: date | None = None
    profile: str = DEFAULT_PROFILE

    @property
    def selection(self) -> Selection:
        """What `etl.select` takes for it."""
        return Selection(known_on=self.known_on, profile=self.profile)

    def in_words(self) -> list[str]:
        """Return what the name of a file says of it; nothing for today and the default profile."""
        known = [f"known-on-{self.known_on}"] if self.known_on else []
        return known + ([f"profile-{self.profile}"] if self.profile != DEFAULT_PROFILE else [])

    def address(self, **more: str) -> str:
        """Return the part of an address that leads to the same view in the same language: `figure=1&known_on=2020-01-20`."""
        known = {"known_on": self.known_on.isoformat()} if self.known_on else {}
        profile = {"profile": self.profile} if self.profile != DEFAULT_PROFILE else {}
        lang = {"lang": language()} if language() != DEFAULT else {}
        return urlencode(more | known | profile | lang)


NOW = Viewpoint()
"""All that is known today, read by the default profile."""


def sentences(viewpoint: Viewpoint) -> list[str]:
    """Return what a page says of its viewpoint; nothing for today and the default profile."""
    known = _("As known on {day}: only what had been published by then is shown and counted.").format(day=day(viewpoint.known_on))
    rules = _("Words are read by profile {profile}. {citation}").format(
        profile=viewpoint.profile, citation=_(PROFILES[viewpoint.profile].citation)
    )
    return [known] * bool(viewpoint.known_on) + [rules] * (viewpoint.profile != DEFAULT_PROFILE)


def profile_name(profile: str) -> str:
    """Return a profile as a reader chooses it."""
    return _("{profile} (default)").format(profile=profile) if profile == DEFAULT_PROFILE else profile
