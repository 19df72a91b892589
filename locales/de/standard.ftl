## Was der Bot in jedem Haus sagt und versteht.

welcome-hello = Guten Tag, ich bin { $bot_name }, die digitale Assistenz von { $house }: ein Bot, kein Mensch. Ich beantworte Fragen zu Produkten und Preisen, helfe beim Auswählen und notiere, was das Team wissen soll. Einen Menschen erreichen Sie unter { $phone } oder { $email }, { $hours }. Schreiben Sie einfach, was Sie wissen möchten.
welcome-brief = Ich bin { $bot_name }, die digitale Assistenz von { $house }: ein Bot. Einen Menschen erreichen Sie unter { $phone } oder { $email }.
    .person = Ich bin { $bot_name }, die digitale Assistenz von { $house }: ein Bot.

human-open = Unser Team ist gerade da: Rufen Sie an unter { $phone }, oder schreiben Sie an { $email }. Zeiten: { $hours }.
human-closed = Im Moment ist niemand am Platz. Unsere Zeiten: { $hours }, Telefon { $phone }. Eine E-Mail an { $email } wird am nächsten Arbeitstag gelesen.
human-heard = Rückruf von uns: { $callback_time }.
human-offer = Soll ich einen Zeitpunkt für einen Rückruf notieren?
human-no_call = Gut, kein Anruf. Sie erreichen uns, wann es Ihnen passt: { $phone } oder { $email }.

privacy-about = Ich behalte, was Sie hier schreiben und was daraus folgt (etwa wie viele Stück Sie brauchen), damit Sie es nicht zweimal sagen müssen und das Team helfen kann. Es wird nicht verkauft und nicht weitergegeben. Ohne Kontaktdaten verschwindet es nach einiger Zeit von selbst. Mehr dazu: { $web }
privacy-next = Soll ich es löschen?

forget-sure = Soll ich alles löschen, was ich über Sie weiß, dieses Gespräch eingeschlossen? Zurückholen lässt es sich nicht.
forget-kept = Gut, es bleibt alles, wie es ist.
forget-done = Erledigt. Alles über Sie ist gelöscht. Wenn Sie wieder schreiben, fangen wir als Fremde an.

stop-done = Verstanden. Wir schreiben Ihnen nicht mehr von uns aus. Wenn Sie hier schreiben, antworte ich weiterhin, und einen Menschen erreichen Sie unter { $phone } oder { $email }.
    .kept_out = Verstanden. Wir schreiben Ihnen nicht mehr von uns aus. Sie erreichen uns unter { $email }.

robot-reply = Ja, ich bin ein Bot: ein Programm mit Antworten, die Menschen bei { $house } geschrieben haben und prüfen. Was ich nicht weiß, sage ich. Einen Menschen erreichen Sie unter { $phone }.
thanks-reply = Gern geschehen.
insult-reply = Das klingt, als wäre ich keine Hilfe gewesen, das tut mir leid. Sagen Sie es mir noch einmal anders, oder sprechen Sie mit unseren Leuten: { $phone }, { $email }.
small_talk-reply = Am Stammtisch wäre ich eine Enttäuschung: Ich kenne die Produkte von { $house } und sonst wenig. Die aber gut.
how_are_you-reply = Alles im grünen Bereich, danke. Ich hoffe, bei Ihnen auch.
bye-reply = Auf Wiedersehen und danke für das Gespräch. Ich bin hier, wann immer Sie weitermachen möchten.
greeting-reply = Schön, wieder von Ihnen zu lesen. Schreiben Sie einfach, was Sie wissen möchten.
help-reply = Sie können nach Produkten, Preisen und Bedingungen fragen, vergleichen lassen oder sagen, was Sie brauchen, dann schlage ich etwas vor. „Zurück“, „überspringen“, „von vorn“ und „mit dem Team sprechen“ gehen jederzeit. Ein Mensch: { $phone }, { $email }.

fallback-rephrase = Das habe ich nicht verstanden. Können Sie es anders sagen, vielleicht kürzer?
fallback-choices = Ich komme leider noch nicht dahinter. Sie können mit einer anderen Frage weitermachen, von vorn beginnen oder sich an einen Menschen wenden.
fallback-human = Ich möchte Ihre Zeit nicht mit Raten vertun. Unsere Leute verstehen Sie bestimmt: { $phone } oder { $email }, { $hours }.

repair-again = Das passt noch nicht ganz zu meiner Frage.
repair-range = Hier kann ich nur eine Zahl zwischen { $min } und { $max } eintragen.
repair-either = Nur zur Sicherheit: Meinen Sie { $first } oder { $second }?
repair-human = Das müssen wir jetzt nicht klären. Sie können die Frage überspringen, oder ein Mensch hilft weiter: { $phone }.
clarify-one = Ganz sicher bin ich nicht. Meinen Sie das hier?
clarify-which = Ich möchte sichergehen, dass ich Sie richtig verstehe. Was davon meinen Sie?
clarify-product = Um welches Produkt geht es?

