//! The ciphers that there are, and the functions that look one up.

use std::ffi::{CStr, c_char, c_int, c_uint};

use super::{mbedtls_cipher_id_t, mbedtls_cipher_mode_t, mbedtls_cipher_type_t};
use crate::capi::boundary;
use crate::crypto::block::Algorithm;

/// What is known of a cipher; bit fields behind the name, as the headers have them.
#[repr(C)]
pub struct mbedtls_cipher_info_t {
    pub(crate) name: *const c_char,
    bits: c_uint,
}
const _: () = assert!(size_of::<mbedtls_cipher_info_t>() == 16 && align_of::<mbedtls_cipher_info_t>() == 8);
// SAFETY: the name is a string that is never freed or changed.
unsafe impl Sync for mbedtls_cipher_info_t {}

/// The modes of operation; the numbers are those of `mbedtls_cipher_mode_t`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Mode {
    Ecb = 1,
    Cbc = 2,
    Cfb = 3,
    Ofb = 4,
    Ctr = 5,
    Gcm = 6,
    Stream = 7,
    Ccm = 8,
    CcmStarNoTag = 9,
    Xts = 10,
    ChachaPoly = 11,
    Kw = 12,
    Kwp = 13,
}

impl mbedtls_cipher_info_t {
    fn field(&self, from: u32, bits: u32) -> c_uint {
        self.bits >> from & ((1 << bits) - 1)
    }

    /// The bytes of a block.
    pub(crate) fn block_size(&self) -> usize {
        usize::try_from(self.field(0, 5)).unwrap_or(0)
    }

    /// The usual bytes of an IV.
    pub(crate) fn iv_size(&self) -> usize {
        usize::try_from(self.field(5, 3) << 2).unwrap_or(0)
    }

    /// The bits of a key, those of parity included.
    pub(crate) fn key_bitlen(&self) -> c_int {
        c_int::try_from(self.field(8, 4) << 6).unwrap_or(0)
    }

    /// `None`: not a mode of ours.
    pub(crate) fn mode(&self) -> Option<Mode> {
        let number = self.field(12, 4);
        MODES.into_iter().find(|mode| *mode as c_uint == number)
    }

    pub(crate) fn cipher_type(&self) -> mbedtls_cipher_type_t {
        self.field(16, 8)
    }

    /// Whether an IV may have other lengths.
    pub(crate) fn has_variable_iv(&self) -> bool {
        self.field(24, 1) != 0
    }

    /// `None`: a stream cipher.
    pub(crate) fn algorithm(&self) -> Option<Algorithm> {
        match self.field(26, 5) {
            AES | AES_CCM | AES_GCM | AES_KW | AES_XTS => Some(Algorithm::Aes),
            ARIA | ARIA_CCM | ARIA_GCM => Some(Algorithm::Aria),
            CAMELLIA | CAMELLIA_CCM | CAMELLIA_GCM => Some(Algorithm::Camellia),
            DES => Some(Algorithm::Des),
            DES_EDE | DES_EDE3 => Some(Algorithm::TripleDes),
            _ => None,
        }
    }

    fn id(&self) -> mbedtls_cipher_id_t {
        match self.field(26, 5) {
            DES | DES_EDE => ID_DES,
            DES_EDE3 => ID_3DES,
            CHACHA20 | CHACHAPOLY => ID_CHACHA20,
            _ => match self.algorithm() {
                Some(Algorithm::Aria) => ID_ARIA,
                Some(Algorithm::Camellia) => ID_CAMELLIA,
                _ => ID_AES,
            },
        }
    }
}

/// The block cipher of 16 bytes that an ID names.
pub(crate) fn block_algorithm(id: mbedtls_cipher_id_t) -> Option<Algorithm> {
    match id {
        ID_AES => Some(Algorithm::Aes),
        ID_ARIA => Some(Algorithm::Aria),
        ID_CAMELLIA => Some(Algorithm::Camellia),
        _ => None,
    }
}

/// The cipher types that there are.
///
/// \return  An array that belongs to the library and ends with 0. The stronger ones are no nearer to its begin than the others.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_cipher_list() -> *const c_int {
    LIST.as_ptr()
}

