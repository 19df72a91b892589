//! D7xx: data that grow old.

codes! {
    ANSWER_EXPIRED "D701" "answer-expired" Error {
        "The last day of an answer is over."
        why: "Nobody vouches for it any more. Its owner renews it, or it goes. Talks keep running meanwhile."
        bad: "leasing: { owner: finance, source: \"Sheet 4\", valid_until: 2020-06-30 }"
        good: "leasing: { owner: finance, source: \"Sheet 9\", valid_until: 2099-06-30 }"
    }
    CAMPAIGN_DATES "D702" "campaign-dates" Error {
        "A campaign ends before it begins."
        why: "Nobody could ever come by it."
        bad: "fair: { source: fair, from: 2027-03-01, until: 2027-02-01 }"
        good: "fair: { source: fair, from: 2027-02-01, until: 2027-03-01 }"
    }
    DISCOUNT_ORDER "D703" "discount-order" Error {
        "Discounts do not grow with the number of pieces."
        why: "Whoever buys more must not pay more for each."
        bad: "bikes: [ { from: 10, percent: 8 }, { from: 5, percent: 4 } ]"
        good: "bikes: [ { from: 5, percent: 4 }, { from: 10, percent: 8 } ]"
    }
}
