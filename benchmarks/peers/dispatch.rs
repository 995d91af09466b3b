// SPDX-License-Identifier: Apache-2.0
//! Nanoseconds of one call of MprAdminPortReset by a function that was found in a loaded library: dispatch LIBRARY MILLIS
use std::ffi::{c_char, c_int, c_void, CString};
use std::hint::black_box;
use std::time::{Duration, Instant};

type PortReset = unsafe extern "C" fn(*mut c_void, *mut c_void) -> u32;

extern "C" {
    fn dlopen(path: *const c_char, flags: c_int) -> *mut c_void;
    fn dlsym(library: *mut c_void, name: *const c_char) -> *mut c_void;
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let library = CString::new(arguments[1].as_str()).unwrap();
    let enough = Duration::from_millis(arguments[2].parse().unwrap());
    let name = CString::new("MprAdminPortReset").unwrap();
    // SAFETY: the function has this type (mprapi.h), and its library is never closed.
    let reset: PortReset = unsafe {
        let address = dlsym(dlopen(library.as_ptr(), 2), name.as_ptr());
        assert!(!address.is_null());
        std::mem::transmute(address)
    };
    let (server, port) = (0x8000_0000_0000_0010usize as *mut c_void, 0x1_8000_0001usize as *mut c_void);
    let mut calls = 1000u64;
    loop {
        let start = Instant::now();
        for _ in 0..calls {
            // SAFETY: it takes any handles.
            black_box(unsafe { black_box(reset)(server, port) });
        }
        let took = start.elapsed();
        if took >= enough {
            println!("{:.4}", took.as_nanos() as f64 / calls as f64);
            return;
        }
        calls *= 2;
    }
}