choose-again = Was davon darf es sein?
repair-choose = Ich weiß nicht, was davon Sie meinen. Vielleicht eines von diesen, oder fragen Sie einfach etwas anderes.
repair-gone = Woran wir waren, hat sich inzwischen geändert, darum mache ich dort lieber nicht weiter. Sagen Sie einfach, was Sie brauchen.
repair-old_button = Dieser Knopf ist von früher und führt nirgends mehr hin. Sagen Sie einfach, was Sie brauchen.
choice-left = Gut. Fragen Sie mich gern, was Sie sonst noch wissen möchten.
skip-left = Gut, dann lassen wir das.
why-general = Damit ich vorschlage, was passt, und nichts anderes. Antworten müssen Sie nicht.
value-alone = { $value }
hours-none = nach Vereinbarung

resume-flow = Zurück zu unserem Punkt:
resume-days = Schön, dass Sie wieder da sind. Hier waren wir stehen geblieben:
correct-noted = Notiert. { $slot }: { $value }.
noted-slots = Notiert: { $list }.
correct-what = Das ändern wir gern. Schreiben Sie einfach den richtigen Wert, zum Beispiel „12 statt 15“.
back-nothing = Davor gibt es nichts mehr.
skip-not_possible = Ohne diese Angabe komme ich nicht weiter. Abbrechen können Sie das Ganze aber jederzeit.
why-nothing = Gerade ist keine Frage offen, Sie müssen mir also nichts sagen.
repeat-nothing = Ich habe noch nichts gesagt.
start_over-done = Gut, wir fangen von vorn an. Was ich aus diesem Gespräch wusste, lege ich beiseite.
language-changed = Natürlich, machen wir auf Deutsch weiter.
language-which = Welche Sprache hätten Sie gern?
language-not_served = Diese Sprache spreche ich leider nicht.
apology = Bei uns ist etwas schiefgegangen. Ihre Nachricht ist gespeichert; versuchen Sie es bitte gleich noch einmal, oder rufen Sie an: { $phone }.
unanswered = Das weiß ich nicht, und raten möchte ich nicht. Ich habe Ihre Frage für das Team notiert. Für eine Antwort heute noch: { $phone } oder { $email }.
unanswered-other = Ihre andere Frage habe ich nicht verstanden. Mögen Sie sie noch einmal anders stellen, für sich allein?
too_long = Das ist mehr, als ich auf einmal lesen kann. Schicken Sie mir das Wichtigste in ein paar Sätzen?
not_text = Ich kann bisher nur Text lesen. Bitte schreiben Sie es in Worten.
handoff-asked = Ich habe eben in unserem Team nachgefragt, und gleich schreibt Ihnen hier jemand. Fragen Sie mich inzwischen gern weiter.
    .wait = Ich habe eben in unserem Team nachgefragt; meist schreibt Ihnen hier jemand innerhalb { $minutes ->
        [one] einer Minute
       *[other] von { $minutes } Minuten
    }. Fragen Sie mich inzwischen gern weiter.
    .closed = Ihre Anfrage liegt hier für das Team bereit, und ich beantworte inzwischen gern Ihre Fragen.
handoff-held = Sie sprechen hier schon mit { $rep } aus unserem Team; Ihre Bitte ist dort angekommen.
handoff-media = Selbst kann ich das nicht ansehen, aber ich hebe es auf: Wer aus unserem Team übernimmt, bekommt es, und alles Weitere, was Sie schicken.
handoff-stuck = Außerdem habe ich jemanden aus unserem Team gebeten, hier hereinzuschauen.
    .closed = Außerdem habe ich es für unser Team notiert; dort sieht man es, sobald wieder jemand da ist.
gate-banned = Unser Team hat dieses Gespräch beendet, deshalb wird hier nicht mehr geantwortet. Sie erreichen uns unter { $email }. „Stopp“ und Fragen zu Ihren Daten werden weiter gehört.
gate-young = Wir antworten hier nur Konten, die es schon eine Weile gibt. Sie erreichen uns unter { $phone } oder { $email }.
gate-repeating = Das habe ich jetzt mehrmals gelesen, und meine Antwort bleibt dieselbe. Sagen Sie es in anderen Worten, oder wenden Sie sich an unser Team: { $phone } oder { $email }.
handoff-offer = Übrigens kann jederzeit jemand aus unserem Team übernehmen. Wäre Ihnen das lieber?
option-time = { $time }
time-over = Diese Zeit ist inzwischen vorbei.
appointment-moved = Zu dieser Zeit ist niemand hier. Das nächste Mal ist jemand da: { $value }.
callback-noted = Notiert: Wir rufen Sie { $callback_time-on } an. Falls etwas dazwischenkommt, erreichen Sie uns unter { $phone }.
callback-noted_soon = Notiert: ein Anruf, sobald jemand frei ist. Falls etwas dazwischenkommt, erreichen Sie uns unter { $phone }.

