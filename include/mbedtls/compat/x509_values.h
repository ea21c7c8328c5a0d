/*
 * Constants of mbedtls/x509.h.
 *
 * Written by hand; mbedtls/x509.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_X509_VALUES_H
#define MBEDTLS_COMPAT_X509_VALUES_H

/* ---- Error codes ---- */

/** What was asked for is not part of this library. */
#define MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE -0x2080
/** An OID is not known. */
#define MBEDTLS_ERR_X509_UNKNOWN_OID -0x2100
/** The structure is not that of a certificate or revocation list. */
#define MBEDTLS_ERR_X509_INVALID_FORMAT -0x2180
/** The version field cannot be parsed. */
#define MBEDTLS_ERR_X509_INVALID_VERSION -0x2200
/** The serial number cannot be parsed. */
#define MBEDTLS_ERR_X509_INVALID_SERIAL -0x2280
/** An algorithm identifier cannot be parsed. */
#define MBEDTLS_ERR_X509_INVALID_ALG -0x2300
/** A name cannot be parsed. */
#define MBEDTLS_ERR_X509_INVALID_NAME -0x2380
/** A date cannot be parsed. */
#define MBEDTLS_ERR_X509_INVALID_DATE -0x2400
/** The signature field cannot be parsed. */
#define MBEDTLS_ERR_X509_INVALID_SIGNATURE -0x2480
/** An extension cannot be parsed. */
#define MBEDTLS_ERR_X509_INVALID_EXTENSIONS -0x2500
/** The version is none that exists. */
#define MBEDTLS_ERR_X509_UNKNOWN_VERSION -0x2580
/** The signature algorithm is not supported. */
#define MBEDTLS_ERR_X509_UNKNOWN_SIG_ALG -0x2600
/** The two signature algorithms in it are not the same. */
#define MBEDTLS_ERR_X509_SIG_MISMATCH -0x2680
/** The certificate does not verify; the flags tell why. */
#define MBEDTLS_ERR_X509_CERT_VERIFY_FAILED -0x2700
/** Neither DER nor PEM. */
#define MBEDTLS_ERR_X509_CERT_UNKNOWN_FORMAT -0x2780
/** An argument is null or out of range. */
#define MBEDTLS_ERR_X509_BAD_INPUT_DATA -0x002800
/** Out of memory. */
#define MBEDTLS_ERR_X509_ALLOC_FAILED -0x2880
/** A file or folder cannot be read. */
#define MBEDTLS_ERR_X509_FILE_IO_ERROR -0x2900
/** The caller's buffer is too small. */
#define MBEDTLS_ERR_X509_BUFFER_TOO_SMALL -0x2980
/** Verification could not be completed; its result means nothing. */
#define MBEDTLS_ERR_X509_FATAL_ERROR -0x3000

/* ---- What is wrong with a certificate: bits of the verification flags ---- */

/** It is no longer valid. */
#define MBEDTLS_X509_BADCERT_EXPIRED 0x000001
/** A revocation list names it. */
#define MBEDTLS_X509_BADCERT_REVOKED 0x000002
/** It is for another name than the expected one. */
#define MBEDTLS_X509_BADCERT_CN_MISMATCH 0x000004
/** No trusted CA vouches for it. */
#define MBEDTLS_X509_BADCERT_NOT_TRUSTED 0x000008
/** The revocation list is not signed by the certificate's CA. */
#define MBEDTLS_X509_BADCRL_NOT_TRUSTED 0x000010
/** The revocation list is out of date. */
#define MBEDTLS_X509_BADCRL_EXPIRED 0x000020
/** There is no certificate. */
#define MBEDTLS_X509_BADCERT_MISSING 0x000040
/** It was not verified. */
#define MBEDTLS_X509_BADCERT_SKIP_VERIFY 0x000080
/** Something else; for verify callbacks. */
#define MBEDTLS_X509_BADCERT_OTHER 0x000100
/** It is not valid yet. */
#define MBEDTLS_X509_BADCERT_FUTURE 0x000200
/** The revocation list is from the future. */
#define MBEDTLS_X509_BADCRL_FUTURE 0x000400
/** Its key usage extension does not allow this use. */
#define MBEDTLS_X509_BADCERT_KEY_USAGE 0x000800
/** Its extended key usage extension does not allow this use. */
#define MBEDTLS_X509_BADCERT_EXT_KEY_USAGE 0x001000
/** Its nsCertType extension does not allow this use. */
#define MBEDTLS_X509_BADCERT_NS_CERT_TYPE 0x002000
/** It is signed with a digest that is not allowed. */
#define MBEDTLS_X509_BADCERT_BAD_MD 0x004000
/** It is signed with a kind of key that is not allowed. */
#define MBEDTLS_X509_BADCERT_BAD_PK 0x008000
/** It is signed with a key that is too short or on a curve that is not allowed. */
#define MBEDTLS_X509_BADCERT_BAD_KEY 0x010000
/** The revocation list is signed with a digest that is not allowed. */
#define MBEDTLS_X509_BADCRL_BAD_MD 0x020000
/** The revocation list is signed with a kind of key that is not allowed. */
#define MBEDTLS_X509_BADCRL_BAD_PK 0x040000
/** The revocation list is signed with a key that is too short or on a curve that is not allowed. */
#define MBEDTLS_X509_BADCRL_BAD_KEY 0x080000

