## Modelle, Zubehör und Leistungen, und wie Leute danach fragen.

kind-bikes = Lastenräder
    .said =
        rad
        räder
        rädern
        lastenrad
        lastenräder
        lastenfahrrad
        modell
        modelle
        transportrad
        cargobike
kind-accessories = Zubehör
    .said =
        zubehör
        extras
        ausstattung
        zusatzteile
        anbauteile
kind-services = Leistungen
    .said =
        leistung
        leistungen
        dienstleistungen
        servicepakete

product-brotbote = Brotbote
    .about = Unser Bäckerrad: eine isolierte Box mit Schienen für Brotkisten, ein Dach über dem Kopf und ein Rückwärtsgang für den Hinterhof
    .said =
        brotbote
        brotboten
        brot bote
        brotbotte
        bäckerrad
        bäckereirad
product-blitzkurier = Blitzkurier
    .about = Leicht und flink auf zwei Rädern: für Kuriere, die achtzigmal am Tag stehen bleiben
    .said =
        blitzkurier
        blitzkuriers
        blitz kurier
        blitzkurrier
        kurierrad
        der schnelle
product-lastesel = Lastesel
    .about = Das Arbeitstier fürs Handwerk: eine große Box zum Absperren, auf Wunsch mit Laden, und Bremsen für eine Vierteltonne
    .said =
        lastesel
        lastesels
        last esel
        lastessel
        esel
        handwerkerrad
product-stadtwerker = Stadtwerker
    .about = Vier Räder und eine Kipppritsche für Gemeinden: Grünschnitt, Tonnen, Schilder, Streugut
    .said =
        stadtwerker
        stadtwerkers
        stadt werker
        statwerker
        kommunalrad
        kipper
        der mit vier rädern
product-weitlaeufer = Weitläufer
    .about = Zwei Akkus für lange Touren zwischen den Orten; man sitzt den ganzen Tag bequem
    .said =
        weitläufer
        weitläufers
        weitlaeufer
        weit läufer
        weitleufer
        langstreckenrad
        das rad für lange touren
product-winzling = Winzling
    .about = Der Kompakte, kaum länger als ein normales Fahrrad: für enge Gassen, kleine Ladungen und eine Ecke im Geschäft
    .said =
        winzling
        winzlings
        winslig
        winzlink
        kompaktrad
        das kompakte
product-zugpferd = Zugpferd
    .about = Starker Motor und Kupplung ab Werk: Es zieht, was in keine Box passt
    .said =
        zugpferd
        zugpferds
        zug pferd
        zugferd
        anhängerrad
        zugmaschine
product-frostbeule = Frostbeule
    .about = Eine Kühlbox, die acht Stunden lang 2 bis 7 °C hält, mit Datenlogger für die Aufzeichnungen
    .said =
        frostbeule
        frost beule
        frostbäule
        kühlrad
        kühlfahrrad
        das rad mit kühlung
product-huckepack = Anhänger Huckepack
    .about = Ein zweirädriger Anhänger mit Deckel und Kupplung ohne Werkzeug; passt an jedes Rad mit Anhängevorrichtung
    .said =
        huckepack
        hucke pack
        anhänger
        anhängers
        fahrradanhänger
product-powerpack = Powerpack
    .about = Ein zweiter Akku, in Sekunden gewechselt; er verdoppelt bei den meisten Modellen die Strecke
    .said =
        powerpack
        power pack
        zusatzakku
        ersatzakku
        reserveakku
product-schnelllader = Schnelllader
    .about = Lädt einen Akku mit 1000 Wh in etwa zwei Stunden, an einer normalen Steckdose
    .said =
        schnelllader
        schnellader
        schnellladegerät
        ladegerät
product-regendach = Regendach
    .about = Ein klares Dach für den Menschen am Lenker, in einer Stunde montiert, für die Modelle ohne Dach ab Werk
    .said =
        regendach
        regen dach
        regenverdeck
        verdeck
product-spuernase = Spürnase
    .about = Ein versteckter Tracker mit Alarm, SIM-Karte für zwei Jahre inklusive
    .said =
        spürnase
        spuernase
        gps tracker
        ortungsgerät
        gps sender
product-werkbank = Werkbank
    .about = Laden und eine ausklappbare Arbeitsplatte in der Box, für Lastesel und Stadtwerker
    .said =
        werkbank
        werk bank
        ladensystem
        regaleinsatz
        schubladen
