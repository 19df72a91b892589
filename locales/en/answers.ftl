## What people ask, and what we answer. Owner and date of each: dialogs/answers.yaml.

answer-leasing = Yes, through our partner bank over 24, 36 or 48 months: a month, over 48 months and net, from { $winzling-lease } for the Winzling to { $frostbeule-lease } for the Frostbeule. At the end you hand the bike back, keep it for a small sum, or take a new one.
    .label = Leasing
    .said =
        do you offer leasing
        can we lease the bikes
        is leasing possible
        leasing conditions
        lease instead of buying
        what happens at the end of the lease
        how long does a lease run
        do you have a leasing partner
        company bike lease
        leasing for businesses
        lease contract over four years
        we don't want to buy, we want to lease
answer-financing = Yes. Besides leasing there is hire purchase over 12 to 60 months through our bank; the bikes are yours after the last rate. It starts at an order of 5,000 euros, and the bank usually answers within three working days.
    .label = Paying in instalments
    .said =
        can we pay in instalments
        financing options
        hire purchase
        do you offer a loan
        spread the payments
        pay it off over time
        bank financing for the bikes
        is there a payment plan
answer-subsidies_at = In Austria there are grants for cargo bikes in businesses, from the federal climate fund and from several provinces. Amounts change every year and you apply for most of them before you order, so we check with you what is open for your town today.
    .austria = { answer-subsidies_at }
    .germany = { answer-subsidies_de }
    .elsewhere = For { $place } I have no list of grants. Many towns and ministries support cargo bikes for businesses, and nearly always you apply before you order; the team looks it up with you: { $phone }.
    .label = Grants in Austria
    .said =
        subsidies in Austria
        is there a grant for cargo bikes
        funding from the state
        does the province of Styria pay something
        klimaaktiv grant
        government support for e-cargo bikes
        are there any subsidies
        do we get money back from the government
answer-subsidies_de = In Germany some states and many cities support cargo bikes for businesses. The rules differ from town to town and you nearly always apply before you order; tell us the town and we look up what is open.
    .label = Grants in Germany
    .said =
        subsidies in Germany
        German funding for cargo bikes
        bafa grant
        does Bavaria support cargo bikes
        Munich cargo bike programme
        grants for a company in Berlin
        KfW support
        funding on the German side
answer-bulk_discount = From five bikes of one model you pay 4% less than the list price, from ten 8%, from twenty-five 12%. On accessories it is 5% from ten pieces.
    .label = Discount for several
    .said =
        is there a discount
        cheaper if we take several
        any rebate for a fleet
        is there a discount for larger orders
        bulk discount
        volume pricing
        is it cheaper if we take more
        fleet rebate
        quantity discount
        how much off for a dozen
        can you do something about the price
        special price for many bikes
        do you give a discount
answer-vat = All our prices are net. In Austria 20% VAT comes on top; companies elsewhere in the EU with a valid VAT number get the invoice without it (reverse charge).
    .label = VAT
    .said =
        is vat included
        net or gross
        are prices with tax
        value added tax
        reverse charge
        do we pay tax on top
        without vat for eu companies
        is that including VAT
answer-invoice = Yes, companies pay by invoice: 30% when you order, the rest within 14 days after delivery.
    .label = Invoice and payment terms
    .said =
        can we pay by invoice
        payment terms
        do we have to pay in advance
        how long do we have to pay
        deposit when ordering
        when is the invoice due
        is there a down payment
        pay after delivery
answer-payment_methods = Bank transfer is the usual way; leasing and hire purchase go through the bank. We take no cash and no credit cards for bikes, for accessories in the web shop you can pay by card.
    .label = Ways to pay
    .said =
        how can I pay
        do you take credit cards
        payment methods
        can I pay with paypal
        can we pay cash
        bank transfer possible
        which ways of paying are there
        do you accept Visa
answer-tax_benefits = In most countries a cargo bike for the business can be written off and the input VAT deducted, other than with many cars. How much that is for you, your tax adviser knows; we deliver the papers for it.
    .label = Tax and write-off
    .said =
        tax advantages
        can I write it off
        depreciation of the bikes
        is it tax deductible
        input tax deduction
        what does my accountant need
        do we save tax with a cargo bike
        write-off period