/* ---- Kinds of alternative names (RFC 5280 section 4.2.1.6) ---- */

/** otherName. */
#define MBEDTLS_X509_SAN_OTHER_NAME 0
/** rfc822Name: an e-mail address. */
#define MBEDTLS_X509_SAN_RFC822_NAME 1
/** dNSName: a host name. */
#define MBEDTLS_X509_SAN_DNS_NAME 2
/** x400Address. */
#define MBEDTLS_X509_SAN_X400_ADDRESS_NAME 3
/** directoryName: a distinguished name. */
#define MBEDTLS_X509_SAN_DIRECTORY_NAME 4
/** ediPartyName. */
#define MBEDTLS_X509_SAN_EDI_PARTY_NAME 5
/** uniformResourceIdentifier. */
#define MBEDTLS_X509_SAN_UNIFORM_RESOURCE_IDENTIFIER 6
/** iPAddress: 4 or 16 bytes. */
#define MBEDTLS_X509_SAN_IP_ADDRESS 7
/** registeredID: an OID. */
#define MBEDTLS_X509_SAN_REGISTERED_ID 8

/** An otherName. */
typedef struct mbedtls_x509_san_other_name {
    /** Its type, an OID. */
    mbedtls_asn1_buf type_id;
    union {
        /** That of the type #MBEDTLS_OID_ON_HW_MODULE_NAME (RFC 4108). */
        struct {
            /** The type of the hardware module, an OID. */
            mbedtls_asn1_buf oid;
            /** Its serial number. */
            mbedtls_asn1_buf val;
        }
        hardware_module_name;
    }
    /** Its value, by the type. */
    value;
}
mbedtls_x509_san_other_name;

/** An alternative name, see mbedtls_x509_parse_subject_alt_name(). */
typedef struct mbedtls_x509_subject_alternative_name {
    /** Its kind, `MBEDTLS_X509_SAN_...`. */
    int type;
    union {
        /** An otherName. */
        mbedtls_x509_san_other_name other_name;
        /** A distinguished name. */
        mbedtls_asn1_named_data directory_name;
        /** Any other: its bytes. */
        mbedtls_asn1_buf unstructured_name;
    }
    /** The name, by the kind. */
    san;
}
mbedtls_x509_subject_alternative_name;

/** A list of alternative names, for certificates and requests that are written. */
typedef struct mbedtls_x509_san_list {
    /** The name. */
    mbedtls_x509_subject_alternative_name node;
    /** The next one, or null. */
    struct mbedtls_x509_san_list *next;
}
mbedtls_x509_san_list;

/* ---- Key usage bits (RFC 5280 section 4.2.1.3) ---- */

/** digitalSignature. */
#define MBEDTLS_X509_KU_DIGITAL_SIGNATURE 0x80
/** nonRepudiation. */
#define MBEDTLS_X509_KU_NON_REPUDIATION 0x40
/** keyEncipherment. */
#define MBEDTLS_X509_KU_KEY_ENCIPHERMENT 0x20
/** dataEncipherment. */
#define MBEDTLS_X509_KU_DATA_ENCIPHERMENT 0x10
/** keyAgreement. */
#define MBEDTLS_X509_KU_KEY_AGREEMENT 0x08
/** keyCertSign. */
#define MBEDTLS_X509_KU_KEY_CERT_SIGN 0x04
/** cRLSign. */
#define MBEDTLS_X509_KU_CRL_SIGN 0x02
/** encipherOnly. */
#define MBEDTLS_X509_KU_ENCIPHER_ONLY 0x01
/** decipherOnly. */
#define MBEDTLS_X509_KU_DECIPHER_ONLY 0x8000

