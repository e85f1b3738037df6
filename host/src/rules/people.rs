//! Who is who in a tenant: what workflows ask when they look for somebody to do a task (Z14, Z17).

use std::collections::BTreeMap;

use redress_domain::id::UserId;
use redress_domain::tenant::User;
use redress_flow::{Directory, Party};

/// The people of a tenant at one moment.
#[derive(Debug, Clone, Default)]
pub struct People {
    users: BTreeMap<UserId, User>,
}

impl People {
    /// From all users of a tenant.
    pub fn of(users: Vec<User>) -> Self {
        Self { users: users.into_iter().map(|user| (user.id, user)).collect() }
    }

    /// One of them.
    pub fn get(&self, id: UserId) -> Option<&User> {
        self.users.get(&id)
    }

    /// Names of the roles that somebody holds; none for strangers.
    pub fn roles(&self, id: UserId) -> &[String] {
        self.get(id).map_or(&[], |user| &user.roles)
    }

    /// Those who work in a queue.
    pub fn in_queue(&self, key: &str) -> impl Iterator<Item = &User> {
        self.users.values().filter(move |user| user.queues.iter().any(|own| own == key))
    }

    /// True when anybody who may act is in a department.
    pub fn has_department(&self, name: &str) -> bool {
        self.users.values().any(|user| !user.disabled && user.departments.iter().any(|own| own == name))
    }

    /// Everything that a task can be held as for this person to find it on their list.
    pub fn holders_for(&self, id: UserId) -> Vec<String> {
        let Some(user) = self.get(id) else { return Vec::new() };
        let roles = user.roles.iter().cloned().map(Party::Role);
        let departments = user.departments.iter().cloned().map(Party::Department);
        let queues = user.queues.iter().cloned().map(Party::Queue);
        std::iter::once(Party::Person(id)).chain(roles).chain(departments).chain(queues).map(|party| party.to_string()).collect()
    }
}

fn is_in(user: &User, party: &Party) -> bool {
    match party {
        Party::Customer => false,
        Party::Person(id) => user.id == *id,
        Party::Role(name) => user.roles.contains(name),
        Party::Department(name) => user.departments.contains(name),
        Party::Queue(key) => user.queues.contains(key),
    }
}

impl Directory for People {
    fn members(&self, party: &Party) -> Vec<UserId> {
        self.users.values().filter(|user| !user.disabled && is_in(user, party)).map(|user| user.id).collect()
    }

    fn belongs(&self, user: UserId, party: &Party) -> bool {
        self.get(user).is_some_and(|user| !user.disabled && is_in(user, party))
    }

    fn is_away(&self, user: UserId) -> bool {
        self.get(user).is_none_or(|user| user.disabled || !user.available)
    }

    fn deputy(&self, user: UserId) -> Option<UserId> {
        self.get(user).and_then(|user| user.deputy)
    }
}
