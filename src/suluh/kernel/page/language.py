"""The language of a page by its commonest words, or by its script."""

from __future__ import annotations

import re
from collections import Counter

_PROFILES = {
    "id": "yang dan di dengan untuk pada dari ini dalam tidak akan oleh itu adalah juga telah bisa para bahwa kami",
    "ms": "yang dan di dengan untuk pada dari ini dalam tidak akan oleh itu adalah ialah kerana boleh telah bahawa",
    "jv": "ing lan sing kang karo saka iku iki ora wis uga kanggo marang dening ana dadi yaiku para wong bisa kudu",
    "su": "jeung anu nu di ka dina ti keur teu geus ieu eta ku sareng pikeun ogé oge urang bisa aya kana tina nyaeta",
    "en": "the of and to in a is that for it was on are as with he be at by this from have not they which you",
    "de": "der die und das in den von zu mit ist auf für nicht ein eine im dem des sich auch es an werden aus",
    "fr": "de la le et les des en un une du que est pour dans qui par sur plus pas au ce il ne se",
    "es": "de la que el en y los las un una del por con para se su es al lo como más no ha",
    "pt": "de a o que e do da em um uma para com não os no se na por mais as dos como foi",
    "it": "di e il la che in un una per del è non si della con le dei da nel al alla sono più",
    "nl": "de het een van en in is dat op te voor met zijn niet aan er die ook als bij door naar om",
    "sv": "och att det i en som på är av för med den till inte har de om ett han men var sig",
    "da": "og i at det en til er som på de med for af ikke den der har et han var om fra",
    "no": "og i det er på en til som av for at med de ikke den har et om fra var han ble",
    "fi": "ja on ei se että oli hän mutta myös kuin ovat joka niin mukaan sekä kun jos ole ollut",
    "pl": "i w na z do się nie to że jest o jak po od za przez co dla są oraz jego który",
    "cs": "a v se na je že s z o do to i ve pro jsem by za k si ale jako po",
    "hu": "a az és hogy nem is egy ez meg de van csak volt azt már még mint el ha vagy",
    "ro": "de și în a la cu pe că nu o din este pentru un mai care se sunt fi au",
    "tr": "ve bir bu da de için ile çok olarak daha olan gibi en kadar ancak ise var olduğu sonra",
    "vi": "và của các là trong có được cho một không với những người này đã khi để từ tại về",
    "ru": "и в не на что с по как это он из за для но от к то у же был",
    "uk": "і в не на що з та у до як за це для від про але його є був",
}
_WORDS = {code: frozenset(words.split()) for code, words in _PROFILES.items()}
_TOKENS = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
)
_SAMPLE = 4000
_RENAMED = {"in": "id", "iw": "he", "nb": "no", "nn": "no"}


def language_of(text: str, declared: str | None = None) -> str | None:
    """ISO 639-1 code of the words; `declared` breaks ties and speaks where there are too few words."""
    declared = _RENAMED.get(declared or "", declared)
    sample = text[:_SAMPLE]
    for code, script in () if sample.isascii() else _SCRIPTS:
        if len(script.findall(sample)) * 5 > max(20, len(sample) // 4):
            return code
    words = _TOKENS.findall(sample.lower())
    counted = Counter(words)
    hits = {code: sum(counted[word] for word in known & counted.keys()) for code, known in _WORDS.items()}
    best = max(hits, key=lambda code: (hits[code], code == declared))
    if hits[best] < max(3, len(words) // 25):
        return declared if declared and len(declared) == 2 else None
    if declared in hits and hits[declared] >= 0.9 * hits[best] and declared not in ("en",):
        return declared
    return best
