task-name-done = { $old } heet nu { $new }{ $count ->
    [1] {""}
   *[other] {" "}({ $count } beurten)
  }.{ $names ->
    [none] {""}
   *[other] {" "}Ik laat het { $names } weten.
  }
task-name-told = { $name } heeft bij { $recipient } iets een andere naam gegeven. { $old } heet nu { $new }.