catalogue-fact = { $product }, { $attribute }: { $value }.
catalogue-fact-yes = Ja, { $product }: { $attribute } ist dabei.
catalogue-fact-no = Nein, { $product } hat das nicht: { $attribute }.
catalogue-fact-unknown = Zu { $product } habe ich keine Angabe zu „{ $attribute }“. Das Team weiß es: { $phone }.
catalogue-fact-all = { $attribute } im Überblick:{ $list }
catalogue-compare-intro = { $first } und { $second } nebeneinander:
catalogue-compare-line = { $product }: { $list }.
catalogue-which = Das trifft zu auf ({ $kind }):{ $list }
catalogue-which-none = Genau das bietet keines ({ $kind }).
catalogue-nearest = Am nächsten kommt { $product }, { $attribute }: { $value }.
catalogue-most = Das wäre { $product }, { $attribute }: { $value }.
catalogue-price-for = { $count } × { $product } zu je { $unit_price } macht { $total }.
catalogue-price-for-discounted = { $count } × { $product } zum Listenpreis von je { $unit_price }, abzüglich { $percent } Mengenrabatt, macht { $total }.
catalogue-total-for = { $count } × { $product }, { $attribute }: je { $unit_price }, zusammen { $total }.
catalogue-about = { $product }: { $about }. Preis: { $price }.
catalogue-list = Unser Angebot, { $kind }:{ $list }
catalogue-which_product = Welches Modell meinen Sie?

recommend-still = { $product } passt weiterhin: { $reasons }.
reason-attribute = { $attribute } { $value }
reason-good_for = genau dafür gebaut

option-yes = Ja
    .said =
        ja
        jawohl
        ja bitte
        gerne
        passt
        klar
        ja, mach das
        freilich
        okay
option-no = Nein
    .said =
        nein
        nein danke
        lieber nicht
        nicht nötig
        nö
        bitte nicht
        auf keinen fall
option-human = Mit dem Team sprechen
    .said =
        das team
        jemand von euch
        jemand aus dem team
option-skip = Frage überspringen
    .said =
        diese überspringen
        offen lassen
option-call_back = Rückruf notieren
    .said =
        ruft mich an
        rufen sie mich an
        ja ruft an
        anrufen lassen
        rückruf
        ja, rufen sie mich an
        termin für anruf
        zeit notieren
        bitte zurückrufen
option-go_on = Hier weitermachen
    .said =
        weiter
        weitermachen
        hier bleiben
        machen wir weiter
        soll so bleiben
option-first_reading = Das Erste
option-second_reading = Das Zweite
option-start_over = Von vorn beginnen
    .said =
        bitte von vorn
        neu beginnen
option-none_of_these = Nichts davon
    .said =
        keines davon
        keins von denen
        weder noch
        was anderes
option-delete = Meine Daten löschen
    .said =
        löschen
        weg damit
        alles weg

ask-language = In welcher Sprache möchten Sie schreiben?
    .label = Sprache
option-language_en = English
    .said =
        englisch
        auf englisch
        english
option-language_de = Deutsch
    .said =
        deutsch
        auf deutsch
option-language_es = Español
    .said =
        spanisch
        auf spanisch
        español
option-language_pl = Polski
    .said =
        polnisch
        auf polnisch
        polski

intent-stop = Bitte nicht mehr anschreiben
    .said =
        stopp
        stop
        abmelden
        bitte nicht mehr schreiben
        schreibt mir nicht mehr
        ich will keine nachrichten mehr
        keine werbung mehr
        lassen sie mich in ruhe
        lasst mich in frieden
        nehmt mich aus dem verteiler
        hört auf mir zu schreiben
        keine weiteren mails bitte
        newsletter abbestellen
        nicht mehr kontaktieren
intent-human = Ich möchte einen Menschen sprechen
    .said =
        lieber telefonisch
        keine mail, rufen sie einfach an
        ein anruf genügt mir
        schreibt mir eine sms
        meldet euch bei mir
        wie erreiche ich jemanden
        ich würde gern mit einem kollegen reden
        lassen sie mich mit jemandem vom team sprechen
        gebt mir einen menschen
        ich möchte mit jemandem reden
        kann ich einen berater haben
        gibt es da auch echte leute
        kann mich wer anrufen
        bitte um rückruf
        wie erreiche ich euch telefonisch
        telefonnummer
        verbinden sie mich mit dem vertrieb
        ich hätte gern einen mitarbeiter dran
        kann ich mit einer kollegin sprechen
        lieber persönlich beraten lassen
        ansprechpartner
        einen richtigen menschen bitte
        habt ihr eine mailadresse
        ruft mich bitte an
        wer ist bei euch zuständig
        rufen sie mich am donnerstag an
        ruft mich bitte am nachmittag an
        kann mich morgen vormittag wer zurückrufen
        ich will von jemandem angerufen werden