answer-delivery_area = We deliver ready to ride in Austria, Germany, Switzerland, Slovenia and northern Italy. To Poland and Spain we ship with a carrier, and a partner workshop there sets the bike up.
    .ready = Yes, to { $place } we deliver ready to ride; from there on you only charge the battery.
    .north = To the north of Italy yes, ready to ride. For { $place } tell us the town in the quote, and the team says how it gets there.
    .carrier = Yes, to { $place } we ship with a carrier, and a partner workshop there sets the bike up for you.
    .none = To { $place } not yet, I am afraid: we deliver in Austria, Germany, Switzerland, Slovenia and northern Italy, and with a carrier to Poland and Spain. Whether an exception is possible, the team knows: { $phone }.
    .label = Where we deliver
    .said =
        do you deliver to Hungary
        do you ship abroad
        would you bring it to our town
        where do you deliver
        do you ship to Spain
        delivery to Poland possible
        do you deliver abroad
        which countries do you supply
        do you deliver to Germany
        shipping outside Austria
        can we get them in Switzerland
        will you deliver it to Salzburg
        is it possible to have the bike delivered abroad
        can the bikes be delivered to our shop in another town
        can you ship the bike to Linz
answer-delivery_cost = From three bikes on, delivery in Austria and Germany is included. For one or two it is 190 euros; other countries are in the quote.
    .label = Cost of delivery
    .said =
        what does shipping add
        how much is shipping
        delivery costs
        is delivery free
        do we pay for transport
        freight charges
        what do you charge for bringing the bikes
        shipping fee
        transport costs included
answer-rush_order = Sometimes. We keep a few bikes of the common models in stock, and a lender can bridge the gap until yours is ready. What we do not do is promise a date that the workshop cannot keep; ask us for today's stock at { $phone }.
    .label = Faster delivery
    .said =
        can you deliver faster
        do you have bikes in stock
        we need it by next week
        express delivery
        is there one available immediately
        why does it take so long
        rush order
        bikes off the shelf
        can I pick one up tomorrow
answer-minimum_order = No minimum. Many houses start with a single bike, ride it for a season and then decide.
    .label = Smallest order
    .said =
        is there a minimum order
        can we order just one
        do you sell single bikes
        minimum quantity
        we only need one
        is one bike too small an order for you
        how many do we have to take at least
        start with one and add later
answer-cancel_order = Until we start to build, you can cancel free of charge; we tell you two weeks before. After that we keep the deposit only as far as parts were made for you.
    .label = Cancelling an order
    .said =
        can I cancel an order
        cancellation terms
        what if we change our mind after ordering
        withdraw from the contract
        call off the order
        can the order be changed later
        get out of the purchase
        cancel before delivery
answer-returns = If a bike does not work out, we take it back within 30 days of delivery, less 2 euros for each kilometre ridden and at most 15% of its price. Painted or specially built bikes are the exception.
    .label = Giving a bike back
    .said =
        can we return a bike
        return policy
        what if it doesn't work for us
        money back
        send it back
        right of return
        give it back after a month
        not satisfied, can I hand it back
answer-assembly = Nothing to assemble. Bikes come set up, charged and test-ridden; you adjust the saddle and go.
    .label = Assembly
    .said =
        do we have to assemble it
        does it come ready to ride
        is it delivered in a carton
        assembly needed
        who sets the bike up
        do I need tools to put it together
        built up on arrival
        delivered fully mounted
answer-service_on_site = Yes, our technicians come to you: two visits a year with the Pflegepaket, { $pflegepaket-price } per bike and year with wear parts. Around Graz, Vienna, Linz and Munich we do it ourselves, elsewhere a partner workshop does.
    .label = Service at your place
    .said =
        do you come to us for repairs
        service on site
        mobile mechanic
        do you service the bikes at our place
        who maintains the fleet
        is there a maintenance contract
        technician visits
        can you look after our bikes
answer-service_interval = Every 1,500 kilometres or twice a year, whichever comes first. It takes about an hour per bike. With the Pflegepaket our people do both at your place for { $pflegepaket-price } per bike and year, wearing parts included.
    .label = How often service is due
    .said =
        what does servicing come to per year
        yearly cost of maintenance
        how often does it need service
        service interval
        when is the first inspection
        maintenance schedule
        how much upkeep
        how many services a year
        regular check-ups
        how long does an inspection take
