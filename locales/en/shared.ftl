## Questions, choices and offers that several flows share.

campaign-fleet_guide = You come from our fleet guide on LinkedIn, welcome. The guide is general; here I can be specific to your work.
campaign-bakery_fair = Good that you scanned the code at our stand. Let us see which bike fits your bakery.
campaign-city_test_days = Thank you for your interest in the test days. A place is quickly noted.

offer-find_a_bike = Find the right bike
offer-get_quote = Get a quote
offer-book_a_test_ride = Book a test ride
offer-existing_customer = Service for my bike

ask-challenge = What should a bike make easier for you?
    .again = Which of these comes closest to what bothers you today?
    .help = For example no place to stop in town, or a van that costs too much.
    .why = If parking is the trouble I look for a narrow bike, if money is, for a cheap one to run.
    .label = What it should solve
ask-business = What kind of work would the bike do?
    .again = Which of these is closest to your line of work?
    .help = Just pick the nearest one, or say it in your own words.
    .why = A bakery needs a different box than a plumber.
    .label = Line of work
ask-goods = What would you carry most of the time?
    .again = Which of these is closest to what you carry?
    .help = For example parcels, tools, or food that must stay cold.
    .why = It decides which box fits and whether it must be cooled.
    .label = Goods
ask-vehicles = How many vans or cars do you use today?
    .again = So how many vehicles would that be at the moment?
    .help = Count those that deliver or go to customers. Zero is fine.
    .why = It shows how much of the work bikes could take over.
    .label = Vehicles today
    .noted = { $value ->
        [one] one vehicle
       *[other] { $value } vehicles
    }
ask-fleet_size = Roughly how many bikes are you thinking of?
    .again = So, about how many bikes would it be?
    .help = A rough number is enough, say 3 or 15.
    .why = The price per bike falls from five on, and it decides whether service on site makes sense.
    .label = Number of bikes
    .noted = { $value ->
        [one] one bike
       *[other] { $value } bikes
    }
ask-load_kg = How heavy is a typical load, in kilograms?
    .again = About how many kilograms would be in the box?
    .help = A guess will do. A full bread crate weighs about 10 kg, a toolbox 20 kg.
    .why = A bike that carries more than you need is heavier and dearer than it must be.
    .label = Typical load
ask-daily_km = How many kilometres does a vehicle go on a normal day?
    .again = About how many kilometres a day would that be?
    .help = In town it is often between 20 and 50 km.
    .why = It tells whether one battery is enough.
    .label = Distance a day
ask-use_details = What would the bikes do on a normal day?
    .again = In a sentence: what would be carried, and from where to where?
    .help = For example: bread to eleven cafés before seven in the morning.
    .why = Then the offer lists the right box and equipment.
    .label = What the bikes will do
ask-timeline = When would the bikes have to be on the road?
    .again = Roughly when would you need them?
    .help = A rough idea is enough, and "just looking" is a good answer too.
    .why = Some models take three weeks to build, others three months.
    .label = When
ask-city = Which town would the bikes ride in?
    .again = What is the name of the town or its postal code?
    .help = The town is enough, no street needed.
    .why = It decides who services the bike and which grants apply.
    .label = Town
ask-company = What is the name of your company?
    .again = Which company name should stand on it?
    .help = As it should stand on the offer.
    .why = It goes on the offer, nothing else.
    .label = Company
ask-contact_name = What is your name?
    .again = What name may we use?
    .help = First name, last name or both.
    .why = So that a colleague knows who to ask for.
    .label = Name
ask-email = Which e-mail address may we send it to?
    .again = Could you write the e-mail address once more?
    .help = Something like name@company.com.
    .why = The offer comes as a PDF by e-mail. We use the address for nothing else.
    .label = E-mail
ask-phone = Which number can we reach you at?
    .again = Could you write the phone number once more?
    .help = With area code, for example +43 660 1234567.
    .why = Somebody from the team needs a way to reach you.
    .label = Phone
ask-callback_time = When would a call suit you?
    .again = Which day and time would be good?
    .help = For example "tomorrow at 10" or "Thursday afternoon".
    .why = So that we do not ring you in the middle of your work.
    .label = Time for a call
ask-test_ride_day = Which day would suit you for the ride?
    .again = Could you name a day, and morning or afternoon?
    .help = For example "next Tuesday morning".
    .why = We have to have the bike charged and somebody there to show it.
    .label = Day of the test ride
ask-problem = What happened?
    .again = Could you describe it in a sentence or two?
    .help = Which bike it is, what you see or hear, and since when.
    .why = Then the workshop can bring the right part.
    .label = What is wrong
ask-decider = Who decides about it on your side?
    .again = Who has the last word?
    .help = You, several of you, or somebody else. You can skip this.
    .why = So that nobody has to explain everything twice.
    .label = Who decides
ask-budget = Is there a budget we should stay within?
    .again = Which amount should we not go beyond?
    .help = A total or a sum per bike. You can skip this.
    .why = With a limit in mind the offer leaves out what you can add later.
    .label = Budget
    .need = a budget of { $value }

slot-vehicles =
    .said =
        vans
        van
        cars
        vehicles
        lorries
        trucks
        delivery vans
slot-fleet_size =
    .said =
        bikes
        bike
        of them
        cargo bikes
        pieces
        units
slot-load_kg =
    .said =
        load
        of bread
        of tools
        of goods
        per trip
        in the box
slot-daily_km =
    .said =
        a day
        per day
        daily
        each day
        every day
slot-budget =
    .said =
        budget
        at most
        to spend
        up to