intent-back = Einen Schritt zurück
    .said =
        zurück
        geh zurück
        einen schritt zurück
        vorige frage
        nochmal zur letzten frage
        die frage davor
        eins zurück bitte
        ich möchte die vorige antwort ändern
intent-why = Warum wird das gefragt
    .said =
        warum
        wieso fragen sie das
        wozu brauchen sie das
        weshalb wollt ihr das wissen
        was geht euch das an
        wofür ist das gut
        warum ist das wichtig
        aus welchem grund
intent-skip = Diese Frage auslassen
    .said =
        meine mail möchte ich nicht angeben
        meine nummer gebe ich nicht her
        überspringen
        nächste frage
        weiß ich noch nicht
        keine ahnung
        sag ich nicht
        möchte ich nicht angeben
        lassen wir das weg
        das kann ich noch nicht sagen
        keine angabe
        skip
intent-repeat = Noch einmal sagen
    .said =
        wiederholen
        nochmal bitte
        wie bitte
        was haben sie gesagt
        noch einmal
        sag das nochmal
        hab ich nicht mitbekommen
        können sie das wiederholen
intent-start_over = Von vorn anfangen
    .said =
        von vorn
        nochmal von vorne
        neu starten
        neustart
        alles auf anfang
        fangen wir neu an
        neues gespräch
        zurück zum anfang
intent-change_language = Eine andere Sprache
    .said =
        können wir englisch reden
        sprechen sie englisch
        sprache ändern
        auf spanisch bitte
        andere sprache
        welche sprachen können sie
        lieber auf polnisch
        auf deutsch bitte
        bitte auf englisch weiter
intent-privacy = Was mit meinen Daten geschieht
    .said =
        was weißt du über mich
        was wissen sie von mir
        was speichert ihr über mich
        datenschutz
        was passiert mit meinen daten
        dsgvo
        wer liest das hier mit
        werden meine angaben weitergegeben
        wie lange hebt ihr das auf
        wird das gespräch gespeichert
        datenschutzerklärung
intent-forget = Alles über mich löschen
    .said =
        meine daten löschen
        vergiss mich
        löscht alles über mich
        ich will dass meine daten gelöscht werden
        bitte meine nummer und meinen namen entfernen
        recht auf löschung
        dieses gespräch löschen
        alle gespeicherten angaben entfernen
intent-cancel = Doch nicht
    .said =
        vergiss es
        vergessen sie es
        lass gut sein
        lassen wir das
        doch nicht
        egal jetzt
        nicht mehr nötig
        abbrechen
        hat sich erledigt
intent-correct = Etwas richtigstellen
    .said =
        das stimmt nicht
        ich habe mich vertan
        da ist ein fehler
        ich muss was korrigieren
        falsch notiert
        das habe ich nicht gesagt
        ich hab mich verschrieben
        kann ich das noch ändern
intent-robot = Wer hier schreibt
    .said =
        bist du ein roboter
        sind sie ein bot
        rede ich mit einer maschine
        ist da ein echter mensch
        bist du echt
        ist das automatisch
        sind sie eine ki
        wer antwortet da eigentlich
        computer oder mensch
intent-thanks = Danke
    .said =
        danke
        vielen dank
        danke schön
        besten dank
        merci
        dank dir
        das hilft mir sehr, danke
        herzlichen dank für die auskunft
intent-insult = Ich bin verärgert
    .said =
        sie sind ganz schön aufdringlich
        du nervst
        das nervt langsam
        nicht so aufdringlich
        du depp
        bist du deppert
        trottel
        so ein scheiß
        du bist blöd
        idiot
        so ein schmarrn
        du trottel
        halt die klappe
        völlig nutzlos
        so ein dummer bot
        scheiß automat
        du kannst ja gar nichts
intent-greeting = Hallo
    .said =
        ich bin wieder da
        bin zurück
        hallo
        servus
        grüß gott
        guten morgen
        guten tag
        guten abend
        moin
        hallo zusammen
        grüezi
intent-how_are_you = Wie es geht
    .said =
        wie gehts
        wie geht es ihnen
        na, alles gut
        alles klar bei dir
        wie läufts
        wie ist das befinden
        gehts dir gut
        was macht die kunst
intent-small_talk = Ein wenig plaudern
    .said =
        erzähl mir einen witz
        schönes wetter heute
        wie wird das wetter
        magst du fußball
        was ist deine lieblingsfarbe
        hast du eine freundin
        was machst du am wochenende
        sing was
        wie alt bist du
intent-bye = Auf Wiedersehen
    .said =
        tschüss
        auf wiedersehen
        bis bald
        baba
        schönen tag noch
        das wars, ciao
        bis zum nächsten mal
        ich bin dann mal weg
        pfiat di
intent-help = Was ich fragen kann
    .said =
        ich verstehe nur bahnhof
        ich kenne mich nicht aus
        hilfe
        was kannst du
        was kann ich hier fragen
        wie funktioniert das hier
        menü
        ich kenn mich nicht aus
        was weißt du alles
        wie bediene ich das

