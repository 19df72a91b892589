## Was Leute fragen, und was wir antworten. Wer dafür zuständig ist: dialogs/answers.yaml.

answer-leasing = Ja, über unsere Partnerbank auf 24, 36 oder 48 Monate: im Monat, auf 48 Monate und netto, von { $winzling-lease } für den Winzling bis { $frostbeule-lease } für die Frostbeule. Am Ende geben Sie das Rad zurück, behalten es um einen kleinen Betrag oder nehmen ein neues.
    .label = Leasing
    .said =
        bieten sie leasing an
        kann man die räder leasen
        geht auch leasing
        leasingkonditionen
        leasen statt kaufen
        was passiert nach dem leasing
        wie lange läuft so ein leasing
        mit welcher bank macht ihr leasing
        firmenleasing
        leasing für betriebe
        wir wollen nicht kaufen sondern leasen
        restwert beim leasing
answer-financing = Ja. Neben Leasing gibt es den Mietkauf über 12 bis 60 Monate bei unserer Bank; nach der letzten Rate gehören die Räder Ihnen. Ab 5.000 Euro Auftragswert, die Bank antwortet meist in drei Arbeitstagen.
    .label = Ratenzahlung
    .said =
        ratenzahlung möglich
        finanzierung
        mietkauf
        kredit für die räder
        auf raten kaufen
        abzahlen über mehrere jahre
        welche finanzierungsmöglichkeiten gibt es
        kann man in teilbeträgen zahlen
answer-subsidies_at = In Österreich fördern der Bund und mehrere Länder Lastenräder für Betriebe. Die Beträge ändern sich jedes Jahr, und meist stellt man den Antrag vor der Bestellung; wir schauen mit Ihnen nach, was für Ihren Ort gerade offen ist.
    .austria = { answer-subsidies_at }
    .germany = { answer-subsidies_de }
    .elsewhere = Für { $place } habe ich keine Liste der Förderungen. Viele Orte und Länder unterstützen Lastenräder für Betriebe, und fast immer kommt der Antrag vor der Bestellung; das Team schaut mit Ihnen nach: { $phone }.
    .label = Förderung in Österreich
    .said =
        förderung in österreich
        gibt es eine förderung für lastenräder
        klimaaktiv mobil
        zahlt das land steiermark etwas dazu
        zuschuss vom bund
        welche förderungen gibt es
        umweltförderung
        bekommt man geld vom staat zurück
answer-subsidies_de = In Deutschland fördern einige Länder und viele Städte Lastenräder für Betriebe. Die Regeln sind überall anders, und fast immer kommt der Antrag vor der Bestellung; nennen Sie uns den Ort, dann sehen wir nach.
    .label = Förderung in Deutschland
    .said =
        förderung in deutschland
        bafa
        kfw zuschuss
        fördert bayern lastenräder
        förderprogramm der stadt münchen
        gibt es in berlin geld dafür
        bundesförderung deutschland
        deutscher zuschuss für gewerbliche lastenräder
answer-bulk_discount = Ab fünf Rädern eines Modells zahlen Sie 4 % weniger als den Listenpreis, ab zehn 8 %, ab fünfundzwanzig 12 %. Beim Zubehör sind es 5 % ab zehn Stück.
    .label = Mengenrabatt
    .said =
        gibt es rabatt
        billiger wenn wir mehrere nehmen
        gibt es mengenrabatt
        rabatt bei größerer stückzahl
        wird es billiger wenn wir mehr nehmen
        flottenrabatt
        staffelpreise
        wie viel nachlass bei einem dutzend
        kann man am preis noch was machen
        geht da noch was beim preis
        skonto
        sonderpreis für viele räder
answer-vat = Alle unsere Preise sind netto. In Österreich kommen 20 % Umsatzsteuer dazu; Firmen in der übrigen EU mit gültiger UID bekommen die Rechnung ohne Steuer (Reverse Charge).
    .label = Umsatzsteuer
    .said =
        ist die mehrwertsteuer dabei
        netto oder brutto
        sind die preise inklusive steuer
        umsatzsteuer
        kommt da noch was drauf
        ohne mwst für eu firmen
        uid nummer
        ust
answer-invoice = Ja, Firmen zahlen auf Rechnung: 30 % bei der Bestellung, den Rest innerhalb von 14 Tagen nach der Lieferung.
    .label = Rechnung und Zahlungsziel
    .said =
        kann man auf rechnung zahlen
        zahlungsbedingungen
        müssen wir vorauszahlen
        wie viel anzahlung
        wie lange ist das zahlungsziel
        wann ist die rechnung fällig
        zahlen wir erst nach lieferung
        anzahlung bei bestellung
answer-payment_methods = Üblich ist die Überweisung; Leasing und Mietkauf laufen über die Bank. Bargeld und Kreditkarten nehmen wir für Räder nicht, Zubehör im Webshop geht mit Karte.
    .label = Zahlungsarten
    .said =
        wie kann ich bezahlen
        nehmt ihr kreditkarten
        zahlungsarten
        geht paypal
        bar zahlen
        per überweisung
        zahlungsmöglichkeiten
        kartenzahlung
answer-tax_benefits = In den meisten Ländern kann ein Betrieb Lastenräder abschreiben und die Vorsteuer abziehen, anders als bei vielen Autos. Wie viel das bei Ihnen ist, weiß Ihre Steuerberatung; die Unterlagen dafür liefern wir.
    .label = Steuer und Abschreibung
    .said =
        kann ich das abschreiben
        steuerliche vorteile
        abschreibung
        vorsteuerabzug
        absetzbar
        was sagt das finanzamt
        sparen wir damit steuern
        betriebsausgabe
        nutzungsdauer afa
