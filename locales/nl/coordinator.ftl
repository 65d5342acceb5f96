coordinator-part-open = wat er nog open staat
coordinator-part-hours = hoeveel uur er geholpen is
coordinator-part-names = het hele rooster met namen
coordinator-part-notes = de notities
coordinator-sees = { $there ->
    [yes] Een coördinator ziet van de kring van { $recipient }:
   *[no] In de kring van { $recipient } kijkt nog geen coördinator mee. Die zou zien:
  } { $shown ->
    [none] niets
   *[other] { $shown }
  }.{ $hidden ->
    [none] {""}
   *[other] {" "}Niet: { $hidden }.
  }
coordinator-sees-now = Klaar. Een coördinator ziet nu van de kring van { $recipient }: { $shown ->
    [none] niets
   *[other] { $shown }
  }.{ $hidden ->
    [none] {""}
   *[other] {" "}Niet: { $hidden }.
  }
coordinator-sees-already = Dat is al zo. Een coördinator ziet van de kring van { $recipient }: { $shown ->
    [none] niets
   *[other] { $shown }
  }.{ $hidden ->
    [none] {""}
   *[other] {" "}Niet: { $hidden }.
  }
undo-coordinator = wat een coördinator ziet van de kring van { $about }

button-show-open = Wel wat open staat
button-hide-open = Niet wat open staat
button-show-hours = Wel de uren
button-hide-hours = Niet de uren
button-show-names = Wel de namen
button-hide-names = Niet de namen
button-show-notes = Wel de notities
button-hide-notes = Niet de notities
button-coordinator = Coördinator vragen
