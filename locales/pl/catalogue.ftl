## Modele, akcesoria i usługi, i jak ludzie o nie pytają.

kind-bikes = rowery towarowe
    .said =
        rower
        rowery
        rowerów
        rower cargo
        rowery cargo
        model
        modele
        modeli
        modelu
        modelem
        modelach
        rower towarowy
kind-accessories = akcesoria
    .said =
        akcesoria
        akcesoriów
        dodatki
        wyposażenie
        osprzęt
kind-services = usługi
    .said =
        usługa
        usługi
        usług
        pakiety serwisowe

product-brotbote = Brotbote
    .about = Nasz rower dla piekarni: izolowana skrzynia z prowadnicami na skrzynki z chlebem, daszek nad głową i bieg wsteczny na podwórka
    .said =
        brotbote
        brot bote
        brotbotte
        rower dla piekarza
        rower piekarski
product-blitzkurier = Blitzkurier
    .about = Lekki i zwinny, na dwóch kołach: dla kurierów, którzy stają osiemdziesiąt razy dziennie
    .said =
        blitzkurier
        blitz kurier
        blitzkuriera
        rower kurierski
        ten dla kurierów
product-lastesel = Lastesel
    .about = Wół roboczy dla rzemiosła: duża zamykana skrzynia, na życzenie z szufladami, i hamulce na ćwierć tony
    .said =
        lastesel
        last esel
        lastesela
        lastessel
        rower dla fachowców
        osiołek
product-stadtwerker = Stadtwerker
    .about = Cztery koła i wywrotka dla gmin: zieleń, kosze, znaki, sól
    .said =
        stadtwerker
        stadt werker
        stadtwerkera
        rower komunalny
        wywrotka
        czterokołowy
product-weitlaeufer = Weitläufer
    .about = Dwie baterie na długie trasy między miejscowościami; siedzi się wygodnie cały dzień
    .said =
        weitläufer
        weitlaeufer
        weitläufera
        rower na długie trasy
product-winzling = Winzling
    .about = Kompaktowy, niewiele dłuższy od zwykłego roweru: do wąskich uliczek, małych ładunków i kąta w sklepie
    .said =
        winzling
        winzlinga
        vinzling
        kompaktowy
        ten malutki
product-zugpferd = Zugpferd
    .about = Mocny silnik i zaczep z fabryki: ciągnie to, co nie mieści się w skrzyni
    .said =
        zugpferd
        zug pferd
        zugpferda
        zugferd
        rower do przyczepy
product-frostbeule = Frostbeule
    .about = Skrzynia chłodnicza, która przez osiem godzin trzyma od 2 do 7 °C, z rejestratorem temperatury
    .said =
        frostbeule
        frost beule
        frostbojle
        rower lodówka
        rower chłodnia
product-huckepack = Przyczepa Huckepack
    .about = Dwukołowa przyczepa z pokrywą i zaczepem bez narzędzi; pasuje do każdego roweru z hakiem
    .said =
        huckepack
        hukepak
        przyczepa
        przyczepę
        przyczepka
product-powerpack = Powerpack
    .about = Druga bateria, wymieniana w kilka sekund; w większości modeli prawie podwaja dystans
    .said =
        powerpack
        power pack
        dodatkowa bateria
        zapasowa bateria
        zapasowy akumulator
product-schnelllader = Schnelllader
    .about = Szybka ładowarka: bateria 1000 Wh pełna w około dwie godziny ze zwykłego gniazdka
    .said =
        schnelllader
        schnellader
        szybka ładowarka
        ładowarka
product-regendach = Regendach
    .about = Przezroczysty daszek dla kierującego, montowany w godzinę, do modeli, które go nie mają
    .said =
        regendach
        daszek przeciwdeszczowy
        daszek do roweru
product-spuernase = Spürnase
    .about = Ukryty lokalizator z alarmem i kartą SIM na dwa lata
    .said =
        spürnase
        spuernase
        lokalizator gps
        lokalizator
product-werkbank = Werkbank
    .about = Szuflady i rozkładany blat w skrzyni, do modeli Lastesel i Stadtwerker
    .said =
        werkbank
        szuflady
        zabudowa z szufladami
        blat roboczy