answer-workshops = There are about 140 partner workshops in Austria, Germany, Switzerland, Spain and Poland, each trained on our bikes. Your nearest one is on the map at { $web }.
    .near = Yes, there are partner workshops in { $place }, trained on our bikes. Your nearest one is on the map at { $web }.
    .none = In { $place } there is no partner workshop of ours yet; the 140 we have are in Austria, Germany, Switzerland, Spain and Poland. How service would work there, the team knows: { $phone }.
    .label = Workshops near you
    .said =
        is there anybody who fixes them here
        who repairs it when it breaks
        who mends them in our town
        where is the nearest workshop
        do you have partners near us
        who repairs the bikes here
        workshop network
        service partner in Madrid
        can any bike shop fix it
        repair shop near Salzburg
        list of workshops
answer-spare_parts = We keep parts for every model for at least ten years after the last one was built. Common ones leave Graz within two working days, and most wear parts are standard parts that any shop has.
    .label = Spare parts
    .said =
        how long do you keep spare parts
        are parts easy to get
        spare part availability
        where do I get parts
        do you use standard parts
        how fast do parts come
        brake pads supply
        parts in ten years
answer-breakdown = Call { $phone }: most faults are solved on the phone or by a partner workshop the same day. If it takes longer than 48 hours, you get a lender, with the Pflegepaket free of charge.
    .label = When a bike breaks down
    .said =
        what if it breaks
        it stops working on the road
        who helps when something fails
        what if a bike breaks down
        do we get a replacement bike
        roadside assistance
        bike fails in the middle of a tour
        lender during repair
        how quickly do you fix it
        downtime
        what happens if the motor dies
answer-warranty_cover = It covers frame, motor, electronics and box against faults of material and work; tyres, pads and chains wear and are not covered. Batteries are covered down to 70% of their capacity.
    .label = What the warranty covers
    .said =
        what exactly does the guarantee include
        what does the warranty cover
        does the warranty include the battery
        are wear parts covered
        warranty conditions
        what is excluded from the guarantee
        who pays if the frame cracks
        is the motor covered
        extended warranty
answer-lifetime = Built for about ten years and 60,000 kilometres with normal service. Our oldest bikes, from 2012, are still out every morning; they are on their second or third battery.
    .label = How long a bike lasts
    .said =
        how long does a bike last
        life expectancy
        durability
        how many kilometres does it survive
        how long can we use it
        lifespan of the frame
        is it built to last
        when does it fall apart
answer-battery_life = After about 1,000 full charges a battery still holds some 80%. With one charge each working day that is four to five years.
    .label = How long a battery lasts
    .said =
        how long does the battery last in years
        battery lifetime
        how many charging cycles
        when is the battery worn out
        does the battery get weaker
        battery ageing
        battery degradation
        will the accumulator fade
answer-battery_replacement = A new battery costs { $powerpack-price } net, and you change it yourself in seconds, no tools. We take the old one back for recycling.
    .label = A new battery
    .said =
        what does a new battery cost
        replace the battery
        battery swap
        who disposes of the old battery
        can I change the battery myself
        battery exchange price
        recycling of batteries
        replacement accumulator
answer-battery_safety = The batteries are tested to EN 50604 and switch off by themselves when they get too hot or are damaged. Charge them dry, above freezing and away from what burns; most insurers ask for nothing more.
    .label = Safety of the battery
    .said =
        are the batteries safe
        can the battery catch fire
        fire risk when charging
        fire protection rules
        lithium danger
        is it safe to charge indoors
        does our insurer allow charging inside
        battery certificate
answer-second_battery = Yes. The Powerpack ({ $powerpack-price }) sits next to the first battery or travels along, and adds roughly the same distance again. The Weitläufer has two from the start.
    .label = A second battery
    .said =
        can we add a second battery
        more range possible
        two batteries at once
        extend the range
        what if one charge isn't enough
        bigger battery as an option
        double battery
        carry a spare accu along
answer-range_real = Our figures are measured half loaded, in town, at 20 °C, with a rider of 80 kg. With a full box and many hills count on a quarter less, in frost on another fifth less.
    .label = How real the range is
    .said =
        is the range realistic
        how was the range measured
        range with a full load
        is that the real range or just marketing
        how far when fully loaded
        does the range drop with load
        honest range figure
        range in practice
