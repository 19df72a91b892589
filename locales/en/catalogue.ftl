## Models, accessories and services, and how people ask about them.

kind-bikes = cargo bikes
    .said =
        bike
        bikes
        cargo bike
        cargo bikes
        model
        models
        e-bike
        freight bike
kind-accessories = accessories
    .said =
        accessory
        accessories
        extras
        add-ons
        equipment
        gear
kind-services = services
    .said =
        service
        services
        service plans
        subscriptions

product-brotbote = Brotbote
    .about = Our bakery bike: an insulated box with rails for bread crates, a roof over the rider, and a reverse gear for the back yard
    .said =
        brotbote
        brot bote
        brotbotte
        bread bike
        the bakery bike
        bread messenger
product-blitzkurier = Blitzkurier
    .about = Light and quick, two wheels: made for couriers who stop eighty times a day
    .said =
        blitzkurier
        blitz kurier
        blitzcourier
        blitz
        the courier bike
        the fast one
product-lastesel = Lastesel
    .about = The workhorse for trades: a big box that locks, drawers on request, and brakes made for a quarter of a ton
    .said =
        lastesel
        last esel
        lastesl
        lastessel
        the trades bike
        pack mule
product-stadtwerker = Stadtwerker
    .about = Four wheels and a tipping flat bed for towns: green waste, bins, signs, salt
    .said =
        stadtwerker
        stadt werker
        statwerker
        the municipal bike
        the tipper
        four wheeler
product-weitlaeufer = Weitläufer
    .about = Two batteries for long rounds between towns; the rider sits comfortably all day
    .said =
        weitläufer
        weitlaeufer
        weitleufer
        the long-haul bike
        long distance bike
product-winzling = Winzling
    .about = The compact one, hardly longer than a normal bicycle: for narrow lanes, small loads and a corner of the shop
    .said =
        winzling
        winzlling
        winsling
        the compact bike
        the little bike
        mini bike
product-zugpferd = Zugpferd
    .about = Strong motor and a coupling from the factory: it pulls what does not fit in a box
    .said =
        zugpferd
        zug pferd
        zugferd
        zugpfert
        the trailer bike
        draft horse
product-frostbeule = Frostbeule
    .about = A refrigerated box that holds 2 to 7 °C for eight hours, with a logger for your records
    .said =
        frostbeule
        frost beule
        frostboile
        the fridge bike
        refrigerated bike
        the cooling bike
product-huckepack = Huckepack trailer
    .about = A two-wheeled trailer with a lid and a coupling without tools; fits every bike with a tow bar
    .said =
        huckepack
        huckepak
        the trailer
        bike trailer
product-powerpack = Powerpack
    .about = A second battery to swap in a few seconds; it roughly doubles the distance of most models
    .said =
        powerpack
        power pack
        extra battery
        spare battery
product-schnelllader = Schnelllader
    .about = A quick charger: a 1000 Wh battery is full in about two hours, from a normal socket
    .said =
        schnelllader
        schnellader
        quick charger
        fast charger
product-regendach = Regendach
    .about = A clear roof for the rider, fitted in an hour, for the models that come without one
    .said =
        regendach
        rain roof
        canopy
        rain hood
product-spuernase = Spürnase
    .about = A hidden tracker with an alarm and two years of SIM card included
    .said =
        spürnase
        spuernase
        gps tracker
        tracker
product-werkbank = Werkbank
    .about = Drawers and a fold-out work top inside the box, for Lastesel and Stadtwerker
    .said =
        werkbank
        werkbanc
        drawer system
        shelf insert
        work bench
product-kaltblock = Kaltblock
    .about = A cooled insert for the boxes of Brotbote and Blitzkurier, with ice packs, good for four hours
    .said =
        kaltblock
        kalt block
        cool box insert
        cooling insert
product-winterschuh = Winterschuh
    .about = A set of studded tyres for ice and packed snow
    .said =
        winterschuh
        winter tyres
        studded tires
        snow tyres
product-pflegepaket = Pflegepaket
    .about = Two services a year at your place, wear parts included; the price is per bike and year
    .said =
        pflegepaket
        pflege paket
        care package
        maintenance plan
        service contract
product-fahrtraining = Fahrtraining
    .about = Half a day of riding with up to eight of your people, at your place
    .said =
        fahrtraining
        fahr training
        riding course
        rider training
product-beschriftung = Beschriftung
    .about = Your logo and colours as film on the box, designed with you; the price is per bike
    .said =
        beschriftung
        lettering
        logo wrap
        box wrap
product-rundumschutz = Rundumschutz
    .about = Insurance against theft, fall and vandalism; the price is per bike and year
    .said =
        rundumschutz
        rundum schutz
        insurance package
        full cover

attribute-price = price
    .tells = The { $product } costs { $value } net.
    .said =
        price
        how much is
        how much does it cost
        what does it cost
        cost of
        how expensive
        price tag
        what do you charge for
    .most = most expensive, dearest, priciest, top of the range
    .least = cheapest, least expensive, cheaper, lowest price, affordable, inexpensive
