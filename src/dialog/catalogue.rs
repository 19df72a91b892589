//! Answering questions about the catalogue from its facts, without a hand-written answer each.

use crate::domain::ids::{AttributeId, KindId, ProductId};
use crate::domain::lexicon::AttributeKind;
use crate::domain::reply::{Arg, Part};
use crate::domain::understood::{Ask, CatalogueQuery, Extreme, Filter, Test};
use crate::domain::value::Value;
use crate::script::model::{Product, Signal};

use super::recommend::{by, price_for};
use super::talk::{Talk, product_choice};

/// The most attributes put beside each other in a comparison.
const COMPARED: usize = 5;
/// The most attributes answered in one turn.
const ATTRIBUTES: usize = 3;
/// The most products offered to choose from.
const OFFERED: usize = 5;

impl<'a> Talk<'a> {
    /// Answers a question about the catalogue. Tells whether there was anything to say.
    pub fn answer_query(&mut self, query: &CatalogueQuery) -> bool {
        let query = self.complete(query);
        for attribute in &query.attributes {
            self.signals.push(Signal::Attribute(attribute.clone()));
        }
        for product in &query.products {
            self.signals.push(Signal::Product(product.clone()));
        }
        if let Some(count) = query.count {
            self.note_count(count);
        }
        let said = match query.ask {
            Ask::Fact => self.tell_facts(&query),
            Ask::Compare => self.compare(&query),
            Ask::Which => self.tell_which(&query),
            Ask::Extreme => self.tell_extreme(&query),
            Ask::About => self.tell_about(&query),
            Ask::List => self.tell_list(&query),
        };
        if said {
            self.state.asked = Some(query);
        }
        said
    }

    /// Fills in what a follow-up leaves out: "and the other one?", "what does it cost?".
    fn complete(&self, query: &CatalogueQuery) -> CatalogueQuery {
        let mut query = query.clone();
        if query.follows
            && let Some(before) = &self.state.asked
            && query.attributes.is_empty()
            && before.ask == Ask::Fact
        {
            query.ask = Ask::Fact;
            query.attributes.clone_from(&before.attributes);
            query.count = query.count.or(before.count);
        }
        if query.count.is_some() && query.attributes.is_empty() {
            query.attributes.push("price".into());
        }
        // "15 of them" are fifteen of the one talked about last.
        if query.count.is_some() && query.products.iter().all(|p| self.state.focus.contains(p)) {
            let last = self.state.focus.iter().find(|p| query.products.contains(p)).cloned();
            query.products = last.into_iter().collect();
        }
        // "How far does the big one go": the extreme names the product.
        if let (Ask::Fact | Ask::About, true, Some((attribute, end))) =
            (query.ask, query.products.is_empty(), &query.extreme)
        {
            query.products.extend(self.extreme(&query, attribute, *end).map(|p| p.id.clone()));
        }
        let needs_product = matches!(query.ask, Ask::Fact | Ask::About);
        if needs_product && query.products.is_empty() && query.kind.is_none() {
            query.products.extend(self.state.focus.first().cloned());
        }
        query
    }

    fn tell_facts(&mut self, query: &CatalogueQuery) -> bool {
        let attributes: Vec<AttributeId> =
            query.attributes.iter().take(ATTRIBUTES).cloned().collect();
        if attributes.is_empty() {
            return self.tell_about(query);
        }
        if query.products.is_empty() {
            if query.count.is_some() {
                return self.ask_which_product(query.kind.as_ref());
            }
            let mut said = false;
            for attribute in &attributes {
                said |= self.tell_fact_of_all(attribute, query.kind.as_ref());
            }
            return said;
        }
        let products: Vec<&Product> = self.products(&query.products);
        for product in &products {
            for attribute in &attributes {
                let part = match (query.count, attribute == "price") {
                    (Some(count), true) if count > 1 => self.price_part(product, count),
                    _ => None,
                };
                let part = part.unwrap_or_else(|| self.fact(product, attribute));
                self.tell(part);
            }
        }
        self.show(&products);
        !products.is_empty()
    }

