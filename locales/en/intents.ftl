## What people want of a maker of cargo bikes.

intent-wants_recommendation = Find the right bike
    .said =
        do you have anything that can do that
        have you got something for that
        what have you got for us
        is there one that could do that
        what would you recommend for us
        which bike do I need
        what would suit us
        can you recommend a model
        I need advice on choosing
        help me pick a bike
        we are looking for a cargo bike for our company
        which one is right for my business
        what is the best bike for deliveries
        I'm looking for something to carry our goods
        any suggestion for a plumber
        what do you suggest
        we want to replace our delivery van with bikes
        we run a shop and need transport bikes
        which of your bikes fits us
        I don't know which model to take
        do you have a bike that can carry a keg and a toolbox
        have you got something that hauls heavy stuff
intent-wants_quote = Get a written quote
    .said =
        I'd like a quote
        can you send me an offer
        please make us an offer
        we need a written quotation
        send me a price proposal
        could you prepare a quote for our company
        I want an estimate on paper
        offer for a small fleet please
        get a quote
        quotation for our board
        can I have a formal offer by email
        put together an offer for us
intent-wants_test_ride = Book a test ride
    .said =
        can I come by and see them
        could we have a look at the bikes in person
        I would like to come and see them
        I want to try one
        can I take a test ride
        book a trial ride
        where can I ride one before buying
        I'd like to come and test the bike
        can we try it out
        can we schedule a demo
        arrange a test drive
        could you bring one round so we can try it
        let me ride it first
        is there a way to see and ride the bikes
        sign me up for a test ride
intent-is_customer = I already ride your bike
    .said =
        I already have a bike from you
        we are customers of yours
        my bike is broken
        our bike needs a repair
        I bought a bike from you last year
        problem with my order
        we own three of your bikes
        the motor of our bike makes strange noises
        I need service for my bike
        existing customer
        my battery does not charge any more
        where is the bike I ordered
intent-buy_now = I want to order
    .said =
        I want to order
        we'd like to buy now
        I'll take it
        where do I sign
        how do I place an order
        I am ready to buy
        let's do it, we order
        ready to purchase
        can I order directly here
        we have decided, we buy them
        please take my order
intent-price_general = What bikes cost
    .said =
        what do your bikes cost
        how much is a cargo bike
        price list
        what are your prices
        what's the price range
        roughly what would I have to pay
        are your bikes expensive
        what does a bike like that cost
        prices please
        how much money are we talking about
intent-list_products = See all models
    .said =
        what bikes do you have
        show me your models
        what do you sell
        your product range
        list of all bikes
        which models are there
        what kinds of bikes do you make
        can I see everything you offer
        overview of the bikes
        how many different models do you build
intent-follow_up_later = Not now, later
    .said =
        I have to think it over
        need to talk to my partner first
        maybe next year
        I'll think about it
        let me get back to you
        not now, maybe in autumn
        contact me next month
        I have to discuss it with my boss first
        ask me again later
        we will decide after the summer
        it's too early for us
        remind me in a few weeks
        I need to sleep on it
intent-compliment = A kind word
    .said =
        great bikes
        nice website
        you are really helpful
        I love what you make
        that's a clever answer
        well done
        your bikes look beautiful
        good job
        you are very friendly
intent-student = It is for my studies
    .said =
        I'm a student writing my thesis
        it's for a school project
        I'm doing a survey for university
        bachelor thesis about cargo bikes
        for my master's research
        we have to give a presentation in class
        I'm studying logistics and have a few questions
        could you fill in my questionnaire
intent-competitor = I work in the same trade
    .said =
        we build cargo bikes ourselves
        I work for another bike manufacturer
        I'm from the competition
        we're a rival of yours
        just doing market research on competitors
        our company makes cargo bikes too
        benchmarking your prices for our own brand
        I'm in the same trade as you
intent-spam = I have something to offer you
    .said =
        I can boost your seo ranking
        we offer web design at low prices
        buy followers cheap
        invest in crypto and earn money
        would you like to buy our leads
        partnership proposal to increase your traffic
        cheap loans for your company
        we sell email lists
        guest post on your blog
        earn 5000 a day from home
intent-by_mail = In writing, please
    .said =
        please don't call me
        no calls please
        rather not by phone
        I'd prefer an email
        just email me
        write to me instead of calling
        better by mail
        I don't like phone calls
        send it to me in writing
        do not ring me
        can we do this by email
        phone is bad for me
intent-look_around = Only looking
    .said =
        just having a look
        I am only looking around
        just checking out your bikes
        simply curious
        just browsing
        no intention to buy right now
        only here to look
