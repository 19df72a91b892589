## Pytania, wybory i propozycje wspólne dla kilku rozmów.

campaign-fleet_guide = Przychodzisz z naszego poradnika flotowego na LinkedInie, witamy. Poradnik jest ogólny; tutaj mogę mówić o twojej firmie.
campaign-bakery_fair = Dobrze, że kod z naszego stoiska zadziałał. Zobaczmy, który rower pasuje do twojej piekarni.
campaign-city_test_days = Dzięki za zainteresowanie dniami testowymi. Miejsce zapisuje się szybko.

offer-find_a_bike = Dobierz rower
offer-get_quote = Poproś o ofertę
offer-book_a_test_ride = Umów jazdę próbną
offer-existing_customer = Serwis mojego roweru

ask-challenge = Co rower ma wam ułatwić?
    .again = Co z tego najbardziej dziś przeszkadza?
    .help = Na przykład nie ma gdzie stanąć w mieście albo bus za dużo kosztuje.
    .why = Jeśli problemem jest parkowanie, szukam wąskiego roweru, jeśli pieniądze, to taniego w utrzymaniu.
    .label = Co ma rozwiązać
ask-business = Jaką pracę ma wykonywać rower?
    .again = Co z tego jest najbliższe waszej branży?
    .help = Wybierz najbliższe albo powiedz własnymi słowami.
    .why = Piekarnia potrzebuje innej skrzyni niż hydraulik.
    .label = Branża
ask-goods = Co wozicie najczęściej?
    .again = Co z tego jest najbliższe waszym ładunkom?
    .help = Na przykład paczki, narzędzia albo jedzenie, które musi być zimne.
    .why = Od tego zależy, jaka skrzynia i czy chłodzona.
    .label = Ładunek
ask-vehicles = Ile busów lub aut macie dziś w użyciu?
    .again = To ile pojazdów jest w tej chwili?
    .help = Policz te, które rozwożą albo jeżdżą do klientów. Zero też jest w porządku.
    .why = Widać wtedy, ile pracy mogą przejąć rowery.
    .label = Pojazdy dziś
    .noted = { $value ->
        [one] jeden pojazd
        [few] { $value } pojazdy
        [many] { $value } pojazdów
       *[other] { $value } pojazdu
    }
ask-fleet_size = O ilu mniej więcej rowerach myślicie?
    .again = To ile rowerów by to było, w przybliżeniu?
    .help = Wystarczy przybliżona liczba, na przykład 3 albo 15.
    .why = Od pięciu sztuk cena spada, a poza tym wiadomo, czy opłaca się serwis na miejscu.
    .label = Liczba rowerów
    .noted = { $value ->
        [one] jeden rower
        [few] { $value } rowery
        [many] { $value } rowerów
       *[other] { $value } roweru
    }
ask-load_kg = Ile waży typowy ładunek, w kilogramach?
    .again = Ile mniej więcej kilogramów byłoby w skrzyni?
    .help = Na oko wystarczy. Pełna skrzynka chleba to około 10 kg, skrzynka z narzędziami 20 kg.
    .why = Rower, który udźwignie więcej niż trzeba, jest cięższy i droższy, niż musi być.
    .label = Typowy ładunek
ask-daily_km = Ile kilometrów robi pojazd w zwykły dzień?
    .again = Ile to mniej więcej kilometrów dziennie?
    .help = W mieście to często od 20 do 50 km.
    .why = Widać wtedy, czy wystarczy jedna bateria.
    .label = Dystans dziennie
ask-use_details = Co rowery robiłyby w zwykły dzień?
    .again = Jednym zdaniem: co i skąd dokąd ma jechać?
    .help = Na przykład: chleb do jedenastu kawiarni przed siódmą rano.
    .why = Wtedy w ofercie będzie właściwa skrzynia i wyposażenie.
    .label = Zadanie rowerów
ask-timeline = Na kiedy rowery mają być na ulicy?
    .again = Kiedy mniej więcej będą potrzebne?
    .help = Wystarczy przybliżenie, a „tylko się rozglądam” to też dobra odpowiedź.
    .why = Jedne modele budujemy trzy tygodnie, inne trzy miesiące.
    .label = Kiedy
ask-city = W jakim mieście będą jeździć rowery?
    .again = Jak nazywa się miejscowość albo jaki ma kod pocztowy?
    .help = Wystarczy miejscowość, bez ulicy.
    .why = Od tego zależy, kto serwisuje rower i jakie są dopłaty.
    .label = Miasto
ask-company = Jak nazywa się wasza firma?
    .again = Jaką nazwę firmy wpisać?
    .help = Tak, jak ma stać na ofercie.
    .why = Trafi na ofertę i nigdzie więcej.
    .label = Firma
ask-contact_name = Jak się nazywasz?
    .again = Jakiego imienia lub nazwiska możemy używać?
    .help = Imię, nazwisko albo jedno i drugie.
    .why = Żeby w zespole wiedzieli, o kogo pytać.
    .label = Imię i nazwisko
