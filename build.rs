//! Gives the shared library the name that its users record: the number is that of the ABI it speaks.
fn main() {
    println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,libmbedtls-compat.so.21");
    println!("cargo::rerun-if-changed=build.rs");
}
