# What is handed to somebody outside who codes documents: how, on which scales, and in which form the proposals come back.

coding-title = Coding guide: { $title }
coding-what-for = You read a document and write down, statement by statement, what a party said in it. Each line that you write is a proposal: it counts only once somebody here has accepted it.
coding-section = { $section ->
    [rules] How to code
    [kinds] Kinds
    [fields] What a statement says
    [parties] Parties and speakers
    [issues] Issues and scales
    [sources] Documents
   *[form] How to hand it in
}
coding-rule = { $rule ->
    [anchor] Keep at most { $words } words of the document, as the anchor by which the place is found, exactly as printed and from one paragraph. Write no sentence of the document anywhere else.
    [own_words] Say what was said in neutral words of your own.
    [asked] A figure is a demand only if somebody asks for it. A forecast, an analyst’s reading or a grievance is not a position.
    [hint] What somebody only hints at is a hint, and stays one: say so under conveyance.
    [condition] “If” is the condition of an offer and not a limit, unless the text says “only” or “first”.
    [stretch] Several verbs for one demand in one week are a stretch, and not several places.
    [unknown] Where the text does not tell where on the scale something stands, say that it is unknown, and why. Unknown is never the middle.
    [nothing] A paragraph in which no party says anything gives no statement. Invent nothing.
   *[apart] Two statements in one paragraph are two lines. Leave out what you do not know: no value is better than one that is guessed.
}
coding-kind = { $kind ->
    [demand] What the party asks for.
    [red_line] What it says it will not go beyond.
    [offer] What it says it would give or accept; what it asks in return is its condition.
    [measure] What it does rather than says. It has a stage, and no condition.
    [threat] What it says it will do to another party. It has no place on the scale.
   *[rationale] Why it says what it says. It has no place on the scale.
}
coding-field = { $means } Such as: { $good }. Not: { $bad }.
coding-speaker = { $commits ->
    [yes] { $name }
   *[no] { $name }, who may not commit the party
}
coding-party-as-such = Where no speaker is named, leave the speaker out: it is then the party as such.
coding-directions = What each wants: { $directions }.
coding-wants = { $party } { $direction }
coding-quantity = A number in { $unit }, from { $bottom } to { $top }, in steps of { $step }.
coding-ladder = Steps, lowest first:
coding-paragraphs = { $count-number ->
    [0] its paragraphs are not numbered
    [one] { $count } paragraph
   *[other] { $count } paragraphs
}
coding-document = { $title }, { $day }, { $paragraphs }
coding-count-paragraphs = A paragraph is counted in the body of a document, headings and boilerplate left out; a line is that of the text file, counted from 1.
coding-form = One JSON object on a line, in UTF-8, with these keys. The schema stands beneath.
coding-put = The file goes in with: { $command }
coding-such-as = Such as:
coding-required = This negotiation asks of every statement: { $fields }.
