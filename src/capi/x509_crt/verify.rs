//! Is a certificate to be trusted?

use std::ffi::{CStr, c_char, c_int, c_void};
use std::time::{SystemTime, UNIX_EPOCH};

use super::info::{has, serves};
use super::profile::mbedtls_x509_crt_profile_default;
use super::types::{mbedtls_x509_crt, mbedtls_x509_crt_profile, mbedtls_x509_crt_restart_ctx};
use crate::capi::boundary;
use crate::capi::codes::*;
use crate::capi::x509::slice;
use crate::capi::x509_crl::mbedtls_x509_crl;
use crate::x509::certificate::Certificate;
use crate::x509::crl::RevocationList;
use crate::x509::extensions::{Critical, kind};
use crate::x509::name;
use crate::x509::profile::Profile;
use crate::x509::verify::{self, LONGEST_CHAIN, Request, Source, TooLong, flag, grants_usage};

/// What a program may set to look at each certificate of a path: its context, the certificate, its distance from the end
/// entity, and its flags, which it may change.
pub(crate) type Callback = Option<
    unsafe extern "C" fn(
        p_vrfy: *mut c_void,
        crt: *mut mbedtls_x509_crt,
        depth: c_int,
        flags: *mut u32,
    ) -> c_int,
>;

/// Verifies a certificate and what hangs from it against trusted ones, with the default profile.
///
/// \param crt       The certificate; its issuers may hang from it in any order.
/// \param trust_ca  The list of trusted certificates; null is an empty list.
/// \param ca_crl    The revocation lists of these and other authorities, or null.
/// \param cn        The host name or IP address that the certificate must be for; null for none.
/// \param flags     Set to the MBEDTLS_X509_BADCERT and MBEDTLS_X509_BADCRL flags of all certificates of the path together;
///                  all bits are set after any error but #MBEDTLS_ERR_X509_CERT_VERIFY_FAILED.
/// \param f_vrfy    Called for each certificate of the path, from the root (the greatest depth) to the end entity (0), or null.
///                  It may change the flags it is given. What it returns other than 0 ends the verification.
/// \param p_vrfy    Its first argument.
///
/// \return 0 when the certificate is to be trusted.
/// \return #MBEDTLS_ERR_X509_CERT_VERIFY_FAILED when it is not; the flags say why.
/// \return #MBEDTLS_ERR_X509_FATAL_ERROR when the path is too long, or when `f_vrfy` returned
///         #MBEDTLS_ERR_X509_CERT_VERIFY_FAILED.
/// \return #MBEDTLS_ERR_X509_BAD_INPUT_DATA when `crt` or `flags` is null.
/// \return What else `f_vrfy` returned.
///
/// # Safety
/// Every list is null or initialised and not changed meanwhile; `cn` is null or a C string; `flags` is null or valid.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_verify(
    crt: *mut mbedtls_x509_crt,
    trust_ca: *mut mbedtls_x509_crt,
    ca_crl: *mut mbedtls_x509_crl,
    cn: *const c_char,
    flags: *mut u32,
    f_vrfy: Option<
        unsafe extern "C" fn(
            p_vrfy: *mut c_void,
            crt: *mut mbedtls_x509_crt,
            depth: c_int,
            flags: *mut u32,
        ) -> c_int,
    >,
    p_vrfy: *mut c_void,
) -> c_int {
    let profile = &raw const mbedtls_x509_crt_profile_default;
    // SAFETY: passed on to the caller.
    unsafe { mbedtls_x509_crt_verify_with_profile(crt, trust_ca, ca_crl, profile, cn, flags, f_vrfy, p_vrfy) }
}

