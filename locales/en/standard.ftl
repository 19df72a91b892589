## What the bot says and understands in any house.

welcome-hello = Hello, I am { $bot_name }, the digital assistant of { $house }: a bot, not a person. I answer questions about products and prices, help you choose, and note things for the team. If you prefer a person: { $phone } or { $email }, { $hours }. Just write what you would like to know.
welcome-brief = I am { $bot_name }, the digital assistant of { $house }: a bot. A person is at { $phone } or { $email }.
    .person = I am { $bot_name }, the digital assistant of { $house }: a bot.

human-open = You can reach our team right now: { $phone }, or write to { $email }. Hours: { $hours }.
human-closed = Nobody is at the desk at this moment. Our hours: { $hours }, phone { $phone }. An e-mail to { $email } is read on the next working day.
human-heard = A call from us: { $callback_time }.
human-offer = Shall I note a time when we should call you?
human-no_call = All right, no call. You reach us whenever it suits you: { $phone } or { $email }.

privacy-about = I keep what you write here and what follows from it (for example how many pieces you need), so that you need not say it twice and the team can help. It is not sold and not passed on. If you never leave contact details, it goes by itself after a while. More: { $web }
privacy-next = Would you like me to erase it?

forget-sure = Shall I erase everything I know about you, this talk included? It cannot be brought back.
forget-kept = Good, everything stays as it is.
forget-done = Done. Everything about you is erased. If you write again, we start as strangers.

stop-done = Understood. We will not write to you first any more. If you write here, I still answer, and a person is at { $phone } or { $email }.
    .kept_out = Understood. We will not write to you first any more. You reach us at { $email }.

robot-reply = Yes, I am a bot: a program with answers that people at { $house } wrote and check. What I do not know, I say so. A person is at { $phone }.
thanks-reply = You are welcome.
insult-reply = That sounds like I was no help, sorry. Tell me again in other words, or talk to our people: { $phone }, { $email }.
small_talk-reply = I would be poor company at a bar: I know the products of { $house } and little else. Those I know well, though.
how_are_you-reply = All wheels turning, thank you. I hope your day is going well too.
bye-reply = Goodbye, and thanks for the talk. I am here whenever you want to go on.
greeting-reply = Hello again. Just write what you would like to know.
help-reply = You can ask me about products, prices and terms, compare things, or say what you need and I suggest something. "back", "skip", "start over" and "talk to the team" work at any moment. A person: { $phone }, { $email }.

fallback-rephrase = I did not get that. Could you say it in other words, perhaps shorter?
fallback-choices = Still not clear to me, sorry. You can go on with another question, start over, or turn to a person.
fallback-human = I do not want to waste your time with guessing. Our people will understand you: { $phone } or { $email }, { $hours }.

repair-again = That does not quite answer my question.
repair-range = I can only note a number between { $min } and { $max } here.
repair-either = Just to be sure: do you mean { $first } or { $second }?
repair-human = We need not settle this now. You can skip the question, or a person will help: { $phone }.
clarify-one = I am not quite sure. Is this what you mean?
clarify-which = I want to be sure that I got you right. Which of these do you mean?
clarify-product = Which product is it about?

choose-again = Which way would you like it?
repair-choose = I did not get which one you mean. One of these, perhaps, or just ask me something else.
repair-gone = What we were at has changed in the meantime, so I would rather not go on there. Just tell me what you need.
repair-old_button = That button is from earlier and no longer leads anywhere. Just tell me what you need.
choice-left = All right. I am here for whatever else you would like to know.
skip-left = All right, we leave it at that.
why-general = So that I suggest what fits, and nothing else. You need not answer.
value-alone = { $value }
hours-none = by arrangement