answer-delivery_area = Fahrfertig liefern wir in Österreich, Deutschland, der Schweiz, Slowenien und Norditalien. Nach Polen und Spanien geht es per Spedition, dort macht eine Partnerwerkstatt das Rad fertig.
    .ready = Ja, { $place } beliefern wir, und zwar fahrfertig: Sie laden nur noch den Akku.
    .north = Nach Norditalien ja, fahrfertig. Für { $place } nennen Sie im Angebot den Ort, dann sagt das Team, wie es dorthin kommt.
    .carrier = Ja, { $place } geht: per Spedition, und eine Partnerwerkstatt dort macht das Rad für Sie fertig.
    .none = { $place } leider noch nicht: Wir liefern in Österreich, Deutschland, der Schweiz, Slowenien und Norditalien, per Spedition nach Polen und Spanien. Ob eine Ausnahme geht, weiß das Team: { $phone }.
    .label = Wohin wir liefern
    .said =
        liefert ihr auch nach ungarn
        schickt ihr ins ausland
        bringt ihr es zu uns in den ort
        wohin liefert ihr
        liefert ihr nach deutschland
        lieferung in die schweiz
        versand ins ausland
        liefergebiet
        kommt ihr auch bis hamburg
        liefern sie nach südtirol
        in welche länder verkauft ihr
answer-delivery_cost = Ab drei Rädern ist die Lieferung in Österreich und Deutschland dabei. Für ein oder zwei Räder sind es 190 Euro; andere Länder stehen im Angebot.
    .label = Lieferkosten
    .said =
        was kommt für den versand dazu
        ist die lieferung gratis
        was kostet die lieferung
        lieferkosten
        versandkosten
        ist die zustellung gratis
        transportkosten
        frei haus
        kostet das liefern extra
        frachtkosten
answer-rush_order = Manchmal. Ein paar Räder der gängigen Modelle haben wir lagernd, und ein Leihrad überbrückt, bis Ihres fertig ist. Einen Termin, den die Werkstatt nicht halten kann, versprechen wir nicht; den Stand von heute hören Sie unter { $phone }.
    .label = Schneller liefern
    .said =
        geht es auch schneller
        habt ihr räder lagernd
        wir brauchen es bis nächste woche
        express
        sofort verfügbar
        warum dauert das so lange
        eilig
        kann ich morgen eins mitnehmen
        auf lager
answer-minimum_order = Keine Mindestmenge. Viele Betriebe fangen mit einem Rad an, fahren es eine Saison und entscheiden dann.
    .label = Mindestmenge
    .said =
        gibt es eine mindestmenge
        mindestbestellmenge
        verkauft ihr auch einzelne räder
        wir brauchen nur eines
        kann man mit einem anfangen
        wie viele muss man mindestens nehmen
        ist ein einziges rad zu wenig für euch
        erst eins, später mehr
answer-cancel_order = Bis wir zu bauen anfangen, können Sie kostenlos absagen; zwei Wochen vorher sagen wir Bescheid. Danach behalten wir die Anzahlung nur so weit, wie Teile eigens für Sie gemacht wurden.
    .label = Bestellung stornieren
    .said =
        kann man eine bestellung stornieren
        storno
        stornobedingungen
        was wenn wir es uns anders überlegen
        vom vertrag zurücktreten
        auftrag ändern
        rücktritt vom kauf
        bestellung absagen
answer-returns = Wenn ein Rad nicht passt, nehmen wir es innerhalb von 30 Tagen zurück, abzüglich 2 Euro pro gefahrenem Kilometer und höchstens 15 % des Preises. Ausgenommen sind lackierte und eigens gebaute Räder.
    .label = Rückgabe
    .said =
        kann man ein rad zurückgeben
        rückgaberecht
        was wenn es nicht passt
        geld zurück
        zurückschicken
        umtausch
        rückgabe nach einem monat
        nicht zufrieden, nehmt ihr es zurück
answer-assembly = Zu montieren ist nichts. Die Räder kommen eingestellt, geladen und probegefahren; Sattel einstellen und los.
    .label = Montage
    .said =
        muss man es zusammenbauen
        kommt das rad fertig montiert
        wird es im karton geliefert
        montage
        wer baut das auf
        brauche ich werkzeug zum aufbauen
        fahrbereit geliefert
        endmontage
answer-service_on_site = Ja, unsere Leute kommen zu Ihnen: zweimal im Jahr mit dem Pflegepaket, { $pflegepaket-price } pro Rad und Jahr mit Verschleißteilen. Rund um Graz, Wien, Linz und München wir selbst, sonst eine Partnerwerkstatt.
    .label = Service bei Ihnen vor Ort
    .said =
        kommt ihr zum reparieren zu uns
        service vor ort
        mobiler mechaniker
        wartet ihr die räder bei uns im betrieb
        wer kümmert sich um die flotte
        wartungsvertrag
        kommt ein techniker vorbei
        wartung am standort
answer-service_interval = Alle 1.500 Kilometer oder zweimal im Jahr, je nachdem, was früher kommt. Etwa eine Stunde pro Rad. Mit dem Pflegepaket machen wir beide Wartungen bei Ihnen vor Ort, { $pflegepaket-price } pro Rad und Jahr, Verschleißteile inklusive.
    .label = Wartungsintervall
    .said =
        was zahle ich jährlich fürs service
        wartungskosten pro jahr
        wie oft muss es zum service
        wartungsintervall
        wann ist die erste inspektion
        wie viel wartung ist nötig
        wie oft im jahr service
        wie lange dauert eine wartung
        pickerl oder überprüfung
        regelmäßige kontrolle
        wie aufwendig ist das service übers jahr
answer-workshops = Etwa 140 Partnerwerkstätten in Österreich, Deutschland, der Schweiz, Spanien und Polen, alle auf unsere Räder geschult. Die nächste finden Sie auf der Karte: { $web }
    .near = Ja, in { $place } gibt es Partnerwerkstätten, die auf unsere Räder geschult sind. Die nächste finden Sie auf der Karte: { $web }
    .none = In { $place } haben wir noch keine Partnerwerkstatt; unsere etwa 140 sind in Österreich, Deutschland, der Schweiz, Spanien und Polen. Wie Service dort ginge, weiß das Team: { $phone }.
    .label = Werkstätten in der Nähe
    .said =
        wer repariert das rad wenn es kaputt ist
        gibt es jemanden der sie hier richtet
        wo ist die nächste werkstatt
        habt ihr partner in unserer nähe
        wer repariert die räder hier
        werkstattnetz
        servicepartner in wien
        kann das jeder fahrradmechaniker
        werkstätten in salzburg
        partnerbetriebe
