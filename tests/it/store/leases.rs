//! Work that one process at a time may do.

use docent::store::leases::LEASE;
use sqlx::Executor;

use crate::support::database::with_database;

#[test]
fn a_lease_has_one_holder() {
    with_database(|database| async move {
        let (one, two) = (database.connect_as("one").await, database.connect_as("two").await);
        let lease = one.acquire_lease("send", LEASE).await.unwrap().unwrap();
        assert_eq!(two.acquire_lease("send", LEASE).await.unwrap(), None);
        assert_eq!(one.acquire_lease("send", LEASE).await.unwrap().as_ref(), Some(&lease));
        assert!(two.acquire_lease("poll", LEASE).await.unwrap().is_some());
        assert!(one.renew_lease(&lease, LEASE).await.unwrap());
        one.release_lease(&lease).await.unwrap();
        let next = two.acquire_lease("send", LEASE).await.unwrap().unwrap();
        assert_eq!(next.term, lease.term + 1);
        assert!(!one.renew_lease(&lease, LEASE).await.unwrap(), "it is lost");
    });
}

#[test]
fn an_expired_lease_is_free() {
    with_database(|database| async move {
        let (one, two) = (database.connect_as("one").await, database.connect_as("two").await);
        let short = std::time::Duration::ZERO;
        let lease = one.acquire_lease("send", short).await.unwrap().unwrap();
        assert!(two.acquire_lease("send", LEASE).await.unwrap().is_some());
        assert!(!one.renew_lease(&lease, LEASE).await.unwrap());
    });
}

#[test]
fn a_holder_that_is_gone_is_replaced_before_its_lease_expires() {
    with_database(|database| async move {
        let (one, two) = (database.connect_as("one").await, database.connect_as("two").await);
        one.acquire_lease("send", LEASE).await.unwrap().unwrap();
        let mut plain = database.plain().await;
        // Six seconds later:
        let age = "UPDATE leases SET renewed_at = renewed_at - interval '6 s',
            expires_at = expires_at - interval '6 s'";
        plain.execute(age).await.unwrap();
        assert_eq!(two.acquire_lease("send", LEASE).await.unwrap(), None, "slow, but connected");
        one.close().await;
        database.gone("one").await;
        assert!(two.acquire_lease("send", LEASE).await.unwrap().is_some());
    });
}

#[test]
fn a_holder_that_has_just_renewed_is_not_replaced_by_a_restart_of_the_server() {
    with_database(|database| async move {
        let (one, two) = (database.connect_as("one").await, database.connect_as("two").await);
        one.acquire_lease("send", LEASE).await.unwrap().unwrap();
        one.close().await;
        database.gone("one").await;
        assert_eq!(two.acquire_lease("send", LEASE).await.unwrap(), None);
    });
}