/// The cipher of a name, such as "AES-128-GCM".
///
/// \param cipher_name  The name, in capitals.
///
/// \return  What is known of it; it belongs to the library and is never released. NULL: no such cipher.
///
/// # Safety
/// `cipher_name` is null, or points to a NUL-terminated string.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_info_from_string(
    cipher_name: *const c_char,
) -> *const mbedtls_cipher_info_t {
    boundary::enter_or(std::ptr::null(), || {
        // SAFETY: the caller vouches for the string.
        let Some(wanted) = (unsafe { boundary::string(cipher_name) }) else { return std::ptr::null() };
        // SAFETY: the names in the table are strings.
        pointer_to(|info| unsafe { CStr::from_ptr(info.name) } == wanted)
    })
}

/// The cipher of a type.
///
/// \param cipher_type  The type, such as MBEDTLS_CIPHER_AES_128_GCM.
///
/// \return  What is known of it; it belongs to the library and is never released. NULL: no such cipher.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_cipher_info_from_type(
    cipher_type: mbedtls_cipher_type_t,
) -> *const mbedtls_cipher_info_t {
    boundary::enter_or(std::ptr::null(), || pointer_to(|info| info.cipher_type() == cipher_type))
}

/// The cipher with a length of key and a mode.
///
/// \param cipher_id   The cipher, such as MBEDTLS_CIPHER_ID_AES.
/// \param key_bitlen  The length of its key, in bits.
/// \param mode        The mode, such as MBEDTLS_MODE_CBC.
///
/// \return  What is known of it; it belongs to the library and is never released. NULL: no such cipher.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_cipher_info_from_values(
    cipher_id: mbedtls_cipher_id_t,
    key_bitlen: c_int,
    mode: mbedtls_cipher_mode_t,
) -> *const mbedtls_cipher_info_t {
    boundary::enter_or(std::ptr::null(), || {
        pointer_to(|info| {
            let is_mode = info.mode().is_some_and(|known| known as mbedtls_cipher_mode_t == mode);
            info.id() == cipher_id && info.key_bitlen() == key_bitlen && is_mode
        })
    })
}

fn pointer_to(wanted: impl Fn(&mbedtls_cipher_info_t) -> bool) -> *const mbedtls_cipher_info_t {
    INFOS.iter().find(|info| wanted(info)).map_or(std::ptr::null(), std::ptr::from_ref)
}

const ID_AES: mbedtls_cipher_id_t = 2;
const ID_DES: mbedtls_cipher_id_t = 3;
const ID_3DES: mbedtls_cipher_id_t = 4;
const ID_CAMELLIA: mbedtls_cipher_id_t = 5;
const ID_ARIA: mbedtls_cipher_id_t = 6;
const ID_CHACHA20: mbedtls_cipher_id_t = 7;

// What `base_idx` in the headers tells apart.
const AES: c_uint = 0;
const ARIA: c_uint = 1;
const CAMELLIA: c_uint = 2;
const AES_CCM: c_uint = 3;
const ARIA_CCM: c_uint = 4;
const CAMELLIA_CCM: c_uint = 5;
const CHACHA20: c_uint = 6;
const CHACHAPOLY: c_uint = 7;
const DES_EDE3: c_uint = 8;
const DES_EDE: c_uint = 9;
const DES: c_uint = 10;
const AES_GCM: c_uint = 11;
const ARIA_GCM: c_uint = 12;
const CAMELLIA_GCM: c_uint = 13;
const AES_KW: c_uint = 14;
const AES_XTS: c_uint = 15;

use Mode::{Cbc, Ccm, CcmStarNoTag, Cfb, ChachaPoly, Ctr, Ecb, Gcm, Kw, Kwp, Ofb, Stream, Xts};

const MODES: [Mode; 13] = [Ecb, Cbc, Cfb, Ofb, Ctr, Gcm, Stream, Ccm, CcmStarNoTag, Xts, ChachaPoly, Kw, Kwp];

const fn info(
    name: &'static CStr,
    cipher_type: mbedtls_cipher_type_t,
    base: c_uint,
    key_bitlen: c_uint,
    mode: Mode,
) -> mbedtls_cipher_info_t {
    let block_size = match base {
        DES | DES_EDE | DES_EDE3 => 8,
        CHACHA20 | CHACHAPOLY => 1,
        _ => 16,
    };
    let iv_size = match mode {
        Ecb | Kw | Kwp => 0,
        Gcm | Ccm | CcmStarNoTag | Stream | ChachaPoly => 12,
        Cbc | Cfb | Ofb | Ctr | Xts => block_size,
    };
    let variable_iv = matches!(mode, Gcm | Ccm | CcmStarNoTag) as c_uint;
    let bits = block_size
        | iv_size >> 2 << 5
        | key_bitlen >> 6 << 8
        | (mode as c_uint) << 12
        | cipher_type << 16
        | variable_iv << 24
        | base << 26;
    mbedtls_cipher_info_t { name: name.as_ptr(), bits }
}