answer-spare_parts = Teile für jedes Modell halten wir mindestens zehn Jahre nach dem letzten gebauten Rad. Gängige gehen in zwei Arbeitstagen aus Graz weg, und fast alle Verschleißteile sind Standard und in jedem Radgeschäft zu haben.
    .label = Ersatzteile
    .said =
        wie lange gibt es ersatzteile
        ersatzteile
        wo bekomme ich teile her
        sind das standardteile
        wie schnell kommen ersatzteile
        ersatzteilversorgung
        bremsbeläge nachkaufen
        teile in zehn jahren noch
answer-breakdown = Rufen Sie an: { $phone }. Das meiste lässt sich am Telefon oder am selben Tag in einer Partnerwerkstatt lösen. Dauert es länger als 48 Stunden, bekommen Sie ein Leihrad, mit dem Pflegepaket gratis.
    .label = Wenn ein Rad ausfällt
    .said =
        was ist wenn es kaputt geht
        wer hilft wenn etwas kaputt ist
        es fährt plötzlich nicht mehr
        was wenn ein rad ausfällt
        bekommen wir ein ersatzrad
        pannendienst
        rad bleibt unterwegs liegen
        leihrad während der reparatur
        wie schnell wird repariert
        ausfallzeit
        was tun bei einer panne
answer-warranty_cover = Rahmen, Motor, Elektronik und Box gegen Material- und Baufehler; Reifen, Beläge und Ketten verschleißen und sind nicht dabei. Beim Akku gilt sie, bis er unter 70 % der Kapazität fällt.
    .label = Was die Garantie abdeckt
    .said =
        was deckt die garantie ab
        ist der akku in der garantie
        sind verschleißteile dabei
        garantiebedingungen
        was ist ausgeschlossen
        wer zahlt bei rahmenbruch
        gilt das auch für den motor
        garantieverlängerung
answer-lifetime = Gebaut für etwa zehn Jahre und 60.000 Kilometer bei normaler Wartung. Unsere ältesten Räder von 2012 sind noch jeden Morgen unterwegs, mit dem zweiten oder dritten Akku.
    .label = Lebensdauer des Rades
    .said =
        wie lange hält so ein rad
        lebensdauer
        haltbarkeit
        wie viele kilometer macht es insgesamt
        wie lange kann man das fahren
        wie robust sind die
        hält der rahmen das aus
        wann ist es hinüber
answer-battery_life = Nach etwa 1.000 vollen Ladungen hat ein Akku noch rund 80 %. Bei einer Ladung pro Arbeitstag sind das vier bis fünf Jahre.
    .label = Lebensdauer des Akkus
    .said =
        wie viele jahre hält der akku
        lebensdauer akku
        wie viele ladezyklen
        wann ist der akku hinüber
        wird der akku mit der zeit schwächer
        akkualterung
        kapazitätsverlust
        lässt die batterie nach
answer-battery_replacement = Ein neuer Akku kostet { $powerpack-price } netto, gewechselt ist er in Sekunden und ohne Werkzeug. Den alten nehmen wir zum Recycling zurück.
    .label = Neuer Akku
    .said =
        was kostet ein neuer akku
        akku tauschen
        akkuwechsel
        wer entsorgt den alten akku
        kann ich den akku selbst wechseln
        batterie austauschen
        altbatterie zurückgeben
        preis für austauschakku
answer-battery_safety = Die Akkus sind nach EN 50604 geprüft und schalten bei Hitze oder Schaden selbst ab. Laden Sie trocken, über null Grad und nicht neben Brennbarem; mehr verlangen die meisten Versicherer nicht.
    .label = Sicherheit des Akkus
    .said =
        sind die akkus sicher
        kann der akku brennen
        brandgefahr beim laden
        brandschutz
        lithium gefährlich
        darf man im keller laden
        erlaubt die versicherung das laden im haus
        prüfzeichen akku
answer-second_battery = Ja. Der Powerpack ({ $powerpack-price }) sitzt neben dem ersten Akku oder fährt mit und bringt etwa dieselbe Strecke noch einmal. Der Weitläufer hat von Anfang an zwei.
    .label = Zweiter Akku
    .said =
        kann man einen zweiten akku dazunehmen
        mehr reichweite möglich
        zwei akkus gleichzeitig
        reichweite verlängern
        was wenn eine ladung nicht reicht
        größerer akku als option
        doppelakku
        akku zum wechseln mitnehmen
answer-range_real = Gemessen halb beladen, in der Stadt, bei 20 °C und mit 80 kg am Lenker. Mit voller Box und vielen Hügeln rechnen Sie mit einem Viertel weniger, bei Frost noch einmal mit einem Fünftel.
    .label = Wie ehrlich die Reichweite ist
    .said =
        ist die reichweite realistisch
        wie wurde die reichweite gemessen
        reichweite voll beladen
        stimmt das mit den kilometern wirklich
        wie weit mit voller ladung
        sinkt die reichweite mit gewicht
        ehrliche reichweite
        reichweite in der praxis
        welche strecke schafft es mit vollem laderaum
        wie weit reicht der akku mit schwerer ladung
answer-charging = Eine normale Steckdose reicht, keine Wallbox nötig. Der Akku lässt sich am Rad laden oder herausnehmen.
    .label = Wie man lädt
    .said =
        kann man es daheim anstecken
        welche steckdose braucht es
        brauche ich eine ladestation
        wie lädt man das
        reicht eine normale steckdose
        brauchen wir eine ladestation
        kann man den akku rausnehmen
        zu hause laden
        spezieller stecker
        wo laden wir die räder
        wallbox
        230 volt
