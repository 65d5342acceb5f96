digest-thanks = Samen deden jullie deze week { $hours } voor { $recipient }. Dank jullie wel!
digest-own = { $form ->
    [u] Uw komende week voor { $recipient }:
   *[je] Jouw komende week voor { $recipient }:
  }
digest-thanks-named = Met dank aan { $names }.
digest-week = De komende week van { $recipient }: { $all ->
    [1] { $done ->
        [1] er is één beurt.
       *[other] er is één beurt, en die staat nog open.
      }
   *[other] { $done ->
        [0] er is nog niets geregeld van de { $all } beurten.
        [1] 1 van de { $all } beurten is geregeld.
       *[other] { $done } van de { $all } beurten zijn geregeld.
      }
  }
digest-all-done = Alles is geregeld. { $evening ->
    [yes] Fijne avond!
   *[no] Fijne dag!
  }
digest-alone = Er doet nog niemand mee die ik kan vragen.
digest-ask = Dit staat nog open. Zal ik het nog eens rondvragen?
digest-wellbeing = { $form ->
    [u] Dag { $name }, hoe gaat het met uzelf? Dit ziet niemand anders, en ik bewaar het niet.
   *[je] Hoi { $name }, hoe gaat het met jou zelf? Dit ziet niemand anders, en ik bewaar het niet.
  }
digest-well = Fijn om te horen.
digest-so-so = { $form ->
    [u] Dank u dat u het zegt. Zorg ook een beetje voor uzelf. Kan er iets uit handen?
   *[je] Dank je dat je het zegt. Zorg ook een beetje voor jezelf. Kan er iets uit handen?
  }

button-choose-self = Zelf kiezen
button-well = Goed
button-so-so = Gaat wel
button-hard = Zwaar
