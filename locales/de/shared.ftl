## Fragen, Auswahlen und Angebote, die sich mehrere Abläufe teilen.

campaign-fleet_guide = Sie kommen von unserem Flottenratgeber auf LinkedIn, willkommen. Der Ratgeber ist allgemein, hier kann ich auf Ihren Betrieb eingehen.
campaign-bakery_fair = Schön, dass Sie den Code an unserem Stand gescannt haben. Schauen wir, welches Rad zu Ihrer Bäckerei passt.
campaign-city_test_days = Danke für Ihr Interesse an den Testtagen. Ein Platz ist schnell notiert.

offer-find_a_bike = Das passende Rad finden
offer-get_quote = Angebot anfordern
offer-book_a_test_ride = Probefahrt vereinbaren
offer-existing_customer = Service für mein Rad

ask-challenge = Was soll ein Rad für Sie leichter machen?
    .again = Was davon kommt Ihrem Ärger von heute am nächsten?
    .help = Zum Beispiel kein Halteplatz in der Stadt oder ein Transporter, der zu viel kostet.
    .why = Wenn das Parken stört, suche ich ein schmales Rad, wenn es das Geld ist, ein günstiges.
    .label = Was es lösen soll
ask-business = Welche Arbeit soll das Rad machen?
    .again = Was davon kommt Ihrer Branche am nächsten?
    .help = Nehmen Sie einfach das Nächstliegende oder sagen Sie es in eigenen Worten.
    .why = Eine Bäckerei braucht eine andere Box als ein Installateur.
    .label = Branche
ask-goods = Was transportieren Sie meistens?
    .again = Was davon kommt Ihrer Ladung am nächsten?
    .help = Zum Beispiel Pakete, Werkzeug oder Lebensmittel, die kalt bleiben müssen.
    .why = Davon hängt ab, welche Box passt und ob sie gekühlt sein muss.
    .label = Ladung
ask-vehicles = Wie viele Transporter oder Autos haben Sie heute im Einsatz?
    .again = Wie viele Fahrzeuge wären das also im Moment?
    .help = Zählen Sie die, die ausliefern oder zu Kunden fahren. Null ist auch in Ordnung.
    .why = Es zeigt, wie viel der Arbeit Räder übernehmen könnten.
    .label = Fahrzeuge heute
    .noted = { $value ->
        [one] ein Fahrzeug
       *[other] { $value } Fahrzeuge
    }
ask-fleet_size = An wie viele Räder denken Sie ungefähr?
    .again = Wie viele Räder wären es also, grob?
    .help = Eine grobe Zahl reicht, etwa 3 oder 15.
    .why = Ab fünf sinkt der Preis pro Rad, und es entscheidet, ob sich Service vor Ort lohnt.
    .label = Anzahl Räder
    .noted = { $value ->
        [one] ein Rad
       *[other] { $value } Räder
    }
ask-load_kg = Wie schwer ist eine übliche Ladung, in Kilogramm?
    .again = Wie viele Kilo wären ungefähr in der Box?
    .help = Geschätzt reicht. Eine volle Brotkiste wiegt etwa 10 kg, ein Werkzeugkoffer 20 kg.
    .why = Ein Rad, das mehr trägt als nötig, ist schwerer und teurer, als es sein müsste.
    .label = Übliche Ladung
ask-daily_km = Wie viele Kilometer fährt ein Fahrzeug an einem normalen Tag?
    .again = Wie viele Kilometer am Tag wären das etwa?
    .help = In der Stadt sind es oft zwischen 20 und 50 km.
    .why = Daran sehe ich, ob ein Akku genügt.
    .label = Strecke pro Tag
ask-use_details = Was würden die Räder an einem normalen Tag tun?
    .again = In einem Satz: Was wird von wo nach wo gebracht?
    .help = Zum Beispiel: Brot an elf Cafés, vor sieben Uhr früh.
    .why = Dann steht im Angebot die richtige Box und Ausstattung.
    .label = Aufgabe der Räder
ask-timeline = Wann müssten die Räder auf der Straße sein?
    .again = Wann würden Sie sie ungefähr brauchen?
    .help = Eine grobe Vorstellung reicht, und „nur schauen“ ist auch eine gute Antwort.
    .why = Manche Modelle bauen wir in drei Wochen, andere in drei Monaten.
    .label = Wann
ask-city = In welchem Ort würden die Räder fahren?
    .again = Wie heißt der Ort, oder wie lautet die Postleitzahl?
    .help = Der Ort genügt, keine Straße nötig.
    .why = Davon hängt ab, wer das Rad wartet und welche Förderung es gibt.
    .label = Ort
ask-company = Wie heißt Ihre Firma?
    .again = Welcher Firmenname soll draufstehen?
    .help = So, wie er auf dem Angebot stehen soll.
    .why = Er kommt auf das Angebot, sonst nirgends hin.
    .label = Firma
ask-contact_name = Wie heißen Sie?
    .again = Welchen Namen dürfen wir verwenden?
    .help = Vorname, Nachname oder beides.
    .why = Damit man im Team weiß, nach wem man fragt.
    .label = Name