product-kaltblock = Kaltblock
    .about = Wkład chłodzący do skrzyń Brotbote i Blitzkurier, z wkładami lodowymi, na cztery godziny
    .said =
        kaltblock
        kalt block
        wkład chłodzący
        wkład do skrzyni z chłodzeniem
product-winterschuh = Winterschuh
    .about = Komplet opon z kolcami na lód i ubity śnieg
    .said =
        winterschuh
        opony zimowe
        opony z kolcami
        kolce na zimę
product-pflegepaket = Pflegepaket
    .about = Dwa przeglądy w roku u was na miejscu, z częściami zużywalnymi; cena za rower na rok
    .said =
        pflegepaket
        pakiet serwisowy
        pakiet przeglądów
        abonament serwisowy
product-fahrtraining = Fahrtraining
    .about = Pół dnia jazdy dla najwyżej ośmiu osób, u was na miejscu
    .said =
        fahrtraining
        kurs jazdy
        trening jazdy
product-beschriftung = Beschriftung
    .about = Wasze logo i kolory jako folia na skrzyni, projekt razem z wami; cena za rower
    .said =
        beschriftung
        oklejenie
        oklejanie
        folia z logo
product-rundumschutz = Rundumschutz
    .about = Ubezpieczenie od kradzieży, upadku i wandalizmu; cena za rower na rok
    .said =
        rundumschutz
        autocasco
        pakiet ubezpieczenia
        pełne ubezpieczenie

attribute-price = cena
    .tells = { $product } kosztuje { $value } netto.
    .said =
        cena
        ile kosztuje
        w jakiej cenie
        po ile jest
        ile wychodzi
        ile płaci się za
        cenę
        ceny
    .most = najdroższy, najdroższa, najdroższe, droższy, najwięcej kosztuje
    .least = najtańszy, najtańsza, najtańsze, najtańszego, tańszy, tańsza, najtaniej, najmniej kosztuje
attribute-lease = rata leasingu
    .tells = W leasingu { $product } to { $value } miesięcznie, na 48 miesięcy.
    .said =
        rata leasingu
        rata miesięczna
        ile miesięcznie
        ile na miesiąc
        rata
    .most = najwyższa rata
    .least = najniższa rata, najmniejsza rata
attribute-payload_kg = ładowność
    .tells = { $product }: ładowność do { $value }, bez osoby kierującej.
    .said =
        ile uwiezie
        ładowność
        ile udźwignie
        ile kilo
        ile kilogramów
        ile można załadować
        udźwig
        uniesie
        przewiezie
    .most = największy, największa, największe, największego, największym, największej, ten duży, ten wielki, tego wielkiego, tym wielkim, tego dużego, tym dużym, tym największym, temu dużemu, najmocniejszy, najsilniejszy, udźwignie najwięcej, najwięcej uniesie, większy, większa ładowność
    .least = najmniejszy, najmniejsza, najmniejszego, najmniejszym, ten mały, tego małego, tym małym, najsłabszy, najmniejsza ładowność, uniesie najmniej
attribute-towing_kg = uciąg
    .tells = { $product } ciągnie przyczepę do { $value }.
    .said =
        uciąg
        ile pociągnie
        ciągnąć
        holować
        ciężar przyczepy
    .most = ciągnie najwięcej, największy uciąg, pociągnie najwięcej
    .least = ciągnie najmniej
attribute-range_km = zasięg
    .tells = { $product } przejedzie na jednym ładowaniu około { $value }, z połową ładunku, w mieście.
    .said =
        ile kilometrów zrobi
        na ile starcza bateria w trasie
        dokąd dojedzie
        zasięg
        jak daleko zajedzie
        ile kilometrów przejedzie
        na jednym ładowaniu
        na pełnej baterii
        ile ujedzie
        zasięgu
    .most = największy zasięg, najdłuższy zasięg, najdalej, jedzie najdalej, dalej
    .least = najmniejszy zasięg, najkrótszy zasięg
attribute-box_volume_l = pojemność skrzyni
    .tells = { $product }: skrzynia mieści { $value }.
    .said =
        pojemność
        litrów
        jak duża jest skrzynia
        ile się zmieści
        przestrzeń ładunkowa
        objętość
    .most = największa skrzynia, największą skrzynię, najwięcej miejsca, najpojemniejszy, najpojemniejsza
    .least = najmniejsza skrzynia, najmniej miejsca