answer-charging = Any normal socket will do, no wall box needed. The battery can be charged in the bike or taken out and carried inside.
    .label = How to charge
    .said =
        can I plug it in at home
        what socket does it need
        do I need a charging station
        how do I charge it
        normal socket enough
        do we need a charging station
        can I take the battery out
        charge at home
        special plug required
        where do we charge the bikes
        wallbox
        power supply 230 volts
answer-charging_cost = About 30 cents for a full 1000 Wh battery at 30 cents a kilowatt hour. A bike on the road each day needs some 70 euros of power a year.
    .label = Cost of charging
    .said =
        what does charging cost
        electricity costs
        how much power does it use
        price of a full charge
        energy consumption
        running costs for electricity
        kilowatt hours per 100 km
        power bill
answer-winter = They run all year. Below zero the range drops by about a fifth, so keep the battery inside overnight; for ice there are studded tyres, the Winterschuh set at { $winterschuh-price }.
    .label = Riding in winter
    .said =
        can I ride it in the snow
        does the cold hurt it
        ice and frost
        can you ride it in winter
        what about snow and ice
        does it work in the cold
        frost
        range at minus ten degrees
        winter operation
        do we put it away in december
        is it safe on ice
answer-rain = Rain is no problem: motor, battery and display are sealed, and the boxes close tightly. For the rider there is a roof on some models and the Regendach for the others.
    .label = Rain
    .said =
        what if it pours
        does bread get wet in the rain
        what about rain
        is it waterproof
        will the bread get wet
        can it stand outside in the rain
        do my people get soaked
        bad weather
        is the box watertight
        splash proof
answer-hills = Yes. The motor pulls a loaded bike up about 15%, steeper for short bits. If your town has more than that, take your load on a test ride first.
    .label = Hills
    .said =
        does it get up a steep street with a full load
        will it manage the hills around here
        we have steep streets here
        does it manage a slope
        strong enough uphill
        does it go uphill
        we have steep streets
        can it climb hills
        gradient
        mountainous area
        strong enough motor for slopes
        how steep can it go
        torque of the motor
answer-handling = The two-wheelers ride like a long bicycle; after ten minutes you forget the box. Three wheels stand by themselves and want slow corners, so we show every rider how.
    .label = How it rides
    .said =
        is it hard to ride
        does it tip over
        how does it handle
        do you need practice
        is it stable in curves
        two or three wheels, which is easier
        can anyone ride it
        clumsy in traffic
answer-brakes = All models have hydraulic disc brakes with four pistons and a parking brake. Fully loaded at 25 km/h a bike stops within about five metres.
    .label = Brakes
    .said =
        what brakes does it have
        braking distance
        are the brakes strong enough
        disc brakes
        does it stop in time with a load
        parking brake
        brakes downhill
        hydraulic
answer-punctures = The tyres have a thick protection layer; on average there is one puncture in 4,000 kilometres. Any bike shop can mend them, and the Pflegepaket includes tyres.
    .label = Tyres and punctures
    .said =
        puncture
        flat tyres
        how often do the tyres go flat
        are the tyres puncture proof
        which tyres do you use
        can I change a tyre myself
        tubeless
        broken glass on the road
answer-noise = Hardly more than a bicycle: a low hum when pulling away. That is why bakers ride it at four in the morning.
    .label = Noise
    .said =
        is it loud
        how noisy are they
        can we deliver at night without waking people
        quiet enough for early mornings
        motor noise
        decibels
        sound level
        do neighbours complain
answer-licence = No licence, no number plate: in the EU it counts as a bicycle, as the motor helps only up to { $brotbote-top_speed_kmh } and only when you pedal. In Austria anyone may ride it from 12 on.
    .label = Driving licence
    .said =
        licence needed
        do my drivers need a licence
        is it legal without a driving licence
        do you need a driving licence
        is a licence required
        from what age can you ride it
        number plate needed
        does it need registration
        can apprentices ride it
        is it a bicycle by law
        type approval
answer-helmet = For adults it is not compulsory in Austria and Germany, yet we recommend it, and many employers make it a rule. Elsewhere local rules may differ.
    .label = Helmet
    .said =
        is a helmet required
        do riders have to wear a helmet
        helmet law
        must my people use helmets
        high-vis vest
        protective clothing
        is a bike helmet mandatory
        safety gear for riders
answer-speed_limit = At { $brotbote-top_speed_kmh } the motor switches off by law; then it is still a bicycle, without licence, plate and insurance duty. In town you are seldom slower than a van with that.
    .label = Why 25 km/h
    .said =
        why only 25
        can it go faster
        is there a 45 km/h version
        s-pedelec
        can the limiter be removed
        is the motor throttled
        speed restriction
        derestrict