# What platforms show beside the talk: the menu of commands, and a word to groups.
command-help = Was Sie mich fragen können
command-human = Mit einem Menschen sprechen
    .name = mensch
command-language = Sprache ändern
    .name = sprache
command-privacy = Was über Sie gespeichert wird
    .name = datenschutz
command-stop = Keine Nachrichten mehr, die von mir ausgehen
    .name = stopp
group-private = Ich schreibe nur unter vier Augen, damit niemand mitliest. Schreiben Sie mir hier:

# The card that reps get about a lead, in the house's own language.
card-person = 🔔 { $name } möchte mit einem Menschen sprechen.
card-stuck = 🔔 { $name } kommt nicht weiter: Der Bot versteht nicht, worum es geht.
card-hot = 🔥 { $name } hat ernsthaftes Interesse.
card-lead = 🌡 { $name }: nicht mehr heiß.
card-from = { $channel } · { $language } · Zum Chat: { $link }
card-from-unlinked = { $channel } · { $language } · dort ohne öffentlichen Namen, daher kein Link zum Chat
card-need = Bedarf: { $need }
card-open = Noch offen: { $topics }
card-next = Als Nächstes fragen: „{ $question }“
card-source = Gekommen über: { $source }
card-challenge = was im Weg steht
card-authority = wer entscheidet
card-money = Umfang und Geld
card-timing = wann
card-known = Bekannt:{ $facts }
card-why = Warum:{ $reasons }
card-words = Zuletzt: „{ $words }“
card-unreachable = ⚠ Der Bot kommt dort nicht an: Privatnachrichten sind geschlossen, oder er ist blockiert. Sobald von dort etwas kommt, geht es wieder.
# Takes the place of the card of somebody who wants to be erased.
card-erased = Diese Person hat um Löschung gebeten: Von ihr ist nichts mehr gespeichert. Was hier im Chat oder in ihrem Thread sonst noch von ihr steht, bitte von Hand löschen.

# To somebody who writes faster than people do.
flood-pause = Das ist mehr, als ich auf einmal lesen kann. Ich mache kurz Pause; schreiben Sie mir dann das Wichtigste, und ich bin wieder da.

# Wo andere zuhören, und die Worte der Befehle.
public-hello = Ich bin { $bot_name }, die digitale Assistenz von { $house }: ein Bot. Fragen Sie mich hier nach Produkten und Preisen. Was Sie persönlich betrifft, besprechen wir besser unter uns.
public-button = Unter uns weiterreden
public-private = Ich schreibe Ihnen privat.
command-taken = Einen Moment.
command-ask = Nach Produkten, Preisen und Bedingungen fragen
    .name = fragen
    .question = frage
    .question-about = Was möchten Sie wissen?

### The desk: what reps read, in the house's own language, and what their visitors do.

card-talk = 💬 { $name }
card-held = 👤 { $rep } ist im Gespräch.
card-late = ⏱ Diese Meldung kam mit { $time } Verspätung.
card-later = ⏳ Erinnerung: { $time }
card-back = 🤖 Der Bot führt das Gespräch wieder.
card-won = 🏁 Gewonnen · { $rep }, { $time }
    .amount = 🏁 Gewonnen: { $amount } · { $rep }, { $time }
    .bare = 🏁 Gewonnen
card-lost = 🏁 Verloren: { $reason } · { $rep }, { $time }
    .bare = 🏁 Verloren
card-not_for_us = 🏁 Nichts für uns: { $reason } · { $rep }, { $time }
    .bare = 🏁 Nichts für uns
card-reminder = ⏰ { $name }: Jetzt wollte jemand noch einmal hineinschauen.
    .by = { $rep }, ⏰ du wolltest dir { $name } jetzt noch einmal ansehen.
