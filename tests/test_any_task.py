"""Whatever has to be done is planned, in whichever words a day and an hour stand beside it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understanding import Context, Intent, Person, understand
from locales.nl.manners import plain
from locales.nl.slips import mended

NOW = datetime(2026, 1, 12, 9, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
TASKS = """
schaken; dammen; biljarten; kaarten; klaverjassen; sjoelen; bridgen; bingo; puzzelen; voorlezen; zwemmen; fietsen;
gymmen; yoga; vissen; tuinieren; grasmaaien; onkruid wieden; heg knippen; plantjes water geven; konijnenhok;
konijnenhok schoonmaken; kattenbak; kattenbak verschonen; vissen voeren; duiven voeren; kippen voeren; hond uitlaten;
poes eten geven; ramen lappen; stofzuigen; dweilen; bed verschonen; strijken; afwassen; vuilnis buiten; kliko buiten
zetten; glasbak; oud papier wegbrengen; gootsteen ontstoppen; lampje vervangen; kraan repareren; rollator nakijken;
banden plakken; rolstoel ophalen; scootmobiel opladen; hoorapparaat ophalen; hoorapparaat brengen; bril ophalen; pruik
ophalen; kunstgebit naar de tandtechnieker; steunkousen aan; steunkousen uit; katheterzak legen; stomazakje wisselen;
insuline spuiten; oogdruppels; zalf smeren; wond verzorgen; bloedprikken; bloeddruk meten; pillendoos vullen;
medicijnen uitzetten; recept ophalen; inleggers halen; sondevoeding; tillift; douchen; haren wassen; nagels knippen;
scheren; aankleden; naar bed brengen; uit bed halen; omdraaien; toiletbezoek; pedicure; kapper;
schoonheidsspecialiste; manicure; fysio; logopedie; ergotherapie; dialyse; chemo; bestraling; mri; ct-scan; controle
longarts; cardioloog; neuroloog; oogarts; tandarts; podotherapeut; psycholoog; geriater; notaris; gemeente;
wmo-gesprek; zorgplan bespreken; mdo; belastingaangifte; post doornemen; rekeningen betalen; bank; pasfoto maken;
paspoort ophalen; rijbewijskeuring; kerk; moskee; begraafplaats; verjaardag; bruiloft; crematie; koor; museum; markt;
bibliotheek; boek terugbrengen; bloemen kopen; taart halen; soep brengen; maaltijd opwarmen; tafel dekken; broodjes
smeren; koffie zetten; theedrinken; wijntje drinken; gezelschap; oppassen; waken; nachtdienst; slaapwacht; bellen;
beeldbellen; facetimen; tablet uitleggen; tv instellen; wifi maken; sleutel afgeven; cv-monteur ontvangen; loodgieter
binnenlaten; pakketje aannemen; verhuizen; kast in elkaar zetten; schilderen; schuur opruimen; zolder leeghalen; auto
wassen; apk; taxi bellen; regiotaxi; naar het strand; rondje rijden; ommetje; wandelen
"""
ASKED = ("recept ophalen", "wijntje drinken")  # it is asked about: they resemble what was done, and small talk
FORMS = ("vrijdag 10 uur {}", "{} vrijdag om 10 uur door Hidde", "zaterdagmiddag om 3 uur {}")


@pytest.mark.parametrize("form", FORMS)
def test_any_task_with_a_day_and_an_hour_is_planned(form: str) -> None:
    members = (Person("Sietske"), Person("Hidde"))
    texts = [form.format(task.strip()) for task in TASKS.replace("\n", " ").split(";")]
    meant = {text: understand(mended(plain(text)), Context(NOW, members=members)) for text in texts}
    other = {text: one.intent for text, one in meant.items() if one.intent != Intent.CREATE_TASK or one.doubts}
    assert [text for text in other if not any(task in text for task in ASKED)] == []