answer-cycle_lanes = They may use cycle paths, bus lanes where bikes are allowed, and many pedestrian zones at delivery times. Up to 100 cm of width no path is closed to you in Austria; all our bikes are narrower.
    .label = Where you may ride
    .said =
        can we ride on cycle paths
        pedestrian zone allowed
        are bike lanes wide enough
        bus lane
        where may we ride
        one-way streets
        is it allowed on the pavement
        cycle track rules
answer-parking = A cargo bike may stand wherever a bicycle may, also in a parking space for cars, and it stops right at the door. No ticket, no residents' permit.
    .label = Parking
    .said =
        where can you park it
        do we need parking spaces
        can it stand on the pavement
        parking fees
        loading zone
        stopping in front of the shop
        parking permit
        is there a kickstand
answer-storage = A dry corner of about 2.6 by 1 metres per bike will do; the Winzling needs hardly more than a bicycle. Outside works too, with a cover and a lock.
    .label = Keeping it overnight
    .said =
        where do we keep them overnight
        how much space does a bike need
        can it stay outside
        garage needed
        storing the bikes
        does it fit into our yard
        length of the bike
        courtyard
answer-city_bans = Yes, cargo bikes are free to enter: low-emission zones, car-free old towns and night bans do not apply to bicycles. For many customers that was the reason to start.
    .label = Closed town centres
    .said =
        low emission zone
        our old town is car-free
        driving ban for vans
        diesel ban
        can I enter restricted areas
        city centre closed for delivery vehicles
        zero emission zone rules
        access restrictions
answer-children = No, our bikes are approved for goods only, not for passengers. For children please look at makers of family bikes.
    .label = Children and passengers
    .said =
        can I transport children
        kids in the box
        child seat
        is there a passenger seat
        can two people ride
        take my dog and my daughter along
        nursery wants to carry toddlers
        rickshaw for passengers
answer-rider_weight = The rider may weigh up to 120 kg, clothes and bag included; that comes on top of the payload.
    .label = Weight of the rider
    .said =
        maximum rider weight
        how heavy may the driver be
        I weigh 130 kilos
        weight limit for the rider
        is the rider counted in the payload
        our driver is a big man
        total permitted weight
        body weight limit
answer-rider_height = From about 1.55 to 2.00 metres: saddle and handlebar adjust without tools, so several people can share one bike.
    .label = Height of the rider
    .said =
        does it fit tall people
        frame sizes
        how tall do you have to be
        I am only 1.58
        can several drivers share a bike
        is the saddle adjustable
        one size for everybody
        suitable for small women
answer-training = Yes, in the Fahrtraining: half a day at your place for up to eight riders, { $fahrtraining-price } net. Most people need it less than they think and enjoy it more.
    .label = Training for riders
    .said =
        do you train our drivers
        is there an introduction for the staff
        riding lessons
        my people have never ridden one
        course for employees
        instruction at handover
        teach us how to ride
        safety training
answer-test_ride_how = A test ride is free, takes about forty minutes and binds you to nothing. In Graz all models are there; from five bikes on we come to you.
    .label = How a test ride works
    .said =
        does a test ride cost anything
        how long is a test ride
        where do test rides take place
        is the trial free
        what do I bring to the test ride
        can we test several models
        do you come to us for a demo
        conditions for trying a bike
answer-trial_week = You can have a bike for a week of real work for 90 euros, delivered and picked up within 100 km of Graz or Munich. If you order, the sum is taken off.
    .label = A week on trial
    .said =
        can we test it for a whole week
        trial period
        longer trial in daily work
        borrow one for a few days
        test it in real operation
        pilot project
        try before we decide, say two weeks
        loan bike for testing
answer-rental = Yes, from one month on: 290 euros a month for most models, service and insurance included. Good for a season or a market, dearer than leasing for longer.
    .label = Renting
    .said =
        can we rent bikes
        hire for the summer
        rental for three months
        short-term rent
        bike hire for an event
        renting instead of leasing
        christmas market rental
        do you rent them out
