address-on-telegram = Telegram
address-on-whatsapp = WhatsApp
address-on-terminal = de terminal
address-on-page = de chatpagina
address-ending = { $channel } …{ $end }
address-by-code = met een eigen code van een ander adres
address-no-such = Op { $channel } ben ik hier nog niet te bereiken.
address-code = { $channel ->
    [none] { $form ->
        [u] Stuur mij deze code vanaf uw andere telefoon of app: { $code }
       *[je] Stuur mij deze code vanaf je andere telefoon of app: { $code }
      }
   *[other] { $form ->
        [u] Stuur mij deze code op { $channel }: { $code }
       *[je] Stuur mij deze code op { $channel }: { $code }
      }
  }. { $form ->
    [u] Dan ken ik u daar ook. Hij werkt een uur en is alleen voor u: geef hem niet door.
   *[je] Dan ken ik je daar ook. Hij werkt een uur en is alleen voor jou: geef hem niet door.
  }
address-send-there = { $form ->
    [u] Hier ken ik u al. Stuur die code vanaf uw andere telefoon of app.
   *[je] Hier ken ik je al. Stuur die code vanaf je andere telefoon of app.
  }
address-taken = { $form ->
    [u] Hier ken ik { $name }, die al in een kring zit. Twee mensen kan ik niet samenvoegen. Wilt u dit adres vrijmaken, schrijf dan hier 'vergeet mij' en stuur daarna een nieuwe code.
   *[je] Hier ken ik { $name }, die al in een kring zit. Twee mensen kan ik niet samenvoegen. Wil je dit adres vrijmaken, schrijf dan hier 'vergeet mij' en stuur daarna een nieuwe code.
  }
address-here = { $form ->
    [u] Dag { $name }, ik ken u nu ook hier. Waar wilt u mijn herinneringen en vragen krijgen?
   *[je] Hoi { $name }, ik ken je nu ook hier. Waar wil je mijn herinneringen en vragen krijgen?
  }
address-told = { $form ->
    [u] U bent nu ook op { $channel } te bereiken. Was u dat niet? Zeg het dan meteen, dan haal ik het weg.
   *[je] Je bent nu ook op { $channel } te bereiken. Was jij dat niet? Zeg het dan meteen, dan haal ik het weg.
  }
address-list = { $form ->
    [u] Hier bereik ik u:
   *[je] Hier bereik ik je:
  }
address-line = - { $channel }{ $state ->
    [first] {" "}(daar stuur ik herinneringen heen)
    [off] {" "}(daar komt nu niets aan)
   *[on] {""}
  }
address-preferred = { $only ->
    [yes] { $form ->
        [u] Ik ken u alleen op { $channel }, dus daar stuur ik alles heen.
       *[je] Ik ken je alleen op { $channel }, dus daar stuur ik alles heen.
      }
   *[no] { $form ->
        [u] Goed, herinneringen en vragen stuur ik naar { $channel }. Schrijven kunt u overal.
       *[je] Goed, herinneringen en vragen stuur ik naar { $channel }. Schrijven kun je overal.
      }
  }
address-off = { $form ->
    [u] Op { $channel } komt nu niets aan. Schrijf mij daar eerst een berichtje.
   *[je] Op { $channel } komt nu niets aan. Schrijf mij daar eerst een berichtje.
  }
address-last = { $form ->
    [u] Dit is het enige adres waar ik u ken. Voeg eerst een ander toe, of schrijf 'vergeet mij' om helemaal te stoppen.
   *[je] Dit is het enige adres waar ik je ken. Voeg eerst een ander toe, of schrijf 'vergeet mij' om helemaal te stoppen.
  }
address-drop-which = Welk adres zal ik weghalen?
address-drop-sure = { $form ->
    [u] Zal ik uw adres op { $channel } weghalen? Dan ken ik u daar niet meer. Uw beurten blijven gewoon staan.
   *[je] Zal ik je adres op { $channel } weghalen? Dan ken ik je daar niet meer. Je beurten blijven gewoon staan.
  }
address-dropped = { $form ->
    [u] Klaar, op { $channel } ken ik u niet meer.
   *[je] Klaar, op { $channel } ken ik je niet meer.
  }
address-gone = Dat adres is er al niet meer.
undo-address = waar ik { $form ->
    [u] u
   *[je] je
  } herinner: { $about }

button-not-me = Dat was ik niet
button-another-address = Nog een adres
button-drop-address = Een adres weghalen
button-rather-there = Liever { $channel }