resume-flow = Back to where we were:
resume-days = Good to hear from you again. We had stopped here:
correct-noted = Noted. { $slot }: { $value }.
noted-slots = Noted: { $list }.
correct-what = Happy to put it right. Just tell me the right value, for example "12, not 15".
back-nothing = There is nothing before this.
skip-not_possible = Without this one I cannot go on. You can leave the whole thing at any time, though.
why-nothing = There is no open question at the moment, so nothing you would have to tell me.
repeat-nothing = I have not said anything yet.
start_over-done = Fine, a clean start. What I knew from this talk is put aside.
language-changed = Of course, let us go on in English.
language-which = Which language would you like?
language-not_served = I am sorry, I do not speak that language.
apology = Something went wrong on our side. Your message is kept; please try again in a moment, or call { $phone }.
unanswered = I do not know that, and I would rather not guess. I have noted your question for the team. For an answer today: { $phone } or { $email }.
unanswered-other = Your other question I did not get. Could you put it in other words, by itself?
too_long = That is more than I can read at once. Could you send me the main point in a few sentences?
not_text = I can only read text so far. Please write it in words.
handoff-asked = I have asked our team just now, and somebody will write to you right here. Ask me whatever you like meanwhile.
    .wait = I have asked our team just now; usually somebody writes to you right here within { $minutes ->
        [one] a minute
       *[other] { $minutes } minutes
    }. Ask me whatever you like meanwhile.
    .closed = Your request is waiting for them here, and you can ask me whatever you like meanwhile.
handoff-held = You are talking with { $rep } from our team here already, who has been told that you asked.
handoff-media = I cannot look at this myself, but I keep it: whoever of our team takes over gets it, with whatever else you send.
handoff-stuck = I have also asked somebody of our team to have a look here.
    .closed = I have also noted it for our team, who will see it when they are back.
gate-banned = Our team has ended this chat, so messages here are not answered. You reach us at { $email }. “Stop” and questions about your data are still heard.
gate-young = We talk here with accounts only that have existed for a while. You reach us at { $phone } or { $email }.
gate-repeating = I have read this several times by now, and my answer stays the same. Put it in other words, or reach our team at { $phone } or { $email }.
handoff-offer = By the way, a person from our team can take over whenever you like. Would that help?
option-time = { $time }
time-over = That time is over by now.
appointment-moved = At that time nobody is here. The next time somebody is: { $value }.
callback-noted = Noted: we call you { $callback_time-on }. If something comes up, you reach us at { $phone }.
callback-noted_soon = Noted: a call as soon as somebody is free. If something comes up, you reach us at { $phone }.

catalogue-fact = { $product }, { $attribute }: { $value }.
catalogue-fact-yes = Yes, { $product }: { $attribute } included.
catalogue-fact-no = No, { $product } comes without: { $attribute }.
catalogue-fact-unknown = For { $product } I have nothing on record about { $attribute }. The team knows: { $phone }.
catalogue-fact-all = Here is the { $attribute } of each:{ $list }
catalogue-compare-intro = { $first } and { $second } side by side:
catalogue-compare-line = { $product }: { $list }.
catalogue-which = These { $kind } match:{ $list }
catalogue-which-none = None of our { $kind } match that exactly.
catalogue-nearest = Closest comes { $product }, { $attribute }: { $value }.
catalogue-most = That would be the { $product }, { $attribute }: { $value }.
catalogue-price-for = { $count } × { $product } at { $unit_price } each makes { $total }.
catalogue-price-for-discounted = { $count } × { $product } at { $unit_price } list price, less { $percent } for the quantity, makes { $total }.
catalogue-total-for = { $count } × { $product }, { $attribute }: { $unit_price } each, { $total } together.
catalogue-about = { $product }: { $about }. Price: { $price }.
catalogue-list = Our { $kind }:{ $list }
catalogue-which_product = Which model do you mean?

recommend-still = The { $product } still fits: { $reasons }.
reason-attribute = { $attribute } { $value }
reason-good_for = made for just that

option-yes = Yes
    .said =
        yes
        yep
        yeah sure
        please do
        okay
        of course
        that would be nice
        go ahead
option-no = No
    .said =
        no
        nope
        no thank you
        rather not
        not needed
        please don't
        nah
option-human = Talk to our team
    .said =
        the team
        your people
        somebody from the team
option-skip = Skip this question
    .said =
        skip this one
        leave it open
