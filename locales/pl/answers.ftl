## O co ludzie pytają i co odpowiadamy. Kto odpowiada za treść: dialogs/answers.yaml.

answer-leasing = Tak, przez nasz bank partnerski na 24, 36 lub 48 miesięcy: miesięcznie, na 48 miesięcy i netto, od { $winzling-lease } za Winzling do { $frostbeule-lease } za Frostbeule. Na koniec rower oddajesz, wykupujesz za niewielką kwotę albo bierzesz nowy.
    .label = Leasing
    .said =
        czy jest leasing
        oferujecie leasing
        można wziąć rower w leasing
        warunki leasingu
        leasing zamiast zakupu
        co po zakończeniu leasingu
        na ile lat jest leasing
        z jakim bankiem robicie leasing
        leasing dla firm
        wolimy leasingować niż kupować
        wykup po leasingu
        ile wynosi wpłata własna w leasingu
answer-financing = Tak. Oprócz leasingu jest sprzedaż ratalna na 12 do 60 miesięcy przez nasz bank; po ostatniej racie rowery są wasze. Od zamówienia za 5000 euro, bank odpowiada zwykle w trzy dni robocze.
    .label = Zakup na raty
    .said =
        czy można na raty
        finansowanie
        możliwości finansowania
        kredyt na rowery
        rozłożyć płatność
        spłacać po kawałku
        plan ratalny
        pożyczka na zakup rowerów
answer-subsidies_at = W Austrii są dopłaty do firmowych rowerów cargo z funduszu klimatycznego i z kilku landów. Kwoty zmieniają się co roku, a wniosek zwykle składa się przed zamówieniem, więc sprawdzamy z tobą, co jest dziś otwarte w twoim mieście.
    .austria = { answer-subsidies_at }
    .germany = { answer-subsidies_de }
    .elsewhere = { $place }: nie mam listy dopłat. Wiele miast i programów wspiera firmowe rowery cargo, a wniosek prawie zawsze składa się przed zamówieniem; zespół sprawdzi to z wami: { $phone }.
    .label = Dopłaty w Austrii
    .said =
        dofinansowanie w austrii
        czy są dopłaty do rowerów cargo
        dotacja
        dotacje unijne
        jakie są dofinansowania
        państwo coś dokłada
        program rządowy
        dopłata z urzędu
        zwrot części kosztów od państwa
answer-subsidies_de = W Niemczech część landów i wiele miast dopłaca firmom do rowerów cargo. Zasady są wszędzie inne, a wniosek prawie zawsze składa się przed zamówieniem; podaj miasto, sprawdzimy.
    .label = Dopłaty w Niemczech
    .said =
        dofinansowanie w niemczech
        niemieckie dopłaty
        dopłata z miasta berlin
        program miasta monachium
        bafa
        kfw
        czy bawaria dopłaca
        dotacja dla oddziału w niemczech
answer-bulk_discount = Od pięciu rowerów jednego modelu płacisz 4% mniej niż w cenniku, od dziesięciu 8%, od dwudziestu pięciu 12%. Na akcesoria jest 5% od dziesięciu sztuk.
    .label = Rabat za ilość
    .said =
        jest jakiś rabat
        taniej jak weźmiemy kilka
        czy jest rabat za ilość
        rabat
        zniżka przy większym zamówieniu
        taniej jak weźmiemy więcej
        upust dla floty
        ile opustu przy dwunastu
        da się coś utargować
        można zejść z ceny
        cena hurtowa dla wielu rowerów
        zniżki
answer-vat = Wszystkie ceny są netto. W Austrii dochodzi 20% VAT; firmy z innych krajów UE z ważnym numerem VAT UE dostają fakturę bez podatku (odwrotne obciążenie).
    .label = VAT
    .said =
        czy cena zawiera vat
        netto czy brutto
        z podatkiem czy bez
        odwrotne obciążenie
        numer vat ue
        ile vatu
        czy dojdzie jeszcze podatek
        faktura bez vat
answer-invoice = Tak, firmy płacą na fakturę: 30% przy zamówieniu, reszta 14 dni po dostawie.
    .label = Faktura i termin płatności
    .said =
        czy można zapłacić na fakturę
        warunki płatności
        czy trzeba płacić z góry
        ile zaliczki
        jaki termin płatności
        przelew po dostawie
        zadatek przy zamówieniu
        odroczona płatność
answer-payment_methods = Zwykle przelew; leasing i raty idą przez bank. Za rowery nie bierzemy gotówki ani kart, za akcesoria w sklepie internetowym można zapłacić kartą.
    .label = Formy płatności
    .said =
        jak mogę zapłacić
        przyjmujecie karty
        formy płatności
        można paypalem
        gotówką
        czy jest blik
        sposoby płatności
        zwykły przelew
answer-tax_benefits = W większości krajów firma może rower amortyzować i odliczyć VAT, inaczej niż przy wielu autach. Ile to u was, powie księgowość; dokumenty do tego dostarczamy.
    .label = Podatki i amortyzacja
    .said =
        korzyści podatkowe
        czy mogę wrzucić w koszty
        amortyzacja
        odliczenie vat
        koszt uzyskania przychodu
        co na to księgowa
        czy oszczędzimy na podatku
        stawka amortyzacji
