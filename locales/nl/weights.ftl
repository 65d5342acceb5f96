weights-how = Bij { $recipient } tellen nachten { $night ->
    [100] gewoon mee
    [125] een kwart zwaarder
    [150] anderhalf keer
    [200] dubbel
    [250] tweeënhalf keer
    [300] drie keer
   *[other] voor { $night } procent
  }, en het weekend { $weekend ->
    [100] gewoon
    [125] een kwart zwaarder
    [150] anderhalf keer
    [200] dubbel
    [250] tweeënhalf keer
    [300] drie keer
   *[other] voor { $weekend } procent
  }.
weights-are = { weights-how } Zo reken ik als ik de week verdeel.
weights-may-not = { weights-how } Veranderen doet wie de kring regelt.
weights-set = Goed. { weights-how } Zo reken ik voortaan als ik de week verdeel.
weights-told = { $name } heeft dit ingesteld. { weights-how }
undo-weights = hoe zwaar nachten en weekenden tellen bij { $about }

button-nights-double = Nachten dubbel
button-weekends-double = Weekend dubbel
button-all-even = Alles even zwaar
