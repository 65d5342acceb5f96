gives-ask-gift = Wat geeft of doet { $recipient } graag terug? Bijvoorbeeld: 'vertelt graag over vroeger' of 'er is altijd soep'.
gives-kept = Mooi. In een vraag om hulp zeg ik erbij: { $said }
undo-gives = wat { $about } graag teruggeeft