answer-delivery_area = Gotowe do jazdy dowozimy w Austrii, Niemczech, Szwajcarii, Słowenii i północnych Włoszech. Do Polski i Hiszpanii jedzie spedycja, a warsztat partnerski na miejscu przygotowuje rower.
    .ready = Tak ({ $place }): dowozimy rower gotowy do jazdy, zostaje tylko naładować baterię.
    .north = Do północnych Włoch tak, rower gotowy do jazdy. Podaj miasto w ofercie ({ $place }), a zespół powie, jak tam dotrze.
    .carrier = Tak ({ $place }): jedzie spedycja, a warsztat partnerski na miejscu przygotowuje rower.
    .none = { $place }: niestety jeszcze nie. Dowozimy w Austrii, Niemczech, Szwajcarii, Słowenii i północnych Włoszech, a spedycją do Polski i Hiszpanii. Czy możliwy jest wyjątek, wie zespół: { $phone }.
    .label = Dokąd dostarczamy
    .said =
        wysyłacie na węgry
        czy wysyłacie za granicę
        przywieziecie do nas
        gdzie dostarczacie
        wysyłacie do polski
        dostawa do warszawy
        czy dowozicie za granicę
        obsługujecie kraków
        do jakich krajów sprzedajecie
        czy przywieziecie do gdańska
        obszar dostaw
answer-delivery_cost = Od trzech rowerów dostawa w Austrii i Niemczech jest w cenie. Za jeden lub dwa to 190 euro; inne kraje podaje oferta.
    .label = Koszt dostawy
    .said =
        ile dochodzi za wysyłkę
        ile kosztuje dostawa
        koszt wysyłki
        czy dostawa jest darmowa
        płacimy za transport
        ile za przywiezienie
        koszty transportu
        opłata za wysyłkę
        spedycja ile kosztuje
answer-rush_order = Czasem tak. Kilka rowerów popularnych modeli mamy na stanie, a rower zastępczy wypełni czas do odbioru waszego. Nie obiecujemy terminu, którego warsztat nie dotrzyma; stan na dziś podadzą pod { $phone }.
    .label = Szybsza dostawa
    .said =
        da się szybciej
        macie rowery na stanie
        potrzebujemy na przyszły tydzień
        dostawa ekspresowa
        czy jest coś dostępne od ręki
        czemu to tak długo trwa
        spieszy nam się
        mogę jutro odebrać
        na magazynie
answer-minimum_order = Nie ma minimum. Wiele firm zaczyna od jednego roweru, jeździ sezon i dopiero wtedy decyduje.
    .label = Najmniejsze zamówienie
    .said =
        czy jest minimalne zamówienie
        można zamówić jeden
        sprzedajecie pojedyncze sztuki
        minimalna ilość
        potrzebny nam tylko jeden
        ile trzeba wziąć co najmniej
        zacząć od jednego i potem dokupić
        jeden to dla was za mało
answer-cancel_order = Dopóki nie zaczniemy budować, rezygnacja jest bezpłatna; uprzedzamy dwa tygodnie wcześniej. Potem zatrzymujemy z zaliczki tylko tyle, ile kosztowały części robione dla was.
    .label = Rezygnacja z zamówienia
    .said =
        czy mogę anulować zamówienie
        warunki rezygnacji
        a jeśli zmienimy zdanie po zamówieniu
        odstąpienie od umowy
        wycofać zamówienie
        czy można zmienić zamówienie
        rezygnacja przed dostawą
        odwołać zakup
answer-returns = Jeśli rower się nie sprawdzi, odbieramy go w ciągu 30 dni od dostawy, minus 2 euro za każdy przejechany kilometr i najwyżej 15% ceny. Nie dotyczy rowerów malowanych i budowanych na miarę.
    .label = Zwrot roweru
    .said =
        czy można zwrócić rower
        zasady zwrotów
        a jak się nie sprawdzi
        zwrot pieniędzy
        odesłać
        prawo zwrotu
        oddać po miesiącu
        nie pasuje nam, przyjmiecie z powrotem
answer-assembly = Nie trzeba nic składać. Rowery przyjeżdżają ustawione, naładowane i po jeździe próbnej; ustawiasz siodełko i jedziesz.
    .label = Montaż
    .said =
        czy trzeba go składać
        przyjeżdża gotowy do jazdy
        czy jest w kartonie
        montaż
        kto składa rower
        potrzebne narzędzia do złożenia
        w całości czy w częściach
        skręcanie po dostawie
answer-service_on_site = Tak, nasi technicy przyjeżdżają do was: dwa razy w roku w ramach Pflegepaket, { $pflegepaket-price } za rower na rok z częściami zużywalnymi. Wokół Grazu, Wiednia, Linzu i Monachium sami, gdzie indziej warsztat partnerski.
    .label = Serwis u was
    .said =
        czy przyjeżdżacie do naprawy
        serwis u klienta
        mobilny mechanik
        kto dba o flotę
        serwis na miejscu
        umowa serwisowa
        czy technik przyjedzie
        serwisujecie rowery u nas w firmie
answer-service_interval = Co 1500 kilometrów albo dwa razy w roku, zależnie co wcześniej. Około godziny na rower. W pakiecie Pflegepaket robimy oba przeglądy u was na miejscu za { $pflegepaket-price } za rower rocznie, z częściami zużywalnymi.
    .label = Jak często przegląd
    .said =
        ile kosztuje roczny serwis
        jak często trzeba serwisować
        co ile przegląd
        kiedy pierwszy przegląd
        harmonogram przeglądów
        ile przeglądów w roku
        ile trwa przegląd
        dużo trzeba przy nim robić
        regularna kontrola
answer-workshops = Około 140 warsztatów partnerskich w Austrii, Niemczech, Szwajcarii, Hiszpanii i Polsce, wszystkie przeszkolone na naszych rowerach. Najbliższy jest na mapie: { $web }
    .near = Tak ({ $place }): są tam warsztaty partnerskie, przeszkolone na naszych rowerach. Najbliższy jest na mapie: { $web }
    .none = { $place }: nie mamy tam jeszcze warsztatu partnerskiego; nasze 140 działa w Austrii, Niemczech, Szwajcarii, Hiszpanii i Polsce. Jak wyglądałby tam serwis, wie zespół: { $phone }.
    .label = Warsztaty w pobliżu
    .said =
        kto naprawi jak się zepsuje
        czy ktoś je u nas naprawia
        gdzie najbliższy warsztat
        macie partnerów w polsce
        kto tu naprawia wasze rowery
        sieć warsztatów
        serwis we wrocławiu
        czy naprawi to każdy sklep rowerowy
        serwis w poznaniu
        lista punktów serwisowych