answer-charging_cost = Etwa 30 Cent für einen vollen Akku mit 1000 Wh bei 30 Cent pro Kilowattstunde. Ein Rad, das täglich fährt, braucht Strom um rund 70 Euro im Jahr.
    .label = Kosten des Ladens
    .said =
        was kostet das laden
        stromkosten
        wie viel strom braucht es
        preis pro akkuladung
        energieverbrauch
        verbrauch auf 100 km
        kilowattstunden
        stromrechnung
answer-winter = Sie fahren das ganze Jahr. Unter null sinkt die Reichweite um etwa ein Fünftel, also den Akku über Nacht hineinnehmen; für Eis gibt es Spikereifen, der Satz Winterschuh um { $winterschuh-price }.
    .label = Fahren im Winter
    .said =
        fährt das auch bei schnee
        schadet die kälte
        eis und frost
        geht das im winter
        was ist bei schnee und eis
        funktioniert es bei kälte
        frost
        reichweite bei minusgraden
        winterbetrieb
        muss man es im winter einstellen
        glatteis
answer-rain = Regen macht nichts: Motor, Akku und Display sind dicht, die Boxen schließen gut. Für den Menschen am Lenker gibt es bei einigen Modellen ein Dach, für die anderen das Regendach.
    .label = Regen
    .said =
        was ist wenn es schüttet
        ist das wasserdicht
        was ist bei regen
        ist es wasserdicht
        wird das brot nass
        darf es im regen stehen
        werden meine leute nass
        schlechtwetter
        ist die box dicht
        spritzwasser
answer-hills = Ja. Der Motor zieht ein beladenes Rad etwa 15 % hinauf, kurze Stücke auch mehr. Ist es bei Ihnen steiler, nehmen Sie Ihre Ladung am besten zur Probefahrt mit.
    .label = Steigungen
    .said =
        kommt es mit voller ladung den berg hoch
        schafft das rad die hügel bei uns
        schafft es eine steigung
        kommt man damit bergauf
        kommt es den berg hinauf
        bei uns ist es steil
        schafft es steigungen
        hügelige gegend
        wie stark ist der motor am berg
        bergauf mit ladung
        steigung in prozent
        drehmoment
        newtonmeter
answer-handling = Die Zweiräder fahren sich wie ein langes Fahrrad; nach zehn Minuten vergisst man die Box. Drei Räder stehen von selbst und wollen langsame Kurven, das zeigen wir jedem vorher.
    .label = Wie es sich fährt
    .said =
        ist das schwer zu fahren
        kippt das um
        wie fährt sich das
        braucht man übung
        ist es in kurven stabil
        was ist leichter zu fahren, zwei oder drei räder
        kann damit jeder fahren
        wendig im verkehr
answer-brakes = Alle Modelle haben hydraulische Scheibenbremsen mit vier Kolben und eine Feststellbremse. Voll beladen steht ein Rad bei 25 km/h nach etwa fünf Metern.
    .label = Bremsen
    .said =
        welche bremsen sind drauf
        bremsweg
        sind die bremsen stark genug
        scheibenbremsen
        bleibt es mit ladung rechtzeitig stehen
        feststellbremse
        bremsen bergab
        handbremse
answer-punctures = Die Reifen haben eine dicke Schutzschicht; im Schnitt gibt es alle 4.000 Kilometer einen Platten. Flicken kann ihn jedes Radgeschäft, und im Pflegepaket sind die Reifen dabei.
    .label = Reifen und Pannen
    .said =
        platten
        reifenpanne
        wie oft ist ein reifen kaputt
        pannensichere reifen
        welche reifen sind montiert
        kann ich den reifen selbst wechseln
        schlauchlos
        scherben auf der straße
answer-noise = Kaum lauter als ein Fahrrad: ein leises Summen beim Anfahren. Darum fahren es Bäcker um vier in der Früh.
    .label = Lautstärke
    .said =
        ist es laut
        wie laut sind die räder
        kann man nachts ausliefern ohne wen aufzuwecken
        leise genug für den frühen morgen
        motorgeräusch
        dezibel
        lärm
        beschweren sich die nachbarn
answer-licence = Kein Führerschein, kein Kennzeichen: In der EU gilt es als Fahrrad, weil der Motor nur bis { $brotbote-top_speed_kmh } und nur beim Treten hilft. In Österreich darf man ab 12 allein damit fahren.
    .label = Führerschein
    .said =
        muss man dafür einen schein haben
        brauchen meine fahrer einen führerschein
        braucht man einen führerschein
        ab welchem alter darf man fahren
        kennzeichen nötig
        muss man es anmelden
        dürfen lehrlinge damit fahren
        gilt das als fahrrad
        typisierung
        zulassung
answer-helmet = Für Erwachsene ist er in Österreich und Deutschland nicht Pflicht, wir empfehlen ihn aber, und viele Betriebe schreiben ihn vor. Anderswo gelten vielleicht andere Regeln.
    .label = Helm
    .said =
        helmpflicht
        muss man einen helm tragen
        brauchen meine leute helme
        fahrradhelm
        warnweste
        schutzkleidung
        ist ein helm vorgeschrieben
        sicherheitsausrüstung
answer-speed_limit = Bei { $brotbote-top_speed_kmh } schaltet der Motor von Gesetzes wegen ab; dafür bleibt es ein Fahrrad, ohne Führerschein, Kennzeichen und Pflichtversicherung. In der Stadt sind Sie damit selten langsamer als ein Transporter.
    .label = Warum 25 km/h
    .said =
        warum nur 25
        geht es auch schneller als 25
        gibt es eine version mit 45 km/h
        s-pedelec
        kann man die drosselung aufheben
        ist der motor gedrosselt
        tempolimit
        tuning
