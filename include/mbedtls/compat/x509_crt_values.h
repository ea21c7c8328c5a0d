/*
 * Constants of mbedtls/x509_crt.h.
 *
 * Written by hand; mbedtls/x509_crt.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_X509_CRT_VALUES_H
#define MBEDTLS_COMPAT_X509_CRT_VALUES_H

#include "mbedtls/x509.h"

/* ---- Versions, as in the version field ---- */

/** Version 1. */
#define MBEDTLS_X509_CRT_VERSION_1 0
/** Version 2. */
#define MBEDTLS_X509_CRT_VERSION_2 1
/** Version 3. */
#define MBEDTLS_X509_CRT_VERSION_3 2

/* ---- Limits ---- */

/** The longest serial number, in bytes. */
#define MBEDTLS_X509_RFC5280_MAX_SERIAL_LEN 20
/** The length of a date as text. */
#define MBEDTLS_X509_RFC5280_UTC_TIME_LEN 15
/** The longest path that mbedtls_x509_crt_parse_path() opens. */
#define MBEDTLS_X509_MAX_FILE_PATH_LEN 512
/** The longest chain, with both ends. */
#define MBEDTLS_X509_MAX_VERIFY_CHAIN_SIZE 10
/** The bit of an algorithm, key type or curve in a set of `mbedtls_x509_crt_profile`. `id` is 1 to 31. */
#define MBEDTLS_X509_ID_FLAG(id) (1 << ((id) - 1))

/* ---- The flags of a verification in words ---- */

/** Calls `X509_CRT_ERROR_INFO(flag, name, text)`, which the program defines, for each flag. */
#define MBEDTLS_X509_CRT_ERROR_INFO_LIST \
    X509_CRT_ERROR_INFO(MBEDTLS_X509_BADCERT_EXPIRED, \
        "MBEDTLS_X509_BADCERT_EXPIRED", \
        "The certificate has expired") \
    X509_CRT_ERROR_INFO(MBEDTLS_X509_BADCERT_REVOKED, \
        "MBEDTLS_X509_BADCERT_REVOKED", \
        "The certificate is revoked: its issuer's revocation list names it") \
    X509_CRT_ERROR_INFO(MBEDTLS_X509_BADCERT_CN_MISMATCH, \
        "MBEDTLS_X509_BADCERT_CN_MISMATCH", \
        "The certificate is for other host names") \
    X509_CRT_ERROR_INFO(MBEDTLS_X509_BADCERT_NOT_TRUSTED, \
        "MBEDTLS_X509_BADCERT_NOT_TRUSTED", \
        "No trusted authority has issued the certificate") \
    X509_CRT_ERROR_INFO(MBEDTLS_X509_BADCRL_NOT_TRUSTED, \
        "MBEDTLS_X509_BADCRL_NOT_TRUSTED", \
        "The revocation list is not signed by the authority it is for") \
    X509_CRT_ERROR_INFO(MBEDTLS_X509_BADCRL_EXPIRED, \
        "MBEDTLS_X509_BADCRL_EXPIRED", \
        "The revocation list is out of date") \
    X509_CRT_ERROR_INFO(MBEDTLS_X509_BADCERT_MISSING, \
        "MBEDTLS_X509_BADCERT_MISSING", \
        "There is no certificate") \
    X509_CRT_ERROR_INFO(MBEDTLS_X509_BADCERT_SKIP_VERIFY, \
        "MBEDTLS_X509_BADCERT_SKIP_VERIFY", \
        "The certificate was not verified") \
    X509_CRT_ERROR_INFO(MBEDTLS_X509_BADCERT_OTHER, \
        "MBEDTLS_X509_BADCERT_OTHER", \
        "The certificate is refused for another reason") \
    X509_CRT_ERROR_INFO(MBEDTLS_X509_BADCERT_FUTURE, \
        "MBEDTLS_X509_BADCERT_FUTURE", \
        "The certificate is not valid yet") \
    X509_CRT_ERROR_INFO(MBEDTLS_X509_BADCRL_FUTURE, \
        "MBEDTLS_X509_BADCRL_FUTURE", \
        "The revocation list is not valid yet") \
    X509_CRT_ERROR_INFO(MBEDTLS_X509_BADCERT_KEY_USAGE, \
        "MBEDTLS_X509_BADCERT_KEY_USAGE", \
        "The certificate's keyUsage does not allow this use") \
    X509_CRT_ERROR_INFO(MBEDTLS_X509_BADCERT_EXT_KEY_USAGE, \
        "MBEDTLS_X509_BADCERT_EXT_KEY_USAGE", \
        "The certificate's extendedKeyUsage does not allow this use") \
    X509_CRT_ERROR_INFO(MBEDTLS_X509_BADCERT_NS_CERT_TYPE, \
        "MBEDTLS_X509_BADCERT_NS_CERT_TYPE", \
        "The certificate's nsCertType does not allow this use") \
    X509_CRT_ERROR_INFO(MBEDTLS_X509_BADCERT_BAD_MD, \
        "MBEDTLS_X509_BADCERT_BAD_MD", \
        "The certificate is signed with a hash that is not allowed") \
    X509_CRT_ERROR_INFO(MBEDTLS_X509_BADCERT_BAD_PK, \
        "MBEDTLS_X509_BADCERT_BAD_PK", \
        "The certificate's signature or key is of a kind that is not allowed") \
    X509_CRT_ERROR_INFO(MBEDTLS_X509_BADCERT_BAD_KEY, \
        "MBEDTLS_X509_BADCERT_BAD_KEY", \
        "A key is too short or on a curve that is not allowed") \
    X509_CRT_ERROR_INFO(MBEDTLS_X509_BADCRL_BAD_MD, \
        "MBEDTLS_X509_BADCRL_BAD_MD", \
        "The revocation list is signed with a hash that is not allowed") \
    X509_CRT_ERROR_INFO(MBEDTLS_X509_BADCRL_BAD_PK, \
        "MBEDTLS_X509_BADCRL_BAD_PK", \
        "The revocation list's signature is of a kind that is not allowed") \
    X509_CRT_ERROR_INFO(MBEDTLS_X509_BADCRL_BAD_KEY, \
        "MBEDTLS_X509_BADCRL_BAD_KEY", \
        "The revocation list is signed with a key that is too short or on a curve that is not allowed")

#endif /* MBEDTLS_COMPAT_X509_CRT_VALUES_H */
