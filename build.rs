//! How the shared library is linked.
fn main() {
    // The name that its users record: the number is that of the ABI it speaks.
    println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,libmbedtls-compat.so.21");
    // What it calls of its own is its own, also in a process that has another Mbed TLS with the same names.
    println!("cargo::rustc-cdylib-link-arg=-Wl,-Bsymbolic-functions");
    println!("cargo::rerun-if-changed=build.rs");
}