option-call_back = Note a call back
    .said =
        call me
        ring me
        yes call me
        have someone call me
        note a time
        yes, call me back
        ring me later
        arrange a call
        a call back please
option-go_on = Go on here
    .said =
        go on
        carry on
        continue here
        keep going
        it is fine as it is
option-first_reading = The first
option-second_reading = The second
option-start_over = Start over
    .said =
        start over please
        a clean start
option-none_of_these = None of these
    .said =
        none of them
        neither
        something different
        none of those
option-delete = Erase my data
    .said =
        erase it
        delete it
        get rid of it

ask-language = Which language would you like to use?
    .label = Language
option-language_en = English
    .said =
        english
        in english
option-language_de = Deutsch
    .said =
        german
        in german
        deutsch
option-language_es = Español
    .said =
        spanish
        in spanish
        español
option-language_pl = Polski
    .said =
        polish
        in polish
        polski

intent-stop = Do not write to me any more
    .said =
        stop
        unsubscribe
        stop messaging me
        stop writing to me
        please don't contact me again
        no more messages
        take me off your list
        I don't want any more messages from you
        leave me alone
        don't text me anymore
        opt out
        quit sending me stuff
        remove me from your mailing list
        stop the messages please
intent-human = I would like to speak to a person
    .said =
        rather by phone
        no e-mail, just call me
        a call is enough for me
        can you text me
        send me a text message on my mobile
        message me on whatsapp
        let me talk to somebody
        I want to speak with one of your people
        give me a human
        can I speak to someone
        I want to talk to a real human
        is there anybody I can call
        what is your phone number
        put me through to sales
        give me a colleague of yours
        I'd rather talk to an actual person
        how do I reach you by phone
        please call me
        can someone ring me back
        agent please
        representative
        let me speak with your sales rep
        I need somebody on the phone
        do you have an email address
        connect me with a human being
        phone me on Thursday
        give me a ring in the afternoon
        I'd like a call back next week
        can one of you phone us at ten
        could somebody call me on my mobile
intent-back = Go back one step
    .said =
        back
        go back
        one step back
        previous question
        the question before
        return to the last one
        let me change the previous answer
        can we go back one
intent-why = Why do you ask that
    .said =
        why
        why do you ask
        why do you want to know that
        what do you need that for
        what is that good for
        is that any of your business
        for what reason
        how come you need this
intent-skip = Leave this question out
    .said =
        I'd rather not give my email
        I don't give out my number
        skip
        skip that
        next question
        pass
        I'd rather not say
        I don't want to answer this
        don't know yet
        no idea
        not sure yet
        let's leave that out
intent-repeat = Say it once more
    .said =
        repeat
        say that again
        come again
        what did you say
        pardon
        once more please
        could you repeat that
        I missed that
intent-start_over = Begin anew
    .said =
        start over
        restart
        start again from the beginning
        new conversation
        reset
        let's begin from scratch
        forget this and start fresh
        can we start from zero
intent-change_language = Another language
    .said =
        can we speak another language
        do you speak German
        change the language
        in Spanish please
        I would prefer Polish
        switch language
        which languages do you speak
        let's talk in German
        can you write in English
intent-privacy = What happens to my data
    .said =
        what do you know about me
        which data do you have of mine
        what do you store about me
        what happens to my data
        data protection
        privacy policy
        is this gdpr compliant
        who can read this chat
        do you save what I write
        do you pass my details on to others
        how long do you keep my information
intent-forget = Erase everything about me
    .said =
        delete my data
        forget me
        erase everything you have on me
        delete all my personal information
        I want my data removed
        wipe this chat
        right to be forgotten
        please delete my number and my name
        remove everything about me
intent-cancel = Never mind
    .said =
        never mind
        forget it
        leave it
        drop it
        not important any more
        cancel that
        let us leave it
        doesn't matter any more
        no need any more
intent-correct = Put something right
    .said =
        I made a mistake
        that was wrong
        I need to correct something
        you noted that wrong
        that is not what I said
        I mistyped
        let me fix that
        change what I told you
