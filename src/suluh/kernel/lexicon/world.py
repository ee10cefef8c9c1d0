"""Month names of the world's languages, for pages that are not Indonesian."""

from suluh.kernel.lexicon.words import MONTHS

_OTHERS = """
1 januar jänner jänn jaenner janvier janv enero ene janeiro gennaio gen ianuarie ian stycznia styczeń ledna
1 leden január января январь янв січня ocak oca tammikuuta tammikuu siječnja januára ιανουαρίου sausio janvāris
2 februar feber février fevrier févr fevr fév febrero fevereiro fev febbraio februarie lutego luty února únor
2 február февраля февраль фев лютого şubat şub helmikuuta helmikuu veljače februára φεβρουαρίου vasario
3 märz maerz mär mrz mars marzo março marco martie maart marts marca marzec března březen március марта март мар
3 березня mart maaliskuuta maaliskuu ožujka μαρτίου kovo
4 avril avr abril abr aprile aprilie kwietnia kwiecień dubna duben április апреля апрель апр квітня nisan nis
4 huhtikuuta huhtikuu travnja apríla απριλίου balandžio
5 mai mayo maio maggio mag maj maja května květen május мая май травня mayıs toukokuuta toukokuu svibnja mája
5 μαΐου gegužės
6 juin junio junho giugno giu iunie czerwca czerwiec června červen június июня июнь июн червня haziran haz
6 kesäkuuta kesäkuu lipnja júna ιουνίου birželio
7 juillet juil julio julho luglio lug iulie lipca lipiec července červenec július июля июль июл липня temmuz tem
7 heinäkuuta heinäkuu srpnja júla ιουλίου liepos
8 août aout aoû agosto ago augusti sierpnia sierpień srpna srpen augusztus августа август авг серпня ağustos ağu
8 elokuuta elokuu kolovoza augusta αυγούστου rugpjūčio
9 septembre septiembre setiembre setembro set settembre septembrie września wrzesień září szeptember сентября
9 сентябрь сен вересня eylül eyl syyskuuta syyskuu rujna septembra σεπτεμβρίου rugsėjo
10 octobre octubre outubro out ottobre ott octombrie oktobra października październik října říjen október октября
10 октябрь окт жовтня ekim eki lokakuuta lokakuu listopada οκτωβρίου spalio
11 novembre noviembre novembro noiembrie novembra listopadu november ноября ноябрь ноя листопада kasım kas
11 marraskuuta marraskuu studenoga νοεμβρίου lapkričio
12 décembre dez déc dic diciembre dezembro dicembre decembrie grudnia grudzień prosince prosinec декабря декабрь
12 дек грудня aralık ara joulukuuta joulukuu prosinca dezember decembra δεκεμβρίου gruodžio
"""

WORLD_MONTHS = {
    word: int(number) for number, *words in (line.split() for line in _OTHERS.strip().splitlines()) for word in words
} | MONTHS
"""Month words of some thirty languages; Indonesian and English win where words collide."""