    /// One attribute of one product, in its own sentence where the writer gave one.
    fn fact(&self, product: &Product, attribute: &AttributeId) -> Part {
        let name = Arg::Text(format!("attribute-{attribute}").into());
        let product_name = Arg::Text(format!("product-{}", product.id).into());
        let (key, own) = match product.attributes.get(attribute) {
            Some(Value::Boolean(true)) => ("catalogue-fact-yes", Some("yes")),
            Some(Value::Boolean(false)) => ("catalogue-fact-no", Some("no")),
            Some(_) => ("catalogue-fact", Some("tells")),
            None => ("catalogue-fact-unknown", None),
        };
        let part = match own {
            // The checker knows which attributes have a sentence of their own; rendering takes
            // the general one when there is none.
            Some(own) => Part::tell(format!("attribute-{attribute}")).attribute(own).or_else(key),
            None => Part::tell(key),
        };
        let part = part.with("product", product_name).with("attribute", name);
        match product.attributes.get(attribute) {
            Some(value) if !matches!(value, Value::Boolean(_)) => part.with("value", shown(value)),
            _ => part,
        }
    }

    fn price_part(&self, product: &Product, count: i64) -> Option<Part> {
        let (each, percent, total) = price_for(self, product, count)?;
        let currency = &self.script.bot.currency;
        let key = if percent.is_zero() {
            "catalogue-price-for"
        } else {
            "catalogue-price-for-discounted"
        };
        let part = Part::tell(key)
            .with("count", Arg::integer(count))
            .with("product", Arg::Text(format!("product-{}", product.id).into()))
            .with("unit_price", Arg::money(each, currency))
            .with("total", Arg::money(total, currency));
        Some(if percent.is_zero() {
            part
        } else {
            let percent = crate::domain::value::Quantity {
                amount: percent,
                unit: crate::domain::value::Unit::Percent,
            };
            part.with("percent", Arg::Value(Value::Quantity(percent)))
        })
    }

    /// "The range of each: A 70 km, B 90 km."
    fn tell_fact_of_all(&mut self, attribute: &AttributeId, kind: Option<&KindId>) -> bool {
        let boolean = self
            .script
            .catalogue
            .attribute(attribute)
            .is_some_and(|form| form.kind == AttributeKind::Boolean);
        let products: Vec<&'a Product> = self
            .of_kind(kind)
            .into_iter()
            .filter(|product| product.attributes.contains_key(attribute))
            .collect();
        if boolean {
            let having: Vec<&Product> = products
                .into_iter()
                .filter(|product| product.attributes[attribute] == Value::Boolean(true))
                .collect();
            return self.tell_matches(&having, None, kind);
        }
        let mut products = products;
        products.sort_by(|a, b| by(a, b, attribute, false));
        let lines: Vec<Arg> = products
            .iter()
            .map(|product| pair(product, product.attributes.get(attribute)))
            .collect();
        if lines.is_empty() {
            return false;
        }
        self.tell(
            Part::tell("catalogue-fact-all")
                .with("attribute", Arg::Text(format!("attribute-{attribute}").into()))
                .with("list", Arg::Lines(lines)),
        );
        true
    }

    fn compare(&mut self, query: &CatalogueQuery) -> bool {
        let products = self.products(&query.products);
        let [first, second, ..] = products.as_slice() else { return self.tell_about(query) };
        let (first, second) = (*first, *second);
        let attributes: Vec<AttributeId> = if query.attributes.is_empty() {
            self.script
                .catalogue
                .attributes
                .iter()
                .map(|(id, _)| id)
                .filter(|id| {
                    let (a, b) = (first.attributes.get(*id), second.attributes.get(*id));
                    a.is_some_and(|value| value.number().is_some()) && b.is_some() && a != b
                })
                .take(COMPARED)
                .cloned()
                .collect()
        } else {
            query.attributes.clone()
        };
        self.tell(
            Part::tell("catalogue-compare-intro")
                .with("first", Arg::Text(format!("product-{}", first.id).into()))
                .with("second", Arg::Text(format!("product-{}", second.id).into())),
        );
        for product in [first, second] {
            let list = attributes
                .iter()
                .filter_map(|id| {
                    let value = product.attributes.get(id)?;
                    Some(Arg::Joined(vec![
                        Arg::Text(format!("attribute-{id}").into()),
                        shown(value),
                    ]))
                })
                .collect();
            self.tell(
                Part::tell("catalogue-compare-line")
                    .with("product", Arg::Text(format!("product-{}", product.id).into()))
                    .with("list", Arg::And(list)),
            );
        }
        self.show(&[first, second]);
        true
    }

