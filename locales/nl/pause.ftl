pause-confirm = { $form ->
    [u] Wat vervelend. Zal ik alles rond { $recipient } even stilzetten? Niemand hoeft dan te komen en er gaan geen herinneringen uit. Ik laat het iedereen weten, en u zet het later met één bericht weer aan.
   *[je] Wat vervelend. Zal ik alles rond { $recipient } even stilzetten? Niemand hoeft dan te komen en er gaan geen herinneringen uit. Ik laat het iedereen weten, en je zet het later met één bericht weer aan.
  }
pause-reported = { $form ->
    [u] { $name } laat weten dat er iets is met { $recipient } (ziekenhuis). Zal ik alle hulp even stilzetten? Iedereen hoort het dan.
   *[je] { $name } laat weten dat er iets is met { $recipient } (ziekenhuis). Zal ik alle hulp even stilzetten? Iedereen hoort het dan.
  }
pause-passed-on = { $form ->
    [u] Wat naar. Ik laat het { $names } meteen weten. Dank u dat u het zegt, en sterkte.
   *[je] Wat naar. Ik laat het { $names } meteen weten. Dank je dat je het zegt, en sterkte.
  }
pause-already = Alles rond { $recipient } staat al stil.
pause-done = { $form ->
    [u] Alles rond { $recipient } staat nu stil, en iedereen hoort het. Sterkte. Schrijf '{ $recipient } is weer thuis' als het weer kan.
   *[je] Alles rond { $recipient } staat nu stil, en iedereen hoort het. Sterkte. Schrijf '{ $recipient } is weer thuis' als het weer kan.
  }
pause-until = Goed. Tot { $day } staat alles stil, niemand hoeft te komen. Die ochtend vraag ik of het weer kan.
pause-over = Is { $recipient } weer thuis? Zal ik alles weer oppakken zoals het op het rooster staat?
pause-told = { $form ->
    [u] Een bericht van { $name }: alles rond { $recipient } staat voorlopig stil. U hoeft niet te komen tot u weer iets hoort.
   *[je] Een bericht van { $name }: alles rond { $recipient } staat voorlopig stil. Je hoeft niet te komen tot je weer iets hoort.
  }
pause-told-recipient = { $name } heeft de hulp voorlopig stilgezet. { $form ->
    [u] U hoort het van mij als het weer begint.
   *[je] Je hoort het van mij als het weer begint.
  }
pause-not-paused = Rond { $recipient } loopt alles gewoon door.
resume-confirm = Fijn. Zal ik alles rond { $recipient } weer oppakken zoals het op het rooster staat? Ik laat het iedereen weten.
resume-done = Het rooster van { $recipient } loopt weer, en iedereen hoort het.
resume-told = { $form ->
    [u] Goed nieuws van { $name }: het rooster van { $recipient } loopt weer. Kijk met 'mijn beurten' waar u op staat. Past het niet meer, zeg het dan gerust.
   *[je] Goed nieuws van { $name }: het rooster van { $recipient } loopt weer. Kijk met 'mijn beurten' waar je op staat. Past het niet meer, zeg het dan gerust.
  }
resume-told-recipient = { $name } heeft de hulp weer opgepakt. { $form ->
    [u] Met 'rooster' ziet u wie er komt.
   *[je] Met 'rooster' zie je wie er komt.
  }
close-confirm = { $form ->
    [u] Zal ik de kring rond { $recipient } sluiten? Iedereen krijgt nog één bericht, daarna stuur ik niets meer. Wat er geschreven is, krijgt u als bestand.
   *[je] Zal ik de kring rond { $recipient } sluiten? Iedereen krijgt nog één bericht, daarna stuur ik niets meer. Wat er geschreven is, krijg je als bestand.
  }
close-told = De kring rond { $recipient } is gesloten. { $form ->
    [u] Dank u wel voor alles wat u voor { $recipient } gedaan heeft.
   *[je] Dank je wel voor alles wat je voor { $recipient } gedaan hebt.
  }
close-told-recipient = { $form ->
    [u] De zorgkring rond u is gesloten. Ik stuur u niets meer. Het ga u goed, { $recipient }.
   *[je] De zorgkring rond jou is gesloten. Ik stuur je niets meer. Het ga je goed, { $recipient }.
  }
close-done = De kring rond { $recipient } is gesloten. Heel veel sterkte.
close-done-log = De kring rond { $recipient } is gesloten. Wat jullie schreven staat in dit bestand. Heel veel sterkte.
close-file = logboek.txt
undo-pause = stilzetten van de kring van { $about }
undo-resume = oppakken van de kring van { $about }

button-pause = Zet alles stil
button-not-pause = Nee, laat lopen
button-resume = Weer oppakken
button-not-yet = Nog niet
button-close = Sluit de kring
button-not-close = Nee, nog niet