static LIST: [c_int; INFOS.len() + 1] = {
    let mut list = [0; INFOS.len() + 1];
    let mut at = 0;
    while at < INFOS.len() {
        // A cipher type is less than 256.
        #[allow(clippy::indexing_slicing, clippy::cast_possible_wrap)] // at compile time
        {
            list[at] = (INFOS[at].bits >> 16 & 0xff) as c_int;
        }
        at += 1;
    }
    list
};

#[rustfmt::skip]
static INFOS: [mbedtls_cipher_info_t; 82] = [
    info(c"AES-128-ECB", 2, AES, 128, Ecb),
    info(c"AES-192-ECB", 3, AES, 192, Ecb),
    info(c"AES-256-ECB", 4, AES, 256, Ecb),
    info(c"AES-128-CBC", 5, AES, 128, Cbc),
    info(c"AES-192-CBC", 6, AES, 192, Cbc),
    info(c"AES-256-CBC", 7, AES, 256, Cbc),
    info(c"AES-128-CFB128", 8, AES, 128, Cfb),
    info(c"AES-192-CFB128", 9, AES, 192, Cfb),
    info(c"AES-256-CFB128", 10, AES, 256, Cfb),
    info(c"AES-128-OFB", 71, AES, 128, Ofb),
    info(c"AES-192-OFB", 72, AES, 192, Ofb),
    info(c"AES-256-OFB", 73, AES, 256, Ofb),
    info(c"AES-128-CTR", 11, AES, 128, Ctr),
    info(c"AES-192-CTR", 12, AES, 192, Ctr),
    info(c"AES-256-CTR", 13, AES, 256, Ctr),
    info(c"AES-128-XTS", 74, AES_XTS, 256, Xts),
    info(c"AES-256-XTS", 75, AES_XTS, 512, Xts),
    info(c"AES-128-GCM", 14, AES_GCM, 128, Gcm),
    info(c"AES-192-GCM", 15, AES_GCM, 192, Gcm),
    info(c"AES-256-GCM", 16, AES_GCM, 256, Gcm),
    info(c"AES-128-CCM", 38, AES_CCM, 128, Ccm),
    info(c"AES-192-CCM", 39, AES_CCM, 192, Ccm),
    info(c"AES-256-CCM", 40, AES_CCM, 256, Ccm),
    info(c"AES-128-CCM*-NO-TAG", 41, AES_CCM, 128, CcmStarNoTag),
    info(c"AES-192-CCM*-NO-TAG", 42, AES_CCM, 192, CcmStarNoTag),
    info(c"AES-256-CCM*-NO-TAG", 43, AES_CCM, 256, CcmStarNoTag),
    info(c"CAMELLIA-128-ECB", 17, CAMELLIA, 128, Ecb),
    info(c"CAMELLIA-192-ECB", 18, CAMELLIA, 192, Ecb),
    info(c"CAMELLIA-256-ECB", 19, CAMELLIA, 256, Ecb),
    info(c"CAMELLIA-128-CBC", 20, CAMELLIA, 128, Cbc),
    info(c"CAMELLIA-192-CBC", 21, CAMELLIA, 192, Cbc),
    info(c"CAMELLIA-256-CBC", 22, CAMELLIA, 256, Cbc),
    info(c"CAMELLIA-128-CFB128", 23, CAMELLIA, 128, Cfb),
    info(c"CAMELLIA-192-CFB128", 24, CAMELLIA, 192, Cfb),
    info(c"CAMELLIA-256-CFB128", 25, CAMELLIA, 256, Cfb),
    info(c"CAMELLIA-128-CTR", 26, CAMELLIA, 128, Ctr),
    info(c"CAMELLIA-192-CTR", 27, CAMELLIA, 192, Ctr),
    info(c"CAMELLIA-256-CTR", 28, CAMELLIA, 256, Ctr),
    info(c"CAMELLIA-128-GCM", 29, CAMELLIA_GCM, 128, Gcm),
    info(c"CAMELLIA-192-GCM", 30, CAMELLIA_GCM, 192, Gcm),
    info(c"CAMELLIA-256-GCM", 31, CAMELLIA_GCM, 256, Gcm),
    info(c"CAMELLIA-128-CCM", 44, CAMELLIA_CCM, 128, Ccm),
    info(c"CAMELLIA-192-CCM", 45, CAMELLIA_CCM, 192, Ccm),
    info(c"CAMELLIA-256-CCM", 46, CAMELLIA_CCM, 256, Ccm),
    info(c"CAMELLIA-128-CCM*-NO-TAG", 47, CAMELLIA_CCM, 128, CcmStarNoTag),
    info(c"CAMELLIA-192-CCM*-NO-TAG", 48, CAMELLIA_CCM, 192, CcmStarNoTag),
    info(c"CAMELLIA-256-CCM*-NO-TAG", 49, CAMELLIA_CCM, 256, CcmStarNoTag),
    info(c"ARIA-128-ECB", 50, ARIA, 128, Ecb),
    info(c"ARIA-192-ECB", 51, ARIA, 192, Ecb),
    info(c"ARIA-256-ECB", 52, ARIA, 256, Ecb),
    info(c"ARIA-128-CBC", 53, ARIA, 128, Cbc),
    info(c"ARIA-192-CBC", 54, ARIA, 192, Cbc),
    info(c"ARIA-256-CBC", 55, ARIA, 256, Cbc),
    info(c"ARIA-128-CFB128", 56, ARIA, 128, Cfb),
    info(c"ARIA-192-CFB128", 57, ARIA, 192, Cfb),
    info(c"ARIA-256-CFB128", 58, ARIA, 256, Cfb),
    info(c"ARIA-128-CTR", 59, ARIA, 128, Ctr),
    info(c"ARIA-192-CTR", 60, ARIA, 192, Ctr),
    info(c"ARIA-256-CTR", 61, ARIA, 256, Ctr),
    info(c"ARIA-128-GCM", 62, ARIA_GCM, 128, Gcm),
    info(c"ARIA-192-GCM", 63, ARIA_GCM, 192, Gcm),
    info(c"ARIA-256-GCM", 64, ARIA_GCM, 256, Gcm),
    info(c"ARIA-128-CCM", 65, ARIA_CCM, 128, Ccm),
    info(c"ARIA-192-CCM", 66, ARIA_CCM, 192, Ccm),
    info(c"ARIA-256-CCM", 67, ARIA_CCM, 256, Ccm),
    info(c"ARIA-128-CCM*-NO-TAG", 68, ARIA_CCM, 128, CcmStarNoTag),
    info(c"ARIA-192-CCM*-NO-TAG", 69, ARIA_CCM, 192, CcmStarNoTag),
    info(c"ARIA-256-CCM*-NO-TAG", 70, ARIA_CCM, 256, CcmStarNoTag),
    info(c"DES-ECB", 32, DES, 64, Ecb),
    info(c"DES-EDE-ECB", 34, DES_EDE, 128, Ecb),
    info(c"DES-EDE3-ECB", 36, DES_EDE3, 192, Ecb),
    info(c"DES-CBC", 33, DES, 64, Cbc),
    info(c"DES-EDE-CBC", 35, DES_EDE, 128, Cbc),
    info(c"DES-EDE3-CBC", 37, DES_EDE3, 192, Cbc),
    info(c"CHACHA20", 76, CHACHA20, 256, Stream),
    info(c"CHACHA20-POLY1305", 77, CHACHAPOLY, 256, ChachaPoly),
    info(c"AES-128-KW", 78, AES_KW, 128, Kw),
    info(c"AES-192-KW", 79, AES_KW, 192, Kw),
    info(c"AES-256-KW", 80, AES_KW, 256, Kw),
    info(c"AES-128-KWP", 81, AES_KW, 128, Kwp),
    info(c"AES-192-KWP", 82, AES_KW, 192, Kwp),
    info(c"AES-256-KWP", 83, AES_KW, 256, Kwp),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cipher_is_found_by_name_type_and_values() {
        for info in &INFOS {
            let found = [
                // SAFETY: the names are strings.
                unsafe { mbedtls_cipher_info_from_string(info.name) },
                mbedtls_cipher_info_from_type(info.cipher_type()),
                mbedtls_cipher_info_from_values(info.id(), info.key_bitlen(), info.mode().unwrap() as c_uint),
            ];
            assert_eq!(found, [std::ptr::from_ref(info); 3]);
        }
        // SAFETY: null is allowed.
        assert!(unsafe { mbedtls_cipher_info_from_string(std::ptr::null()) }.is_null());
        assert!(mbedtls_cipher_info_from_type(0).is_null());
    }
}