answer-cycle_lanes = Sie dürfen auf Radwege, auf Busspuren, wo Räder erlaubt sind, und zu Lieferzeiten in viele Fußgängerzonen. Bis 100 cm Breite ist Ihnen in Österreich kein Radweg versperrt; schmäler sind alle unsere Räder.
    .label = Wo man fahren darf
    .said =
        darf man auf dem radweg fahren
        fußgängerzone erlaubt
        sind radwege breit genug
        busspur
        wo darf man damit fahren
        gegen die einbahn
        darf man am gehsteig fahren
        radwegpflicht
answer-parking = Ein Lastenrad darf stehen, wo ein Fahrrad stehen darf, auch auf einem Autoparkplatz, und es hält direkt vor der Tür. Kein Parkschein, keine Anrainerkarte.
    .label = Parken
    .said =
        wo kann man es abstellen
        brauchen wir parkplätze
        darf es am gehsteig stehen
        parkgebühren
        ladezone
        vor dem geschäft halten
        kurzparkzone
        hat es einen ständer
answer-storage = Eine trockene Ecke von etwa 2,6 mal 1 Meter pro Rad genügt; der Winzling braucht kaum mehr als ein Fahrrad. Draußen geht auch, mit Plane und Schloss.
    .label = Abstellen über Nacht
    .said =
        wo stellen wir die räder über nacht hin
        wie viel platz braucht ein rad
        kann es draußen bleiben
        garage nötig
        wie lang ist das rad
        räder unterstellen
        passt das in unseren hof
        abstellraum
answer-city_bans = Ja, Lastenräder dürfen hinein: Umweltzonen, autofreie Altstädte und Nachtfahrverbote gelten für Fahrräder nicht. Für viele war das der Grund, anzufangen.
    .label = Gesperrte Innenstädte
    .said =
        umweltzone
        unsere innenstadt ist autofrei
        fahrverbot für lieferwagen
        dieselverbot
        darf ich in gesperrte bereiche
        zufahrtsbeschränkung
        nachtfahrverbot
        citymaut
answer-children = Nein, unsere Räder sind nur für Waren zugelassen, nicht für Personen. Für Kinder schauen Sie bitte bei Herstellern von Familienrädern.
    .label = Kinder und Mitfahrende
    .said =
        kann man kinder mitnehmen
        kinder in der box
        kindersitz
        gibt es einen beifahrersitz
        können zwei leute fahren
        für die kita
        kann mein hund mitfahren
        rikscha
answer-rider_weight = Wer fährt, darf mit Kleidung und Tasche bis 120 kg wiegen; das kommt zur Zuladung dazu.
    .label = Gewicht der fahrenden Person
    .said =
        wie schwer darf der fahrer sein
        maximales fahrergewicht
        ich wiege 130 kilo
        zählt der fahrer zur zuladung
        gewichtsgrenze für fahrer
        unser fahrer ist ein bär von einem mann
        zulässiges gesamtgewicht
        körpergewicht
answer-rider_height = Von etwa 1,55 bis 2,00 Meter: Sattel und Lenker lassen sich ohne Werkzeug verstellen, so teilen sich mehrere ein Rad.
    .label = Körpergröße
    .said =
        passt das auch für große leute
        rahmengrößen
        wie groß muss man sein
        ich bin nur 1,58
        können sich mehrere fahrer ein rad teilen
        lässt sich der sattel verstellen
        eine größe für alle
        für kleine frauen geeignet
answer-training = Ja, im Fahrtraining: ein halber Tag bei Ihnen für bis zu acht Leute, { $fahrtraining-price } netto. Die meisten brauchen es weniger, als sie denken, und haben mehr Spaß daran.
    .label = Schulung fürs Team
    .said =
        schult ihr unsere fahrer
        einschulung fürs personal
        kurs für mitarbeiter
        meine leute sind sowas noch nie gefahren
        einweisung bei der übergabe
        bringt ihr uns das fahren bei
        schulung
        sicherheitstraining
answer-test_ride_how = Eine Probefahrt ist gratis, dauert etwa vierzig Minuten und verpflichtet zu nichts. In Graz stehen alle Modelle; ab fünf Rädern kommen wir zu Ihnen.
    .label = Ablauf einer Probefahrt
    .said =
        kostet eine probefahrt etwas
        wie lange dauert eine probefahrt
        wo finden probefahrten statt
        was muss ich zur probefahrt mitbringen
        kann man mehrere modelle testen
        kommt ihr zum vorführen zu uns
        ist das testen gratis
        wie läuft eine probefahrt ab
answer-trial_week = Für 90 Euro haben Sie ein Rad eine Woche im echten Betrieb, im Umkreis von 100 km um Graz oder München gebracht und geholt. Wenn Sie bestellen, ziehen wir den Betrag ab.
    .label = Eine Woche testen
    .said =
        können wir es eine woche testen
        testwoche
        länger ausprobieren im alltag
        ein rad für ein paar tage ausleihen
        testbetrieb
        pilotprojekt
        probezeit mit dem rad
        zwei wochen probieren bevor wir entscheiden
answer-rental = Ja, ab einem Monat: 290 Euro im Monat für die meisten Modelle, Service und Versicherung dabei. Gut für eine Saison oder einen Markt, auf Dauer teurer als Leasing.
    .label = Mieten
    .said =
        kann man räder mieten
        vermietet ihr auch
        mieten für den sommer
        kurzzeitmiete
        für drei monate mieten
        leihräder für eine veranstaltung
        miete statt leasing
        christkindlmarkt
answer-used_bikes = Ab und zu: Vorführräder und Leasingrückläufer, überholt, mit neuem Akku und einem Jahr Garantie, etwa ein Viertel unter dem Neupreis. Was heute da ist: { $web }
    .label = Gebrauchte Räder
    .said =
        habt ihr was gebrauchtes
        ein günstigeres gebrauchtes
        habt ihr gebrauchte räder
        gebraucht
        vorführräder
        second hand
        aus zweiter hand
        leasingrückläufer
        gibt es ältere zum halben preis
        überholte räder
