//! `mbedtls/error.h`: what an error code means, in a sentence.
//!
//! A code may have two parts: bits 7 to 15 say what failed (the high-level part), the others say why
//! (the low-level part).

use std::ffi::{CStr, c_char, c_int};
use std::fmt::{self, Write as _};
use std::ptr;

use super::boundary;
use super::codes::MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE;

const HIGH_LEVEL: u32 = 0xFF80;

/// Puts an error code into words: "MODULE - what happened", or both parts of a code with " : " in between, or
/// "UNKNOWN ERROR CODE (XXXX)" with hexadecimal digits. The text is cut off where the buffer ends.
///
/// \param errnum  The code; its sign does not matter. 0 gives an empty text.
/// \param buffer  Where the text and its NUL go; owned by the caller. NULL: nothing happens.
/// \param buflen  Its size in bytes. 0: nothing happens.
///
/// # Safety
/// `buffer` is null, or valid for writing `buflen` bytes that nothing else uses meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_strerror(errnum: c_int, buffer: *mut c_char, buflen: usize) {
    boundary::enter_or((), || {
        // SAFETY: the caller vouches for `buffer`.
        if let Some(buffer) = unsafe { boundary::bytes_mut(buffer.cast(), buflen) } {
            describe(errnum.unsigned_abs(), buffer);
        }
    });
}

/// What the high-level part of an error code means.
///
/// \param error_code  The code; its sign does not matter.
///
/// \return  A text that belongs to the library and is never released; NULL if there is no such part, or it is
///          unknown.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_high_level_strerr(error_code: c_int) -> *const c_char {
    let part = error_code.unsigned_abs() & HIGH_LEVEL;
    boundary::enter_or(ptr::null(), || text(HIGH, part).map_or(ptr::null(), CStr::as_ptr))
}

/// What the low-level part of an error code means.
///
/// \param error_code  The code; its sign does not matter.
///
/// \return  A text that belongs to the library and is never released; NULL if there is no such part, or it is
///          unknown.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_low_level_strerr(error_code: c_int) -> *const c_char {
    let part = error_code.unsigned_abs() & !HIGH_LEVEL;
    boundary::enter_or(ptr::null(), || text(LOW, part).map_or(ptr::null(), CStr::as_ptr))
}

/// Fills `buffer` with the text for `code` and a NUL, as far as there is room.
fn describe(code: u32, buffer: &mut [u8]) {
    let Some((end, room)) = buffer.split_last_mut() else { return };
    *end = 0;
    let (high, low) = (code & HIGH_LEVEL, code & !HIGH_LEVEL);
    let mut out = Line { room, written: 0 };
    if high != 0 {
        out.part(HIGH, high);
        // The low-level bits of this one are the alert that the peer sent.
        if high == MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE.unsigned_abs() {
            return out.finish();
        }
    }
    // A second part starts only where its separator and one character of it have room.
    if low != 0 && (high == 0 || out.left() >= 4) {
        if high != 0 {
            out.add(b" : ");
        }
        out.part(LOW, low);
    }
    out.finish();
}

/// Text that ends where its room ends.
struct Line<'a> {
    room: &'a mut [u8],
    written: usize,
}

impl Line<'_> {
    fn part(&mut self, table: &[(u16, &'static CStr)], part: u32) {
        match text(table, part) {
            Some(text) => self.add(text.to_bytes()),
            // Writing into a line does not fail.
            None => drop(write!(self, "UNKNOWN ERROR CODE ({part:04X})")),
        }
    }

    fn add(&mut self, text: &[u8]) {
        for (to, from) in self.room.iter_mut().skip(self.written).zip(text) {
            *to = *from;
            self.written += 1;
        }
    }

    fn left(&self) -> usize {
        self.room.len() - self.written
    }

    fn finish(mut self) {
        self.add(&[0]);
    }
}

impl fmt::Write for Line<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.add(text.as_bytes());
        Ok(())
    }
}

