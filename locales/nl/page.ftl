# The chat page. What stands between braces is filled in by the browser.

page-title = Zorgkring
page-skip = Naar de gesprekken
page-only-here = Deze pagina werkt alleen op de computer waar het programma draait.
page-no-script = Deze pagina heeft JavaScript nodig.

# the clock
page-clock = De klok van het programma
page-clock-hour = + 1 uur
page-clock-morning = Morgen 9:00
page-clock-choose = Kies moment
page-clock-moment = Ga naar dit moment
page-clock-go = Ga
page-clock-moving = De tijd loopt…

# who is there
page-people = Wie doen er mee?
page-person-show = { $name } laten zien
page-person-add = Iemand erbij
page-person-name = Naam
page-person-add-go = Erbij
page-person-remove = { $name } weghalen
page-person-new = { $name }, { $count } nieuw

# one phone
page-phone = Telefoon van { $name }
page-log = Gesprek van { $name }
page-empty = { $name } heeft nog niets gestuurd.
page-begin = Begin het gesprek
page-message = Bericht van { $name }
page-message-hint = Schrijf een bericht
page-send = Verstuur
page-newest = Naar het nieuwste
page-says-program = Zorgkring aan { $name }:
page-says-person = { $name }:
page-chosen = gekozen
page-edited = bewerkt
page-forwarded = doorgestuurd
page-waiting = Nog niet verstuurd, ik probeer het opnieuw.
page-not-sent = Dit bericht kon niet verstuurd worden.
page-closed = { $name } heeft Zorgkring geblokkeerd.

# things without words
page-more = Iets anders sturen
page-kind-voice = Spraakbericht
page-kind-photo = Foto
page-kind-sticker = Sticker
page-kind-location = Locatie
page-kind-forwarded = Doorgestuurd bericht
page-kind-edited = Laatste bericht veranderen
page-kind-blocked = Zorgkring blokkeren
page-kind-unblocked = Weer toelaten
page-editing = Je verandert je laatste bericht.
page-forwarding = Je stuurt dit bericht door.
page-cancel = Toch niet

# files
page-file-open = { $name } bewaren
page-file-picture = Afbeelding { $name }
page-file-gone = { $name } is er niet meer.

# the connection, and what went wrong
page-lost = Even geen verbinding. Wat je typt blijft bewaard.
page-error-clock-past = Dat moment is al voorbij. De klok kan alleen vooruit.
page-error-clock-far = Dat is meer dan een jaar vooruit. Kies iets dichterbij.
page-error-clock-busy = De klok loopt al. Een ogenblik.
page-error-clock-stuck = De klok bleef onderweg staan. Probeer het nog eens.
page-error-phones-full = Er passen geen mensen meer bij. Haal eerst iemand weg.
page-error-not-understood = Dat lukte niet. Kijk het even na.
page-error-not-received = Dat bericht is nog niet aangekomen.
page-error-unknown = Dat lukte niet. Probeer het nog eens.