answer-trade_in = Unsere eigenen Räder nehmen wir gegen neue zurück, zum Preis nach Alter und Zustand. Transporter und andere Marken kaufen wir nicht.
    .label = Altes Rad in Zahlung geben
    .said =
        nehmt ihr alte räder in zahlung
        eintausch
        altes rad gegen neues
        kauft ihr unseren transporter
        inzahlungnahme
        kauft ihr räder zurück
        rückkauf
        was bekomme ich für mein altes
answer-branding = Ja: Folie mit Ihrem Logo und Ihren Farben kostet { $beschriftung-price } pro Rad, Gestaltung inklusive. Rahmen in jeder RAL-Farbe kosten 180 Euro mehr und dauern zwei Wochen länger.
    .label = Logo und Farben
    .said =
        kann unser logo drauf
        eigene farbe möglich
        sonderlackierung
        werbung auf der box
        in unseren firmenfarben
        corporate design
        branding
        ral farbe
        wer macht die beschriftung
answer-custom_build = Oft ja. Boxen, Regale und Halterungen nach Maß bauen wir ab etwa drei Rädern; Zeichnung und Preis dauern eine Woche. Rahmen und Motor bleiben, wie sie zugelassen sind.
    .label = Sonderbau
    .said =
        baut ihr auch sonderanfertigungen
        spezielle box
        maßanfertigung
        wir brauchen eine eigene halterung
        könnt ihr das rad für unsere maschine umbauen
        individuelle lösung
        anderer aufbau auf demselben rahmen
        sonderbau
answer-retrofit = Fast alles lässt sich nachrüsten: Dach, Tracker, Laden, zweiter Akku, bei den meisten Modellen auch die Anhängerkupplung. Ihre Werkstatt braucht eine bis zwei Stunden dafür.
    .label = Nachrüsten
    .said =
        kann man zubehör nachrüsten
        nachträglich einbauen
        älteres rad aufrüsten
        später ein dach montieren
        passt neues zubehör auf alte räder
        nachrüstsatz
        schritt für schritt ergänzen
        umrüsten
answer-trailer = Ja: Der Anhänger Huckepack trägt { $huckepack-payload_kg } und kostet { $huckepack-price }. Das Zugpferd ist dafür gebaut und zieht bis zu { $zugpferd-towing_kg }.
    .label = Anhänger
    .said =
        kann man einen anhänger ziehen
        habt ihr anhänger
        anhängerkupplung
        was schweres hinten dranhängen
        gibt es eine kupplung
        zwei anhänger gleichzeitig
        hänger
        mit anhänger fahren
answer-box_sizes = Von { $winzling-box_volume_l } beim Winzling bis { $stadtwerker-box_volume_l } beim Stadtwerker. Eurokisten mit 60 mal 40 cm passen ab dem Brotboten in jede Box; der Brotbote nimmt zwölf Brotkisten.
    .label = Boxgrößen
    .said =
        welche boxgrößen gibt es
        passen eurokisten rein
        wie viele brotkisten gehen hinein
        innenmaße
        passt eine europalette
        maße der box
        abmessungen der kiste
        geht ein brett mit 120 cm rein
answer-food_hygiene = Die Boxen für Lebensmittel sind innen glatt, aus lebensmittelechtem Kunststoff und lassen sich ausspritzen. Die Konformitätserklärung, nach der die Kontrolle fragt, ist dabei.
    .label = Hygiene bei Lebensmitteln
    .said =
        ist die box lebensmittelecht
        hygienevorschriften
        wie reinigt man die box
        kann man sie ausspritzen
        lebensmittelkontrolle
        riecht die box
        desinfizieren
        lebensmittelinspektor
answer-haccp = Für Kühlware schreibt die Frostbeule jede Minute die Temperatur mit und gibt Ihnen die Liste als Datei. Das deckt den Transport in Ihrem HACCP-Konzept ab; das Konzept selbst bleibt bei Ihnen.
    .label = HACCP-Nachweise
    .said =
        haccp
        temperaturprotokoll
        nachweis der kühlkette
        dokumentation fürs lebensmittelamt
        temperaturaufzeichnung
        datenlogger
        gibt es haccp unterlagen
        aufzeichnungspflicht
answer-cooling = Die Frostbeule kühlt aktiv auf 2 bis 7 °C, acht Stunden lang, und kostet { $frostbeule-price }. Für kürzere Runden reicht oft der Einsatz Kaltblock um { $kaltblock-price }.
    .label = Kühlen
    .said =
        wie bleibt die ware kalt
        können wir eis ausliefern
        bleibt es unter fünf grad
        aktive kühlung
        wie lange hält die kühlung
        fisch ausliefern
        kühltransport
        schmilzt die torte im sommer
        kühlkette
answer-theft = Jedes Rad hat ein Rahmenschloss und eine absperrbare Box. Dazu der Tracker Spürnase ({ $spuernase-price }) und nachts eine Kette; von 900 Rädern haben wir bisher elf verloren, und sechs kamen wieder.
    .label = Diebstahl und Schlösser
    .said =
        was wenn es gestohlen wird
        wie sperrt man es ab
        angst vor dieben
        was ist mit diebstahl
        wie sichert man das rad
        welches schloss
        werden die oft gestohlen
        diebstahlschutz
        alarmanlage
        kann wer die pakete klauen
        ist die box versperrbar
        was wenn wer das rad fladert
        kann man das rad draußen stehen lassen ohne dass es gestohlen wird
        was passiert wenn es geklaut wird
answer-insurance = Der Rundumschutz deckt Diebstahl, Sturz und Vandalismus für { $rundumschutz-price } pro Rad und Jahr. Vorgeschrieben ist keine; das Fahren deckt meist Ihre Betriebshaftpflicht, fragen Sie bitte dort nach.
    .label = Versicherung
    .said =
        bietet ihr eine versicherung an
        ist eine versicherung pflicht
        was kostet die versicherung
        kasko
        haftpflicht
        wer versichert die räder
        vandalismus
        flotte versichern