attribute-lease = monthly lease
    .tells = On lease the { $product } is { $value } a month over 48 months.
    .said =
        monthly lease
        lease rate
        a month on lease
        monthly rate
        leasing rate for
        how much per month
    .most = highest monthly rate
    .least = lowest monthly rate, cheapest to lease
attribute-payload_kg = payload
    .tells = The { $product } carries up to { $value }, the rider not included.
    .said =
        payload
        how much can it carry
        how many kilos
        carry
        load capacity
        how heavy can the load be
        carrying capacity
        holds how many kg
    .most = biggest, big one, bigger one, large one, strongest, heaviest load, carries most, carries more, largest
    .least = smallest, small one, smaller one, little one, tiniest, lightest duty, carries least, smallest load
attribute-towing_kg = towing load
    .tells = The { $product } pulls a trailer of up to { $value }.
    .said =
        towing load
        how much can it pull
        pull
        tow
        trailer weight
        towing capacity
    .most = pulls most, tows most, best for towing
    .least = pulls least
attribute-range_km = range
    .tells = The { $product } goes about { $value } on one charge, half loaded, in town.
    .said =
        reach
        how many miles on one charge
        how long does the battery last on the road
        range
        how far does it go
        how many kilometres
        distance per charge
        on a full battery
        how far will it get
        on one charge
        mileage
    .most = longest range, farthest, furthest, goes farther, long distance
    .least = shortest range
attribute-box_volume_l = box volume
    .tells = The box of the { $product } holds { $value }.
    .said =
        box volume
        litres
        how big is the box
        how much fits in
        cargo space
        box size
        capacity in litres
    .most = biggest box, most room, roomiest, most space
    .least = smallest box, least space
attribute-weight_kg = weight
    .tells = The { $product } itself weighs { $value }, battery included.
    .said =
        weight
        how heavy is
        what does it weigh
        own weight
        kerb weight
        weighs
    .most = heaviest
    .least = lightest, lighter, weighs least
attribute-width_cm = width
    .tells = The { $product } is { $value } wide.
    .said =
        width
        how wide
        does it fit through a door
        doorway
        broad
    .most = widest, wider
    .least = narrowest, narrower, slimmest
attribute-top_speed_kmh = top speed
    .tells = The motor of the { $product } helps up to { $value }.
    .said =
        top speed
        how fast
        maximum speed
        km/h
        speed of
    .most = fastest, quickest, faster
    .least = slowest
attribute-battery_wh = battery size
    .tells = The { $product } has { $value } on board.
    .said =
        battery size
        battery capacity
        how many watt hours
        wh
        how big is the battery
    .most = biggest battery, strongest battery
    .least = smallest battery
attribute-charge_time = charging time
    .tells = The { $product } is full again after about { $value } at a normal socket.
    .said =
        charging time
        how long does it take to charge
        time to charge
        recharge
        how long until it is full
    .most = slowest to charge, charges slowest
    .least = charges fastest, quickest to charge, shortest charging time
attribute-lead_time = lead time
    .tells = Lead time of the { $product }: about { $value }.
    .said =
        when would they be here
        how long until we get them
        when would I get it
        how long till they arrive
        how long until delivery
        when would it arrive
        how many weeks until it is here
        when can you deliver
        lead time
        delivery time
        how long do we wait
        when would we get
        how soon can we have
        waiting time
        time to build
    .most = longest wait, longest lead time
    .least = shortest lead time, soonest, available fastest, quickest delivery
attribute-warranty = warranty
    .tells = The { $product } has { $value } of warranty.
    .said =
        what's the warranty
        warranty
        guarantee
        years of warranty
        how long is it guaranteed
        warranty period
    .most = longest warranty, longest guarantee
    .least = shortest warranty
attribute-wheels = number of wheels
    .said =
        wheels
        how many wheels
        two or three wheels
        number of wheels
attribute-roof = rider roof
    .yes = Yes, the { $product } comes with a roof for the rider.
    .no = No, the { $product } comes without a roof; the Regendach can be added.
    .said =
        roof
        with a roof
        rain cover
        weather protection
        covered rider
attribute-cooled = cooling
    .yes = Yes, the { $product } is cooled.
    .no = No, the { $product } is not cooled. For chilled goods look at the Frostbeule or the Kaltblock insert.
    .said =
        cooled
        cooling
        refrigerated
        fridge
        keeps things cold
attribute-reverse = reverse gear
    .yes = Yes, the { $product } has a reverse gear.
    .no = No, the { $product } has no reverse gear; two-wheelers are simply pushed back.
    .said =
        reverse gear
        reverse
        go backwards
        back up
        drive in reverse
attribute-good_for = made for
    .said =
        made for
        suited for
        good for
        who is it for
        meant for
attribute-carries = made to carry
    .said =
        what does it carry
        intended cargo
        kind of goods
        what goes in the box