    fn tell_which(&mut self, query: &CatalogueQuery) -> bool {
        let pool = self.pool(query);
        let found: Vec<&Product> =
            pool.iter().copied().filter(|product| passes(product, &query.filters)).collect();
        let shown_by = query.filters.iter().map(|filter| &filter.attribute).find(|id| {
            pool.iter().any(|p| p.attributes.get(*id).is_some_and(|v| v.number().is_some()))
        });
        if found.is_empty() {
            return self.tell_none(query, &pool, shown_by);
        }
        let mut found = found;
        found.sort_by(|a, b| by(a, b, &"price".into(), false));
        self.tell_matches(&found, shown_by, query.kind.as_ref())
    }

    fn tell_matches(
        &mut self,
        found: &[&Product],
        attribute: Option<&AttributeId>,
        kind: Option<&KindId>,
    ) -> bool {
        let Some(kind) = kind.cloned().or_else(|| found.first().map(|p| p.kind.clone())) else {
            return false;
        };
        let price = AttributeId::from("price");
        let attribute = attribute.unwrap_or(&price);
        let lines = found.iter().map(|p| pair(p, p.attributes.get(attribute))).collect();
        self.tell(
            Part::tell("catalogue-which")
                .with("kind", Arg::Text(format!("kind-{kind}").into()))
                .with("list", Arg::Lines(lines)),
        );
        let best: Vec<ProductId> = found.iter().take(1).map(|p| p.id.clone()).collect();
        self.focus_on(&best);
        true
    }

    /// Nothing matches: that is said, and what comes nearest.
    fn tell_none(
        &mut self,
        query: &CatalogueQuery,
        pool: &[&Product],
        attribute: Option<&AttributeId>,
    ) -> bool {
        let Some(kind) =
            query.kind.clone().or_else(|| self.script.catalogue.kinds.first().cloned())
        else {
            return false;
        };
        self.tell(
            Part::tell("catalogue-which-none")
                .with("kind", Arg::Text(format!("kind-{kind}").into())),
        );
        let Some(attribute) = attribute else { return true };
        let most = query
            .filters
            .iter()
            .any(|filter| filter.attribute == *attribute && filter.test == Test::AtLeast);
        let mut nearest: Vec<&Product> = pool
            .iter()
            .copied()
            .filter(|product| {
                let others: Vec<Filter> = query
                    .filters
                    .iter()
                    .filter(|filter| filter.attribute != *attribute)
                    .cloned()
                    .collect();
                passes(product, &others) && product.attributes.contains_key(attribute)
            })
            .collect();
        nearest.sort_by(|a, b| by(a, b, attribute, most));
        if let Some(product) = nearest.first().copied() {
            let part = with_value(Part::tell("catalogue-nearest"), product, attribute);
            self.tell(part);
            self.show(&[product]);
        }
        true
    }