/// As mbedtls_x509_crt_verify(), with a profile of the program's choice.
///
/// \param crt       The certificate; its issuers may hang from it in any order.
/// \param trust_ca  The list of trusted certificates; null is an empty list.
/// \param ca_crl    The revocation lists of these and other authorities, or null.
/// \param profile   Which algorithms and keys are good enough.
/// \param cn        The host name or IP address that the certificate must be for; null for none.
/// \param flags     Set to what is wrong with the path.
/// \param f_vrfy    Called for each certificate of the path, or null.
/// \param p_vrfy    Its first argument.
///
/// \return As mbedtls_x509_crt_verify(); #MBEDTLS_ERR_X509_BAD_INPUT_DATA also when `profile` is null.
///
/// # Safety
/// As for mbedtls_x509_crt_verify(); `profile` is null or valid.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_verify_with_profile(
    crt: *mut mbedtls_x509_crt,
    trust_ca: *mut mbedtls_x509_crt,
    ca_crl: *mut mbedtls_x509_crl,
    profile: *const mbedtls_x509_crt_profile,
    cn: *const c_char,
    flags: *mut u32,
    f_vrfy: Option<
        unsafe extern "C" fn(
            p_vrfy: *mut c_void,
            crt: *mut mbedtls_x509_crt,
            depth: c_int,
            flags: *mut u32,
        ) -> c_int,
    >,
    p_vrfy: *mut c_void,
) -> c_int {
    boundary::enter(|| {
        if flags.is_null() {
            return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
        }
        // SAFETY: null, or the caller vouches for it.
        let name = unsafe { boundary::string(cn) }.map(CStr::to_bytes);
        let inputs = Inputs { chain: crt, trusted: trust_ca, crl: ca_crl, profile, name, purpose: None };
        let mut found = u32::MAX;
        // SAFETY: passed on to the caller.
        let ret = unsafe { inputs.verify(f_vrfy, p_vrfy, &|_| {}, &mut found) };
        // SAFETY: not null, and the caller vouches for it.
        unsafe { *flags = found };
        ret
    })
}

/// As mbedtls_x509_crt_verify_with_profile(). Nothing here is done in parts, so that the restart context is not looked at.
///
/// \param crt       The certificate; its issuers may hang from it in any order.
/// \param trust_ca  The list of trusted certificates; null is an empty list.
/// \param ca_crl    The revocation lists of these and other authorities, or null.
/// \param profile   Which algorithms and keys are good enough.
/// \param cn        The host name or IP address that the certificate must be for; null for none.
/// \param flags     Set to what is wrong with the path.
/// \param f_vrfy    Called for each certificate of the path, or null.
/// \param p_vrfy    Its first argument.
/// \param rs_ctx    Anything.
///
/// \return As mbedtls_x509_crt_verify_with_profile().
///
/// # Safety
/// As for mbedtls_x509_crt_verify_with_profile().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_verify_restartable(
    crt: *mut mbedtls_x509_crt,
    trust_ca: *mut mbedtls_x509_crt,
    ca_crl: *mut mbedtls_x509_crl,
    profile: *const mbedtls_x509_crt_profile,
    cn: *const c_char,
    flags: *mut u32,
    f_vrfy: Option<
        unsafe extern "C" fn(
            p_vrfy: *mut c_void,
            crt: *mut mbedtls_x509_crt,
            depth: c_int,
            flags: *mut u32,
        ) -> c_int,
    >,
    p_vrfy: *mut c_void,
    rs_ctx: *mut mbedtls_x509_crt_restart_ctx,
) -> c_int {
    let _ = rs_ctx;
    // SAFETY: passed on to the caller.
    unsafe { mbedtls_x509_crt_verify_with_profile(crt, trust_ca, ca_crl, profile, cn, flags, f_vrfy, p_vrfy) }
}

/// Which side of a connection a certificate is of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Peer {
    Server,
    Client,
}

impl Peer {
    /// The purpose that a certificate which names purposes must name (RFC 5280 section 4.2.1.12).
    fn purpose(self) -> &'static [u8] {
        match self {
            Self::Server => &[0x2b, 6, 1, 5, 5, 7, 3, 1],
            Self::Client => &[0x2b, 6, 1, 5, 5, 7, 3, 2],
        }
    }
}

/// A peer's certificates, and what to verify them against.
pub(crate) struct VerifyRequest<'a> {
    pub(crate) chain: *mut mbedtls_x509_crt,
    pub(crate) trusted: *mut mbedtls_x509_crt,
    pub(crate) crl: *mut mbedtls_x509_crl,
    pub(crate) profile: *const mbedtls_x509_crt_profile,
    pub(crate) name: Option<&'a [u8]>,
    pub(crate) peer: Peer,
    pub(crate) f_vrfy: Callback,
    pub(crate) p_vrfy: *mut c_void,
    /// Is told the flags found so far, before each call of `f_vrfy`.
    pub(crate) progress: &'a dyn Fn(u32),
}

