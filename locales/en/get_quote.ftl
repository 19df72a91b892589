get_quote-intro = A quote is free and binds you to nothing. I ask a few things so that it is right the first time; you can skip what you do not want to say.
get_quote-discount = With { $fleet_size } bikes the list price goes down: 4% from five of one model, 8% from ten, 12% from twenty-five.
get_quote-noted = Got it, the quote is for { $fleet_size ->
    [one] one bike
   *[other] { $fleet_size } bikes
} now.
get_quote-done = Thank you, that is all. A colleague writes the quote and sends it within two working days. Until then nothing is ordered, and you can change anything here.
