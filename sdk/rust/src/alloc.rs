//! Memory for rules. A rule lives for one call and its memory is thrown away whole, so nothing is gained by keeping lists of
//! what is free: memory is handed out in order, and only the last piece can grow, shrink or be given back. The general
//! allocator of the standard library cost a typical rule a third of its fuel.
#![expect(unsafe_code, reason = "an allocator deals in addresses")]

use core::alloc::{GlobalAlloc, Layout};
use core::arch::wasm32::{memory_grow, memory_size};
use core::cell::Cell;

const PAGE: usize = 64 << 10;

#[global_allocator]
static MEMORY: Bump = Bump { next: Cell::new(0), end: Cell::new(0) };

/// Where the next piece begins, and where memory ends so far.
struct Bump {
    next: Cell<usize>,
    end: Cell<usize>,
}

// SAFETY: rules have one thread; components with threads are refused.
unsafe impl Sync for Bump {}

impl Bump {
    /// Makes room up to `end`; false when the host gives no more memory.
    fn reach(&self, end: usize) -> bool {
        if end <= self.end.get() {
            return true;
        }
        if self.end.get() == 0 {
            self.end.set(memory_size(0) * PAGE);
        }
        let missing = end.saturating_sub(self.end.get());
        if missing > 0 {
            let pages = missing.div_ceil(PAGE);
            if memory_grow(0, pages) == usize::MAX {
                return false;
            }
            self.end.set(self.end.get() + pages * PAGE);
        }
        true
    }
}

// SAFETY: pieces never overlap: each begins at or after the end of the one before, and only the last one changes its size.
unsafe impl GlobalAlloc for Bump {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        unsafe extern "C" {
            static __heap_base: u8;
        }
        if self.next.get() == 0 {
            self.next.set(&raw const __heap_base as usize);
        }
        let begin = self.next.get().next_multiple_of(layout.align());
        match begin.checked_add(layout.size()) {
            Some(end) if self.reach(end) => {
                self.next.set(end);
                begin as *mut u8
            }
            _ => core::ptr::null_mut(),
        }
    }

    unsafe fn dealloc(&self, piece: *mut u8, layout: Layout) {
        if piece as usize + layout.size() == self.next.get() {
            self.next.set(piece as usize);
        }
    }

    unsafe fn realloc(&self, piece: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let begin = piece as usize;
        if begin + layout.size() == self.next.get() {
            return match begin.checked_add(size) {
                Some(end) if self.reach(end) => {
                    self.next.set(end);
                    piece
                }
                _ => core::ptr::null_mut(),
            };
        }
        if size <= layout.size() {
            return piece;
        }
        // SAFETY: the alignment was valid before, and the caller vouches for the size.
        let fresh = unsafe { self.alloc(Layout::from_size_align_unchecked(size, layout.align())) };
        if !fresh.is_null() {
            // SAFETY: both pieces are at least as long as the old one, and a fresh piece overlaps no other.
            unsafe { core::ptr::copy_nonoverlapping(piece, fresh, layout.size()) };
        }
        fresh
    }
}