answer-used_bikes = Now and then: demo bikes and bikes back from leasing, overhauled, with a new battery and a year of warranty, about a quarter below the price of new ones. What is there today: { $web }.
    .label = Used bikes
    .said =
        anything second hand
        a cheaper used one
        do you sell used bikes
        second hand
        refurbished cargo bikes
        ex-demo models
        cheaper pre-owned ones
        is there a used market
        demonstration bikes for sale
        overhauled bikes
answer-trade_in = We take our own bikes back against new ones, at a price by age and state. Vans and other brands we do not buy.
    .label = Trading in an old bike
    .said =
        do you take old bikes in part exchange
        trade in
        can we swap our old bike for a new one
        will you buy our van
        part exchange
        sell our bikes back to you
        take back old models
        exchange value
answer-branding = Yes: film with your logo and colours costs { $beschriftung-price } per bike, the design included. Frames in any RAL colour are 180 euros more and take two weeks longer.
    .label = Logo and colours
    .said =
        can you put our logo on it
        own colour possible
        custom paint
        branding
        advertising on the box
        corporate design
        in our company colours
        stickers and wraps
        ral colour
answer-custom_build = Often, yes. We build boxes, shelves and mounts to measure from about three bikes on; a drawing and a price take a week. Frames and motors stay as they are approved.
    .label = Special boxes
    .said =
        can you build a special box
        custom-made
        made to measure
        we need a special mount
        adapt the bike for our machine
        individual solution
        different box on the same frame
        can you modify the cargo area
answer-retrofit = Nearly everything can be added later: roof, tracker, drawers, second battery, tow bar on most models. Your workshop does it in an hour or two.
    .label = Adding things later
    .said =
        can I add accessories later
        retrofit
        upgrade an older bike
        fit a roof afterwards
        does new equipment fit old bikes
        add things step by step
        mount it later on
        subsequent installation
answer-trailer = Yes: the Huckepack trailer takes { $huckepack-payload_kg } and costs { $huckepack-price }. The Zugpferd is made for it and pulls up to { $zugpferd-towing_kg }.
    .label = Trailers
    .said =
        can it pull a trailer
        do you have trailers
        is there a tow bar
        hitch
        attach a wagon behind
        two trailers at once
        coupling for trailers
        towing something heavy
answer-box_sizes = From { $winzling-box_volume_l } on the Winzling to { $stadtwerker-box_volume_l } on the Stadtwerker. Euro crates of 60 by 40 cm fit into every box from the Brotbote up; the Brotbote takes twelve bread crates.
    .label = Sizes of the box
    .said =
        which box sizes are there
        do euro crates fit
        how many bread crates fit in
        inner dimensions
        does a euro pallet fit
        what sizes do the boxes come in
        box measurements
        will a 120 cm board fit
answer-food_hygiene = The food boxes are smooth inside, made of food-safe plastic, and can be hosed out. They come with the declaration of conformity that inspectors ask for.
    .label = Hygiene for food
    .said =
        is the box food safe
        hygiene rules for bread
        how do I clean the box
        can it be washed with a hose
        food inspector
        smells in the box
        food-grade material
        disinfect the container
answer-haccp = For chilled goods the Frostbeule records the temperature every minute and gives you the list as a file. That covers the transport part of your HACCP plan; the plan itself stays yours.
    .label = HACCP papers
    .said =
        haccp
        temperature log
        proof of the cold chain
        documentation for the food authority
        temperature recording
        audit of the transport
        do you provide haccp papers
        data logger
answer-cooling = The Frostbeule cools actively to 2 to 7 °C for eight hours and costs { $frostbeule-price }. For shorter rounds the Kaltblock insert at { $kaltblock-price } is often enough.
    .label = Keeping things cold
    .said =
        how do I keep things cold
        can we transport ice cream
        does it stay below five degrees
        active cooling
        how long does it stay cold
        fresh fish delivery
        cold transport options
        cool chain
        hot summer days, does the cream melt
answer-theft = Every bike has a frame lock and a box that locks. Add the Spürnase tracker ({ $spuernase-price }) and a chain at night; of 900 bikes we have lost eleven so far, and six came back.
    .label = Theft and locks
    .said =
        what if someone steals it
        how is it locked
        afraid of thieves
        what about theft
        how do I secure it
        which lock
        are they stolen often
        anti-theft protection
        alarm system
        somebody could steal the parcels
        does the box lock
        what if it gets nicked
        somebody steals the bike while we are inside
        is it safe to leave it on the street
        can thieves just take it
        we are worried about it being pinched
        the bike gets stolen, what then
        a thief might nick the bike
        someone could nick it at night
        what happens when a bike is stolen
