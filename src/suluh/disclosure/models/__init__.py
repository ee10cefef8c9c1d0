"""What the room of public information stores."""

from .answers import Answer, Letter, LetterPrint
from .applicants import Applicant
from .case_files import CaseFile
from .decrees import Decree, DecreeLine, DecreePrint
from .exclusions import Exclusion, SealedFile
from .files import ItemFile
from .items import Category, Item, ItemVersion
from .lexemes import Lexeme
from .links import LinkCheck
from .mail_drafts import MailDraft, MailFile
from .notices import Notice
from .objections import OBJECTION, Dispute, Objection
from .public_forms import FormUse, SuggestionUse
from .push_keys import PushKey
from .reports import ServiceReport
from .requests import REQUEST, Assignment, CaseNote, Channel, InformationRequest
from .retention import RetentionHold, RetentionRun, RetentionTerm
from .service import NumberSeries, ServiceDesk

__all__ = [
    "OBJECTION",
    "REQUEST",
    "Answer",
    "Applicant",
    "Assignment",
    "CaseFile",
    "CaseNote",
    "Category",
    "Channel",
    "Decree",
    "DecreeLine",
    "DecreePrint",
    "Dispute",
    "Exclusion",
    "FormUse",
    "InformationRequest",
    "Item",
    "ItemFile",
    "ItemVersion",
    "Letter",
    "LetterPrint",
    "Lexeme",
    "LinkCheck",
    "MailDraft",
    "MailFile",
    "Notice",
    "NumberSeries",
    "Objection",
    "PushKey",
    "RetentionHold",
    "RetentionRun",
    "RetentionTerm",
    "SealedFile",
    "ServiceDesk",
    "ServiceReport",
    "SuggestionUse",
]