/// Verifies a peer's certificates: 0, `MBEDTLS_ERR_X509_CERT_VERIFY_FAILED` with `flags` set, or what ended it early.
///
/// The end entity's own keyUsage and extendedKeyUsage are not part of this, so that the callback sees what it always saw;
/// add [`leaf_usage_flags`] to the flags afterwards. The purposes of intermediates are checked here.
///
/// # Safety
/// Every list is null or initialised and not changed meanwhile, by the callback neither.
pub(crate) unsafe fn verify_chain(request: &VerifyRequest<'_>, flags: &mut u32) -> c_int {
    let inputs = Inputs {
        chain: request.chain,
        trusted: request.trusted,
        crl: request.crl,
        profile: request.profile,
        name: request.name,
        purpose: Some(request.peer.purpose()),
    };
    // SAFETY: passed on to the caller.
    unsafe { inputs.verify(request.f_vrfy, request.p_vrfy, request.progress, flags) }
}

/// What is wrong with the use of an end entity's certificate for TLS 1.3 (RFC 8446 section 4.4.2.2): it signs, and it is
/// for a server or for a client. 0, or the flags for keyUsage and extendedKeyUsage.
///
/// # Safety
/// `crt` is null or initialised.
pub(crate) unsafe fn leaf_usage_flags(crt: *const mbedtls_x509_crt, peer: Peer) -> u32 {
    // SAFETY: null, or the caller vouches for it.
    let Some(crt) = (unsafe { crt.as_ref() }) else { return flag::KEY_USAGE | flag::EXTENDED_KEY_USAGE };
    let mut flags = 0;
    if has(crt, kind::KEY_USAGE) && !grants_usage(crt.key_usage, DIGITAL_SIGNATURE) {
        flags |= flag::KEY_USAGE;
    }
    // SAFETY: the caller vouches for the certificate.
    if !unsafe { serves(crt, peer.purpose()) } {
        flags |= flag::EXTENDED_KEY_USAGE;
    }
    flags
}

const DIGITAL_SIGNATURE: u32 = 0x80;

struct Inputs<'a> {
    chain: *mut mbedtls_x509_crt,
    trusted: *mut mbedtls_x509_crt,
    crl: *mut mbedtls_x509_crl,
    profile: *const mbedtls_x509_crt_profile,
    name: Option<&'a [u8]>,
    purpose: Option<&'static [u8]>,
}

