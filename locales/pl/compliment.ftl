compliment-reply = Dzięki, przekażę do warsztatu. Lubią to słyszeć.