/* ---- Netscape certificate type bits ---- */

/** A TLS client. */
#define MBEDTLS_X509_NS_CERT_TYPE_SSL_CLIENT 0x80
/** A TLS server. */
#define MBEDTLS_X509_NS_CERT_TYPE_SSL_SERVER 0x40
/** E-mail. */
#define MBEDTLS_X509_NS_CERT_TYPE_EMAIL 0x20
/** Signing of objects. */
#define MBEDTLS_X509_NS_CERT_TYPE_OBJECT_SIGNING 0x10
/** Without meaning. */
#define MBEDTLS_X509_NS_CERT_TYPE_RESERVED 0x08
/** A CA for TLS. */
#define MBEDTLS_X509_NS_CERT_TYPE_SSL_CA 0x04
/** A CA for e-mail. */
#define MBEDTLS_X509_NS_CERT_TYPE_EMAIL_CA 0x02
/** A CA for signing of objects. */
#define MBEDTLS_X509_NS_CERT_TYPE_OBJECT_SIGNING_CA 0x01

/* ---- Extensions: bits for mbedtls_x509_crt_has_ext_type() ---- */

/** authorityKeyIdentifier. */
#define MBEDTLS_X509_EXT_AUTHORITY_KEY_IDENTIFIER 0x000001
/** subjectKeyIdentifier. */
#define MBEDTLS_X509_EXT_SUBJECT_KEY_IDENTIFIER 0x000002
/** keyUsage. */
#define MBEDTLS_X509_EXT_KEY_USAGE 0x000004
/** certificatePolicies. */
#define MBEDTLS_X509_EXT_CERTIFICATE_POLICIES 0x000008
/** policyMappings. */
#define MBEDTLS_X509_EXT_POLICY_MAPPINGS 0x000010
/** subjectAltName. */
#define MBEDTLS_X509_EXT_SUBJECT_ALT_NAME 0x000020
/** issuerAltName. */
#define MBEDTLS_X509_EXT_ISSUER_ALT_NAME 0x000040
/** subjectDirectoryAttributes. */
#define MBEDTLS_X509_EXT_SUBJECT_DIRECTORY_ATTRS 0x000080
/** basicConstraints. */
#define MBEDTLS_X509_EXT_BASIC_CONSTRAINTS 0x000100
/** nameConstraints. */
#define MBEDTLS_X509_EXT_NAME_CONSTRAINTS 0x000200
/** policyConstraints. */
#define MBEDTLS_X509_EXT_POLICY_CONSTRAINTS 0x000400
/** extKeyUsage. */
#define MBEDTLS_X509_EXT_EXTENDED_KEY_USAGE 0x000800
/** cRLDistributionPoints. */
#define MBEDTLS_X509_EXT_CRL_DISTRIBUTION_POINTS 0x001000
/** inhibitAnyPolicy. The name is spelled as it always was. */
#define MBEDTLS_X509_EXT_INIHIBIT_ANYPOLICY 0x002000
/** freshestCRL. */
#define MBEDTLS_X509_EXT_FRESHEST_CRL 0x004000
/** nsCertType. */
#define MBEDTLS_X509_EXT_NS_CERT_TYPE 0x010000

/* ---- Formats and limits ---- */

/** DER. */
#define MBEDTLS_X509_FORMAT_DER 1
/** PEM. */
#define MBEDTLS_X509_FORMAT_PEM 2
/** How many CAs may stand between a certificate and a trusted root. */
#define MBEDTLS_X509_MAX_INTERMEDIATE_CA 8
/** The longest attribute of a name, in bytes, that is written out. */
#define MBEDTLS_X509_MAX_DN_NAME_SIZE 256

/**
 * For functions that print in parts: counts off what snprintf() wrote. There have to be the variables `ret`, its result; `p`, where
 * the text goes on; `n`, the room left. Leaves the function if it did not fit.
 */
#define MBEDTLS_X509_SAFE_SNPRINTF                             \
    do {                                                       \
        if (ret < 0 || n <= (size_t) ret) {                    \
            return MBEDTLS_ERR_X509_BUFFER_TOO_SMALL;          \
        }                                                      \
        p += (size_t) ret;                                     \
        n -= (size_t) ret;                                     \
    } while (0)

#endif /* MBEDTLS_COMPAT_X509_VALUES_H */
