"""The text of a new conflict file: what must be filled in, and an example of all the rest. Knows no war."""

from __future__ import annotations

from typing import Final

_DRAFT: Final = """\
# The conflict {slug}: what truce knows before it reads a word.
# Fill in what is empty, take the # off what you need, and look it over with
#     truce conflict check {path} docs/

slug = "{slug}"
name = ""                       # as a headline calls it: "2020 Nagorno-Karabakh war"
timezone = ""                   # local time of the reports, an IANA name: "Asia/Yerevan"
began = ""                      # the first day: 2020-09-27, without quotes
# ended = 2020-11-10            # the last day; leave it out while the war goes on
# aliases = ["Karabakh war"]    # other names of the war and of the disputed land

# The parties whose losses are counted, two or more. Aliases are every word that means the whole side: country,
# adjective, people, capital. An article that says only "Yerevan" is understood by them.

[[side]]
slug = ""                       # "armenian"
name = ""                       # "Armenian side"
aliases = []                    # ["Armenia", "Armenian", "Armenians", "Yerevan"]

[[side]]
slug = ""
name = ""
aliases = []

# Those who speak and act by name. "The defence ministry", "health officials" or "the ombudsman" of a side need no
# entry: they go with any alias of it. Leave side out for third parties (UN, monitors, mediators, newspapers).
# kind: government, military, armed_group, official, health_authority, monitor, un, ngo, media

# [[actor]]
# slug = "nk-defence-ministry"
# name = "Nagorno-Karabakh defence ministry"
# side = "armenian"
# kind = "military"
# aliases = ["Artsakh Defense Army"]

# Truces, by the minute they came into force, with the offset from UTC. Without ended a truce lasts until the next
# one between the same parties, or the war's end.

# [[truce]]
# slug = "oct-10"
# name = "Moscow humanitarian ceasefire"
# agreed = 2020-10-10
# in_force = 2020-10-10T12:00:00+04:00
# parties = ["armenian", "azerbaijani"]
# brokers = ["Russia"]

# Places that reports name. side: whose people live there; leave it out where that is contested. lat and lon, in
# degrees, put it on the map.

# [[place]]
# name = "Ganja"
# aliases = ["Gəncə", "Gyandzha"]
# side = "azerbaijani"
# lat = 40.68
# lon = 46.36

# Other wars between the same parties, whose dead must stay out of this one's tallies.

# [[other_war]]
# name = "First Nagorno-Karabakh War"
# began = 1988
# ended = 1994
"""


def conflict_draft(slug: str, path: str) -> str:
    """A conflict file for slug with everything to fill in; path is where it will stand."""
    return _DRAFT.format(slug=slug, path=path)