product-kaltblock = Kaltblock
    .about = Ein Kühleinsatz für die Boxen von Brotbote und Blitzkurier, mit Kühlakkus, gut für vier Stunden
    .said =
        kaltblock
        kalt block
        kühleinsatz
        kühlbox zum einsetzen
product-winterschuh = Winterschuh
    .about = Ein Satz Spikereifen für Eis und festen Schnee
    .said =
        winterschuh
        winterschuhe
        winterreifen
        spikes
        spikereifen
product-pflegepaket = Pflegepaket
    .about = Zwei Wartungen im Jahr bei Ihnen vor Ort, Verschleißteile inklusive; der Preis gilt pro Rad und Jahr
    .said =
        pflegepaket
        pflege paket
        wartungspaket
        servicepaket
product-fahrtraining = Fahrtraining
    .about = Ein halber Tag Fahren mit bis zu acht Ihrer Leute, bei Ihnen
    .said =
        fahrtraining
        fahrtrainings
        fahrkurs
        fahrerschulung
product-beschriftung = Beschriftung
    .about = Ihr Logo und Ihre Farben als Folie auf der Box, gemeinsam gestaltet; der Preis gilt pro Rad
    .said =
        beschriftung
        folierung
        beklebung
        aufkleber
product-rundumschutz = Rundumschutz
    .about = Versicherung gegen Diebstahl, Sturz und Vandalismus; der Preis gilt pro Rad und Jahr
    .said =
        rundumschutz
        rundum schutz
        vollkasko
        versicherungspaket

attribute-price = Preis
    .tells = { $product } kostet { $value } netto.
    .said =
        preis
        was kostet
        wie viel kostet
        wieviel kostet
        wie teuer
        kosten für
        was verlangt ihr für
        was zahlt man für
    .most = teuerste, teuersten, teuerstes, am teuersten, teurer, teurere
    .least = billigste, billigsten, billigstes, am billigsten, günstigste, günstigsten, günstigstes, am günstigsten, günstiger, billiger, preiswerteste
attribute-lease = Leasingrate im Monat
    .tells = Im Leasing kostet { $product } { $value } im Monat, auf 48 Monate.
    .said =
        leasingrate
        leasingrate im monat
        was kostet das im monat
        monatsrate
        rate pro monat
        monatlich
    .most = höchste rate, höchsten rate
    .least = niedrigste rate, kleinste rate, niedrigsten rate
attribute-payload_kg = Zuladung
    .tells = { $product } trägt bis zu { $value }, die Person am Lenker nicht mitgerechnet.
    .said =
        zuladung
        wie viel trägt
        wie viel kilo
        nutzlast
        tragkraft
        was kann man aufladen
        wie schwer darf die ladung sein
        tragen
        transportieren
    .most = größte, größten, größtes, größter, das große, der große, die große, den großen, dem großen, vom großen, beim großen, stärkste, stärksten, am stärksten, trägt am meisten, trägt mehr, schwerste ladung, kräftigste, meiste zuladung
    .least = kleinste, kleinsten, kleinstes, kleinster, das kleine, der kleine, den kleinen, dem kleinen, vom kleinen, beim kleinen, schwächste, trägt am wenigsten, kleinste zuladung
attribute-towing_kg = Anhängelast
    .tells = { $product } zieht einen Anhänger bis { $value }.
    .said =
        anhängelast
        wie viel zieht
        ziehen
        zuglast
        wie schwer darf der anhänger sein
    .most = zieht am meisten, größte anhängelast, zieht mehr
    .least = zieht am wenigsten
attribute-range_km = Reichweite
    .tells = { $product } kommt mit einer Akkuladung etwa { $value } weit, halb beladen, in der Stadt.
    .said =
        wie viele kilometer schafft
        was schafft er mit vollem akku
        wie lange hält der akku unterwegs
        reichweite
        wie weit kommt
        wie weit fährt
        wie viele kilometer
        mit einer ladung
        mit vollem akku
        wie weit komm ich
    .most = größte reichweite, am weitesten, weiteste, längste strecke, weiter, meisten kilometer
    .least = kürzeste reichweite, geringste reichweite
attribute-box_volume_l = Boxvolumen
    .tells = In die Box von { $product } passen { $value }.
    .said =
        boxvolumen
        liter
        wie groß ist die box
        wie viel passt rein
        ladevolumen
        stauraum
        laderaum
    .most = größte box, größten box, meisten platz, geräumigste, am meisten platz
    .least = kleinste box, wenigsten platz
