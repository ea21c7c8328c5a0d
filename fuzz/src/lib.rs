//! What the targets have in common: the C functions that they feed, of our library, and of the reference beside it where
//! `MBEDTLS_REFERENCE` names its `libmbedtls.so.21`. What both say of the same bytes must then be the same.

use std::collections::BTreeSet;
use std::ffi::{CString, c_char, c_int, c_uchar, c_void};
use std::fmt::Write;
use std::sync::{Mutex, OnceLock};

use mbedtls_compat as _; // its functions are found by their C names

macro_rules! functions {
    ($($name:ident($($argument:ty),*) $(-> $result:ty)?;)*) => {
        unsafe extern "C" {
            $(fn $name($(_: $argument),*) $(-> $result)?;)*
        }

        /// One library's functions.
        #[allow(missing_docs)] // named as in C
        pub struct Api {
            $(pub $name: unsafe extern "C" fn($($argument),*) $(-> $result)?,)*
        }

        /// The functions of this library.
        pub const OURS: Api = Api { $($name,)* };

        impl Api {
            fn of(library: *mut c_void) -> Self {
                $(
                    let name = concat!(stringify!($name), "\0");
                    // SAFETY: an open library, and a name that ends.
                    let $name = unsafe { libc::dlsym(library, name.as_ptr().cast()) };
                    assert!(!$name.is_null(), "the reference has no {name}");
                )*
                // SAFETY: the function of this name has this type in the header that both libraries have in common.
                Self { $($name: unsafe {
                    std::mem::transmute::<*mut c_void, unsafe extern "C" fn($($argument),*) $(-> $result)?>($name)
                },)* }
            }
        }
    };
}

/// One of the library's contexts, whichever it is.
pub type Context = *mut c_void;

functions! {
    mbedtls_x509_crt_init(Context);
    mbedtls_x509_crt_free(Context);
    mbedtls_x509_crt_parse(Context, *const c_uchar, usize) -> c_int;
    mbedtls_x509_crt_parse_der(Context, *const c_uchar, usize) -> c_int;
    mbedtls_x509_crt_info(*mut c_char, usize, *const c_char, Context) -> c_int;
    mbedtls_x509_crt_verify(Context, Context, Context, *const c_char, *mut u32, *const c_void, *const c_void) -> c_int;
    mbedtls_x509_crl_init(Context);
    mbedtls_x509_crl_free(Context);
    mbedtls_x509_crl_parse(Context, *const c_uchar, usize) -> c_int;
    mbedtls_x509_crl_info(*mut c_char, usize, *const c_char, Context) -> c_int;
    mbedtls_x509_csr_init(Context);
    mbedtls_x509_csr_free(Context);
    mbedtls_x509_csr_parse(Context, *const c_uchar, usize) -> c_int;
    mbedtls_x509_csr_info(*mut c_char, usize, *const c_char, Context) -> c_int;
    mbedtls_pk_init(Context);
    mbedtls_pk_free(Context);
    mbedtls_pk_parse_key(Context, *const c_uchar, usize, *const c_uchar, usize, Random, *mut c_void) -> c_int;
    mbedtls_pk_parse_public_key(Context, *const c_uchar, usize) -> c_int;
    mbedtls_pk_get_type(Context) -> c_int;
    mbedtls_pk_get_bitlen(Context) -> usize;
    mbedtls_pk_write_key_der(Context, *mut c_uchar, usize) -> c_int;
    mbedtls_pk_write_pubkey_der(Context, *mut c_uchar, usize) -> c_int;
    mbedtls_ssl_config_init(Context);
    mbedtls_ssl_config_free(Context);
    mbedtls_ssl_config_defaults(Context, c_int, c_int, c_int) -> c_int;
    mbedtls_ssl_conf_rng(Context, Random, *mut c_void);
    mbedtls_ssl_conf_authmode(Context, c_int);
    mbedtls_ssl_conf_psk(Context, *const c_uchar, usize, *const c_uchar, usize) -> c_int;
    mbedtls_ssl_init(Context);
    mbedtls_ssl_free(Context);
    mbedtls_ssl_setup(Context, Context) -> c_int;
    mbedtls_ssl_set_bio(Context, *mut c_void, Send, Receive, *mut c_void);
    mbedtls_ssl_handshake(Context) -> c_int;
    mbedtls_ssl_read(Context, *mut c_uchar, usize) -> c_int;
    mbedtls_ssl_write(Context, *const c_uchar, usize) -> c_int;
    mbedtls_ssl_close_notify(Context) -> c_int;
    mbedtls_ssl_session_init(Context);
    mbedtls_ssl_session_free(Context);
    mbedtls_ssl_session_load(Context, *const c_uchar, usize) -> c_int;
    mbedtls_ssl_session_save(Context, *mut c_uchar, usize, *mut usize) -> c_int;
    mbedtls_pkcs7_init(Context);
    mbedtls_pkcs7_free(Context);
    mbedtls_pkcs7_parse_der(Context, *const c_uchar, usize) -> c_int;
}

/// `f_rng`.
pub type Random = unsafe extern "C" fn(*mut c_void, *mut c_uchar, usize) -> c_int;

/// `f_send`.
pub type Send = unsafe extern "C" fn(*mut c_void, *const c_uchar, usize) -> c_int;

/// `f_recv`.
pub type Receive = unsafe extern "C" fn(*mut c_void, *mut c_uchar, usize) -> c_int;

/// Bytes that are not random at all, the same for both libraries.
///
/// # Safety
/// `out` has room for `len` bytes.
pub unsafe extern "C" fn not_random(_: *mut c_void, out: *mut c_uchar, len: usize) -> c_int {
    for index in 0..len {
        // SAFETY: the caller's buffer has `len` bytes.
        unsafe { out.add(index).write((index % 251) as u8 + 1) };
    }
    0
}

