"""One item for search engines, as schema.org Dataset."""

from __future__ import annotations

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from suluh.disclosure.models import Item

ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def schema_org(item: Item, files: list[Any], *, root: str) -> SafeString:
    """The item as JSON-LD that may stand in a page: nothing in it can end the block."""
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": root + item.get_absolute_url(),
        "url": root + item.get_absolute_url(),
        "identifier": item.code,
        "name": item.title,
        "description": item.summary or item.title,
        "inLanguage": "id",
        "isAccessibleForFree": True,
        "dateModified": item.changed_at.isoformat(),
        "creator": {"@type": "GovernmentOrganization", "name": item.unit.name},
        "distribution": [
            {"@type": "DataDownload", "name": file.name, "encodingFormat": file.media_type,
             "contentUrl": root + file.get_absolute_url()}
            for file in files
        ],
    }  # fmt: skip
    return mark_safe(json.dumps(found, ensure_ascii=False).translate(ESCAPES))  # noqa: S308 - escaped above
