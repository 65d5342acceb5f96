"""The grammar of Dutch time: words -> tokens -> phrases -> one intermediate form -> moments on the clock."""