slot-callback_time =
    .said =
        call me
        ring me
slot-test_ride_day =
    .said =
        ride on
        come by
        for the ride

option-parking_trouble = No place to park or stop
    .need = no more parking trouble
    .said =
        parking
        we never find a parking space
        parking tickets
        stuck in traffic
        no place to stop
        double parking
        the old town is closed to vans
option-running_costs = Vans cost too much
    .need = lower costs than with vans
    .said =
        costs
        too expensive to run
        fuel is too dear
        save money
        diesel prices
        repairs eat us up
        cheaper deliveries
option-no_drivers = Hard to find drivers
    .need = a way around the lack of drivers
    .said =
        drivers
        staff without a driving licence
        nobody wants to drive the van
        we can't find drivers
        shortage of people
        apprentices who are too young to drive
option-cleaner_fleet = We want to be greener
    .need = a greener fleet
    .said =
        greener
        less co2
        climate targets
        sustainability goals
        cleaner air
        environment
        our customers ask for green delivery
option-new_deliveries = Start delivering
    .need = to start delivering
    .said =
        we want to start delivering
        new delivery service
        home delivery
        we don't deliver yet
        bring orders to customers

option-bakery = Bakery or café
    .noted = a bakery or café
    .said =
        confectionery
        bistro
        bakery
        baker
        we bake
        café
        coffee shop
        pastry shop
        bread and rolls
        patisserie
option-courier = Courier or delivery
    .noted = deliveries
    .said =
        courier
        parcel service
        delivery company
        we deliver parcels
        messenger service
        logistics firm
        last mile
        food delivery
        couriers
option-trades = Trades and technicians
    .noted = trades
    .said =
        caretaker
        carpentry
        joinery
        workshop
        roofer
        tiler
        gardener
        trades
        plumber
        electrician
        carpenter
        painter
        tradesman
        craftsmen
        heating engineer
        chimney sweep
        service technicians
        handyman
option-municipal = Town or public service
    .noted = public service
    .said =
        municipality
        city council
        town council
        public works
        street cleaning
        parks department
        we are a municipality
        city administration
option-other_business = Something else
    .noted = your line of work
    .said =
        fishmonger
        fish shop
        landlord
        hotel
        restaurant
        brewery
        butcher
        none of these
        none of those
        cleaning company
        something else
        another business
        none of these trades
        a different line of work
        pharmacy
        florist
        supermarket
        caterer
        laundry

option-food = Food, not chilled
    .noted = food
    .said =
        food
        groceries
        baked goods
        bread
        lunch boxes
        vegetables
        drinks
option-chilled = Chilled goods
    .noted = chilled goods
    .said =
        chilled goods
        things that must stay cold
        frozen food
        ice cream
        fresh fish
        dairy
        medicine that needs cooling
        meat
option-parcels = Parcels and letters
    .noted = parcels
    .said =
        parcels
        packages
        letters
        mail
        boxes for customers
        documents
        flowers
option-tools = Tools and materials
    .noted = tools
    .said =
        tools
        toolboxes
        spare parts and machines
        paint buckets
        pipes
        ladders
        building material
option-bulky = Bulky things
    .noted = bulky things
    .said =
        kegs
        barrels
        crates of drinks
        bulky things
        bulky goods
        furniture
        garden waste
        rubbish bins
        laundry bags
        big things

option-decides_alone = I decide myself
    .need = decides alone
    .said =
        I decide
        I am the owner
        it is my decision
        I own the company
option-decides_together = We decide together
    .need = decides together with others
    .said =
        we decide together
        my partner and I decide
option-decides_other = Somebody else decides
    .need = somebody else decides
    .said =
        my boss decides
        the board decides
        my manager has to approve
option-now = As soon as possible
    .need = as soon as possible
    .said =
        soon
        very soon
        right away
        asap
        as soon as possible
        this month
        immediately
        yesterday
        urgent
        in the next few weeks
option-quarter = Within three months
    .need = within three months
    .said =
        within three months
        this quarter
        next quarter
        by spring
        in two months
        in about three months
        before the season
option-year = Within a year
    .need = within a year
    .said =
        in autumn
        after the summer
        within a year
        this year
        next year
        some time this year
        in six months
        in the second half of the year
        by the end of the year
option-just_looking = Just looking
    .need = just looking so far
    .said =
        just looking
        just curious
        only browsing
        no plans yet
        nothing concrete
        only informing myself
        just window shopping

option-refine = Check it against my day
    .said =
        check it
        ask me more
        be more precise
        refine
        check whether it fits
option-quote = Get a quote
    .said =
        quote
        the offer
        quote please
        written offer
option-test_ride = Book a test ride
    .said =
        test ride
        try it
        a ride
        ride one
option-talk = Speak with an adviser
    .said =
        an adviser
        a call with someone
        advice by phone
        a colleague
option-look = I will look around
    .said =
        look around
        nothing more
        enough for now
        I'm good
        that's it for now

option-repair = Repair or fault
    .said =
        a repair
        something is broken
        defect
        a fault
        flat tyre
        it makes a noise
option-part = A part or accessory
    .said =
        a part
        order a part
        I need a new mirror
        replacement part
        an accessory
option-more_bikes = More bikes
    .said =
        more bikes
        another bike
        extend our fleet
        a second one
option-bill = Invoice or contract
    .said =
        the invoice
        a bill
        my contract
        a question about payment
        leasing contract
option-complaint = Something to complain about
    .said =
        a complaint
        I'm not happy
        I am disappointed
        something went wrong with you