/// Room for one of the library's contexts, whichever it is.
#[repr(C, align(16))]
pub struct Room([u8; 4096]);

impl Room {
    /// Room that holds nothing yet.
    pub fn new() -> Self {
        Self([0; 4096])
    }

    /// As the C functions take it.
    pub fn context(&mut self) -> Context {
        (&raw mut self.0).cast()
    }
}

impl Default for Room {
    fn default() -> Self {
        Self::new()
    }
}

/// Lets our library look at the bytes, and the reference if there is one. Where they do not say the same, prints the bytes and
/// both, once for each pair of lines that differ.
pub fn compare(data: &[u8], look: impl Fn(&Api, &mut String)) {
    let mut ours = String::new();
    look(&OURS, &mut ours);
    let Some(reference) = reference() else { return };
    let mut theirs = String::new();
    look(reference, &mut theirs);
    let Some((our_line, their_line)) = ours.lines().zip(theirs.lines()).find(|(ours, theirs)| ours != theirs)
    else {
        return;
    };
    static SEEN: Mutex<BTreeSet<(String, String)>> = Mutex::new(BTreeSet::new());
    let kind = |line: &str| line.chars().take(KIND_LENGTH).collect::<String>();
    if SEEN.lock().is_ok_and(|mut seen| seen.insert((kind(our_line), kind(their_line)))) {
        let hex: String = data.iter().map(|byte| format!("{byte:02x}")).collect();
        println!("DIFFERENT {hex}\n      ours: {our_line}\n reference: {their_line}");
    }
}

/// So much of a line tells a kind of difference: a code whole, of a text the place where it begins.
const KIND_LENGTH: usize = 24;

fn reference() -> Option<&'static Api> {
    static REFERENCE: OnceLock<Option<Api>> = OnceLock::new();
    REFERENCE
        .get_or_init(|| {
            let path = CString::new(std::env::var("MBEDTLS_REFERENCE").ok()?).ok()?;
            // SAFETY: the user names a library; its constructors run.
            let library = unsafe { libc::dlopen(path.as_ptr(), libc::RTLD_NOW | libc::RTLD_LOCAL) };
            assert!(!library.is_null(), "the reference cannot be loaded");
            Some(Api::of(library))
        })
        .as_ref()
}

/// A text that one of the `_info` functions writes.
pub type Info = unsafe extern "C" fn(*mut c_char, usize, *const c_char, Context) -> c_int;

/// Adds the information about a certificate, a revocation list or a request.
///
/// # Safety
/// The context is one that the function is for.
pub unsafe fn describe(out: &mut String, info: Info, context: Context) {
    let mut text = vec![0_u8; 16384];
    // SAFETY: the buffer has the size that is said, the prefix ends, the caller vouches for the context.
    let length = unsafe { info(text.as_mut_ptr().cast(), text.len(), c" ".as_ptr(), context) };
    text.truncate(usize::try_from(length).unwrap_or(0));
    note(out, &format!("{length} {}", text.escape_ascii()));
}

/// What one kind of object of X.509 is worked on with.
#[allow(missing_docs)] // the ends of the functions' names
pub struct Kind {
    pub init: unsafe extern "C" fn(Context),
    pub free: unsafe extern "C" fn(Context),
    pub parse: unsafe extern "C" fn(Context, *const c_uchar, usize) -> c_int,
    pub info: Info,
}

/// Lets both libraries read and describe an object in PEM or DER.
pub fn compare_objects(data: &[u8], kind: impl Fn(&Api) -> Kind) {
    let text = c_text(data);
    compare(data, |api, out| {
        let (mut room, kind) = (Room::new(), kind(api));
        let context = room.context();
        // SAFETY: a context that is set up, used and freed, and a buffer with its length.
        unsafe {
            (kind.init)(context);
            let code = (kind.parse)(context, text.as_ptr(), text.len());
            note(out, &format!("parse {code:x}"));
            if code == 0 {
                describe(out, kind.info, context);
            }
            (kind.free)(context);
        }
    });
}

/// Lets both libraries read a key with `parse`; what was read is written again with `write`.
pub fn compare_keys(
    data: &[u8],
    parse: impl Fn(&Api, Context, &[u8]) -> c_int,
    write: impl Fn(&Api) -> unsafe extern "C" fn(Context, *mut c_uchar, usize) -> c_int,
) {
    let text = c_text(data);
    compare(data, |api, out| {
        let mut room = Room::new();
        let key = room.context();
        let mut written = vec![0_u8; 8192];
        // SAFETY: a context that is set up, used and freed, and a buffer with its length.
        unsafe {
            (api.mbedtls_pk_init)(key);
            let code = parse(api, key, &text);
            note(out, &format!("parse {code:x}"));
            if code == 0 {
                let (kind, bits) = ((api.mbedtls_pk_get_type)(key), (api.mbedtls_pk_get_bitlen)(key));
                note(out, &format!("{kind} {bits}"));
                let length = write(api)(key, written.as_mut_ptr(), written.len());
                let start = written.len() - usize::try_from(length).unwrap_or(0);
                note(out, &format!("written {length} {:x?}", &written[start..]));
            }
            (api.mbedtls_pk_free)(key);
        }
    });
}

/// PEM is a C string.
fn c_text(data: &[u8]) -> Vec<u8> {
    [data, &[0]].concat()
}

/// Adds a line.
pub fn note(out: &mut String, line: &str) {
    let _ = writeln!(out, "{line}");
}