answer-spare_parts = Części do każdego modelu trzymamy co najmniej dziesięć lat po ostatnim egzemplarzu. Popularne wychodzą z Grazu w dwa dni robocze, a prawie wszystkie zużywalne są standardowe i ma je każdy sklep.
    .label = Części zamienne
    .said =
        jak długo są części zamienne
        części zamienne
        gdzie kupić części
        czy to standardowe części
        jak szybko przychodzą części
        dostępność części
        klocki hamulcowe gdzie kupię
        czy za dziesięć lat będą części
answer-breakdown = Zadzwoń: { $phone }. Większość spraw załatwia się przez telefon albo tego samego dnia w warsztacie partnerskim. Jeśli trwa to ponad 48 godzin, dostajesz rower zastępczy, z Pflegepaket za darmo.
    .label = Gdy rower się zepsuje
    .said =
        co jak się zepsuje
        kto pomoże gdy coś padnie
        przestał jechać w drodze
        co jeśli rower się zepsuje w trasie
        czy jest rower zastępczy
        pomoc drogowa
        awaria na trasie
        zastępczy na czas naprawy
        jak szybko naprawiacie
        co zrobić gdy padnie silnik
        przestój
answer-warranty_cover = Obejmuje ramę, silnik, elektronikę i skrzynię: wady materiału i wykonania. Opony, klocki i łańcuchy się zużywają i nie są objęte, bateria jest, dopóki nie spadnie poniżej 70% pojemności.
    .label = Co obejmuje gwarancja
    .said =
        co obejmuje gwarancja
        czy bateria jest na gwarancji
        czy części zużywalne też
        warunki gwarancji
        czego gwarancja nie obejmuje
        kto płaci jak pęknie rama
        czy silnik jest objęty
        przedłużenie gwarancji
answer-lifetime = Zbudowany na około dziesięć lat i 60 000 kilometrów przy zwykłym serwisie. Nasze najstarsze rowery z 2012 roku wciąż wyjeżdżają co rano, już z drugą lub trzecią baterią.
    .label = Trwałość roweru
    .said =
        ile lat wytrzyma taki rower
        żywotność
        trwałość
        ile kilometrów łącznie zrobi
        jak długo można go używać
        czy jest solidny
        czy rama wytrzyma
        kiedy się rozpadnie
answer-battery_life = Po około 1000 pełnych ładowań bateria ma jeszcze mniej więcej 80%. Przy jednym ładowaniu w dzień roboczy to cztery do pięciu lat.
    .label = Trwałość baterii
    .said =
        ile lat wytrzyma bateria
        żywotność baterii
        ile cykli ładowania
        kiedy bateria się zużyje
        czy bateria słabnie z czasem
        starzenie się akumulatora
        degradacja baterii
        spadek pojemności z wiekiem
answer-battery_replacement = Nowa bateria kosztuje { $powerpack-price } netto, a wymiana trwa sekundy i bez narzędzi. Starą odbieramy do recyklingu.
    .label = Nowa bateria
    .said =
        ile kosztuje nowa bateria
        wymiana baterii
        wymienić akumulator
        co ze starą baterią
        czy sam wymienię baterię
        koszt wymiany akumulatora
        recykling baterii
        utylizacja
answer-battery_safety = Baterie są zbadane według EN 50604 i same się wyłączają przy przegrzaniu lub uszkodzeniu. Ładuj w suchym miejscu, powyżej zera i z dala od rzeczy palnych; większość ubezpieczycieli niczego więcej nie chce.
    .label = Bezpieczeństwo baterii
    .said =
        czy baterie są bezpieczne
        czy bateria może się zapalić
        ryzyko pożaru przy ładowaniu
        przepisy przeciwpożarowe
        czy lit jest niebezpieczny
        można ładować w piwnicy
        czy ubezpieczyciel pozwala ładować w hali
        certyfikat baterii
answer-second_battery = Tak. Powerpack ({ $powerpack-price }) siedzi obok pierwszej baterii albo jedzie z tobą i daje prawie drugie tyle dystansu. Weitläufer ma od razu dwie.
    .label = Druga bateria
    .said =
        czy można dołożyć drugą baterię
        da się zwiększyć zasięg
        dwie baterie naraz
        a jak jedno ładowanie nie wystarczy
        większa bateria jako opcja
        podwójna bateria
        wydłużyć zasięg
        wozić baterię na zmianę
answer-range_real = Mierzymy z połową ładunku, w mieście, przy 20 °C i osobie ważącej 80 kg. Z pełną skrzynią i wieloma górkami licz o jedną czwartą mniej, w mróz jeszcze o jedną piątą.
    .label = Zasięg w praktyce
    .said =
        czy ten zasięg jest prawdziwy
        jak mierzony jest zasięg
        zasięg z pełnym ładunkiem
        realny zasięg
        to rzeczywiste kilometry czy reklama
        czy zasięg spada z obciążeniem
        ile przejedzie załadowany po brzegi
        zasięg w praktyce
answer-charging = Wystarczy zwykłe gniazdko, bez stacji. Baterię ładuje się w rowerze albo wyjmuje i zabiera do środka.
    .label = Jak ładować
    .said =
        czy można ładować w domu
        jakie gniazdko jest potrzebne
        jak się go ładuje
        wystarczy zwykłe gniazdko
        czy potrzebna stacja ładowania
        czy da się wyjąć baterię
        ładowanie w domu
        specjalna wtyczka
        gdzie ładować rowery
        wallbox
        230 woltów
