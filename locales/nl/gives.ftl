gives-ask-gift = Wat geeft of doet die graag terug? Bijvoorbeeld: 'vertelt graag over vroeger' of 'er is altijd soep'.
gives-kept = Mooi. In een vraag om hulp zeg ik erbij: { $recipient } { $gives }.
undo-gives = wat { $about } graag teruggeeft