attribute-weight_kg = masa własna
    .tells = { $product } sam waży { $value }, z baterią.
    .said =
        waga
        ile waży
        masa
        ciężar roweru
        jak ciężki jest
    .most = najcięższy, najcięższa, najcięższe, cięższy
    .least = najlżejszy, najlżejsza, najlżejsze, lżejszy, waży najmniej
attribute-width_cm = szerokość
    .tells = { $product } ma { $value } szerokości.
    .said =
        szerokość
        jak szeroki
        czy przejdzie przez drzwi
        przejazd przez bramę
    .most = najszerszy, najszersza, szerszy
    .least = najwęższy, najwęższa, węższy
attribute-top_speed_kmh = prędkość maksymalna
    .tells = { $product }: silnik pomaga do { $value }.
    .said =
        prędkość
        jak szybko jedzie
        prędkość maksymalna
        ile wyciąga
        km/h
    .most = najszybszy, najszybsza, szybszy
    .least = najwolniejszy, najwolniejsza
attribute-battery_wh = pojemność baterii
    .tells = { $product } ma na pokładzie { $value }.
    .said =
        pojemność baterii
        jaka bateria
        ile watogodzin
        wh
        jak duża bateria
    .most = największa bateria, największą baterię
    .least = najmniejsza bateria
attribute-charge_time = czas ładowania
    .tells = { $product } jest znów pełny po około { $value } ze zwykłego gniazdka.
    .said =
        czas ładowania
        ile się ładuje
        jak długo trwa ładowanie
        kiedy będzie naładowany
        godzin ładowania
    .most = ładuje się najdłużej
    .least = ładuje się najszybciej, najkrócej się ładuje
attribute-lead_time = czas dostawy
    .tells = { $product }: czas oczekiwania około { $value }.
    .said =
        jak długo się na nie czeka
        kiedy by były u nas
        za ile je dostaniemy
        kiedy je dostanę
        kiedy by to dotarło
        ile tygodni to trwa
        kiedy możecie dostarczyć
        czas dostawy
        ile się czeka
        kiedy dostaniemy
        jak szybko można mieć
        termin dostawy
        czas oczekiwania
        na kiedy będzie
    .most = najdłużej się czeka, najdłuższy termin
    .least = najkrótszy termin, dostępny najszybciej, najszybciej dostępny
attribute-warranty = gwarancja
    .tells = Na { $product } dajemy { $value } gwarancji.
    .said =
        gwarancja
        gwarancji
        gwarancję
        ile lat gwarancji
        okres gwarancyjny
    .most = najdłuższa gwarancja, najdłuższą gwarancję
    .least = najkrótsza gwarancja
attribute-wheels = liczba kół
    .said =
        ile kół
        dwa czy trzy koła
        trójkołowy
        dwukołowy
        liczba kół
attribute-roof = daszek
    .yes = Tak, { $product } ma daszek nad kierującym.
    .no = Nie, { $product } nie ma daszku; można dołożyć Regendach.
    .said =
        daszek
        z daszkiem
        dach
        z dachem
        osłona przed deszczem
        zadaszony
attribute-cooled = chłodzenie
    .yes = Tak, { $product } chłodzi.
    .no = Nie, { $product } nie ma chłodzenia. Do towarów chłodzonych jest Frostbeule albo wkład Kaltblock.
    .said =
        chłodzenie
        z chłodzeniem
        chłodzony
        lodówka
        trzyma zimno
attribute-reverse = bieg wsteczny
    .yes = Tak, { $product } ma bieg wsteczny.
    .no = Nie, { $product } nie ma biegu wstecznego; dwukołowce po prostu się cofa ręcznie.
    .said =
        bieg wsteczny
        wsteczny
        jazda do tyłu
        cofanie
        wstecznego
attribute-good_for = przeznaczenie
    .said =
        przeznaczenie
        dla kogo jest
        nadaje się dla
        do czego się nadaje
        przeznaczony dla
attribute-carries = rodzaj ładunku
    .said =
        rodzaj ładunku
        co można nim wozić
        jaki towar
        co wchodzi do skrzyni