desk-button-claim = Übernehmen
desk-button-later = Später
desk-button-refuse = Nichts für uns
desk-button-procedural = Nicht jetzt oder nicht über uns
desk-button-wrong_fit = Braucht etwas anderes
desk-button-spam = Spam
desk-button-duplicate = Schon bekannt
desk-button-keep = Zurück
desk-taken = { $name } gehört dir. Der Bot schweigt ab jetzt.
desk-released = Mit { $name } spricht wieder der Bot.
desk-later = Du wirst erinnert: { $time }
desk-later-due = ⏰ Du wolltest jetzt auf { $name } zurückkommen.
desk-noted = Notiert. { $name } sieht es nicht.
desk-refuse = Warum ist es nichts für uns? Bitte wähl einen Grund.
desk-done = Erledigt.
desk-already = Dieses Gespräch führst du schon.
desk-held = Dieses Gespräch führt { $rep }.
desk-not_held = Dieses Gespräch führt noch niemand: Übernimm es zuerst.
desk-no_reason = Bitte mit Grund: erst der Befehl, dann warum.
desk-later-how = Bitte mit Dauer, zum Beispiel: /later 2h
desk-unfit-how = Bitte mit Grund, einem von: procedural, wrong_fit, spam, duplicate
desk-unknown = Diesen Befehl gibt es nicht. Es wurde nichts gesendet.
desk-in_talk = Frag das im Gespräch selbst, sobald du es übernommen hast.
desk-gone = Dieses Gespräch gibt es nicht mehr.
desk-erased-words = ⚠ Das hat niemanden erreicht: Die Person dieses Gesprächs ist aus den Aufzeichnungen gelöscht.
desk-stranger = Du stehst nicht auf der Liste. Wer den Bot betreibt, trägt dich ein: docent reps add NAME --{ $channel } { $user }
desk-back = { $rep } hat an mich übergeben, den Bot. Ich bin für alles da, was Sie sonst noch wissen möchten.
desk-back-closed = Danke für das Gespräch mit { $rep }. Hier ist wieder der Bot, falls noch etwas ist.
desk-back-person = Wenn Sie wieder mit einem Menschen sprechen möchten, sagen Sie es einfach, jederzeit: Dann frage ich unser Team.
desk-left = { $rep } ist nicht mehr in diesem Gespräch; hier ist wieder der Bot. Möchten Sie einen Menschen sprechen, sagen Sie es einfach.
desk-left-asked = { $rep } ist nicht mehr in diesem Gespräch und hat Ihnen nicht geantwortet. Ich bin der Bot und habe in unserem Team um jemand anderen gebeten, der Ihnen hier schreibt.
    .closed = { $rep } ist nicht mehr in diesem Gespräch und hat Ihnen nicht geantwortet. Ich bin der Bot und habe in unserem Team um jemand anderen gebeten: Sie hören von uns, sobald wieder jemand da ist. Zeiten: { $hours }.
stage-accepted = Jemand aus dem Vertrieb hat es übernommen
stage-won = Der Vertrieb hat es als gewonnen abgeschlossen
stage-lost = Der Vertrieb hat es als verloren abgeschlossen
stage-not_for_us = Für den Vertrieb ist es nichts für uns
desk-opening = 💬 { $name } gehört dir. Was du hier schreibst, geht Wort für Wort dorthin.
desk-story = Bisher gesagt:
    { $lines }
desk-anew = ♻ Der Ort des Gesprächs mit { $name } war gelöscht oder nicht zu nutzen und ist hier neu angelegt. Worum es ging, und was zuletzt gesagt wurde:
desk-how = Mit // davor wird daraus eine Notiz für die anderen. /say schickt einen fertigen Text, /call bietet einen Anruf an, /later 2h erinnert dich. /bot gibt das Gespräch zurück; /won, /lost und /notforus schließen es ab. /talks und /switch helfen, wenn du mehrere hast.
desk-heard = 💬 { $name }: { $words }
desk-heard-media = 💬 { $name } hat etwas geschickt, das sich hier nicht zeigen lässt ({ $kind }). Frag in Worten danach, oder öffne den Chat über die Karte.
desk-heard-person = 🔔 { $name } hat noch einmal nach einem Menschen gefragt und gelesen, dass du da bist. Vielleicht fehlt eine Antwort von dir.
desk-lost-to = Das Gespräch mit { $name } führt jetzt { $rep } ({ $reason }). Was du hier schreibst, kommt dort nicht mehr an.
    .bare = Das Gespräch mit { $name } führt jetzt { $rep }. Was du hier schreibst, kommt dort nicht mehr an.
desk-erased = { $name } möchte gelöscht werden. Das Gespräch endet hier, und gleich ist alles darüber weg.
desk-no_talk = Du führst gerade kein Gespräch. Übernimm eines auf seiner Karte; dann geht das, was du hier schreibst, an diese Person.
desk-no_current = Dein letztes Gespräch führst du nicht mehr, darum ging das an niemanden. /switch wechselt zu einem anderen von dir; eine Antwort auf eine Nachricht geht in deren Gespräch.
desk-text_only = Das lässt sich nicht weitergeben. Es wurde nichts gesendet: Sag es in Worten.
desk-kind-photo = Foto
desk-kind-document = Datei
desk-kind-voice = Sprachnachricht
desk-kind-audio = Audio
desk-kind-video = Video
desk-kind-animation = Animation
desk-kind-sticker = Sticker
desk-kind-location = Standort
desk-kind-contact = Kontakt
desk-heard-too_large = ({ $kind }, { $size } MB: zu groß zum Weitergeben; { $name } weiß das)
desk-too_large = ⚠ Das hat { $size } MB, und weitergeben lassen sich dort höchstens { $limit } MB. Es wurde nichts gesendet: Schick eine kleinere Datei oder einen Link dorthin.
desk-told-too_large = Ihre Datei hat { $size } MB, weitergeben lassen sich höchstens { $limit } MB. Bitte schicken Sie eine kleinere oder einen Link dorthin.
desk-media-gone = ⚠ Die Datei selbst ließ sich nicht abrufen oder hier nicht zeigen. Bitte die Person, sie noch einmal zu schicken.
desk-claim-where = Gespräche übernimmst du auf ihrer Karte im Chat des Vertriebs.
desk-help = Was du hier schreibst, geht an die Person, deren Gespräch du hast; als Antwort auf eine Nachricht in deren Gespräch. // macht eine Notiz für die anderen daraus. Befehle: /say /call /later 2h /note /lead /why /talks /switch /bot /won BETRAG /lost GRUND /notforus GRUND
desk-talks = Deine Gespräche; was du schreibst, geht ins erste:
    { $lines }