fn text(table: &[(u16, &'static CStr)], part: u32) -> Option<&'static CStr> {
    let part = u16::try_from(part).ok()?;
    let at = table.binary_search_by_key(&part, |(code, _)| *code).ok()?;
    table.get(at).map(|(_, text)| *text)
}

#[rustfmt::skip]
const HIGH: &[(u16, &CStr)] = &[
    (0x1080, c"PEM - There is no PEM block of this kind"),
    (0x1100, c"PEM - What stands between the PEM lines is malformed"),
    (0x1180, c"PEM - Out of memory"),
    (0x1200, c"PEM - The initialisation vector is not hexadecimal"),
    (0x1280, c"PEM - The block's encryption is not supported"),
    (0x1300, c"PEM - The block is encrypted, and no password was given"),
    (0x1380, c"PEM - The password does not open the block"),
    (0x1400, c"PEM - The block needs something that is not there"),
    (0x1480, c"PEM - An argument is not valid for this call"),
    (0x1E00, c"PKCS12 - The password is wrong"),
    (0x1E80, c"PKCS12 - The parameters are malformed"),
    (0x1F00, c"PKCS12 - The encryption scheme is not there"),
    (0x1F80, c"PKCS12 - An argument is not valid for this call"),
    (0x2080, c"X509 - The certificate needs something that is not there"),
    (0x2100, c"X509 - An object identifier is not known"),
    (0x2180, c"X509 - The certificate, list or request is malformed"),
    (0x2200, c"X509 - The version is malformed"),
    (0x2280, c"X509 - The serial number is malformed"),
    (0x2300, c"X509 - The algorithm is malformed"),
    (0x2380, c"X509 - A name is malformed"),
    (0x2400, c"X509 - A date is malformed"),
    (0x2480, c"X509 - The signature is malformed"),
    (0x2500, c"X509 - An extension is malformed"),
    (0x2580, c"X509 - The certificate, list or request is of an unknown version"),
    (0x2600, c"X509 - The signature algorithm is not supported"),
    (0x2680, c"X509 - The two places that name the signature algorithm differ"),
    (0x2700, c"X509 - The certificate was not accepted; the flags say why"),
    (0x2780, c"X509 - The data is neither DER nor PEM"),
    (0x2800, c"X509 - An argument is not valid for this call"),
    (0x2880, c"X509 - Out of memory"),
    (0x2900, c"X509 - The file or directory cannot be read"),
    (0x2980, c"X509 - The buffer is too small"),
    (0x2E00, c"PKCS5 - The password is wrong"),
    (0x2E80, c"PKCS5 - The encryption scheme is not there"),
    (0x2F00, c"PKCS5 - The parameters are malformed"),
    (0x2F80, c"PKCS5 - An argument is not valid for this call"),
    (0x3000, c"X509 - The verification was stopped, by a callback or for want of a resource"),
    (0x3080, c"DHM - An argument is not valid for this call"),
    (0x3100, c"DHM - The parameters could not be read"),
    (0x3180, c"DHM - The parameters could not be made"),
    (0x3200, c"DHM - The public value could not be read"),
    (0x3280, c"DHM - The public value could not be made"),
    (0x3300, c"DHM - The shared secret could not be computed"),
    (0x3380, c"DHM - The parameters are malformed"),
    (0x3400, c"DHM - Out of memory"),
    (0x3480, c"DHM - The file cannot be read"),
    (0x3580, c"DHM - The group could not be set"),
    (0x3880, c"PK - The buffer is too small"),
    (0x3900, c"PK - There are bytes behind the signature"),
    (0x3980, c"PK - The key or operation needs something that is not there"),
    (0x3A00, c"PK - The key's curve is not supported"),
    (0x3A80, c"PK - The algorithm or its parameters are malformed"),
    (0x3B00, c"PK - The public key is malformed"),
    (0x3B80, c"PK - The password does not open the private key"),
    (0x3C00, c"PK - The private key is encrypted, and no password was given"),
    (0x3C80, c"PK - The key's algorithm is not supported"),
    (0x3D00, c"PK - The key is malformed"),
    (0x3D80, c"PK - The key's version is not supported"),
    (0x3E00, c"PK - The file cannot be read"),
    (0x3E80, c"PK - An argument is not valid for this call"),
    (0x3F00, c"PK - The key is of another type than asked for"),
    (0x3F80, c"PK - Out of memory"),
    (0x4080, c"RSA - An argument is not valid for this call"),
    (0x4100, c"RSA - The padding is wrong"),
    (0x4180, c"RSA - No key could be made"),
    (0x4200, c"RSA - The key contradicts itself"),
    (0x4280, c"RSA - The operation with the public key failed"),
    (0x4300, c"RSA - The operation with the private key failed"),
    (0x4380, c"RSA - The signature is wrong"),
    (0x4400, c"RSA - The buffer is too small for the decrypted data"),
    (0x4480, c"RSA - No random number could be drawn"),
    (0x4B00, c"ECP - The operation is not finished; call again"),
    (0x4C00, c"ECP - There are bytes behind the signature"),
    (0x4C80, c"ECP - The key is not a valid one of its curve"),
    (0x4D00, c"ECP - No random number could be drawn"),
    (0x4D80, c"ECP - Out of memory"),
    (0x4E00, c"ECP - The signature is wrong"),
    (0x4E80, c"ECP - The curve or operation is not there"),
    (0x4F00, c"ECP - The buffer is too small"),
    (0x4F80, c"ECP - An argument is not valid for this call"),
    (0x5080, c"MD - The hash function is not there"),
    (0x5100, c"MD - An argument is not valid for this call"),
    (0x5180, c"MD - Out of memory"),
    (0x5200, c"MD - The file cannot be read"),
    (0x5300, c"PKCS7 - The message is malformed"),
    (0x5380, c"PKCS7 - The message needs something that is not there"),
    (0x5400, c"PKCS7 - The version is malformed or not known"),
    (0x5480, c"PKCS7 - The content information is malformed"),
    (0x5500, c"PKCS7 - The algorithm is malformed"),
    (0x5580, c"PKCS7 - The certificate is malformed"),
    (0x5600, c"PKCS7 - The signature is malformed"),
    (0x5680, c"PKCS7 - The signer information is malformed"),
    (0x5700, c"PKCS7 - An argument is not valid for this call"),
    (0x5780, c"PKCS7 - Out of memory"),
    (0x5800, c"PKCS7 - The signature is wrong"),
    (0x5880, c"PKCS7 - A signer's certificate is not valid at this time"),
    (0x5D80, c"SSL - The peer shall be verified, but no host name was set for it"),
    (0x5E80, c"SSL - The configuration contradicts itself"),
    (0x5F00, c"SSL - The peer's messages disagree about the protocol version"),
    (0x6000, c"SSL - The record bears another connection ID"),
    (0x6080, c"CIPHER - The cipher or mode is not there"),
    (0x6100, c"CIPHER - An argument is not valid for this call"),
    (0x6180, c"CIPHER - Out of memory"),
    (0x6200, c"CIPHER - The padding is wrong"),
    (0x6280, c"CIPHER - The length is not a multiple of the block size"),
    (0x6300, c"CIPHER - The authentication tag is wrong"),
    (0x6380, c"CIPHER - The context is not set up"),
    (0x6480, c"SSL - A message came ahead of its turn"),
    (0x6500, c"SSL - The asynchronous key operation is not finished; call again"),
    (0x6580, c"SSL - There is more to process; call again"),
    (0x6600, c"SSL - The peer sent a value that is not allowed"),
    (0x6680, c"SSL - The event does not end the connection"),
    (0x6700, c"SSL - A record came that is not allowed at this point"),
    (0x6780, c"SSL - The client starts anew from the same port"),
    (0x6800, c"SSL - Nothing came within the time allowed"),
    (0x6880, c"SSL - The transport takes no data now; call again when it does"),
    (0x6900, c"SSL - The transport has no data yet; call again when it has"),
    (0x6A00, c"SSL - The buffer is too small for the message"),
    (0x6A80, c"SSL - The client must first prove its address (HelloVerifyRequest)"),
    (0x6B00, c"SSL - Waiting for the server's answer to a renegotiation"),
    (0x6B80, c"SSL - A record number would wrap around"),
    (0x6C00, c"SSL - The library found itself in a state that should not exist"),
    (0x6C80, c"SSL - The pre-shared key identity is not known"),
    (0x6D00, c"SSL - The key is of another type than the negotiated parameters need"),
    (0x6D80, c"SSL - The session ticket is too old"),
    (0x6E00, c"SSL - The two sides could not agree on parameters"),
    (0x6E80, c"SSL - The two sides share no protocol version"),
    (0x6F80, c"SSL - The crypto hardware left the work to software"),
    (0x7000, c"SSL - A cryptographic operation is not finished; call again"),
    (0x7080, c"SSL - The requested feature is not there"),
    (0x7100, c"SSL - An argument is not valid for this call"),
    (0x7180, c"SSL - A record does not authenticate"),
    (0x7200, c"SSL - A record is malformed"),
    (0x7280, c"SSL - The transport ended without a closing alert"),
    (0x7300, c"SSL - A message is malformed"),
    (0x7400, c"SSL - No random number function is configured"),
    (0x7480, c"SSL - The client sent no certificate, but one is required"),
    (0x7500, c"SSL - The peer sent an extension that is not allowed here"),
    (0x7580, c"SSL - The two sides share no application protocol (ALPN)"),
    (0x7600, c"SSL - A certificate or pre-shared key is needed, but none is configured"),
    (0x7680, c"SSL - Certificates shall be verified, but no trusted CA is configured"),
    (0x7700, c"SSL - A message came that is not allowed at this point"),
    (0x7780, c"SSL - The peer ended the connection with an alert"),
    (0x7800, c"SSL - The server does not serve the requested name"),
    (0x7880, c"SSL - The peer has announced that it sends no more"),
    (0x7A00, c"SSL - The peer's certificate message is not usable"),
    (0x7B00, c"SSL - A session ticket has arrived; call again to go on"),
    (0x7B80, c"SSL - Early data cannot be read now"),
    (0x7C00, c"SSL - Early data has arrived"),
    (0x7C80, c"SSL - Early data cannot be sent now"),
    (0x7E80, c"SSL - The session cache holds no such session"),
    (0x7F00, c"SSL - Out of memory"),
    (0x7F80, c"SSL - The crypto hardware reported a failure"),
];

#[rustfmt::skip]
const LOW: &[(u16, &CStr)] = &[
    (0x0001, c"ERROR - The operation failed"),
    (0x0002, c"BIGNUM - The file cannot be read or written"),
    (0x0003, c"HMAC_DRBG - More bytes were asked for than one call gives"),
    (0x0004, c"BIGNUM - An argument is not valid for this call"),
    (0x0005, c"HMAC_DRBG - The seed or addition is too long"),
    (0x0006, c"BIGNUM - There is a character that is not a digit"),
    (0x0007, c"HMAC_DRBG - The file cannot be read or written"),
    (0x0008, c"BIGNUM - The buffer is too small"),
    (0x0009, c"HMAC_DRBG - The entropy source failed"),
    (0x000A, c"BIGNUM - The number is negative"),
    (0x000B, c"OID - The buffer is too small"),
    (0x000C, c"BIGNUM - The divisor is zero"),
    (0x000D, c"CCM - An argument is not valid for this call"),
    (0x000E, c"BIGNUM - The number does not suit the operation"),
    (0x000F, c"CCM - The authentication tag is wrong"),
    (0x0010, c"BIGNUM - Out of memory"),
    (0x0011, c"LMS - An argument is not valid for this call"),
    (0x0012, c"GCM - The authentication tag is wrong"),
    (0x0013, c"LMS - Every one-time key has been used"),
    (0x0014, c"GCM - An argument is not valid for this call"),
    (0x0015, c"LMS - The signature is wrong"),
    (0x0016, c"GCM - The buffer is too small"),
    (0x0017, c"LMS - Out of memory"),
    (0x0019, c"LMS - The buffer is too small"),
    (0x001C, c"THREADING - An argument is not valid for this call"),
    (0x001E, c"THREADING - A mutex could not be taken or given back"),
    (0x0020, c"AES - The key has none of the possible lengths"),
    (0x0021, c"AES - An argument is not valid for this call"),
    (0x0022, c"AES - The length does not suit the mode"),
    (0x0024, c"CAMELLIA - An argument is not valid for this call"),
    (0x0026, c"CAMELLIA - The length does not suit the mode"),
    (0x002A, c"BASE64 - The buffer is too small"),
    (0x002C, c"BASE64 - There is a character that is not base64"),
    (0x002E, c"OID - The object identifier is not known"),
    (0x0032, c"DES - The length does not suit the mode"),
    (0x0034, c"CTR_DRBG - The entropy source failed"),
    (0x0036, c"CTR_DRBG - More bytes were asked for than one call gives"),
    (0x0038, c"CTR_DRBG - The seed or addition is too long"),
    (0x003A, c"CTR_DRBG - The file cannot be read or written"),
    (0x003C, c"ENTROPY - A source failed"),
    (0x003D, c"ENTROPY - None of the sources is strong"),
    (0x003E, c"ENTROPY - There is no room for another source"),
    (0x003F, c"ENTROPY - The file cannot be read or written"),
    (0x0040, c"ENTROPY - There is no source to draw from"),
    (0x0042, c"NET - No socket could be opened"),
    (0x0043, c"NET - The buffer is too small for the address"),
    (0x0044, c"NET - No connection could be made to the host and port"),
    (0x0045, c"NET - The context holds no open socket"),
    (0x0046, c"NET - The socket could not be bound to the address"),
    (0x0047, c"NET - Waiting for the socket failed"),
    (0x0048, c"NET - The socket cannot wait for connections"),
    (0x0049, c"NET - An argument is not valid for this call"),
    (0x004A, c"NET - The connection could not be accepted"),
    (0x004C, c"NET - No data could be read"),
    (0x004E, c"NET - The data could not be sent"),
    (0x0050, c"NET - The peer dropped the connection"),
    (0x0051, c"CHACHA20 - An argument is not valid for this call"),
    (0x0052, c"NET - The host name has no address"),
    (0x0054, c"CHACHAPOLY - The calls come in an order that is not allowed"),
    (0x0056, c"CHACHAPOLY - The authentication tag is wrong"),
    (0x0057, c"POLY1305 - An argument is not valid for this call"),
    (0x005C, c"ARIA - An argument is not valid for this call"),
    (0x005E, c"ARIA - The length does not suit the mode"),
    (0x0060, c"ASN1 - The data ends too early"),
    (0x0062, c"ASN1 - A value is of another type than expected"),
    (0x0064, c"ASN1 - A length is malformed"),
    (0x0066, c"ASN1 - A length differs from the one expected"),
    (0x0068, c"ASN1 - A value is malformed"),
    (0x006A, c"ASN1 - Out of memory"),
    (0x006C, c"ASN1 - The buffer is too small"),
    (0x006E, c"ERROR - The library found a fault in itself and ended what it was doing"),
    (0x0070, c"PLATFORM - The crypto hardware reported a failure"),
    (0x0072, c"PLATFORM - The platform does not have this feature"),
    (0x0073, c"SHA1 - An argument is not valid for this call"),
    (0x0074, c"SHA256 - An argument is not valid for this call"),
    (0x0075, c"SHA512 - An argument is not valid for this call"),
    (0x0076, c"SHA3 - An argument is not valid for this call"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn described(code: c_int, size: usize) -> String {
        let mut buffer = [b'?'; 300];
        // SAFETY: the buffer has at least `size` bytes.
        unsafe { mbedtls_strerror(code, buffer.as_mut_ptr().cast(), size) };
        assert!(buffer[size..].iter().all(|byte| *byte == b'?'), "written behind the end");
        match buffer.iter().take(size).position(|byte| *byte == 0) {
            Some(end) => String::from_utf8(buffer[..end].to_vec()).unwrap(),
            None => "not terminated".to_owned(),
        }
    }

    fn whole(code: c_int) -> String {
        described(code, 300)
    }

    #[test]
    fn the_tables_are_in_order_and_in_their_own_bits() {
        assert!(HIGH.is_sorted_by(|a, b| a.0 < b.0) && LOW.is_sorted_by(|a, b| a.0 < b.0));
        assert!(HIGH.iter().all(|(code, _)| u32::from(*code) & !HIGH_LEVEL == 0));
        assert!(LOW.iter().all(|(code, _)| u32::from(*code) & HIGH_LEVEL == 0));
        for (_, text) in HIGH.iter().chain(LOW) {
            assert!(text.to_str().unwrap().split_once(" - ").is_some_and(|(_, words)| !words.is_empty()));
        }
    }

    #[test]
    fn known_codes_of_either_level_and_sign() {
        assert_eq!(whole(-0x6900), "SSL - The transport has no data yet; call again when it has");
        assert_eq!(whole(0x6900), whole(-0x6900));
        assert_eq!(whole(-0x0052), "NET - The host name has no address");
        assert_eq!(whole(0), "");
    }

    #[test]
    fn two_parts_are_joined() {
        assert_eq!(whole(-0x2180 - 0x60), format!("{} : {}", whole(-0x2180), whole(-0x60)));
    }

    #[test]
    fn unknown_parts_show_their_digits() {
        assert_eq!(whole(-0x7F), "UNKNOWN ERROR CODE (007F)");
        assert_eq!(whole(-0x5F80), "UNKNOWN ERROR CODE (5F80)");
        assert_eq!(whole(-0x0102), format!("UNKNOWN ERROR CODE (0100) : {}", whole(-0x02)));
        assert_eq!(whole(-0x7FFF), format!("{} : UNKNOWN ERROR CODE (007F)", whole(-0x7F80)));
        assert_eq!(whole(0x1_0000), "UNKNOWN ERROR CODE (10000)");
        assert_eq!(whole(c_int::MAX), "UNKNOWN ERROR CODE (FF80) : UNKNOWN ERROR CODE (7FFF007F)");
        assert_eq!(whole(c_int::MIN), "UNKNOWN ERROR CODE (80000000)");
    }

    #[test]
    fn an_alert_s_number_is_not_a_reason() {
        assert_eq!(whole(-0x7780 - 0x10), whole(-0x7780));
    }

    #[test]
    fn a_short_buffer_cuts_the_text() {
        let text = whole(-0x2180 - 0x60);
        let high = whole(-0x2180).len();
        for size in 1..text.len() + 3 {
            let kept = if size <= high + 4 { (size - 1).min(high) } else { (size - 1).min(text.len()) };
            assert_eq!(described(-0x2180 - 0x60, size), text[..kept], "{size}");
        }
        assert_eq!(described(-0x6900, 0), "not terminated");
        // SAFETY: null is allowed.
        unsafe { mbedtls_strerror(-0x6900, ptr::null_mut(), 10) };
    }

    #[test]
    fn each_level_on_its_own() {
        let of = |text: *const c_char| {
            // SAFETY: the functions give null or a static, terminated text.
            unsafe { boundary::string(text) }.map(|text| text.to_str().unwrap().to_owned())
        };
        // SAFETY: the functions have no precondition.
        unsafe {
            assert_eq!(of(mbedtls_high_level_strerr(-0x2180 - 0x60)), Some(whole(-0x2180)));
            assert_eq!(of(mbedtls_low_level_strerr(-0x2180 - 0x60)), Some(whole(-0x60)));
            assert_eq!(of(mbedtls_high_level_strerr(-0x60)), None);
            assert_eq!(of(mbedtls_low_level_strerr(-0x2180)), None);
            assert_eq!(of(mbedtls_high_level_strerr(0)), None);
            assert_eq!(of(mbedtls_low_level_strerr(0)), None);
        }
    }
}