impl Inputs<'_> {
    /// # Safety
    /// Every list is null or initialised and not changed meanwhile.
    unsafe fn verify(
        &self,
        f_vrfy: Callback,
        p_vrfy: *mut c_void,
        progress: &dyn Fn(u32),
        flags: &mut u32,
    ) -> c_int {
        *flags = u32::MAX;
        // SAFETY: passed on to the caller.
        let path = match unsafe { self.path() } {
            Ok(path) => path,
            Err(ret) => return ret,
        };
        // Only addresses are left of the certificates here, so that the callback may do with them what it likes.
        let mut all = 0;
        for (depth, (crt, found)) in path.into_iter().enumerate().rev() {
            let mut found = found;
            if let Some(f_vrfy) = f_vrfy {
                progress(all);
                let depth = c_int::try_from(depth).unwrap_or(c_int::MAX);
                // SAFETY: the program vouches for its function; the certificate is one of its lists'.
                match unsafe { f_vrfy(p_vrfy, crt, depth, &raw mut found) } {
                    0 => {}
                    // This code would pass for a verdict, which some programs are told to overlook.
                    MBEDTLS_ERR_X509_CERT_VERIFY_FAILED => return MBEDTLS_ERR_X509_FATAL_ERROR,
                    ret => return ret,
                }
            }
            all |= found;
        }
        *flags = all;
        if all == 0 { 0 } else { MBEDTLS_ERR_X509_CERT_VERIFY_FAILED }
    }

    /// The path from the end entity upwards, with each certificate's flags.
    ///
    /// # Safety
    /// Every list is null or initialised and not changed meanwhile.
    unsafe fn path(&self) -> Result<Vec<(*mut mbedtls_x509_crt, u32)>, c_int> {
        // SAFETY: null, or the caller vouches for it.
        let Some(profile) = (unsafe { self.profile.as_ref() }) else {
            return Err(MBEDTLS_ERR_X509_BAD_INPUT_DATA);
        };
        if self.chain.is_null() {
            return Err(MBEDTLS_ERR_X509_BAD_INPUT_DATA);
        }
        // SAFETY: the caller vouches for the lists.
        let sent = unsafe { nodes(self.chain) }.take(LONGEST_CHAIN);
        // SAFETY: their buffers have the length they state.
        let (sent, chain): (Vec<_>, Vec<_>) =
            sent.map_while(|crt| Some((crt, accepted(unsafe { slice(&(*crt).raw) })?))).unzip();
        if chain.is_empty() {
            // An empty certificate has nothing that could be right.
            let flags =
                flag::EXPIRED | flag::NOT_TRUSTED | flag::BAD_DIGEST | flag::BAD_KEY_KIND | flag::BAD_KEY;
            let name = self.name.map_or(0, |_| flag::NAME_MISMATCH);
            return Ok(vec![(self.chain, flags | name)]);
        }
        // SAFETY: the caller vouches for the lists.
        let (anchors, trusted, end_entity_is_trusted) = unsafe { self.trusted_issuers(&chain) };
        // SAFETY: the caller vouches for the lists.
        let lists = unsafe { self.revocation_lists() };
        let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        let request = Request {
            chain: &chain,
            trusted: &trusted,
            end_entity_is_trusted,
            lists: &lists,
            profile: Profile {
                digests: profile.allowed_mds,
                key_kinds: profile.allowed_pks,
                curves: profile.allowed_curves,
                rsa_min_bits: profile.rsa_min_bitlen,
            },
            host: self.name,
            purpose: self.purpose,
            now,
        };
        let path = verify::verify(&request).map_err(|TooLong| MBEDTLS_ERR_X509_FATAL_ERROR)?;
        let node = |source| match source {
            Source::Chain(at) => sent.get(at).copied(),
            Source::Trusted(at) => anchors.get(at).copied(),
        };
        path.into_iter()
            .map(|link| node(link.source).map(|crt| (crt, link.flags)))
            .collect::<Option<_>>()
            .ok_or(MBEDTLS_ERR_X509_FATAL_ERROR)
    }

    /// The trusted certificates that the chain names as issuers, and whether the end entity is among all the trusted. A list
    /// of hundreds of authorities costs a comparison each and no memory.
    ///
    /// # Safety
    /// The list is null or initialised and not changed meanwhile.
    unsafe fn trusted_issuers<'c>(
        &self,
        chain: &[Certificate<'c>],
    ) -> (Vec<*mut mbedtls_x509_crt>, Vec<Certificate<'c>>, bool) {
        let (mut anchors, mut trusted, mut is_trusted) = (Vec::new(), Vec::new(), false);
        // SAFETY: the caller vouches for the list.
        for crt in unsafe { nodes(self.trusted) } {
            // SAFETY: as above; its buffers have the length they state.
            let (subject, raw) = unsafe { (slice(&(*crt).subject_raw), slice(&(*crt).raw)) };
            if !chain.iter().any(|certificate| name::same(certificate.issuer.raw, subject)) {
                continue;
            }
            is_trusted |= chain.first().is_some_and(|end_entity| end_entity.raw == raw);
            if let Some(certificate) = accepted(raw) {
                anchors.push(crt);
                trusted.push(certificate);
            }
        }
        (anchors, trusted, is_trusted)
    }

    /// # Safety
    /// The list is null or initialised and not changed meanwhile.
    unsafe fn revocation_lists<'c>(&self) -> Vec<RevocationList<'c>> {
        let mut lists = Vec::new();
        let mut node = self.crl;
        // SAFETY: the caller vouches for the list.
        while let Some(crl) = unsafe { node.as_ref() } {
            // SAFETY: its buffers have the length they state.
            lists.extend(RevocationList::parse(unsafe { slice(&crl.raw) }));
            node = crl.next;
        }
        lists
    }
}

/// A certificate that was parsed before: what of it is critical and not understood was left to the program then.
fn accepted(raw: &[u8]) -> Option<Certificate<'_>> {
    Certificate::parse_with(raw, Critical::Left).ok()
}

/// The certificates of a list.
///
/// # Safety
/// `head` is null or initialised, and the list is not changed while the iterator is in use.
unsafe fn nodes(head: *mut mbedtls_x509_crt) -> impl Iterator<Item = *mut mbedtls_x509_crt> {
    let mut node = head;
    std::iter::from_fn(move || {
        let crt = node;
        // SAFETY: null, or the caller vouches for it.
        node = unsafe { crt.as_ref() }?.next;
        Some(crt)
    })
}
