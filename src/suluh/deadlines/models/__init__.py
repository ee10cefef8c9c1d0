"""What the deadlines store."""

from .calendars import CalendarDay, CalendarVersion, CalendarYear, WorkWeek
from .clocks import Clock
from .reminders import Reminder

__all__ = ["CalendarDay", "CalendarVersion", "CalendarYear", "Clock", "Reminder", "WorkWeek"]