answer-charging_cost = Około 30 centów za pełną baterię 1000 Wh przy 30 centach za kilowatogodzinę. Rower jeżdżący codziennie bierze prąd za około 70 euro rocznie.
    .label = Koszt ładowania
    .said =
        ile kosztuje ładowanie
        koszt prądu
        ile prądu zużywa
        cena jednego ładowania
        zużycie energii
        zużycie na 100 km
        kilowatogodziny
        rachunek za prąd
answer-winter = Jeżdżą cały rok. Poniżej zera zasięg spada o jedną piątą, więc baterię na noc trzymaj w środku; na lód są opony z kolcami, komplet Winterschuh za { $winterschuh-price }.
    .label = Jazda zimą
    .said =
        czy da się jeździć po śniegu
        czy mróz mu szkodzi
        lód i mróz
        czy można jeździć zimą
        co ze śniegiem i lodem
        działa na mrozie
        mróz
        zasięg przy minus dziesięciu
        eksploatacja zimą
        czy trzeba go schować na zimę
        gołoledź
answer-rain = Deszcz nie przeszkadza: silnik, bateria i wyświetlacz są szczelne, skrzynie dobrze się zamykają. Dla kierującego część modeli ma daszek, do reszty jest Regendach.
    .label = Deszcz
    .said =
        a jak leje
        co z deszczem
        czy jest wodoodporny
        czy chleb zmoknie
        może stać na deszczu
        czy moi ludzie zmokną
        ulewa
        czy skrzynia jest szczelna
        wilgoć w elektronice
answer-hills = Tak. Silnik wciąga załadowany rower pod około 15%, na krótkich odcinkach więcej. Jeśli u was jest stromiej, weź swój ładunek na jazdę próbną.
    .label = Podjazdy
    .said =
        wjedzie pod stromą ulicę z pełnym ładunkiem
        da radę na naszych górkach
        czy podjedzie pod górę
        radzi sobie na podjazdach
        czy wjedzie pod górę
        u nas jest stromo
        da radę na podjazdach
        teren górzysty
        czy silnik ma siłę pod górkę
        jakie nachylenie
        pod górę z ładunkiem
        moment obrotowy
answer-handling = Dwukołowe jadą jak długi rower; po dziesięciu minutach zapominasz o skrzyni. Trójkołowe stoją same i lubią wolne zakręty, dlatego każdemu to pokazujemy.
    .label = Jak się jeździ
    .said =
        czy trudno się tym jeździ
        czy się wywraca
        jak się prowadzi
        czy trzeba wprawy
        czy jest stabilny na zakrętach
        co łatwiejsze, dwa koła czy trzy
        czy każdy da radę jechać
        zwrotność w ruchu
answer-brakes = Wszystkie mają hydrauliczne hamulce tarczowe z czterema tłoczkami i hamulec postojowy. W pełni załadowany rower z 25 km/h staje na około pięciu metrach.
    .label = Hamulce
    .said =
        jakie ma hamulce
        droga hamowania
        czy hamulce są dość mocne
        tarczowe
        czy zatrzyma się z ładunkiem
        hamulec postojowy
        hamowanie z górki
        hydrauliczne
answer-punctures = Opony mają grubą warstwę ochronną; średnio jedna guma na 4000 kilometrów. Załata ją każdy sklep rowerowy, a Pflegepaket obejmuje opony.
    .label = Opony i przebicia
    .said =
        przebita opona
        kapeć
        jak często łapie się gumę
        opony antyprzebiciowe
        jakie opony
        czy sam zmienię dętkę
        bezdętkowe
        szkło na ulicy
answer-noise = Ledwie głośniejszy od roweru: cichy szum przy ruszaniu. Dlatego piekarze jeżdżą nim o czwartej rano.
    .label = Hałas
    .said =
        czy jest głośny
        jak głośne są te rowery
        czy można rozwozić nocą nie budząc nikogo
        cichy wczesnym rankiem
        hałas silnika
        decybele
        czy sąsiedzi się skarżą
        poziom hałasu
answer-licence = Bez prawa jazdy i bez tablic: w UE to rower, bo silnik pomaga tylko do { $brotbote-top_speed_kmh } i tylko przy pedałowaniu. W Austrii można jeździć od 12 lat.
    .label = Prawo jazdy
    .said =
        czy moi ludzie muszą mieć prawko
        potrzebne prawko
        czy potrzebne prawo jazdy
        od ilu lat można jeździć
        czy musi mieć tablicę
        czy trzeba rejestrować
        czy uczeń może jechać
        czy w świetle prawa to rower
        homologacja
        uprawnienia do jazdy
answer-helmet = Dla dorosłych nie jest obowiązkowy w Austrii ani w Niemczech, ale go polecamy, a wiele firm wymaga. Gdzie indziej mogą być inne przepisy.
    .label = Kask
    .said =
        czy kask jest obowiązkowy
        trzeba jeździć w kasku
        czy moi ludzie potrzebują kasków
        kask rowerowy
        kamizelka odblaskowa
        odzież ochronna
        przepisy o kasku
        bhp kierowcy
answer-speed_limit = Przy { $brotbote-top_speed_kmh } silnik z mocy prawa się wyłącza; za to to wciąż rower, bez prawa jazdy, tablic i obowiązkowego ubezpieczenia. W mieście rzadko jedzie się wolniej niż busem.
    .label = Dlaczego 25 km/h
    .said =
        czemu tylko 25
        czy może jechać szybciej niż 25
        jest wersja 45 km/h
        speed pedelec
        da się zdjąć blokadę
        czy silnik jest zablokowany
        ograniczenie prędkości
        odblokować silnik