intent-robot = Who is writing here
    .said =
        are you a robot
        are you a bot
        am I talking to a machine
        is this a real person
        are you human
        is this automated
        are you an AI
        is that chatgpt answering
        who am I talking to
intent-thanks = Thank you
    .said =
        thanks
        thank you
        thanks a lot
        cheers mate
        cheers
        much appreciated
        ta
        that was kind of you
        many thanks for the info
        thx
intent-insult = I am angry
    .said =
        you are so pushy
        you're getting on my nerves
        stop being so pushy
        this is annoying
        you people are a joke
        what a joke of a company
        you moron
        are you stupid
        stupid machine
        you are stupid
        idiot
        this is useless
        you're a piece of junk
        shut up
        what a dumb bot
        you suck
        bloody useless thing
        worst chat ever
intent-greeting = Hello
    .said =
        I am back
        I am here again
        hi
        hello
        hey there
        good morning
        good afternoon
        good evening
        hiya
        greetings
        hello again
intent-how_are_you = How are you
    .said =
        how are you
        how's it going
        how are you doing today
        are you alright
        what's up
        how do you feel
        everything good with you
        you okay
intent-small_talk = A little chat
    .said =
        tell me a joke
        nice weather today
        what's the weather like
        do you like football
        what is your favourite colour
        do you have a girlfriend
        what do you do in your free time
        are you bored
        sing me a song
        how old are you
intent-bye = Goodbye
    .said =
        gotta go
        cya
        bye
        goodbye
        see you
        see you later
        that's all for today
        have a nice day
        until next time
        that was all, bye bye
        I'm off now
intent-help = What can I ask
    .said =
        I do not get it
        I am confused
        help
        what can you do
        what can I ask you
        how does this work
        what are my options here
        show me the menu
        I'm lost
        how do I use this
        what do you know about

# What platforms show beside the talk: the menu of commands, and a word to groups.
command-help = What you can ask me
command-human = Talk to a person
    .name = human
command-language = Change the language
    .name = language
command-privacy = What is kept about you
    .name = privacy
command-stop = Stop all messages that I start
    .name = stop
group-private = I talk in private only, so that nobody else reads along. Write to me here:

# The card that reps get about a lead, in the house's own language.
card-person = 🔔 { $name } asks for a person.
card-stuck = 🔔 { $name } is stuck: the bot does not understand them.
card-hot = 🔥 { $name } is a hot lead.
card-lead = 🌡 { $name }: not hot any more.
card-from = { $channel } · { $language } · Open the chat: { $link }
card-from-unlinked = { $channel } · { $language } · no public name there, so no link to the chat
card-need = Needs: { $need }
card-open = Not known yet: { $topics }
card-next = Ask next: “{ $question }”
card-source = Came by: { $source }
card-challenge = what is in the way
card-authority = who decides
card-money = size and money
card-timing = when
card-known = Known:{ $facts }
card-why = Why:{ $reasons }
card-words = Last words: “{ $words }”
card-unreachable = ⚠ The bot cannot reach them: they closed their private messages, or blocked it. It can again once they write.
# Takes the place of the card of somebody who wants to be erased.
card-erased = This person has asked to be erased: nothing is kept of them any more. What else of theirs stands in this chat or in their thread, please delete by hand.

# To somebody who writes faster than people do.
flood-pause = That is more than I can read at once. I pause for a moment; then write me the most important thing, and I am here again.

# Where others listen, and the words of slash commands.
public-hello = I am { $bot_name }, the digital assistant of { $house }: a bot. Ask me here about products and prices. Whatever is about you, we better discuss in private.
public-button = Go on in private
public-private = I am writing to you in private.
command-taken = One moment.
command-ask = Ask about products, prices and terms
    .name = ask
    .question = question
    .question-about = What would you like to know?

### The desk: what reps read, in the house's own language, and what their visitors do.

card-talk = 💬 { $name }
card-held = 👤 { $rep } talks with them.
card-late = ⏱ This alert came { $time } late.
card-later = ⏳ Reminder: { $time }
card-back = 🤖 The bot talks with them again.
card-won = 🏁 Won · { $rep }, { $time }
    .amount = 🏁 Won: { $amount } · { $rep }, { $time }
    .bare = 🏁 Won
