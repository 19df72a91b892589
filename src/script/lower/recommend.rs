//! Steps that recommend: which products, and in which order.

use super::step::Steps;
use crate::diagnostic::{Diagnostic, codes};
use crate::domain::lexicon::{AttributeKind, Better};
use crate::script::condition::typing::Scope;
use crate::script::model::{Rank, Recommend};
use crate::script::parse::Node;
use crate::script::place::Faults;
use crate::script::read::Fields;

impl Steps<'_> {
    /// Reads the fields of a recommendation.
    pub(super) fn recommend(
        &mut self,
        node: &Node,
        id: &str,
        fields: &Fields<'_>,
        faults: &mut Faults,
    ) -> Option<Recommend> {
        let kind = node.id(faults)?;
        self.names.kinds.check(kind, node.place, &codes::UNKNOWN_KIND, faults);
        let filter = fields.get("where").map(|n| self.condition(n, Scope::Search, faults));
        let rank = fields.get("rank").and_then(|n| self.rank(n, faults));
        let top = fields.get("top").and_then(|n| n.integer(1..=5, faults)).unwrap_or(1);
        let say = self.question(id, fields, faults);
        let none = fields.get("else").and_then(|n| self.target(n, faults));
        let top = usize::try_from(top).unwrap_or(1);
        Some(Recommend { kind: kind.into(), filter, rank, top, say, none })
    }

    fn rank(&self, node: &Node, faults: &mut Faults) -> Option<Rank> {
        let text = node.scalar("an attribute", faults)?.text.as_str();
        let name = text.strip_prefix('-').unwrap_or(text);
        if !self.names.attributes.check(name, node.place, &codes::UNKNOWN_ATTRIBUTE, faults) {
            return None;
        }
        let form = self.names.attributes.get(name)?.as_ref()?;
        if matches!(form.kind, AttributeKind::Choice(_) | AttributeKind::Choices(_)) {
            let message = format!("products cannot be ranked by `{name}`, which has no order");
            let fault = Diagnostic::new(&codes::CONDITION_TYPE, message)
                .reason("the best product must come first")
                .help("rank by a price, a number or an amount");
            faults.add(node.place, fault);
            return None;
        }
        let descending = (form.better != Some(Better::Lower)) != text.starts_with('-');
        Some(Rank { attribute: name.into(), descending })
    }
}