attribute-weight_kg = Gewicht
    .tells = { $product } wiegt selbst { $value }, samt Akku.
    .said =
        gewicht
        wie schwer ist
        was wiegt
        eigengewicht
        leergewicht
        wiegt
    .most = schwerste, schwersten, schwerstes, am schwersten, schwerer
    .least = leichteste, leichtesten, leichtestes, am leichtesten, leichter
attribute-width_cm = Breite
    .tells = { $product } ist { $value } breit.
    .said =
        breite
        wie breit
        passt es durch die tür
        durchfahrt
        breit
    .most = breiteste, breitesten, am breitesten, breiter
    .least = schmalste, schmalsten, schmalstes, am schmalsten, schmaler
attribute-top_speed_kmh = Höchstgeschwindigkeit
    .tells = Der Motor unterstützt bei { $product } bis { $value }.
    .said =
        höchstgeschwindigkeit
        wie schnell
        tempo
        geschwindigkeit
        spitze
        kmh
    .most = schnellste, schnellsten, schnellstes, am schnellsten, schneller
    .least = langsamste, langsamsten, am langsamsten
attribute-battery_wh = Akkugröße
    .tells = { $product } hat { $value } an Bord.
    .said =
        akkugröße
        akkukapazität
        wie groß ist der akku
        wattstunden
        wie viel wh
    .most = größter akku, größten akku, stärkster akku
    .least = kleinster akku, kleinsten akku
attribute-charge_time = Ladezeit
    .tells = { $product } ist an einer normalen Steckdose nach etwa { $value } wieder voll.
    .said =
        ladezeit
        ladedauer
        wie lange dauert das laden
        wie lange lädt
        bis der akku voll ist
    .most = längste ladezeit, lädt am langsamsten
    .least = kürzeste ladezeit, lädt am schnellsten, schneller voll
attribute-lead_time = Lieferzeit
    .tells = { $product }: Lieferzeit etwa { $value }.
    .said =
        wann wären die da
        und wann sind sie dann hier
        wie lange bis wir sie haben
        wann kriege ich die räder
        wann krieg ich es
        wie lang wart ich darauf
        wann wäre es da
        wie viele wochen dauert das
        wann könnt ihr liefern
        lieferzeit
        wartezeit
        wie lange müssen wir warten
        wann bekommen wir
        wie schnell lieferbar
        lieferfrist
        bauzeit
    .most = längste lieferzeit, längste wartezeit
    .least = kürzeste lieferzeit, am schnellsten lieferbar, schneller lieferbar, am schnellsten da
attribute-warranty = Garantie
    .tells = Auf { $product } geben wir { $value } Garantie.
    .said =
        garantie
        gewährleistung
        wie lange garantie
        garantiezeit
        jahre garantie
    .most = längste garantie, am längsten garantie
    .least = kürzeste garantie
attribute-wheels = Anzahl der Räder
    .said =
        wie viele räder hat
        zwei oder drei räder
        zweirädrig
        dreirädrig
        anzahl der räder
attribute-roof = Fahrerdach
    .yes = Ja, { $product } hat ein Dach über dem Kopf.
    .no = Nein, { $product } hat kein Dach; das Regendach lässt sich ergänzen.
    .said =
        dach
        mit dach
        überdacht
        wetterschutz
        regenschutz
attribute-cooled = Kühlung
    .yes = Ja, { $product } ist gekühlt.
    .no = Nein, { $product } ist nicht gekühlt. Für Kühlware gibt es die Frostbeule oder den Einsatz Kaltblock.
    .said =
        kühlung
        gekühlt
        gekühlte
        mit kühlbox
        hält kalt
attribute-reverse = Rückwärtsgang
    .yes = Ja, { $product } hat einen Rückwärtsgang.
    .no = Nein, { $product } hat keinen Rückwärtsgang; Zweiräder schiebt man einfach zurück.
    .said =
        rückwärtsgang
        rückwärts
        rückwärts fahren
        reversieren
        retourgang
attribute-good_for = gebaut für
    .said =
        gebaut für
        geeignet für
        gedacht für
        für wen ist
        gut für
attribute-carries = Ladegut
    .said =
        ladegut
        was kann man damit transportieren
        welche waren
        was kommt in die box