card-lost = 🏁 Lost: { $reason } · { $rep }, { $time }
    .bare = 🏁 Lost
card-not_for_us = 🏁 Not for us: { $reason } · { $rep }, { $time }
    .bare = 🏁 Not for us
card-reminder = ⏰ { $name }: somebody wanted to look at this again now.
    .by = { $rep }, ⏰ you wanted to look at { $name } again now.
desk-button-claim = Claim
desk-button-later = Later
desk-button-refuse = Not for us
desk-button-procedural = Not now, or not through us
desk-button-wrong_fit = Needs something else
desk-button-spam = Spam
desk-button-duplicate = Known already
desk-button-keep = Back
desk-taken = { $name } is yours. The bot is silent from now on.
desk-released = The bot talks with { $name } again.
desk-later = You will be reminded: { $time }
desk-later-due = ⏰ You wanted to get back to { $name } about now.
desk-noted = Noted. { $name } does not see it.
desk-refuse = Why is it nothing for us? Press a reason.
desk-done = Done.
desk-already = You have this talk already.
desk-held = { $rep } has this talk.
desk-not_held = Nobody has this talk: claim it first.
desk-no_reason = Say why as well: the order, then the reason.
desk-later-how = Say for how long, for example: /later 2h
desk-unfit-how = Say why, one of: procedural, wrong_fit, spam, duplicate
desk-unknown = There is no such command. Nothing was sent.
desk-in_talk = Ask this in the talk itself, once you have claimed it.
desk-gone = This talk does not exist any more.
desk-erased-words = ⚠ This reached nobody: the person of this talk has been erased from the records.
desk-stranger = You are not on the list of reps. Whoever runs the bot adds you: docent reps add NAME --{ $channel } { $user }
desk-back = { $rep } has handed over to me, the bot. I am here for whatever else you would like to know.
desk-back-closed = Thank you for talking with { $rep }. This is the bot again, for whatever comes up.
desk-back-person = Should you want to talk to a person again, just say so at any time, and I ask our team.
desk-left = { $rep } has left this chat, and I, the bot, am back. Should you want a person, just say so.
desk-left-asked = { $rep } has left this chat before answering you. I am the bot, and I have asked our team for somebody else, who will write to you right here.
    .closed = { $rep } has left this chat before answering you. I am the bot, and I have asked our team for somebody else: you hear from them as soon as they are back. Hours: { $hours }.
stage-accepted = A rep took it up
stage-won = A rep closed it as won
stage-lost = A rep closed it as lost
stage-not_for_us = A rep found it nothing for us
desk-opening = 💬 { $name } is yours. What you write here goes to them, word for word.
desk-story = Said so far:
    { $lines }
desk-anew = ♻ The place of the talk with { $name } was deleted or out of use, and is made anew here. What it was about, and what was said last:
desk-how = Begin with // for a note to colleagues. /say sends a text that stands ready, /call offers a call, /later 2h reminds you. /bot gives the talk back; /won, /lost and /notforus close it. /talks and /switch help when you have several.
desk-heard = 💬 { $name }: { $words }
desk-heard-media = 💬 { $name } has sent something that cannot be shown here ({ $kind }). Ask for it in words, or open their chat from the card.
desk-heard-person = 🔔 { $name } has asked for a person once more, and was told that you are here. They may be waiting for your words.
desk-lost-to = { $rep } has the talk with { $name } now ({ $reason }). What you write here does not reach them any more.
    .bare = { $rep } has the talk with { $name } now. What you write here does not reach them any more.