answer-cycle_lanes = Wolno jechać drogą rowerową, buspasem tam, gdzie wolno rowerom, i w wielu strefach pieszych w godzinach dostaw. W Austrii do 100 cm szerokości żadna droga rowerowa nie jest zamknięta, a wszystkie nasze są węższe.
    .label = Gdzie wolno jeździć
    .said =
        czy można po ścieżce rowerowej
        strefa piesza dozwolona
        czy ścieżki są dość szerokie
        buspas
        gdzie wolno jeździć
        pod prąd w jednokierunkowej
        czy można po chodniku
        kontrapas
answer-parking = Rower cargo może stać tam, gdzie każdy rower, także na miejscu dla aut, i zatrzymuje się pod samymi drzwiami. Bez biletu i bez karty mieszkańca.
    .label = Parkowanie
    .said =
        gdzie można go zaparkować
        czy potrzebujemy miejsc parkingowych
        czy może stać na chodniku
        opłaty za parkowanie
        zatoka dostawcza
        stanąć pod sklepem
        strefa płatnego parkowania
        czy ma stopkę
answer-storage = Wystarczy suchy kąt około 2,6 na 1 metr na rower; Winzling zajmuje niewiele więcej niż zwykły. Na zewnątrz też można, z pokrowcem i zapięciem.
    .label = Gdzie stoi w nocy
    .said =
        gdzie trzymać je nocą
        ile miejsca zajmuje
        czy może stać na dworze
        potrzebny garaż
        jaka jest długość roweru
        przechowywanie
        czy zmieści się na podwórku
        magazyn na rowery
answer-city_bans = Tak, rowery cargo wjadą: strefy czystego transportu, zamknięte starówki i nocne zakazy nie dotyczą rowerów. Dla wielu to był powód, żeby zacząć.
    .label = Zamknięte centra
    .said =
        strefa czystego transportu
        centrum zamknięte dla aut
        zakaz wjazdu dla dostawczych
        zakaz diesli
        czy wjadę do zamkniętej strefy
        ograniczenia wjazdu
        stare miasto bez samochodów
        zakaz wjazdu nocą
answer-children = Nie, nasze rowery są dopuszczone tylko do towarów, nie do osób. Dla dzieci lepsze będą rowery rodzinne innych producentów.
    .label = Dzieci i pasażerowie
    .said =
        czy można wozić dzieci
        dzieci w skrzyni
        fotelik
        czy jest miejsce dla pasażera
        czy mogą jechać dwie osoby
        pies w skrzyni
        dla przedszkola
        riksza
answer-rider_weight = Osoba kierująca może ważyć do 120 kg, z ubraniem i torbą; to poza ładownością.
    .label = Waga kierującego
    .said =
        ile może ważyć kierowca
        maksymalna waga rowerzysty
        ważę 130 kilo
        czy kierowca wlicza się do ładowności
        limit wagi osoby
        nasz kierowca to kawał chłopa
        dopuszczalna masa całkowita
        waga ciała
answer-rider_height = Od około 1,55 do 2,00 metrów: siodełko i kierownica regulują się bez narzędzi, więc kilka osób dzieli jeden rower.
    .label = Wzrost kierującego
    .said =
        czy pasuje na wysokich
        rozmiary ramy
        ile trzeba mieć wzrostu
        mam tylko 158 cm
        czy kilku kierowców może dzielić rower
        regulacja siodełka
        jeden rozmiar dla wszystkich
        dla niskich kobiet
answer-training = Tak, na Fahrtraining: pół dnia u was dla najwyżej ośmiu osób, { $fahrtraining-price } netto. Większość potrzebuje tego mniej, niż myśli, a bawi się lepiej.
    .label = Szkolenie z jazdy
    .said =
        czy szkolicie kierowców
        szkolenie dla pracowników
        nauka jazdy
        moi ludzie nigdy tym nie jechali
        instruktaż przy odbiorze
        nauczycie nas jeździć
        szkolenie bhp
        wdrożenie załogi
answer-test_ride_how = Jazda próbna jest bezpłatna, trwa około czterdziestu minut i do niczego nie zobowiązuje. W Grazu są wszystkie modele; od pięciu rowerów przyjeżdżamy do was.
    .label = Jak wygląda jazda próbna
    .said =
        czy jazda próbna coś kosztuje
        ile trwa jazda próbna
        gdzie są jazdy próbne
        co zabrać na jazdę próbną
        czy można przetestować kilka modeli
        przyjedziecie pokazać rower
        czy test jest za darmo
        jak wygląda taka jazda
answer-trial_week = Za 90 euro masz rower na tydzień prawdziwej pracy, z dowozem i odbiorem do 100 km od Grazu lub Monachium. Przy zamówieniu odliczamy tę kwotę.
    .label = Tydzień na próbę
    .said =
        czy można przetestować przez tydzień
        tydzień próbny
        dłuższy test w codziennej pracy
        pożyczyć na kilka dni
        okres próbny
        projekt pilotażowy
        rower testowy do firmy
        dwa tygodnie prób przed decyzją
answer-rental = Tak, od miesiąca: 290 euro miesięcznie za większość modeli, z serwisem i ubezpieczeniem. Dobre na sezon lub jarmark, na dłużej leasing wychodzi taniej.
    .label = Wynajem
    .said =
        czy można wynająć
        wynajem
        wypożyczenie na lato
        najem na trzy miesiące
        wypożyczyć na imprezę
        wynajem zamiast leasingu
        jarmark świąteczny
        wynajmujecie rowery
answer-used_bikes = Od czasu do czasu: rowery pokazowe i poleasingowe, po przeglądzie, z nową baterią i rokiem gwarancji, mniej więcej ćwierć taniej niż nowe. Co jest dziś: { $web }
    .label = Używane rowery
    .said =
        coś z drugiej ręki
        tańszy używany
        czy sprzedajecie używane
        używane rowery
        z drugiej ręki
        rowery pokazowe
        poleasingowe
        odnowione
        jest coś starszego w niższej cenie
        demo na sprzedaż
