//! Names of things, each a type of its own, so that a step can never be taken for a flow.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Defines a cheap-to-clone name type.
macro_rules! name {
    ($($(#[$doc:meta])* $id:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $id(Arc<str>);

        impl $id {
            /// The name as it is written in files.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl From<&str> for $id {
            fn from(name: &str) -> Self {
                Self(name.into())
            }
        }
        impl From<String> for $id {
            fn from(name: String) -> Self {
                Self(name.into())
            }
        }
        impl std::borrow::Borrow<str> for $id {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
        impl fmt::Display for $id {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl fmt::Debug for $id {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:?}", &self.0)
            }
        }
        impl PartialEq<str> for $id {
            fn eq(&self, other: &str) -> bool {
                &*self.0 == other
            }
        }
        impl PartialEq<&str> for $id {
            fn eq(&self, other: &&str) -> bool {
                &*self.0 == *other
            }
        }
        impl Serialize for $id {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_str(&self.0)
            }
        }
        impl<'de> Deserialize<'de> for $id {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                Ok(Self(String::deserialize(d)?.into()))
            }
        }
    )*};
}

name! {
    /// A flow: one named path through steps.
    FlowId;
    /// A step of a flow; unique within it and kept when the step is edited.
    StepId;
    /// A named value kept in the conversation.
    SlotId;
    /// A choice that a visitor may make; its words live with the locales.
    OptionId;
    /// An answer to a product question.
    AnswerId;
    /// A product, accessory or service of the catalogue.
    ProductId;
    /// A property of products.
    AttributeId;
    /// A group of products that are compared with each other.
    KindId;
    /// What a visitor wants.
    IntentId;
    /// Where visitors come from.
    CampaignId;
    /// A scoring rule or wish.
    RuleId;
    /// A group of scoring rules under one cap.
    GroupId;
    /// A Fluent message id.
    TextKey;
    /// A language tag such as `en` or `pt-BR`.
    Locale;
    /// The content hash of a script with its texts: 64 hexadecimal digits.
    ScriptVersion;
    /// A person of the house who takes talks over.
    RepId;
    /// An account of ours on a channel: a bot's name, or a terminal's.
    AccountId;
}

/// A platform that carries talks. The numbers are stored and never change their meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(i16)]
pub enum Channel {
    /// A terminal of this machine.
    Terminal = 1,
    /// Telegram.
    Telegram = 2,
    /// Discord.
    Discord = 3,
}

impl Channel {
    /// The stored number.
    #[must_use]
    pub fn code(self) -> i16 {
        self as i16
    }

    /// The channel of a stored number, `None` when a newer version wrote one we do not know.
    #[must_use]
    pub fn from_code(code: i16) -> Option<Self> {
        match code {
            1 => Some(Self::Terminal),
            2 => Some(Self::Telegram),
            3 => Some(Self::Discord),
            _ => None,
        }
    }

    /// The word used in listings, metrics and logs.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Telegram => "telegram",
            Self::Discord => "discord",
        }
    }
}

/// The number of a turn within its conversation, from 1; also the conversation's version.
pub type TurnNumber = i64;