ask-email = Na jaki adres e-mail możemy ją wysłać?
    .again = Czy możesz wpisać adres e-mail jeszcze raz?
    .help = Coś w rodzaju imie@firma.pl.
    .why = Oferta przychodzi mailem jako PDF. Do niczego innego adresu nie używamy.
    .label = E-mail
ask-phone = Pod jakim numerem możemy zadzwonić?
    .again = Czy możesz wpisać numer telefonu jeszcze raz?
    .help = Z kierunkowym, na przykład +48 601 234 567.
    .why = Ktoś z zespołu musi mieć jak się odezwać.
    .label = Telefon
ask-callback_time = Kiedy pasowałby telefon?
    .again = Jaki dzień i godzina będą dobre?
    .help = Na przykład „jutro o 10” albo „w czwartek po południu”.
    .why = Żeby nie dzwonić w środku pracy.
    .label = Termin telefonu
ask-test_ride_day = Jaki dzień pasuje na jazdę?
    .again = Czy możesz podać dzień i porę, rano lub po południu?
    .help = Na przykład „w przyszły wtorek rano”.
    .why = Rower musi być naładowany, a ktoś musi go pokazać.
    .label = Dzień jazdy próbnej
ask-problem = Co się stało?
    .again = Czy możesz to opisać w jednym, dwóch zdaniach?
    .help = Który to rower, co widać lub słychać i od kiedy.
    .why = Wtedy warsztat od razu weźmie właściwą część.
    .label = Co nie działa
ask-decider = Kto u was o tym decyduje?
    .again = Kto ma ostatnie słowo?
    .help = Jedna osoba, kilka osób albo ktoś inny. To pytanie można pominąć.
    .why = Żeby nikt nie musiał tłumaczyć wszystkiego dwa razy.
    .label = Kto decyduje
ask-budget = Czy jest budżet, w którym mamy się zmieścić?
    .again = Jakiej kwoty mamy nie przekraczać?
    .help = Suma za całość albo za rower. To pytanie można pominąć.
    .why = Znając granicę, pominiemy w ofercie to, co da się dodać później.
    .label = Budżet
    .need = budżet { $value }

slot-vehicles =
    .said =
        furgonetki
        furgonetek
        furgonetkami
        furgonetka
        busy
        busów
        busami
        busa
        aut
        auta
        samochodów
        samochody
        pojazdów
        dostawczaki
        dostawczaków
slot-fleet_size =
    .said =
        takich
        tych
        sztuka
        rowery
        rowerów
        rower
        rowerach
        sztuk
        sztuki
        z nich
        rowerów cargo
slot-load_kg =
    .said =
        ładunku
        chleba
        narzędzi
        na kurs
        w skrzyni
        towaru
slot-daily_km =
    .said =
        dziennie
        na dzień
        codziennie
        każdego dnia
slot-budget =
    .said =
        budżet
        budżetu
        maksymalnie
        najwyżej
        do wydania
slot-callback_time =
    .said =
        zadzwonić
        telefon o
slot-test_ride_day =
    .said =
        przyjechać
        wpadnę

option-parking_trouble = Nie ma gdzie stanąć
    .need = koniec kłopotów z parkowaniem
    .said =
        parkowanie
        nigdy nie ma miejsca
        mandaty
        korki
        nie ma gdzie zaparkować
        na starówkę nie wpuszczają
option-running_costs = Busy za drogo kosztują
    .need = niższe koszty niż z busami
    .said =
        koszty
        paliwo za drogie
        oszczędności
        utrzymanie aut nas zjada
        naprawy są drogie
        taniej rozwozić
option-no_drivers = Brakuje kierowców
    .need = sposób na brak kierowców
    .said =
        kierowcy
        ludzie bez prawa jazdy
        nikt nie chce jeździć busem
        nie możemy znaleźć kierowców
        brak ludzi
option-cleaner_fleet = Chcemy być bardziej eko
    .need = bardziej ekologiczna flota
    .said =
        bardziej eko
        mniej co2
        cele klimatyczne
        środowisko
        czystsze powietrze
        klienci chcą zielonych dostaw
option-new_deliveries = Zacząć dowozić
    .need = początek dowozów
    .said =
        chcemy zacząć dowozić
        nowa dostawa do domu
        jeszcze nie dowozimy
        uruchamiamy dowóz
        zawozić zamówienia klientom

option-bakery = Piekarnia lub kawiarnia
    .noted = piekarnia lub kawiarnia
    .said =
        piekarnia
        piekarni
        piekarnię
        piekarz
        pieczemy
        cukiernia
        kawiarnia
        kawiarnię
        chleb i bułki
option-courier = Kurier lub dostawy
    .noted = dostawy
    .said =
        kurier
        firma kurierska
        kurierzy
        dostawy
        rozwozimy paczki
        dostarczamy jedzenie
        ostatnia mila
        logistyka