answer-insurance = The Rundumschutz covers theft, falls and vandalism for { $rundumschutz-price } per bike and year. By law you need none; your business liability usually covers the riding, please ask your insurer.
    .label = Insurance
    .said =
        do you offer insurance
        is insurance compulsory
        what does insurance cost
        who insures the bikes
        comprehensive cover
        liability insurance
        vandalism covered
        insure the fleet
answer-tracking = With the Spürnase you see all bikes on a map. It follows the bike, not the person: please tell your people, and switch off the tour history if you do not need it.
    .label = Seeing where bikes are
    .said =
        can I see where the bikes are
        fleet tracking
        live location
        gps position of my riders
        monitor the tours
        is tracking employees legal
        telematics
        map of all vehicles
answer-app = There is one, and you do not need it: it shows charge, distance and the next service of every bike. Free for three years, then 2 euros per bike and month.
    .label = The app
    .said =
        is there an app
        does it need a smartphone
        fleet software
        can I see the battery level on my phone
        android and iphone
        app subscription
        dashboard for the fleet manager
        api for our route planning
answer-keys = One key for lock, box and battery, and on request all bikes of a fleet have the same one. Lost keys are replaced by number within two days.
    .label = Keys
    .said =
        how many keys come with it
        same key for all bikes
        lost my key
        keyed alike
        spare key
        is there a keyless system
        key card
        one key for the whole fleet
answer-software_updates = Updates of motor and display are made at each service, free of charge. Nothing is updated over the air while you ride.
    .label = Software updates
    .said =
        software updates
        firmware
        does it update by itself
        are updates free
        over the air
        will the display get new functions
        how do I update the motor
        update costs
answer-sustainability = Frames are Austrian and German steel, welded and painted in Graz with solar power; batteries go back to the maker for recycling. What we cannot do better yet: the cells come from Korea.
    .label = Materials and recycling
    .said =
        how sustainable are your bikes
        where do the materials come from
        is production green
        recycling at end of life
        environmental footprint of the battery
        ecological
        do you have an eco certificate
        supply chain
answer-co2 = A van that is replaced saves about two tonnes of CO2 a year at 10,000 km. The bike itself needs some 25 kg a year with Austrian power.
    .label = CO2 saved
    .said =
        how much co2 do we save
        carbon footprint
        emissions compared with a van
        climate balance
        co2 per kilometre
        figures for our sustainability report
        greenhouse gas savings
        tonnes of carbon
answer-too_expensive = It is a fair sum, that is true. What moves it: a smaller model such as the Winzling at { $winzling-price }, leasing from { $brotbote-lease } a month for the Brotbote, a subsidy in many places, or a used bike. Tell me what you carry and I look for the smallest that does it.
    .label = Too expensive
    .said =
        my boss won't pay that much
        nobody here will pay that
        that is never going to be approved
        that is a lot of money
        way over our budget
        I cannot afford that
        that is too expensive for us
        way too much money
        that's a lot for a bicycle
        your prices are steep
        we can't afford that
        for that money I can get a car
        over our budget
        is there anything cheaper
answer-van_cost = A small van costs most businesses 600 to 800 euros a month with fuel, tax, insurance and parking. A Brotbote on lease with service and insurance is at about 160, so it pays as soon as it really replaces a van.
    .label = Cost against a van
    .said =
        what do we save compared with the van
        is it cheaper than a van
        compare costs with a car
        when does it pay off
        total cost of ownership
        break even
        savings compared to our vans
        what does a van cost by comparison
        return on investment
        is it worth it
answer-replace_a_van = Within about five kilometres of town and up to 250 kg a trip, one bike often does the work of one van, as it needs no parking space. Long runs and pallets stay with the van; most houses keep one.
    .label = Replacing a van
    .said =
        can a bike really replace a van
        how many vans can we get rid of
        is a cargo bike enough for deliveries
        how many stops a day
        can it do the work of a car
        limits of a cargo bike
        what can't a bike do
        do we still need our vans
answer-difference = We build for work only, with boxes for one trade each and service at your place. Others are cheaper or have prettier family bikes; if that is what you need, take those.
    .label = Why Pedalwerk
    .said =
        why should we buy from you
        what makes you different
        how do you compare with other brands
        better than urban arrow
        advantages over the competition
        other makers are cheaper
        what is special about your bikes
        why Pedalwerk
