//! The threads that rules run on. A rule takes well below a millisecond; one that takes [`PATIENCE`] goes on at a lower
//! priority, and one that takes [`LAST_PATIENCE`] behind everybody else, so that their threads come first when processors are
//! short. A thread may lower its priority but not raise it again, so it ends after such a piece of work, and another takes
//! its place.

use std::cell::Cell;
use std::collections::VecDeque;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use parking_lot::{Condvar, Mutex};
use thread_priority::ThreadPriority;
use thread_priority::unix::{NormalThreadSchedulePolicy, ThreadSchedulePolicy, set_thread_priority_and_policy, thread_native_id};

/// How long a call runs at the usual priority.
pub(crate) const PATIENCE: Duration = Duration::from_millis(10);
/// How long it runs at all unless processors are to spare. Honest rules in slow languages are done by then, on a busy machine
/// too.
pub(crate) const LAST_PATIENCE: Duration = Duration::from_millis(50);
/// By how much the priority is lowered at first, as a nice value: about a tenth of the processor when others want it.
const LOWER: i32 = 10;

type Work = Box<dyn FnOnce() + Send>;

/// Threads that share a queue, at most as many as there are permits. They end when this is dropped.
pub(crate) struct Lanes {
    shared: Arc<Shared>,
}

struct Shared {
    queue: Mutex<Queue>,
    wake: Condvar,
}

#[derive(Default)]
struct Queue {
    work: VecDeque<Work>,
    /// Threads that wait for work, less those that are being woken.
    idle: usize,
    closed: bool,
}

thread_local! {
    /// Whether this thread is a lane, and whether it was slowed down.
    static LANE: Cell<Option<bool>> = const { Cell::new(None) };
}

impl Lanes {
    pub(crate) fn new() -> Self {
        Self { shared: Arc::new(Shared { queue: Mutex::default(), wake: Condvar::new() }) }
    }

    /// Runs a piece of work on a thread that is free, else on a new one: who calls this holds a permit, so there are never
    /// more threads than permits. What panics is swallowed here; the work tells by what it does not send.
    ///
    /// # Errors
    /// When the system gives no more threads.
    pub(crate) fn start(&self, work: impl FnOnce() + Send + 'static) -> std::io::Result<()> {
        let mut queue = self.shared.queue.lock();
        if queue.idle > 0 {
            queue.idle -= 1;
            queue.work.push_back(Box::new(work));
            self.shared.wake.notify_one();
            return Ok(());
        }
        drop(queue);
        let shared = Arc::clone(&self.shared);
        std::thread::Builder::new().name("sandbox-lane".to_owned()).spawn(move || lane(&shared, Box::new(work))).map(drop)
    }
}

impl Drop for Lanes {
    fn drop(&mut self) {
        self.shared.queue.lock().closed = true;
        self.shared.wake.notify_all();
    }
}

fn lane(shared: &Shared, first: Work) {
    LANE.set(Some(false));
    let mut work = first;
    loop {
        // The panic hook has told it already.
        let _ = std::panic::catch_unwind(AssertUnwindSafe(work));
        if LANE.get() == Some(true) {
            return;
        }
        let mut queue = shared.queue.lock();
        queue.idle += 1;
        work = loop {
            if let Some(work) = queue.work.pop_front() {
                break work;
            }
            if queue.closed {
                return;
            }
            shared.wake.wait(&mut queue);
        };
    }
}

/// True on a thread of the lanes: only these may be slowed down.
pub(crate) fn is_lane() -> bool {
    LANE.get().is_some()
}

/// Lowers the priority of this thread for the rest of its work. Where that is refused, everybody stays equal.
pub(crate) fn slow_down() {
    if LANE.get().is_some() {
        LANE.set(Some(true));
        // On Linux this is the thread's own priority.
        let _ = rustix::process::nice(LOWER);
    }
}

/// Puts this thread behind everybody else for the rest of its work. Whoever wakes up takes the processor from it at once; a
/// lower nice value alone would let it finish its slice of some milliseconds first.
pub(crate) fn stand_back() {
    if LANE.get().is_some() {
        LANE.set(Some(true));
        let idle = ThreadSchedulePolicy::Normal(NormalThreadSchedulePolicy::Idle);
        let _ = set_thread_priority_and_policy(thread_native_id(), ThreadPriority::Min, idle);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use thread_priority::unix::thread_schedule_policy;

    use super::*;

    /// The thread that a piece of work ran on, and whether it stands behind everybody else afterwards.
    fn on(lanes: &Lanes, work: impl FnOnce() + Send + 'static) -> (std::thread::ThreadId, bool) {
        let (tell, told) = mpsc::channel();
        let tell = move || {
            work();
            let policy = thread_schedule_policy().expect("a thread may look at itself");
            let idle = policy == ThreadSchedulePolicy::Normal(NormalThreadSchedulePolicy::Idle);
            let _ = tell.send((std::thread::current().id(), idle));
        };
        lanes.start(tell).expect("a thread");
        told.recv().expect("the work ends")
    }

    #[test]
    fn a_slow_thread_is_not_used_again() {
        let lanes = Lanes::new();
        assert!(!on(&lanes, || ()).1);
        for (step, behind) in [(slow_down as fn(), false), (stand_back as fn(), true)] {
            let (slow, idle) = on(&lanes, step);
            assert_eq!(idle, behind, "only the last step puts it behind the others");
            for _ in 0..20 {
                let (thread, idle) = on(&lanes, || ());
                assert!(thread != slow && !idle, "the slow thread is used again");
            }
        }
    }

    #[test]
    fn a_panic_ends_neither_the_thread_nor_the_lanes() {
        let lanes = Lanes::new();
        let (tell, told) = mpsc::channel::<()>();
        let fails = move || {
            let _keep = &tell;
            panic!("on purpose");
        };
        lanes.start(fails).expect("a thread");
        assert!(told.recv().is_err(), "nothing is sent");
        on(&lanes, || ());
    }
}