desk-erased = { $name } has asked to be erased. The talk ends here, and everything about it is gone in a moment.
desk-no_talk = You have no talk. Claim one on its card; then what you write here goes to the person.
desk-no_current = The talk you had last is not yours any more, so this went to nobody. /switch turns to another talk of yours; an answer to a message goes to its talk.
desk-text_only = This cannot be passed on. Nothing was sent: say it in words.
desk-kind-photo = photo
desk-kind-document = file
desk-kind-voice = voice message
desk-kind-audio = audio
desk-kind-video = video
desk-kind-animation = animation
desk-kind-sticker = sticker
desk-kind-location = location
desk-kind-contact = contact
desk-heard-too_large = ({ $kind }, { $size } MB: too large to be passed on, and { $name } was told so)
desk-too_large = ⚠ This has { $size } MB, and at most { $limit } MB can be passed on there. Nothing was sent: send a smaller file, or a link to it.
desk-told-too_large = Your file has { $size } MB, and at most { $limit } MB can be passed on. Please send a smaller one, or a link to it.
desk-media-gone = ⚠ The file itself could not be fetched or shown here. Ask for it once more.
desk-claim-where = Talks are claimed on their cards in the reps' chat.
desk-help = What you write here goes to the person whose talk you have. As an answer to a message it goes to that talk. // makes a note for colleagues. Orders: /say /call /later 2h /note /lead /why /talks /switch /bot /won AMOUNT /lost WHY /notforus WHY
desk-talks = Your talks; what you write goes to the first:
    { $lines }
desk-turned = What you write goes to { $name } now.
desk-lead = { $name }
    { $lines }
desk-why = { $name }: why the bot said what it said, and why they count as they do
    { $lines }
desk-not_delivered = ⚠ “{ $words }” did not arrive: { $reason }
    .edit = ⚠ The change of “{ $words }” did not arrive: { $reason }
    .unsend = ⚠ “{ $words }” could not be taken back: { $reason }
desk-waits = ⏳ Not delivered yet: { $channel } does not answer. Your words are kept, and go out in order.
desk-waited = 👌 Delivered: what had waited here has arrived.
desk-failed-never = the message itself has never arrived there
desk-failed-maybe = it may have been delivered before; look, or say it to them
desk-failed-gone = the message is not there any more
desk-failed-old = the message is too old to be changed or taken back
desk-failed-closed = they have blocked the bot, or take no messages from it
desk-failed-account = their account does not exist any more
desk-failed-refused = the other platform refused it
desk-heard-edited = ✏ { $name }, corrected: { $words }
desk-heard-deleted = 🗑 { $name } took this back: { $words }
desk-unsend-how = Answer one of your own messages with /unsend, and it is taken back. Only words that went to the person can be.
desk-unsend-delete = Delete the message itself, and it is taken back on the other side.
desk-edit-words = What has been said can become other words, but no order and no note. Nothing was changed on the other side.
desk-too_long = This went out in several parts, so it cannot be changed there any more. Send a correction.
    .edit = This is too long by now to be changed there: at most { $limit } characters can be. Nothing was changed on the other side. Shorten it, or send it as a message of its own.
desk-taken-private = { $name } is yours, and the bot is silent. Write to them in your private chat with me; press Start there if nothing comes.
desk-taken-topic = { $name } is yours, and the bot is silent. Write to them in the topic of their name here; if none opens, in your private chat with me.

# When somebody waits for a person.
ladder-busy = Nobody from our team has been free so far; they know that you are waiting. You reach us at { $phone } or { $email } as well, and I am here meanwhile.
ladder-offered = { $rep } has not been able to answer you so far. I have asked the others of our team to take over.
desk-ask = ⏰ { $name } asks for a person, and nobody has claimed the talk. { $rep }, can you?
desk-ask-lead = ⏰ { $name } is still waiting, and nobody has claimed the talk. { $rep }, please see who can.
desk-asked-anew = 🔔 { $name } asks for a person now, and nobody has the talk. Whoever claims it has it.
    .left = 🔔 { $name } was with { $rep }, who is off the list, and waits for an answer. Whoever claims the talk has it.
desk-remind = ⏰ { $name } waits for your answer.
desk-offer = ⏰ { $name } has been waiting long for an answer. { $rep }, can you take the talk over? Whoever claims it has it.
card-asked = ⏰ Asked: { $rep }
card-choice = ⏰ Nobody was free. They were told, and may name a time for a call or go on with the bot.
card-offered = ⏰ They are waiting for an answer. Whoever claims the talk has it.
card-local_time = It is { $time } where they are.
card-banned = 🚫 Not heard any more, by { $rep }: { $reason }
    .until = 🚫 Not heard until { $time }, by { $rep }: { $reason }
