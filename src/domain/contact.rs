//! A person, and how an update finds them before any look-up.

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::ids::{AccountId, Channel};

/// A contact: one person as one channel account of ours knows them.
///
/// It is a UUIDv5 of channel, account and external id in a namespace that is secret to the
/// installation, so ids are found without a query and cannot be guessed from handles.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ContactId(pub Uuid);

impl ContactId {
    /// The id of a person in the installation whose secret is `namespace`.
    #[must_use]
    pub fn of(namespace: Uuid, identity: &Identity) -> Self {
        // Length prefixes keep ("a", "bc") and ("ab", "c") apart.
        let name = format!(
            "{}:{}:{}:{}",
            identity.channel.as_str(),
            identity.account.as_str().len(),
            identity.account,
            identity.external_id
        );
        Self(Uuid::new_v5(&namespace, name.as_bytes()))
    }

    /// The distribution key, 0 to 255: the first byte of the id.
    #[must_use]
    pub fn bucket(self) -> i16 {
        i16::from(self.0.as_bytes()[0])
    }
}

impl fmt::Display for ContactId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for ContactId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A person's account on a channel, as one account of ours sees it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Identity {
    /// Where they talk to us.
    pub channel: Channel,
    /// Which account of ours they talk to.
    pub account: AccountId,
    /// What the platform calls them.
    pub external_id: String,
}