desk-turned = Was du schreibst, geht jetzt an { $name }.
desk-lead = { $name }
    { $lines }
desk-why = { $name }: warum der Bot das gesagt hat, und was wie viel zählt
    { $lines }
desk-not_delivered = ⚠ „{ $words }“ kam nicht an: { $reason }
    .edit = ⚠ Die Änderung „{ $words }“ kam nicht an: { $reason }
    .unsend = ⚠ „{ $words }“ ließ sich nicht zurücknehmen: { $reason }
desk-waits = ⏳ Noch nicht zugestellt: { $channel } antwortet nicht. Deine Worte bleiben erhalten und gehen der Reihe nach hinaus.
desk-waited = 👌 Zugestellt: Was hier gewartet hat, ist angekommen.
desk-failed-never = die Nachricht selbst ist dort nie angekommen
desk-failed-maybe = die Nachricht ist womöglich schon angekommen; sieh nach oder sag es der Person
desk-failed-gone = die Nachricht gibt es dort nicht mehr
desk-failed-old = die Nachricht ist zu alt, um sie zu ändern oder zurückzunehmen
desk-failed-closed = der Bot ist dort blockiert oder darf nicht schreiben
desk-failed-account = das Konto gibt es nicht mehr
desk-failed-refused = die andere Plattform hat es abgelehnt
desk-heard-edited = ✏ { $name }, korrigiert: { $words }
desk-heard-deleted = 🗑 { $name } hat das zurückgenommen: { $words }
desk-unsend-how = Antworte mit /unsend auf eine deiner Nachrichten, dann wird sie zurückgenommen. Das geht nur mit Worten, die an die Person gingen.
desk-unsend-delete = Lösch die Nachricht selbst, dann wird sie auch drüben zurückgenommen.
desk-edit-words = Aus Gesagtem können andere Worte werden, aber kein Befehl und keine Notiz. Drüben wurde nichts geändert.
desk-too_long = Das ging in mehreren Teilen hinaus und lässt sich drüben nicht mehr ändern. Schick eine Berichtigung.
    .edit = Das ist jetzt zu lang, um es drüben zu ändern: Das geht mit höchstens { $limit } Zeichen. Drüben wurde nichts geändert. Kürze es oder schick es als eigene Nachricht.
desk-taken-private = { $name } gehört dir, und der Bot schweigt. Schreib im privaten Chat mit mir; drück dort auf Start, falls nichts kommt.
desk-taken-topic = { $name } gehört dir, und der Bot schweigt. Schreib hier im Thema mit diesem Namen; geht keines auf, im privaten Chat mit mir.

# When somebody waits for a person.
ladder-busy = Bisher war aus unserem Team niemand frei; alle wissen, dass Sie warten. Sie erreichen uns auch unter { $phone } oder { $email }, und ich bin inzwischen für Sie da.
ladder-offered = { $rep } konnte Ihnen bisher nicht antworten. Ich habe die anderen aus unserem Team gebeten zu übernehmen.
desk-ask = ⏰ { $name } möchte mit jemandem sprechen, und niemand hat das Gespräch übernommen. { $rep }, kannst du?
desk-ask-lead = ⏰ { $name } wartet noch immer, und niemand hat das Gespräch übernommen. { $rep }, schau bitte, wer kann.
desk-asked-anew = 🔔 { $name } möchte jetzt einen Menschen sprechen, und niemand hat das Gespräch. Wer übernimmt, hat es.
    .left = 🔔 { $name } war bei { $rep }, nicht mehr auf der Liste, und wartet auf Antwort. Wer übernimmt, hat das Gespräch.
desk-remind = ⏰ { $name } wartet auf deine Antwort.
desk-offer = ⏰ { $name } wartet schon lange auf eine Antwort. { $rep }, kannst du das Gespräch übernehmen? Wer es zuerst übernimmt, führt es.
card-asked = ⏰ Gefragt: { $rep }
card-choice = ⏰ Niemand war frei. Die Person weiß das und kann einen Termin für einen Anruf wählen oder mit dem Bot weitermachen.
card-offered = ⏰ Hier wartet jemand auf eine Antwort. Wer das Gespräch übernimmt, führt es.
card-local_time = Dort ist es { $time } Uhr.
card-banned = 🚫 Wird nicht mehr gehört, von { $rep }: { $reason }
    .until = 🚫 Wird bis { $time } nicht gehört, von { $rep }: { $reason }