answer-tracking = Mit der Spürnase sehen Sie alle Räder auf einer Karte. Sie folgt dem Rad, nicht dem Menschen: Sagen Sie es Ihren Leuten, und schalten Sie den Tourenverlauf ab, wenn Sie ihn nicht brauchen.
    .label = Ortung der Räder
    .said =
        sehe ich wo die räder sind
        ortung
        flottenortung
        gps position der fahrer
        touren überwachen
        darf man mitarbeiter orten
        telematik
        live standort
answer-app = Gibt es, nötig ist sie nicht: Sie zeigt Ladung, Strecke und den nächsten Service jedes Rades. Drei Jahre gratis, danach 2 Euro pro Rad und Monat.
    .label = Die App
    .said =
        gibt es eine app
        braucht man ein smartphone
        flottensoftware
        akkustand am handy sehen
        android oder iphone
        was kostet die app
        übersicht für den fuhrparkleiter
        schnittstelle zur tourenplanung
answer-keys = Ein Schlüssel für Schloss, Box und Akku, und auf Wunsch derselbe für die ganze Flotte. Verlorene gibt es nach Nummer innerhalb von zwei Tagen neu.
    .label = Schlüssel
    .said =
        wie viele schlüssel sind dabei
        ein schlüssel für alle räder
        schlüssel verloren
        gleichschließend
        ersatzschlüssel
        geht das auch ohne schlüssel
        schlüsselkarte
        sperrsystem
answer-software_updates = Updates für Motor und Display machen wir bei jedem Service, kostenlos. Während der Fahrt wird nichts über Funk aktualisiert.
    .label = Software-Updates
    .said =
        software updates
        firmware
        aktualisiert sich das von selbst
        sind updates gratis
        update über funk
        bekommt das display neue funktionen
        wie aktualisiere ich den motor
        neue softwareversion
answer-sustainability = Rahmen aus österreichischem und deutschem Stahl, geschweißt und lackiert in Graz mit Solarstrom; Akkus gehen zum Recycling an den Hersteller. Was wir noch nicht besser können: Die Zellen kommen aus Korea.
    .label = Material und Recycling
    .said =
        wie nachhaltig sind eure räder
        woher kommt das material
        produziert ihr umweltfreundlich
        recycling am ende
        ökobilanz vom akku
        ökologisch
        habt ihr ein umweltzertifikat
        lieferkette
answer-co2 = Ein ersetzter Transporter spart bei 10.000 km etwa zwei Tonnen CO2 im Jahr. Das Rad selbst braucht mit österreichischem Strom rund 25 kg.
    .label = Eingespartes CO2
    .said =
        wie viel co2 sparen wir
        co2 bilanz
        emissionen im vergleich zum lieferwagen
        klimabilanz
        co2 pro kilometer
        zahlen für unseren nachhaltigkeitsbericht
        treibhausgase
        tonnen co2 im jahr
answer-too_expensive = Das ist viel Geld, das stimmt. Was hilft: ein kleineres Modell wie der Winzling um { $winzling-price }, Leasing (der Brotbote um { $brotbote-lease } im Monat), an vielen Orten eine Förderung oder ein gebrauchtes Rad. Sagen Sie mir, was Sie transportieren, dann suche ich das kleinste, das reicht.
    .label = Zu teuer
    .said =
        das zahlt mir keiner
        das bekomme ich nie genehmigt
        so viel geben wir nicht aus
        das ist viel geld
        das kann ich mir nicht leisten
        das ist uns zu teuer
        zu teuer
        ist mir zu teuer
        viel zu viel geld
        ganz schön happig
        so viel für ein fahrrad
        das können wir uns nicht leisten
        um das geld krieg ich ein auto
        sprengt unser budget
        gibt es nichts billigeres
answer-van_cost = Ein kleiner Transporter kostet die meisten Betriebe 600 bis 800 Euro im Monat, mit Sprit, Steuer, Versicherung und Parken. Ein Brotbote im Leasing mit Service und Versicherung liegt bei etwa 160; es rechnet sich, sobald wirklich ein Transporter wegfällt.
    .label = Kosten gegenüber dem Transporter
    .said =
        was sparen wir gegenüber dem auto
        ist das billiger als ein transporter
        kostenvergleich mit dem auto
        wann rechnet sich das
        gesamtkosten
        amortisation
        was sparen wir gegenüber unseren lieferwagen
        zahlt sich das aus
        rentiert sich so ein rad
        tco
answer-replace_a_van = Im Umkreis von etwa fünf Kilometern und bis 250 kg pro Fahrt macht ein Rad oft die Arbeit eines Transporters, weil es keinen Parkplatz braucht. Weite Strecken und Paletten bleiben beim Auto; eines behalten die meisten.
    .label = Einen Transporter ersetzen
    .said =
        kann ein rad wirklich einen transporter ersetzen
        wie viele autos können wir einsparen
        reicht ein lastenrad zum ausliefern
        wie viele stopps am tag
        schafft es die arbeit eines lieferwagens
        grenzen vom lastenrad
        was kann ein rad nicht
        brauchen wir die autos dann noch
answer-difference = Wir bauen nur für die Arbeit, mit Boxen für je eine Branche und Service bei Ihnen vor Ort. Andere sind billiger oder haben schönere Familienräder; wenn Sie das brauchen, nehmen Sie die.
    .label = Warum Pedalwerk
    .said =
        warum soll ich bei euch kaufen
        was unterscheidet euch
        vergleich mit anderen marken
        besser als urban arrow
        vorteile gegenüber der konkurrenz
        andere hersteller sind billiger
        was ist an euren rädern besonders
        warum pedalwerk