option-trades = Rzemiosło i serwis
    .noted = rzemiosło
    .said =
        konserwator
        stolarnia
        dekarz
        ogrodnik
        rzemiosło
        hydraulik
        hydraulicy
        elektryk
        elektrycy
        stolarz
        malarz
        kominiarz
        serwisant
        instalator
        złota rączka
        remonty
option-municipal = Gmina lub służby miejskie
    .noted = służby miejskie
    .said =
        gmina
        urząd miasta
        zieleń miejska
        sprzątanie ulic
        zakład komunalny
        służby miejskie
option-other_business = Coś innego
    .noted = twoja branża
    .said =
        sklep rybny
        hotel
        restauracja
        browar
        rzeźnik
        żadne z tych
        żadna z nich
        firma sprzątająca
        coś innego
        inna branża
        apteka
        kwiaciarnia
        supermarket
        catering
        pralnia
        żadna z tych branż

option-food = Jedzenie bez chłodzenia
    .noted = jedzenie
    .said =
        jedzenie
        żywność
        pieczywo
        warzywa
        owoce
        napoje
        obiady
option-chilled = Towary chłodzone
    .noted = towary chłodzone
    .said =
        chłodzone
        towary chłodnicze
        mrożonki
        lody
        świeże ryby
        mięso
        nabiał
        musi być zimne
option-parcels = Paczki i listy
    .noted = paczki
    .said =
        paczki
        przesyłki
        listy
        poczta
        dokumenty
        kwiaty
        kartony dla klientów
option-tools = Narzędzia i materiały
    .noted = narzędzia
    .said =
        narzędzia
        materiały
        maszyny
        wiadra z farbą
        rury
        drabiny
        materiały budowlane
option-bulky = Duże rzeczy
    .noted = duże rzeczy
    .said =
        beczki
        skrzynki z napojami
        duże rzeczy
        gabaryty
        meble
        gałęzie i trawa
        kosze na śmieci
        worki z praniem

option-decides_alone = Decyduję ja
    .need = decyduje samodzielnie
    .said =
        sam o tym decyduję
        sama o tym decyduję
        jestem właścicielem
        jestem właścicielką
option-decides_together = Decydujemy razem
    .need = decyduje wspólnie z innymi
    .said =
        decydujemy razem
        decydujemy wspólnie
option-decides_other = Decyduje ktoś inny
    .need = decyduje ktoś inny
    .said =
        decyduje mój szef
        decyduje zarząd
        szefowa musi się zgodzić
option-now = Jak najszybciej
    .need = jak najszybciej
    .said =
        niedługo
        wkrótce
        jak najszybciej
        od zaraz
        natychmiast
        w tym miesiącu
        pilne
        w najbliższych tygodniach
        na wczoraj
option-quarter = W ciągu trzech miesięcy
    .need = w ciągu trzech miesięcy
    .said =
        na wiosnę
        wiosną
        w ciągu trzech miesięcy
        w tym kwartale
        w przyszłym kwartale
        do wiosny
        za dwa miesiące
        przed sezonem
option-year = W ciągu roku
    .need = w ciągu roku
    .said =
        jesienią
        po wakacjach
        w tym roku
        w przyszłym roku
        kiedyś w ciągu roku
        za pół roku
        do końca roku
option-just_looking = Tylko się rozglądam
    .need = na razie się rozgląda
    .said =
        tylko się rozglądam
        z ciekawości
        nic konkretnego
        na razie bez planów
        tylko sprawdzam
        zbieram informacje

option-refine = Sprawdź z moim dniem pracy
    .said =
        sprawdź
        dokładniej proszę
        dopytaj
        sprawdź czy pasuje
option-quote = Poproś o ofertę
    .said =
        oferta
        ofertę
        wycena
        oferta na piśmie
option-test_ride = Umów jazdę próbną
    .said =
        próbna
        przejechać się
        wypróbować
        rundka
option-talk = Rozmowa z doradcą
    .said =
        doradca
        rozmowa telefoniczna
        porada przez telefon
        ktoś z działu
option-look = Rozejrzę się jeszcze
    .said =
        rozejrzę się
        nic więcej
        na razie wystarczy
        to mi wystarczy
        to na razie tyle

option-repair = Naprawa lub usterka
    .said =
        naprawa
        coś się zepsuło
        usterka
        guma
        coś stuka
option-part = Część lub akcesorium
    .said =
        jakaś część
        zamówić część
        potrzebne nowe lusterko
        akcesorium
option-more_bikes = Więcej rowerów
    .said =
        więcej rowerów
        kolejny rower
        powiększyć flotę
        drugi
option-bill = Faktura lub umowa
    .said =
        faktura
        moja umowa
        pytanie o płatność
        umowa leasingu
option-complaint = Skarga
    .said =
        skarga
        nie jestem zadowolony
        rozczarowanie
        coś poszło źle