ask-email = An welche E-Mail-Adresse dürfen wir es schicken?
    .again = Schreiben Sie mir die E-Mail-Adresse noch einmal?
    .help = Etwa name@firma.at.
    .why = Das Angebot kommt als PDF per E-Mail. Für anderes verwenden wir die Adresse nicht.
    .label = E-Mail
ask-phone = Unter welcher Nummer erreichen wir Sie?
    .again = Schreiben Sie mir die Telefonnummer noch einmal?
    .help = Mit Vorwahl, zum Beispiel 0660 1234567.
    .why = Jemand aus dem Team muss Sie ja erreichen können.
    .label = Telefon
ask-callback_time = Wann würde Ihnen ein Anruf passen?
    .again = Welcher Tag und welche Uhrzeit wären gut?
    .help = Zum Beispiel „morgen um 10“ oder „Donnerstagnachmittag“.
    .why = Damit wir nicht mitten in Ihre Arbeit hineinläuten.
    .label = Zeit für einen Anruf
ask-test_ride_day = Welcher Tag würde Ihnen für die Fahrt passen?
    .again = Nennen Sie mir einen Tag, und vormittags oder nachmittags?
    .help = Zum Beispiel „nächsten Dienstag vormittag“.
    .why = Das Rad muss geladen sein, und jemand muss da sein, der es zeigt.
    .label = Tag der Probefahrt
ask-problem = Was ist passiert?
    .again = Beschreiben Sie es in ein, zwei Sätzen?
    .help = Welches Rad es ist, was Sie sehen oder hören, und seit wann.
    .why = Dann kann die Werkstatt gleich das richtige Teil mitbringen.
    .label = Was nicht stimmt
ask-decider = Wer entscheidet bei Ihnen darüber?
    .again = Wer hat das letzte Wort?
    .help = Sie, mehrere zusammen oder jemand anderer. Sie können das überspringen.
    .why = Damit niemand alles zweimal erklären muss.
    .label = Wer entscheidet
ask-budget = Gibt es ein Budget, in dem wir bleiben sollen?
    .again = Welchen Betrag sollen wir nicht überschreiten?
    .help = Eine Summe insgesamt oder pro Rad. Sie können das überspringen.
    .why = Mit einer Grenze lässt das Angebot weg, was man später ergänzen kann.
    .label = Budget
    .need = ein Budget von { $value }

slot-vehicles =
    .said =
        transporter
        lieferwagen
        autos
        auto
        fahrzeuge
        kastenwagen
        busse
        lkw
        firmenwagen
slot-fleet_size =
    .said =
        räder
        rad
        rädern
        stück
        lastenräder
        lastenrädern
        davon
        bikes
slot-load_kg =
    .said =
        ladung
        brot
        werkzeug
        material
        pro fahrt
        in der box
        zuladung brauchen wir
slot-daily_km =
    .said =
        am tag
        pro tag
        täglich
        jeden tag
slot-budget =
    .said =
        budget
        höchstens
        maximal
        ausgeben
slot-callback_time =
    .said =
        anrufen
        läutet
slot-test_ride_day =
    .said =
        vorbeikommen
        zum fahren

option-parking_trouble = Kein Platz zum Halten
    .need = keine Parkplatzsorgen mehr
    .said =
        parken
        wir finden nie einen parkplatz
        strafzettel
        stau
        nirgends stehen bleiben
        in zweiter spur
        in die altstadt darf kein auto
option-running_costs = Transporter zu teuer
    .need = weniger Kosten als mit Transportern
    .said =
        kosten
        sprit ist zu teuer
        die autos kosten zu viel
        geld sparen
        reparaturen fressen uns auf
        billiger ausliefern
        laufende kosten
option-no_drivers = Kaum Fahrer zu finden
    .need = einen Ausweg aus dem Fahrermangel
    .said =
        fahrer
        leute ohne führerschein
        keiner will den bus fahren
        personalmangel
        wir finden keine fahrer
        lehrlinge dürfen nicht auto fahren
option-cleaner_fleet = Wir wollen grüner werden
    .need = einen grüneren Fuhrpark
    .said =
        grüner
        weniger co2
        klimaziele
        nachhaltiger werden
        umwelt
        unsere kunden wollen grüne lieferung
option-new_deliveries = Liefern anfangen
    .need = einen Anfang beim Liefern
    .said =
        wir wollen mit dem liefern anfangen
        neuer lieferdienst
        hauszustellung
        wir liefern noch nicht
        zustellen

option-bakery = Bäckerei oder Café
    .noted = Bäckerei oder Café
    .said =
        bäckerei
        bäcker
        bäckereien
        wir backen
        café
        kaffeehaus
        konditorei
        brot und semmeln
        backstube
option-courier = Kurier oder Zustellung
    .noted = Zustellung
    .said =
        kurier
        kurierdienst
        paketdienst
        botendienst
        zusteller
        lieferdienst
        wir stellen pakete zu
        essenslieferung
        logistiker