answer-trade_in = Nasze własne rowery przyjmujemy w rozliczeniu za nowe, cena zależy od wieku i stanu. Busów i innych marek nie kupujemy.
    .label = Stary rower w rozliczeniu
    .said =
        czy przyjmujecie stare w rozliczeniu
        wymiana starego na nowy
        kupicie naszego busa
        w rozliczeniu
        odkup
        ile dostanę za stary
        odkupujecie rowery
        zamiana z dopłatą
answer-branding = Tak: folia z waszym logo i kolorami kosztuje { $beschriftung-price } za rower, z projektem. Rama w dowolnym kolorze RAL to 180 euro więcej i dwa tygodnie dłużej.
    .label = Logo i kolory
    .said =
        czy można dać nasze logo
        własny kolor
        lakierowanie na życzenie
        reklama na skrzyni
        w barwach firmy
        naklejki
        branding
        kolor ral
        identyfikacja firmy na rowerze
answer-custom_build = Często tak. Skrzynie, półki i uchwyty na miarę robimy od około trzech rowerów; rysunek i cena zajmują tydzień. Rama i silnik zostają takie, jak dopuszczone.
    .label = Zabudowa na miarę
    .said =
        czy zrobicie specjalną skrzynię
        na wymiar
        na zamówienie specjalne
        potrzebny nam własny uchwyt
        przerobić rower pod naszą maszynę
        rozwiązanie indywidualne
        inna zabudowa na tej samej ramie
        nietypowa zabudowa
answer-retrofit = Prawie wszystko można dodać później: daszek, lokalizator, szuflady, drugą baterię, w większości modeli także hak. Warsztat zrobi to w godzinę lub dwie.
    .label = Doposażenie
    .said =
        czy można dołożyć akcesoria później
        doposażenie
        zamontować później
        ulepszyć starszy rower
        daszek po czasie
        czy nowe dodatki pasują do starych rowerów
        dokładać po kolei
        montaż dodatków po zakupie
answer-trailer = Tak: przyczepa Huckepack bierze { $huckepack-payload_kg } i kosztuje { $huckepack-price }. Zugpferd jest do tego zbudowany i ciągnie do { $zugpferd-towing_kg }.
    .label = Przyczepy
    .said =
        czy może ciągnąć przyczepę
        macie przyczepy
        hak holowniczy
        czy jest zaczep
        podczepić wózek
        dwie przyczepy naraz
        jazda z przyczepą
        pociągnąć coś ciężkiego
answer-box_sizes = Od { $winzling-box_volume_l } w modelu Winzling do { $stadtwerker-box_volume_l } w modelu Stadtwerker. Skrzynki Euro 60 na 40 cm mieszczą się w każdej skrzyni od Brotbote wzwyż; Brotbote bierze dwanaście skrzynek chleba.
    .label = Rozmiary skrzyni
    .said =
        jakie są rozmiary skrzyń
        czy wejdą skrzynki euro
        ile skrzynek chleba się mieści
        wymiary wewnętrzne
        czy wejdzie paleta
        wymiary skrzyni
        jakie skrzynie są do wyboru
        czy zmieści się płyta 120 cm
answer-food_hygiene = Skrzynie na żywność są w środku gładkie, z tworzywa dopuszczonego do żywności, i można je spłukać wężem. Mają deklarację zgodności, o którą pyta kontrola.
    .label = Higiena żywności
    .said =
        czy skrzynia nadaje się do żywności
        higiena przy pieczywie
        jak się czyści skrzynię
        czy można umyć wężem
        sanepid
        czy skrzynia śmierdzi
        dezynfekcja
        atest spożywczy
answer-haccp = Przy towarach chłodzonych Frostbeule zapisuje temperaturę co minutę i daje listę w pliku. To pokrywa transport w waszym planie HACCP; sam plan zostaje po waszej stronie.
    .label = Dokumenty HACCP
    .said =
        haccp
        zapis temperatury
        dowód łańcucha chłodniczego
        dokumentacja dla sanepidu
        rejestrator temperatury
        rejestracja danych
        papiery haccp
        audyt transportu
answer-cooling = Frostbeule aktywnie chłodzi do 2–7 °C przez osiem godzin i kosztuje { $frostbeule-price }. Na krótsze rundy często wystarczy wkład Kaltblock za { $kaltblock-price }.
    .label = Chłodzenie towaru
    .said =
        jak utrzymać zimno
        czy można wozić lody
        czy zostanie poniżej pięciu stopni
        aktywne chłodzenie
        jak długo trzyma chłód
        dowóz ryb
        transport chłodniczy
        czy krem się nie rozpuści latem
        łańcuch chłodniczy
answer-theft = Każdy rower ma blokadę ramy i skrzynię na klucz. Do tego lokalizator Spürnase ({ $spuernase-price }) i łańcuch na noc; z 900 rowerów straciliśmy dotąd jedenaście, a sześć wróciło.
    .label = Kradzież i zapięcia
    .said =
        a jak ukradną
        jak się go zamyka
        boję się złodziei
        co z kradzieżą
        jak zabezpieczyć rower
        jakie zapięcie
        często je kradną
        ochrona przed kradzieżą
        alarm
        czy ktoś może ukraść paczki
        czy skrzynia się zamyka na klucz
        co jak ktoś ukradnie rower
        boję się, że go zwiną spod sklepu
        a jak zginie z ulicy
