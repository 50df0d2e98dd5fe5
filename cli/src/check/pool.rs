//! Work spread over threads, its results in the order of what they are made of. Queues are short, so
//! memory does not grow with how much there is to do.

use std::io;
use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread::Builder;
use std::vec;

/// What a chunk of work weighs at least before it is sent off, unless nothing follows at once.
pub const CHUNK: usize = 64 * 1024;
/// How many chunks are on their way, by thread.
const AHEAD: usize = 4;

type Chunk<T, R> = (Vec<T>, SyncSender<Vec<R>>);

/// Where work is put in.
pub struct Feed<T, R> {
    work: SyncSender<Chunk<T, R>>,
    order: SyncSender<Receiver<Vec<R>>>,
    chunk: Vec<T>,
    weight: usize,
}

impl<T, R> Feed<T, R> {
    /// Puts in one thing; breaks once nobody wants results any more.
    pub fn push(&mut self, item: T, weight: usize) -> ControlFlow<()> {
        self.chunk.push(item);
        self.weight += weight;
        if self.weight < CHUNK { ControlFlow::Continue(()) } else { self.flush() }
    }

    /// Sends off what was put in.
    pub fn flush(&mut self) -> ControlFlow<()> {
        if self.chunk.is_empty() {
            return ControlFlow::Continue(());
        }
        self.weight = 0;
        let (done, result) = sync_channel(1);
        let chunk = std::mem::take(&mut self.chunk);
        let sent = self.order.send(result).is_ok() && self.work.send((chunk, done)).is_ok();
        if sent { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    }
}

/// What comes out.
pub enum Step<R> {
    One(R),
    /// Nothing is at hand for now.
    Waiting,
    /// A chunk of work was given up: the thread that had it is gone.
    Lost,
}

/// The results.
pub struct Ordered<R> {
    order: Receiver<Receiver<Vec<R>>>,
    chunk: vec::IntoIter<R>,
    told: bool,
}

/// Lets so many threads do the `work` that `feed` puts in, or fewer where the system gives no more. They
/// are not waited for: whoever drops the results need not wait for a stream that nobody ends.
///
/// # Errors
/// The system gives not even two threads.
pub fn ordered<T, R>(
    threads: usize,
    feed: impl FnOnce(&mut Feed<T, R>) + Send + 'static,
    work: impl Fn(T) -> R + Send + Sync + 'static,
) -> io::Result<Ordered<R>>
where
    T: Send + 'static,
    R: Send + 'static,
{
    let (work_in, work_out) = sync_channel::<Chunk<T, R>>(threads * AHEAD);
    let (order_in, order) = sync_channel(threads * AHEAD);
    let (work_out, work) = (Arc::new(Mutex::new(work_out)), Arc::new(work));
    for at in 0..threads {
        let (work_out, work) = (work_out.clone(), work.clone());
        let started = Builder::new().spawn(move || {
            // One waits for the next chunk, the others for their turn.
            let next = || work_out.lock().ok()?.recv().ok();
            while let Some((chunk, done)) = next() {
                // Nobody may want it any more.
                let _ = done.send(chunk.into_iter().map(&*work).collect());
            }
        });
        match started {
            Err(error) if at == 0 => return Err(error),
            Err(_) => break,
            Ok(_) => {}
        }
    }
    Builder::new().spawn(move || {
        let mut feeding = Feed { work: work_in, order: order_in, chunk: Vec::new(), weight: 0 };
        feed(&mut feeding);
        let _ = feeding.flush();
    })?;
    Ok(Ordered { order, chunk: Vec::new().into_iter(), told: false })
}

impl<R> Iterator for Ordered<R> {
    type Item = Step<R>;

    fn next(&mut self) -> Option<Step<R>> {
        loop {
            if let Some(one) = self.chunk.next() {
                self.told = false;
                return Some(Step::One(one));
            }
            let result = match self.order.try_recv() {
                Ok(result) => result,
                Err(TryRecvError::Disconnected) => return None,
                Err(TryRecvError::Empty) if !self.told => {
                    self.told = true;
                    return Some(Step::Waiting);
                }
                Err(TryRecvError::Empty) => self.order.recv().ok()?,
            };
            match result.recv() {
                Ok(chunk) => self.chunk = chunk.into_iter(),
                Err(_) => return Some(Step::Lost),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::{CHUNK, Step, ordered};

    /// The heavier work comes first, so that threads overtake one another.
    #[test]
    fn results_come_in_the_order_of_the_work() {
        for threads in [1, 2, 7] {
            let feed = |feed: &mut super::Feed<u64, u64>| {
                for at in 0..500 {
                    let weight = if at % 3 == 0 { CHUNK } else { CHUNK / 4 };
                    assert_eq!(feed.push(at, weight), ControlFlow::Continue(()));
                }
            };
            let work = |at: u64| {
                let turns = if at.is_multiple_of(5) { 20_000 } else { 1 };
                (0..turns).fold(at, |sum, turn| std::hint::black_box(sum ^ turn ^ turn))
            };
            let one = |step| match step {
                Step::One(at) => Some(at),
                Step::Waiting => None,
                Step::Lost => panic!("lost"),
            };
            let results = ordered(threads, feed, work).unwrap().filter_map(one);
            let results: Vec<u64> = results.collect();
            assert_eq!(results, (0..500).collect::<Vec<_>>());
        }
    }
}