    /// The product with the most or least of something, among those that are meant.
    fn extreme(
        &self,
        query: &CatalogueQuery,
        attribute: &AttributeId,
        end: Extreme,
    ) -> Option<&'a Product> {
        let mut pool: Vec<&Product> = self
            .pool(query)
            .into_iter()
            .filter(|product| {
                passes(product, &query.filters) && product.attributes.contains_key(attribute)
            })
            .collect();
        pool.sort_by(|a, b| by(a, b, attribute, end == Extreme::Most));
        pool.first().copied()
    }

    fn tell_extreme(&mut self, query: &CatalogueQuery) -> bool {
        let Some((attribute, end)) = &query.extreme else { return false };
        let Some(best) = self.extreme(query, attribute, *end) else {
            let pool = self.pool(query);
            return self.tell_none(query, &pool, Some(attribute));
        };
        let asked: Vec<AttributeId> =
            query.attributes.iter().filter(|id| *id != attribute).cloned().collect();
        if asked.is_empty() {
            let part = with_value(Part::tell("catalogue-most"), best, attribute);
            self.tell(part);
        }
        for other in asked.iter().take(ATTRIBUTES) {
            let part = match query.count {
                Some(count) if other == "price" && count > 1 => self.price_part(best, count),
                _ => None,
            };
            let part = part.unwrap_or_else(|| self.fact(best, other));
            self.tell(part);
        }
        self.signals.push(Signal::Product(best.id.clone()));
        self.show(&[best]);
        true
    }

    fn tell_about(&mut self, query: &CatalogueQuery) -> bool {
        let products = self.products(&query.products);
        if products.is_empty() {
            return match &query.kind {
                Some(_) => self.tell_list(query),
                None => self.ask_which_product(None),
            };
        }
        for product in products.iter().take(2) {
            let part = Part::tell("catalogue-about")
                .with("product", Arg::Text(format!("product-{}", product.id).into()))
                .with(
                    "about",
                    Arg::Attribute(format!("product-{}", product.id).into(), "about".to_owned()),
                )
                .with("price", product.attributes.get("price").map_or(Arg::Nothing, shown));
            self.tell(part);
        }
        self.show(&products);
        true
    }

    fn tell_list(&mut self, query: &CatalogueQuery) -> bool {
        let products = self.of_kind(query.kind.as_ref());
        let Some(kind) = products.first().map(|product| product.kind.clone()) else { return false };
        let price = AttributeId::from("price");
        let lines = products.iter().map(|p| pair(p, p.attributes.get(&price))).collect();
        self.tell(
            Part::tell("catalogue-list")
                .with("kind", Arg::Text(format!("kind-{kind}").into()))
                .with("list", Arg::Lines(lines)),
        );
        true
    }

    fn ask_which_product(&mut self, kind: Option<&KindId>) -> bool {
        let choices =
            self.of_kind(kind).iter().take(OFFERED).map(|p| product_choice(&p.id)).collect();
        self.ask(vec![Part::ask("catalogue-which_product")], choices);
        true
    }

    fn products(&self, ids: &[ProductId]) -> Vec<&'a Product> {
        ids.iter().filter_map(|id| self.script.catalogue.product(id)).collect()
    }

    /// The products of a kind, the main kind by default.
    fn of_kind(&self, kind: Option<&KindId>) -> Vec<&'a Product> {
        let script: &'a crate::script::model::Script = self.script;
        let kind = kind.or(script.catalogue.kinds.first());
        let catalogue = &script.catalogue;
        catalogue.products.iter().filter(|product| Some(&product.kind) == kind).collect()
    }

    /// What a search chooses from: the named products, else a kind that has the attributes.
    fn pool(&self, query: &CatalogueQuery) -> Vec<&'a Product> {
        if query.products.len() > 1 {
            return self.products(&query.products);
        }
        self.of_kind(query.kind.as_ref())
    }

    /// Remembers products and shows the picture of a single one.
    fn show(&mut self, products: &[&Product]) {
        let ids: Vec<ProductId> = products.iter().map(|product| product.id.clone()).collect();
        self.focus_on(&ids);
        if let ([product], None) = (products, &self.picture) {
            self.picture.clone_from(&product.picture);
        }
    }
}

/// "Brotbote 4,890 €"
fn pair(product: &Product, value: Option<&Value>) -> Arg {
    let name = Arg::Text(format!("product-{}", product.id).into());
    match value {
        Some(value) => Arg::Joined(vec![name, shown(value)]),
        None => name,
    }
}

fn with_value(part: Part, product: &Product, attribute: &AttributeId) -> Part {
    part.with("product", Arg::Text(format!("product-{}", product.id).into()))
        .with("attribute", Arg::Text(format!("attribute-{attribute}").into()))
        .with("value", product.attributes.get(attribute).map_or(Arg::Nothing, shown))
}

/// A catalogue value as a visitor reads it.
fn shown(value: &Value) -> Arg {
    match value {
        Value::Choice(option) => Arg::Text(format!("option-{option}").into()),
        Value::Choices(options) => Arg::And(
            options.iter().map(|option| Arg::Text(format!("option-{option}").into())).collect(),
        ),
        other => Arg::Value(other.clone()),
    }
}

fn passes(product: &Product, filters: &[Filter]) -> bool {
    filters.iter().all(|filter| {
        let Some(value) = product.attributes.get(&filter.attribute) else {
            return filter.value == Value::Boolean(false);
        };
        match (value, &filter.value) {
            (Value::Choices(options), Value::Choice(option)) => options.contains(option),
            (value, wanted) => match (value.number(), wanted.number()) {
                (Some(has), Some(wanted)) => match filter.test {
                    Test::AtLeast => has >= wanted,
                    Test::AtMost => has <= wanted,
                    Test::Is => has == wanted,
                },
                _ => value == wanted,
            },
        }
    })
}