desk-ban-how = Sag auch, warum, und wie lange, wenn es enden soll, zum Beispiel: /ban 7d schickt Werbung
desk-banned = { $name } wird nicht mehr gehört. /unban beendet das.
desk-call-due = 📞 Gleich ist { $name } anzurufen, wie vereinbart: { $phone }

# How ready somebody is, in which language they write, and what was agreed on.
card-heat = { $heat ->
    [hot] Heiß
    [warm] Warm
   *[browsing] Schaut sich um
} · Passung { $fit }, Interesse { $interest }
card-language = { $language ->
    [en] Englisch
    [de] Deutsch
    [es] Spanisch
    [pl] Polnisch
    [fr] Französisch
    [it] Italienisch
    [nl] Niederländisch
    [pt] Portugiesisch
    [cs] Tschechisch
    [sk] Slowakisch
    [hu] Ungarisch
    [sl] Slowenisch
    [hr] Kroatisch
    [ro] Rumänisch
    [uk] Ukrainisch
    [ru] Russisch
    [tr] Türkisch
    [da] Dänisch
    [sv] Schwedisch
   *[other] { $language }
}
card-call = 📞 Anruf vereinbart: { $time }
    .by = 📞 { $rep } ruft an: { $time }
card-call-offered = 📞 { $rep } hat einen Anruf angeboten; ein Termin ist noch nicht gewählt.

# Calls that reps offer or agree on.
desk-call-number = 📞 { $name }: { $phone }
desk-call-no_number = 📞 { $name }: noch keine Nummer bekannt
desk-call-offered = Zur Wahl stehen: { $lines }
desk-call-agreed = Vereinbart: { $time }. Fünf Minuten vorher kommt eine Erinnerung.
desk-call-chosen = 📞 { $name } hat einen Termin für den Anruf von { $rep } gewählt: { $time } ({ $phone })
desk-call-due-by = 📞 { $rep } ruft gleich { $name } an, wie vereinbart: { $phone }
desk-call-how = Sag Tag und Uhrzeit, zum Beispiel /call morgen 10:00 oder /call Freitag 14:00. Es wurde nichts gesendet. /call allein bietet drei Termine an.
desk-call-past = Diese Zeit ist vorbei, daher wurde nichts gesendet. Nenn eine, die noch kommt.
desk-call-none = Die Dialoge halten keinen Termin für einen Anruf fest, daher lässt sich keiner vereinbaren: Ein Slot in slots.yaml braucht `appointment: call`.
desk-call-never = Du hast in den nächsten zwei Monaten keine Arbeitszeit, daher gibt es nichts anzubieten. Nenn einen Termin: /call morgen 10:00
desk-told-call = Darf ich Sie anrufen? Wählen Sie einen Termin, der Ihnen passt, oder schreiben Sie mir einen anderen.
    .bot = { $rep } aus unserem Team möchte Sie anrufen. Wählen Sie einen Termin, der Ihnen passt, oder schreiben Sie einen anderen.
desk-told-call_at = Gut, ich rufe Sie { $time-on } an.
    .number = Gut, ich rufe Sie { $time-on } an. Unter welcher Nummer erreiche ich Sie?
    .bot = { $rep } aus unserem Team ruft Sie { $time-on } an.
    .bot_number = { $rep } aus unserem Team ruft Sie { $time-on } an. Unter welcher Nummer sind Sie am besten zu erreichen?

# Texts that stand ready: snippet-... in snippets.ftl.
desk-say = Diese Texte liegen bereit und gehen in der Sprache der Person hinaus:
    { $lines }
desk-say-near = Einen Text „{ $words }“ gibt es nicht. Meinst du /say { $near }?
desk-say-unknown = Einen Text „{ $words }“ gibt es nicht. /say allein zeigt, welche es gibt.
desk-say-none = Es liegen noch keine Texte bereit. Das Marketing schreibt sie als snippet-... in locales/.
desk-say-where = Das sagst du im Gespräch selbst, sobald du es übernommen hast.

# Why the bot said what it said.
desk-why-said = Gesagt wurde: „{ $words }“
desk-why-taken = Verstanden als: { $lines }
desk-why-sure = { $words } (zu { $percent } % sicher)
desk-why-wish = der Wunsch „{ $words }“
desk-why-question = eine Frage zu { $words }
desk-why-missed = Es wurde nicht verstanden.
desk-why-answered = Der Bot sagte: „{ $words }“ ({ $keys })
desk-why-silent = Der Bot hat noch nichts gesagt.
desk-why-open = Offen ist: { $flow }, beim Schritt { $step }
desk-why-asks = Offen ist: { $flow }, gefragt ist { $step }
desk-why-nothing = Offen ist nichts.
desk-why-fit = { $points } Passung: { $reason }
    .of = { $points } Passung (von { $base }): { $reason }
desk-why-interest = { $points } Interesse: { $reason }
    .of = { $points } Interesse (von { $base }): { $reason }
desk-why-more = und { $count } weitere, zusammen { $points }