answer-production_place = Frames and boxes are made in Graz, motors come from Germany, brakes and gears from Japan, cells from Korea. Each bike is built by two people from start to end.
    .label = Where bikes are made
    .said =
        where are the bikes made
        made in Austria
        who builds the motors
        are they from China
        place of manufacture
        origin of the parts
        which motor brand
        do you produce yourselves
answer-who_are_you = Pedalwerk has built electric cargo bikes for businesses in Graz since 2012. We are 46 people, owned by the two founders, and about 900 of our bikes are on the road.
    .label = About Pedalwerk
    .said =
        when was the company founded
        who are you
        tell me about your company
        how long have you been around
        how big is Pedalwerk
        who owns the firm
        company history
        what kind of company is this
        how many employees do you have
answer-references = About 120 houses ride our bikes: bakeries, couriers, plumbers and nine towns. Names we give only when they agree; tell us your line of work and we put you in touch with somebody who does the same.
    .label = Who rides our bikes
    .said =
        who else rides your bikes
        any customers I would know
        who uses your bikes
        references
        do you have customers in our industry
        other bakeries with your bikes
        case studies
        can we talk to one of your customers
        success stories
        which companies ride them
        any experience with town councils
answer-factory_visit = Gladly: every Thursday at 14:00 there is a tour of the works in Graz, about an hour, in German or English. Just tell us before, at { $email }.
    .label = Visiting the works
    .said =
        can we visit the factory
        guided tour
        see how the bikes are made
        show round the workshop
        come and see the production
        do you have a showroom
        open day
        tour of the plant
answer-opening_hours = Our team is there { $hours }. I am here at any time.
    .label = Opening hours
    .said =
        when are you open
        opening hours
        are you open on saturday
        what time do you close
        office hours
        when can I call
        are you there at the weekend
        business hours
answer-address = Werkgasse 4, 8020 Graz, ten minutes by bike from the main station. There are parking spaces, also for bicycles.
    .label = Address
    .said =
        where are you located
        what is your address
        how do I get to you
        where is your shop
        which street are you in
        directions
        do you have a branch in Vienna
        nearest showroom address
answer-brochure = Data sheets and the brochure are at { $web } as PDF, in four languages. If you want it by e-mail or on paper, write to { $email }.
    .label = Brochure and data sheets
    .said =
        no need to phone, an email with the facts will do
        can you send me a brochure
        data sheet
        catalogue as pdf
        information material
        do you have pictures
        technical specifications document
        send me something to read
        leaflet
        could you mail me the details
        just send the information to my inbox
        I'd prefer it in writing by e-mail
answer-private_customers = We sell to businesses, clubs and public bodies. Private people are welcome too, at the same list price plus VAT, only without leasing and fleet service.
    .label = Buying privately
    .said =
        can I buy one privately
        do you sell to private persons
        it's for my family
        I am not a company
        for personal use
        just for my weekly shopping
        consumers
        as a private individual
answer-resellers = We work with bike shops that have a workshop of their own. Please send a few lines about yours to { $email }; the sales lead answers within a week.
    .label = Becoming a dealer
    .said =
        we want to become a dealer
        can we sell your bikes in our shop
        reseller terms
        dealer margin
        distribution partnership
        import your bikes to our country
        become a service partner
        wholesale
answer-jobs = All open positions are at { $web }; applications go to { $email } with "job" in the subject line. This chat is for customers, so I cannot say more about it.
    .label = Jobs
    .said =
        are you hiring
        do you have jobs
        I want to work for you
        vacancies
        internship
        apply for a position
        career
        apprenticeship at your place
        where do I send my cv
answer-press = For the press: pictures and figures are at { $web }, interviews by { $email }. We answer on the same working day if we can.
    .label = Press
    .said =
        I'm a journalist
        press enquiry
        an interview for a paper
        article about your company
        press photos
        media contact
        we'd like to film at your place
        for a newspaper
answer-complaints = I am sorry that something went wrong. Please tell us at { $phone } or { $email }; the head of service reads every complaint and answers within two working days.
    .label = A complaint
    .said =
        I want to complain
        this is unacceptable
        I'm really unhappy with your service
        nobody answers my emails
        where can I file a complaint
        very disappointed customer
        your mechanic never came
        I want to speak to the boss about this
