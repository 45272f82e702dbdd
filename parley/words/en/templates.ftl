# What is said of the templates in whose look files are made.

template-field = { $field ->
    [heading] Your template, and paper
    [give] A PowerPoint or Word template of your organisation
    [drop] Use it no longer
    [paper] Paper of Word and PDF
   *[slides] Shape of slides
}
template-choice = { $choice ->
    [a4] A4
    [letter] Letter
    [own] As the template says
    [wide] 16:9
   *[narrow] 4:3
}
template-what-for = Slides and Word documents take its layouts, styles, letters and colours. Its own slides and text are left out.
template-for-the-visit = It is used until you leave these pages.
template-kept = It is kept with the negotiation, in its folder house.
template-given = In use: { $name }
template-no-front = { $name } has no layout for the first slide: its layout { $layout } stands in for it.
template-lacks-styles = { $name } lacks { $count-number ->
    [one] the style { $styles }: Parley's own stands in for it.
   *[other] the styles { $styles }: Parley's own stand in for them.
}
template-too-few-colours = { $held-number ->
    [0] No colour in the theme of { $name } stands out enough
    [one] Only 1 colour in the theme of { $name } stands out enough
   *[other] Only { $held } colours in the theme of { $name } differ enough
} to tell { $needed-number ->
    [one] a party
   *[other] { $needed } parties apart
}: the parties have Parley's own colours.

## A deck that is brought up to date

deck-slides = { $count-number ->
    [one] slide
   *[other] slides
} { $numbers }
deck-slides-that = { $fate ->
    [renewed] Renewed: { $slides }.
    [new] New: { $slides }.
    [gone] No longer made, as the issue is not shown or needs less room; left as before: { $slides }.
   *[notes] With notes that somebody has edited, which stay as they are: { $slides }.
}
deck-so-many-that = { $fate ->
    [same] As before but for the foot: { $number }.
   *[others] Not made by Parley, and left alone: { $number }.
}