option-trades = Handwerk und Technik
    .noted = Handwerk
    .said =
        hausmeisterservice
        tischlerei
        schreinerei
        dachdecker
        fliesenleger
        gärtner
        handwerk
        handwerker
        installateur
        elektriker
        tischler
        maler
        malerbetrieb
        rauchfangkehrer
        servicetechniker
        schlosser
        hausmeister
        installateurbetrieb
        elektrikerbetrieb
        handwerksbetrieb
option-municipal = Gemeinde oder Stadt
    .noted = Gemeinde
    .said =
        gemeinde
        stadt
        kommune
        bauhof
        stadtwerke
        straßenreinigung
        grünflächenamt
        magistrat
        stadtverwaltung
option-other_business = Etwas anderes
    .noted = Ihre Branche
    .said =
        fischgeschäft
        hotel
        restaurant
        gasthaus
        brauerei
        fleischerei
        keins davon
        keines davon
        nichts davon
        gebäudereinigung
        reinigungsfirma
        etwas anderes
        andere branche
        sonstiges
        apotheke
        blumenladen
        supermarkt
        catering
        wäscherei
        hofladen

option-food = Lebensmittel, ungekühlt
    .noted = Lebensmittel
    .said =
        lebensmittel
        essen
        backwaren
        gebäck
        gemüse
        getränke
        mittagsmenüs
option-chilled = Gekühltes
    .noted = Gekühltes
    .said =
        gekühltes
        kühlware
        muss kalt bleiben
        tiefkühlware
        speiseeis
        frischer fisch
        fleisch
        milchprodukte
        medikamente die gekühlt werden
option-parcels = Pakete und Briefe
    .noted = Pakete
    .said =
        pakete
        päckchen
        briefe
        post
        sendungen
        unterlagen
        blumen
option-tools = Werkzeug und Material
    .noted = Werkzeug
    .said =
        werkzeuge
        werkzeugkoffer
        maschinen
        farbkübel
        rohre
        leitern
        baumaterial
option-bulky = Sperriges
    .noted = Sperriges
    .said =
        fässer
        bierfässer
        getränkekisten
        sperriges
        sperrgut
        möbel
        grünschnitt
        mülltonnen
        wäschesäcke
        große sachen

option-decides_alone = Ich entscheide selbst
    .need = entscheidet selbst
    .said =
        ich entscheide selbst
        ich bin der Inhaber
        ich bin die Inhaberin
        das entscheide ich
option-decides_together = Wir entscheiden zusammen
    .need = entscheidet gemeinsam mit anderen
    .said =
        wir entscheiden zusammen
        das entscheiden wir gemeinsam
option-decides_other = Jemand anderer entscheidet
    .need = jemand anderer entscheidet
    .said =
        mein Chef entscheidet
        das entscheidet die Geschäftsführung
        meine Chefin muss zustimmen
option-now = So bald wie möglich
    .need = so bald wie möglich
    .said =
        bald
        möglichst bald
        sofort
        so bald wie möglich
        so schnell es geht
        diesen monat
        dringend
        am besten gestern
        in den nächsten wochen
option-quarter = Innerhalb von drei Monaten
    .need = innerhalb von drei Monaten
    .said =
        im frühling
        im frühjahr
        in drei monaten
        dieses quartal
        nächstes quartal
        bis zum frühling
        in zwei monaten
        vor der saison
option-year = Innerhalb eines Jahres
    .need = innerhalb eines Jahres
    .said =
        im herbst
        nach dem sommer
        dieses jahr
        heuer noch
        nächstes jahr
        irgendwann im lauf des jahres
        in einem halben jahr
        bis jahresende
option-just_looking = Nur schauen
    .need = schaut sich erst um
    .said =
        nur schauen
        ich schau nur
        noch nichts konkretes
        reine neugier
        nur informieren
        kein plan bisher

option-refine = Mit meinem Alltag abgleichen
    .said =
        abgleichen
        genauer bitte
        fragen sie mehr
        prüfen ob es passt
option-quote = Angebot anfordern
    .said =
        angebot
        das angebot
        offert
        angebot bitte
option-test_ride = Probefahrt vereinbaren
    .said =
        probefahrt
        ausprobieren
        testen
        eine runde fahren
option-talk = Beratung durch eine Person
    .said =
        beratung
        persönlich beraten
        ein gespräch am telefon
        eine kollegin
option-look = Ich schaue mich noch um
    .said =
        umschauen
        nichts mehr
        reicht fürs erste
        danke, das genügt
        mehr brauche ich nicht

option-repair = Reparatur oder Defekt
    .said =
        eine reparatur
        etwas ist kaputt
        defekt
        ein schaden
        patschen
        es macht geräusche
option-part = Teil oder Zubehör
    .said =
        ein teil
        ersatzteil bestellen
        ich brauche einen neuen spiegel
        ein zubehörteil
option-more_bikes = Weitere Räder
    .said =
        weitere räder
        noch ein rad
        flotte erweitern
        ein zweites
option-bill = Rechnung oder Vertrag
    .said =
        die rechnung
        mein vertrag
        eine frage zur zahlung
        leasingvertrag
option-complaint = Eine Beschwerde
    .said =
        eine beschwerde
        ich bin nicht zufrieden
        bin enttäuscht
        es ist etwas schiefgelaufen