answer-insurance = Rundumschutz obejmuje kradzież, upadek i wandalizm za { $rundumschutz-price } za rower na rok. Prawo nie wymaga żadnego; jazdę zwykle obejmuje OC firmy, zapytaj swojego ubezpieczyciela.
    .label = Ubezpieczenie
    .said =
        czy oferujecie ubezpieczenie
        czy ubezpieczenie jest obowiązkowe
        ile kosztuje ubezpieczenie
        kto ubezpiecza rowery
        oc
        czy obejmuje wandalizm
        ubezpieczyć flotę
        polisa
answer-tracking = Ze Spürnase widać wszystkie rowery na mapie. Śledzi rower, nie człowieka: powiedz o tym ludziom i wyłącz historię tras, jeśli jej nie potrzebujesz.
    .label = Śledzenie rowerów
    .said =
        czy widać gdzie są rowery
        śledzenie floty
        pozycja na żywo
        gps kurierów
        kontrolowanie tras
        czy wolno śledzić pracowników
        telematyka
        mapa wszystkich pojazdów
answer-app = Jest, ale nie jest konieczna: pokazuje naładowanie, dystans i następny przegląd każdego roweru. Trzy lata za darmo, potem 2 euro za rower miesięcznie.
    .label = Aplikacja
    .said =
        czy jest aplikacja
        czy potrzebny smartfon
        program do floty
        stan baterii w telefonie
        android czy iphone
        abonament za aplikację
        panel dla kierownika floty
        api do planowania tras
answer-keys = Jeden klucz do blokady, skrzyni i baterii, a na życzenie ten sam w całej flocie. Zgubione dorabiamy po numerze w dwa dni.
    .label = Klucze
    .said =
        ile kluczy jest w zestawie
        jeden klucz do wszystkich rowerów
        zgubiłem klucz
        jednakowe klucze
        zapasowy klucz
        czy da się bez klucza
        karta zamiast klucza
        system klucza
answer-software_updates = Silnik i wyświetlacz aktualizujemy przy każdym przeglądzie, bezpłatnie. W czasie jazdy nic się nie aktualizuje przez sieć.
    .label = Aktualizacje
    .said =
        aktualizacje oprogramowania
        firmware
        czy sam się aktualizuje
        czy aktualizacje są darmowe
        aktualizacja przez internet
        czy wyświetlacz dostanie nowe funkcje
        jak zaktualizować silnik
        nowa wersja programu
answer-sustainability = Ramy z austriackiej i niemieckiej stali, spawane i malowane w Grazu na prądzie ze słońca; baterie wracają do producenta na recykling. Czego jeszcze nie umiemy lepiej: ogniwa są z Korei.
    .label = Materiały i recykling
    .said =
        czy wasze rowery są ekologiczne
        skąd są materiały
        czy produkcja jest zielona
        recykling po zużyciu
        ślad środowiskowy baterii
        zrównoważony rozwój
        macie certyfikat ekologiczny
        łańcuch dostaw
answer-co2 = Zastąpiony bus to około dwóch ton CO2 mniej rocznie przy 10 000 km. Sam rower przy austriackim prądzie to jakieś 25 kg rocznie.
    .label = Oszczędność CO2
    .said =
        ile co2 oszczędzimy
        ślad węglowy
        emisje w porównaniu z busem
        bilans klimatyczny
        co2 na kilometr
        dane do raportu esg
        gazy cieplarniane
        tony dwutlenku węgla
answer-too_expensive = To spora kwota, zgadza się. Co pomaga: mniejszy model, na przykład Winzling za { $winzling-price }, leasing (Brotbote za { $brotbote-lease } miesięcznie), w wielu miejscach dopłata albo rower używany. Napisz, co wozisz, a poszukam najmniejszego, który wystarczy.
    .label = Za drogo
    .said =
        szef tego nie zapłaci
        nikt nam tego nie zatwierdzi
        tyle nie wydamy
        to kupa pieniędzy
        nie stać mnie
        to za drogo
        strasznie drogie
        tyle pieniędzy za rower
        nie stać nas na to
        przekracza nasz budżet
        za te pieniądze kupię samochód
        ceny z kosmosu
        macie coś tańszego
answer-van_cost = Mały bus kosztuje większość firm 600 do 800 euro miesięcznie z paliwem, podatkiem, ubezpieczeniem i parkowaniem. Brotbote w leasingu z serwisem i ubezpieczeniem to około 160; opłaca się, gdy naprawdę zastąpi busa.
    .label = Koszt wobec busa
    .said =
        czy wyjdzie taniej niż dostawczak
        ile oszczędzimy względem auta
        czy to tańsze od busa
        porównanie kosztów z autem
        kiedy się zwróci
        całkowity koszt
        ile oszczędzimy względem dostawczaków
        czy to się opłaca
        zwrot z inwestycji
        rentowność
answer-replace_a_van = W promieniu około pięciu kilometrów i do 250 kg na kurs jeden rower często robi pracę jednego busa, bo nie potrzebuje parkingu. Długie trasy i palety zostają dla busa; większość firm jednego zachowuje.
    .label = Zamiast busa
    .said =
        czy rower naprawdę zastąpi busa
        ilu aut możemy się pozbyć
        czy rower wystarczy do rozwożenia
        ile przystanków dziennie
        czy zrobi robotę samochodu
        ograniczenia roweru cargo
        czego rower nie potrafi
        czy busy będą dalej potrzebne
answer-difference = Budujemy tylko do pracy, ze skrzynią dla każdej branży i serwisem u was na miejscu. Inni są tańsi albo mają ładniejsze rowery rodzinne; jeśli tego szukacie, bierzcie tamte.
    .label = Dlaczego Pedalwerk
    .said =
        czemu mam kupić u was
        czym się różnicie
        porównanie z innymi markami
        lepsze niż urban arrow
        przewaga nad konkurencją
        inni producenci są tańsi
        co jest w nich wyjątkowego
        dlaczego pedalwerk
