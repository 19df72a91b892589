//! What the health port asks of the parts.

use std::sync::Arc;

use crate::app::editions::Editions;
use crate::http::metrics::Sample;
use crate::http::{Metrics, Readiness};
use crate::store::{Db, StoreError};

use super::channels::opened::Opened;

pub(super) fn readiness(db: &Db, opened: &[Opened]) -> Readiness {
    let (ping, script) = (db.clone(), db.clone());
    let channels = opened.iter().filter_map(|o| Some((o.name, o.wellness.clone()?)));
    channels
        .fold(Readiness::new(), |readiness, (name, wellness)| {
            readiness.detail(name, move || wellness.check())
        })
        .probe("database", move || {
            let db = ping.clone();
            async move { db.ping().await.map_err(|error| error.to_string()) }
        })
        .probe("script", move || {
            let db = script.clone();
            async move {
                match db.find_active_script().await {
                    Ok(Some(_)) => Ok(()),
                    Ok(None) => Err("no script is active".to_owned()),
                    Err(error) => Err(error.to_string()),
                }
            }
        })
}

pub(super) fn metrics(
    handle: metrics_exporter_prometheus::PrometheusHandle,
    db: &Db,
    editions: &Arc<Editions>,
) -> Metrics {
    let (db, editions) = (db.clone(), editions.clone());
    Metrics::new(handle, move || {
        let (db, editions) = (db.clone(), editions.clone());
        async move { sample(&db, &editions).await }
    })
}

async fn sample(db: &Db, editions: &Editions) -> Result<Sample, String> {
    read(db, editions).await.map_err(|error| error.to_string())
}

async fn read(db: &Db, editions: &Editions) -> Result<Sample, StoreError> {
    let outbox = db.count_outbox().await?;
    let leads = db.count_leads().await?;
    let now = editions.clock().now();
    let connections = db.connections();
    let count = |n: i64| u64::try_from(n).unwrap_or_default();
    Ok(Sample {
        outbox: vec![("ready", count(outbox.ready)), ("claimed", count(outbox.claimed))],
        outbox_oldest_seconds: outbox
            .oldest_due_at
            .map_or(0.0, |at| (now - at).as_seconds_f64().max(0.0)),
        leads: leads.into_iter().map(|(heat, n)| (heat.as_str(), count(n))).collect(),
        connections_busy: connections.0,
        connections_idle: connections.1,
        script: Some(editions.current().script.version.to_string()),
    })
}
