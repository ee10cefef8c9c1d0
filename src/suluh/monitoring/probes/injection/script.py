"""Writing systems that have no business on an Indonesian unit's page, and what they sell there."""

from __future__ import annotations

import re

_FOREIGN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f\u0400-\u04ff]")
_LETTER = re.compile(r"[^\W\d_]")
_SOLD = re.compile(
    "激安|送料無料|通販|新品|中古|正規品|楽天|公式|カジノ|スロット|ブランド|税込|セール|特価|最安|人気|在庫|限定|返品|メンズ|レディース|バッグ|財布|即日発送|お買い得|販売"
    "|博彩|百家乐|百家樂|彩票|赌场|賭場|投注|娱乐城|娛樂城|娱乐|棋牌|开户|六合彩|老虎机|老虎機|真人|体育|下注|平台|注册|官网"
    "|สล็อต|บาคาร่า|หวย|คาสิโน|แทงบอล|เว็บตรง|เครดิตฟรี|ฝาก|ถอน|พนัน|แทง"
    "|카지노|바카라|토토|슬롯|먹튀|배팅|사이트"
    "|казино|ставк|вавада|пинап|пин ап|игровы|автомат|бонус|букмекер|купить",
    re.IGNORECASE,
)


def foreign_share(text: str) -> float:
    """Share of letters in kana, Han, Hangul, Thai or Cyrillic. Arabic is at home on Indonesian pages."""
    if not _FOREIGN.search(text):
        return 0.0
    letters = len(_LETTER.findall(text))
    return len(_FOREIGN.findall(text)) / letters if letters else 0.0


def foreign_goods(text: str) -> list[str]:
    """Words of shops and gambling in those systems, each once, as found."""
    return list(dict.fromkeys(_SOLD.findall(text))) if _FOREIGN.search(text) else []