answer-production_place = Ramy i skrzynie powstają w Grazu, silniki są z Niemiec, hamulce i przerzutki z Japonii, ogniwa z Korei. Każdy rower budują dwie osoby od początku do końca.
    .label = Gdzie powstają
    .said =
        gdzie są produkowane
        czy zrobione w austrii
        kto robi silniki
        czy to z chin
        miejsce produkcji
        pochodzenie części
        jaka marka silnika
        sami produkujecie
answer-who_are_you = Pedalwerk od 2012 roku buduje w Grazu elektryczne rowery cargo dla firm. Jest nas 46 osób, firma należy do dwojga założycieli, a po ulicach jeździ około 900 naszych rowerów.
    .label = O firmie Pedalwerk
    .said =
        jak długo istnieje firma
        kim jesteście
        opowiedz o firmie
        od kiedy działacie
        jak duży jest pedalwerk
        do kogo należy firma
        historia firmy
        co to za firma
        ilu macie pracowników
answer-references = Około 120 firm jeździ naszymi rowerami: piekarnie, kurierzy, hydraulicy i dziewięć gmin. Nazwy podajemy tylko za zgodą; powiedz, jaka branża, a skontaktujemy cię z kimś z tej samej.
    .label = Kto nimi jeździ
    .said =
        kto już na nich jeździ
        jacyś znani klienci
        kto używa waszych rowerów
        referencje
        macie klientów z naszej branży
        inne piekarnie z waszymi rowerami
        studia przypadków
        czy mogę porozmawiać z waszym klientem
        jakie firmy nimi jeżdżą
        opinie użytkowników
answer-factory_visit = Chętnie: w każdy czwartek o 14:00 jest zwiedzanie fabryki w Grazu, około godziny, po niemiecku lub angielsku. Daj tylko znać wcześniej na { $email }.
    .label = Wizyta w fabryce
    .said =
        czy można zwiedzić fabrykę
        wycieczka po zakładzie
        zobaczyć jak powstają rowery
        obejrzeć produkcję
        macie salon
        dzień otwarty
        oprowadzacie po warsztacie
        wizyta w zakładzie
answer-opening_hours = Zespół jest { $hours }. Ja zawsze.
    .label = Godziny otwarcia
    .said =
        kiedy macie otwarte
        godziny otwarcia
        czy w sobotę otwarte
        do której jesteście
        godziny pracy biura
        kiedy mogę dzwonić
        czy jesteście w weekend
        o której otwieracie
answer-address = Werkgasse 4, 8020 Graz, dziesięć minut rowerem od dworca głównego. Są miejsca parkingowe, także dla rowerów.
    .label = Adres
    .said =
        gdzie jesteście
        jaki macie adres
        jak do was trafić
        gdzie jest wasz sklep
        na jakiej ulicy
        dojazd
        macie oddział w polsce
        siedziba
answer-brochure = Specyfikacje i broszura są na { $web } w PDF, w czterech językach. Jeśli wolisz mailem lub na papierze, napisz na { $email }.
    .label = Broszura i specyfikacje
    .said =
        nie trzeba dzwonić, wystarczy mail z informacjami
        możecie przysłać folder
        specyfikacja
        katalog w pdf
        materiały informacyjne
        macie zdjęcia
        dokument z danymi technicznymi
        przyślijcie coś do poczytania
        broszura
        wyślij mi informacje na maila
        wolę dostać to mailem
        proszę o materiały na skrzynkę
answer-private_customers = Sprzedajemy firmom, stowarzyszeniom i instytucjom. Osoby prywatne też są mile widziane, po tej samej cenie plus VAT, tylko bez leasingu i serwisu floty.
    .label = Zakup prywatny
    .said =
        czy mogę kupić prywatnie
        sprzedajecie osobom prywatnym
        to dla rodziny
        nie mam firmy
        na własny użytek
        tylko na zakupy
        jako osoba prywatna
        klient indywidualny
answer-resellers = Współpracujemy ze sklepami rowerowymi, które mają własny warsztat. Napisz parę słów o swoim na { $email }; szef sprzedaży odpowie w ciągu tygodnia.
    .label = Zostać dealerem
    .said =
        chcemy zostać dealerem
        czy możemy sprzedawać wasze rowery w sklepie
        warunki dla sklepów
        marża
        dystrybucja w polsce
        import waszych rowerów
        zostać partnerem serwisowym
        hurt
answer-jobs = Wszystkie oferty pracy są na { $web }; zgłoszenia na { $email } z „Job” w temacie. Ten czat jest dla klientów, więcej tu nie powiem.
    .label = Praca
    .said =
        czy szukacie ludzi
        macie pracę
        chcę u was pracować
        oferty pracy
        staż
        rekrutacja
        kariera
        gdzie wysłać cv
answer-press = Dla prasy: zdjęcia i liczby na { $web }, wywiady przez { $email }. Jeśli się da, odpowiadamy tego samego dnia roboczego.
    .label = Prasa
    .said =
        jestem dziennikarką
        zapytanie prasowe
        wywiad z założycielem
        artykuł o waszej firmie
        zdjęcia prasowe
        kontakt dla mediów
        chcemy nakręcić u was materiał
        do gazety
answer-complaints = Przykro mi, że coś poszło źle. Powiedz nam pod { $phone } albo { $email }; szef serwisu czyta każdą skargę i odpowiada w ciągu dwóch dni roboczych.
    .label = Skarga
    .said =
        chcę złożyć skargę
        to jest niedopuszczalne
        jestem bardzo niezadowolona z serwisu
        nikt nie odpowiada na moje maile
        gdzie złożyć reklamację
        reklamacja
        mechanik w ogóle nie przyjechał
        chcę rozmawiać z szefem o tej sprawie