desk-ban-how = Say why as well, and for how long if it is to end, for example: /ban 7d sends adverts
desk-banned = { $name } is not heard any more. /unban ends it.
desk-call-due = 📞 { $name } is to be called in a moment, as agreed: { $phone }

# How ready somebody is, in which language they write, and what was agreed on.
card-heat = { $heat ->
    [hot] Hot
    [warm] Warm
   *[browsing] Looking around
} · fit { $fit }, interest { $interest }
card-language = { $language ->
    [en] English
    [de] German
    [es] Spanish
    [pl] Polish
    [fr] French
    [it] Italian
    [nl] Dutch
    [pt] Portuguese
    [cs] Czech
    [sk] Slovak
    [hu] Hungarian
    [sl] Slovenian
    [hr] Croatian
    [ro] Romanian
    [uk] Ukrainian
    [ru] Russian
    [tr] Turkish
    [da] Danish
    [sv] Swedish
   *[other] { $language }
}
card-call = 📞 Call agreed: { $time }
    .by = 📞 { $rep } calls them: { $time }
card-call-offered = 📞 { $rep } has offered a call; they have not chosen a time yet.

# Calls that reps offer or agree on.
desk-call-number = 📞 { $name }: { $phone }
desk-call-no_number = 📞 { $name }: no number known yet
desk-call-offered = They can choose: { $lines }
desk-call-agreed = Agreed: { $time }. A reminder comes five minutes before.
desk-call-chosen = 📞 { $name } has chosen a time for the call with { $rep }: { $time } ({ $phone })
desk-call-due-by = 📞 { $name } is to be called by { $rep } in a moment, as agreed: { $phone }
desk-call-how = Say the day and the time, for example /call tomorrow 10:00 or /call fri 14:00. Nothing was sent. /call alone offers three times.
desk-call-past = That time is over, so nothing was sent. Name one that lies ahead.
desk-call-none = The dialogs keep no time for a call, so none can be agreed on: a slot in slots.yaml needs `appointment: call`.
desk-call-never = You have no working hours in the next two months, so there is no time to offer. Name one: /call tomorrow 10:00
desk-told-call = May I call you? Choose a time that suits you, or write me another one.
    .bot = { $rep } from our team would like to call you. Choose a time that suits you, or write another one.
desk-told-call_at = Good, I will call you { $time-on }.
    .number = Good, I will call you { $time-on }. Which number can I reach you at?
    .bot = { $rep } from our team will call you { $time-on }.
    .bot_number = { $rep } from our team will call you { $time-on }. Which number is the best one?

# Texts that stand ready: snippet-... in snippets.ftl.
desk-say = These stand ready, and are sent in the visitor's language:
    { $lines }
desk-say-near = There is no text “{ $words }”. Did you mean /say { $near }?
desk-say-unknown = There is no text “{ $words }”. /say alone lists those that there are.
desk-say-none = No texts stand ready yet. A marketer writes them as snippet-... in locales/.
desk-say-where = This is said in the talk itself, once you have claimed it.

# Why the bot said what it said.
desk-why-said = They said: “{ $words }”
desk-why-taken = Taken for: { $lines }
desk-why-sure = { $words } ({ $percent }% sure)
desk-why-wish = the wish “{ $words }”
desk-why-question = a question about { $words }
desk-why-missed = It was not understood.
desk-why-answered = The bot said: “{ $words }” ({ $keys })
desk-why-silent = The bot has not said anything yet.
desk-why-open = Open now: { $flow }, at the step { $step }
desk-why-asks = Open now: { $flow }, which asks for { $step }
desk-why-nothing = Nothing is open.
desk-why-fit = { $points } fit: { $reason }
    .of = { $points } fit (of { $base }): { $reason }
desk-why-interest = { $points } interest: { $reason }
    .of = { $points } interest (of { $base }): { $reason }
desk-why-more = and { $count } more, { $points } together