answer-production_place = Rahmen und Boxen entstehen in Graz, die Motoren kommen aus Deutschland, Bremsen und Schaltung aus Japan, die Zellen aus Korea. Jedes Rad bauen zwei Leute von Anfang bis Ende.
    .label = Wo gebaut wird
    .said =
        wo werden die räder gebaut
        made in austria
        wer baut die motoren
        kommt das aus china
        produktionsort
        herkunft der teile
        welche motormarke
        produziert ihr selber
answer-who_are_you = Pedalwerk baut seit 2012 in Graz elektrische Lastenräder für Betriebe. Wir sind 46 Leute, die Firma gehört den zwei Gründern, und etwa 900 unserer Räder sind unterwegs.
    .label = Über Pedalwerk
    .said =
        wie lange gibt es euch schon
        seit wann gibt es die firma
        wer seid ihr
        erzählen sie was über ihre firma
        seit wann gibt es euch
        wie groß ist pedalwerk
        wem gehört die firma
        firmengeschichte
        was ist das für ein unternehmen
        wie viele mitarbeiter habt ihr
answer-references = Etwa 120 Betriebe fahren unsere Räder: Bäckereien, Kuriere, Installateure und neun Gemeinden. Namen nennen wir nur mit deren Zustimmung; sagen Sie uns Ihre Branche, dann verbinden wir Sie mit jemandem aus demselben Fach.
    .label = Wer unsere Räder fährt
    .said =
        wer fährt denn damit
        habt ihr kunden die man kennt
        wer fährt eure räder
        referenzen
        habt ihr kunden in unserer branche
        andere bäckereien mit euren rädern
        kann man mit einem eurer kunden reden
        erfahrungsberichte
        welche firmen nutzen die
        beispiele aus der praxis
answer-factory_visit = Gern: jeden Donnerstag um 14 Uhr gibt es eine Führung durchs Werk in Graz, etwa eine Stunde, auf Deutsch oder Englisch. Melden Sie sich nur kurz an: { $email }
    .label = Werksbesuch
    .said =
        kann man das werk besichtigen
        werksführung
        sehen wie die räder gebaut werden
        produktion anschauen
        habt ihr einen schauraum
        tag der offenen tür
        betriebsbesichtigung
        darf man bei euch reinschauen
answer-opening_hours = Unser Team ist { $hours } da. Ich bin es immer.
    .label = Öffnungszeiten
    .said =
        wann habt ihr offen
        öffnungszeiten
        habt ihr am samstag offen
        wann sperrt ihr zu
        bürozeiten
        wann kann ich anrufen
        seid ihr am wochenende da
        bis wann ist jemand da
answer-address = Werkgasse 4, 8020 Graz, mit dem Rad zehn Minuten vom Hauptbahnhof. Parkplätze gibt es auch, auch für Fahrräder.
    .label = Adresse
    .said =
        wo seid ihr
        wie ist eure adresse
        wie komme ich zu euch
        wo ist euer geschäft
        anfahrt
        in welcher straße seid ihr
        habt ihr eine filiale in wien
        standort
answer-brochure = Datenblätter und Prospekt gibt es unter { $web } als PDF in vier Sprachen. Per E-Mail oder auf Papier: eine Zeile an { $email } genügt.
    .label = Prospekt und Datenblätter
    .said =
        kein anruf nötig, eine mail mit infos reicht
        können sie mir einen prospekt schicken
        datenblatt
        katalog als pdf
        infomaterial
        habt ihr fotos
        technische daten als dokument
        schickt mir was zum lesen
        broschüre
        schicken sie mir die unterlagen bitte per mail
        lieber schriftlich per e-mail statt anruf
        unterlagen zusenden
answer-private_customers = Wir verkaufen an Betriebe, Vereine und öffentliche Stellen. Private sind auch willkommen, zum selben Listenpreis plus Steuer, nur ohne Leasing und Flottenservice.
    .label = Privat kaufen
    .said =
        kann ich auch privat kaufen
        verkauft ihr an privatpersonen
        für meine familie
        ich habe keine firma
        für den privaten gebrauch
        nur für den wocheneinkauf
        als privatkunde
        endverbraucher
answer-resellers = Wir arbeiten mit Radgeschäften, die eine eigene Werkstatt haben. Schreiben Sie bitte ein paar Zeilen über Ihres an { $email }; die Vertriebsleitung antwortet innerhalb einer Woche.
    .label = Händler werden
    .said =
        wir wollen händler werden
        können wir eure räder im geschäft verkaufen
        händlerkonditionen
        händlermarge
        vertriebspartner
        eure räder importieren
        servicepartner werden
        wiederverkäufer
answer-jobs = Alle offenen Stellen stehen unter { $web }; Bewerbungen gehen an { $email } mit „Job“ im Betreff. Dieser Chat ist für Kundinnen und Kunden, mehr weiß ich dazu nicht.
    .label = Stellen
    .said =
        sucht ihr leute
        habt ihr offene stellen
        ich möchte bei euch arbeiten
        jobs
        praktikum
        bewerbung
        karriere
        lehrstelle
        wohin schicke ich meinen lebenslauf
answer-press = Für die Presse: Bilder und Zahlen unter { $web }, Interviews über { $email }. Wenn es geht, antworten wir am selben Arbeitstag.
    .label = Presse
    .said =
        ich bin journalist
        presseanfrage
        interview mit der gründerin
        artikel über eure firma
        pressefotos
        medienkontakt
        wir würden gern bei euch drehen
        für eine zeitung
answer-complaints = Es tut mir leid, dass etwas schiefgegangen ist. Sagen Sie es uns bitte unter { $phone } oder { $email }; die Serviceleitung liest jede Beschwerde und antwortet innerhalb von zwei Arbeitstagen.
    .label = Eine Beschwerde
    .said =
        ich möchte mich beschweren
        das ist eine frechheit
        ich bin sehr unzufrieden mit eurem service
        keiner antwortet auf meine mails
        wo kann ich reklamieren
        reklamation
        der mechaniker ist nie gekommen
        ich will den chef sprechen
