## Was Leute von einem Lastenradhersteller wollen.

intent-wants_recommendation = Das passende Rad finden
    .said =
        habt ihr etwas dafür
        haben sie da etwas passendes
        was hättet ihr für uns
        gibt es eines, das das schafft
        was würdet ihr uns raten
        welches rad brauche ich
        was passt zu uns
        können sie mir was empfehlen
        welches modell wäre das richtige für meinen betrieb
        ich suche ein lastenrad für die firma
        beratung bitte
        hilfe bei der auswahl
        wir wollen unseren lieferwagen durch räder ersetzen
        was würdet ihr einem installateur raten
        womit fahren wir am besten
        ich weiß nicht welches rad ich nehmen soll
        wir suchen etwas zum ausliefern
        haben sie einen vorschlag für uns
        wir haben einen laden und brauchen transporträder
        was ist für unsere zwecke geeignet
        wir sind ein betrieb und brauchen zwei räder
        wir hätten gern lastenräder für unsere leute
        wir brauchen bis zum sommer ein paar räder
intent-wants_quote = Ein schriftliches Angebot
    .said =
        ich hätte gern ein angebot
        können sie uns ein angebot schicken
        bitte um ein offert
        angebot anfordern
        machen sie uns ein schriftliches angebot
        wir brauchen einen kostenvoranschlag
        offerte für unsere firma
        schickt mir was schriftliches mit preisen
        angebot per mail
        kostenvoranschlag für die geschäftsleitung
        was können sie uns anbieten, bitte schriftlich
intent-wants_test_ride = Eine Probefahrt vereinbaren
    .said =
        kann ich vorbeikommen und sie mir ansehen
        können wir die räder vor ort anschauen
        ich würde gern vorbeischauen
        wir hätten zeit für eine probefahrt
        ich würde gern einmal fahren damit
        eine probefahrt bitte
        probefahrt buchen
        ich möchte eine probefahrt machen
        kann man das rad ausprobieren
        probefahren
        wo kann ich eins testen
        termin für eine testfahrt
        wir würden gern mal eine runde drehen
        kann ich vor dem kauf fahren
        könnt ihr eins zum testen vorbeibringen
        probefahrt ausmachen
        ich will erst mal fahren bevor ich kaufe
        können wir einen vorführtermin machen
        anmelden zum testen
intent-is_customer = Ich fahre schon Ihr Rad
    .said =
        ich habe schon ein rad von euch
        wir sind kunden bei ihnen
        mein rad ist kaputt
        unser lastenrad muss repariert werden
        ich habe letztes jahr bei ihnen gekauft
        problem mit meiner bestellung
        der akku lädt nicht mehr
        der motor macht komische geräusche
        wo bleibt mein bestelltes rad
        wir fahren drei von euren rädern
        bestandskunde
intent-buy_now = Ich möchte bestellen
    .said =
        ich möchte bestellen
        wir wollen kaufen
        ich nehme es
        wo kann ich unterschreiben
        wie bestelle ich
        bestellung aufgeben
        wir haben uns entschieden und kaufen
        kann ich hier direkt bestellen
        nehmen sie meine bestellung auf
        gekauft
intent-price_general = Was Räder kosten
    .said =
        was kosten eure räder
        wos kost sowas
        wos kost des
        was kostet so ein lastenrad
        preisliste
        wie sind die preise
        preise bitte
        wie teuer sind die räder ungefähr
        mit welcher summe muss ich rechnen
        in welcher preislage seid ihr
        was muss man da hinlegen
        was kost so a radl bei euch
        wie viel muss ich für ein lastenradl hinlegen
        ich wüsste gern was ihr dafür verlangt
        was nehmts ihr für so ein radl
intent-list_products = Alle Modelle sehen
    .said =
        welche räder habt ihr
        zeigt mir eure modelle
        was verkauft ihr
        welche modelle gibt es
        ihr sortiment
        alle räder auflisten
        überblick über die modelle
        was baut ihr alles
        wie viele verschiedene modelle gibt es
intent-follow_up_later = Nicht jetzt, später
    .said =
        das muss ich mir überlegen
        muss ich mit meinem partner besprechen
        vielleicht nächstes jahr
        ich überleg es mir
        ich melde mich wieder
        jetzt nicht, vielleicht im herbst
        fragen sie nächsten monat nochmal
        muss erst mit dem chef reden
        es ist noch zu früh für uns
        wir entscheiden nach dem sommer
        eine nacht drüber schlafen
        später vielleicht
intent-compliment = Ein nettes Wort
    .said =
        tolle räder
        schöne webseite
        ihr macht das super
        sie sind sehr hilfreich
        gut erklärt
        respekt
        die räder schauen richtig gut aus
        sehr freundlich von dir
        klasse
intent-student = Es ist fürs Studium
    .said =
        ich bin student und schreibe meine masterarbeit
        für ein schulprojekt
        umfrage für die uni
        bachelorarbeit über lastenräder
        ich studiere logistik
        wir machen ein referat
        für mein studium brauche ich zahlen
        könnten sie meinen fragebogen ausfüllen
intent-competitor = Ich bin vom Fach
    .said =
        wir bauen selber lastenräder
        ich arbeite bei einem anderen radhersteller
        ich bin von der konkurrenz
        wir sind mitbewerber
        marktbeobachtung für unsere eigene marke
        unsere firma stellt auch cargobikes her
        ich schaue mir nur an was die konkurrenz macht
        wir sind in der gleichen branche tätig
intent-spam = Ich biete selbst etwas an
    .said =
        wir bringen ihre webseite bei google auf platz eins
        seo angebot
        günstige kredite für firmen
        follower kaufen
        wir verkaufen adressen
        kryptowährung investieren und geld verdienen
        wir machen ihnen eine neue homepage
        verdienen sie 5000 euro von zu hause
        haben sie interesse an unseren werbeflächen
intent-by_mail = Antwort per E-Mail
    .said =
        können sie mir das schriftlich geben
        bitte nicht anrufen
        einen anruf will ich nicht
        lieber per mail
        schreiben sie mir stattdessen
        schickt mir eine mail
        ich telefoniere nicht gern
        schriftlich wäre mir lieber
        kein telefonat bitte
        antwort bitte per e-mail
        ruft mich nicht an
        geht das auch per mail
        am telefon ist es schlecht
intent-look_around = Nur schauen
    .said =
        ich schaue mich nur um
        wollte nur mal schauen
        bin nur neugierig
        schau mich nur ein bisschen um
        nur zum anschauen hier
        ich will momentan nichts kaufen
