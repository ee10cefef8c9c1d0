"""Deadlines: the legal clocks of cases, the calendar they are counted by, reminders, the public calculator.

A ground-floor room: features call it, it knows no feature. What a feature uses:

- `services.clocks` (each keyword-only, atomic, writes its event under the case's name; `by` is the person whose deed it
  is, or None when nobody signed in did it):
    - `start_clock(code=, subject_kind=, subject_id=, unit=, title=, start=, by=, page="", earlier_start=None) -> Clock`
    - `pause_clock(clock=, on=, reason=, by=)`, `resume_clock(clock=, on=, by=)`: the day of the event is day 0 again
    - `extend_clock(clock=, ground="not-held"|"status-undecided", on=, by=)`: once, ANS only, not after its date
    - `finish_clock(clock=, on=, by=)`: done; frozen as `met` or `late`
    - `drop_clock(clock=, on=, reason=, by=)`: ended without a result (`frozen`), as when a request is withdrawn
- `selectors`: `clocks_of(kind, id)`, `open_clock(kind, id, code)`, `open_clocks_visible_to(person)`,
  `due_soon(person, acts=…)`, `pace(clock)` (days left, soon, late), for lists `paces_of(clocks)` and
  `page_by_due(rows, after, road="clock__due")`, pages by key in order of the date.
- `models.Clock`: `due` (None while paused and for what must happen at once), `earlier_due` (the date by the other
  legal starting point: show it as a warning), `estimated`, `state`, `left`, `ended_on`, `rule` (label, article, who
  acts). A feature may keep a foreign key to the clock that decides its lists and sort by `clock__due`: never copy a
  date, a change of the calendar moves it.
- `signals.clock_lapsed`: sent once for each clock whose date has passed (SUP lapsed opens DSP, FIX lapsed is noted).
- `reverse("deadlines:clock", args=[clock.pk])`: the page that tells day by day how a date came about; for pages of
  citizens `{% load deadlines %}{% clock_days clock %}` draws the same table and `{% clock_bar clock %}` the small form.

Starting points (day 0). CHK: noted in the register. FIX: letter received. ANS: `start` declared complete,
`earlier_start` received. REJ: received. SUP: `start` noted in the register, `earlier_start` received; it is counted
from the earlier one. OBJ: answer received, or the day on which ANS ran out. DSP: answer received, or the day on which
SUP ran out. KI1, KI2: dispute filed. CRT: decision received. BK: last publication. DIP: last decree. RPT: 31 December.
EXP: the day on which the exclusion ends (it counts 30 working days back). The extension is no clock of its own:
`extend_clock`.

Do not offer duties for a clock's date in the feature: `duties.py` here does it for every clock on which a unit or a
superior has to act, with the clock's `title` and `page`; the same holds for reminders by mail.

Errors are `organization.errors.Refused` with a sentence for people (`errors.py`).
"""
