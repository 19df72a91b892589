## What reps say often, with /say and the word behind "snippet-". It goes out under their name, in the
## visitor's language. $rep is whoever says it, $name the visitor.

snippet-hello = Hello { $name }, this is { $rep } from { $house }. I have read what you wrote here, so there is no need to say anything twice.
snippet-checking = Let me look that up properly instead of guessing. I write to you here as soon as I know.
snippet-details = To name an exact price I need three things: how many bikes, what they carry most of the time, and the town they ride in. A rough idea is enough for a start.
snippet-offer = I am putting your offer together now. It comes by e-mail within two working days, costs nothing and binds you to nothing.
snippet-ride = The quickest way to find out is a ride with your own load. It is free and takes about forty minutes: all models are in Graz, and from five bikes on we come to you.
snippet-week = If forty minutes are too short: for 90 euros you have a bike for a week of real work, delivered and picked up within 100 km of Graz or Munich. If you order, the sum is taken off.
snippet-away = I am away from my desk for a while. If it cannot wait, my colleagues are there: { $phone } or { $email }, { $hours }.
snippet-thanks = Thank you for the talk, { $name }. If anything comes up later, just write here or call { $phone } and ask for { $rep }.
